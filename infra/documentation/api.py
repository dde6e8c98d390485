"""The API as pages, from its OpenAPI document."""

from collections.abc import Iterator, Mapping
from typing import Any

from infra.openapi import document

Schema = Mapping[str, Any]
_REF = "#/components/schemas/"
_BREAK = "\n\n"
METHODS = ("get", "post", "put", "patch", "delete")


def operations() -> str:
    """Every operation, by the API that serves it and the first part of its path that names a thing."""
    api = document()
    parts = [
        "# API",
        api["info"]["description"],
        "`backchannel openapi` prints the same as an OpenAPI 3.1 document. Refusals: [](problems.md).",
    ]
    for tag in api["tags"]:
        parts += [f"## {tag['name']}", tag["description"]]
        for path, methods in api["paths"].items():
            parts += [
                part
                for method, operation in methods.items()
                if method in METHODS and tag["name"] in operation["tags"]
                for part in _operation(method, path, operation)
            ]
    return _BREAK.join(parts) + "\n"


def types() -> str:
    """Every type that an operation takes or answers with."""
    schemas: Mapping[str, Schema] = document()["components"]["schemas"]
    parts = ["# Types", "What the API takes and answers with."]
    for name, schema in sorted(schemas.items()):
        parts += [f"(type-{_anchor(name)})=\n## {name}", *_described(schema)]
    return _BREAK.join(parts) + "\n"


def _operation(method: str, path: str, operation: Mapping[str, Any]) -> Iterator[str]:
    yield f"### `{method.upper()} {path}`"
    yield operation["summary"]
    if operation.get("description"):
        yield operation["description"]
    asked = [
        f"- `{one['name']}`: {one['description']}" for one in operation.get("parameters", ()) if "description" in one
    ]
    if asked:
        yield "\n".join(asked)
    if "requestBody" in operation:
        yield f"Takes {_contents(operation['requestBody']['content'])}."
    for status, response in operation["responses"].items():
        if status.startswith("2") and "content" in response:
            yield f"Answers {status} with {_contents(response['content'])}."
    refusals = ", ".join(status for status in operation["responses"] if not status.startswith("2"))
    if refusals:
        yield f"Refuses with {refusals}."


def _contents(content: Mapping[str, Any]) -> str:
    return " or ".join(f"{_kind(one.get('schema', {}))} (`{kind}`)" for kind, one in content.items())


def _described(schema: Schema) -> Iterator[str]:
    if "description" in schema:
        yield str(schema["description"])
    properties: Mapping[str, Schema] = schema.get("properties", {})
    if properties:
        required = schema.get("required", ())
        rows = [
            f"| `{name}` | {_kind(one)} | {'yes' if name in required else ''} | {_cell(one.get('description', ''))} |"
            for name, one in properties.items()
        ]
        yield "\n".join(["| field | type | required | |", "|---|---|---|---|", *rows])
    elif "enum" in schema:
        yield "One of " + ", ".join(f"`{value}`" for value in schema["enum"]) + "."


def _kind(schema: Schema) -> str:
    """A type in a few words, with a link where it has a name."""
    match schema:
        case {"$ref": str(reference)}:
            name = reference.removeprefix(_REF)
            kinds = [f"[{name}](#type-{_anchor(name)})"]
        case {"anyOf": [*choices]}:
            kinds = [_kind(choice) for choice in choices]
        case {"enum": [*values]}:
            kinds = [f"`{value}`" for value in values]
        case {"const": value}:
            kinds = [f"`{value}`"]
        case {"type": "array", "items": dict(items)} if items:
            kinds = [f"list of {_kind(items)}"]
        case {"type": "object", "additionalProperties": dict(values)}:
            kinds = [f"object of {_kind(values)}"]
        case _:
            named = schema.get("format") or schema.get("type") or "any"
            kinds = named if isinstance(named, list) else [str(named)]
    return " or ".join(dict.fromkeys(kinds))


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def _anchor(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name).strip("-").lower()
