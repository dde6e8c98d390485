"""An entry as one object without inner objects, for tools in which people map fields by hand (Zapier, n8n).

``id`` stays the same however often an entry is told, so that a tool can drop a second copy.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from shared.domain.ledger import Entry

INNER = "__"
"""Between the name of an object, or of a list of objects, and what is in it: ``data_evidence__because``."""
Scalar = str | int | float | bool | None


def flat(entry: Entry) -> dict[str, Scalar]:
    """``id``, ``type``, ``timestamp``, ``client``, ``subject``, ``who_…``, ``data_…``.

    What is in an object goes by both names; a list of plain values is joined by commas; objects in a list are
    numbered from 1. An empty list or object is an empty text, so that a field which can be there is there.
    """
    return {
        "id": entry.id,
        "type": entry.type,
        "timestamp": entry.at.isoformat(),
        "client": entry.realm,
        "subject": entry.subject,
        **{f"who_{name}": value for name, value in entry.who.items()},
        **{f"data_{name}": value for key, inner in entry.data.items() for name, value in _flat(key, inner)},
    }


def _flat(name: str, value: Any) -> Iterator[tuple[str, Scalar]]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _flat(f"{name}{INNER}{key}", inner)
    elif isinstance(value, list | tuple) and any(isinstance(one, Mapping | list | tuple) for one in value):
        for number, inner in enumerate(value, start=1):
            yield from _flat(f"{name}{INNER}{number}", inner)
    else:
        yield name, _scalar(value)


def _scalar(value: Any) -> Scalar:
    if isinstance(value, Mapping | list | tuple):
        return ", ".join(_text(one) for one in value)
    return value.isoformat() if isinstance(value, datetime) else value


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(_scalar(value))
