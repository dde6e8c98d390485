"""The score: what each mention counts for, as a sum of named contributions.

score = function + urgency + sentiment + question + reach + author + conversation + follow-up + waiting + priorities

Every contribution is a weight times something that is never negative, capped where a cap is named: whoever raises a
weight raises no mention's score less than another's that has less of it. The weights are the client's, dated and
versioned as everything that it lays down.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.listening.classify import Classification, Intent
from shared.domain.mandate.terms import Function


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One named contribution; a score is the sum of its reasons."""

    name: str
    points: float
    because: str


class Role(StrEnum):
    """What somebody is to a client, by what they did so far."""

    EVANGELIST = "evangelist"
    DETRACTOR = "detractor"
    INFLUENCER = "influencer"
    EMPLOYEE = "employee"
    SUSPECTED_BOT = "suspected_bot"


FUNCTION_POINTS: Mapping[str, float] = {
    Function.CRISIS.value: 40.0,
    Function.CUSTOMER_SERVICE.value: 20.0,
    Function.PUBLIC_RELATIONS.value: 20.0,
    Function.SALES.value: 12.0,
    Function.ANNOUNCEMENT.value: 8.0,
    Function.CONTEST.value: 6.0,
    Function.COMMUNITY.value: 4.0,
    Function.NOISE.value: -20.0,
}
ROLE_POINTS: Mapping[str, float] = {
    Role.EVANGELIST.value: 3.0,
    Role.DETRACTOR.value: 6.0,
    Role.INFLUENCER.value: 8.0,
    Role.EMPLOYEE.value: -6.0,
    Role.SUSPECTED_BOT.value: -15.0,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """Points. Those of functions and roles may be negative; no other one is."""

    functions: Mapping[str, float] = field(default_factory=lambda: FUNCTION_POINTS)
    own_function: float = 10.0
    """Of a function that the client added and gave no points."""
    urgency: tuple[float, float, float, float] = (0.0, 6.0, 16.0, 40.0)
    """By level."""
    negative: float = 12.0
    """Of a sentiment of −1."""
    positive: float = 3.0
    """Of a sentiment of 1."""
    question: float = 8.0
    """Of what asks for an answer."""
    complaint: float = 4.0
    reach: float = 3.0
    """Each time that its author has ten times as many followers."""
    most_reach: float = 20.0
    roles: Mapping[str, float] = field(default_factory=lambda: ROLE_POINTS)
    heat: float = 4.0
    """Each step of how much is said in its conversation."""
    follow_up: float = 30.0
    """Of what replies to one of the client's posts that is watched."""
    waiting: float = 5.0
    """Each step on the way of its answer target."""
    most_priority: float = 60.0
    """Of all priorities that raise it together, and of all that lower it."""


STANDARD = Weights()
HEAT_STEPS = (5, 20, 100)
"""Mentions of one conversation within an hour that make it warm, hot, and burning."""


def heat(in_an_hour: int) -> int:
    """How much is said in a conversation, in steps of :data:`HEAT_STEPS`."""
    return sum(in_an_hour >= step for step in HEAT_STEPS)


WAITED = ("half of its answer target", "its answer target", "twice its answer target")
"""What has passed at each step of waiting."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What of a mention is no label of its text, and counts."""

    followers: int = 0
    roles: tuple[str, ...] = ()
    """Of its author, when it arrived."""
    heat: int = 0
    follows: bool = False
    """It replies to a post of the client's that is watched."""
    waits: int = 0
    """Steps of its answer target that have passed."""


def reasons(labels: Classification, standing: Standing, weights: Weights) -> Iterator[Reason]:
    """What the mention counts for by itself, whatever matters to the client today."""
    points = weights.functions.get(labels.function, weights.own_function)
    yield Reason(name="function", points=points, because=f"serves {labels.function}")
    if labels.urgency:
        points = weights.urgency[labels.urgency]
        yield Reason(name="urgency", points=points, because=f"urgency {labels.urgency} of 3")
    if labels.sentiment:
        weight = weights.negative if labels.sentiment < 0 else weights.positive
        points = weight * abs(labels.sentiment)
        yield Reason(name="sentiment", points=round(points, 3), because=f"sentiment {labels.sentiment:+.2f}")
    if labels.needs_answer:
        yield Reason(name="question", points=weights.question, because="asks for an answer")
    if labels.intent is Intent.COMPLAINT:
        yield Reason(name="complaint", points=weights.complaint, because="complains")
    if standing.followers > 0:
        points = min(weights.most_reach, weights.reach * math.log10(1 + standing.followers))
        yield Reason(name="reach", points=round(points, 3), because=f"{standing.followers} followers")
    for role in standing.roles:
        if points := weights.roles.get(role, 0.0):
            yield Reason(name=f"author: {role}", points=points, because=f"its author is known as {role}")
    yield from _going_on(standing, weights)


def _going_on(standing: Standing, weights: Weights) -> Iterator[Reason]:
    """What it counts for by what goes on around it."""
    if standing.heat:
        said = f"at least {HEAT_STEPS[standing.heat - 1]} in its conversation within an hour"
        yield Reason(name="conversation", points=weights.heat * standing.heat, because=said)
    if standing.follows:
        yield Reason(name="follow_up", points=weights.follow_up, because="replies to a post that is watched")
    if standing.waits:
        points = weights.waiting * standing.waits
        yield Reason(name="waiting", points=points, because=f"{WAITED[standing.waits - 1]} has passed")


def total(given: tuple[Reason, ...]) -> float:
    return round(sum(reason.points for reason in given), 3)
