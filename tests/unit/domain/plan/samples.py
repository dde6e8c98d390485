"""Plans to check posts against, on the clock of Oslo."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from shared.domain.plan.agenda import Agenda, Taken
from shared.domain.plan.checking import Circumstances, Wanted
from shared.domain.plan.rules import Plan
from shared.domain.roster.shifts import Shift

OSLO = ZoneInfo("Europe/Oslo")


def oslo(text, fold=0):
    """A wall-clock time such as ``2026-11-25 09:30``; ``fold`` 1 is the second time that it is shown."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO, fold=fold).astimezone(UTC)


def wanted(at, **changes):
    sample = {
        "post": "pst_new",
        "account": "acc_1",
        "function": "community",
        "is_timed": True,
        "takes_place": True,
    }
    return Wanted(**sample | {"at": at} | changes)


def around(*places, zone=OSLO, shifts=(), **plan):
    taken = tuple(Taken(post=f"pst_{number}", at=at) for number, at in enumerate(sorted(places)))
    agenda = Agenda(client="acme", account="acc_1", places=taken)
    return Circumstances(plan=Plan(client="acme", **plan), zone=zone, agenda=agenda, shifts=tuple(shifts))


def shift(starts_at, hours, *accounts):
    return Shift(
        id="shf_1",
        client="acme",
        member="mbr_1",
        accounts=accounts,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        made_by="mbr_1",
        made_at=starts_at,
    )
