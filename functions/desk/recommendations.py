"""What the agency recommends for a mention: drafts for approval, a question to the client, or to leave it."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from functions.desk.drafting import Draft, drafted
from functions.desk.elsewhere import check_elsewhere
from functions.desk.escalations import escalated
from functions.desk.guidelines import in_force
from functions.desk.plans import check_drafts
from functions.desk.ranked import ranking_of
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError
from shared.domain.following.escalations import Escalation, alarms
from shared.domain.ledger import Fact
from shared.domain.listening.claims import check_free, check_open
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.mandate.terms import Activity
from shared.domain.posts import Post, telling
from shared.domain.recommendations import Action, Recommendation
from shared.domain.text import clean

MOST_DRAFTS = 5


class NewRecommendation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``drafts`` for respond (1 to 5 alternatives, of which one is approved).

    ``question`` for escalate, and ``to``: a member or a team of the client; to be left out where it laid down a chain.
    """

    action: Action
    note: str = ""
    drafts: tuple[Draft, ...] = ()
    question: str = ""
    to: str = ""
    agency: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Followed:
    """What follows from a recommendation."""

    mention: Mention
    posts: tuple[Post, ...] = ()
    escalation: Escalation | None = None
    beside: tuple[Any, ...] = ()
    """What is written beside the posts."""
    facts: tuple[Fact, ...] = ()

    @property
    def records(self) -> tuple[Any, ...]:
        asked = (self.escalation, *alarms(self.escalation)) if self.escalation else ()
        return (self.mention, *self.posts, *self.beside, *asked)


def recommend(call: Call[NewRecommendation], desk: Desk) -> Change:
    """Recommend an answer (drafts for approval), a question to the client, or to leave it."""
    wanted, mention = call.body, desk.mention(call)
    check_open(mention)
    check_free(mention, call.caller.member, call.now)
    if (wanted.action is Action.RESPOND) != bool(wanted.drafts) or len(wanted.drafts) > MOST_DRAFTS:
        raise InvalidError(f"must hold 1 to {MOST_DRAFTS} for respond, and none otherwise", "drafts")
    agency = desk.agency(call, wanted.agency)
    mandate = desk.permission(call, Activity.IDENTIFY, mention.function, agency).reason
    id_ = call.new_id("rec")
    first = mention.recommended_at is None
    mention = replace(mention, recommended_at=call.now) if first else mention
    followed = _followed(call, desk, mention, agency, id_)
    recommendation = Recommendation(
        id=id_,
        client=call.client,
        agency=agency,
        mention=mention.id,
        action=wanted.action,
        note=clean(wanted.note, "note", longest=2000, empty=True),
        posts=tuple(post.id for post in followed.posts),
        escalation=followed.escalation.id if followed.escalation else None,
        by=call.caller.member,
        at=call.now,
    )
    return Change(
        records=(recommendation, *followed.records),
        facts=(_told(recommendation, mention, mandate, first=first), *followed.facts),
        reply=recommendation,
    )


def _followed(call: Call[NewRecommendation], desk: Desk, mention: Mention, agency: str, id_: str) -> _Followed:
    wanted = call.body
    if wanted.action is Action.IGNORE:
        return _Followed(mention=mention.moved(MentionState.DISMISSED, clean(wanted.note, "note", longest=500)))
    ranking, _ = ranking_of(call, desk)
    if wanted.action is Action.ESCALATE:
        escalation, fact = escalated(call, desk, mention, agency, wanted.question, wanted.to)
        moved = ranking.placed(mention.moved(MentionState.ESCALATED))
        return _Followed(mention=moved, escalation=escalation, facts=(fact,))
    guidelines = in_force(call, desk)
    posts = tuple(
        drafted(
            call,
            desk,
            draft,
            f"drafts.{index}",
            agency=agency,
            mention=mention,
            recommendation=id_,
            guidelines=guidelines,
        )
        for index, draft in enumerate(wanted.drafts)
    )
    at = check_elsewhere(check_drafts(posts, call, desk), call, desk)
    facts = tuple(Fact(type="post.drafted", subject=post.id, data=telling(post)) for post in posts)
    return _Followed(
        mention=ranking.placed(mention.moved(MentionState.RECOMMENDED)),
        posts=at.posts,
        beside=at.records,
        facts=(*facts, *at.facts),
    )


def _told(recommendation: Recommendation, mention: Mention, mandate: str, *, first: bool) -> Fact:
    data = {
        "recommendation": recommendation.id,
        "action": recommendation.action.value,
        "posts": list(recommendation.posts),
        "function": mention.function,
        "minutes": round((recommendation.at - mention.received_at).total_seconds() / 60, 1),
        "first": first,
        "mandate": mandate,
    }
    return Fact(type="mention.recommended", subject=mention.id, data=data)
