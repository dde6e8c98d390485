"""Crises, stops and drills of the week, with their times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from shared.domain.ledger import Entry
from shared.domain.recovery import DRILL_REASON
from shared.domain.reviewing.gathered import Gathered

MOST_HAPPENINGS = 30


class Kind(StrEnum):
    CRISIS = "crisis"
    STOP = "stop"
    DRILL = "drill"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One that began in the week, or a crisis or stop of before that ended in it."""

    kind: Kind
    id: str
    began_at: datetime | None
    """None: before the week."""
    ended_at: datetime | None
    """None: it lasted at the end of the week."""
    about: str
    """A crisis's topic, a stop's scope, a drill's account."""
    because: str = ""
    by: str = ""
    """The member who stopped or drilled."""
    went_well: bool = True
    """False: a drill that failed."""
    seconds: float | None = None
    """Of a drill: until nothing was in flight any more."""

    @property
    def known_at(self) -> datetime:
        """The first time of it in the week."""
        return self.began_at or self.ended_at or datetime.max.replace(tzinfo=UTC)


def happenings(week: Gathered) -> tuple[int, tuple[Happening, ...]]:
    """How many there were, and at most :data:`MOST_HAPPENINGS`, by time."""
    found = sorted(
        (*_crises(week), *_stops(week), *_drills(week)),
        key=lambda one: (one.known_at, one.id),
    )
    return len(found), tuple(found[:MOST_HAPPENINGS])


def stops_in_earnest(week: Gathered) -> int:
    return len({one.subject for one in week.of("stop.engaged")} - _stops_of_drills(week))


def _stops_of_drills(week: Gathered) -> set[str]:
    """By the stops themselves, and by the drills: either may lie in another week than the other."""
    told = {one.subject for one in week.of("stop.engaged") if one.data.get("reason") == DRILL_REASON}
    return told | {str(one.data.get("stop")) for one in week.of("drill.done", "drill.failed")}


def _crises(week: Gathered) -> Iterator[Happening]:
    ended = {one.subject: one for one in week.of("crisis.ended")}
    begun = {one.subject: one for one in week.of("crisis.raised")}
    for id_ in begun.keys() | ended.keys():
        first, last = begun.get(id_), ended.get(id_)
        told = _told(first, last)
        yield Happening(
            kind=Kind.CRISIS,
            id=id_,
            began_at=first.at if first else None,
            ended_at=last.at if last else None,
            about=str(told.get("topic", "")),
            because=str((first.data.get("evidence") or {}).get("because", "")) if first else "",
        )


def _stops(week: Gathered) -> Iterator[Happening]:
    lifted = {one.subject: one for one in week.of("stop.lifted")}
    engaged = {one.subject: one for one in week.of("stop.engaged")}
    for id_ in (engaged.keys() | lifted.keys()) - _stops_of_drills(week):
        first, last = engaged.get(id_), lifted.get(id_)
        told = _told(first, last)
        yield Happening(
            kind=Kind.STOP,
            id=id_,
            began_at=first.at if first else None,
            ended_at=last.at if last else None,
            about=str(told.get("scope", "")),
            because=str(told.get("reason", "")),
            by=first.who.get("member", "") if first else "",
        )


def _drills(week: Gathered) -> Iterator[Happening]:
    for one in week.of("drill.done", "drill.failed"):
        yield Happening(
            kind=Kind.DRILL,
            id=one.subject,
            began_at=one.at,
            ended_at=one.at,
            about=str(one.data.get("account", "")),
            because=str(one.data.get("because", "")),
            by=one.who.get("member", ""),
            went_well=one.type == "drill.done",
            seconds=_seconds(one),
        )


def _told(first: Entry | None, last: Entry | None) -> Mapping[str, Any]:
    one = first or last
    return one.data if one is not None else {}


def _seconds(drill: Entry) -> float | None:
    drained = drill.data.get("drain_ms")
    return round(float(drained) / 1000, 1) if drained is not None else None
