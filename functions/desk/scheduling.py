"""The desk's last look at a post that has what it needs: it gets its time, or waits for the call that sends it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from functions.desk.plans import check_plan
from functions.desk.roster import check_may_speak
from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.errors import StateError
from shared.domain.ledger import Fact
from shared.domain.posts import Post, PostState
from shared.domain.schedule import Timer, wake_at
from shared.stores import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Scheduling:
    """A post on its way, with what is to be written for that."""

    post: Post
    records: tuple[Record, ...]
    facts: tuple[Fact, ...] = ()


def schedule(post: Post, call: Call[Any], desk: Desk, because: str = "", **told: Any) -> Scheduling:
    """``post``, of which no approval is wanting. Raises StateError as :func:`schedule_at` does."""
    if not post.on_call:
        return schedule_at(post, post.publish_at or call.now, call, desk, because, **told)
    check_may_speak(post, call, desk)
    waiting = replace(post, state=PostState.APPROVED, state_at=call.now, because=because)
    waiting, _ = check_plan(waiting, call, desk)
    return Scheduling(post=waiting, records=(waiting,))


def schedule_at(
    post: Post, due_at: datetime, call: Call[Any], desk: Desk, because: str = "", **told: Any
) -> Scheduling:
    """``post`` due at ``due_at``, with its timer and its place in the plan. ``told``: in the ledger.

    Raises StateError when its author may not speak, or the plan has no place for it.
    """
    check_may_speak(post, call, desk)
    timed = replace(post, state=PostState.SCHEDULED, state_at=call.now, due_at=due_at, because=because)
    timed, place = check_plan(timed, call, desk)
    fact = Fact(type="post.scheduled", subject=post.id, data={"due_at": due_at.isoformat(), **told})
    return Scheduling(post=timed, records=(timed, timer(timed), *place), facts=(fact,))


def timer(post: Post) -> Timer:
    """What wakes a scheduled post."""
    if post.due_at is None:
        raise StateError("The post has no time at which it is due.")
    return wake_at(post, post.due_at)
