"""The table of events that functions know, made from the schemas: ``python -m infra.event_types`` writes it anew."""

import json
from collections.abc import Mapping
from typing import Any

from infra.build import ROOT

SCHEMAS = ROOT / "events" / "schemas"
ENVELOPE = "webhook.json"
TABLE = ROOT / "shared" / "domain" / "event_types.py"
_HEAD = '''"""Every event that can be told: ``python -m infra.event_types`` writes it from the schemas."""

# ruff: noqa: E501
from collections.abc import Mapping

DESCRIPTIONS: Mapping[str, str] = {
'''


def envelope() -> Any:
    """What all have in common."""
    return json.loads((SCHEMAS / ENVELOPE).read_text())


def schemas() -> Mapping[str, Any]:
    """Of what is sent, by event type."""
    every = (json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.json")))
    return {schema["title"]: schema for schema in every if schema.get("$ref") == ENVELOPE}


def table() -> str:
    """The module as it is to be."""
    lines = (
        f"    {json.dumps(type_)}: {json.dumps(schema['description'], ensure_ascii=False)},\n"
        for type_, schema in schemas().items()
    )
    return _HEAD + "".join(lines) + "}\n"


if __name__ == "__main__":
    TABLE.write_text(table())
