"""Who is at a mention, so that two people do not answer the same message."""

from dataclasses import replace
from datetime import datetime

from shared.domain.errors import ForbiddenError, StateError
from shared.domain.listening.mentions import Claim, Mention


def standing(mention: Mention, now: datetime) -> Claim | None:
    """The claim on it that is not over yet."""
    return mention.claim if mention.claim is not None and now < mention.claim.until else None


def check_open(mention: Mention) -> None:
    """Raises StateError for what is nobody's work any more."""
    if not mention.is_open:
        raise StateError(f"The mention is {mention.state.value}; it is nobody's work any more.")


def check_free(mention: Mention, member: str, now: datetime) -> None:
    """Raises StateError, which says who is at it until when, unless ``member`` may decide on it."""
    claim = standing(mention, now)
    if claim is not None and claim.by != member:
        raise StateError(f"{claim.by} has claimed the mention until {claim.until:%Y-%m-%dT%H:%M:%SZ}.")


def claimed(mention: Mention, member: str, until: datetime, now: datetime) -> Mention:
    """With a claim of ``member``'s; one that they have already is prolonged, and never cut short."""
    check_free(mention, member, now)
    own = standing(mention, now)
    claim = Claim(by=member, until=max(until, own.until) if own else until)
    return replace(mention, claim=claim, version=mention.version + 1)


def released(mention: Mention, member: str, now: datetime, *, administers: bool) -> Mention:
    """With nobody at it. A claim of another's only an administrator ends; one that is over is nobody's."""
    claim = standing(mention, now)
    own = mention.claim is not None and mention.claim.by == member
    if claim is None and not own:
        raise StateError("Nobody has claimed the mention.")
    if not own and not administers:
        raise ForbiddenError("Somebody else has claimed the mention; they release it, or an administrator does.")
    return replace(mention, claim=None, version=mention.version + 1)
