"""Credentials are kept per account, and a line is opened with the ones that hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from shared.domain.accounts import Account, AccountKind
from shared.domain.errors import InvalidError
from shared.networks import CredentialsError, ThrottledError
from shared.networks.shelf import EmptyShelf
from shared.networks.vault import CONNECTION_AGE, Vault, connector

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

SECRET = {"access_token": "s3cr3t"}
RENEWED = {"access_token": "s3cr3t-2"}
ACCOUNT = Account(
    id="acc_1",
    client="acme",
    network="mastodon",
    handle="acme",
    kind=AccountKind.BRAND,
    base_url="https://social.example",
    owner=None,
    created_at=datetime(2026, 5, 1, tzinfo=UTC),
)


@dataclass
class HandClock:
    at: datetime = datetime(2026, 5, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def secrets() -> Iterator["SecretsManagerClient"]:
    with mock_aws():
        yield boto3.client(
            "secretsmanager", region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
        )


@pytest.fixture
def vault(secrets: "SecretsManagerClient") -> Vault:
    return Vault(secrets, "test")


def test_what_was_stored_last_is_read(vault: Vault) -> None:
    vault.store(ACCOUNT, {"access_token": "old"})
    vault.store(ACCOUNT, SECRET)
    assert vault.read(ACCOUNT) == SECRET


def test_each_account_has_a_secret_of_its_own_name(vault: Vault, secrets: "SecretsManagerClient") -> None:
    vault.store(ACCOUNT, SECRET)
    vault.store(replace(ACCOUNT, id="acc_2"), {"access_token": "other"})
    assert vault.read(ACCOUNT) == SECRET
    names = {secret["Name"] for secret in secrets.list_secrets()["SecretList"]}
    assert names == {"backchannel/test/acme/acc_1", "backchannel/test/acme/acc_2"}


def test_an_account_without_credentials_is_named(vault: Vault) -> None:
    with pytest.raises(CredentialsError, match="acc_1"):
        vault.read(ACCOUNT)


def test_a_deleted_secret_is_none(vault: Vault, secrets: "SecretsManagerClient") -> None:
    vault.store(ACCOUNT, SECRET)
    secrets.delete_secret(SecretId="backchannel/test/acme/acc_1")
    with pytest.raises(CredentialsError):
        vault.read(ACCOUNT)


def test_what_is_forgotten_is_gone_for_good_with_every_version_and_once_more_is_no_error(
    vault: Vault, secrets: "SecretsManagerClient"
) -> None:
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    vault.keep(ACCOUNT, RENEWED, held)
    vault.store(replace(ACCOUNT, id="acc_2"), {"access_token": "other"})
    for _ in range(2):
        vault.forget(ACCOUNT)
    names = [secret["Name"] for secret in secrets.list_secrets(IncludePlannedDeletion=True)["SecretList"]]
    assert names == ["backchannel/test/acme/acc_2"]
    assert vault.successor(ACCOUNT, held) is None
    with pytest.raises(CredentialsError, match="acc_1 is closed, and its credentials were deleted"):
        vault.read(replace(ACCOUNT, closed_at=ACCOUNT.created_at))


@pytest.mark.parametrize("code", ["InternalServiceError", "InvalidRequestException", "AccessDeniedException"])
def test_what_is_not_known_to_be_forgotten_is_to_be_tried_again(
    vault: Vault, secrets: "SecretsManagerClient", code: str
) -> None:
    vault.store(ACCOUNT, SECRET)
    with Stubber(secrets) as stub:
        stub.add_client_error("delete_secret", code)
        with pytest.raises(ThrottledError, match="not known to be deleted"):
            vault.forget(ACCOUNT)


def test_a_secret_that_is_not_there_is_forgotten(vault: Vault, secrets: "SecretsManagerClient") -> None:
    with Stubber(secrets) as stub:
        stub.add_client_error("delete_secret", "ResourceNotFoundException")
        vault.forget(ACCOUNT)


@pytest.mark.parametrize("content", ["s3cr3t", '["s3cr3t"]', '{"access_token": ["s3cr3t"]}'])
def test_credentials_of_another_form_are_refused_without_showing_them(
    vault: Vault, secrets: "SecretsManagerClient", content: str
) -> None:
    secrets.create_secret(Name="backchannel/test/acme/acc_1", SecretString=content)
    with pytest.raises(CredentialsError) as raised:
        vault.read(ACCOUNT)
    assert "s3cr3t" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_a_vault_that_does_not_answer_has_not_lost_the_credentials(
    vault: Vault, secrets: "SecretsManagerClient"
) -> None:
    vault.store(ACCOUNT, SECRET)
    with Stubber(secrets) as stub:
        stub.add_client_error("get_secret_value", "InternalServiceError", http_status_code=500)
        with pytest.raises(ThrottledError, match="did not answer"):
            vault.read(ACCOUNT)


def test_what_is_kept_as_the_next_credentials_is_read_when_it_is_promoted(vault: Vault) -> None:
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    assert vault.successor(ACCOUNT, held) is None
    vault.keep(ACCOUNT, RENEWED, held)
    assert (vault.read(ACCOUNT), vault.successor(ACCOUNT, held)) == (SECRET, RENEWED)
    assert vault.promote(ACCOUNT, held)
    assert vault.read(ACCOUNT) == RENEWED


def test_a_promotion_whose_answer_was_lost_is_found_to_have_been_made(vault: Vault) -> None:
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    vault.keep(ACCOUNT, RENEWED, held)
    assert [vault.promote(ACCOUNT, held) for _ in range(2)] == [True, True]
    assert vault.read(ACCOUNT) == RENEWED


def test_what_a_person_connects_meanwhile_is_never_overwritten_by_what_came_of_the_old_grant(vault: Vault) -> None:
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    vault.keep(ACCOUNT, RENEWED, held)
    vault.store(ACCOUNT, {"access_token": "a person's"})
    assert not vault.promote(ACCOUNT, held)
    assert vault.read(ACCOUNT) == {"access_token": "a person's"}


def test_a_promotion_of_which_nothing_is_known_is_to_be_tried_again(
    vault: Vault, secrets: "SecretsManagerClient"
) -> None:
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    vault.keep(ACCOUNT, RENEWED, held)
    with Stubber(secrets) as stub:
        stub.add_client_error("update_secret_version_stage", "InternalServiceError", http_status_code=500)
        with pytest.raises(ThrottledError, match="did not answer"):
            vault.promote(ACCOUNT, held)
    assert vault.read(ACCOUNT) == SECRET
    assert vault.promote(ACCOUNT, held)


def test_credentials_are_renewed_again_and_again(vault: Vault) -> None:
    vault.store(ACCOUNT, SECRET)
    for number in range(3):
        held = vault.held(ACCOUNT)
        vault.keep(ACCOUNT, {"access_token": f"number {number}"}, held)
        assert vault.promote(ACCOUNT, held)
    assert vault.read(ACCOUNT) == {"access_token": "number 2"}


def test_a_second_successor_is_not_kept(vault: Vault, secrets: "SecretsManagerClient") -> None:
    """As Secrets Manager refuses it; its stand-in does not."""
    vault.store(ACCOUNT, SECRET)
    held = vault.held(ACCOUNT)
    with Stubber(secrets) as stub:
        stub.add_client_error("put_secret_value", "ResourceExistsException")
        with pytest.raises(ThrottledError):
            vault.keep(ACCOUNT, RENEWED, held)


def test_what_is_held_is_not_shown(vault: Vault) -> None:
    vault.store(ACCOUNT, SECRET)
    assert "s3cr3t" not in repr(vault.held(ACCOUNT))


def test_a_line_stays_open_for_its_time_and_then_takes_new_credentials(vault: Vault) -> None:
    clock = HandClock()
    connect = connector(vault, EmptyShelf(), clock)
    vault.store(ACCOUNT, SECRET)
    line = connect(ACCOUNT)
    vault.store(ACCOUNT, {"access_token": ""})
    clock.sleep(CONNECTION_AGE.total_seconds() - 1)
    assert connect(ACCOUNT) is line
    clock.sleep(1)
    with pytest.raises(CredentialsError):
        connect(ACCOUNT)


def test_a_changed_account_gets_a_new_line(vault: Vault) -> None:
    connect = connector(vault, EmptyShelf(), HandClock())
    vault.store(ACCOUNT, SECRET)
    line = connect(ACCOUNT)
    assert connect(replace(ACCOUNT, base_url="https://other.example", version=2)) is not line


def test_an_account_is_never_given_the_line_of_another(vault: Vault) -> None:
    connect = connector(vault, EmptyShelf(), HandClock())
    vault.store(ACCOUNT, SECRET)
    connect(ACCOUNT)
    with pytest.raises(CredentialsError):
        connect(replace(ACCOUNT, client="globex"))


def test_a_network_that_is_not_spoken_is_refused(vault: Vault) -> None:
    with pytest.raises(InvalidError):
        connector(vault, EmptyShelf(), HandClock())(replace(ACCOUNT, network="myspace"))
