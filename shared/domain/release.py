"""What lets a post go out, and what holds it back, by the rules in force when it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.accounts import Account
from shared.domain.approvals import Demand
from shared.domain.guidelines.checking import About, check_thread
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.rules import Guidelines
from shared.domain.mandate.decision import Answer, Decision, decide
from shared.domain.mandate.terms import Activity, Terms
from shared.domain.parties import Member, Party
from shared.domain.posts import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class InForce:
    """What holds at the moment of sending."""

    terms: Terms | None
    """Of the mandate with the post's agency."""
    account: Account | None
    approvers: Mapping[str, Member]
    """Those who approved it, by id."""
    crisis: bool
    """Whether the mandate's rows for a crisis stand."""


def demanded(post: Post, terms: Terms, account: Account | None, *, crisis: bool) -> Demand:
    """Whose approvals ``terms`` ask of the post now.

    Who may not write it any more needs the client's word for what is written. A recommendation asks for an approval
    even of what is delegated, for its drafts are to choose from; and what was written to be approved is not let go
    because its kind was delegated since.
    """
    decision = _of_writing(post, terms, account, crisis=crisis)
    demand = decision.demand
    if decision.answer is Answer.REFUSED:
        demand = Demand(approvals=max(1, demand.approvals), parties=(Party.CLIENT,), owner=demand.owner)
    return demand.at_least_one() if post.recommendation or post.demand.approvals else demand


def _of_writing(post: Post, terms: Terms, account: Account | None, *, crisis: bool) -> Decision:
    """It was asked for when it was written, where that needs the client's request."""
    return decide(
        terms, Activity.CREATE, post.function, account, post.author_party, post.author, requested=True, crisis=crisis
    )


def findings_in(post: Post, guidelines: Guidelines) -> tuple[GuidelineFinding, ...]:
    """What of ``guidelines`` the post breaks."""
    return check_thread(post.parts, guidelines, about(post))


def about(post: Post) -> About:
    """What it is for, as rules name it."""
    return About(function=post.function, account=post.account, network=post.network, language=post.language)


def held_back(post: Post, force: InForce, now: datetime) -> str | None:
    """Why it must not go out, or None: the approvals that it has are not those that the mandate in force asks for."""
    if force.terms is None:
        return "there is no mandate with its agency"
    demand = demanded(post, force.terms, force.account, crisis=force.crisis)
    standing = tuple(
        approval
        for approval in post.valid_approvals(now)
        if (member := force.approvers.get(approval.member)) is not None and member.removed_at is None
    )
    blocked = next((finding for finding in post.findings if finding.severity is Severity.BLOCK), None)
    if blocked is not None:
        return f"the guidelines in force do not let it be said: {blocked}"
    if demand.owner is not None and not demand.is_met(standing):
        return "the account is a person's own, and its owner's approval does not stand"
    if not demand.is_met(standing):
        return f"the mandate in force asks for {demand.approvals} approval(s), of which {demand.given(standing)} stand"
    if replace(post, approvals=standing).awaits_client(now):
        return "the guidelines ask for the client's approval, and it does not stand"
    return None
