"""Links by which a person without a key decides on one post, once. Opening one shows; its code decides."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import StateError
from shared.domain.parties import Member, Party, new_secret
from shared.domain.posts import Post, content_hash

TOKEN_KIND = "apl"  # noqa: S105 - how such a token begins
MOST_WRONG_CODES = 5
LONGEST_HOURS = 72
CODE_DIGITS = 6
_ANY_DIGEST = hashlib.sha256(b"no such link").hexdigest()


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
    """Hex SHA-256 of the token's secret."""
    code_digest: str
    """Hex HMAC-SHA-256 of the code under that secret: a hash of six digits alone gives them away."""
    made_by: str
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

    def decides_with(self, secret: str, code: str) -> bool:
        return hmac.compare_digest(self.code_digest, _code_digest(secret, code))

    def wrongly_tried(self) -> "ApprovalLink":
        return replace(self, wrong_codes=self.wrong_codes + 1, version=self.version + 1)

    def used(self, verdict: str, now: datetime) -> "ApprovalLink":
        return replace(self, used_at=now, verdict=verdict, version=self.version + 1)

    def withdrawn(self, now: datetime) -> "ApprovalLink":
        return replace(self, withdrawn_at=now, version=self.version + 1)


def opened(link: ApprovalLink | None, secret: str) -> ApprovalLink | None:
    """The link, when the secret is its own; what is no link costs the same time."""
    given = hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
    fits = hmac.compare_digest(link.digest if link else _ANY_DIGEST, given)
    return link if fits else None


@dataclass(frozen=True, slots=True)
class Secrets:
    """Of one link. They reach its person by two ways, so that a link which is passed on decides nothing."""

    secret: str
    code: str
    digest: str
    code_digest: str


def new_secrets(entropy: Callable[[int], bytes]) -> Secrets:
    secret, digest = new_secret(entropy)
    code = f"{int.from_bytes(entropy(16)) % 10**CODE_DIGITS:0{CODE_DIGITS}}"
    return Secrets(secret, code, digest, _code_digest(secret, code))


def _code_digest(secret: str, code: str) -> str:
    return hmac.new(secret.encode("utf-8", "replace"), code.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
