"""The JSON Schemas of the webhooks that we send, in ``events/schemas``."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

EVENTS = Path(__file__).parents[1] / "events"
ENVELOPE = "webhook.json"
_ALL = {path.name: json.loads(path.read_text()) for path in (EVENTS / "schemas").glob("*.json")}
SENT: dict[str, Any] = {
    name.removesuffix(".json"): schema for name, schema in _ALL.items() if schema.get("$ref") == ENVELOPE
}
"""By event type."""
_REGISTRY = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in (_ALL[ENVELOPE], *SENT.values())
)


def conforms(event: Any) -> None:
    """Raises unless ``event`` is as its type's schema says, and holds nothing of which no schema speaks."""
    schema = SENT[event["type"]]
    Draft202012Validator(schema, registry=_REGISTRY).validate(event)
    told = _ALL[ENVELOPE]["properties"]["data"]["properties"].keys() | schema["properties"].get("data", {}).get(
        "properties", {}
    )
    assert event["data"].keys() <= told, f"{event['type']} has {event['data'].keys() - told}"
