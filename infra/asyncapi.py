"""The AsyncAPI 3 document of what endpoints are told, made from the schemas that every event is held to."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from functions.notify.webhook import CONTENT_TYPES, SCHEMA, SOURCE, TYPE
from infra.event_types import envelope, schemas
from shared.domain.endpoints import DELIVERY, Envelope

CLOUD_EVENT = "cloudevent"
_KEPT_APART = ("$schema", "$id", "$ref", "title", "description")
_HEADERS = {
    "type": "object",
    "required": ["webhook-id", "webhook-timestamp", "webhook-signature", DELIVERY],
    "properties": {
        "webhook-id": {"description": "The same over all tries, so that a second copy is known.", "type": "string"},
        "webhook-timestamp": {"description": "Of this try, in Unix seconds.", "type": "string", "pattern": "^[0-9]+$"},
        "webhook-signature": {
            "description": "`v1,` and the HMAC-SHA256 of `{id}.{timestamp}.{body}` in base64, by each secret that is "
            "good: one, and two for a day after a new one was made.",
            "type": "string",
        },
        DELIVERY: {"description": "Marks what is from here; never taken in by /hooks.", "type": "string"},
    },
}
_FLAT = {
    "description": "No object is in it: who did it as `who_…`, details as `data_…`, lists as JSON in text.",
    "type": "object",
    "required": ["id", "type", "timestamp", "client", "subject"],
    "properties": {name: {"type": "string"} for name in ("id", "type", "timestamp", "client", "subject")},
    "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
}


def document() -> dict[str, Any]:
    """A channel for each type of event: what it carries in each envelope, as an endpoint has chosen."""
    every = schemas()
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Backchannel's webhooks",
            "version": version("backchannel"),
            "description": "What an endpoint is told of its client's ledger: POST requests to its own address, signed "
            "by Standard Webhooks. An event comes at least once. New fields and new types may come.",
            "license": {"name": "Apache-2.0"},
            "externalDocs": {"url": "https://www.standardwebhooks.com"},
        },
        "defaultContentType": "application/json",
        "channels": {type_: _channel(type_, schema) for type_, schema in every.items()},
        "operations": {type_: _operation(type_) for type_ in every},
        "components": {
            "schemas": {"webhook": _plain(envelope()), CLOUD_EVENT: _cloud_event(), "headers": _HEADERS},
            "messageTraits": {
                "signed": {"headers": {"$ref": "#/components/schemas/headers"}, "bindings": {"http": {}}},
                CLOUD_EVENT: {
                    "contentType": CONTENT_TYPES[Envelope.CLOUDEVENTS],
                    "externalDocs": {"url": "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md"},
                },
            },
            "messages": {
                **{name: message for type_, schema in every.items() for name, message in _messages(type_, schema)},
                "flat": {
                    "name": "flat",
                    "title": "Any event, flat",
                    "traits": [{"$ref": "#/components/messageTraits/signed"}],
                    "payload": _FLAT,
                },
            },
        },
    }


def _channel(type_: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    messages = (type_, f"{type_}.{CLOUD_EVENT}", "flat")
    return {
        "address": None,  # the endpoint's own, which this document cannot know
        "title": type_,
        "description": schema["description"],
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
    }


def _operation(type_: str) -> dict[str, Any]:
    return {
        "action": "send",
        "channel": {"$ref": f"#/channels/{type_}"},
        "bindings": {"http": {"method": "POST", "bindingVersion": "0.3.0"}},
    }


def _messages(type_: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    signed, said = {"$ref": "#/components/messageTraits/signed"}, schema["description"]
    own = _plain(schema)
    details = own["properties"].get("data", {})
    yield (
        type_,
        {
            "name": type_,
            "title": type_,
            "summary": said,
            "traits": [signed],
            "payload": {"allOf": [{"$ref": "#/components/schemas/webhook"}, own]},
        },
    )
    event = {
        "type": "object",
        "properties": {
            "type": {"const": TYPE + type_},
            "dataschema": {"const": SCHEMA.format(type=type_)},
            "data": details,
        },
    }
    yield (
        f"{type_}.{CLOUD_EVENT}",
        {
            "name": TYPE + type_,
            "title": f"{type_}, as a CloudEvent",
            "summary": said,
            "traits": [signed, {"$ref": f"#/components/messageTraits/{CLOUD_EVENT}"}],
            "payload": {"allOf": [{"$ref": f"#/components/schemas/{CLOUD_EVENT}"}, event]},
        },
    )


def _cloud_event() -> dict[str, Any]:
    text = {"type": "string"}
    required = ("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data")
    return {
        "type": "object",
        "required": list(required),
        "properties": {
            "specversion": {"const": "1.0"},
            "id": text | {"description": "As the header webhook-id."},
            "source": text | {"format": "uri", "description": f"{SOURCE} and the client."},
            "type": text,
            "subject": text,
            "time": text | {"format": "date-time"},
            "partitionkey": text | {"description": "What the order of events is kept for: the subject."},
            "datacontenttype": {"const": "application/json"},
            "dataschema": text | {"format": "uri"},
            "data": _plain(envelope())["properties"]["data"],
        },
    }


def _plain(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Without what names it and what it builds on: a document's schemas name each other by their place in it."""
    return {name: value for name, value in schema.items() if name not in _KEPT_APART}
