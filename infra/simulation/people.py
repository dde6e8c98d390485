"""Those of whom scenarios tell, and what they wrote."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Approval, Demand
from shared.domain.mandate.agreement import Mandate
from shared.domain.mandate.terms import sensible_default
from shared.domain.parties import Caller, Client, Member, Party, Scope
from shared.domain.posts import Post, PostState, content_hash
from shared.domain.roster.speakers import Speaker


def account(id: str, client: str, at: datetime) -> Account:  # noqa: A002
    return Account(
        id=id,
        client=client,
        network="mastodon",
        handle=f"at_{id}",
        kind=AccountKind.BRAND,
        base_url="https://social.example",
        owner=None,
        created_at=at,
    )


def client(id: str, agencies: tuple[str, ...], at: datetime) -> Client:  # noqa: A002
    return Client(id=id, name=id, zone="UTC", agencies=agencies, created_at=at)


class Rows(dict[str, Any]):
    """That nothing changes, so that what holds them can be told from another."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


def mandate(client: str, agency: str, at: datetime) -> Mandate:
    rows = Rows(sensible_default())
    return Mandate(
        client=client, agency=agency, rows=rows, accounts=Rows(), crisis=Rows(), set_by="mbr_client", set_at=at
    )


def people(client: str, at: datetime) -> tuple[Speaker, Member]:
    """The agency's author, who speaks for the client, and the client's member who approves."""
    member = Member(
        id="mbr_client",
        realm=client,
        party=Party.CLIENT,
        agency=None,
        name="Approver",
        signature="^AP",
        created_at=at,
    )
    return accepted("mbr_author", client, at), member


def accepted(member: str, client: str, at: datetime) -> Speaker:
    """Of the agency, and of good standing with the client."""
    return Speaker(
        client=client,
        member=member,
        party=Party.AGENCY,
        introduced_by=member,
        introduced_at=at,
        accepted_by="mbr_client",
        accepted_at=at,
    )


def caller(realm: str, member: str, agency: str | None = None) -> Caller:
    """With a key that stops and does nothing else; of the client when no ``agency`` is given."""
    party = Party.CLIENT if agency is None else Party.AGENCY
    return Caller(realm=realm, key="key", member=member, party=party, agency=agency, scopes=frozenset({Scope.STOP}))


def draft(id: str, speaker: Account, agency: str, at: datetime, *, thread: tuple[str, ...] = ()) -> Post:  # noqa: A002
    return Post(
        id=id,
        client=speaker.client,
        agency=agency,
        account=speaker.id,
        network=speaker.network,
        handle=speaker.handle,
        function="community",
        text=id,
        thread=thread,
        in_reply_to="",
        mention=None,
        recommendation=None,
        author="mbr_author",
        author_party=Party.AGENCY,
        publish_at=None,
        demand=Demand(approvals=1, parties=(Party.CLIENT,)),
        created_at=at,
        state_at=at,
    )


def scheduled(post: Post, due_at: datetime, at: datetime) -> Post:
    """Approved as it stands by somebody of its client."""
    approval = Approval(member="mbr_client", party=Party.CLIENT, content_hash=content_hash(post), at=at)
    return replace(post, approvals=(approval,), due_at=due_at, state=PostState.SCHEDULED, state_at=at)
