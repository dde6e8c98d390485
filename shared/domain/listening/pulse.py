"""The pulse of a client: how many people speak, minute by minute, as a whole and on each topic.

People are counted and not mentions: who has been heard counts again after six hours only, so that one author who posts
five hundred times is one. The newest authors are remembered, few enough to be stored, and those of a flood are always
among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from shared.domain.errors import NotFoundError
from shared.domain.listening.baseline import PRIOR_SHARE, UNKNOWN, Hour, Usual
from shared.domain.listening.classify import AT_ONCE
from shared.domain.listening.crisis import Crisis
from shared.domain.mandate.terms import Function

NEGATIVE = -0.25
"""From this sentiment down a mention speaks against the brand."""
GLAD = 0.25
"""From this sentiment up a watch word is no warning: a campaign may name it."""
MOST_TOPICS = 50
LONGEST_TOPIC = 60
"""Characters of a topic's name that are kept."""
MEMORY = 360
"""Minutes after which the same author counts again: the longest window."""
MOST_EXAMPLES = 4

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTES = 66
"""Minutes that are kept: an hour, and what may still come in late of it."""
_LATE = 5
"""So many minutes after its end an hour is closed."""
_HOURS = 6
_MOST_SILENCE = 28 * 24 * 60
_MOST_AUTHORS = 256
_MOST_AUTHORS_OF_TOPIC = 24
_MOST_NETWORKS = 8
_LONGEST_NETWORK = 20
_LONGEST_ID = 40
_AUTHORS = 1 << 20
_SPOKE, _AGAINST, _URGENT = 1, 2, 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What a mention tells to the pulse."""

    mention: str
    at: datetime
    """When it was received."""
    author: int
    """The same for the same author, and nothing else."""
    network: str
    function: str
    sentiment: float
    urgency: int
    topics: tuple[str, ...] = ()
    """The client's priorities that it matches, by name."""
    watched: bool = False
    """Names a watch word."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """One topic's counts: by minute up to that of its pulse, the newest last."""

    topic: str
    since: int
    """Its first minute."""
    last: int
    """That of its last mention."""
    people: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    urgent: tuple[int, ...] = ()
    hours: tuple[tuple[int, int, float], ...] = ()
    """Of the last hours that are closed: people, those who spoke against, and how many people were expected."""
    authors: tuple[tuple[int, int, int], ...] = ()
    """Who was heard, in which minute, and what of: the longest ago first."""
    networks: tuple[tuple[str, int], ...] = ()
    """Where somebody last spoke against or urgently, and in which minute."""
    examples: tuple[tuple[str, int], ...] = ()
    usual: Usual = UNKNOWN


@dataclass(frozen=True, kw_only=True, slots=True)
class Pulse:
    """All that is known of a client from minute to minute. A minute without mentions need not be stored."""

    client: str
    minute: int
    """Since the epoch, up to which it counts."""
    beats: tuple[Beat, ...]
    """The first is that of the client as a whole."""
    cursor: str = ""
    """Its place in the ledger; only whoever reads that knows what it says."""
    crises: tuple[Crisis, ...] = ()
    """Those that are open, and those that a person ended before it was calm."""
    version: int = 1

    @property
    def whole(self) -> Beat:
        return self.beats[0]

    def ended(self, crisis: str, by: str, now: datetime) -> tuple["Pulse", Crisis]:
        """A member ends a crisis. It is not raised again before it was calm, unless it grows to twice its peak.

        Raises NotFoundError when no such crisis is open.
        """
        for at, one in enumerate(self.crises):
            if one.id == crisis and one.open:
                over = one.ended(by, now)
                crises = (*self.crises[:at], over, *self.crises[at + 1 :])
                return replace(self, crises=crises, version=self.version + 1), over
        raise NotFoundError("There is no such open crisis.")


def opened(client: str, now: datetime) -> Pulse:
    """That of a client of whom nothing has been heard."""
    minute = _minute(now)
    return Pulse(client=client, minute=minute, beats=(Beat(topic="", since=minute, last=minute),), version=0)


def heard(pulse: Pulse, facts: Iterable[Heard], now: datetime, cursor: str | None = None) -> Pulse:
    """The next version, with what came in. The order of ``facts`` means nothing.

    One from the future counts now; one that is more than an hour late is not counted.
    """
    until = max(pulse.minute, _minute(now))
    counting = _Counting(pulse)
    for fact in sorted(facts, key=_order):
        minute = min(_minute(fact.at), until)
        counting.roll(minute)
        counting.hear(fact, minute)
    counting.roll(until)
    return replace(
        pulse,
        minute=until,
        beats=counting.beats(),
        cursor=pulse.cursor if cursor is None else cursor,
        version=pulse.version + 1,
    )


def seen_in(pulse: Pulse, beat: Beat, window: int) -> tuple[int, int]:
    """How many spoke in the last ``window`` minutes, and how many of them against.

    The six hours are what of them is open and the five that are closed: up to an hour less.
    """
    minutes, hours = (window, ()) if window <= 60 else (_unclosed(pulse.minute), beat.hours[1 - _HOURS :])
    people = sum(beat.people[-minutes:]) + sum(hour[0] for hour in hours)
    against = sum(beat.against[-minutes:]) + sum(hour[1] for hour in hours)
    return max(people, against), against


def urgent_in(beat: Beat, window: int) -> int:
    return sum(beat.urgent[-window:])


def expected_in(pulse: Pulse, beat: Beat, window: int) -> float:
    """How many people usually speak in such a span, which ends now."""
    if window > 60:
        window = _unclosed(pulse.minute) + (_HOURS - 1) * 60
    at, left, expected = pulse.minute, window, 0.0
    while left > 0:
        hour = at // 60
        part = min(left, at - hour * 60 + 1)
        expected += _rate(pulse, beat, hour) * part / 60
        at -= part
        left -= part
    return expected


def usual_share(pulse: Pulse, beat: Beat) -> float:
    """Of those who speak, so many usually speak against the brand; a new topic is taken for like the rest."""
    return beat.usual.share(pulse.whole.usual.share() if beat.topic else PRIOR_SHARE)


def _rate(pulse: Pulse, beat: Beat, hour: int) -> float:
    """People expected in an hour: as it was before that hour itself was learnt from, where it is closed."""
    whole, usual = pulse.whole.usual, beat.usual
    at_most = whole.level_at_most / whole.level
    closed = (pulse.minute - _LATE) // 60 - 1 - hour
    if 0 <= closed < len(beat.hours):
        return beat.hours[-1 - closed][2] * at_most
    base = whole.shape(hour) if beat.topic else 1.0
    return usual.level * usual.shape(hour) * base * at_most


def _unclosed(minute: int) -> int:
    """Minutes of the hours that are not closed yet: 6 to 65."""
    return (minute - _LATE) % 60 + _LATE + 1


def _minute(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(minutes=1)


def _order(fact: Heard) -> tuple[datetime, str, int, str, str, float, int, tuple[str, ...], bool]:
    return (
        fact.at,
        fact.mention,
        fact.author,
        fact.network,
        fact.function,
        fact.sentiment,
        fact.urgency,
        fact.topics,
        fact.watched,
    )


def _flags(fact: Heard) -> int:
    """What it counts as; 0 is nothing, for noise is nobody's voice."""
    if fact.function == Function.NOISE:
        return 0
    against = fact.sentiment <= NEGATIVE or fact.function == Function.CRISIS
    urgent = fact.urgency >= AT_ONCE or (fact.watched and fact.sentiment < GLAD)
    return _SPOKE | (_AGAINST if against else 0) | (_URGENT if urgent else 0)


class _Counting:
    """The beats of a pulse while they are counted into."""

    def __init__(self, pulse: Pulse) -> None:
        self._minute = pulse.minute
        self._tallies = {beat.topic: _Tally(beat) for beat in pulse.beats}
        self._troubled = frozenset(crisis.topic for crisis in pulse.crises if crisis.open)
        """An hour of an open crisis teaches nothing about what is usual."""

    def roll(self, until: int) -> None:
        """To a later minute; each hour that is closed on the way is learnt from."""
        if until - self._minute > _MOST_SILENCE:
            self._move(until - self._minute - _MOST_SILENCE)
            for tally in self._tallies.values():
                tally.hours = ()
        while self._minute < until:
            closing = (self._minute - _LATE) // 60 * 60 + 60 + _LATE
            self._move(min(closing, until) - self._minute)
            if self._minute == closing:
                self._close((closing - _LATE) // 60 - 1)

    def hear(self, fact: Heard, minute: int) -> None:
        flags = _flags(fact)
        ago = self._minute - minute
        if not flags or ago >= 60:
            return
        self._tallies[""].hear(fact, flags, self._minute, ago, _MOST_AUTHORS)
        for topic in dict.fromkeys(name[:LONGEST_TOPIC] for name in fact.topics):
            if topic and (tally := self._of(topic)):
                tally.hear(fact, flags, self._minute, ago, _MOST_AUTHORS_OF_TOPIC)

    def beats(self) -> tuple[Beat, ...]:
        return tuple(tally.beat(self._minute) for tally in self._tallies.values())

    def _of(self, topic: str) -> "_Tally | None":
        """Its tally; a new one takes the place of that which was silent longest. None when none can go."""
        if topic in self._tallies:
            return self._tallies[topic]
        if len(self._tallies) > MOST_TOPICS:
            idle = [tally for name, tally in self._tallies.items() if name and name not in self._troubled]
            if not idle:
                return None
            del self._tallies[min(idle, key=lambda tally: (tally.last, tally.topic)).topic]
        made = _Tally(Beat(topic=topic, since=self._minute, last=self._minute))
        self._tallies[topic] = made
        return made

    def _move(self, minutes: int) -> None:
        self._minute += minutes
        for tally in self._tallies.values():
            tally.move(minutes)

    def _close(self, hour: int) -> None:
        whole = self._tallies[""].usual
        base, share = whole.shape(hour), whole.share()
        for topic, tally in self._tallies.items():
            learns = topic not in self._troubled
            tally.close(hour, learns, *((base, share) if topic else (1.0, PRIOR_SHARE)))


class _Tally:
    """A beat while it is counted into."""

    __slots__ = (
        "_authors",
        "_beat",
        "_blank",
        "_examples",
        "_networks",
        "against",
        "hours",
        "last",
        "people",
        "topic",
        "urgent",
        "usual",
    )

    def __init__(self, beat: Beat) -> None:
        self._beat = beat
        self.topic, self.last, self.usual, self.hours = beat.topic, beat.last, beat.usual, beat.hours
        self.people, self.against, self.urgent = _minutes(beat.people), _minutes(beat.against), _minutes(beat.urgent)
        self._blank = not beat.people
        self._authors: dict[int, tuple[int, int]] | None = None
        """Made when somebody is heard: most minutes nobody is."""
        self._networks, self._examples = beat.networks, beat.examples

    def move(self, minutes: int) -> None:
        if self._blank or not minutes:
            return
        gap = [0] * min(minutes, _MINUTES)
        self.people = self.people[minutes:] + gap
        self.against = self.against[minutes:] + gap
        self.urgent = self.urgent[minutes:] + gap

    def hear(self, fact: Heard, flags: int, now: int, ago: int, most_authors: int) -> None:
        self.last = now
        if self._authors is None:
            self._authors = {author: (minute, known) for author, minute, known in self._beat.authors}
        author = fact.author % _AUTHORS
        minute, known = self._authors.get(author, (now, 0))
        if now - minute >= MEMORY:
            known = 0
        fresh = flags & ~known
        if not fresh:
            return
        self._authors.pop(author, None)
        self._authors[author] = (now, flags | known)
        if len(self._authors) > most_authors:
            del self._authors[next(iter(self._authors))]
        self._blank = False
        at = _MINUTES - 1 - ago
        self.people[at] += fresh & _SPOKE
        self.against[at] += bool(fresh & _AGAINST)
        self.urgent[at] += bool(fresh & _URGENT)
        if fresh & (_AGAINST | _URGENT):
            network = fact.network[:_LONGEST_NETWORK]
            others = tuple(one for one in self._networks if one[0] != network)
            self._networks = (*others[1 - _MOST_NETWORKS :], (network, now))
            self._examples = (*self._examples[1 - MOST_EXAMPLES :], (fact.mention[:_LONGEST_ID], now))

    def close(self, hour: int, learns: bool, base: float, prior_share: float) -> None:
        """At the moment when the first of the kept minutes is the first of the hour."""
        seen = Hour(people=self.people[:60], against=self.against[:60], urgent=self.urgent[:60])
        usual = self.usual
        expected = round(usual.level * base * usual.shape(hour), 3)
        self.hours = (*self.hours[1 - _HOURS :], (sum(seen.people), sum(seen.against), expected))
        if learns and self._beat.since <= hour * 60:
            full = hour % _HOURS == _HOURS - 1 and len(self.hours) == _HOURS
            people, against, means = zip(*self.hours, strict=True)
            six_hours = (sum(people), sum(against), sum(means)) if full else None
            self.usual = usual.after(hour, seen, six_hours, base, prior_share)
        self._blank = not any(self.people) and not any(self.against) and not any(self.urgent)

    def beat(self, now: int) -> Beat:
        if self._authors is None:
            authors = self._beat.authors
        else:
            authors = tuple((author, minute, known) for author, (minute, known) in self._authors.items())
        return Beat(
            topic=self.topic,
            since=self._beat.since,
            last=self.last,
            people=() if self._blank else tuple(self.people),
            against=() if self._blank else tuple(self.against),
            urgent=() if self._blank else tuple(self.urgent),
            hours=self.hours,
            authors=_remembered(authors, now),
            networks=tuple(one for one in self._networks if now - one[1] < MEMORY),
            examples=tuple(one for one in self._examples if now - one[1] < MEMORY),
            usual=self.usual,
        )


def _minutes(counts: Sequence[int]) -> list[int]:
    return list(counts) if counts else [0] * _MINUTES


def _remembered(authors: tuple[tuple[int, int, int], ...], now: int) -> tuple[tuple[int, int, int], ...]:
    """They are in the order of time."""
    for at, (_, minute, _) in enumerate(authors):
        if now - minute < MEMORY:
            return authors[at:] if at else authors
    return ()
