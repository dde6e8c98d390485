"""Endpoints: URLs that are told of a client's ledger."""

from base64 import b64encode
from dataclasses import replace
from datetime import datetime

import msgspec

from functions.desk.people_endpoints import address, shown_url, with_approver
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.endpoints import Endpoint, EndpointKind
from shared.domain.errors import ForbiddenError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Party

SECRET_PREFIX = "whsec_"  # noqa: S105


class NewEndpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``events``: types wanted, such as ``post.published`` or ``post.*``; empty for all, and of the kinds ``slack``,
    ``teams`` and ``email`` for what concerns people.

    ``url``: of Slack and Teams the incoming webhook's; ``mailto:name@example.com`` of e-mail. ``approver``, of these
    kinds: the member of your own party whose approval is asked for there; the messages bring a link for them.
    """

    url: str
    kind: EndpointKind = EndpointKind.WEBHOOK
    events: tuple[str, ...] = ()
    approver: str | None = None


class EndpointView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``secret`` (Standard Webhooks) and ``approval_code`` are shown once, when the endpoint is made.

    The code is for the approver alone, by another way than the endpoint itself. Of Slack's and Teams' addresses,
    which are secrets themselves, only the host is shown.
    """

    id: str
    party: Party
    url: str
    events: tuple[str, ...]
    created_at: datetime
    kind: EndpointKind = EndpointKind.WEBHOOK
    approver: str | None = None
    closed_at: datetime | None = None
    secret: str | None = None
    approval_code: str | None = None


def new_secret(desk: Desk) -> str:
    """Of Standard Webhooks' form."""
    return SECRET_PREFIX + b64encode(desk.entropy(32)).decode()


def add_endpoint(call: Call[NewEndpoint], desk: Desk) -> Change:
    """Have a URL told of the client's ledger by signed webhook, or people in Slack, Teams or by e-mail.

    The secret, and the code of an ``approver``, are shown this once.
    """
    endpoint = Endpoint(
        id=call.new_id("end"),
        client=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        kind=call.body.kind,
        url=address(call.body.kind, call.body.url, desk),
        secrets=() if call.body.kind.is_read_by_people else (new_secret(desk),),
        events=call.body.events,
        created_at=call.now,
    )
    endpoint, code = with_approver(endpoint, call.body.approver, call, desk)
    data = {"kind": endpoint.kind.value, "events": list(endpoint.events), "approver": endpoint.approver}
    fact = Fact(type="endpoint.added", subject=endpoint.id, data=data)
    secret = endpoint.secrets[0] if endpoint.secrets else None
    return Change(records=(endpoint,), facts=(fact,), reply=_endpoint_view(endpoint, secret, code))


def list_endpoints(call: Call[None], desk: Desk) -> list[EndpointView]:
    """List the URLs that are told of the client's ledger."""
    return [_endpoint_view(endpoint) for endpoint in desk.store.list(Endpoint, call.client)]


def close_endpoint(call: Call[None], desk: Desk) -> Change:
    """Close an endpoint of the caller's own party: nothing more is sent to it."""
    endpoint = desk.registered(Endpoint, call, call.path["endpoint"])
    if (endpoint.party, endpoint.agency) != (call.caller.party, call.caller.agency):
        raise ForbiddenError("That endpoint belongs to another party.")
    if endpoint.closed_at is not None:
        raise StateError("That endpoint is closed already.")
    closed = replace(endpoint, closed_at=call.now, version=endpoint.version + 1)
    fact = Fact(type="endpoint.closed", subject=endpoint.id)
    return Change(records=(closed,), facts=(fact,), reply=_endpoint_view(closed))


def _endpoint_view(endpoint: Endpoint, secret: str | None = None, code: str | None = None) -> EndpointView:
    return EndpointView(
        id=endpoint.id,
        party=endpoint.party,
        url=shown_url(endpoint),
        events=endpoint.events,
        created_at=endpoint.created_at,
        kind=endpoint.kind,
        approver=endpoint.approver,
        closed_at=endpoint.closed_at,
        secret=secret,
        approval_code=code,
    )
