"""A function that was deployed without something says what, and nothing more."""

import pytest

from shared.config import ConfigurationError, DeskConfig, IngestConfig, MessagesConfig, NotifyConfig

DESK = {
    "BACKCHANNEL_STAGE": "local",
    "OUTBOUND_QUEUE_URL": "http://queue",
    "DELIVERIES_QUEUE_URL": "http://deliveries",
    "ALLOW_PLAIN_HTTP": "true",
}


def test_each_field_comes_from_its_variable():
    config = DeskConfig.from_env(DESK | {"ANOTHER": "variable"})
    assert config == DeskConfig(
        stage="local",
        outbound_queue_url="http://queue",
        deliveries_queue_url="http://deliveries",
        allow_plain_http=True,
    )


def test_every_missing_variable_is_named():
    with pytest.raises(ConfigurationError, match=r"BACKCHANNEL_STAGE, DELIVERIES_QUEUE_URL"):
        NotifyConfig.from_env({})


def test_an_empty_variable_is_missing():
    with pytest.raises(ConfigurationError, match="INBOUND_QUEUE_URL"):
        IngestConfig.from_env({"BACKCHANNEL_STAGE": "local", "INBOUND_QUEUE_URL": ""})


@pytest.mark.parametrize("value", ["True", "1", "yes", "secret"])
def test_a_switch_is_true_or_false_and_never_guessed(value):
    with pytest.raises(ConfigurationError, match="ALLOW_PLAIN_HTTP") as refusal:
        DeskConfig.from_env(DESK | {"ALLOW_PLAIN_HTTP": value})
    assert value not in str(refusal.value)


def test_what_has_a_default_may_be_left_out() -> None:
    environ = {"BACKCHANNEL_STAGE": "live", "DESK_URL": "https://desk.example", "MAIL_FROM": ""}
    assert MessagesConfig.from_env(environ) == MessagesConfig(stage="live", desk_url="https://desk.example")
    assert MessagesConfig.from_env(environ | {"MAIL_FROM": "us@mail.example"}).mail_from == "us@mail.example"
