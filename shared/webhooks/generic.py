"""Any tool that signs with HMAC-SHA256 in hex: its source declares where the fields are (``FieldMapping``)."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from shared.domain.accounts import FieldMapping, Source
from shared.domain.errors import InvalidError, StateError
from shared.domain.listening.mentions import Report, Retraction
from shared.domain.text import language
from shared.webhooks import fields
from shared.webhooks.heard import Event
from shared.webhooks.signatures import check, check_time, digest, header


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Hex in either case, with or without ``sha256=``; a declared timestamp is checked and signed too."""
    mapping = _mapping(source)
    signed = body
    if mapping.timestamp_header:
        timestamp = header(headers, mapping.timestamp_header)
        check_time(timestamp, now)
        signed = timestamp.encode() + b"." + body
    check(
        [header(headers, mapping.signature_header).lower().removeprefix("sha256=")],
        [digest(secret.encode(), signed).hex() for secret in source.secrets if secret],
    )


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    mapping = _mapping(source)
    for item, place in _items(payload, mapping.items):
        yield _event(source, mapping, item, place, now)


def _event(source: Source, mapping: FieldMapping, item: object, place: str, now: datetime) -> Report | Retraction:
    def needed(path: str) -> tuple[str, str]:
        where = _joined(place, path)
        return _text(found(item, path), where), where

    def optional(path: str) -> object:
        return found(item, path) if path else None

    def named_post(path: str) -> str:
        named, where = optional(path), _joined(place, path)
        return fields.identity("" if named is None else _text(named, where), where, empty=True)

    named, edited = optional(mapping.network), optional(mapping.edited_at)
    network = fields.network(
        source.network if named is None else _text(named, _joined(place, mapping.network)),
        _joined(place, mapping.network),
    )
    if mapping.deleted and optional(mapping.event) == mapping.deleted:
        return fields.retraction(network, *needed(mapping.external_id))
    return Report(
        network=network,
        external_id=fields.identity(*needed(mapping.external_id)) if mapping.external_id else "",
        author=fields.author(*needed(mapping.author)),
        text=fields.message(*needed(mapping.text)),
        url=fields.link(optional(mapping.url)),
        posted_at=fields.moment(optional(mapping.posted_at), now),
        followers=fields.count(optional(mapping.followers)),
        in_reply_to=named_post(mapping.in_reply_to),
        conversation=named_post(mapping.conversation),
        language=language(optional(mapping.language)),
        edited_at=fields.edited(edited, now) if edited else None,
    )


def found(value: object, path: str) -> object:
    """What lies at a dotted path, or None. Numbers index lists."""
    for step in path.split("."):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isascii() and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _items(payload: object, path: str) -> Iterator[tuple[object, str]]:
    """Each item and its own path."""
    items = found(payload, path) if path else payload
    if items is None:
        raise InvalidError("is missing", path or None)
    if not isinstance(items, list):
        yield items, path
        return
    for index, item in enumerate(items):
        yield item, _joined(path, str(index))


def _text(value: object, field: str) -> str:
    """Ids are often numbers; everything else must be text."""
    if value is None:
        raise InvalidError("is missing", field)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InvalidError("is not text", field)
    return str(value)


def _joined(place: str, path: str) -> str:
    return f"{place}.{path}".strip(".")


def _mapping(source: Source) -> FieldMapping:
    if source.mapping is None:
        raise StateError("This source has no field mapping; it must be given one.")
    return source.mapping
