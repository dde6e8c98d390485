"""What became of an attempt, learnt by reading the network; and taking down what must not stay up.

Used by the publisher's reconcile and by a stop's drain: both read, neither ever sends again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from shared.domain.accounts import Account
from shared.domain.attempts import DEADLINE_MARGIN, NAMING_HORIZON, Attempt, AttemptState
from shared.domain.clock import Clock, NewId
from shared.domain.following.alarms import alarm_of
from shared.domain.following.follow_ups import FollowUp
from shared.domain.following.watches import Watch, opened, promised
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.posts import LATENESS_WINDOW, PARTLY_OUT, Part, Post, PostState, Published, telling
from shared.domain.schedule import wake_at
from shared.domain.stops import holding, scopes_of
from shared.networks import (
    NETWORK_ERRORS,
    Connect,
    Connection,
    CredentialsError,
    Fencing,
    ThrottledError,
    capabilities_of,
)
from shared.stores import Committing, ConflictError, Reading, Record, Stops

if TYPE_CHECKING:
    from shared.domain.listening.mentions import Mention  # a stop does not load what it takes to listen

UNREADABLE_AFTER = timedelta(minutes=10)
"""When the network cannot even be read for this long, a person is asked."""
MENTION_TRIES = 3
_BUSY = frozenset({PostState.CLAIMED, PostState.UNKNOWN, PostState.RECALLED})
"""In which a post has an attempt under way, or nothing left to take down."""
_MAY_LAND_LATE = frozenset({PostState.UNVERIFIED, PostState.RECALLED, PostState.RECALL_FAILED})
"""In which a post may have a part whose attempt ended unverified."""
LANDED_LATE = "landed late; found by reading again"
NOT_SEEN = "the network does not show it, and no answer came; look before resending"
NEVER_OUT = "the network was made to refuse what was on its way: it is not out"


class Store(Reading, Committing, Stops, Protocol): ...


def _awaits(post: Post, attempt: Attempt) -> bool:
    """Whether the post's end is the end of this attempt."""
    return post.attempt == attempt.id and post.state in (PostState.CLAIMED, PostState.UNKNOWN)


def _publication(post: Post, because: str, watch: Watch | None, promises: Sequence[FollowUp]) -> Fact:
    first = post.sent[0]
    late = (first.at - (post.due_at or first.at)).total_seconds()
    data = {
        **telling(post),
        "url": first.url,
        "handle": post.handle,
        "watch": watch.id if watch else None,
        "follow_ups": [promise.id for promise in promises],
        "late_seconds": round(late, 3),
        "because": because,
    }
    return Fact(type="post.published", subject=post.id, data=data)


def _answering(post: Post, mention: "Mention") -> dict[str, Any]:
    """By what an answer is measured: when it could be seen first, by the network's clock."""
    at = post.sent[0].at
    return {
        "post": post.id,
        "account": post.account,
        "author": post.author,
        "function": mention.function,
        "minutes": round(max(0.0, (at - mention.received_at).total_seconds() / 60), 1),
        "in_time": at <= mention.answer_by if mention.answer_by is not None else None,
        "was_overdue": mention.is_overdue,
    }


def _as_tried(attempt: Attempt, post: Post, landed: Iterable[Attempt]) -> Part | None:
    """The part that was tried, as the network saw it; None when what it replied to was taken down and is forgotten."""
    if attempt.part <= len(post.sent):
        return post.part(attempt.part)
    before = [one for one in landed if one.post == post.id and one.part == attempt.part - 1]
    if not before:
        return None
    last = max(before, key=lambda one: one.started_at).published
    return post.part_after(attempt.part, last)


def _part_publication(post: Post, watch: Watch | None) -> Fact:
    url = post.sent[-1].url
    data = {"part": len(post.sent), "of": len(post.parts), "url": url, "watch": watch.id if watch else None}
    return Fact(type="post.part_published", subject=post.id, data=data)


class Outcomes:
    """Bound to the collaborators that both callers share; ``function`` is how the ledger names the caller."""

    def __init__(self, store: Store, connect: Connect, clock: Clock, new_id: NewId, function: str) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id
        self._who = system(function)

    def settle(self, attempt: Attempt) -> Attempt:
        """``attempt`` with its end, if that can be known now; the same attempt while it may still be in flight."""
        now = self._clock.now()
        post = self._store.post(attempt.post)
        # Read a moment ago, the attempt may have been settled since, and parts been taken down.
        if post is None or attempt.part > len(post.sent) or not attempt.abandoned(now):
            return attempt
        waited = now - (attempt.deadline + DEADLINE_MARGIN)
        try:
            found = self._found_on_network(attempt, post)
            if found is None and self._fenced(post):
                found = self._found_on_network(attempt, post)
                return self._never_out(attempt, post) if found is None else self._found(attempt, post, found)
        except NETWORK_ERRORS as unreadable:
            because, bound = f"the network cannot be read: {unreadable.reason}", UNREADABLE_AFTER
        else:
            if found is not None:
                return self._found(attempt, post, found)
            because, bound = NOT_SEEN, capabilities_of(post.network).settles_within
        return attempt if waited < bound else self._unverified(attempt, post, because)

    def _fenced(self, post: Post) -> bool:
        """Whether nothing that was sent before can land any more."""
        line = self._line(post)
        if not isinstance(line, Fencing):
            return False
        line.fence()
        return True

    def look_again(self, attempt: Attempt) -> None:
        """The sentinel: what ended unverified may land after the network's own bound. Found, it is recorded.

        What lands under a stop, came due during one, or belongs to a post that was taken down since, is taken down at
        once. A thread does not go on from there: a person was asked.
        """
        post = self._store.post(attempt.post)
        if post is None or post.state not in _MAY_LAND_LATE or post.attempt != attempt.id:
            return
        try:
            found = self._found_on_network(attempt, post)
            if found is None:
                return
            if post.state is not PostState.UNVERIFIED or self._is_held(attempt, post):
                self._take_down_late(attempt, post, found)
            elif len(post.sent) + 1 == len(post.parts):
                self.landed(attempt, post, found, LANDED_LATE)
            elif attempt.part == len(post.sent):
                self._part_landed_late(attempt, post, found)
        except NETWORK_ERRORS:
            return

    def _is_held(self, attempt: Attempt, post: Post) -> bool:
        flags = self._store.flags(scopes_of(attempt))
        return holding(flags.values(), post.due_at or attempt.started_at) is not None

    def _part_landed_late(self, attempt: Attempt, post: Post, found: Published) -> None:
        now = self._clock.now()
        seen = replace(post.again(now, f"part {attempt.part + 1} {LANDED_LATE}"), sent=(*post.sent, found))
        ended = attempt.moved(AttemptState.LANDED, now, LANDED_LATE, found)
        watch = opened(post, attempt.part, found)
        self._kept((seen, ended, self._entry(_part_publication(seen, watch), post.client)), (watch,))

    def _take_down_late(self, attempt: Attempt, post: Post, found: Published) -> None:
        """What must not stay up, gone, and then recorded: cut short between the two, it is no worse than unverified."""
        problem = self._taken_down(post, found)
        now = self._clock.now()
        ended = attempt.moved(AttemptState.LANDED, now, LANDED_LATE, found)
        is_all_of_it = post.state is PostState.UNVERIFIED and len(post.parts) == 1
        if problem is not None or is_all_of_it:
            told = self._after_recall(replace(post, sent=(*post.sent[: attempt.part], found)), 0, problem)
            data = {**telling(post), "url": found.url, "because": told.because}
            fact = Fact(type=f"post.{told.state.value}", subject=post.id, data=data)
        else:
            told = post.again(now, f"part {attempt.part + 1} {LANDED_LATE}; it was taken down, and seen to be gone")
            data = {**telling(post), "url": found.url, "because": told.because}
            fact = Fact(type="post.parts_recalled", subject=post.id, data=data)
        self._store.commit(told, ended, self._entry(fact, post.client))

    def _found_on_network(self, attempt: Attempt, post: Post) -> Published | None:
        others = [one for one in self._store.attempts_since(attempt.started_at - NAMING_HORIZON) if one.published]
        tried = _as_tried(attempt, post, others)
        if tried is None:
            return None
        # The same text may have gone out twice, by two posts.
        taken = frozenset(one.published.external_id for one in others if one.published and one.id != attempt.id)
        return self._line(post).find(tried, attempt, taken)

    def recall(self, post: Post, who: Mapping[str, str] | None = None, since_part: int = 0) -> Post:
        """``post`` taken down, verified by reading; or recall_failed, with why and where it can be seen.

        ``since_part``: of a thread that is not out as a whole, leave the parts before it up and hold the rest. ``who``
        asked for it, as the ledger names them; the function itself when nobody did.
        """
        if post.state is PostState.UNVERIFIED:
            post = self._looked_for(post)
        if len(post.sent) <= since_part or post.state in _BUSY:
            return post
        if post.state not in PARTLY_OUT:
            since_part = 0
        urls = [part.url for part in post.sent[since_part:]]
        left, problem = self._parts_left(post, since_part)
        recalled = self._after_recall(replace(post, sent=left), since_part, problem)
        told = {**telling(post), "url": urls[0], "because": recalled.because}
        whole = Fact(type=f"post.{recalled.state.value}", subject=post.id, data=told)
        fact = Fact(type="post.parts_recalled", subject=post.id, data=told) if since_part else whole
        self._store.commit(recalled, self._entry(fact, post.client, who))
        return recalled

    def _looked_for(self, post: Post) -> Post:
        """The post as it stands after another look for the part of which nothing was known."""
        for attempt in self._store.attempts_since(post.state_at - NAMING_HORIZON):
            if attempt.id == post.attempt and attempt.state is AttemptState.UNVERIFIED:
                self.look_again(attempt)
        return self._store.post(post.id) or post

    def _parts_left(self, post: Post, since_part: int) -> tuple[tuple[Published, ...], str | None]:
        """The parts that are still up, the last of them taken down first; and what stood in the way, if anything."""
        left = post.sent
        while len(left) > since_part:
            problem = self._taken_down(post, left[-1])
            if problem is not None:
                return left, problem
            left = left[:-1]
        return post.sent[:since_part] if since_part else post.sent, None

    def _after_recall(self, post: Post, since_part: int, problem: str | None) -> Post:
        now = self._clock.now()
        because = "taken down, and seen to be gone"
        if problem is not None:
            because = f"{problem.rstrip('.')}. A person must take it down at the network."
        if since_part:
            scheduled = post.state is PostState.SCHEDULED
            return post.moved(PostState.HELD, now, because) if scheduled else post.again(now, because)
        if problem is None:
            return post.moved(PostState.RECALLED, now, because)
        if post.state is PostState.RECALL_FAILED:
            return post.again(now, because)
        return post.moved(PostState.RECALL_FAILED, now, because)

    def _taken_down(self, post: Post, published: Published) -> str | None:
        """None when it is gone; else what stood in the way."""
        try:
            line = self._line(post)
            line.recall(published.external_id)
            if line.visible(published.external_id):
                return "The network said that it was deleted and still shows it"
        except ThrottledError:
            raise
        except NETWORK_ERRORS as refusal:
            return refusal.reason
        return None

    def landed(
        self, attempt: Attempt, post: Post, published: Published, because: str = "", mention: "Mention | None" = None
    ) -> Post:
        """Record where a post, or the next part of a thread, can be seen; returns the post as it stands now.

        The rest of a thread is due at once, by a timer in the same commit. The mention that a whole post answers is
        answered in the same commit too; one that others are busy with is read again, and left alone rather than that
        the outcome goes unrecorded. So is the watch that it opens, and what it promises is somebody's from now on.
        ``mention``: as it was read a moment ago, if it was.
        """
        now = self._clock.now()
        ended = attempt.moved(AttemptState.LANDED, now, because, published)
        sent = (*post.sent, published)
        watch = opened(post, attempt.part, published)
        if len(sent) < len(post.parts):
            return self._part_landed(ended, post, sent, now, watch)
        seen = post.moved(PostState.PUBLISHED, now, because, sent=sent)
        follow_ups = promised(post, now)
        entry = self._entry(_publication(seen, because, watch, follow_ups), post.client)
        further = (watch, *follow_ups, *map(alarm_of, follow_ups))
        for _ in range(MENTION_TRIES):
            mention = mention or self._mention(post)
            if mention is None or not mention.is_open:
                break
            answered = mention.answered(post.id)
            fact = Fact(type="mention.answered", subject=mention.id, data=_answering(seen, mention))
            try:
                self._kept((seen, ended, answered, entry, self._entry(fact, post.client)), further)
            except ConflictError as conflict:
                if conflict.record is not answered:
                    raise
                mention = None
                continue
            return seen
        self._kept((seen, ended, entry), further)
        return seen

    def _part_landed(
        self, ended: Attempt, post: Post, sent: tuple[Published, ...], now: datetime, watch: Watch | None
    ) -> Post:
        waiting = post.moved(PostState.SCHEDULED, now, f"{len(sent)} of {len(post.parts)} parts are out", sent=sent)
        told = self._entry(_part_publication(waiting, watch), post.client)
        self._kept((waiting, ended, wake_at(waiting, now), told), (watch,))
        return waiting

    def _kept(self, outcome: Sequence[Record], further: Sequence[Record | None]) -> None:
        """Record an outcome, with what begins with it, unless something stands in the way of that alone.

        A network that gives the id of an earlier post once more has a watch there already.
        """
        begins = [record for record in further if record is not None]
        try:
            self._store.commit(*outcome, *begins)
        except ConflictError as conflict:
            if not any(conflict.record is record for record in begins):
                raise
            self._store.commit(*outcome)

    def _mention(self, post: Post) -> "Mention | None":
        return self._store.mention(post.mention) if post.mention else None

    def _unverified(self, attempt: Attempt, post: Post, because: str) -> Attempt:
        now = self._clock.now()
        ended = attempt.moved(AttemptState.UNVERIFIED, now, because)
        if not _awaits(post, attempt):
            self._store.commit(ended)
            return ended
        unverified = post.moved(PostState.UNVERIFIED, now, because)
        data = {**telling(post), "because": because, "handle": post.handle}
        fact = Fact(type="post.unverified", subject=post.id, data=data)
        self._store.commit(ended, unverified, self._entry(fact, post.client))
        return ended

    def _never_out(self, attempt: Attempt, post: Post) -> Attempt:
        """Known not to be out, the post may go out by another attempt, while it is in time."""
        now = self._clock.now()
        ended = attempt.moved(AttemptState.NOT_SENT, now, NEVER_OUT)
        if not _awaits(post, attempt):
            self._store.commit(ended)
        elif now - (post.due_at or attempt.started_at) > LATENESS_WINDOW:
            late = post.moved(PostState.HELD if post.sent else PostState.EXPIRED, now, NEVER_OUT)
            data = {**telling(post), "because": late.because, "handle": post.handle}
            fact = Fact(type=f"post.{late.state.value}", subject=post.id, data=data)
            self._store.commit(late, ended, self._entry(fact, post.client))
        else:
            again = post.moved(PostState.SCHEDULED, now, NEVER_OUT)
            fact = Fact(type="post.delayed", subject=post.id, data={"until": now.isoformat(), "because": NEVER_OUT})
            self._store.commit(again, ended, wake_at(again, now), self._entry(fact, post.client))
        return ended

    def _found(self, attempt: Attempt, post: Post, found: Published) -> Attempt:
        because = "found by reading the network"
        if _awaits(post, attempt):
            self.landed(attempt, post, found, because)
            return attempt.moved(AttemptState.LANDED, self._clock.now(), because, found)
        ended = attempt.moved(AttemptState.LANDED, self._clock.now(), because, found)
        self._store.commit(ended)
        return ended

    def _line(self, post: Post) -> Connection:
        account = self._store.get(Account, post.client, post.account)
        if account is None:
            raise CredentialsError("The account is not connected.")
        return self._connect(account)

    def _entry(self, fact: Fact, realm: str, who: Mapping[str, str] | None = None) -> Entry:
        return entry(fact, id=self._new_id("led"), realm=realm, at=self._clock.now(), who=who or self._who)
