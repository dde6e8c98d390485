"""Once a minute: attempts whose outcome is not known are settled by reading the network. Nothing is sent."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from shared import telemetry
from shared.domain.attempts import NAMING_HORIZON, Attempt, AttemptState
from shared.domain.clock import Clock
from shared.domain.parties import DEPLOYMENT
from shared.domain.schedule import Mark
from shared.outcomes import Outcomes
from shared.stores import Committing, ConflictError, Reading, Stops, StoreError

NAME = "reconcile"


class Store(Reading, Committing, Stops, Protocol): ...


def reconcile(*, store: Store, outcomes: Outcomes, clock: Clock) -> int:
    """Settle what can be settled now, and look once more at what ended unverified; returns how many are still open.

    It reads on from the oldest attempt that was open at the last run, so that none is out of sight after an outage.
    """
    now = clock.now()
    mark = store.get(Mark, DEPLOYMENT, NAME)
    since = min(mark.until, now - NAMING_HORIZON) if mark else now - NAMING_HORIZON
    still_open = [attempt for attempt in store.attempts_since(since) if not _handled(attempt, outcomes)]
    _remember(min((attempt.started_at for attempt in still_open), default=now), mark, store)
    return len(still_open)


def _handled(attempt: Attempt, outcomes: Outcomes) -> bool:
    """Whether the attempt has ended."""
    try:
        if attempt.state is AttemptState.UNVERIFIED:
            outcomes.look_again(attempt)
            return True
        return attempt.ended or outcomes.settle(attempt).ended
    except ConflictError:
        telemetry.logger.info("settled by another function meanwhile", extra={"attempt": attempt.id})
    except StoreError:
        # One row that cannot be read or written must not keep the others from their end.
        telemetry.logger.exception("not settled; the next run tries again", extra={"attempt": attempt.id})
    return False


def _remember(oldest_open: datetime, mark: Mark | None, store: Store) -> None:
    begun = mark or Mark(realm=DEPLOYMENT, id=NAME, until=oldest_open, version=0)
    try:
        store.commit(replace(begun, until=oldest_open, version=begun.version + 1))
    except ConflictError:
        telemetry.logger.info("another reconcile ran at the same time; it has looked as far back")
