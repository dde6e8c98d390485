"""From a request to an answer: key, tenant, scope, body, use case, commit. Decides nothing of the business."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

import msgspec

from shared.api.bodies import decoded, decoded_form
from shared.api.problems import (
    EXPECTED,
    Answer,
    ReplayMismatchError,
    TooLargeError,
    UnauthorizedError,
    problem,
    told,
)
from shared.api.rates import Limit, rate_headers, too_many
from shared.api.replies import encoded, kept, paged
from shared.api.routes import Actor, Call, Change, Listed, Route, Visit
from shared.domain.clock import Clock, NewId
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import entry
from shared.domain.parties import Caller, Client, Key, Scope
from shared.domain.replay import Reply
from shared.domain.tokens import Token, proves
from shared.stores import Committing, ConflictError, Reading

TRIES = 10
"""To write a change before some function writes what it was decided by."""
_FORM = "application/x-www-form-urlencoded"
_HELD_BACK: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
"""Of answers from an address that is a secret: it gets into no cache, index or other site's log."""


class Store(Reading, Committing, Protocol):
    """What the edge itself reads and writes."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """An HTTP request, whoever brought it. Header names are lower case."""

    method: str
    path: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    base: str = ""
    """The address of the API that was asked, without a trailing slash."""

    @property
    def is_form(self) -> bool:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as its use case takes it, who made it, and where its reply is kept for a retry."""

    call: Visit[Any]
    actor: Actor | None
    replay: Reply | None


def answer(
    route: Route,
    request: Request,
    *,
    store: Store,
    clock: Clock,
    new_id: NewId,
    tools: Any,
    after_commit: Callable[[Change], None] = lambda _: None,
    limit: Limit | None = None,
) -> Answer:
    """Serve one request. Expected refusals become problem documents, or pages; anything else is raised.

    ``limit``: how often a key may call; None where nobody is ever refused for calling often.
    """
    now, said = clock.now(), dict(_headers(route))
    try:
        caller = authenticated(request.headers.get("authorization", ""), store, now) if _takes_key(route) else None
        if caller is not None and limit is not None:
            admission = limit(caller, now)
            said |= rate_headers(admission, now)
            if not admission.allowed:
                raise too_many(admission)
        given = _served(route, request, caller, store, now, new_id, tools, after_commit)
    except EXPECTED as refusal:
        given = _refused(route, request, refusal)
    links = [headers["Link"] for headers in (said, given.headers) if "Link" in headers]
    headers = {**said, **given.headers} | ({"Link": ", ".join(links)} if links else {})
    return Answer(given.status, given.body, headers)


def _takes_key(route: Route) -> bool:
    return route.opens_with == "key"


def _headers(route: Route) -> Mapping[str, str]:
    """That every answer of the route has."""
    held_back = _HELD_BACK if route.opens_with == "token" else {}
    deprecated = route.deprecated.headers if route.deprecated else {}
    return {**held_back, **deprecated, **route.headers}


def instance(route: Route, request: Request) -> str:
    """The path that a problem names; never one that is itself a secret."""
    return route.path if route.opens_with == "token" else request.path


def _refused(route: Route, request: Request, refusal: Exception) -> Answer:
    given = problem(refusal, instance(route, request))
    if route.page is None or not (request.is_form or route.body is None):
        return given
    title, detail = told(refusal)
    return Answer(given.status, route.page(title, detail).encode(), {"Content-Type": route.content_type})


def _served(
    route: Route,
    request: Request,
    caller: Caller | None,
    store: Store,
    now: datetime,
    new_id: NewId,
    tools: Any,
    after_commit: Callable[[Change], None],
) -> Answer:
    if caller is None:
        asked = _visited(route, request, now, new_id)
    else:
        asked = _called(route, request, caller, store, now, new_id)
    if asked.replay is not None and (given := _already_given(asked.replay, store)) is not None:
        return given
    for left in reversed(range(TRIES if route.decides_anew else 1)):
        result = route.use_case(asked.call, tools)
        if not isinstance(result, Change):
            return _shown(route, request, result)
        reply = encoded(route, result.reply)
        try:
            store.commit(*_reply(asked.replay, route, reply.body), *result.records, *_entries(result, asked))
            break
        except ConflictError as conflict:
            is_twin = isinstance(conflict.record, Reply)
            if asked.replay and is_twin and (given := _already_given(asked.replay, store)) is not None:
                return given
            if not left:
                raise
    after_commit(result)
    if result.refusal is not None:
        raise result.refusal
    return reply


def _shown(route: Route, request: Request, reply: Any) -> Answer:
    """The answer when nothing is to be written."""
    if isinstance(reply, Listed):
        return paged(route, request.query, reply)
    given = encoded(route, reply)
    return kept(given, request.headers.get("if-none-match", "")) if route.opens_with == "nothing" else given


def _called(route: Route, request: Request, caller: Caller, store: Store, now: datetime, new_id: NewId) -> _Asked:
    _within_tenant(caller, route, request.params, store)
    if route.scope is not None and route.scope not in caller.scopes:
        raise ForbiddenError(f"This key has not the scope {route.scope.value!r}.")
    call = Call(
        caller=caller,
        body=_decoded(route, request),
        path=request.params,
        query=_known_query(route, request.query),
        base=request.base,
        wait=_wait(request.headers.get("prefer", "")),
        now=now,
        new_id=new_id,
    )
    actor = Actor(realm=request.params.get("client", caller.realm), who=caller.who)
    return _Asked(call, actor, _replay_record(route, request, caller, now))


def _visited(route: Route, request: Request, now: datetime, new_id: NewId) -> _Asked:
    visit = Visit(
        body=_decoded(route, request),
        path=request.params,
        query=_known_query(route, request.query),
        base=request.base,
        form=request.is_form,
        now=now,
        new_id=new_id,
    )
    return _Asked(visit, None, None)


def authenticated(authorization: str, store: Reading, now: datetime) -> Caller:
    """The caller that a bearer key proves. Raises :class:`UnauthorizedError` for anything less than a valid key."""
    kind, _, text = authorization.partition(" ")
    token = Token.parse(text.strip()) if kind.lower() == "bearer" and text.isascii() else None
    key = store.get(Key, token.realm, token.key) if token else None
    proven = proves(token.secret if token else text, key.digest if key else None)
    if key is None or not proven or not key.usable(now):
        raise UnauthorizedError("The key is missing, unknown, expired or revoked.")
    return Caller(
        realm=key.realm,
        key=key.id,
        member=key.member,
        party=key.party,
        agency=key.agency,
        scopes=frozenset(key.scopes),
    )


def _within_tenant(caller: Caller, route: Route, params: Mapping[str, str], store: Reading) -> None:
    """A key of one client is told nothing of another; an agency's administration key reaches its own clients."""
    client = params.get("client")
    if client is None or client == caller.realm:
        return
    if caller.realm == caller.agency and route.scope is Scope.ADMIN:
        found = store.get(Client, client, client)
        if found is not None and caller.agency in found.agencies:
            return
    raise NotFoundError("There is no such client.")


def _decoded(route: Route, request: Request) -> Any:
    body = request.body
    if len(body) > route.largest_body:
        raise TooLargeError(f"The body is {len(body)} bytes; {route.largest_body} are allowed.")
    if route.body is None:
        return None
    return decoded_form(body, route.body) if route.takes_form and request.is_form else decoded(body, route.body)


def _known_query(route: Route, query: Mapping[str, str]) -> Mapping[str, str]:
    for name in query:
        if name not in route.query:
            raise InvalidError("is not a parameter of this route", name)
    return query


def _wait(prefer: str) -> float:
    for preference in prefer.split(","):
        name, _, value = preference.strip().partition("=")
        if name == "wait" and value.isdecimal():
            return min(20.0, float(value))
    return 0.0


def _replay_record(route: Route, request: Request, caller: Caller, now: datetime) -> Reply | None:
    given = request.headers.get("idempotency-key")
    if given is None or request.method != "POST":
        return None
    if not 1 <= len(given) <= 255:
        raise InvalidError("must have 1 to 255 characters", "Idempotency-Key")
    body = hashlib.sha256(request.body).hexdigest()
    return Reply(
        id=hashlib.sha256(f"{caller.key}\n{given}".encode()).hexdigest(),
        realm=caller.realm,
        fingerprint=hashlib.sha256(f"{request.method}\n{request.path}\n{body}".encode()).hexdigest(),
        status=route.status,
        body="",
        at=now,
    )


def _already_given(replay: Reply, store: Reading) -> Answer | None:
    earlier = store.get(Reply, replay.realm, replay.id)
    if earlier is None:
        return None
    if earlier.fingerprint != replay.fingerprint:
        raise ReplayMismatchError("The same Idempotency-Key came with another request.")
    if not earlier.body:
        raise StateError("This was done already; its reply showed a secret, which is not kept. Make a new one.")
    return Answer(
        earlier.status,
        earlier.body.encode(),
        {"Content-Type": "application/json", "Idempotent-Replayed": "true"},
    )


def _entries(change: Change, asked: _Asked) -> list[Any]:
    by, call = change.by or asked.actor, asked.call
    if by is None:
        raise RuntimeError("A change that nobody made.")
    return [entry(fact, id=call.new_id("led"), realm=by.realm, at=call.now, who=by.who) for fact in change.facts]


def _reply(replay: Reply | None, route: Route, encoded: bytes) -> list[Reply]:
    if replay is None:
        return []
    return [replace(replay, body="" if route.shows_secret else encoded.decode())]
