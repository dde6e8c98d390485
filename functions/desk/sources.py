"""Where a client's mentions come from: sources, their secrets, and what they sent that nobody understood."""

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from functions.desk.endpoints import SECRET_PREFIX, new_secret
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import OF_NETWORKS, FieldMapping, Purpose, Scheme, Source, source_realm
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.mentions import Unread, unread_realm
from shared.domain.parties import Party, Roll
from shared.domain.secrets import RETIRED_AFTER
from shared.domain.text import clean

SHORTEST_SECRET = 16
LONGEST_SECRET: Mapping[Scheme, int] = {Scheme.WEBSUB: 199, Scheme.MELTWATER: 64}
"""Characters, where the provider has a limit. Sources: the documents named in the schemes' modules."""
_DEFAULT_NETWORK = {Scheme.SLACK: "slack", Scheme.MELTWATER: "web"}
_GIVES_ITS_SECRET = frozenset({*OF_NETWORKS, Scheme.SLACK})
"""Schemes whose provider makes the secret."""
_NETWORK = re.compile(r"[a-z][a-z0-9_-]{0,30}")
_TOPIC = {
    Scheme.WEBSUB: "must be the address of the feed that the hub was asked for",
    Scheme.MASTODON: "must be the account whose mentions are meant, as its server writes it",
}
LONGEST_TOPIC = 2_048


class NewSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``secret``: the provider's own where it has one (X, Meta, LinkedIn, Mastodon, Slack); made here when absent.

    ``verify_token``: for Meta's. ``topic``: of a WebSub source the feed, of a Mastodon one the account that is named.
    ``purpose``: priorities for a tool of the client's own that states what matters, by the scheme standard.
    """

    name: str
    scheme: Scheme
    network: str = ""
    secret: str | None = None
    verify_token: str = ""
    topic: str = ""
    mapping: FieldMapping | None = None
    purpose: Purpose = Purpose.MENTIONS


class NewSecret(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``secret``: as of a new source."""

    secret: str | None = None


class SourceView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``hook`` is the path to send webhooks to; ``secret`` is shown once, when it was made here.

    ``older_secret_until``: so long what is signed with the secret before is taken as well.
    """

    id: str
    name: str
    scheme: Scheme
    network: str
    hook: str
    created_at: datetime
    topic: str = ""
    older_secret_until: datetime | None = None
    closed_at: datetime | None = None
    secret: str | None = None
    purpose: Purpose = Purpose.MENTIONS


def add_source(call: Call[NewSource], desk: Desk) -> Change:
    """Add a source of mentions and learn the path that its webhooks go to."""
    wanted = call.body
    desk.client(call)
    _check_purpose(wanted.purpose, call)
    _check_scheme(wanted)
    secret = _secret(wanted.secret, wanted.scheme, desk)
    source = Source(
        id=call.new_id("src"),
        client=call.client,
        name=clean(wanted.name, "name", longest=200),
        scheme=wanted.scheme,
        network=wanted.network or _usual_network(wanted.scheme),
        secrets=(secret,),
        verify_token=wanted.verify_token,
        topic=clean(wanted.topic, "topic", longest=LONGEST_TOPIC, empty=True),
        mapping=wanted.mapping,
        purpose=wanted.purpose,
        created_at=call.now,
    )
    data = {"scheme": source.scheme.value, "purpose": source.purpose.value}
    fact = Fact(type="source.added", subject=source.id, data=data)
    return Change(
        records=(source, Roll(realm=call.client, id=source.id)),
        facts=(fact,),
        reply=_viewed(source, call.now, None if wanted.secret else secret),
    )


def _check_purpose(purpose: Purpose, call: Call[Any]) -> None:
    """Whoever has the secret of such a source says what matters; so only the client makes one, and changes it."""
    if purpose is Purpose.PRIORITIES and call.caller.party is not Party.CLIENT:
        raise ForbiddenError("What matters is the client's to say, and so is the source by which it is said.")


def _check_scheme(wanted: NewSource) -> None:
    """Each scheme needs other things; what is missing is named."""
    scheme = wanted.scheme
    if wanted.purpose is Purpose.PRIORITIES:
        if scheme is not Scheme.STANDARD:
            raise InvalidError("must be standard for a source that states priorities", "scheme")
        return
    if wanted.network and not _NETWORK.fullmatch(wanted.network):
        raise InvalidError("must be a name in lower case, such as mastodon", "network")
    if scheme in (Scheme.STANDARD, Scheme.WEBSUB) and not wanted.network:
        raise InvalidError("must be given: the one that a message is from when the tool does not say", "network")
    if scheme is Scheme.GENERIC:
        _check_mapping(wanted)
    if scheme in _GIVES_ITS_SECRET and wanted.secret is None:
        raise InvalidError("must be the provider's own app secret", "secret")
    if scheme in (Scheme.META, Scheme.THREADS) and not wanted.verify_token:
        raise InvalidError("must be the token that Meta is told to send", "verify_token")
    if scheme in _TOPIC and not wanted.topic.strip():
        raise InvalidError(_TOPIC[scheme], "topic")
    if scheme in OF_NETWORKS and wanted.network not in ("", *OF_NETWORKS[scheme]):
        raise InvalidError(f"must be {' or '.join(OF_NETWORKS[scheme])} for this scheme", "network")


def _check_mapping(wanted: NewSource) -> None:
    mapping = wanted.mapping
    if mapping is None:
        raise InvalidError("must say where a generic source keeps its fields", "mapping")
    if not (wanted.network or mapping.network):
        raise InvalidError("must be given, here or by mapping.network", "network")
    if bool(mapping.deleted) != bool(mapping.event):
        raise InvalidError("is of use only together with mapping.event", "mapping.deleted")


def _usual_network(scheme: Scheme) -> str:
    return OF_NETWORKS[scheme][0] if scheme in OF_NETWORKS else _DEFAULT_NETWORK.get(scheme, "")


def _secret(given: str | None, scheme: Scheme, desk: Desk) -> str:
    """The provider's, or one of ours."""
    if given is None:
        return new_secret(desk)
    longest = LONGEST_SECRET.get(scheme, 1_000)
    if not SHORTEST_SECRET <= len(given) <= longest:
        raise InvalidError(f"must have at least {SHORTEST_SECRET} characters and at most {longest}", "secret")
    if scheme is Scheme.STANDARD:
        _check_key(given)
    return given


def _check_key(secret: str) -> None:
    try:
        key = b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except Base64Error as garbled:
        raise InvalidError("must be whsec_ and base64", "secret") from garbled
    if not 24 <= len(key) <= 64:
        raise InvalidError("must hold 24 to 64 bytes", "secret")


def list_sources(call: Call[None], desk: Desk) -> Listed[SourceView]:
    """List where the client's mentions come from."""
    found = (desk.store.get(Source, source_realm(roll.id), roll.id) for roll in desk.store.list(Roll, call.client))
    page = listed(call, (source for source in found if source is not None), by_id)
    return page.shown(lambda source: _viewed(source, call.now))


def rotate_secret(call: Call[NewSecret], desk: Desk) -> Change:
    """Give a source a new secret; what is signed with the one before is taken for 24 hours more, or until withdrawn."""
    source = _open(call, desk)
    if source.scheme in _GIVES_ITS_SECRET and call.body.secret is None:
        raise InvalidError("must be the provider's own app secret", "secret")
    secret = _secret(call.body.secret, source.scheme, desk)
    if secret in source.secrets:
        raise InvalidError("must be another than it has", "secret")
    rotated = source.rotated(secret, call.now)
    until = call.now + RETIRED_AFTER
    fact = Fact(type="source.secret_rotated", subject=source.id, data={"older_until": until.isoformat()})
    shown = None if call.body.secret else secret
    return Change(records=(rotated,), facts=(fact,), reply=_viewed(rotated, call.now, shown))


def withdraw_secret(call: Call[None], desk: Desk) -> Change:
    """Withdraw the secret before the newest: what is signed with it is refused from the next minute on."""
    source = _open(call, desk)
    if len(source.good_secrets(call.now)) < 2:
        raise StateError("That source has its newest secret alone.")
    narrowed = source.with_newest_secret_alone()
    fact = Fact(type="source.secret_withdrawn", subject=source.id)
    return Change(records=(narrowed,), facts=(fact,), reply=_viewed(narrowed, call.now))


def close_source(call: Call[None], desk: Desk) -> Change:
    """Close a source: its webhooks are refused from the next minute on."""
    source = _open(call, desk)
    closed = replace(source, closed_at=call.now, version=source.version + 1)
    fact = Fact(type="source.closed", subject=source.id)
    return Change(records=(closed,), facts=(fact,), reply=_viewed(closed, call.now))


def list_unread(call: Call[None], desk: Desk) -> Listed[Unread]:
    """List what a source sent in the last 30 days with events of types that are not known, as it came."""
    return listed(call, desk.store.list(Unread, unread_realm(_own(call, desk).id)), by_id)


def _own(call: Call[NewSecret] | Call[None], desk: Desk) -> Source:
    source = desk.store.get(Source, source_realm(call.path["source"]), call.path["source"])
    if source is None or source.client != call.client:
        raise NotFoundError("There is no such source.")
    return source


def _open(call: Call[NewSecret] | Call[None], desk: Desk) -> Source:
    source = _own(call, desk)
    _check_purpose(source.purpose, call)
    if source.closed_at is not None:
        raise StateError("That source is closed already.")
    return source


def _viewed(source: Source, now: datetime, secret: str | None = None) -> SourceView:
    return SourceView(
        id=source.id,
        name=source.name,
        scheme=source.scheme,
        network=source.network,
        hook=f"/hooks/{source.id}",
        created_at=source.created_at,
        topic=source.topic,
        older_secret_until=source.older_secret_until(now),
        closed_at=source.closed_at,
        secret=secret,
        purpose=source.purpose,
    )
