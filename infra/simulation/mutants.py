"""The protocol with one part taken out or put elsewhere: what the exhaustive search must find out, each of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from functions.publish.send import Outcome, Sender
from infra.simulation.explore import explore
from infra.simulation.scenario import Design
from infra.simulation.shelf import Shelf
from infra.simulation.violation import ViolationError
from infra.simulation.wire import FencedWireLine
from shared.domain.attempts import Attempt, AttemptState
from shared.domain.posts import Post, PostState
from shared.domain.schedule import Due
from shared.networks import Ready
from shared.stores import Clearance, Record


class FlagsBeforeAttempt(Sender):
    def _sent(self, post: Post, at: datetime) -> Outcome | Due:  # noqa: ARG002
        probe = Attempt(
            id="probe",
            client=post.client,
            agency=post.agency,
            account=post.account,
            network=post.network,
            post=post.id,
            started_at=self._clock.now(),
            deadline=self._clock.now(),
        )
        clearance = self._store.clearance(probe, post)
        started = self._clock.monotonic()
        claimed, attempt = self._claim(post)
        if claimed is None:
            return Outcome.STALE
        stopped = self._stopped(clearance, post, attempt)
        if stopped is not None:
            return self._record(claimed, attempt, PostState.HELD, AttemptState.NOT_SENT, stopped)
        ready = Ready(part=claimed.part(attempt.part), attempt=attempt)
        return self._call(self._line(clearance.account), ready, claimed, attempt, started)


class StaleFlags:
    """Reads of flags that may lag, and do."""

    def __init__(self, store: Shelf) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def clearance(self, attempt: Attempt, post: Post) -> Clearance:
        return replace(self._store.clearance(attempt, post), flags=())


class AttemptsDeleted:
    """The rows of attempts are dropped when they have landed."""

    def __init__(self, store: Shelf) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def commit(self, *records: Record) -> None:
        self._store.commit(*records)
        for record in records:
            if isinstance(record, Attempt) and record.state is AttemptState.LANDED:
                self._store.drop(record)


class NoDeadline(Sender):
    def _left(self, attempt: Attempt, started: float) -> float:  # noqa: ARG002
        return timedelta(hours=1).total_seconds()


class BlindResend(Sender):
    """Takes a claim over when its deadline has passed."""

    def send(self, due: Due) -> Outcome | Due:
        post = self._store.post(due.post.id)
        if post is not None and post.state is PostState.CLAIMED and post.attempt is not None:
            mine = replace(post, state=PostState.SCHEDULED, version=post.version + 1)
            held = [one for one in self._store.attempts_since(post.created_at) if one.id == post.attempt]
            if held and held[0].abandoned(self._clock.now()):
                self._store.commit(mine)
                return self._sent(mine, due.at)
        return super().send(due)


class OpenFence(FencedWireLine):
    def fence(self) -> None:
        pass


MUTANTS: Mapping[str, Design] = {
    "flag read before the attempt is on record": Design(sender=FlagsBeforeAttempt),
    "eventually consistent read of the flag": Design(seen_through=StaleFlags),
    "attempt row deleted on success": Design(seen_through=AttemptsDeleted),
    "no deadline check before sending": Design(sender=NoDeadline),
    "blind resend when the deadline has passed": Design(sender=BlindResend),
    "a fence that lets through what was on its way": Design(fenced=OpenFence, lands_late=True),
}


def caught(design: Design) -> ViolationError | None:
    """The shortest way in which it breaks an invariant, with as few deliveries as that takes."""
    for deliveries in (1, 2):
        try:
            explore(design, deliveries=deliveries, crashes=0)
        except ViolationError as broken:
            return broken
    return None
