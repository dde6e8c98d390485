"""What the sandbox answers: Mastodon's routes, and its own under ``/sandbox`` for faults and the truth."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

import msgspec

from infra.sandbox.entities import Entities
from infra.sandbox.faults import Fault, FaultKind, Faults
from infra.sandbox.network import Account, ApiError, Network, not_found

MOST_PER_PAGE = 80
_TOKEN = re.compile(r"Bearer sandbox-([\w.-]+)", re.IGNORECASE)

Wait = Callable[[float], None]
"""Seconds to let pass; raises ApiError when the server closes meanwhile."""


@dataclass(frozen=True, slots=True)
class Request:
    url: str
    """Without the query."""
    query: Mapping[str, Sequence[str]]
    fields: Mapping[str, Any]
    """The body's, from a form or JSON; a list where a form has several of a name that ends in ``[]``."""
    authorization: str
    key: str | None
    ids: tuple[str, ...] = ()
    """What the route's path names."""
    files: Mapping[str, "File"] = field(default_factory=dict)
    """The body's, from a form with files."""

    def speaker(self) -> str:
        """The handle that the token speaks for."""
        found = _TOKEN.fullmatch(self.authorization)
        if found is None:
            raise ApiError(401, "The access token is invalid")
        return found[1]

    def one(self, name: str) -> str | None:
        values = self.query.get(name)
        return values[-1] if values else None

    def field(self, name: str) -> str:
        value = self.fields.get(name)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class File:
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    body: Any
    headers: Mapping[str, str] | None = None
    status: int = 200


class HasId(Protocol):
    id: str


I = TypeVar("I", bound=HasId)  # noqa: E741


def paged(items: Sequence[I], request: Request, entity: Callable[[I], Any], usual: int) -> Answer:
    """``items`` come newest first. Source: https://docs.joinmastodon.org/api/guidelines/#pagination"""
    bounds = {name: request.one(name) for name in ("max_id", "since_id", "min_id", "limit")}
    if any(value is not None and not value.isdecimal() for value in bounds.values()):
        raise ApiError(400, "A bound of the page is not a number")
    most, since, least, limit = (None if value is None else int(value) for value in bounds.values())
    size = min(usual if limit is None else limit, MOST_PER_PAGE)
    below = [
        item for item in items if (most is None or int(item.id) < most) and int(item.id) > max(since or 0, least or 0)
    ]
    page = below[:size] if least is None else below[-size:] if size else []
    links = []
    if page:
        other = {name: list(values) for name, values in request.query.items() if name not in bounds}
        for rel, bound in (("next", {"max_id": page[-1].id}), ("prev", {"min_id": page[0].id})):
            links.append(f'<{request.url}?{urlencode(other | bound, doseq=True)}>; rel="{rel}"')
    return Answer([entity(item) for item in page], {"Link": ", ".join(links)} if links else None)


class Api:
    def __init__(self, network: Network, faults: Faults, base: str, wait: Wait) -> None:
        self.network = network
        self.faults = faults
        self.entities = Entities(network, base)
        self.wait = wait

    def post_status(self, request: Request) -> Answer:
        handle = request.speaker()
        self._throttled(handle)
        if self.faults.take(FaultKind.REFUSE, handle):
            raise ApiError(422, "Validation failed: Text is not welcome here")
        if late := self.faults.take(FaultKind.LANDS_AFTER_TIMEOUT, handle):
            self.wait(late.seconds)
        lag = self.faults.take(FaultKind.READ_LAG, handle)
        status = self.network.post(
            handle,
            request.field("status"),
            request.field("in_reply_to_id") or None,
            request.key,
            timedelta(seconds=lag.seconds if lag else 0),
            [str(id_) for id_ in request.fields.get("media_ids[]") or request.fields.get("media_ids") or ()],
        )
        if self.faults.take(FaultKind.ERROR_AFTER_POSTING, handle):
            raise ApiError(500, "We're sorry, but something went wrong on our end.")
        if slow := self.faults.take(FaultKind.SLOW, handle):
            self.wait(slow.seconds)
        return Answer(self.entities.status(status))

    def post_media(self, request: Request) -> Answer:
        """Source: https://docs.joinmastodon.org/methods/media/#v2"""
        handle, file = request.speaker(), request.files.get("file")
        if file is None:
            raise ApiError(422, "Validation failed: File can't be blank")
        if self.faults.take(FaultKind.REFUSE_PICTURE, handle):
            raise ApiError(422, "Validation failed: File content type is invalid")
        slow = self.faults.take(FaultKind.SLOW_PICTURE, handle)
        lag = timedelta(seconds=slow.seconds if slow else 0)
        made = self.network.upload(handle, file.kind, file.content, request.field("description"), lag)
        return Answer(self.entities.attachment(made), status=202 if slow else 200)

    def media(self, request: Request) -> Answer:
        found = self.network.attachment(request.speaker(), request.ids[0])
        shown = self.entities.attachment(found)
        return Answer(shown, status=200 if shown["url"] else 206)

    def delete_status(self, request: Request) -> Answer:
        handle = request.speaker()
        self._throttled(handle)
        lie = self.faults.take(FaultKind.DELETE_LIES, handle) is not None
        status = self.network.delete(handle, request.ids[0], lie=lie)
        return Answer(self.entities.status(status) | {"text": status.text})

    def status(self, request: Request) -> Answer:
        return Answer(self.entities.status(self.network.status(request.ids[0])))

    def favourite(self, request: Request) -> Answer:
        """Source: https://docs.joinmastodon.org/methods/statuses/#favourite"""
        status = self.network.favourite(request.speaker(), request.ids[0])
        return Answer(self.entities.status(status) | {"favourited": True})

    def reblog(self, request: Request) -> Answer:
        """Source: https://docs.joinmastodon.org/methods/statuses/#boost"""
        status = self.network.reblog(request.speaker(), request.ids[0])
        return Answer(self.entities.status(status) | {"reblogged": True})

    def context(self, request: Request) -> Answer:
        status, shown = self.network.status(request.ids[0]), self.entities.status
        return Answer(
            {
                "ancestors": [shown(each) for each in self.network.ancestors(status)],
                "descendants": [shown(each) for each in self.network.descendants(status)],
            }
        )

    def verify_credentials(self, request: Request) -> Answer:
        return Answer(self.entities.own_account(self.network.account(request.speaker())))

    def lookup(self, request: Request) -> Answer:
        handle = (request.one("acct") or "").removeprefix("@").partition("@")[0]
        return Answer(self.entities.account(self.network.known(handle)))

    def account(self, request: Request) -> Answer:
        return Answer(self.entities.account(self.network.account_by_id(request.ids[0])))

    def account_statuses(self, request: Request) -> Answer:
        account = self.network.account_by_id(request.ids[0])
        statuses = self.network.statuses_of(account)
        if request.one("exclude_replies") in ("1", "true"):
            statuses = [status for status in statuses if status.in_reply_to is None]
        return paged(statuses, request, self.entities.status, usual=20)

    def followers(self, request: Request) -> Answer:
        """Newest first. Source: https://docs.joinmastodon.org/methods/accounts/#followers"""
        follows = self.network.account_by_id(request.ids[0]).followers[::-1]
        return paged(follows, request, lambda one: self.entities.account(self.network.account(one.follower)), usual=40)

    def follow(self, request: Request) -> Answer:
        """Once, however often. Source: https://docs.joinmastodon.org/methods/accounts/#follow"""
        follower, followed = request.speaker(), self.network.account_by_id(request.ids[0])
        if follower not in [one.follower for one in followed.followers]:
            self.network.follow(follower, followed.handle)
        return Answer({"id": followed.id, "following": True})

    def notifications(self, request: Request) -> Answer:
        account: Account = self.network.account(request.speaker())
        notes = self.network.notifications_of(account)
        types, excluded = request.query.get("types[]"), request.query.get("exclude_types[]", ())
        if (types is not None and "mention" not in types) or "mention" in excluded:
            notes = []
        return paged(notes, request, self.entities.notification, usual=40)

    def instance(self, _: Request) -> Answer:
        return Answer(self.entities.instance())

    def instance_v2(self, _: Request) -> Answer:
        return Answer(self.entities.instance_v2())

    def order_fault(self, request: Request) -> Answer:
        try:
            fault = msgspec.convert(dict(request.fields), Fault, strict=False)
        except msgspec.ValidationError as error:
            raise ApiError(422, f"Not a fault that can be ordered: {error}") from error
        self.faults.order(fault)
        return Answer(msgspec.to_builtins(fault))

    def clear_faults(self, _: Request) -> Answer:
        self.faults.clear()
        return Answer({})

    def timeline(self, request: Request) -> Answer:
        return Answer([self.entities.truth(each) for each in self.network.ever_posted(request.one("handle"))])

    def mention(self, request: Request) -> Answer:
        """Another account says something to a handle."""
        author, to = request.field("from"), request.field("to")
        if not author or not to:
            raise ApiError(422, "from and to are needed")
        self.network.account(to)
        text = request.field("text")
        text = text if to in self.network.named(text) else f"@{to} {text}"
        return Answer(self.entities.status(self.network.post(author, text, request.field("in_reply_to") or None)))

    def _throttled(self, handle: str) -> None:
        if fault := self.faults.take(FaultKind.THROTTLE, handle):
            reset = (self.network.now() + timedelta(seconds=fault.seconds)).isoformat(timespec="microseconds")
            limits = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset.replace("+00:00", "Z")}
            raise ApiError(429, "Too many requests", limits)


Route = Callable[[Api, Request], Answer]
ROUTES: Sequence[tuple[str, str, Route]] = (
    ("POST", "/api/v1/statuses", Api.post_status),
    ("POST", "/api/v2/media", Api.post_media),
    ("GET", "/api/v1/media/{id}", Api.media),
    ("GET", "/api/v1/statuses/{id}", Api.status),
    ("DELETE", "/api/v1/statuses/{id}", Api.delete_status),
    ("GET", "/api/v1/statuses/{id}/context", Api.context),
    ("POST", "/api/v1/statuses/{id}/favourite", Api.favourite),
    ("POST", "/api/v1/statuses/{id}/reblog", Api.reblog),
    ("GET", "/api/v1/accounts/verify_credentials", Api.verify_credentials),
    ("GET", "/api/v1/accounts/lookup", Api.lookup),
    ("GET", "/api/v1/accounts/{id}", Api.account),
    ("GET", "/api/v1/accounts/{id}/statuses", Api.account_statuses),
    ("GET", "/api/v1/accounts/{id}/followers", Api.followers),
    ("POST", "/api/v1/accounts/{id}/follow", Api.follow),
    ("GET", "/api/v1/notifications", Api.notifications),
    ("GET", "/api/v1/instance", Api.instance),
    ("GET", "/api/v2/instance", Api.instance_v2),
    ("POST", "/sandbox/faults", Api.order_fault),
    ("DELETE", "/sandbox/faults", Api.clear_faults),
    ("GET", "/sandbox/timeline", Api.timeline),
    ("POST", "/sandbox/mentions", Api.mention),
)
_PATTERNS = [(method, path, re.compile(path.replace("{id}", "([^/]+)")), route) for method, path, route in ROUTES]


def find_route(method: str, path: str) -> tuple[str, Route, tuple[str, ...]]:
    """The route's name, what answers it, and the ids in ``path``. Raises ApiError 404."""
    for wanted, name, pattern, route in _PATTERNS:
        found = pattern.fullmatch(path)
        if found is not None and wanted == method:
            return f"{method} {name}", route, found.groups()
    raise not_found()
