"""What a use case returned, as an answer: encoded, as a page of a list, or as what anybody may keep."""

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec

from shared.api.problems import Answer
from shared.api.routes import Listed, Route

_KEPT: Mapping[str, str] = {"Cache-Control": "public, max-age=300"}
"""Of answers that are the same to anybody."""


def encoded(route: Route, reply: Any) -> Answer:
    if isinstance(reply, str | bytes):
        body = reply.encode() if isinstance(reply, str) else reply
        return Answer(route.status, body, {"Content-Type": route.content_type})
    return Answer(route.status, msgspec.json.encode(reply), {"Content-Type": "application/json"})


def paged(route: Route, query: Mapping[str, str], page: Listed[Any]) -> Answer:
    """``query``: of the request, which that for the following page repeats but for its cursor."""
    given = encoded(route, page.items)
    if page.next is None:
        return given
    following = urlencode({**query, "cursor": page.next})
    return Answer(given.status, given.body, {**given.headers, "Link": f'<?{following}>; rel="next"'})


def kept(given: Answer, if_none_match: str) -> Answer:
    """The answer with a name of what it says; to who has it already, only that it is still so."""
    tag = f'"{hashlib.sha256(given.body).hexdigest()[:32]}"'
    known = {name.strip().removeprefix("W/") for name in if_none_match.split(",")}
    headers = {**_KEPT, "ETag": tag}
    if known & {tag, "*"}:
        return Answer(304, b"", headers)
    return Answer(given.status, given.body, {**given.headers, **headers})
