"""Text as Bluesky counts it, and what in it is a link, a mention or a tag.

Bluesky's servers take text as it is: what is a link is said beside it, in facets, by places counted in bytes of UTF-8.
Source: https://docs.bsky.app/docs/advanced-guides/post-richtext
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from shared.networks.graphemes import graphemes

BYTES_PER_GRAPHEME = 10
"""A post has at most 300 graphemes and at most 3,000 bytes.

Source: https://github.com/bluesky-social/atproto, ``lexicons/app/bsky/feed/post.json``
"""
LONGEST_TAG = 64
"""Graphemes; in bytes ten times as many. Source: ``lexicons/app/bsky/richtext/facet.json``, as above."""
LONGEST_HANDLE = 253
_LINK = re.compile(r"(?<![\w@#])https?://[^\s<>\"“”「」『』。、，]+", re.IGNORECASE)
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_MENTION = re.compile(rf"(?<![\w@./-])@(?P<handle>(?>{_LABEL}(?:\.{_LABEL})+))(?![\w@-])", re.IGNORECASE)
_TAG = re.compile("(?:(?<=\\s)|^)[#\uff03](?P<tag>[^\\s#\uff03\u00ad\u200b-\u200d\u2060\ufe0f\u20e2]+)")
_STOPS = ".,;:!?'’"


def length(text: str) -> int:
    """In graphemes, or in tens of bytes where these are more."""
    return max(graphemes(text), -(-len(text.encode(errors="replace")) // BYTES_PER_GRAPHEME))


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    feature: dict[str, str]


def facets(text: str, did_of: Callable[[str], str | None]) -> list[dict[str, Any]]:
    """In the order of the text. ``did_of`` finds whose a handle is; one that is nobody's stays plain text."""
    spans = list(_links(text))
    linked = [(span.start, span.end) for span in spans]
    spans += [span for span in (*_mentions(text, did_of), *_tags(text)) if not _within(span, linked)]
    return [_facet(text, span) for span in sorted(spans, key=lambda span: span.start)]


def _within(span: _Span, taken: list[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in taken)


def _facet(text: str, span: _Span) -> dict[str, Any]:
    start = len(text[: span.start].encode())
    end = start + len(text[span.start : span.end].encode())
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [span.feature]}


def _links(text: str) -> Iterator[_Span]:
    """Written out with their scheme; a bare name is no link here, so that none is made that nobody looked at."""
    for found in _LINK.finditer(text):
        link = _without_stops(found[0])
        if _has_host(link):
            feature = {"$type": "app.bsky.richtext.facet#link", "uri": link}
            yield _Span(found.start(), found.start() + len(link), feature)


def _without_stops(link: str) -> str:
    """Without what belongs to the sentence around it."""
    while link and (link[-1] in _STOPS or (link[-1] == ")" and link.count(")") > link.count("("))):
        link = link[:-1]
    return link


def _has_host(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _mentions(text: str, did_of: Callable[[str], str | None]) -> Iterator[_Span]:
    for found in _MENTION.finditer(text):
        handle = found["handle"]
        did = did_of(handle.lower()) if len(handle) <= LONGEST_HANDLE else None
        if did is not None:
            yield _Span(*found.span(), {"$type": "app.bsky.richtext.facet#mention", "did": did})


def _tags(text: str) -> Iterator[_Span]:
    for found in _TAG.finditer(text):
        tag = _without_punctuation(found["tag"])
        if any(not character.isdecimal() and not _is_punctuation(character) for character in tag) and _is_short(tag):
            feature = {"$type": "app.bsky.richtext.facet#tag", "tag": tag}
            yield _Span(found.start(), found.start("tag") + len(tag), feature)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")


def _without_punctuation(tag: str) -> str:
    while tag and _is_punctuation(tag[-1]):
        tag = tag[:-1]
    return tag


def _is_short(tag: str) -> bool:
    return len(tag.encode()) <= LONGEST_TAG * BYTES_PER_GRAPHEME and graphemes(tag) <= LONGEST_TAG
