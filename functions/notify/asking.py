"""A link for whoever's approval a post waits for, made anew for each message that asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.domain.approval_links import address, awaits, link_to, made, new_secrets
from shared.domain.clock import Clock, NewId
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry, entry, system
from shared.domain.parties import Member
from shared.domain.posts import Post, content_hash
from shared.stores import Committing, Reading

ASKS = frozenset(
    {
        "post.drafted",
        "post.changed",
        "post.reopened",
        "post.back_in_review",
        "post.approved",
        "post.approval_withdrawn",
        "post.change_request_withdrawn",
        "escalation.answered",
        "escalation.withdrawn",
    }
)
"""What makes a post wait for somebody's approval, or leaves it waiting for the next one."""
WHO = system("notify.run")


class Store(Reading, Committing, Protocol): ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Whom a message asks, and where they decide."""

    name: str
    url: str
    expires_at: datetime
    digits: int
    """Of the code that they have."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the endpoint's approver for a post. The link's secret is in the message alone, and kept nowhere."""

    store: Store
    clock: Clock
    new_id: NewId
    entropy: Callable[[int], bytes]
    desk_url: str

    def asked(self, told: Entry, endpoint: Endpoint, post: Post | None) -> Asked | None:
        """None where the post waits for nobody, for somebody else, or is not any more what the entry tells of.

        The link stands before the message goes: one that arrives leads somewhere, and one in vain leads nobody.
        """
        if endpoint.approver is None or endpoint.code is None or told.type not in ASKS or post is None:
            return None
        if told.data.get("content_hash", content_hash(post)) != content_hash(post):
            return None  # what it is now has an entry of its own
        now, member = self.clock.now(), self.store.get(Member, endpoint.client, endpoint.approver)
        if member is None or (member.party, member.agency) != (endpoint.party, endpoint.agency):
            return None
        if not awaits(post, member, now):
            return None
        secrets = new_secrets(self.entropy, endpoint.code)
        link = link_to(post, member, secrets, id=self.new_id("lnk"), made_by=endpoint.id, now=now)
        self.store.commit(link, entry(made(link), id=self.new_id("led"), realm=link.client, at=now, who=WHO))
        return Asked(
            name=member.name,
            url=address(link, secrets, self.desk_url),
            expires_at=link.expires_at,
            digits=link.code_digits,
        )
