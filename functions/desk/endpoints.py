"""Endpoints: URLs that are told of a client's ledger."""

from base64 import b64encode
from dataclasses import replace
from datetime import datetime

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.endpoints import Endpoint
from shared.domain.errors import ForbiddenError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Party

SECRET_PREFIX = "whsec_"  # noqa: S105


class NewEndpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``events``: types wanted, such as ``post.published`` or ``post.*``; empty for all."""

    url: str
    events: tuple[str, ...] = ()


class EndpointView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``secret`` (Standard Webhooks) is shown once, when the endpoint is made."""

    id: str
    party: Party
    url: str
    events: tuple[str, ...]
    created_at: datetime
    closed_at: datetime | None = None
    secret: str | None = None


def new_secret(desk: Desk) -> str:
    """Of Standard Webhooks' form."""
    return SECRET_PREFIX + b64encode(desk.entropy(32)).decode()


def add_endpoint(call: Call[NewEndpoint], desk: Desk) -> Change:
    """Have a URL told of the client's ledger by signed webhook; the secret is shown this once."""
    endpoint = Endpoint(
        id=call.new_id("end"),
        client=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        url=desk.web_address(call.body.url, "url"),
        secrets=(new_secret(desk),),
        events=call.body.events,
        created_at=call.now,
    )
    fact = Fact(type="endpoint.added", subject=endpoint.id, data={"events": list(endpoint.events)})
    return Change(records=(endpoint,), facts=(fact,), reply=_endpoint_view(endpoint, endpoint.secrets[0]))


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


def _endpoint_view(endpoint: Endpoint, secret: str | None = None) -> EndpointView:
    return EndpointView(
        id=endpoint.id,
        party=endpoint.party,
        url=endpoint.url,
        events=endpoint.events,
        created_at=endpoint.created_at,
        closed_at=endpoint.closed_at,
        secret=secret,
    )
