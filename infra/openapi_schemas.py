"""Our types as JSON Schemas that say what msgspec's leave out, in a form that writers of clients can read."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import inspect as types

_REF = "#/components/schemas/{name}"
_ROLE = re.compile(r":\w+:`~?([^`]+)`")


def schemas(kinds: Iterable[Any]) -> tuple[dict[Any, Any], dict[str, Any]]:
    """The schema of each type, and the components that they refer to."""
    ordered = sorted(kinds, key=repr)
    made, components = msgspec.json.schema_components(ordered, ref_template=_REF)
    for name, fields in _objects(types.multi_type_info(ordered)):
        properties = components.get(name, {}).get("properties", {})
        for field in fields:
            _say_dates(properties.get(field.encode_name, {}), field.type)
    for schema in _nested([components, *made]):
        _simplify(schema)
    return dict(zip(ordered, made, strict=True)), components


def markdown(docstring: str) -> str:
    return _ROLE.sub(r"`\1`", inspect.cleandoc(docstring)).replace("``", "`")


def _objects(found: Iterable[types.Type]) -> Iterator[tuple[str, tuple[types.Field, ...]]]:
    """Every class with fields that the types reach, by name."""
    waiting, seen = list(found), set[Any]()
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, types.StructType | types.DataclassType):
            if kind.cls in seen:
                continue
            seen.add(kind.cls)
            yield kind.cls.__name__, kind.fields
            waiting += [field.type for field in kind.fields]
        waiting += _inside(kind)


def _inside(kind: types.Type) -> list[types.Type]:
    if isinstance(kind, types.UnionType):
        return list(kind.types)
    if isinstance(kind, types.DictType):
        return [kind.value_type]
    if isinstance(kind, types.TupleType):
        return list(kind.item_types)
    item = getattr(kind, "item_type", None)
    return [item] if item is not None else []


def _say_dates(schema: dict[str, Any], kind: types.Type) -> None:
    """That a text is a time. One without an offset is taken as well, so msgspec does not say it."""
    if isinstance(kind, types.DateTimeType):
        schema["format"] = "date-time"
    elif isinstance(kind, types.UnionType) and any(isinstance(one, types.DateTimeType) for one in kind.types):
        for choice in schema.get("anyOf", []):
            if choice == {"type": "string"}:
                choice["format"] = "date-time"
    elif isinstance(kind, types.DictType):
        _say_dates(schema.get("additionalProperties") or {}, kind.value_type)
    elif (item := getattr(kind, "item_type", None)) is not None:
        _say_dates(schema.get("items") or {}, item)


def _nested(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, Mapping):
        if isinstance(schema, dict):
            yield schema
        for inner in schema.values():
            yield from _nested(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _nested(inner)


def _simplify(schema: dict[str, Any]) -> None:
    """Descriptions as Markdown; and no ``items: false`` where the length says it: writers of clients stumble at it."""
    if isinstance(schema.get("description"), str):
        schema["description"] = markdown(schema["description"])
    if schema.get("items") is False and schema.get("maxItems") == len(schema.get("prefixItems", [])):
        del schema["items"]
