"""The OpenAPI 3.1 document, made from the route tables that serve the API."""

import re
from importlib.metadata import version
from typing import Any

import msgspec

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from shared.api.problems import KINDS, TYPE_BASE, Kind
from shared.api.routes import Route

_REF = "#/components/schemas/{name}"
_PARAMETER = re.compile(r"{(\w+)}")
_ALWAYS = ("unauthorized", "forbidden", "not-found", "unavailable")
_WITH_BODY = ("malformed", "too-large", "invalid", "wrong-state", "changed-meanwhile")

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "detail", "remedy", "instance"],
    "properties": {
        "type": {"type": "string", "enum": [TYPE_BASE + kind.type for kind in KINDS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong in this case."},
        "remedy": {"type": "string", "description": "What to do about it."},
        "instance": {"type": "string"},
        "field": {"type": "string", "description": "Dotted path of the field that is not acceptable."},
    },
}
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


def document() -> dict[str, Any]:
    """The whole document. The three APIs have addresses of their own; a tag names the one of each route."""
    tagged = [("desk", route) for route in DESK] + [("recover", route) for route in RECOVER]
    types = {type_ for _, route in tagged for type_ in (route.body, route.returns) if type_ is not None}
    ordered = sorted(types, key=repr)
    schemas, components = msgspec.json.schema_components(ordered, ref_template=_REF)
    schema_of = dict(zip(ordered, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {"/hooks/{source}": _hook()}
    for tag, route in tagged:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(tag, route, schema_of)
        if route.opens_with == "token" and route.method == "GET":
            paths[route.path]["head"] = _head(paths[route.path]["get"])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Backchannel",
            "version": version("backchannel"),
            "description": "Ids are opaque. Times are UTC (RFC 3339). A key is for one client; "
            "everything of another client is answered with 404.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "tags": [
            {"name": "ingest", "description": "Webhooks in, by their own signatures."},
            {"name": "desk", "description": "The day's work."},
            {"name": "recover", "description": "Stop, resume, recall: an API of its own, which stays up alone."},
        ],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "bearerFormat": "bk_…"}},
            "schemas": {"Problem": _PROBLEM, **components},
        },
    }


def _operation(tag: str, route: Route, schema_of: dict[Any, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name,
        "tags": [tag],
        "summary": route.summary,
        "description": _opening(route),
        "parameters": _parameters(route),
        "responses": {
            str(route.status): {
                "description": "Done." if route.method != "GET" else "Found.",
                "content": _replies(route, schema_of),
            },
            **_problems(route),
        },
    }
    if route.opens_with == "token":
        operation["security"] = []
    if route.body is not None:
        kinds = ("application/json", "application/x-www-form-urlencoded")[: 1 + route.takes_form]
        operation["requestBody"] = {
            "required": True,
            "content": {kind: {"schema": schema_of[route.body]} for kind in kinds},
        }
    return operation


def _opening(route: Route) -> str:
    if route.opens_with == "token":
        return "Needs no key: the token in its address is a secret that opens this and nothing else."
    return f"Needs a key with the scope `{route.scope.value}`." if route.scope else "Needs a key, any."


def _replies(route: Route, schema_of: dict[Any, Any]) -> dict[str, Any]:
    """Text is sent as it is; a route that takes forms as well answers a form with a page, and JSON with JSON.

    One that answers with JSON and names another type can be asked for that.
    """
    text = {_bare(route.content_type): {"schema": {"type": "string"}}}
    if route.returns in (str, bytes):
        return text
    return {"application/json": {"schema": schema_of[route.returns]}} | (
        text if "json" not in route.content_type else {}
    )


def _bare(content_type: str) -> str:
    return content_type.partition(";")[0]


def _head(get: dict[str, Any]) -> dict[str, Any]:
    """What the same with GET answers, without its body."""
    responses = {status: {"description": response["description"]} for status, response in get["responses"].items()}
    return get | {"operationId": f"{get['operationId']}_head", "responses": responses}


def _parameters(route: Route) -> list[dict[str, Any]]:
    text = {"type": "string"}
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": text} for name in _PARAMETER.findall(route.path)
    ]
    parameters += [
        {"name": name, "in": "query", "description": meaning, "schema": text} for name, meaning in route.query.items()
    ]
    if route.method == "POST" and route.opens_with == "key":
        meaning = "Sent again with the same value, the request is done once and answered the same."
        parameters.append({"name": "Idempotency-Key", "in": "header", "description": meaning, "schema": text})
    return parameters


def _problems(route: Route) -> dict[str, Any]:
    wanted = _ALWAYS + (_WITH_BODY if route.method != "GET" else ("invalid",))
    if route.opens_with == "token":
        wanted = (*(kind for kind in wanted if kind != "unauthorized"), "wrong-state")
    by_status: dict[int, list[Kind]] = {}
    for kind in KINDS:
        if kind.type in wanted:
            by_status.setdefault(kind.status, []).append(kind)
    return {
        str(status): {
            "description": "; ".join(f"{kind.title} (`{kind.type}`)" for kind in kinds),
            "content": _refusals(route),
        }
        for status, kinds in by_status.items()
    }


def _refusals(route: Route) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": _REF.format(name="Problem")}}}
    page = {_bare(route.content_type): {"schema": {"type": "string"}}}
    if route.page is None:
        return problem
    return page if route.body is None else problem | page


def _hook() -> dict[str, Any]:
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
    problem = {"application/problem+json": {"schema": {"$ref": _REF.format(name="Problem")}}}
    refused = {status: {"description": meaning, "content": problem} for status, meaning in refusals.items()}
    return {**operation, "responses": {**operation["responses"], **refused}}
