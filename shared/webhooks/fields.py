"""Fields of a report out of what providers write in them.

What says *which* message it is, and the message itself, must be right or the field is named in a refusal.
What only adds to it (reach, time, link) never costs us the message: nonsense there counts as not known.
"""

import math
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import msgspec

from shared.domain.errors import InvalidError
from shared.domain.listening.mentions import Retraction
from shared.domain.text import clean

LONGEST_ID = 512
LONGEST_AUTHOR = 200
LONGEST_TEXT = 65_536
"""Characters: at four bytes each, still well inside one stored record."""
LONGEST_LINK = 2_048
MOST_FOLLOWERS = 2**31
_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<where>[^`]*)`)?$", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""Earlier than any network: what a tool says when it does not know."""
_LATEST_EPOCH_SECONDS = 1e11
"""A larger number counts in parts of a second."""
_TYPE = re.compile(r"[\w.:/-]{1,64}", re.ASCII)
_NETWORK = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,46}[a-z0-9])?")
_RENAMED = {"twitter": "x"}

T = TypeVar("T")


def shaped(payload: object, shape: Any, place: str = "") -> Any:
    """``payload`` as a ``shape``. Raises :class:`InvalidError` with the path of the first wrong field."""
    try:
        return msgspec.convert(payload, shape)
    except msgspec.ValidationError as complaint:
        raise _named(str(complaint), place) from complaint


def _named(complaint: str, place: str) -> InvalidError:
    match = _PLACE.match(complaint)
    what, where = (match["what"], match["where"] or "") if match else (complaint, "")
    missing = _MISSING.match(what)
    parts = [place, where, missing["name"] if missing else ""]
    field = ".".join(part for part in parts if part).replace(".[", "[")
    return InvalidError("is missing" if missing else what, field or None)


def identity(value: str, field: str, *, empty: bool = False) -> str:
    return clean(value, field, longest=LONGEST_ID, empty=empty)


def retraction(network: str, external_id: str, field: str) -> Retraction:
    return Retraction(network=network, external_id=identity(external_id, field))


def event_type(value: object) -> str:
    """The name of a type of event as it can stand in a log; a name that is none is not repeated."""
    return value if isinstance(value, str) and _TYPE.fullmatch(value) else "unnamed"


def author(value: str, field: str) -> str:
    """Without a leading ``@``; "" when the provider does not say."""
    return clean(value, field, longest=LONGEST_AUTHOR, empty=True).strip().removeprefix("@")


def message(value: str, field: str) -> str:
    """May be empty: a picture alone is a message too."""
    return clean(value, field, longest=LONGEST_TEXT, empty=True)


def network(value: str, field: str) -> str:
    """A network's name in lower case, under its present name."""
    name = value.strip().lower()
    if not _NETWORK.fullmatch(name):
        raise InvalidError("is not the name of a network", field)
    return _RENAMED.get(name, name)


def link(value: object) -> str:
    """A web address, or "" for anything that is none."""
    if not isinstance(value, str) or not value.lower().startswith(("https://", "http://")):
        return ""
    return value if len(value) <= LONGEST_LINK and value.isprintable() and " " not in value else ""


def count(value: object) -> int:
    """0 … 2³¹; 0 for anything that is no number."""
    number = _number(value)
    return int(min(max(number, 0), MOST_FOLLOWERS)) if number is not None else 0


def moment(value: object, now: datetime) -> datetime | None:
    """A time in UTC out of ISO 8601, RFC 2822, or Unix seconds or fractions of them; None in the future.

    None too for anything before the year 2000. A time without a zone is taken as UTC.
    """
    found = _moment(value)
    return found if found is not None and _EARLIEST <= found <= now else None


def edited(value: object, now: datetime) -> datetime:
    """When a message was changed of which a provider says that it was; now, when it does not say when."""
    return moment(value, now) or now


def _moment(value: object) -> datetime | None:
    number = _number(value)
    if number is not None:
        return _since_epoch(number)
    if not isinstance(value, str):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(value.strip())
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _since_epoch(number: float) -> datetime | None:
    for _ in ("milliseconds", "microseconds", "nanoseconds"):
        number /= 1000 if number > _LATEST_EPOCH_SECONDS else 1
    try:
        return datetime.fromtimestamp(number, UTC) if number > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _number(value: object) -> float | None:
    """None for what is not a finite number, a truth value among it."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
