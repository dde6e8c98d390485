"""Mentions as the pulse hears them, and days of them without any chance in it."""

from datetime import UTC, datetime, timedelta
from itertools import count

from shared.domain.listening.classify import AT_ONCE
from shared.domain.listening.pulse import Heard, Pulse, heard, opened
from shared.domain.listening.spotting import Judged, judged

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
DAY = 24 * 60


def at(minute: float) -> datetime:
    return MONDAY + timedelta(minutes=minute)


def told(number: int, minute: float, sentiment: float = 0.5, **more) -> Heard:
    """Each ``number`` another author."""
    given = {"network": "mastodon", "function": "community", "urgency": 0, "author": number}
    return Heard(mention=f"mnt_{number:032}", at=at(minute), sentiment=sentiment, **given | more)


def angry(number: int, minute: float, **more) -> Heard:
    return told(number, minute, -0.8, **more)


def alarmed(number: int, minute: float, **more) -> Heard:
    return angry(number, minute, urgency=AT_ONCE, **more)


def ordinary(days: int, an_hour: int = 20, first: int = 0, **more) -> list[Heard]:
    """The same in every hour, and every fifth of it negative."""
    numbers, gap = count(1_000_000 + first * an_hour * 24), 60 / an_hour
    return [
        told(number := next(numbers), first * DAY + place * gap, -0.8 if number % 5 == 0 else 0.5, **more)
        for place in range(days * 24 * an_hour)
    ]


def known(days: int = 14, an_hour: int = 20, **more) -> Pulse:
    """The pulse of a client of whom so many ordinary days are known; the next minute is that of ``days * DAY``."""
    return heard(opened("acme", MONDAY), ordinary(days, an_hour, **more), at(days * DAY - 1 / 60))


class Watch:
    """Judges every minute, as the job does, and keeps what was told."""

    def __init__(self, pulse: Pulse) -> None:
        self.pulse, self.raised, self.ended = pulse, [], []
        self._numbers = count(1)

    def hear(self, facts: list[Heard], since: int, until: int) -> "Watch":
        """From one minute until just before another."""
        for minute in range(since, until):
            of_minute = [fact for fact in facts if at(minute) <= fact.at < at(minute + 1)]
            self.judge(heard(self.pulse, of_minute, at(minute + 0.99)), at(minute + 0.99))
        return self

    def judge(self, pulse: Pulse, now: datetime) -> Judged:
        done = judged(pulse, now, lambda prefix: f"{prefix}_{next(self._numbers):026}")
        self.pulse = done.pulse
        self.raised += done.raised
        self.ended += done.ended
        return done
