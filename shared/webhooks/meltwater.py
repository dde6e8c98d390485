"""Meltwater: what a saved search finds, streamed as JSON (the template ``api.json``). It tells of no deletions.

Source: https://developer.meltwater.com/docs/meltwater-api/guides/datastreams-document-verification and
https://developer.meltwater.com/api-reference/templates/api-json. Whether a webhook holds one document or several is not
said there, so either is taken; nothing of it is tried.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from shared.domain.accounts import Source
from shared.domain.listening.mentions import Report
from shared.webhooks import fields
from shared.webhooks.heard import Event
from shared.webhooks.signatures import check, digest, header

_NETWORK_OF = {
    "facebook.com": "facebook",
    "instagram.com": "instagram",
    "linkedin.com": "linkedin",
    "reddit.com": "reddit",
    "threads.com": "threads",
    "threads.net": "threads",
    "tiktok.com": "tiktok",
    "twitter.com": "x",
    "x.com": "x",
    "youtube.com": "youtube",
}


class _Author(msgspec.Struct):
    handle: str | None = None
    name: str | None = None


class _Content(msgspec.Struct):
    title: str | None = None
    opening_text: str | None = None
    body: str | None = None


class _Document(msgspec.Struct):
    id: str
    external_id: str | None = None
    """The network's own id; on X alone."""
    url: str | None = None
    published_date: str | int | None = None
    author: _Author = msgspec.field(default_factory=_Author)
    content: _Content = msgspec.field(default_factory=_Content)


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 no time is signed
    check(
        [header(headers, "x-hub-signature")],
        ["sha1=" + digest(secret.encode(), body, "sha1").hex() for secret in source.secrets if secret],
    )


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    for place, given in _documents(payload):
        document: _Document = fields.shaped(given, _Document, place)
        yield _report(source, document, f"{place}." if place else "", now)


def _documents(payload: object) -> list[tuple[str, Any]]:
    if isinstance(payload, dict) and isinstance(payload.get("documents"), list):
        return [(f"documents[{index}]", one) for index, one in enumerate(payload["documents"])]
    if isinstance(payload, list):
        return [(f"[{index}]", one) for index, one in enumerate(payload)]
    return [("", payload)]


def _report(source: Source, document: _Document, place: str, now: datetime) -> Report:
    content = document.content
    text = content.body or content.opening_text or content.title or ""
    return Report(
        network="x" if document.external_id else _network(document.url or "") or source.network,
        external_id=fields.identity(document.external_id or "", f"{place}external_id", empty=True),
        author=fields.author(document.author.handle or document.author.name or "", f"{place}author"),
        text=fields.message(text, f"{place}content"),
        url=fields.link(document.url),
        posted_at=fields.moment(document.published_date, now),
    )


def _network(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return _NETWORK_OF.get(".".join(host.split(".")[-2:]), "")
