"""Text as X shows it, and the same text as it was sent.

X shortens links to ``t.co`` and tells what they stand for, appends one for pictures, escapes ``&``, ``<`` and ``>``,
and puts the names of those who are answered before a reply.
Source: https://docs.x.com/x-api/fundamentals/data-dictionary
"""

import html
import re
import unicodedata
from collections.abc import Sequence

import msgspec

_PROTOCOL = re.compile(r"\bhttps?://", re.IGNORECASE)
_OLD_NAME = re.compile(r"(?<![\w.-])(?:(?:www|mobile)\.)?(?:twitter|x)\.com(?=/)")
_CLOSING_SLASH = re.compile(r"(?<=[^\s/])/(?!\S)")
_ANSWERED = re.compile(r"@\w+ ")


class Link(msgspec.Struct):
    """What stands for a link. One with a ``media_key`` stands for a picture."""

    url: str | None = None
    expanded_url: str | None = None
    media_key: str | None = None


def readable(text: str, links: Sequence[Link]) -> str:
    """``text`` as its author wrote it."""
    text = html.unescape(text)
    for link in links:
        if link.url:
            text = text.replace(link.url, "" if link.media_key else link.expanded_url or link.url)
    return text.strip()


def is_same(sent: str, readable: str, *, reply: bool) -> bool:
    """Whether a text that stands on X is the one that was sent, whatever X does with spaces, links and names."""
    wanted, found = _comparable(sent), _comparable(readable)
    while found != wanted:
        name = _ANSWERED.match(found + " ") if reply else None
        if name is None:
            return False
        found = found[name.end() :]
    return True


def _comparable(text: str) -> str:
    """Links without their protocol, which X adds to bare names, or a slash at their end; those to X by its one name."""
    plain = _PROTOCOL.sub("", " ".join(unicodedata.normalize("NFC", text).split()).casefold())
    return _CLOSING_SLASH.sub("", _OLD_NAME.sub("x.com", plain))
