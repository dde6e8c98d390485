"""An entry without objects in objects, for tools whose fields are mapped by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from shared.domain.ledger import Entry


def flat(entry: Entry) -> dict[str, Any]:
    """``{"id", "type", "timestamp", "client", "subject", "who_member", …}``, with the details as ``data_…``."""
    return {
        "id": entry.id,
        "type": entry.type,
        "timestamp": entry.at,
        "client": entry.realm,
        "subject": entry.subject,
        **dict(_flattened("who", entry.who)),
        **dict(_flattened("data", entry.data)),
    }


def _flattened(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Lists are kept as JSON in a text: how many columns they would be is not known beforehand."""
    if isinstance(value, Mapping):
        for inner, held in value.items():
            yield from _flattened(f"{name}_{inner}", held)
    elif isinstance(value, list | tuple):
        yield name, msgspec.json.encode(value).decode()
    else:
        yield name, value
