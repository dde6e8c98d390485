"""A stop as the witness follows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain.attempts import DEADLINE_MARGIN, Attempt, AttemptState
from shared.domain.posts import Post, content_hash
from shared.domain.receipts import Named, ReceiptPage
from shared.domain.stops import Stop


@dataclass
class Standing:
    """A stop whose flag is committed."""

    stop: Stop
    since: datetime
    pages: dict[int, ReceiptPage] = field(default_factory=dict)
    """Of its receipt, as they are committed."""
    landed: list[str] = field(default_factory=list)
    """Attempts that landed in its scope since, while not everything was named yet."""
    lifted_at: datetime | None = None

    def covers(self, post: Post) -> bool:
        kind, _, id_ = self.stop.scope.partition(":")
        return {
            "everything": True,
            "network": post.network == id_,
            "agency": post.agency == id_,
            "client": post.client == id_,
            "account": f"{post.client}/{post.account}" == id_,
            "post": f"{post.client}/{post.id}" == id_,
        }[kind]

    @property
    def named(self) -> list[Named]:
        return [one for page in self.pages.values() for one in page.named]

    def names(self, attempt: str) -> bool:
        return any(one.attempt == attempt for one in self.named)

    def lets_through(self, post: Post) -> bool:
        """Whether two people have let it pass, exactly as it stands."""
        passes = [one for one in self.stop.passes if (one.post, one.content_hash) == (post.id, content_hash(post))]
        return any(one.granted_by not in (None, one.asked_by) for one in passes)

    def unreached(self, attempts: Iterable[Attempt]) -> list[str]:
        """What it should take down since ``recall_since`` and does not name. Around its own time clocks may differ."""
        since, until = self.stop.recall_since, self.stop.stopped_at - DEADLINE_MARGIN
        if since is None:
            return []
        out = [one for one in attempts if one.state is AttemptState.LANDED and one.ended_at is not None]
        return [one.id for one in out if since <= (one.ended_at or since) < until and not self.names(one.id)]
