"""What an entry is about, read at the time of telling: a message to people says what stands now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.domain.following.escalations import Escalation
from shared.domain.ledger import Entry
from shared.domain.listening.mentions import Mention
from shared.domain.parties import Client, Member
from shared.domain.posts import Post
from shared.stores import Reading

PEOPLE = ("to", "was", "owner", "by", "member")
"""Details that may name a member."""


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Nothing of it is another client's than the entry's."""

    post: Post | None = None
    mention: Mention | None = None
    escalation: Escalation | None = None
    zone: str = "UTC"
    """The client's."""
    name: str = ""
    """The client's."""
    people: Mapping[str, str] = field(default_factory=dict)
    """Names of those members whom the entry names, by id."""


def about(entry: Entry, store: Reading) -> About:
    post = _post(entry, store)
    client = store.get(Client, entry.realm, entry.realm)
    named = (entry.who.get("member"), *(entry.data.get(key) for key in PEOPLE))
    members = store.several(Member, [(entry.realm, one) for one in named if isinstance(one, str) and one])
    return About(
        post=post,
        mention=_mention(entry, post, store),
        escalation=_escalation(entry, store),
        zone=client.zone if client else "UTC",
        name=client.name if client else entry.realm,
        people={member.id: member.name for member in members.values()},
    )


def _post(entry: Entry, store: Reading) -> Post | None:
    named = entry.subject if entry.type.startswith("post.") else entry.data.get("post")
    post = store.post(str(named)) if named else None
    return post if post is not None and post.client == entry.realm else None


def _mention(entry: Entry, post: Post | None, store: Reading) -> Mention | None:
    named = entry.subject if entry.type.startswith("mention.") else entry.data.get("mention")
    named = named or (post.mention if post else None)
    mention = store.mention(str(named)) if named else None
    return mention if mention is not None and mention.client == entry.realm else None


def _escalation(entry: Entry, store: Reading) -> Escalation | None:
    named = entry.subject if entry.type.startswith("escalation.") else entry.data.get("escalation")
    return store.get(Escalation, entry.realm, str(named)) if named else None
