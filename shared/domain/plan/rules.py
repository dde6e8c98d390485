"""The client's plan: cadence, quiet hours, the editorial calendar, and who must be there to answer.

Days and times of day, such as ``09:30``, are meant in the client's zone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain.mandate.terms import Function


class Weekday(StrEnum):
    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


_WEEK = tuple(Weekday)


def weekday(day: date) -> Weekday:
    return _WEEK[day.weekday()]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cadence:
    """How often an account speaks without having been spoken to."""

    accounts: tuple[str, ...] = ()
    """Ids of those that it is for, each by itself; empty: each of the client's."""
    most_a_day: int | None = None
    """On a day of the client's."""
    least_gap_minutes: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietHours:
    """Nothing goes out from ``starts`` to just before ``ends``, which is on the next day unless it is later."""

    weekdays: tuple[Weekday, ...] = ()
    """On which they begin; empty: every day."""
    starts: str
    ends: str
    accounts: tuple[str, ...] = ()
    """Ids; empty: each of the client's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Blackout:
    """Nothing goes out on these days, the last one included."""

    first_day: date
    last_day: date
    reason: str
    accounts: tuple[str, ...] = ()
    """Ids; empty: each of the client's."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A place in the editorial calendar, each week."""

    weekday: Weekday
    at: str
    account: str
    theme: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Campaign:
    name: str
    first_day: date
    last_day: date
    hashtags: tuple[str, ...] = ()
    """Without their #."""
    functions: tuple[str, ...] = ()
    note: str = ""


class CoverageAction(StrEnum):
    REFUSE = "refuse"
    WARN = "warn"
    OFF = "off"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """Somebody is on shift for the account from a timed post's time on."""

    window_hours: int
    action: CoverageAction
    functions: tuple[str, ...] = ()
    """Of the posts that it is for; empty: of any."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """The client's statement, whole: each change is a new version."""

    client: str
    cadence: tuple[Cadence, ...] = ()
    quiet_hours: tuple[QuietHours, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    exempt_functions: tuple[str, ...] = (Function.CUSTOMER_SERVICE.value, Function.CRISIS.value)
    """What serves one of these goes out in quiet hours, on days of blackout and over the cadence."""
    slots: tuple[Slot, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    least_live_share: float | None = None
    """Of posts that are not timed, 0 … 1, as the client wants it; shown and not enforced."""
    coverage: Coverage | None = None
    set_by: str = ""
    set_at: datetime | None = None
    version: int = 0
    """0: nobody has said anything."""


def concerns(accounts: tuple[str, ...], account: str) -> bool:
    """Whether a rule for ``accounts`` is one for ``account``."""
    return not accounts or account in accounts
