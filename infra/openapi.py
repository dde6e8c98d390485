"""The OpenAPI 3.1 document, made from the route tables that serve the API."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from infra import openapi_examples, openapi_hooks, openapi_schemas, openapi_text
from infra.openapi_problems import problem_responses, problem_schema, responses_of
from shared.api.routes import Route

_PARAMETER = re.compile(r"{(\w+)}")
_RATE = ("RateLimit", "RateLimit-Policy")
_DEPRECATED = ("Deprecation", "Sunset", "Link")
_KEPT = ("ETag", "Cache-Control")
_QUERY: dict[str, Any] = {
    "limit": {"type": "integer", "minimum": 1, "maximum": 100},
    "day": {"type": "string", "format": "date"},
    "standing": {"type": "string", "enum": ["true", "false"]},
}
"""Query parameters that are not any text, by name: one that is called so is so on every route."""
_PATH: dict[str, Any] = {
    "week": {"type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$", "examples": ["2026-W48"]},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}
_WAITS = frozenset({"engage"})
_TEXT = {"type": "string"}


def tagged() -> Iterator[tuple[str, Route]]:
    """Every route with the API that serves it, which is its tag."""
    yield from (("desk", route) for route in DESK)
    yield from (("recover", route) for route in RECOVER)


def document() -> dict[str, Any]:
    """The whole document. The three APIs have addresses of their own; a tag names the one of each route."""
    routes = list(tagged())
    types = {type_ for _, route in routes for type_ in (route.body, route.returns) if type_ is not None}
    schema_of, schemas = openapi_schemas.schemas(types)
    paths: dict[str, dict[str, Any]] = {"/hooks/{source}": openapi_hooks.hook()}
    for tag, route in routes:
        path = paths.setdefault(route.path, _elsewhere(tag))
        path[route.method.lower()] = _operation(tag, route, schema_of)
        if route.opens_with != "key" and route.method == "GET":
            path["head"] = _head(path["get"])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Backchannel",
            "version": version("backchannel"),
            "summary": "What a brand and its agency do together, without the brand handing over its voice.",
            "description": openapi_text.description(),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": ".", "description": "The desk, which serves this document."}],
        "tags": openapi_text.TAGS,
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "bearerFormat": "bk_…",
                    "description": "A member's key, for one client; shown once, when it is made.",
                }
            },
            "headers": openapi_text.HEADERS,
            "responses": problem_responses(routes),
            "schemas": {"Problem": problem_schema(), **schemas},
        },
    }


def _elsewhere(tag: str) -> dict[str, Any]:
    """The address of an API that is not the one which serves the document."""
    if tag == "desk":
        return {}
    variables = {"api": {"default": "https://recover.example", "description": "Where the stop API is deployed."}}
    return {"servers": [{"url": "{api}", "variables": variables}]}


def _operation(tag: str, route: Route, schema_of: dict[Any, Any]) -> dict[str, Any]:
    done: dict[str, Any] = {"description": "Done." if route.method != "GET" else "Found."}
    operation: dict[str, Any] = {
        "operationId": route.name,
        "tags": [tag],
        "summary": openapi_schemas.markdown(route.summary),
        "description": _opening(route),
        "parameters": _parameters(route),
        "responses": {
            str(route.status): done | _with_headers(tag, route) | {"content": _replies(route, schema_of)},
            **responses_of(tag, route),
        },
    }
    if route.opens_with != "key":
        operation["security"] = []
    if route.opens_with == "nothing":
        unchanged = {"description": "You have it: it is as it was when it had this ETag.", "headers": _headers(_KEPT)}
        operation["responses"]["304"] = unchanged
    if route.deprecated is not None:
        operation["deprecated"] = True
        operation["description"] += f" May be gone from {route.deprecated.sunset} on: {route.deprecated.see}"
    if route.body is not None:
        kinds = ("application/json", "application/x-www-form-urlencoded")[: 1 + route.takes_form]
        operation["requestBody"] = {
            "required": True,
            "content": {kind: {"schema": schema_of[route.body]} for kind in kinds},
        }
        if route.name in openapi_examples.BODIES:
            operation["requestBody"]["content"][kinds[0]]["example"] = openapi_examples.BODIES[route.name]
    return operation


def _opening(route: Route) -> str:
    if route.opens_with == "nothing":
        return "Needs no key."
    if route.opens_with == "token":
        return "Needs no key: the token in its address is a secret that opens this and nothing else."
    needs = f"Needs a key with the scope `{route.scope.value}`" if route.scope else "Needs a key, any"
    whose = f" of the {route.party.value}" if route.party else ""
    asks = f"; asks the mandate for {', '.join(f'`{one.value}`' for one in route.asks)}" if route.asks else ""
    return f"{needs}{whose}{asks}."


def _with_headers(tag: str, route: Route) -> dict[str, Any]:
    names: list[str] = []
    if route.opens_with == "key":
        names += _RATE if tag == "desk" else ()
        names += ("Idempotent-Replayed",) if route.method == "POST" else ()
    if route.opens_with == "nothing":
        names += _KEPT
    if "cursor" in route.query and _is_list(route):
        names.append("Link")
    if route.deprecated is not None:
        names += _DEPRECATED
    return {"headers": _headers(names)} if names else {}


def _is_list(route: Route) -> bool:
    return getattr(route.returns, "__origin__", None) is list


def _headers(names: Any) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _replies(route: Route, schema_of: dict[Any, Any]) -> dict[str, Any]:
    """Text is sent as it is; a route that takes forms as well answers a form with a page, and JSON with JSON.

    One that answers with JSON and names another type can be asked for that.
    """
    text = {route.content_type.partition(";")[0]: {"schema": _TEXT}}
    if route.returns in (str, bytes):
        return text
    return {"application/json": {"schema": schema_of[route.returns]}} | (
        text if "json" not in route.content_type else {}
    )


def _head(get: dict[str, Any]) -> dict[str, Any]:
    """What the same with GET answers, without its body."""
    responses = {
        status: {name: value for name, value in response.items() if name != "content"}
        if "$ref" not in response
        else {"description": "As of GET, without its body."}
        for status, response in get["responses"].items()
    }
    return get | {"operationId": f"{get['operationId']}_head", "responses": responses}


def _parameters(route: Route) -> list[dict[str, Any]]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": _PATH.get(name, _TEXT)}
        for name in _PARAMETER.findall(route.path)
    ]
    parameters += [
        {"name": name, "in": "query", "description": meaning, "schema": _QUERY.get(name, _TEXT)}
        for name, meaning in route.query.items()
    ]
    if route.opens_with == "token" and "token" in route.query:
        parameters = [one | {"required": True} if one["name"] == "token" else one for one in parameters]
    if route.method == "POST" and route.opens_with == "key":
        meaning = "Sent again with the same value, the request is done once and answered the same."
        shape = {"type": "string", "minLength": 1, "maxLength": 255}
        parameters.append({"name": "Idempotency-Key", "in": "header", "description": meaning, "schema": shape})
    if route.name in _WAITS:
        meaning = "`wait=N`: the answer waits up to so many seconds for what was in flight to end."
        parameters.append({"name": "Prefer", "in": "header", "description": meaning, "schema": _TEXT})
    if route.opens_with == "nothing":
        meaning = "The ETag of what you have."
        parameters.append({"name": "If-None-Match", "in": "header", "description": meaning, "schema": _TEXT})
    return parameters
