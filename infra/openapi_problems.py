"""Problems in the OpenAPI document: which of them each route can answer, by status."""

from collections.abc import Iterable
from typing import Any

from shared.api import problems
from shared.api.problems import KINDS, TYPE_BASE, Kind
from shared.api.routes import Route

_ALWAYS = (problems.REFUSED, problems.NOT_FOUND, problems.INVALID, problems.DEFECT, problems.UNAVAILABLE)
_KEYED = (problems.UNAUTHORIZED, problems.FORBIDDEN)
_WRITING = (problems.STATE, problems.CONFLICT)
_WITH_BODY = (problems.MALFORMED, problems.TOO_LARGE)
_AT_A_NETWORK = (problems.NETWORK_REFUSED, problems.NETWORK_UNREACHABLE)
_ASKS_A_NETWORK = frozenset({"connect_account", "reconnect_account", "recall", "run_drill"})
_HEADERS = {
    problems.UNAUTHORIZED: ("WWW-Authenticate",),
    problems.TOO_MANY: ("RateLimit", "RateLimit-Policy", "Retry-After"),
    problems.UNAVAILABLE: ("Retry-After",),
}


def problem_schema() -> dict[str, Any]:
    return {
        "title": "Problem",
        "description": "A refusal after RFC 9457. `type` is stable; `title` and `detail` are for people.",
        "type": "object",
        "required": ["type", "title", "detail", "remedy", "instance"],
        "properties": {
            "type": {"type": "string", "enum": [TYPE_BASE + kind.type for kind in KINDS]},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong in this case."},
            "remedy": {"type": "string", "description": "What to do about it."},
            "instance": {"type": "string", "description": "The path that was asked for."},
            "field": {"type": "string", "description": "Dotted path of the field that is not acceptable."},
        },
    }


def problem_table() -> str:
    """Every kind of problem, in Markdown."""
    head = ("| `type` | status | what it says | what to do |", "|---|---|---|---|")
    lines = (f"| `{TYPE_BASE}{kind.type}` | {kind.status} | {kind.title} | {kind.remedy} |" for kind in KINDS)
    return "\n".join([*head, *lines])


def kinds_of(tag: str, route: Route) -> tuple[Kind, ...]:
    """What a route can answer instead of doing what it was asked, in the order of the table of problems."""
    wanted = {*_ALWAYS}
    if route.opens_with == "key":
        wanted |= {*_KEYED, *([problems.TOO_MANY] if tag == "desk" else [])}
    elif route.opens_with == "token":
        wanted |= {problems.FORBIDDEN, problems.STATE}
    if tag == "desk":
        wanted.add(problems.TOO_MANY)  # of the gateway's own limit
    if route.method != "GET":
        wanted |= {*_WRITING}
    if route.body is not None:
        wanted |= {*_WITH_BODY}
    if route.method == "POST" and route.opens_with == "key":
        wanted.add(problems.REPLAY_MISMATCH)
    if route.name in _ASKS_A_NETWORK:
        wanted |= {*_AT_A_NETWORK}
    return tuple(kind for kind in KINDS if kind in wanted)


def responses_of(tag: str, route: Route) -> dict[str, Any]:
    """By status. A route that shows people pages has its own; the others share what is in the components."""
    by_status = _by_status(kinds_of(tag, route))
    if route.page is not None:
        return {str(status): _response(kinds, _pages(route)) for status, kinds in by_status.items()}
    return {str(status): {"$ref": f"#/components/responses/{_name(kinds)}"} for status, kinds in by_status.items()}


def problem_responses(routes: Iterable[tuple[str, Route]]) -> dict[str, Any]:
    """What the routes' responses refer to."""
    groups = {
        kinds for tag, route in routes if route.page is None for kinds in _by_status(kinds_of(tag, route)).values()
    }
    return {_name(kinds): _response(kinds, openapi_content()) for kinds in sorted(groups, key=_name)}


def openapi_content() -> dict[str, Any]:
    return {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _pages(route: Route) -> dict[str, Any]:
    page = {route.content_type.partition(";")[0]: {"schema": {"type": "string"}}}
    # The gateway's own refusals know no pages.
    return openapi_content() | page


def _by_status(kinds: Iterable[Kind]) -> dict[int, tuple[Kind, ...]]:
    found: dict[int, tuple[Kind, ...]] = {}
    for kind in kinds:
        found[kind.status] = (*found.get(kind.status, ()), kind)
    return dict(sorted(found.items()))


def _name(kinds: tuple[Kind, ...]) -> str:
    return "_or_".join(kind.type for kind in kinds)


def _response(kinds: tuple[Kind, ...], content: dict[str, Any]) -> dict[str, Any]:
    told = {name: None for kind in kinds for name in _HEADERS.get(kind, ())}
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in told}
    return {
        "description": "; ".join(f"{kind.title} (`{kind.type}`)" for kind in kinds),
        **({"headers": headers} if headers else {}),
        "content": content,
    }
