"""A client's doors: accounts to speak from, sources to listen to, endpoints that are told."""

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import replace
from datetime import datetime

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.accounts import Account, AccountKind, Endpoint, Mapping, Scheme, Source, source_realm
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party, Roll
from shared.domain.text import clean, handle
from shared.networks import capabilities

SHORTEST_SECRET = 16
_OWN_NETWORK = {Scheme.X: "x", Scheme.META: "facebook"}
"""Schemes of one network alone."""
_NETWORK = re.compile(r"[a-z][a-z0-9_-]{0,30}")
SECRET_PREFIX = "whsec_"  # noqa: S105


class NewAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``credentials`` go into the vault: for Mastodon ``{"access_token": …}``.

    ``shadow``: a sandbox or a private test account, for drills.
    """

    network: str
    handle: str
    base_url: str
    credentials: dict[str, str]
    kind: AccountKind = AccountKind.BRAND
    owner: str | None = None
    shadow: bool = False


class NewSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``secret``: the provider's own where it has one (X, Meta); made here when absent."""

    name: str
    scheme: Scheme
    network: str = ""
    secret: str | None = None
    verify_token: str = ""
    mapping: Mapping | None = None


class NewEndpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``events``: types wanted, such as ``post.published`` or ``post.*``; empty for all."""

    url: str
    events: tuple[str, ...] = ()


class SourceView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``hook`` is the path to send webhooks to; ``secret`` is shown once, when it was made here."""

    id: str
    name: str
    scheme: Scheme
    network: str
    hook: str
    created_at: datetime
    closed_at: datetime | None = None
    secret: str | None = None


class EndpointView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``secret`` (Standard Webhooks) is shown once, when the endpoint is made."""

    id: str
    party: Party
    url: str
    events: tuple[str, ...]
    created_at: datetime
    closed_at: datetime | None = None
    secret: str | None = None


def connect_account(call: Call[NewAccount], desk: Desk) -> Change:
    """Connect an account to speak from; its credentials can be read by the publisher alone."""
    wanted = call.body
    desk.client(call)
    capabilities(wanted.network)
    if not wanted.credentials:
        raise InvalidError("must not be empty", "credentials")
    account = Account(
        id=call.new_id("acc"),
        client=call.client,
        network=wanted.network,
        handle=handle(wanted.handle, "handle"),
        kind=wanted.kind,
        base_url=desk.web_address(wanted.base_url, "base_url"),
        owner=_owner(call, desk),
        shadow=wanted.shadow,
        created_at=call.now,
    )
    _not_both(account, desk)
    desk.vault.store(account, wanted.credentials)
    fact = Fact(
        type="account.connected",
        subject=account.id,
        data={"network": account.network, "handle": account.handle},
    )
    return Change(records=(account,), facts=(fact,), reply=account)


def _owner(call: Call[NewAccount], desk: Desk) -> str | None:
    wanted = call.body
    if wanted.kind is AccountKind.BRAND:
        if wanted.owner is not None:
            raise InvalidError("is for a person's account only", "owner")
        return None
    owner = desk.store.get(Member, call.client, wanted.owner) if wanted.owner else None
    if owner is None or owner.party is not Party.CLIENT:
        raise InvalidError("must be the member of the client who is this person", "owner")
    return owner.id


def _not_both(account: Account, desk: Desk) -> None:
    """A drill stops a shadow account on one person's word, so it is never one that the brand speaks from."""
    for other in desk.store.list(Account, account.client):
        same = (other.network, other.base_url, other.handle) == (account.network, account.base_url, account.handle)
        if same and other.closed_at is None and other.shadow is not account.shadow:
            kind = "the brand's own" if account.shadow else "a shadow account"
            raise InvalidError(f"is connected already, as {kind}", "handle")


def list_accounts(call: Call[None], desk: Desk) -> list[Account]:
    """List the accounts that the client can speak from."""
    return list(desk.store.list(Account, call.client))


def close_account(call: Call[None], desk: Desk) -> Change:
    """Close an account: nothing more goes out from it."""
    account = desk.registered(Account, call, call.path["account"])
    if account.closed_at is not None:
        raise StateError("That account is closed already.")
    closed = replace(account, closed_at=call.now, version=account.version + 1)
    return Change(records=(closed,), facts=(Fact(type="account.closed", subject=account.id),), reply=closed)


def add_source(call: Call[NewSource], desk: Desk) -> Change:
    """Add a source of mentions and learn the path that its webhooks go to."""
    wanted = call.body
    desk.client(call)
    _check_scheme(wanted)
    secret = _checked_secret(wanted) or SECRET_PREFIX + b64encode(desk.entropy(32)).decode()
    source = Source(
        id=call.new_id("src"),
        client=call.client,
        name=clean(wanted.name, "name", longest=200),
        scheme=wanted.scheme,
        network=wanted.network or _OWN_NETWORK.get(wanted.scheme, ""),
        secrets=(secret,),
        verify_token=wanted.verify_token,
        mapping=wanted.mapping,
        created_at=call.now,
    )
    fact = Fact(type="source.added", subject=source.id, data={"scheme": source.scheme.value})
    shown = None if wanted.secret else secret
    return Change(
        records=(source, Roll(realm=call.client, id=source.id)),
        facts=(fact,),
        reply=_source_view(source, shown),
    )


def _check_scheme(wanted: NewSource) -> None:
    """Each scheme needs other things; what is missing is named."""
    if wanted.network and not _NETWORK.fullmatch(wanted.network):
        raise InvalidError("must be a name in lower case, such as mastodon", "network")
    if wanted.scheme is Scheme.STANDARD and not wanted.network:
        raise InvalidError("must be given: the one that a message is from when the tool does not say", "network")
    if wanted.scheme is Scheme.GENERIC:
        if wanted.mapping is None:
            raise InvalidError("must say where a generic source keeps its fields", "mapping")
        if not (wanted.network or wanted.mapping.network):
            raise InvalidError("must be given, here or by mapping.network", "network")
    if wanted.scheme in _OWN_NETWORK and wanted.secret is None:
        raise InvalidError("must be the provider's own app secret", "secret")
    if wanted.scheme is Scheme.META and not wanted.verify_token:
        raise InvalidError("must be the token that Meta is told to send", "verify_token")
    if wanted.secret is not None and len(wanted.secret) < SHORTEST_SECRET:
        raise InvalidError(f"must have at least {SHORTEST_SECRET} characters", "secret")


def _checked_secret(wanted: NewSource) -> str | None:
    if wanted.secret is None or wanted.scheme is not Scheme.STANDARD:
        return wanted.secret
    try:
        key = b64decode(wanted.secret.removeprefix(SECRET_PREFIX), validate=True)
    except Base64Error as garbled:
        raise InvalidError("must be whsec_ and base64", "secret") from garbled
    if not 24 <= len(key) <= 64:
        raise InvalidError("must hold 24 to 64 bytes", "secret")
    return wanted.secret


def list_sources(call: Call[None], desk: Desk) -> list[SourceView]:
    """List where the client's mentions come from."""
    found = (desk.store.get(Source, source_realm(roll.id), roll.id) for roll in desk.store.list(Roll, call.client))
    return [_source_view(source) for source in found if source is not None]


def close_source(call: Call[None], desk: Desk) -> Change:
    """Close a source: its webhooks are refused from the next minute on."""
    source = desk.store.get(Source, source_realm(call.path["source"]), call.path["source"])
    if source is None or source.client != call.client:
        raise NotFoundError("There is no such source.")
    if source.closed_at is not None:
        raise StateError("That source is closed already.")
    closed = replace(source, closed_at=call.now, version=source.version + 1)
    return Change(records=(closed,), facts=(Fact(type="source.closed", subject=source.id),), reply=_source_view(closed))


def _source_view(source: Source, secret: str | None = None) -> SourceView:
    return SourceView(
        id=source.id,
        name=source.name,
        scheme=source.scheme,
        network=source.network,
        hook=f"/hooks/{source.id}",
        created_at=source.created_at,
        closed_at=source.closed_at,
        secret=secret,
    )


def add_endpoint(call: Call[NewEndpoint], desk: Desk) -> Change:
    """Have a URL told of the client's ledger by signed webhook; the secret is shown this once."""
    endpoint = Endpoint(
        id=call.new_id("end"),
        client=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        url=desk.web_address(call.body.url, "url"),
        secret=SECRET_PREFIX + b64encode(desk.entropy(32)).decode(),
        events=call.body.events,
        created_at=call.now,
    )
    fact = Fact(type="endpoint.added", subject=endpoint.id, data={"events": list(endpoint.events)})
    return Change(records=(endpoint,), facts=(fact,), reply=_endpoint_view(endpoint, endpoint.secret))


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
