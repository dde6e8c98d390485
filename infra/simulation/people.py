"""Those of whom scenarios tell, and what they wrote."""

from dataclasses import replace
from datetime import datetime

from shared.domain.accounts import Account, AccountKind
from shared.domain.parties import Caller, Client, Party, Scope
from shared.domain.posts import Approval, Post, PostState, content_hash


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
        publish_at=None,
        approvals_needed=1,
        created_at=at,
        state_at=at,
    )


def scheduled(post: Post, due_at: datetime, at: datetime) -> Post:
    """Approved as it stands by somebody of its client."""
    approval = Approval(member="mbr_client", party=Party.CLIENT, content_hash=content_hash(post), at=at)
    return replace(post, approvals=(approval,), due_at=due_at, state=PostState.SCHEDULED, state_at=at)
