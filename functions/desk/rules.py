"""What the client lays down: what matters today, and how it listens. The mandate is in ``mandates``."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.priorities import NewPriorities, check_length, function, phrases, points, stated
from shared.api.routes import Call, Change
from shared.domain.errors import ForbiddenError, InvalidError
from shared.domain.following.watches import LONGEST
from shared.domain.ledger import Fact
from shared.domain.listening.classify import OwnFunction
from shared.domain.listening.priorities import Priorities, restated
from shared.domain.listening.scores import FUNCTION_POINTS, ROLE_POINTS, STANDARD, Role, Weights
from shared.domain.listening.settings import ANSWER_MINUTES, ESCALATION_MINUTES, Listening
from shared.domain.mandate.terms import standard_function
from shared.domain.parties import Member, Party
from shared.stores import ConflictError
from shared.voices import named_anew

MOST_POINTS = 60.0
"""Of a function or a role; and so many may be taken off."""
MOST_WEIGHT = 100.0
"""Of anything else."""
MOST_FUNCTIONS = 20
MOST_WORDS_OF_A_FUNCTION = 100
MOST_WATCH_WORDS = 200
LONGEST_ANSWER_MINUTES = 43_200
SHORTEST_ESCALATION_MINUTES = 5
_TIMES = (
    ("answer_minutes", 1, LONGEST_ANSWER_MINUTES),
    ("escalation_minutes", SHORTEST_ESCALATION_MINUTES, LONGEST_ANSWER_MINUTES),
    ("watch_hours", 1, LONGEST // timedelta(hours=1)),
)
"""By function, each with the least and the most that may be said."""
_UNSAID = Listening(client="")


class NewListening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before. What is left out is as it is when nobody said anything.

    ``version``: of the one before, when no other is to be replaced.
    """

    weights: Weights = STANDARD
    answer_minutes: dict[str, int] = {}
    escalation_minutes: dict[str, int] = {}
    watch_hours: dict[str, int] = {}
    functions: tuple[OwnFunction, ...] = ()
    watch_words: tuple[str, ...] = ()
    notice_above: float = _UNSAID.notice_above
    stale_after_days: int = _UNSAID.stale_after_days
    escalate_to: str = ""
    version: int | None = None


def set_priorities(call: Call[NewPriorities], desk: Desk) -> Change:
    """State what matters now; the open inbox is in the new order at its next read."""
    client_only(call, "What matters")
    before = desk.store.get(Priorities, call.client, call.client)
    items = stated(call.body.items)
    priorities, fact = restated(before, items, client=call.client, by=call.caller.member, at=call.now)
    _check_version(call.body.version, priorities)
    listening = desk.store.get(Listening, call.client, call.client) or Listening(client=call.client)
    own = {one.name for one in listening.functions}
    for index, item in enumerate(priorities.items):
        check_known(item.functions, own, f"items.{index}.functions")
    voices = named_anew(desk.client(call), priorities, desk.store)
    return Change(records=(priorities, *voices), facts=(fact,), reply=priorities)


def show_priorities(call: Call[None], desk: Desk) -> Priorities:
    """Show what the client said matters."""
    return desk.registered(Priorities, call, call.client)


def set_listening(call: Call[NewListening], desk: Desk) -> Change:
    """Say how the client listens: what counts for how much, how soon to answer, and what it adds to the standard."""
    client_only(call, "How it listens")
    before = desk.store.get(Listening, call.client, call.client) or Listening(client=call.client)
    listening = _checked(call)
    _check_person(listening.escalate_to, call, desk)
    listening = replace(listening, version=before.version + 1)
    _check_version(call.body.version, listening)
    changed = [name for name in _PARTS if getattr(listening, name) != getattr(before, name)]
    fact = Fact(type="listening.set", subject=call.client, data={"version": listening.version, "changed": changed})
    return Change(records=(listening,), facts=(fact,), reply=listening)


def show_listening(call: Call[None], desk: Desk) -> Listening:
    """Show how the client listens; version 0 is what holds when nobody has said anything."""
    return desk.store.get(Listening, call.client, call.client) or Listening(client=desk.client(call).id)


_PARTS = tuple(field.name for field in fields(Listening) if field.name not in ("client", "set_by", "set_at", "version"))
"""Of the statement of how a client listens."""


def _checked(call: Call[NewListening]) -> Listening:
    body = call.body
    functions = tuple(_own_functions(body.functions))
    own = {one.name for one in functions}
    for kind, least, most in _TIMES:
        times: dict[str, int] = getattr(body, kind)
        check_known(times, own, kind)
        for name, given in times.items():
            _within(given, least, most, f"{kind}.{name}")
    if len(body.watch_words) > MOST_WATCH_WORDS:
        raise InvalidError(f"holds more than {MOST_WATCH_WORDS}", "watch_words")
    watch_words = phrases(body.watch_words, "watch_words")
    check_length((*watch_words, *(word for one in functions for word in one.words)), "functions")
    return Listening(
        client=call.client,
        weights=_weighed(body.weights, own),
        answer_minutes={**ANSWER_MINUTES, **body.answer_minutes},
        escalation_minutes={**ESCALATION_MINUTES, **body.escalation_minutes},
        watch_hours=body.watch_hours,
        functions=functions,
        watch_words=watch_words,
        notice_above=points(body.notice_above, 0, 200, "notice_above"),
        stale_after_days=_within(body.stale_after_days, 1, 90, "stale_after_days"),
        escalate_to=body.escalate_to,
        set_by=call.caller.member,
        set_at=call.now,
    )


def _own_functions(given: tuple[OwnFunction, ...]) -> Iterator[OwnFunction]:
    if len(given) > MOST_FUNCTIONS:
        raise InvalidError(f"holds more than {MOST_FUNCTIONS}", "functions")
    names: set[str] = set()
    for index, one in enumerate(given):
        field = f"functions.{index}"
        name = function(one.name, f"{field}.name")
        if standard_function(name) is not None or name in names:
            raise InvalidError("is the name of another function", f"{field}.name")
        names.add(name)
        if not 1 <= len(one.words) <= MOST_WORDS_OF_A_FUNCTION:
            raise InvalidError(f"must hold 1 to {MOST_WORDS_OF_A_FUNCTION}", f"{field}.words")
        yield OwnFunction(name=name, words=phrases(one.words, f"{field}.words"))


def _weighed(given: Weights, own: set[str]) -> Weights:
    """With the standard's points for the functions and roles that it leaves out. Raises InvalidError."""
    check_known(given.functions, own, "weights.functions")
    roles = {role.value for role in Role}
    for name in given.roles:
        if name not in roles:
            raise InvalidError("is not a role", f"weights.roles.{name}")
    for kind, weighed in (("functions", given.functions), ("roles", given.roles)):
        for name, weight in weighed.items():
            points(weight, -MOST_POINTS, MOST_POINTS, f"weights.{kind}.{name}")
    for level, weight in enumerate(given.urgency):
        points(weight, given.urgency[level - 1] if level else 0, MOST_WEIGHT, f"weights.urgency.{level}")
    for one in fields(Weights):
        weight = getattr(given, one.name)
        if isinstance(weight, float):
            points(weight, 0, MOST_WEIGHT, f"weights.{one.name}")
    return replace(given, functions={**FUNCTION_POINTS, **given.functions}, roles={**ROLE_POINTS, **given.roles})


def check_known(names: Mapping[str, Any] | tuple[str, ...], own: set[str], field: str) -> None:
    """A slip in a function's name would make what it stands for count for nothing, and nobody would see it."""
    for name in names:
        if standard_function(name) is None and name not in own:
            raise InvalidError(f"names {name!r}, which is neither a standard function nor one of the client's", field)


def _check_person(member: str, call: Call[Any], desk: Desk) -> None:
    if not member:
        return
    person = desk.store.get(Member, call.client, member)
    if person is None or person.party is not Party.CLIENT or person.removed_at is not None:
        raise InvalidError("must be a member of the client", "escalate_to")


def _check_version(replaced: int | None, statement: Priorities | Listening) -> None:
    """Raises ConflictError when the statement to be replaced is not the one before."""
    if replaced not in (None, statement.version - 1):
        raise ConflictError(statement)


def _within(given: int, least: int, most: int, field: str) -> int:
    if not least <= given <= most:
        raise InvalidError(f"must be {least} to {most}", field)
    return given


def client_only(call: Call[Any], what: str) -> None:
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError(f"{what} is the client's to say.")
