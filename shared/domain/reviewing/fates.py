"""What was recommended, and what became of each by the end of the week."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.ledger import Entry
from shared.domain.reviewing.gathered import Gathered

MOST_OF_A_FATE = 20


class Fate(StrEnum):
    """Of a recommendation with several drafts, that of the one which came furthest: the first of these that holds."""

    RECALLED = "recalled"
    """It was posted, and taken down again."""
    EDITED = "edited"
    """Posted, after a change."""
    POSTED = "posted"
    UNSENT = "unsent"
    """It was approved and did not go out: too late, or the network refused it."""
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    ANSWERED = "answered"
    """The client answered what it was asked."""
    WITHDRAWN = "withdrawn"
    """The question was taken back."""
    PUT_ASIDE = "put_aside"
    """Nothing was to be done, and nothing was."""
    OPEN = "open"
    """Nobody had decided by the end of the week, or it had not gone out."""


DECLINED = (Fate.REJECTED, Fate.CANCELLED)
POSTED = (Fate.POSTED, Fate.EDITED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """A recommendation."""

    id: str
    mention: str
    action: str
    function: str
    by: str
    at: datetime
    minutes: float | None
    """Since the mention came in."""
    fate: Fate
    because: str = ""
    """Why it was declined or did not go out, or what was to be changed, as whoever did it said."""
    decided_by: str = ""
    """The member who declined it."""
    url: str = ""
    """Where the answer stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fates:
    counts: Mapping[str, Mapping[str, int]]
    """How many of each action met which fate."""
    raised: tuple[Raised, ...]
    """At most :data:`MOST_OF_A_FATE` of each fate, by time."""


def fates(week: Gathered) -> Fates:
    found = [*_fates(week)]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    listed: Counter[Fate] = Counter()
    raised = []
    for one in found:
        counts[one.action][one.fate.value] += 1
        listed[one.fate] += 1
        if listed[one.fate] <= MOST_OF_A_FATE:
            raised.append(one)
    return Fates(counts={action: dict(of) for action, of in counts.items()}, raised=tuple(raised))


def _fates(week: Gathered) -> Iterable[Raised]:
    ends = _ends(week)
    questions = {str(one.data.get("escalation")): one.subject for one in week.of("mention.escalated")}
    asked: dict[str, list[str]] = defaultdict(list)
    for escalation, mention in questions.items():
        asked[mention].append(escalation)
    answered = {one.subject for one in week.of("escalation.answered")}
    withdrawn = {one.subject for one in week.of("escalation.withdrawn")}
    for one in week.of("mention.recommended"):
        match one.data.get("action"):
            case "respond":
                fate, decisive = _of_drafts([ends.get(post, {}) for post in one.data.get("posts", ())])
            case "escalate":
                of_it = asked[one.subject]
                fate, decisive = _of_questions(of_it, answered, withdrawn), None
            case _:
                fate, decisive = Fate.PUT_ASIDE, None
        yield _raised(one, fate, decisive)


def _ends(week: Gathered) -> Mapping[str, dict[str, Entry]]:
    """By post, what ended or changed it, by type; the last of each type."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in week.of(*_OF_DRAFTS):
        found[entry.subject][entry.type] = entry
    return found


_OF_DRAFTS = (
    "post.recalled",
    "post.published",
    "post.changed",
    "post.change_requested",
    "post.failed",
    "post.expired",
    "post.rejected",
    "post.cancelled",
)
_AFTER_APPROVAL = (
    ("post.recalled", Fate.RECALLED),
    ("post.published", Fate.POSTED),
    ("post.failed", Fate.UNSENT),
    ("post.expired", Fate.UNSENT),
)


def _of_drafts(drafts: Sequence[Mapping[str, Entry]]) -> tuple[Fate, Entry | None]:
    """The fate, and the entry which tells of it. What only waits counts for more than what was declined."""
    for type_, fate in _AFTER_APPROVAL:
        for ends in drafts:
            if type_ in ends:
                changed = ends.get("post.changed") or ends.get("post.change_requested")
                if fate is Fate.POSTED and changed is not None:
                    return Fate.EDITED, ends[type_]
                return fate, ends[type_]
    declined = [ends for ends in drafts if "post.rejected" in ends or "post.cancelled" in ends]
    if len(declined) < len(drafts) or not drafts:
        return Fate.OPEN, None
    rejected = next((ends["post.rejected"] for ends in declined if "post.rejected" in ends), None)
    if rejected is not None:
        return Fate.REJECTED, rejected
    return Fate.CANCELLED, declined[0]["post.cancelled"]


def _of_questions(asked: Iterable[str], answered: set[str], withdrawn: set[str]) -> Fate:
    questions = set(asked)
    if questions & answered:
        return Fate.ANSWERED
    return Fate.WITHDRAWN if questions and questions <= withdrawn else Fate.OPEN


def _raised(one: Entry, fate: Fate, decisive: Entry | None) -> Raised:
    told = decisive.data if decisive is not None else {}
    declined = decisive is not None and fate in DECLINED
    return Raised(
        id=str(one.data.get("recommendation", one.id)),
        mention=one.subject,
        action=str(one.data.get("action")),
        function=str(one.data.get("function", "")),
        by=one.who.get("member", ""),
        at=one.at,
        minutes=float(one.data["minutes"]) if "minutes" in one.data else None,
        fate=fate,
        because=str(told.get("reason") or told.get("because") or "") if fate not in POSTED else "",
        decided_by=decisive.who.get("member", "") if decisive is not None and declined else "",
        url=str(told.get("url") or "") if fate in POSTED else "",
    )
