"""What the OpenAPI document says to people: how the API behaves on every route, and what its headers mean."""

from typing import Any

from infra.openapi_problems import problem_table
from shared.domain.rates import PER_KEY

TAGS: list[dict[str, str]] = [
    {"name": "ingest", "description": "Webhooks in, by their own signatures."},
    {"name": "desk", "description": "The day's work."},
    {"name": "recover", "description": "Stop, resume, recall: an API of its own, which stays up alone."},
]


def _text(meaning: str, example: str) -> dict[str, Any]:
    return {"description": meaning, "schema": {"type": "string"}, "example": example}


HEADERS: dict[str, Any] = {
    "RateLimit": _text(
        "How many more requests of this key are let through (`r`) in the seconds to come (`t`), as far as the process "
        "that answered knows.",
        '"key";r=1180;t=42',
    ),
    "RateLimit-Policy": _text(
        "How many requests of a key (`q`) are let through in so many seconds (`w`).", '"key";q=1200;w=60'
    ),
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}, "example": 42},
    "Idempotent-Replayed": _text("`true`: this is what the first request with this Idempotency-Key did.", "true"),
    "WWW-Authenticate": _text("How to authenticate.", "Bearer"),
    "ETag": _text("Names what is answered; send it as `If-None-Match`.", '"3f2a…"'),
    "Cache-Control": _text("How long the answer may be kept.", "public, max-age=300"),
    "Deprecation": _text("Since when the route is not to be used any more (RFC 9745).", "@1796083200"),
    "Sunset": _text("From when on the route may be gone (RFC 8594).", "Tue, 01 Jun 2027 00:00:00 GMT"),
    "Link": _text(
        'The following page (`rel="next"`), absent on the last one; of a deprecated route, what to use instead '
        '(`rel="deprecation"`).',
        '<?cursor=eyJ…>; rel="next"',
    ),
}
_BEHAVIOUR = """\
Ids are opaque. Times are UTC (RFC 3339); one that is sent without an offset is meant in the client's zone. A key is
for one client; everything of another client is answered with 404.

**Repeating.** A POST with an `Idempotency-Key` is done once, and answered the same for seven days. PUT replaces the
whole of what it names, PATCH sets fields to values, and DELETE ends what it names: sent again they leave it as it is.
A second DELETE of something that has ended is answered with `wrong-state`, or with the thing as it is.

**Pages.** A list that can grow takes `limit` and `cursor`. An object with `items` has the next cursor in `next`; a bare
array has it in the header `Link` with `rel="next"`. The last page has neither. Cursors are opaque and do not expire.
The ledger goes on `after` any entry that is named.

**How often.** {requests} requests of one key are let through in {window} seconds, a few more at times; then
`too-many-requests` says how long to wait. The stop API has no such limit. A gateway's own limit stands before all
keys.

**What is to go** is marked `deprecated` here, and each of its answers has `Deprecation`, `Sunset` and `Link`. Between
the two dates are at least 180 days. New fields, new optional parameters, new values of an enumeration in answers and
new event types are no breaking change: pass over what you do not know.

**Problems** are documents after RFC 9457, `application/problem+json`. `type` is stable:

{problems}
"""


def description() -> str:
    window = int(PER_KEY.window.total_seconds())
    return _BEHAVIOUR.format(requests=f"{PER_KEY.requests:,}", window=window, problems=problem_table())
