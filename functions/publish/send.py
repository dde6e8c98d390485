"""One post out: claim, ask everything that can stop it, wait for its time, one call, record what is known.

The order is the guarantee (``infra/decisions/0002-stop-protocol.md``): the attempt is on record before the flags
are read, so a stop either is seen by this sender or names this attempt. The claim is made as soon as the message is
here, and the flags are read as late as possible. Nothing here retries and nothing runs in threads. What is not known to
have ended is left for ``reconcile``, which only reads.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from shared import telemetry
from shared.domain.accounts import Account
from shared.domain.attempts import SEND_DEADLINE, Attempt, AttemptState
from shared.domain.clock import Clock, NewId
from shared.domain.errors import InvalidError
from shared.domain.guidelines.rules import Guidelines
from shared.domain.lanes import Lane, still_ahead
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.pulse import Pulse
from shared.domain.mandate.agreement import Mandate
from shared.domain.posts import LATENESS_WINDOW, Post, PostState, content_hash, telling
from shared.domain.release import InForce, findings_in, held_back
from shared.domain.roster.speakers import kept_silent
from shared.domain.schedule import FAR_AHEAD, Due, wake_at
from shared.domain.stops import holding
from shared.networks import (
    Connect,
    Connection,
    CredentialsError,
    Metered,
    OutcomeUnknownError,
    Ready,
    RefusedError,
    ThrottledError,
    capabilities_of,
)
from shared.outcomes import Outcomes
from shared.stores import Clearance, Committing, ConflictError, Reading, Stops, StoreError

FUNCTION = "publish.send"
CLEARED_BEFORE = timedelta(milliseconds=250)
"""How long before its time a post is cleared: the strong read, and credentials that are not at hand, fit into it."""
TURN_PAUSE = 0.2
"""Seconds between two looks whether the posts ahead are out."""
LONGEST_TURN = 8.0
"""Seconds from the claim in which its turn must come; what is left to the deadline is for the call."""
TURN_AGAIN = timedelta(seconds=5)
"""When its turn has not come, and the post ahead was not put off but is late itself."""
LONGEST_RUN = 30.0
"""Seconds after which no further post is begun: the function's own time-out is a minute."""
DUE_AGAIN = timedelta(minutes=1)
"""From a delay of which the network does not say how long it lasts to the next try."""
ANSWER_MARGIN = 1.0
"""Seconds kept back from the deadline, so that the network call ends before it."""
CLOSING_TRIES = 3
"""A lane is written by others as well."""
KEPT_FOR_CALL = 5.0
"""Seconds to the deadline that preparing a part leaves for the call, and for what is asked before it."""


class Store(Reading, Committing, Stops, Protocol): ...


class Outcome(StrEnum):
    STALE = "stale"
    """The post has moved on; this message is of an earlier time, or a second copy."""
    DONE = "done"


class _Unsendable(Exception):  # noqa: N818
    def __init__(self, state: PostState, reason: str) -> None:
        super().__init__(reason)
        self.state = state
        self.reason = reason


class _NotNow(Exception):  # noqa: N818
    """It may go out later, inside its lateness window; ``disconnected``: once a person has connected the account."""

    def __init__(self, reason: str, until: datetime | None = None, *, disconnected: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.until = until
        self.disconnected = disconnected


class Sender:
    """Bound to its collaborators; one instance sends one post after another."""

    def __init__(self, store: Store, connect: Connect, clock: Clock, new_id: NewId) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id
        self._outcomes = Outcomes(store, connect, clock, new_id, FUNCTION)

    def send_each(self, convoy: Sequence[Due]) -> tuple[Due, ...]:
        """Send posts of one account, one after another. Returns what is to be handed over again, to start at its time.

        What is behind a post that is delayed waits with it.
        """
        started = self._clock.monotonic()
        for number, due in enumerate(convoy):
            if self._clock.monotonic() - started > LONGEST_RUN:
                return tuple(convoy[number:])
            ended = self.send(due)
            if isinstance(ended, Due):
                return (ended, *convoy[number + 1 :])
        return ()

    def send(self, due: Due) -> Outcome | Due:
        """Send the post that is due, or return it as it is due again. Raises StoreError when nothing is on record."""
        if due.wanted_at - self._clock.now() > FAR_AHEAD:
            return due
        try:
            self._check(due.post)
        except _Unsendable as known:
            return self._end(due.post, known.state, known.reason)
        return self._sent(due.post, due.at)

    def _sent(self, post: Post, at: datetime) -> Outcome | Due:
        """The protocol itself, in its order."""
        started = self._clock.monotonic()
        claimed, attempt = self._claim(post)
        if claimed is None:
            return Outcome.STALE
        try:
            mention = self._answered(post)
            ready = self._prepared(post, attempt, started)
            self._wait_until(at - CLEARED_BEFORE)
            line = self._cleared(post, attempt, at, started)
        except _Unsendable as known:
            return self._record(claimed, attempt, known.state, AttemptState.NOT_SENT, known.reason)
        except _NotNow as delay:
            return self._due_again(claimed, attempt, delay)
        self._wait_until(at)
        outcome = self._call(line, ready, claimed, attempt, started, mention)
        return self._next_part(claimed, at) or outcome

    def _next_part(self, post: Post, at: datetime) -> Outcome | Due | None:
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
        return self._sent(standing, at)

    def _check(self, post: Post) -> None:
        now = self._clock.now()
        if post.due_at is not None and now - post.due_at > LATENESS_WINDOW:
            tried = f" It was tried: {post.because}" if post.attempt else ""
            late = f"It was due {post.due_at:%H:%M:%S} UTC and is never sent late.{tried}"
            raise _Unsendable(PostState.HELD if post.sent or post.disconnected else PostState.EXPIRED, late)
        if not post.approved(now):
            raise _Unsendable(PostState.HELD, "its approvals are no longer valid")

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
        claimed = post.moved(PostState.CLAIMED, now, attempt=attempt.id, disconnected=False)
        fact = Fact(type="post.claimed", subject=post.id, data={"attempt": attempt.id})
        try:
            self._store.commit(claimed, attempt, self._entry(fact, post.client))
        except ConflictError:
            # The reply to our own commit may have been lost and the write tried again: then the claim is ours.
            stands = self._store.post(post.id)
            return (claimed, attempt) if stands == claimed else (None, attempt)
        return claimed, attempt

    def _answered(self, post: Post) -> Mention | None:
        """The mention that it answers, unless its author has taken it back.

        Read while there is time, and not again where the outcome is recorded: a post costs no read more, a thread one
        for each of its parts but the last.
        """
        if post.mention is None:
            return None
        try:
            mention = self._store.mention(post.mention)
        except StoreError as unreadable:
            raise _Unsendable(PostState.HELD, f"what it answers could not be read: {unreadable.reason}") from unreadable
        if mention is not None and mention.state is MentionState.RETRACTED:
            raise _Unsendable(PostState.HELD, "The author of what it answers took that back.")
        return mention

    def _prepared(self, post: Post, attempt: Attempt, started: float) -> Ready:
        """The part ready to go out, with what can be done ahead of its time done."""
        part = post.part(attempt.part)
        if not part.media and not capabilities_of(post.network).prepares:
            return Ready(part=part, attempt=attempt)
        try:
            line = self._line(self._store.get(Account, post.client, post.account))
            ready = line.prepare(part, attempt, timeout=self._left(attempt, started) - KEPT_FOR_CALL)
        except StoreError as unreadable:
            raise _Unsendable(PostState.HELD, f"its account could not be read: {unreadable.reason}") from unreadable
        except RefusedError as refusal:
            raise _Unsendable(PostState.FAILED, refusal.reason) from refusal
        except ThrottledError as throttled:
            raise _NotNow(throttled.reason, throttled.until) from throttled
        except CredentialsError as unusable:
            raise _NotNow(unusable.reason, disconnected=True) from unusable
        except OutcomeUnknownError as unready:
            raise _NotNow(unready.reason) from unready
        if self._left(attempt, started) <= ANSWER_MARGIN:
            raise _NotNow("what had to be done before it took too long")
        return ready

    def _cleared(self, post: Post, attempt: Attempt, at: datetime, started: float) -> Connection:
        """The line to send it on, once it is its turn and nothing forbids it. What cannot be read forbids it."""
        while True:
            try:
                clearance = self._store.clearance(attempt, post)
                held = self._stopped(clearance, post, attempt) or self._not_released(clearance, post)
                if held is not None:
                    raise _Unsendable(PostState.HELD, held)
                lane = clearance.lane
                opens_at = lane.opens_at(at, post.due_at or attempt.started_at) if lane else None
                if opens_at is not None:
                    raise _NotNow("its network said with the post before it that it takes no more for now", opens_at)
                if not self._waited_for_its_turn(lane, post, started):
                    return self._line(clearance.account)
            except StoreError as unreadable:
                unread = f"the stop flags could not be read: {unreadable.reason}"
                raise _Unsendable(PostState.HELD, unread) from unreadable

    def _stopped(self, clearance: Clearance, post: Post, attempt: Attempt) -> str | None:
        """Why it must not go out, or None."""
        return holding(clearance.flags, post.due_at or attempt.started_at, post.id, content_hash(post))

    def _not_released(self, clearance: Clearance, post: Post) -> str | None:
        """Why the rules in force, which may have changed since it was approved, do not let it out; or None."""
        force = InForce(
            terms=clearance.mandate.at(self._clock.now()) if clearance.mandate else None,
            account=clearance.account,
            approvers={member.id: member for member in clearance.approvers},
            crisis=clearance.mandate is not None and self._in_crisis(clearance.mandate),
        )
        silent = kept_silent(clearance.speaker, post.account, clearance.guidelines)
        if silent is not None:
            return silent
        if clearance.guidelines != post.guidelines:
            # None were read of a client that has said nothing: then the ready-made ones hold.
            guidelines = self._store.get(Guidelines, post.client, post.client) or Guidelines(client=post.client)
            post = replace(post, findings=(*post.findings, *findings_in(post, guidelines)))
        return held_back(post, force, self._clock.now())

    def _in_crisis(self, mandate: Mandate) -> bool:
        """Whether the mandate's rows for a crisis stand. Under a stop of its client it does not come to this."""
        if not mandate.crisis:
            return False
        pulse = self._store.get(Pulse, mandate.client, mandate.client)
        return pulse is not None and any(crisis.open for crisis in pulse.crises)

    def _waited_for_its_turn(self, lane: Lane | None, post: Post, started: float) -> bool:
        """Returns when no post is ahead: at once, or after a while in which a stop may have fallen."""
        waited = False
        while ahead := self._ahead(lane, post):
            first = ahead[0]
            in_flight = first.state is PostState.CLAIMED
            if not in_flight or self._clock.monotonic() - started > LONGEST_TURN:
                put_off = first.attempt is not None and not in_flight
                until = None if put_off else self._clock.now() + TURN_AGAIN
                raise _NotNow(f"{first.id} is due before it on this account and is not out yet", until)
            self._clock.sleep(TURN_PAUSE)
            waited = True
        return waited

    def _ahead(self, lane: Lane | None, post: Post) -> list[Post]:
        """The posts that have to be out first."""
        before = lane.ahead_of(post) if lane else ()
        if not before:
            return []
        others, now = self._store.several_posts(before), self._clock.now()
        return [others[id_] for id_ in before if id_ in others and still_ahead(others[id_], post, now)]

    def _line(self, account: Account | None) -> Connection:
        if account is None or account.closed_at is not None:
            raise _Unsendable(PostState.HELD, "The account is closed.")
        try:
            return self._connect(account)
        except CredentialsError as unusable:
            raise _NotNow(unusable.reason, disconnected=True) from unusable
        except ThrottledError as unopened:
            raise _NotNow(unopened.reason, unopened.until) from unopened
        except InvalidError as unspoken:
            raise _Unsendable(PostState.FAILED, str(unspoken)) from unspoken

    def _call(
        self,
        line: Connection,
        ready: Ready,
        post: Post,
        attempt: Attempt,
        started: float,
        mention: Mention | None = None,
    ) -> Outcome | Due:
        left = self._left(attempt, started)
        if left <= ANSWER_MARGIN:
            late = "its deadline passed before it could be sent"
            return self._record(post, attempt, PostState.HELD, AttemptState.NOT_SENT, late)
        try:
            published = line.publish(ready, timeout=left - ANSWER_MARGIN)
        except RefusedError as refusal:
            return self._record(post, attempt, PostState.FAILED, AttemptState.NOT_SENT, refusal.reason)
        except CredentialsError as unusable:
            return self._due_again(post, attempt, _NotNow(unusable.reason, disconnected=True))
        except ThrottledError as throttled:
            return self._due_again(post, attempt, _NotNow(throttled.reason, throttled.until))
        except OutcomeUnknownError as unknown:
            return self._record(post, attempt, PostState.UNKNOWN, AttemptState.UNKNOWN, unknown.reason)
        self._outcomes.landed(attempt, post, published, mention=mention)
        closed_until = line.closed_until() if isinstance(line, Metered) else None
        if closed_until is not None and closed_until > self._clock.now():
            self._close_lane(post, closed_until)
        return Outcome.DONE

    def _close_lane(self, post: Post, until: datetime) -> None:
        """Where this cannot be written, the network itself refuses the next post."""
        try:
            for _ in range(CLOSING_TRIES):
                lane = self._store.get(Lane, post.client, post.account)
                lane = lane or Lane(client=post.client, account=post.account, version=0)
                try:
                    return self._store.commit(lane.closed(until))
                except ConflictError:
                    continue
        except StoreError:
            telemetry.logger.exception("not noted that the quota is used up", extra={"account": post.account})

    def _left(self, attempt: Attempt, started: float) -> float:
        """Seconds to the deadline by the stricter clock: one stands still in a frozen machine, one can be set back."""
        return min(
            SEND_DEADLINE.total_seconds() - (self._clock.monotonic() - started),
            (attempt.deadline - self._clock.now()).total_seconds(),
        )

    def _due_again(self, post: Post, attempt: Attempt, delay: _NotNow) -> Outcome | Due:
        """Later, if that is still inside the lateness window; else never, or when a person decides so anew."""
        now = self._clock.now()
        until = max(delay.until or now + DUE_AGAIN, now)
        if until - (post.due_at or attempt.started_at) > LATENESS_WINDOW:
            never = PostState.HELD if post.sent or delay.disconnected else PostState.EXPIRED
            because = f"By {until:%H:%M:%S} UTC it is too late to be sent. It was tried: {delay.reason}"
            return self._record(post, attempt, never, AttemptState.NOT_SENT, because)
        waiting = post.moved(PostState.SCHEDULED, now, delay.reason, disconnected=delay.disconnected)
        fact = Fact(type="post.delayed", subject=post.id, data={"until": until.isoformat(), "because": delay.reason})
        ended = attempt.moved(AttemptState.NOT_SENT, now, delay.reason)
        self._store.commit(waiting, ended, wake_at(waiting, until), self._entry(fact, post.client))
        return Due(post=waiting, at=until)

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
        over = post.moved(state, self._clock.now(), because, disconnected=False)
        try:
            self._store.commit(over, self._ended(post, state, because))
        except ConflictError:
            return Outcome.STALE
        return Outcome.DONE

    def _ended(self, post: Post, state: PostState, because: str) -> Entry:
        data = {**telling(post), "because": because, "handle": post.handle}
        fact = Fact(type=f"post.{state.value}", subject=post.id, data=data)
        return self._entry(fact, post.client)

    def _entry(self, fact: Fact, realm: str) -> Entry:
        return entry(fact, id=self._new_id("led"), realm=realm, at=self._clock.now(), who=system(FUNCTION))

    def _wait_until(self, at: datetime) -> None:
        while (left := (at - self._clock.now()).total_seconds()) > 0:
            self._clock.sleep(left)
