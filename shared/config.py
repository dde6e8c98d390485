"""What a function reads from its environment: one frozen Struct each, read once, on first use."""

from collections.abc import Mapping
from typing import Any, Self

import msgspec

_TRUTH = {"true": True, "false": False}


class ConfigurationError(Exception):
    """The function was deployed without something that it needs. Names variables, never their values."""


class Config(msgspec.Struct, frozen=True, kw_only=True, rename="upper"):
    stage: str = msgspec.field(name="BACKCHANNEL_STAGE")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Each field from the variable of its name in capitals; one with a default may be left out.

        Raises :class:`ConfigurationError`.
        """
        fields = msgspec.structs.fields(cls)
        missing = [field.encode_name for field in fields if field.required and not environ.get(field.encode_name)]
        if missing:
            raise ConfigurationError(f"Not set in the environment: {', '.join(missing)}.")
        given = [field for field in fields if environ.get(field.encode_name)]
        return cls(**{field.name: _read(environ[field.encode_name], field.type, field.encode_name) for field in given})


def _read(text: str, kind: Any, variable: str) -> Any:
    if kind is not bool:
        return text
    if text not in _TRUTH:
        raise ConfigurationError(f"{variable} must be true or false.")
    return _TRUTH[text]


class IngestConfig(Config, frozen=True, kw_only=True):
    inbound_queue_url: str


class PrioritizeConfig(Config, frozen=True, kw_only=True):
    classifier: str
    """Of :data:`shared.classifiers.CLASSIFIERS`."""


class DeskConfig(Config, frozen=True, kw_only=True):
    outbound_queue_url: str
    deliveries_queue_url: str
    allow_plain_http: bool
    """Whether an address may be ``http:`` or this machine's own; only where no stranger can listen."""
    mail_from: str = ""
    """The address from which the stage sends mail; "" where it sends none."""


class ShelfConfig(Config, frozen=True, kw_only=True):
    media_bucket: str
    """Of the pictures."""


class PublishConfig(Config, frozen=True, kw_only=True):
    outbound_queue_url: str


class NotifyConfig(Config, frozen=True, kw_only=True):
    deliveries_queue_url: str


class OutgoingConfig(Config, frozen=True, kw_only=True):
    allow_plain_http: bool
    """As the desk has it."""


class MessagesConfig(Config, frozen=True, kw_only=True):
    """Of what is told to people."""

    desk_url: str
    """Of the desk's API, for links to it."""
    mail_from: str = ""
    """The address from which the stage sends mail; "" where it sends none."""
