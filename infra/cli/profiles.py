"""Where commands go, and as whom: a profile of a file, under whatever the environment and the command line say.

A profile names one stage's APIs and the key of one person there. The key stands in the file, which nobody else may
read, or is printed by a command of a password manager. It is never printed by us, and never stands on a command line.
"""

import os
import shlex
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infra.cli.failures import CommandError, Exit, usage

KEY = "BACKCHANNEL_KEY"
PROFILE = "BACKCHANNEL_PROFILE"
ADDRESSES = {"api_url": "API_URL", "recover_url": "RECOVER_URL", "hooks_url": "HOOKS_URL"}
"""Of a profile's addresses the environment's variables, as ``backchannel up`` prints them."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_KEY_SECONDS = 60


@dataclass(frozen=True, kw_only=True)
class Profile:
    name: str = ""
    api_url: str = ""
    recover_url: str = ""
    hooks_url: str = ""
    client: str = ""
    """Meant where a command names none."""
    stage: str = ""
    """Name of the deployment, for what is done by AWS credentials."""
    region: str = ""
    key: str = field(default="", repr=False)
    key_command: str = ""
    """Prints the key, such as ``pass show backchannel/live``."""

    def secret(self) -> str:
        """The key. Raises :class:`CommandError` where there is none."""
        if self.key:
            return self.key
        if self.key_command:
            return self._printed
        return usage(f"There is no key: set {KEY}, or make a profile with `backchannel login`.")

    @cached_property
    def _printed(self) -> str:
        """Once, however many calls a command makes: a password manager may ask the person each time."""
        return _printed_by(self.key_command)

    def address(self, which: str) -> str:
        """Of one of the APIs; a key goes to nobody in clear."""
        url: str = getattr(self, which)
        if not url:
            return usage(f"It is not known where the API is: set {ADDRESSES[which]}, or run `backchannel login`.")
        try:
            parts = urlsplit(url)
        except ValueError:
            return usage(f"{ADDRESSES[which]} is no address.")
        if parts.scheme != "https" and (parts.scheme != "http" or parts.hostname not in _LOCAL):
            return usage(f"{ADDRESSES[which]} must be https://, or on this machine.")
        return url.rstrip("/")


STORED = tuple(one.name for one in fields(Profile) if one.name != "name")


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    current: str = ""


def path(environment: Mapping[str, str] = os.environ) -> Path:
    home = environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME") or Path.home()) / ".config"
    return Path(home) / "backchannel" / "config.toml"


def load() -> Config:
    """What the file says; nothing when there is none. One that others can read is refused if it holds a key."""
    file = path()
    try:
        given = tomllib.loads(file.read_text())
        open_to_others = file.stat().st_mode & 0o077
    except FileNotFoundError:
        return Config()
    except OSError as unreadable:
        raise CommandError(f"{file} cannot be read: {unreadable.strerror}", Exit.USAGE) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as garbled:
        # The message of the parser names a place and not what stands there.
        raise CommandError(f"{file} is not TOML: {garbled}", Exit.USAGE) from None
    tables = given.get("profiles", {})
    if not isinstance(tables, dict):
        usage(f"{file}: profiles is not a table.")
    profiles = {name: _profile(name, values) for name, values in tables.items()}
    if open_to_others and any(one.key for one in profiles.values()):
        usage(f"{file} holds keys and others can read it: chmod 600 {file}")
    return Config(profiles=profiles, current=str(given.get("current", "")))


def _profile(name: str, values: Any) -> Profile:
    if not isinstance(values, dict) or (unknown := set(values) - set(STORED)):
        what = "is not a table" if not isinstance(values, dict) else f"has fields that are none: {', '.join(unknown)}"
        usage(f"{path()}: the profile {name} {what}.")
    if not all(isinstance(value, str) for value in values.values()):
        usage(f"{path()}: the profile {name} may hold texts only.")
    return Profile(name=name, **values)


def save(config: Config) -> None:
    """Written whole and then put in place, so that a crash leaves the old one; readable by its owner alone."""
    import tomlkit  # noqa: PLC0415 - only who changes profiles needs a writer

    file = path()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    document = tomlkit.parse(file.read_text()) if file.exists() else tomlkit.document()
    if config.current:
        document["current"] = config.current
    else:
        document.pop("current", None)
    document["profiles"] = {
        name: {each: value for each in STORED if (value := getattr(profile, each))}
        for name, profile in config.profiles.items()
    }
    beside = file.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as writing:
        writing.write(tomlkit.dumps(document))
    beside.replace(file)


def another(named: str) -> Profile:
    """A second person's profile: with its own key, whatever the environment says of the first one's."""
    config = load()
    if named not in config.profiles:
        usage(f"There is no profile {named}, only {', '.join(config.profiles) or 'none yet'}.")
    addresses = {name: os.environ[variable] for name, variable in ADDRESSES.items() if os.environ.get(variable)}
    return replace(config.profiles[named], **addresses)


def in_force(named: str | None = None, **given: str | None) -> Profile:
    """The profile that a command runs under: ``named``, or the environment's, or the current one.

    Over it what the environment says, and over that ``given``, from the command line.
    """
    config = load()
    wanted = named or os.environ.get(PROFILE) or config.current
    if wanted and wanted not in config.profiles:
        usage(
            f"There is no profile {wanted}, only {', '.join(config.profiles) or 'none yet: run `backchannel login`'}."
        )
    profile = config.profiles.get(wanted, Profile())
    from_environment = {name: os.environ.get(variable, "") for name, variable in ADDRESSES.items()}
    from_environment["key"] = os.environ.get(KEY, "")
    over = {name: value for name, value in from_environment.items() if value}
    over |= {name: value for name, value in given.items() if value}
    return replace(profile, **over)


def realm_of(key: str) -> str:
    """Whose key it is, by its own word: the client, or the agency for its administration."""
    kind, _, rest = key.partition("_")
    realm = rest.split(".")[0]
    return realm if kind == "bk" else ""


def _printed_by(command: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the person's own file says which
            shlex.split(command), capture_output=True, text=True, check=True, timeout=_KEY_SECONDS
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        # What it printed may be half a key, so it is not told on.
        raise CommandError(f"The key's command failed: {command}") from None
    lines = done.stdout.strip().splitlines()
    if not lines:
        raise CommandError(f"The key's command printed nothing: {command}")
    return lines[0].strip()
