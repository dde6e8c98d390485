"""A body of JSON as a type of ours: whatever is wrong with it is named, and nothing in it is passed over."""

from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import msgspec

from shared.api.problems import MalformedError, translated
from shared.domain.errors import InvalidError

T = TypeVar("T")


def decoded(body: bytes, kind: type[T]) -> T:
    """Raises MalformedError, or InvalidError naming the field. No body at all is an object without fields."""
    try:
        sent = msgspec.json.decode(body or b"{}")
        read = msgspec.json.decode(body or b"{}", type=kind)
    except msgspec.DecodeError as complaint:
        raise translated(complaint) from complaint
    except RecursionError as deep:
        raise MalformedError("The body is nested too deeply.") from deep
    except UnicodeDecodeError as garbled:
        raise MalformedError("The body is not UTF-8.") from garbled
    unread = next(_unread(sent, msgspec.to_builtins(read)), None)
    if unread is not None:
        raise InvalidError("is not a field here", unread)
    return read


def decoded_form(body: bytes, kind: type[T]) -> T:
    """A form's fields as ``kind``, as :func:`decoded` reads JSON; a field that came twice is refused."""
    fields: dict[str, str] = {}
    try:
        text = body.decode()
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=50)
    except ValueError as garbled:
        raise MalformedError("The body is not a form in UTF-8.") from garbled
    for name, value in pairs:
        if name in fields:
            raise InvalidError("is given twice", name)
        fields[name] = value
    try:
        return msgspec.convert(fields, type=kind)
    except msgspec.ValidationError as complaint:
        raise translated(complaint) from complaint


def _unread(sent: Any, read: Any) -> Iterator[str]:
    """The paths of fields that were sent and not read; msgspec itself refuses those of its Structs only."""
    if isinstance(sent, dict):
        for name, value in sent.items():
            if name in read:
                yield from (f"{name}.{inner}" for inner in _unread(value, read[name]))
            else:
                yield name
    elif isinstance(sent, list):
        for index, (value, taken) in enumerate(zip(sent, read, strict=True)):
            yield from (f"{index}.{inner}" for inner in _unread(value, taken))
