"""Being ready for the day on which everything must stop: the plan for it, drills of the switch, and what is missing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from shared.domain.accounts import Account
from shared.domain.errors import StateError
from shared.domain.parties import Caller, Key, Member, Party, Scope
from shared.domain.stops import Stop, same_party

DRILL_REASON = "a drill"
LONGEST_DRILL = timedelta(minutes=1)
"""An API's function has ended by then, so a stop of a drill that still stands was left behind."""
DRILLS_KEPT = timedelta(days=400)
"""In the registry; the ledger keeps the evidence."""
ENOUGH_TO_RESUME = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Somebody to call, member or not, and how."""

    name: str
    reach: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A holding statement, ready to be approved on the day."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RecoveryPlan:
    """``may_stop`` and ``resumes`` are members' ids. It may be incomplete: :func:`missing` says in what."""

    client: str
    may_stop: tuple[str, ...]
    resumes: tuple[str, ...]
    contacts: tuple[Contact, ...]
    statements: tuple[Statement, ...]
    drill_every_days: int
    set_by: str
    set_at: datetime
    version: int = 1


class DrillOutcome(StrEnum):
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Drill:
    """The evidence of one drill. Times are from the order to stop, in milliseconds of the monotonic clock.

    A step that was not reached has no time. ``because`` says what failed.
    """

    id: str
    client: str
    account: str
    by: str
    started_at: datetime
    outcome: DrillOutcome
    stop: str | None
    flag_ms: float | None
    """Until the flag was committed: from here on senders hold."""
    naming_ms: float | None
    """Until what was in flight had been named and the receipt could be given."""
    drain_ms: float | None
    """Until nothing was in flight any more."""
    named: int
    """How many attempts were in flight."""
    because: str = ""
    version: int = 1

    @property
    def forgotten_at(self) -> datetime:
        return self.started_at + DRILLS_KEPT

    @property
    def figures(self) -> Mapping[str, Any]:
        """As the ledger tells them."""
        return {
            "account": self.account,
            "stop": self.stop,
            "flag_ms": self.flag_ms,
            "naming_ms": self.naming_ms,
            "drain_ms": self.drain_ms,
            "named": self.named,
        }


def left_behind(stop: Stop, caller: Caller, now: datetime) -> bool:
    """Whether ``stop`` is of an earlier drill of the caller's own party that died before it could lift it."""
    abandoned = now - stop.stopped_at > LONGEST_DRILL
    return abandoned and stop.reason == DRILL_REASON and same_party(stop.who, caller)


def lift_of_drill(stop: Stop, account: Account, now: datetime) -> Stop:
    """The stop of a drill, lifted by the drill itself.

    It takes no second person: two are asked for so that nobody alone lets a brand speak again, and a shadow account
    is not the brand's voice. Raises StateError for any other account, and before the stop has drained.
    """
    if not account.shadow or stop.scope != f"account:{account.client}/{account.id}":
        raise StateError("A drill lifts the stop of its own shadow account and no other.")
    if not stop.drained:
        raise StateError("The stop has not drained: what was in flight is not yet accounted for.")
    return replace(stop, lifted_at=now, version=stop.version + 1)


class Gap(StrEnum):
    """What a plan can lack; programs go by this, people by the sentence."""

    NO_PLAN = "no_plan"
    MEMBER_LEFT = "member_left"
    NO_STOP_KEY = "no_stop_key"
    NOBODY_CAN_STOP = "nobody_can_stop"
    TOO_FEW_CAN_RESUME = "too_few_can_resume"
    NO_CONTACT = "no_contact"
    NO_STATEMENT = "no_statement"
    STATEMENT_TOO_LONG = "statement_too_long"
    NO_SHADOW_ACCOUNT = "no_shadow_account"
    NO_DRILL = "no_drill"
    DRILL_OVERDUE = "drill_overdue"
    DRILL_FAILED = "drill_failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """``about``: the member, agency, statement or drill that it concerns, if one."""

    gap: Gap
    because: str
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What a client has, as it stands now, and against which its plan is held.

    ``too_long_for``: the networks that would not take a text.
    """

    members: Sequence[Member]
    keys: Sequence[Key]
    accounts: Sequence[Account]
    drills: Sequence[Drill]
    too_long_for: Callable[[str], Sequence[str]]

    def here(self) -> Mapping[str, Member]:
        return {member.id: member for member in self.members if member.removed_at is None}

    def armed(self, now: datetime) -> set[str]:
        """Those who are here and hold a key with which they can stop, and ask to resume."""
        holders = {key.member for key in self.keys if key.usable(now) and Scope.STOP in key.scopes}
        return holders & self.here().keys()


def missing(plan: RecoveryPlan | None, standing: Standing, now: datetime) -> tuple[Missing, ...]:
    """Everything that would be found wanting, were the plan needed at ``now``; empty for a client that is ready."""
    if plan is None:
        return (Missing(gap=Gap.NO_PLAN, because="There is no recovery plan."),)
    return (
        *_people_missing(plan, standing, now),
        *_resumers_missing(plan, standing, now),
        *_words_missing(plan, standing),
        *_drills_missing(plan, standing, now),
    )


def _people_missing(plan: RecoveryPlan, standing: Standing, now: datetime) -> Iterator[Missing]:
    here, armed = standing.here(), standing.armed(now)
    for member in dict.fromkeys((*plan.may_stop, *plan.resumes)):
        if member not in here:
            yield Missing(gap=Gap.MEMBER_LEFT, about=member, because="This member is no longer here.")
        elif member not in armed:
            because = "This member has no valid key with the scope stop."
            yield Missing(gap=Gap.NO_STOP_KEY, about=member, because=because)
    if not armed.intersection(plan.may_stop):
        yield Missing(gap=Gap.NOBODY_CAN_STOP, because="None of those who may stop is here with a key to do it.")
    if not plan.contacts:
        yield Missing(gap=Gap.NO_CONTACT, because="There is nobody to call.")


def _resumers_missing(plan: RecoveryPlan, standing: Standing, now: datetime) -> Iterator[Missing]:
    """A stop is lifted by two of the party that made it, so each party that may stop needs two of its own."""
    here, armed = standing.here(), standing.armed(now)
    agencies = {here[member].agency for member in plan.may_stop if member in here}
    able = [here[member].agency for member in dict.fromkeys(plan.resumes) if member in armed]
    for agency in sorted(agencies | {None}, key=str):
        count = able.count(agency)
        if count < ENOUGH_TO_RESUME:
            whose = f"the agency {agency}" if agency else "the client"
            because = f"A stop by {whose} is lifted by two of its own; {count} of those named can."
            yield Missing(gap=Gap.TOO_FEW_CAN_RESUME, about=agency or Party.CLIENT.value, because=because)


def _words_missing(plan: RecoveryPlan, standing: Standing) -> Iterator[Missing]:
    if not plan.statements:
        yield Missing(gap=Gap.NO_STATEMENT, because="There is no holding statement.")
    for statement in plan.statements:
        if networks := standing.too_long_for(statement.text):
            because = f"It is too long for {', '.join(networks)}."
            yield Missing(gap=Gap.STATEMENT_TOO_LONG, about=statement.name, because=because)


def _drills_missing(plan: RecoveryPlan, standing: Standing, now: datetime) -> Iterator[Missing]:
    if not any(account.shadow and account.closed_at is None for account in standing.accounts):
        yield Missing(gap=Gap.NO_SHADOW_ACCOUNT, because="There is no shadow account to drill on.")
    last = last_of(standing.drills)
    if last is not None and last.outcome is DrillOutcome.FAILED:
        yield Missing(gap=Gap.DRILL_FAILED, about=last.id, because=f"The last drill failed: {last.because}")
    done = last_of(drill for drill in standing.drills if drill.outcome is DrillOutcome.DONE)
    if done is None:
        yield Missing(gap=Gap.NO_DRILL, because="No drill has ever been done.")
    elif now - done.started_at > timedelta(days=plan.drill_every_days):
        because = f"The last drill that was done is older than {plan.drill_every_days} days."
        yield Missing(gap=Gap.DRILL_OVERDUE, about=done.id, because=because)


def last_of(drills: Iterable[Drill]) -> Drill | None:
    return max(drills, key=lambda drill: (drill.started_at, drill.id), default=None)
