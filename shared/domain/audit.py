"""Nothing may vanish: each client's books, in which every post that was due comes to one end, and no copy too many.

The ledger says what was to happen, the attempts what was done, and the posts what was approved. The three are written
in one place only when all went well; here they are held against each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE, Attempt, AttemptState
from shared.domain.ledger import Entry
from shared.domain.posts import LATENESS_WINDOW, Post, PostState
from shared.domain.schedule import FAR_AHEAD, UPLOADING

BOOKS_CLOSE = timedelta(minutes=2)
"""An entry can be read this long after the time that it names: no function that writes any runs longer at it."""
SETTLED_WITHIN = timedelta(minutes=15)
"""From an attempt's deadline to its end, on a network that cannot be read as well."""
ENDS_WITHIN = LATENESS_WINDOW + SEND_DEADLINE + DEADLINE_MARGIN + SETTLED_WITHIN
"""From its time to a post's end."""
CLAIMED_EARLY = FAR_AHEAD + UPLOADING + timedelta(seconds=1)
"""An attempt starts at most this long before its post is due, by two clocks."""
DOUBT_KEPT = timedelta(days=30)

_ENDS = {
    f"post.{state.value}": state
    for state in (
        PostState.PUBLISHED,
        PostState.HELD,
        PostState.FAILED,
        PostState.EXPIRED,
        PostState.UNVERIFIED,
    )
}
"""What only a post that is due can come to."""
_TAKEN_BACK = {
    f"post.{state.value}": state for state in (PostState.RECALLED, PostState.RECALL_FAILED, PostState.CANCELLED)
} | {"post.parts_recalled": PostState.HELD}
"""Ends as well, of a post that is due; else something that happened to it before, or after its end."""
_BACK_IN_REVIEW = frozenset({"post.changed", "post.approval_withdrawn"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Break:
    """What does not add up, of one post, as a sentence for people."""

    post: str
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Audit:
    """A client's books from ``since`` to ``until``, and what they carry over to the next."""

    client: str
    since: datetime
    until: datetime
    ends: Mapping[str, int] = field(default_factory=dict)
    """How many posts came to each end."""
    back_in_review: int = 0
    unfinished: int = 0
    """Past their time and still within the bound for an end."""
    lost: int = 0
    """Past that bound, and told of in ``breaks``."""
    sends: int = 0
    """Attempts that landed."""
    breaks: tuple[Break, ...] = ()
    waiting: Mapping[str, datetime] = field(default_factory=dict)
    """Posts that have not ended, and when they are due."""
    doubtful: Mapping[str, datetime] = field(default_factory=dict)
    """Posts that may come to an end, or to another one, after it was told; and since when."""
    version: int = 1

    @property
    def due(self) -> int:
        """All whose time came, or that were called off before."""
        return sum(self.ends.values()) + self.back_in_review + self.unfinished + self.lost


def opened(client: str, at: datetime) -> Audit:
    """The books of a client of whom nothing has been audited yet."""
    return Audit(client=client, since=at, until=at, version=0)


def audit(
    before: Audit, entries: Iterable[Entry], attempts: Iterable[Attempt], posts: Mapping[str, Post], now: datetime
) -> Audit:
    """The books from where ``before`` closed to :data:`BOOKS_CLOSE` ago.

    ``entries``: the ledger's, in its order, of at least that span. ``attempts``: the client's, of at least that span
    and ``NAMING_HORIZON`` before. ``posts``: those of :func:`sent_between`, by id.
    """
    until = max(before.until, now - BOOKS_CLOSE)
    books = _Books(before)
    for entry in entries:
        if before.until <= entry.at < until:
            books.enter(entry)
    known = list(attempts)
    sent = sent_between(known, before.until, until)
    stuck = {post: due_at for post, due_at in books.waiting.items() if due_at + ENDS_WITHIN <= until}
    waiting = {post: due_at for post, due_at in books.waiting.items() if post not in stuck}
    doubtful = {post: at for post, at in books.doubtful.items() if until - at < DOUBT_KEPT}
    return Audit(
        client=before.client,
        since=before.until,
        until=until,
        ends={end: number for end, number in sorted(books.ends.items()) if number},
        back_in_review=books.back_in_review,
        unfinished=sum(due_at <= until for due_at in waiting.values()),
        lost=len(stuck),
        sends=len(sent),
        breaks=(
            *books.breaks(known),
            *_copies(known, sent, books.due),
            *_unapproved(sent, posts),
            *(_stuck(post, due_at) for post, due_at in sorted(stuck.items())),
        ),
        waiting=waiting,
        doubtful=doubtful | dict.fromkeys(stuck, until),
        version=before.version + 1,
    )


def sent_between(attempts: Iterable[Attempt], since: datetime, until: datetime) -> list[Attempt]:
    """What landed in the span, by our clock."""
    return [
        attempt
        for attempt in attempts
        if attempt.state is AttemptState.LANDED and attempt.ended_at is not None and since <= attempt.ended_at < until
    ]


class _Books:
    """Entry by entry: what is due, and the end that it comes to."""

    def __init__(self, before: Audit) -> None:
        self.waiting = dict(before.waiting)
        self.doubtful = dict(before.doubtful)
        self.due = dict(before.waiting)
        """By post, its last time."""
        self.ends: Counter[str] = Counter()
        self.back_in_review = 0
        self._ended: dict[str, PostState] = {}
        self._published: set[str] = set()
        self._unexpected: dict[str, PostState] = {}

    def enter(self, entry: Entry) -> None:
        post = entry.subject
        if entry.type == "post.scheduled":
            self._schedule(post, datetime.fromisoformat(entry.data["due_at"]))
        elif entry.type in _ENDS:
            self._end(post, _ENDS[entry.type], entry.at)
        elif entry.type in _TAKEN_BACK:
            self._take_back(post, _TAKEN_BACK[entry.type])
        elif entry.type in _BACK_IN_REVIEW and post in self.waiting:
            del self.waiting[post]
            self.back_in_review += 1

    def breaks(self, attempts: Iterable[Attempt]) -> Iterable[Break]:
        for post, end in self._unexpected.items():
            yield Break(post=post, because=f"It is {end.value} and was not due: it had ended, or was never scheduled.")
        landed = {attempt.post for attempt in attempts if attempt.state is AttemptState.LANDED}
        for post in sorted(self._published - landed):
            yield Break(post=post, because="The ledger says that it was published, and no attempt at it has landed.")

    def _schedule(self, post: str, due_at: datetime) -> None:
        # Two machines' clocks may have entered its end before its beginning.
        early = self._unexpected.pop(post, None)
        self.waiting[post] = self.due[post] = due_at
        if early is not None:
            self._close(post, early)

    def _end(self, post: str, end: PostState, at: datetime) -> None:
        if post in self.waiting:
            self._close(post, end)
            if end is PostState.PUBLISHED:
                self._published.add(post)
        elif post in self.doubtful:
            del self.doubtful[post]
        else:
            self._unexpected[post] = end
        if end is PostState.UNVERIFIED:
            self.doubtful[post] = at

    def _take_back(self, post: str, end: PostState) -> None:
        if post in self.waiting:
            self._close(post, end)
        elif post in self._ended and end is not PostState.HELD:
            self.ends[self._ended[post].value] -= 1
            self._count(post, end)

    def _close(self, post: str, end: PostState) -> None:
        del self.waiting[post]
        self._count(post, end)

    def _count(self, post: str, end: PostState) -> None:
        self._ended[post] = end
        self.ends[end.value] += 1


def _copies(attempts: Iterable[Attempt], sent: Iterable[Attempt], due: Mapping[str, datetime]) -> Iterable[Break]:
    """Parts of which one attempt too many has landed, the last of them in this span.

    A part that was recalled goes out anew when it is due anew; what landed before that time is another matter.
    """
    landed = Counter(
        (one.post, one.part)
        for one in attempts
        if one.state is AttemptState.LANDED and (one.post not in due or one.started_at >= due[one.post] - CLAIMED_EARLY)
    )
    for post, part in sorted({(one.post, one.part) for one in sent}):
        if landed[post, part] > 1:
            which = f"part {part + 1} of it" if part else "it"
            yield Break(post=post, because=f"{landed[post, part]} attempts at {which} have landed: that many copies.")


def _unapproved(sent: Iterable[Attempt], posts: Mapping[str, Post]) -> Iterable[Break]:
    by_post = defaultdict(list)
    for attempt in sent:
        by_post[attempt.post].append(attempt.started_at)
    for post_id, started in sorted(by_post.items()):
        post = posts.get(post_id)
        if post is None:
            yield Break(post=post_id, because="It was sent, and there is no such post.")
        elif not _cut_short(post) and not post.demand.is_met(standing := post.valid_approvals(max(started))):
            counted = f"{post.demand.given(standing)} of {post.demand.approvals} approvals"
            yield Break(post=post_id, because=f"It was sent with {counted} of what it says.")


def _cut_short(post: Post) -> bool:
    """The rest of a thread that was held needs approvals anew; those of what is out are gone from it."""
    return len(post.parts) > 1 and post.state is not PostState.PUBLISHED


def _stuck(post: str, due_at: datetime) -> Break:
    return Break(post=post, because=f"It was due {due_at:%Y-%m-%d %H:%M:%S} UTC and has come to no end.")
