"""The two operations of ingest in the OpenAPI document: their form is the providers', not ours."""

from typing import Any

PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
_HOOK = {
    "parameters": [{"name": "source", "in": "path", "required": True, "schema": {"type": "string"}}],
    "get": {
        "operationId": "challenge",
        "tags": ["ingest"],
        "summary": "Answer a provider's challenge (X: crc_token; LinkedIn: challengeCode; Meta, hubs: hub.challenge).",
        "security": [],
        "responses": {
            "200": {
                "description": "The proof that the provider asks for.",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {
                                name: {"type": "string"}
                                for name in ("response_token", "challengeCode", "challengeResponse")
                            },
                            "anyOf": [
                                {"required": ["response_token"]},
                                {"required": ["challengeCode", "challengeResponse"]},
                            ],
                        }
                    },
                    "text/plain": {"schema": {"type": "string"}},
                },
            }
        },
    },
    "post": {
        "operationId": "hook",
        "tags": ["ingest"],
        "summary": "Take a signed webhook in; the source's scheme says how it is signed.",
        "security": [],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {}}, "application/atom+xml": {"schema": {"type": "string"}}},
        },
        "responses": {
            "200": {
                "description": "Durable. `accepted`: how many messages it told of, written, changed or taken back, the "
                "same webhook again included; a statement of what matters is one. `challenge`: Slack's own, back.",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {"accepted": {"type": "integer"}, "challenge": {"type": "string"}},
                            "anyOf": [{"required": ["accepted"]}, {"required": ["challenge"]}],
                        }
                    }
                },
            }
        },
    },
}


def hook() -> dict[str, Any]:
    asked = {
        "403": "The source answers no challenge, or the verify token is not its own.",
        "404": "There is no such source.",
        "422": "A query parameter is missing or not acceptable; it is named.",
        "503": "Not known; ask again.",
    }
    sent = {
        "400": "Not JSON; of a hub, not a feed in plain XML.",
        "401": "The signature or its time does not fit.",
        "404": "There is no such source.",
        "410": "The webhook is one of Backchannel's own.",
        "413": "Over 1,000,000 bytes.",
        "415": "Compressed.",
        "422": "A field is missing or not acceptable; it is named.",
        "503": "Not known to be durable; send it again.",
    }
    return {**_HOOK, "get": _refusing(_HOOK["get"], asked), "post": _refusing(_HOOK["post"], sent)}


def _refusing(operation: Any, refusals: dict[str, str]) -> dict[str, Any]:
    refused = {status: {"description": meaning, "content": PROBLEM} for status, meaning in refusals.items()}
    return {**operation, "responses": {**operation["responses"], **refused}}
