"""One post out: claim, ask every stop, wait for its time, one call, record what is known.

The order is the guarantee (``infra/decisions/0002-stop-protocol.md``): the attempt is on record before the flags
are read, so a stop either is seen by this sender or names this attempt. Nothing here retries and nothing runs in
threads. What is not known to have ended is left for ``reconcile``, which only reads.
"""

from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from shared.domain.accounts import Account
from shared.domain.attempts import SEND_DEADLINE, Attempt, AttemptState
from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.posts import LATENESS_WINDOW, Post, PostState, content_hash
from shared.domain.schedule import Timer, TimerKind
from shared.domain.stops import holding, scopes_of
from shared.networks import (
    Connect,
    Connection,
    CredentialsError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
)
from shared.outcomes import Outcomes
from shared.stores import Committing, ConflictError, Reading, Stops, StoreError

FUNCTION = "publish.send"
CLAIM_LEAD = timedelta(milliseconds=250)
"""How long before its time a post is claimed: the claim and the strong reads fit into it."""
FAR_AHEAD = timedelta(seconds=5)
"""A message this early goes back to the queue instead of keeping a function waiting."""
ANSWER_MARGIN = 1.0
"""Seconds kept back from the deadline, so that the network call ends before it."""


class Store(Reading, Committing, Stops, Protocol): ...


class Outcome(StrEnum):
    STALE = "stale"
    """The post has moved on; this message is of an earlier time, or a second copy."""
    EARLY = "early"
    """To be delivered again at its time."""
    DONE = "done"


class _Unsendable(Exception):  # noqa: N818
    def __init__(self, state: PostState, reason: str) -> None:
        super().__init__(reason)
        self.state = state
        self.reason = reason


class Sender:
    """Bound to its collaborators; one instance sends one post after another."""

    def __init__(self, store: Store, connect: Connect, clock: Clock, new_id: NewId) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id
        self._outcomes = Outcomes(store, connect, clock, new_id, FUNCTION)

    def send(self, timer: Timer) -> Outcome:
        """Send the post that ``timer`` wakes. Raises StoreError when nothing could be recorded."""
        post = self._store.post(timer.subject)
        if post is None or post.version != timer.subject_version or post.state is not PostState.SCHEDULED:
            return Outcome.STALE
        if timer.due_at - self._clock.now() > FAR_AHEAD:
            return Outcome.EARLY
        try:
            self._check(post)
            line = self._line(post)
        except _Unsendable as known:
            return self._end(post, known.state, known.reason)
        except CredentialsError as unusable:
            return self._end(post, PostState.HELD, unusable.reason)
        self._wait_until(timer, CLAIM_LEAD)
        return self._sent(post, line, timer)

    def _sent(self, post: Post, line: Connection, timer: Timer) -> Outcome:
        """The protocol itself, in its order."""
        started = self._clock.monotonic()
        claimed, attempt = self._claim(post)
        if claimed is None:
            return Outcome.STALE
        stopped = self._stopped(attempt, post)
        if stopped is not None:
            return self._record(claimed, attempt, PostState.HELD, AttemptState.NOT_SENT, stopped)
        self._wait_until(timer)
        outcome = self._call(line, claimed, attempt, started)
        return self._next_part(claimed, line, timer) or outcome

    def _next_part(self, post: Post, line: Connection, timer: Timer) -> Outcome | None:
        """The next part of a thread, by the whole protocol again. Its timer takes over should this run end here."""
        if len(post.sent) + 1 >= len(post.parts):
            return None
        standing = self._store.post(post.id)
        if standing is None or standing.version != post.version + 1 or len(standing.sent) == len(post.sent):
            return None
        try:
            self._check(standing)
        except _Unsendable as known:
            return self._end(standing, known.state, known.reason)
        return self._sent(standing, line, timer)

    def _check(self, post: Post) -> None:
        now = self._clock.now()
        if post.due_at is not None and now - post.due_at > LATENESS_WINDOW:
            late = f"it was due {post.due_at:%H:%M:%S} UTC and is never sent late"
            raise _Unsendable(PostState.HELD if post.sent else PostState.EXPIRED, late)
        if not post.approved(now):
            raise _Unsendable(PostState.HELD, "its approvals are no longer valid")

    def _line(self, post: Post) -> Connection:
        account = self._store.get(Account, post.client, post.account)
        if account is None or account.closed_at is not None:
            raise CredentialsError("The account is closed.")
        return self._connect(account)

    def _claim(self, post: Post) -> tuple[Post | None, Attempt]:
        """The post as this sender's own, or None when another delivery has it."""
        now = self._clock.now()
        attempt = Attempt(
            id=self._new_id("att"),
            client=post.client,
            agency=post.agency,
            account=post.account,
            network=post.network,
            post=post.id,
            part=len(post.sent),
            started_at=now,
            deadline=now + SEND_DEADLINE,
        )
        claimed = post.moved(PostState.CLAIMED, now, attempt=attempt.id)
        fact = Fact(type="post.claimed", subject=post.id, data={"attempt": attempt.id})
        try:
            self._store.commit(claimed, attempt, self._entry(fact, post.client))
        except ConflictError:
            # The reply to our own commit may have been lost and the write tried again: then the claim is ours.
            stands = self._store.post(post.id)
            return (claimed, attempt) if stands == claimed else (None, attempt)
        return claimed, attempt

    def _stopped(self, attempt: Attempt, post: Post) -> str | None:
        """Why it must not go out, or None. Flags that cannot be read are as good as set."""
        try:
            flags = self._store.flags(scopes_of(attempt))
        except StoreError as unreadable:
            return f"the stop flags could not be read: {unreadable.reason}"
        return holding(flags.values(), post.due_at or attempt.started_at, post.id, content_hash(post))

    def _call(self, line: Connection, post: Post, attempt: Attempt, started: float) -> Outcome:
        left = self._left(attempt, started)
        if left <= ANSWER_MARGIN:
            late = "its deadline passed before it could be sent"
            return self._record(post, attempt, PostState.HELD, AttemptState.NOT_SENT, late)
        try:
            published = line.publish(post.as_part(attempt.part), attempt.id, timeout=left - ANSWER_MARGIN)
        except RefusedError as refusal:
            return self._record(post, attempt, PostState.FAILED, AttemptState.NOT_SENT, refusal.reason)
        except CredentialsError as unusable:
            return self._record(post, attempt, PostState.HELD, AttemptState.NOT_SENT, unusable.reason)
        except ThrottledError as throttled:
            return self._due_again(post, attempt, throttled)
        except OutcomeUnknownError as unknown:
            return self._record(post, attempt, PostState.UNKNOWN, AttemptState.UNKNOWN, unknown.reason)
        self._outcomes.landed(attempt, post, published)
        return Outcome.DONE

    def _left(self, attempt: Attempt, started: float) -> float:
        """Seconds to the deadline by the stricter clock: one stands still in a frozen machine, one can be set back."""
        return min(
            SEND_DEADLINE.total_seconds() - (self._clock.monotonic() - started),
            (attempt.deadline - self._clock.now()).total_seconds(),
        )

    def _due_again(self, post: Post, attempt: Attempt, throttled: ThrottledError) -> Outcome:
        """Later, if that is still inside the lateness window; else never."""
        due_at = post.due_at or attempt.started_at
        until = max(throttled.until or self._clock.now() + timedelta(minutes=1), self._clock.now())
        if until - due_at > LATENESS_WINDOW:
            return self._record(
                post,
                attempt,
                PostState.EXPIRED,
                AttemptState.NOT_SENT,
                f"the network takes no more posts until {until}",
            )
        waiting = post.moved(PostState.SCHEDULED, self._clock.now(), throttled.reason)
        timer = Timer(
            kind=TimerKind.POST,
            realm=post.client,
            subject=post.id,
            subject_version=waiting.version,
            due_at=until,
        )
        fact = Fact(type="post.throttled", subject=post.id, data={"until": until.isoformat()})
        ended = attempt.moved(AttemptState.NOT_SENT, self._clock.now(), throttled.reason)
        self._store.commit(waiting, ended, timer, self._entry(fact, post.client))
        return Outcome.DONE

    def _record(
        self, post: Post, attempt: Attempt, state: PostState, attempt_state: AttemptState, because: str
    ) -> Outcome:
        self._store.commit(
            post.moved(state, self._clock.now(), because),
            attempt.moved(attempt_state, self._clock.now(), because),
            self._ended(post, state, because),
        )
        return Outcome.DONE

    def _end(self, post: Post, state: PostState, because: str) -> Outcome:
        """A post that was never claimed ends here; a second delivery that gets ahead has ended it the same way."""
        try:
            self._store.commit(post.moved(state, self._clock.now(), because), self._ended(post, state, because))
        except ConflictError:
            return Outcome.STALE
        return Outcome.DONE

    def _ended(self, post: Post, state: PostState, because: str) -> Entry:
        fact = Fact(type=f"post.{state.value}", subject=post.id, data={"because": because, "handle": post.handle})
        return self._entry(fact, post.client)

    def _entry(self, fact: Fact, realm: str) -> Entry:
        return entry(fact, id=self._new_id("led"), realm=realm, at=self._clock.now(), who=system(FUNCTION))

    def _wait_until(self, timer: Timer, lead: timedelta = timedelta(0)) -> None:
        while (left := (timer.due_at - lead - self._clock.now()).total_seconds()) > 0:
            self._clock.sleep(left)
