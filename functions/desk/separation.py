"""How a client's accounts are kept apart: what an agency shows it, from the records that the system itself goes by."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from functions.desk.own_accounts import persons_of
from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account, AccountKind
from shared.domain.apart.separation import Misplaced, OutOfPlace
from shared.domain.parties import Key, KeyUse, Member, Party, Scope
from shared.domain.roster.speakers import Speaker
from shared.networks.vault import SECRET_NAME

READ_BY = (
    "ingest.audit_followers",
    "ingest.poll",
    "publish.read_back",
    "publish.reconcile",
    "publish.refresh",
    "publish.send",
    "publish.watch",
    "recover.api",
    "recover.drain",
    "recover.engage_directly",
)
"""The functions whose role may read credentials. A test holds these to the roles that are deployed."""
WRITTEN_BY = ("desk.api", "publish.refresh")
"""Those whose role may write them."""
_TOUCHES = frozenset(Scope) - {Scope.READ}
"""What a key does with an account, beside looking at it."""


class Touching(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who can do something with an account.

    ``on_roster``: accepted by the client as one who writes for it. ``owner``: the person whose account it is.
    """

    member: str
    party: Party
    agency: str | None
    scopes: list[Scope]
    on_roster: bool
    owner: bool


class AccountApart(msgspec.Struct, frozen=True, kw_only=True):
    """``credentials``: the name of the secret that holds them, but for its stage."""

    id: str
    network: str
    handle: str
    kind: AccountKind
    owner: str | None
    shadow: bool
    credentials: str
    touched_by: list[Touching]


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """Where they lie, and which functions can read and write them: nobody who has a key for the API can."""

    name: str
    read_by: tuple[str, ...]
    written_by: tuple[str, ...]


class MemberApart(msgspec.Struct, frozen=True, kw_only=True):
    """``person``: of an agency, its own member who this is; None: not stated.

    ``other_clients`` of that agency on which they work as well; None: not stated who they are.
    """

    id: str
    name: str
    party: Party
    agency: str | None
    administers: bool
    person: str | None
    other_clients: list[str] | None


class KeyApart(msgspec.Struct, frozen=True, kw_only=True):
    """A key that can be used now. ``last_used_at``: to within an hour; None: not since that is noted."""

    id: str
    realm: str
    member: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class OutOfPlaceLately(msgspec.Struct, frozen=True, kw_only=True):
    """Drafts of the last 30 days that looked like they belong elsewhere and were held for the client."""

    count: int
    newest: Misplaced | None


class Separation(msgspec.Struct, frozen=True, kw_only=True):
    """``members``: who works on the client, and who administers its agencies."""

    client: str
    at: datetime
    accounts: list[AccountApart]
    credentials: Credentials
    members: list[MemberApart]
    keys: list[KeyApart]
    out_of_place: OutOfPlaceLately


def show_separation(call: Call[None], desk: Desk) -> Separation:
    """Show how the client's accounts are kept apart: who can touch them, with what, and what was out of place."""
    client = desk.client(call)
    realms = (client.id, *client.agencies)
    members = [one for realm in realms for one in desk.store.list(Member, realm) if one.removed_at is None]
    keys = [one for realm in realms for one in desk.store.list(Key, realm) if _opens(one, client.id, call.now)]
    uses = {(one.realm, one.key): one.at for realm in realms for one in desk.store.list(KeyUse, realm)}
    speakers = {one.member: one for one in desk.store.list(Speaker, client.id)}
    accounts = [one for one in desk.store.list(Account, client.id) if one.closed_at is None]
    persons = persons_of(members, desk)
    misplaced = desk.store.get(OutOfPlace, client.id, client.id) or OutOfPlace(client=client.id)
    lately = misplaced.lately(call.now)
    return Separation(
        client=client.id,
        at=call.now,
        accounts=[_account(one, members, keys, speakers) for one in accounts],
        credentials=Credentials(
            name=SECRET_NAME.format(stage="{stage}", client=client.id, account="{account}"),
            read_by=READ_BY,
            written_by=WRITTEN_BY,
        ),
        members=[_member(one, client.id, persons) for one in members],
        keys=[_key(one, uses) for one in keys],
        out_of_place=OutOfPlaceLately(count=len(lately), newest=lately[-1] if lately else None),
    )


def _opens(key: Key, client: str, now: datetime) -> bool:
    """Whether a key opens anything of the client now: of an agency's administration, one that administers."""
    return key.usable(now) and (key.realm == client or Scope.ADMIN in key.scopes or Scope.STOP in key.scopes)


def _account(
    account: Account, members: Sequence[Member], keys: Iterable[Key], speakers: Mapping[str, Speaker]
) -> AccountApart:
    scopes: dict[tuple[str, str], set[Scope]] = {}
    for key in keys:
        scopes.setdefault((key.realm, key.member), set()).update(key.scopes)
    return AccountApart(
        id=account.id,
        network=account.network,
        handle=account.handle,
        kind=account.kind,
        owner=account.owner,
        shadow=account.shadow,
        credentials=SECRET_NAME.format(stage="{stage}", client=account.client, account=account.id),
        touched_by=[
            Touching(
                member=member.id,
                party=member.party,
                agency=member.agency,
                scopes=sorted(held),
                on_roster=_is_on_roster(speakers.get(member.id), account.id),
                owner=member.id == account.owner,
            )
            for member in members
            if (held := scopes.get((member.realm, member.id), set())) & _TOUCHES
        ],
    )


def _is_on_roster(speaker: Speaker | None, account: str) -> bool:
    if speaker is None or speaker.ended_at is not None or speaker.accepted_at is None:
        return False
    return not speaker.accounts or account in speaker.accounts


def _member(member: Member, client: str, persons: Mapping[str, Member]) -> MemberApart:
    administers = member.realm == member.agency
    person = member if administers else persons.get(member.person or "")
    stated = member.party is Party.AGENCY and person is not None
    return MemberApart(
        id=member.id,
        name=member.name,
        party=member.party,
        agency=member.agency,
        administers=administers,
        person=person.id if stated and person else None,
        other_clients=[one for one in person.serves if one != client] if stated and person else None,
    )


def _key(key: Key, uses: Mapping[tuple[str, str], datetime]) -> KeyApart:
    return KeyApart(
        id=key.id,
        realm=key.realm,
        member=key.member,
        scopes=key.scopes,
        created_at=key.created_at,
        expires_at=key.expires_at,
        last_used_at=uses.get((key.realm, key.id)),
    )
