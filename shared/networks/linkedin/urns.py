"""LinkedIn's names of things: ``urn:li:share:7``, ``urn:li:comment:(urn:li:activity:7,8)``.

Source: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/urns
"""

import re
from datetime import UTC, datetime
from urllib.parse import quote

from shared.networks import RefusedError

_POST = re.compile(r"urn:li:(?:share|ugcPost|activity|groupPost):\d{1,20}")
_COMMENT = re.compile(r"urn:li:comment:\((?:urn:li:)?(?P<kind>[A-Za-z]+):(?P<post>\d{1,20}),(?P<id>\d{1,20})\)")
_EARLIEST, _LATEST = datetime(2003, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def is_comment(urn: str) -> bool:
    return _COMMENT.fullmatch(urn) is not None


def whole(urn: str) -> str:
    """One comment has two names, ``…:(activity:7,8)`` and ``…:(urn:li:activity:7,8)``; this is the longer."""
    found = _COMMENT.fullmatch(urn)
    return f"urn:li:comment:(urn:li:{found['kind']}:{found['post']},{found['id']})" if found else urn


def checked(urn: str) -> str:
    """``urn`` when it names a post or a comment. Raises RefusedError."""
    if not (_POST.fullmatch(urn) or is_comment(urn)):
        raise RefusedError("That is no post or comment of LinkedIn's.")
    return whole(urn)


def post_of(comment: str) -> str:
    """What a comment is on; a post itself."""
    found = _COMMENT.fullmatch(comment)
    return f"urn:li:{found['kind']}:{found['post']}" if found else comment


def number(urn: str) -> str:
    """The thing's own, last one."""
    return urn.rstrip(")").rpartition(",")[2].rpartition(":")[2]


def in_path(urn: str) -> str:
    return quote(urn, safe="")


def made_at(urn: str) -> datetime | None:
    """When the thing was made, which its number tells: milliseconds since 1970, and 22 bits more.

    LinkedIn does not document that, and answers a post with nothing but its name. Source, one of many:
    https://github.com/Ollie-Boyd/Linkedin-post-timestamp-extractor
    """
    digits = number(urn)
    if not digits.isascii() or not digits.isdigit():
        return None
    try:
        at = datetime.fromtimestamp((int(digits) >> 22) / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return at if _EARLIEST < at < _LATEST else None


def address(urn: str) -> str:
    """Where a person sees it."""
    if is_comment(urn):
        return f"https://www.linkedin.com/feed/update/{post_of(urn)}?commentUrn={in_path(urn)}"
    return f"https://www.linkedin.com/feed/update/{urn}"
