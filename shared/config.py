"""What a function reads from its environment: one frozen dataclass each, read once, on first use."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

_VARIABLES = {"stage": "BACKCHANNEL_STAGE"}
_TRUTH = {"true": True, "false": False}


class ConfigurationError(Exception):
    """The function was deployed without something that it needs. Names variables, never their values."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    stage: str

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Each field from the variable of its name in capitals. Raises :class:`ConfigurationError`."""
        variables = {field.name: _VARIABLES.get(field.name, field.name.upper()) for field in fields(cls)}
        missing = [variable for variable in variables.values() if not environ.get(variable)]
        if missing:
            raise ConfigurationError(f"Not set in the environment: {', '.join(missing)}.")
        return cls(
            **{
                field.name: _read(environ[variables[field.name]], field.type, variables[field.name])
                for field in fields(cls)
            }
        )


def _read(text: str, kind: Any, variable: str) -> Any:
    if kind is not bool:
        return text
    if text not in _TRUTH:
        raise ConfigurationError(f"{variable} must be true or false.")
    return _TRUTH[text]


@dataclass(frozen=True, kw_only=True, slots=True)
class IngestConfig(Config):
    inbound_queue_url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskConfig(Config):
    outbound_queue_url: str
    allow_plain_http: bool
    """Whether an endpoint's URL may be ``http:``; only where no stranger can listen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishConfig(Config):
    outbound_queue_url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotifyConfig(Config):
    deliveries_queue_url: str
