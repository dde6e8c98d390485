"""What a plan may say: its statement as it is sent, and what is wrong with it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.priorities import check_length, function, points
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.errors import InvalidError
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import standard_function
from shared.domain.plan.rules import Blackout, Cadence, Campaign, Coverage, Plan, QuietHours, Slot
from shared.domain.text import clean

MOST_OF_A_KIND = 200
"""Rules, days, slots or campaigns."""
MOST_NAMED = 200
MOST_A_DAY = 50
LONGEST_GAP = 1440
"""Minutes."""
LONGEST_WINDOW = 72
"""Hours."""
LARGEST = 200_000
"""Bytes of a statement: it is one record."""
_TAG = re.compile(r"\w{1,100}")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_UNSAID = Plan(client="")


class NewPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before. What is left out is as it is when nobody said anything.

    Times of day and days are the client's own. ``version``: of the one before, when no other is to be replaced.
    """

    cadence: tuple[Cadence, ...] = ()
    quiet_hours: tuple[QuietHours, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    exempt_functions: tuple[str, ...] = _UNSAID.exempt_functions
    slots: tuple[Slot, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    least_live_share: float | None = None
    coverage: Coverage | None = None
    version: int | None = None


def check_plan_statement(call: Call[NewPlan], desk: Desk) -> None:
    """Raises InvalidError naming the field."""
    body = call.body
    for name in ("cadence", "quiet_hours", "blackouts", "slots", "campaigns"):
        if len(getattr(body, name)) > MOST_OF_A_KIND:
            raise InvalidError(f"holds more than {MOST_OF_A_KIND}", name)
    for field, named in (*_accounts(body), *_functions(body)):
        if len(named) > MOST_NAMED:
            raise InvalidError(f"names more than {MOST_NAMED}", field)
    _check_cadence(body)
    _check_days(body)
    _check_times(body)
    _check_texts(body)
    if body.least_live_share is not None:
        points(body.least_live_share, 0, 1, "least_live_share")
    if body.coverage is not None and not 1 <= body.coverage.window_hours <= LONGEST_WINDOW:
        raise InvalidError(f"must be 1 to {LONGEST_WINDOW}", "coverage.window_hours")
    if len(msgspec.json.encode(body)) > LARGEST:
        raise InvalidError(f"is larger than {LARGEST:,} bytes", "slots")
    _check_names(call, desk)


def _accounts(body: NewPlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each list of accounts with its place in the request."""
    for name in ("cadence", "quiet_hours", "blackouts"):
        for index, rule in enumerate(getattr(body, name)):
            yield f"{name}.{index}.accounts", rule.accounts
    for index, slot in enumerate(body.slots):
        yield f"slots.{index}.account", (slot.account,)


def _functions(body: NewPlan) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "exempt_functions", body.exempt_functions
    for index, campaign in enumerate(body.campaigns):
        yield f"campaigns.{index}.functions", campaign.functions
    if body.coverage is not None:
        yield "coverage.functions", body.coverage.functions


def _check_cadence(body: NewPlan) -> None:
    for index, cadence in enumerate(body.cadence):
        if cadence.most_a_day is not None and not 0 <= cadence.most_a_day <= MOST_A_DAY:
            raise InvalidError(f"must be 0 to {MOST_A_DAY}", f"cadence.{index}.most_a_day")
        if not 0 <= cadence.least_gap_minutes <= LONGEST_GAP:
            raise InvalidError(f"must be 0 to {LONGEST_GAP}", f"cadence.{index}.least_gap_minutes")


def _check_days(body: NewPlan) -> None:
    spans: list[tuple[str, date, date]] = [
        *((f"blackouts.{index}", one.first_day, one.last_day) for index, one in enumerate(body.blackouts)),
        *((f"campaigns.{index}", one.first_day, one.last_day) for index, one in enumerate(body.campaigns)),
    ]
    for field, first_day, last_day in spans:
        if last_day < first_day:
            raise InvalidError("is before first_day", f"{field}.last_day")
        for name, day in (("first_day", first_day), ("last_day", last_day)):
            if not 2000 <= day.year < 3000:
                raise InvalidError("is no day of this millennium", f"{field}.{name}")


def _check_times(body: NewPlan) -> None:
    for index, quiet in enumerate(body.quiet_hours):
        for name, at in (("starts", quiet.starts), ("ends", quiet.ends)):
            _check_time(at, f"quiet_hours.{index}.{name}")
    for index, slot in enumerate(body.slots):
        _check_time(slot.at, f"slots.{index}.at")


def _check_time(given: str, field: str) -> None:
    if not _TIME.fullmatch(given):
        raise InvalidError("must be a time of day on the client's clock, such as 09:30", field)


def _check_texts(body: NewPlan) -> None:
    texts: list[str] = []

    def text(value: str, field: str, longest: int, *, empty: bool = False) -> None:
        texts.append(clean(value, field, longest=longest, empty=empty))

    for index, blackout in enumerate(body.blackouts):
        text(blackout.reason, f"blackouts.{index}.reason", 500)
    for index, slot in enumerate(body.slots):
        text(slot.theme, f"slots.{index}.theme", 200)
    for index, campaign in enumerate(body.campaigns):
        text(campaign.name, f"campaigns.{index}.name", 200)
        text(campaign.note, f"campaigns.{index}.note", 1000, empty=True)
        if len(campaign.hashtags) > MOST_NAMED:
            raise InvalidError(f"holds more than {MOST_NAMED}", f"campaigns.{index}.hashtags")
        for tag in campaign.hashtags:
            text(tag, f"campaigns.{index}.hashtags", 100)
            if not _TAG.fullmatch(tag):
                raise InvalidError(f"is not a hashtag without its #: {tag!r}", f"campaigns.{index}.hashtags")
    check_length(texts, "campaigns")


def _check_names(call: Call[NewPlan], desk: Desk) -> None:
    """A slip in a name would make a rule hold nowhere, and nobody would see it."""
    named: list[tuple[str, tuple[str, ...]]] = [(field, given) for field, given in _accounts(call.body) if given]
    accounts = {account.id for account in desk.store.list(Account, call.client)} if named else set()
    for field, given in named:
        if not accounts.issuperset(given):
            raise InvalidError("names an account that is not this client's", field)
    own = _own_functions(call, desk)
    for field, given in _functions(call.body):
        for name in given:
            if standard_function(function(name, field)) is None and name not in own:
                raise InvalidError(f"names {name!r}, which is no function of the client", field)


def _own_functions(call: Call[Any], desk: Desk) -> frozenset[str]:
    listening = desk.store.get(Listening, call.client, call.client)
    return frozenset(one.name for one in listening.functions) if listening else frozenset()
