"""Accounts to speak from: connected once their credentials prove whom they speak for, reconnected only as the same one.

The desk asks the network with what it is given and puts that in the vault; it cannot read it there again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from functions.desk.own_accounts import check_is_nobodys_own
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account, AccountKind, Grant, ending, half_of_life, server
from shared.domain.errors import InvalidError, StateError, UnreachableError
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party
from shared.domain.text import handle
from shared.networks import (
    CredentialsError,
    Identity,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
    capabilities_of,
)
from shared.networks.capabilities import Capabilities
from shared.networks.vault import expiry, refresher
from shared.stores import Record
from shared.voices import heard_anew, held_by, no_longer_held


class NewAccount(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``credentials`` go into the vault: for Mastodon ``{"access_token": …}``.

    ``base_url`` is left out for a network that has one server for everybody. ``shadow``: a sandbox or a private test
    account, for drills.
    """

    network: str
    handle: str
    credentials: dict[str, str]
    base_url: str = ""
    kind: AccountKind = AccountKind.BRAND
    owner: str | None = None
    shadow: bool = False


class NewCredentials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the same account as before."""

    credentials: dict[str, str]


def connect_account(call: Call[NewAccount], desk: Desk) -> Change:
    """Connect an account to speak from, once its credentials prove whose it is; only the publisher can read them."""
    wanted = call.body
    client = desk.client(call)
    network = capabilities_of(wanted.network)
    _check_fields(network, wanted.credentials)
    claimed = Account(
        id=call.new_id("acc"),
        client=call.client,
        network=wanted.network,
        handle=handle(wanted.handle, "handle"),
        kind=wanted.kind,
        base_url=_base_url(network, wanted.base_url, desk),
        owner=_owner(call, desk),
        shadow=wanted.shadow,
        created_at=call.now,
    )
    identity = _proven(claimed, wanted.credentials, desk)
    if not _is_named(claimed, identity):
        raise InvalidError(f"is not whom the credentials speak for, who is {_shown(identity)}", "handle")
    account = replace(claimed, handle=_handle(identity), external_id=identity.external_id)
    known = list(desk.store.list(Account, call.client))
    _check_is_new(account, known)
    check_is_nobodys_own(account, desk, "handle")
    voices: tuple[Record, ...] = (
        *held_by(client, [account], desk.store, "handle"),
        *heard_anew(client, (*known, account), desk.store),
    )
    granted = _granted(account, wanted.credentials, None, call.now)
    desk.vault.store(account, wanted.credentials)
    fact = _fact("account.connected", account)
    return Change(records=(account, *granted, *voices), facts=(fact,), reply=account)


def reconnect_account(call: Call[NewCredentials], desk: Desk) -> Change:
    """Give an account new credentials, which must speak for the same one as before; its handle may have changed."""
    account = desk.registered(Account, call, call.path["account"])
    if account.closed_at is not None:
        raise StateError("That account is closed; connect it as a new one.")
    credentials = call.body.credentials
    _check_fields(capabilities_of(account.network), credentials)
    identity = _proven(account, credentials, desk)
    if identity.external_id != account.external_id:
        raise InvalidError(f"speak for {_shown(identity)}, who is not the account @{account.handle}", "credentials")
    again = replace(account, handle=_handle(identity), version=account.version + 1)
    check_is_nobodys_own(again, desk, "credentials")
    voices: tuple[Record, ...] = ()
    if again.handle != account.handle:
        others = (one for one in desk.store.list(Account, call.client) if one.id != account.id)
        voices = heard_anew(desk.client(call), (*others, again), desk.store)
    granted = _granted(account, credentials, desk.store.get(Grant, account.client, account.id), call.now)
    desk.vault.store(account, credentials)
    fact = _fact("account.reconnected", again, before=account.handle)
    return Change(records=(again, *granted, *voices), facts=(fact,), reply=again)


def list_accounts(call: Call[None], desk: Desk) -> Listed[Account]:
    """List the accounts that the client can speak from."""
    return listed(call, desk.store.list(Account, call.client), by_id)


def close_account(call: Call[None], desk: Desk) -> Change:
    """Close an account: nothing more goes out from it, and its credentials are deleted an hour later."""
    account = desk.registered(Account, call, call.path["account"])
    if account.closed_at is not None:
        raise StateError("That account is closed already.")
    closed = replace(account, closed_at=call.now, version=account.version + 1)
    grant = ending(closed, desk.store.get(Grant, account.client, account.id), call.now)
    client = desk.client(call)
    others = (one for one in desk.store.list(Account, call.client) if one.id != account.id)
    voices: tuple[Record, ...] = (*no_longer_held(client, account, desk.store), *heard_anew(client, others, desk.store))
    fact = Fact(type="account.closed", subject=account.id)
    return Change(records=(closed, grant, *voices), facts=(fact,), reply=closed)


def _check_fields(network: Capabilities, credentials: Mapping[str, str]) -> None:
    if not credentials:
        raise InvalidError("must not be empty", "credentials")
    for field in network.credentials:
        if not field.optional and not credentials.get(field.name):
            raise InvalidError(f"must be given: {field.what}", f"credentials.{field.name}")
    expiry(credentials)


def _base_url(network: Capabilities, wanted: str, desk: Desk) -> str:
    """Where there is one server for everybody it is that one, but for a stand-in on a local engine."""
    if network.home and not wanted:
        return network.home
    desk.web_address(wanted, "base_url")
    url = wanted.rstrip("/")
    is_fixed = network.home and not (network.has_other_servers or desk.allow_plain_http)
    if is_fixed and url != network.home:
        raise InvalidError(f"is always {network.home} for {network.title}; leave it out", "base_url")
    return url


def _proven(account: Account, credentials: Mapping[str, str], desk: Desk) -> Identity:
    """Whom the credentials speak for, by the network's own word. Nothing has been kept of them yet."""
    desk.check_is_public(account.base_url, "base_url")
    try:
        return desk.open(account, credentials).identity()
    except CredentialsError as unusable:
        raise InvalidError(f"do not work: {unusable.reason}", "credentials") from unusable
    except RefusedError as refusal:
        raise InvalidError(f"do not say whom they speak for: {refusal.reason}", "credentials") from refusal
    except (ThrottledError, OutcomeUnknownError) as unanswered:
        raise UnreachableError(
            f"The network did not say whom the credentials speak for. {unanswered.reason}"
        ) from unanswered


def _is_named(claimed: Account, identity: Identity) -> bool:
    """Whether the handle that was given is the one that was proven: whatever its case, with or without its server."""
    given, proven = claimed.handle.casefold(), _handle(identity).casefold()
    host, _ = server(claimed.base_url)
    return given in (proven, f"{proven}@{host}")


def _handle(identity: Identity) -> str:
    """As the network spells it. A page that has only a name goes by the network's id of it."""
    try:
        return handle(identity.handle, "handle")
    except InvalidError:
        return handle(identity.external_id, "handle")


def _shown(identity: Identity) -> str:
    """What a person may read of it, since any server may answer anything."""
    try:
        return f"@{_handle(identity)}"
    except InvalidError:
        return "nobody who has a handle"


def _owner(call: Call[NewAccount], desk: Desk) -> str | None:
    wanted = call.body
    if wanted.kind is AccountKind.BRAND:
        if wanted.owner is not None:
            raise InvalidError("is for a person's account only", "owner")
        return None
    owner = desk.store.get(Member, call.client, wanted.owner) if wanted.owner else None
    if owner is None or owner.party is not Party.CLIENT or owner.removed_at is not None:
        raise InvalidError("must be the member of the client who is this person", "owner")
    return owner.id


def _check_is_new(account: Account, known: Sequence[Account]) -> None:
    """A stop of an account is to stop its voice, so no voice is two accounts.

    And a drill stops a shadow account on one person's word, so it is never one that the brand speaks from.
    """
    for other in known:
        if other.closed_at is None and other.is_same_voice_as(account):
            kind = "a shadow account" if other.shadow else "the brand's own"
            raise InvalidError(f"is connected already, as {kind}: {other.id}", "handle")


def _granted(
    account: Account, credentials: Mapping[str, str], before: Grant | None, now: datetime
) -> tuple[Grant, ...]:
    """What says when the credentials are to be renewed; for those that run out, and to end an earlier renewal."""
    expires_at = expiry(credentials)
    if before is None and expires_at is None and refresher(account.network) is None:
        return ()
    grant = before or Grant(account=account.id, client=account.client, expires_at=None, refresh_at=None, version=0)
    runs_out = expires_at is not None or refresher(account.network) is not None
    # Where nobody knows how long they still last, they are renewed at once.
    refresh_at = half_of_life(expires_at, now) if expires_at and expires_at > now else now
    return (grant.settled(expires_at, refresh_at if runs_out else None),)


def _fact(kind: str, account: Account, **more: str) -> Fact:
    data = {"network": account.network, "handle": account.handle, "external_id": account.external_id}
    return Fact(type=kind, subject=account.id, data=data | more)
