"""Links by which a person without a key decides on one post, once. Opening one shows; its code decides."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain import standing_codes
from shared.domain.approvals import Approval
from shared.domain.endpoints import Endpoint
from shared.domain.errors import StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party
from shared.domain.posts import Post, PostState, content_hash
from shared.domain.standing_codes import StandingCode
from shared.domain.tokens import Token, new_secret, proves

TOKEN_KIND = "apl"  # noqa: S105 - how such a token begins
MOST_WRONG_CODES = 5
LONGEST_HOURS = 72
USUAL_HOURS = 24
CODE_DIGITS = 6


class LinkState(StrEnum):
    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    """Of too many wrong codes."""
    EXPIRED = "expired"


_ENDED = {
    LinkState.USED: "This link was used already",
    LinkState.WITHDRAWN: "This link was withdrawn",
    LinkState.CLOSED: "This link is closed, since a wrong code was given too often",
    LinkState.EXPIRED: "The time of this link has run out",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalLink:
    """For one member and one post as it stood. Neither of its two secrets is kept."""

    id: str
    client: str
    post: str
    content_hash: str
    member: str
    party: Party
    agency: str | None
    digest: str
    """Of the token's secret."""
    code_digest: str
    """Hex HMAC-SHA-256 of the code under that secret: a hash of six digits alone gives them away."""
    code_salt: str = ""
    """Of the standing code that decides, which is stretched first; "" for a code that is good for this link alone."""
    made_by: str
    """A member, or the endpoint whose messages ask for the approval."""
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    verdict: str = ""
    """That it was used for."""
    withdrawn_at: datetime | None = None
    wrong_codes: int = 0
    version: int = 1

    def state(self, now: datetime) -> LinkState:
        if self.used_at is not None:
            return LinkState.USED
        if self.withdrawn_at is not None:
            return LinkState.WITHDRAWN
        if self.wrong_codes >= MOST_WRONG_CODES:
            return LinkState.CLOSED
        return LinkState.OPEN if now < self.expires_at else LinkState.EXPIRED

    def check_open(self, now: datetime) -> None:
        """Raises StateError, which says what to do."""
        state = self.state(now)
        if state is LinkState.OPEN:
            return
        was = f": {self.verdict}" if state is LinkState.USED else ""
        raise StateError(f"{_ENDED[state]}{was}. If something is still to be decided, ask for a new link.")

    def check_shows(self, post: Post, member: Member) -> None:
        """Raises StateError when it is not any more what this person was asked about."""
        if member.removed_at is not None:
            raise StateError("Whom this link was made for works here no more. Ask whoever sent it who decides now.")
        if content_hash(post) != self.content_hash:
            raise StateError("The post was changed since this link was made. Ask for a link to what it is now.")

    def check_asked_by(self, endpoint: Endpoint | None) -> None:
        """Raises StateError when the code is one that an endpoint was given, and that went with it."""
        if self.code_salt and (endpoint is None or endpoint.closed_at is not None):
            raise StateError("Where this link was sent is closed, and your code with it. Ask for a new link.")

    @property
    def code_digits(self) -> int:
        return standing_codes.DIGITS if self.code_salt else CODE_DIGITS

    def decides_with(self, secret: str, code: str) -> bool:
        known = standing_codes.stretched(code, self.code_salt) if self.code_salt else code
        return hmac.compare_digest(self.code_digest, _code_digest(secret, known))

    def wrongly_tried(self) -> "ApprovalLink":
        return replace(self, wrong_codes=self.wrong_codes + 1, version=self.version + 1)

    def used(self, verdict: str, now: datetime) -> "ApprovalLink":
        return replace(self, used_at=now, verdict=verdict, version=self.version + 1)

    def withdrawn(self, now: datetime) -> "ApprovalLink":
        return replace(self, withdrawn_at=now, version=self.version + 1)


def opened(link: ApprovalLink | None, secret: str) -> ApprovalLink | None:
    """The link, when the secret is its own; what is no link costs the same time."""
    return link if proves(secret, link.digest if link else None) else None


@dataclass(frozen=True, slots=True)
class Secrets:
    """Of one link. They reach its person by two ways, so that a link which is passed on decides nothing."""

    secret: str
    code: str
    """"" where it is a standing one, which its person has already."""
    digest: str
    code_digest: str
    code_salt: str = ""


def new_secrets(entropy: Callable[[int], bytes], standing: StandingCode | None = None) -> Secrets:
    """``standing``: the code that the link's person has already."""
    secret, digest = new_secret(entropy)
    if standing is not None:
        return Secrets(secret, "", digest, _code_digest(secret, standing.stretched), standing.salt)
    code = f"{int.from_bytes(entropy(16)) % 10**CODE_DIGITS:0{CODE_DIGITS}}"
    return Secrets(secret, code, digest, _code_digest(secret, code))


def _code_digest(secret: str, code: str) -> str:
    return hmac.new(secret.encode("utf-8", "replace"), code.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def link_to(
    post: Post,
    member: Member,
    secrets: Secrets,
    *,
    id: str,  # noqa: A002
    made_by: str,
    now: datetime,
    hours: int = USUAL_HOURS,
) -> ApprovalLink:
    """By which ``member`` decides on the post as it stands."""
    return ApprovalLink(
        id=id,
        client=post.client,
        post=post.id,
        content_hash=content_hash(post),
        member=member.id,
        party=member.party,
        agency=member.agency,
        digest=secrets.digest,
        code_digest=secrets.code_digest,
        code_salt=secrets.code_salt,
        made_by=made_by,
        made_at=now,
        expires_at=now + timedelta(hours=hours),
    )


def address(link: ApprovalLink, secrets: Secrets, base: str) -> str:
    """Where the link leads, at the desk's API ``base``."""
    return f"{base}/approve/{Token(kind=TOKEN_KIND, realm=link.client, key=link.id, secret=secrets.secret)}"


def made(link: ApprovalLink) -> Fact:
    data = {"post": link.post, "member": link.member, "expires_at": link.expires_at.isoformat()}
    return Fact(type="link.made", subject=link.id, data=data)


def awaits(post: Post, member: Member, now: datetime) -> bool:
    """Whether the post waits for a word that ``member`` can give now, as far as the post itself says."""
    if post.state is not PostState.IN_REVIEW or member.removed_at is not None or post.is_approved_by(member.id):
        return False
    if post.change_request is not None or any(question.waits for question in post.questions):
        return False
    if post.publish_at is not None and post.publish_at < now:
        return False
    if member.id in (post.author, *post.editors) and post.demand.owner != member.id:
        return False
    if post.awaits_client(now) and member.party is Party.CLIENT:
        return True
    standing = post.valid_approvals(now)
    given = Approval(member=member.id, party=member.party, teams=member.teams, content_hash=content_hash(post), at=now)
    return not post.demand.is_met(standing) and post.demand.given((*standing, given)) > post.demand.given(standing)
