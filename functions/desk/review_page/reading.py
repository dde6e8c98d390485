"""What the page names by more than an id: people by name, mentions and questions by what is said in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from functions.desk.review_page.words import excerpt
from shared.domain.accounts import Account
from shared.domain.following.escalations import TEAM, Escalation
from shared.domain.listening.mentions import Mention
from shared.domain.parties import Agency, Client, Member, Party
from shared.domain.review import Review
from shared.stores import Mentions, Reading, Reference

AT_ONCE = 100
"""References in one request."""
GONE = "This message is not there any more."


class Store(Reading, Mentions, Protocol): ...


@dataclass(frozen=True, slots=True)
class Said:
    """A mention, as far as it is still there."""

    text: str
    author: str = ""
    network: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    members: Mapping[str, str]
    accounts: Mapping[str, str]
    mentions: Mapping[str, Said]
    questions: Mapping[str, Escalation]
    parties: Mapping[Party, str]

    def person(self, id_: str) -> str:
        """A member, or a team, by name."""
        if id_.startswith(TEAM):
            return f"the team {id_.removeprefix(TEAM)}"
        return self.members.get(id_, "")

    def said(self, mention: str) -> Said:
        return self.mentions.get(mention, Said(GONE))

    @staticmethod
    def web(url: str) -> bool:
        """Whether it is one that may be a link."""
        return url.startswith(("https://", "http://"))

    def scope(self, scope: str) -> str:
        """What a stop covers."""
        kind, _, rest = scope.partition(":")
        if kind == "account":
            return f"the account @{self.accounts.get(rest.rpartition('/')[2], rest)}"
        if kind == "client":
            return "every account"
        return {"agency": "everything of the agency", "network": f"everything on {rest}"}.get(kind, scope)


def names(client: Client, review: Review, store: Store) -> Names:
    """Of all that the review lists; the lists are short."""
    listed = (review.most_important_missed, review.raised, review.questions)
    wanted = [one.mention for listing in listed for one in listing]
    mentions = [Reference(Mention, client.id, id_) for id_ in dict.fromkeys(wanted)]
    questions = [Reference(Escalation, client.id, one.id) for one in review.questions]
    found = _together([*mentions, *questions], store)
    members = {one.id: one.name for one in store.list(Member, client.id)}
    agencies = [agency for id_ in client.agencies if (agency := store.get(Agency, id_, id_)) is not None]
    return Names(
        members=members,
        accounts={one.id: one.handle for one in store.list(Account, client.id)},
        mentions={one.id: _said(found[one]) for one in mentions if one in found},
        questions={one.id: found[one] for one in questions if one in found},
        parties={
            Party.CLIENT: client.name,
            Party.AGENCY: agencies[0].name if len(agencies) == 1 else "the agency",
            Party.OPERATOR: "the operator",
        },
    )


def _together(wanted: list[Reference], store: Store) -> Mapping[Reference, Any]:
    found: dict[Reference, Any] = {}
    for first in range(0, len(wanted), AT_ONCE):
        found |= store.together(wanted[first : first + AT_ONCE])
    return found


def _said(mention: Mention) -> Said:
    url = mention.url if Names.web(mention.url) else ""
    return Said(excerpt(mention.text) or GONE, excerpt(mention.author), mention.network, url)
