"""The agency's day: open mentions in the order in which they matter, and what is decided on each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from functions.desk.escalations import escalated
from functions.desk.posts import Draft, drafted
from functions.desk.tools import Desk, widened
from shared.api.cursors import read_cursor, write_cursor
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.mandate import Activity
from shared.domain.mentions import OPEN_STATES, Mention, MentionState
from shared.domain.priorities import Priorities, Ranked, first_page, rank
from shared.domain.text import clean
from shared.domain.work import Action, Recommendation

LARGEST_PAGE = 100


class NewRecommendation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``drafts`` for respond (1 to 5 alternatives, of which one is approved); ``question`` and ``to`` for escalate."""

    action: Action
    note: str = ""
    drafts: tuple[Draft, ...] = ()
    question: str = ""
    to: str = ""
    agency: str | None = None


class Dismissal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str
    agency: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxItem(Mention):
    """A mention with its score at this moment; ``reasons`` are all of its contributions and add up to ``score``."""

    score: float


class InboxPage(msgspec.Struct, frozen=True):
    """``next`` is the cursor of the following page; null on the last one."""

    items: list[InboxItem]
    priorities_version: int
    next: str | None


def show_inbox(call: Call[None], desk: Desk) -> InboxPage:
    """Read the open mentions, what matters most first, each with the reasons for its place."""
    size = _size(call.query)
    priorities = desk.store.get(Priorities, call.client, call.client)
    after = _read(call.query.get("cursor"))
    # A page continues the ranking of the first one, though its mentions have grown older since.
    now = after.ranked_at if after else call.now
    below = (after.score, after.mention) if after else None
    ranked = first_page(desk.store.inbox(call.client), priorities, now, size, below)
    return InboxPage(
        items=[_item(one) for one in ranked],
        priorities_version=priorities.version if priorities else 0,
        next=_cursor(ranked[-1], now) if len(ranked) == size else None,
    )


def show_mention(call: Call[None], desk: Desk) -> InboxItem:
    """Read one mention with its score."""
    return _item(rank(desk.mention(call), desk.store.get(Priorities, call.client, call.client), call.now))


def recommend(call: Call[NewRecommendation], desk: Desk) -> Change:
    """Recommend an answer (drafts for approval), a question to the client, or to leave it."""
    wanted, mention = call.body, _open(desk.mention(call))
    if (wanted.action is Action.RESPOND) != bool(wanted.drafts) or len(wanted.drafts) > 5:
        raise InvalidError("must hold 1 to 5 for respond, and none otherwise", "drafts")
    agency = desk.agency(call, wanted.agency)
    decision = desk.permission(call, Activity.IDENTIFY, mention.function, agency)
    recommendation_id = call.new_id("rec")
    posts = tuple(
        drafted(
            call,
            desk,
            draft,
            f"drafts.{index}",
            agency=agency,
            mention=mention,
            recommendation=recommendation_id,
        )
        for index, draft in enumerate(wanted.drafts)
    )
    records: tuple[Any, ...] = posts
    moved = mention.moved(MentionState.RECOMMENDED)
    escalation_id = None
    if wanted.action is Action.ESCALATE:
        escalation, fact = escalated(call, desk, mention, agency, wanted.question, wanted.to)
        records, escalation_id = (escalation,), escalation.id
        moved = mention.moved(MentionState.ESCALATED)
        facts = [fact]
    else:
        facts = [Fact(type="post.drafted", subject=post.id, data={"mention": mention.id}) for post in posts]
    if wanted.action is Action.IGNORE:
        moved = mention.moved(MentionState.DISMISSED, clean(wanted.note, "note", longest=500))
    recommendation = Recommendation(
        id=recommendation_id,
        client=call.client,
        agency=agency,
        mention=mention.id,
        action=wanted.action,
        note=clean(wanted.note, "note", longest=2000, empty=True),
        posts=tuple(post.id for post in posts),
        escalation=escalation_id,
        by=call.caller.member,
        at=call.now,
    )
    made = Fact(
        type="mention.recommended",
        subject=mention.id,
        data={
            "recommendation": recommendation.id,
            "action": wanted.action.value,
            "posts": list(recommendation.posts),
            "function": mention.function,
            "minutes": round((call.now - mention.received_at).total_seconds() / 60, 1),
            "mandate": decision.reason,
        },
    )
    return Change(records=(recommendation, moved, *records), facts=(made, *facts), reply=recommendation)


def dismiss(call: Call[Dismissal], desk: Desk) -> Change:
    """Take a mention out of the inbox, with the reason."""
    mention = _open(desk.mention(call))
    decision = desk.permission(call, Activity.PRIORITIZE, mention.function, desk.agency(call, call.body.agency))
    reason = clean(call.body.reason, "reason", longest=500)
    moved = mention.moved(MentionState.DISMISSED, reason)
    fact = Fact(
        type="mention.dismissed",
        subject=mention.id,
        data={"reason": reason, "function": mention.function, "mandate": decision.reason},
    )
    return Change(records=(moved,), facts=(fact,), reply=moved)


def _open(mention: Mention) -> Mention:
    if mention.state not in OPEN_STATES:
        raise StateError(f"The mention is {mention.state.value}; it is nobody's work any more.")
    return mention


def _item(ranked: Ranked) -> InboxItem:
    return replace(widened(InboxItem, ranked.mention, score=ranked.score), reasons=ranked.reasons)


def _size(query: Mapping[str, str]) -> int:
    given = query.get("limit", "25")
    if not given.isdecimal() or len(given) > 3 or not 1 <= int(given) <= LARGEST_PAGE:
        raise InvalidError(f"must be 1 to {LARGEST_PAGE}", "limit")
    return int(given)


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    ranked_at: datetime
    score: float
    mention: str


def _cursor(last: Ranked, ranked_at: datetime) -> str:
    return write_cursor(_Cursor(ranked_at=ranked_at, score=last.score, mention=last.mention.id))


def _read(cursor: str | None) -> _Cursor | None:
    if cursor is None:
        return None
    read = read_cursor(cursor, _Cursor, of="list")
    try:
        return msgspec.structs.replace(read, ranked_at=read.ranked_at.astimezone(UTC))
    except (ValueError, OverflowError) as beyond:
        raise InvalidError("is not a cursor of this list", "cursor") from beyond
