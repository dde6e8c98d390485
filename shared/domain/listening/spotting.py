"""When a client is in trouble: the pulse held against what is usual, each minute, with a budget of false alarms.

Every topic, window and ground is a test that may be wrong, again and again through the week. The budget is divided
evenly among all of them: where counts stray as they are taken to, false alarms are no more than it (the union bound).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.domain.clock import NewId
from shared.domain.listening.baseline import SETTLED, WINDOWS
from shared.domain.listening.crisis import CALM, Crisis, Evidence, Ground
from shared.domain.listening.pulse import MEMORY, Beat, Pulse, expected_in, seen_in, urgent_in, usual_share
from shared.domain.listening.significance import at_least, at_least_of, both

URGENT_WINDOWS = (15, 60)
_MINUTES_OF_WEEK = 7 * 24 * 60
_NEW = 5
"""A window is a test anew when a fifth of it is new: what was in it a minute ago is no further chance to be wrong."""
_UNUSUAL_SHARE = 0.05
"""A crowd is no crisis, however large, unless as great a share of it is negative in fewer than so many cases."""
_STILL_UNUSUAL = 0.01
"""It lasts while as many people as in the last hour speak in fewer than so many of all hours."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """What counts as a crisis."""

    false_alarms_per_week: float = 0.05
    """Expected at most, for each client: half of them for the client as a whole, half for all of its topics."""
    least_people: int = 5
    """Who must speak against the brand for a burst."""
    least_urgent: int = 3
    least_times: float = 2.0
    """So many times as many as usual must speak against the brand for a burst."""
    calm_for: timedelta = timedelta(hours=2)
    """So long it must be calm until a crisis is over."""


STANDARD = Rules()


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """The pulse to store, and the crises that began or ended: each is told once."""

    pulse: Pulse
    raised: tuple[Crisis, ...] = ()
    ended: tuple[Crisis, ...] = ()


def judged(pulse: Pulse, now: datetime, new_id: NewId, rules: Rules = STANDARD) -> Judged:
    """What is to be told of a pulse that counts up to ``now``. Told again, nothing is raised twice."""
    known = {crisis.topic: crisis for crisis in pulse.crises}
    kept, raised, ended = [], [], []
    for beat in pulse.beats:
        crisis = known.pop(beat.topic, None)
        if crisis is not None:
            crisis = _followed(crisis, pulse, beat, now)
            if crisis.open and _calm(crisis, now, rules.calm_for):
                crisis = crisis.ended(CALM, now)
                ended.append(crisis)
        if crisis is None or not crisis.open:
            evidence = next(_evidence(pulse, beat, rules), None)
            if evidence is not None and (crisis is None or _news(evidence, crisis, beat)):
                crisis = _raised(pulse, beat, evidence, now, new_id)
                raised.append(crisis)
        if crisis is not None and not _forgotten(crisis, now):
            kept.append(crisis)
    crises = tuple(kept)
    return Judged(
        pulse=pulse if crises == pulse.crises else replace(pulse, crises=crises),
        raised=tuple(raised),
        ended=tuple(ended),
    )


def _raised(pulse: Pulse, beat: Beat, evidence: Evidence, now: datetime, new_id: NewId) -> Crisis:
    return Crisis(
        id=new_id("cri"),
        client=pulse.client,
        topic=beat.topic,
        raised_at=now,
        evidence=evidence,
        peak=_loudness(beat),
    )


def _followed(crisis: Crisis, pulse: Pulse, beat: Beat, now: datetime) -> Crisis:
    """With its peak, and since when it is calm. One that has ended keeps the peak that it had then."""
    peak = max(crisis.peak, _loudness(beat)) if crisis.open else crisis.peak
    calm_since = None if _lasts(crisis, pulse, beat) else crisis.calm_since or now
    if (peak, calm_since) == (crisis.peak, crisis.calm_since):
        return crisis
    return replace(crisis, peak=peak, calm_since=calm_since)


def _calm(crisis: Crisis, now: datetime, so_long: timedelta) -> bool:
    return crisis.calm_since is not None and now - crisis.calm_since >= so_long


def _news(evidence: Evidence, over: Crisis, beat: Beat) -> bool:
    """Whether it tells of more than the crisis that is over, which the longest window still sees."""
    if over.ended_by == CALM:
        return evidence.minutes <= 60
    return _loudness(beat) >= 2 * over.peak


def _forgotten(crisis: Crisis, now: datetime) -> bool:
    """It is over, and no window sees anything of it."""
    return not crisis.open and _calm(crisis, now, timedelta(minutes=MEMORY))


def _loudness(beat: Beat) -> int:
    """People within an hour who spoke against the brand, or urgently."""
    return max(sum(beat.against[-60:]), urgent_in(beat, 60))


def _evidence(pulse: Pulse, beat: Beat, rules: Rules) -> Iterator[Evidence]:
    """Of each test that fires, the shortest window first."""
    topics = len(pulse.beats) - 1
    budget = rules.false_alarms_per_week / 2 / (topics if beat.topic else 1) / (len(WINDOWS) + len(URGENT_WINDOWS))
    for window in URGENT_WINDOWS:
        enough = urgent_in(beat, window) >= rules.least_urgent
        if enough and _chance_urgent(pulse, beat, window) < _each(budget, window):
            yield _told(pulse, beat, Ground.URGENT, window)
    if not beat.usual.hours or seen_in(pulse, beat, WINDOWS[-1])[1] < rules.least_people:
        return
    for window in WINDOWS:
        _, against = seen_in(pulse, beat, window)
        if (
            against >= rules.least_people
            and against >= rules.least_times * usual_share(pulse, beat) * expected_in(pulse, beat, window)
            and _chance_of_share(pulse, beat, window) < _UNUSUAL_SHARE
            and _chance_of_burst(pulse, beat, window) < _each(budget, window)
        ):
            yield _told(pulse, beat, Ground.BURST, window)


def _each(budget: float, window: int) -> float:
    """What each test of a week may have of it."""
    return budget * max(1.0, window / _NEW) / _MINUTES_OF_WEEK


def _chance_of_burst(pulse: Pulse, beat: Beat, window: int) -> float:
    """That so many people speak, and that so many of them speak against, when nothing is the matter.

    How many speak and how they are minded are taken to be independent then; a crisis shows in both.
    """
    people, _ = seen_in(pulse, beat, window)
    crowd = at_least(people, expected_in(pulse, beat, window), *beat.usual.spread(window))
    return both(crowd, _chance_of_share(pulse, beat, window))


def _chance_of_share(pulse: Pulse, beat: Beat, window: int) -> float:
    people, against = seen_in(pulse, beat, window)
    usual = usual_share(pulse, beat)
    return at_least_of(against, people, usual, *beat.usual.spread_of_share(window, usual))


def _chance_urgent(pulse: Pulse, beat: Beat, window: int) -> float:
    """Without clumps: that several tell of danger after one another is what is looked for."""
    _, moods = beat.usual.spread(window)
    return at_least(urgent_in(beat, window), _expected_urgent(pulse, beat, window), 0.0, moods)


def _expected_urgent(pulse: Pulse, beat: Beat, window: int) -> float:
    """Of the people who are there: a crowd that a campaign brings has its share of them too."""
    people, _ = seen_in(pulse, beat, window)
    return max(people, expected_in(pulse, beat, window)) * beat.usual.urgent_share


def _lasts(crisis: Crisis, pulse: Pulse, beat: Beat) -> bool:
    usual = usual_share(pulse, beat)
    for window in (60, crisis.evidence.minutes) if crisis.evidence.minutes > 60 else (60,):
        people, against = seen_in(pulse, beat, window)
        if (
            against >= 2
            and against > usual * max(people, expected_in(pulse, beat, window))
            and _chance_of_burst(pulse, beat, window) < _STILL_UNUSUAL
        ):
            return True
    return urgent_in(beat, 60) >= 2 and _chance_urgent(pulse, beat, 60) < _STILL_UNUSUAL


def _told(pulse: Pulse, beat: Beat, ground: Ground, window: int) -> Evidence:
    people, against = seen_in(pulse, beat, window)
    share, usual = against / people if people else 0.0, usual_share(pulse, beat)
    if ground is Ground.BURST:
        seen, expected = against, expected_in(pulse, beat, window) * usual
    else:
        seen, expected = urgent_in(beat, window), _expected_urgent(pulse, beat, window)
    since = pulse.minute - window
    networks = tuple(sorted(network for network, minute in beat.networks if minute > since))
    how = "against the brand" if ground is Ground.BURST else "of danger or a watch word"
    sentences = [
        f"{seen} people spoke {how} within {_span(window)}; {expected:.2g} would be usual at this hour of the week.",
        f"{share:.0%} of {people} were negative, and {usual:.0%} are usually.",
    ]
    if beat.usual.hours < SETTLED:
        sentences.append(f"What is usual is partly a guess: it is known from {beat.usual.hours} hours.")
    return Evidence(
        ground=ground,
        minutes=window,
        seen=seen,
        expected=round(expected, 3),
        people=people,
        share_negative=round(share, 3),
        usual_share_negative=round(usual, 3),
        networks=networks,
        examples=tuple(mention for mention, minute in beat.examples if minute > since),
        hours_learnt=beat.usual.hours,
        because=" ".join(sentences),
    )


def _span(minutes: int) -> str:
    return f"{minutes} minutes" if minutes <= 60 else f"{minutes // 60} hours"
