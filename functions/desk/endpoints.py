"""Endpoints: addresses that are told of a client's ledger, of what, and in which shape."""

from base64 import b64encode
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from functions.desk.deliveries import courier_of
from functions.desk.people_endpoints import mailbox, with_approver
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.endpoints import Endpoint, EndpointKind, Envelope, asked_for
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.event_types import DESCRIPTIONS
from shared.domain.ledger import Fact
from shared.domain.parties import Party
from shared.domain.secrets import RETIRED_AFTER

MOST_ENDPOINTS = 50
"""Of one party of a client, that are not closed. Each is one more delivery of every event, and all share the stream."""
SECRET_PREFIX = "whsec_"  # noqa: S105
SCHEMAS = "https://backchannel.example/schemas/"


class NewEndpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``events``: types wanted, such as ``post.published`` or ``post.*``; empty for all, and of the kinds ``slack``,
    ``teams`` and ``email`` for what concerns people.

    ``kind``: what listens there. ``envelope``: the shape of what a webhook brings. ``url``: of Slack and Teams the
    incoming webhook's, of e-mail ``mailto:name@example.com``. ``approver``, of these kinds: the member of your own
    party whose approval is asked for there; the messages bring a link for them.
    """

    url: str
    events: tuple[str, ...] = ()
    kind: EndpointKind = EndpointKind.WEBHOOK
    envelope: Envelope = Envelope.STANDARD
    approver: str | None = None


class EndpointChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out stays as it is."""

    url: str | None = None
    events: tuple[str, ...] | None = None
    envelope: Envelope | None = None


class EndpointView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``secret`` (Standard Webhooks) and ``approval_code`` are shown once, when they are made.

    The code is for the approver alone, by another way than the endpoint itself.

    ``url`` is shown whole to its own party alone, and not where it is a secret itself. ``older_secret_until``: so long
    what is sent is signed with the secret before as well.
    """

    id: str
    party: Party
    url: str
    events: tuple[str, ...]
    created_at: datetime
    kind: EndpointKind = EndpointKind.WEBHOOK
    approver: str | None = None
    envelope: Envelope = Envelope.STANDARD
    older_secret_until: datetime | None = None
    disabled_at: datetime | None = None
    disabled_because: str = ""
    closed_at: datetime | None = None
    secret: str | None = None
    approval_code: str | None = None


class EventType(msgspec.Struct, frozen=True):
    """``schema``: the id of the JSON Schema in ``events/schemas`` that every such event is held to."""

    type: str
    description: str
    schema: str


def new_secret(desk: Desk) -> str:
    """Of Standard Webhooks' form."""
    return SECRET_PREFIX + b64encode(desk.entropy(32)).decode()


def list_event_types(_call: Call[None], _desk: Desk) -> list[EventType]:
    """List every event that an endpoint can be told of."""
    return [EventType(type_, said, f"{SCHEMAS}{type_}.json") for type_, said in DESCRIPTIONS.items()]


def add_endpoint(call: Call[NewEndpoint], desk: Desk) -> Change:
    """Have an address told of the client's ledger: a webhook, or people in Slack, in Teams or by e-mail.

    The secret that signs webhooks, and the code of an ``approver``, are shown this once.
    """
    wanted = call.body
    own = [one for one in desk.store.list(Endpoint, call.client) if _is_own(one, call) and one.closed_at is None]
    if len(own) >= MOST_ENDPOINTS:
        raise StateError(f"There are {MOST_ENDPOINTS} endpoints already; close one that nobody needs.")
    endpoint = Endpoint(
        id=call.new_id("end"),
        client=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        kind=wanted.kind,
        envelope=_envelope(wanted.envelope, wanted.kind),
        url=_url(wanted.url, wanted.kind, call, desk),
        secrets=(new_secret(desk),) if wanted.kind is EndpointKind.WEBHOOK else (),
        events=asked_for(wanted.events, DESCRIPTIONS),
        created_at=call.now,
    )
    endpoint, code = with_approver(endpoint, wanted.approver, call, desk)
    fact = Fact(type="endpoint.added", subject=endpoint.id, data=_told(endpoint))
    shown = next(iter(endpoint.secrets), None)
    return Change(records=(endpoint,), facts=(fact,), reply=_viewed(endpoint, call, shown, code))


def list_endpoints(call: Call[None], desk: Desk) -> list[EndpointView]:
    """List the addresses that are told of the client's ledger."""
    return [_viewed(endpoint, call) for endpoint in desk.store.list(Endpoint, call.client)]


def change_endpoint(call: Call[EndpointChange], desk: Desk) -> Change:
    """Change where an endpoint is, of what it is told, or in which shape; its secrets stay as they are.

    At another address it begins anew: what the one before answered says nothing about it.
    """
    endpoint, wanted = _open(call, desk), call.body
    if wanted.url is None and wanted.events is None and wanted.envelope is None:
        raise InvalidError("or events or envelope must be given", "url")
    changed = replace(
        endpoint,
        url=endpoint.url if wanted.url is None else _url(wanted.url, endpoint.kind, call, desk),
        events=endpoint.events if wanted.events is None else asked_for(wanted.events, DESCRIPTIONS),
        envelope=endpoint.envelope if wanted.envelope is None else _envelope(wanted.envelope, endpoint.kind),
        version=endpoint.version + 1,
    )
    moved = changed.url != endpoint.url
    fact = Fact(type="endpoint.changed", subject=endpoint.id, data=_told(changed) | {"moved": moved})
    courier = (courier_of(endpoint, desk).as_good_as_new(),) if moved else ()
    return Change(records=(changed, *courier), facts=(fact,), reply=_viewed(changed, call))


def rotate_endpoint_secret(call: Call[None], desk: Desk) -> Change:
    """Give an endpoint a new secret; what is sent carries the older signature too for 24 hours, or until withdrawn."""
    endpoint = _open(call, desk)
    if endpoint.kind is not EndpointKind.WEBHOOK:
        raise StateError("That endpoint has no secret: what listens there checks no signature.")
    secret = new_secret(desk)
    rotated = endpoint.rotated(secret, call.now)
    until = call.now + RETIRED_AFTER
    fact = Fact(type="endpoint.secret_rotated", subject=endpoint.id, data={"older_until": until.isoformat()})
    return Change(records=(rotated,), facts=(fact,), reply=_viewed(rotated, call, secret))


def withdraw_endpoint_secret(call: Call[None], desk: Desk) -> Change:
    """Withdraw the secret before the newest: nothing more is signed with it."""
    endpoint = _open(call, desk)
    if len(endpoint.good_secrets(call.now)) < 2:
        raise StateError("That endpoint has its newest secret alone.")
    narrowed = endpoint.with_newest_secret_alone()
    fact = Fact(type="endpoint.secret_withdrawn", subject=endpoint.id)
    return Change(records=(narrowed,), facts=(fact,), reply=_viewed(narrowed, call))


def test_endpoint(call: Call[None], desk: Desk) -> Change:
    """Send an endpoint a test event, ``endpoint.tested``, whatever events it asked for."""
    endpoint = _open(call, desk)
    if not endpoint.listens:
        raise StateError("That endpoint is disabled; enable it first.")
    fact = Fact(type="endpoint.tested", subject=endpoint.id)
    return Change(records=(), facts=(fact,), reply=_viewed(endpoint, call))


def close_endpoint(call: Call[None], desk: Desk) -> Change:
    """Close an endpoint of the caller's own party: nothing more is sent to it."""
    endpoint = _open(call, desk)
    closed = replace(endpoint, closed_at=call.now, version=endpoint.version + 1)
    fact = Fact(type="endpoint.closed", subject=endpoint.id)
    return Change(records=(closed,), facts=(fact,), reply=_viewed(closed, call))


def _open(call: Call[Any], desk: Desk) -> Endpoint:
    endpoint = desk.registered(Endpoint, call, call.path["endpoint"])
    if not _is_own(endpoint, call):
        raise ForbiddenError("That endpoint belongs to another party.")
    if endpoint.closed_at is not None:
        raise StateError("That endpoint is closed already.")
    return endpoint


def _is_own(endpoint: Endpoint, call: Call[Any]) -> bool:
    return (endpoint.party, endpoint.agency) == (call.caller.party, call.caller.agency)


def _envelope(wanted: Envelope, kind: EndpointKind) -> Envelope:
    if kind is not EndpointKind.WEBHOOK and wanted is not Envelope.STANDARD:
        raise InvalidError("is of webhooks only; leave it out", "envelope")
    return wanted


def _url(url: str, kind: EndpointKind, call: Call[Any], desk: Desk) -> str:
    if kind is EndpointKind.EMAIL:
        return mailbox(url, desk)
    address = desk.web_address(url, "url")
    path, _, _ = address.target.partition("?")
    if call.base and f"{address.origin}{path}/".startswith(f"{call.base}/"):
        raise InvalidError("is Backchannel itself, which would be told of its own doing without end", "url")
    desk.check_is_not_private(url, "url")
    return url


def _told(endpoint: Endpoint) -> dict[str, Any]:
    """The address is left out: the other party reads the ledger too, and for some services it is a secret."""
    told = {"events": list(endpoint.events), "kind": endpoint.kind.value, "envelope": endpoint.envelope.value}
    return told | {"approver": endpoint.approver}


def _viewed(endpoint: Endpoint, call: Call[Any], secret: str | None = None, code: str | None = None) -> EndpointView:
    return EndpointView(
        id=endpoint.id,
        party=endpoint.party,
        url=endpoint.url if _is_own(endpoint, call) and not endpoint.url_is_secret else endpoint.shown_url,
        events=endpoint.events,
        created_at=endpoint.created_at,
        kind=endpoint.kind,
        envelope=endpoint.envelope,
        approver=endpoint.approver,
        older_secret_until=endpoint.older_secret_until(call.now),
        disabled_at=endpoint.disabled_at,
        disabled_because=endpoint.disabled_because,
        closed_at=endpoint.closed_at,
        secret=secret,
        approval_code=code,
    )
