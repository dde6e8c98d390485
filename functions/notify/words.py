"""An entry in words that people read, whatever shows them: a headline, what there is to know, and what to do.

The headline and what to do are ours. Everything else may be somebody else's text: it is shortened, stripped of what
no reader sees, and handed on as plain text, which is shown as it is and never taken for markup.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from functions.notify.about import About
from functions.notify.asking import Asked
from shared.domain.ledger import Entry
from shared.domain.posts import PostState
from shared.domain.text import DIRECTIONS

LONGEST_LINE = 250
LONGEST_QUOTE = 900
MOST_LINES = 12
"""Together less than any of the places takes that show them: 3,000 characters in a block of Slack's."""
LOOK = "Look at it and decide"
"""What the link says by which somebody decides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    headline: str
    lines: tuple[str, ...] = ()
    quoted: str = ""
    """What a post or a mention says."""
    todo: str = ""
    asked: Asked | None = None
    client: str = ""
    """Its name."""
    about: str = ""
    """Of what a conversation of messages is about, at one client: the post, or else what the entry is about."""

    @property
    def title(self) -> str:
        return f"{self.client}: {self.headline}" if self.client else self.headline


_SAID: dict[str, tuple[str, str]] = {
    "post.drafted": ("A post was written", ""),
    "post.changed": ("A post was changed", ""),
    "post.reopened": ("A post needs a new decision", ""),
    "post.back_in_review": ("A post that was held needs a new decision", ""),
    "post.change_requested": (
        "A change of a post was asked for",
        "Its author changes it, or takes over the suggestion.",
    ),
    "post.change_request_withdrawn": ("A post is not to be changed after all", ""),
    "post.approved": ("A post was approved", ""),
    "post.approval_withdrawn": ("An approval was taken back", ""),
    "post.rejected": ("A post was rejected", ""),
    "post.published": ("A post is out", ""),
    "post.held": ("A post is held", "It goes out only by a new decision."),
    "post.unknown": ("It is not known whether a post is out", "Wait: the network is being read to find out."),
    "post.unverified": ("Nobody can tell whether a post is out", "Look at the account, and say so or take it down."),
    "post.failed": ("A post was refused by its network", "Write it anew if it still matters."),
    "post.expired": ("A post was too late to go out", "Write it anew if it still matters."),
    "post.recalled": ("A post was taken down", ""),
    "post.recall_failed": ("A post could not be taken down", "Take it down by hand, now."),
    "post.parts_recalled": ("Parts of a thread were taken down", "Look at what is left of it."),
    "post.out_of_place": (
        "A draft looks like another client's",
        "Its author looks at it before anything else happens.",
    ),
    "mention.escalated": ("A question waits for your answer", "Answer it before its time."),
    "escalation.reminded": ("A question still waits for an answer", "Answer it before its time."),
    "escalation.moved": ("A question went on to the next person", "Answer it before its time."),
    "escalation.exhausted": (
        "Nobody has answered a question, and nobody is left to ask",
        "Somebody must answer it now.",
    ),
    "escalation.answered": ("A question was answered", ""),
    "escalation.withdrawn": ("A question was taken back", ""),
    "mention.notable": ("A mention stands out", "Look at it now."),
    "mention.overdue": ("A mention has waited too long", "Answer it, or dismiss it with a reason."),
    "crisis.raised": (
        "This may be the beginning of a crisis",
        "Look at the examples. If it is one, stop what is scheduled.",
    ),
    "crisis.ended": ("A crisis is over", ""),
    "incident.raised": ("Something is wrong with an account", "Look at the account; stop it if this was not you."),
    "stop.engaged": ("A stop stands: nothing goes out", "It takes two people to resume."),
    "stop.lift_asked": ("A stop is to be lifted", "A second person must ask as well."),
    "stop.pass_asked": ("A post is to go out under a stop", "A second person must ask as well."),
    "stop.lifted": ("A stop was lifted", "What was held needs a new decision."),
    "stop.drained": ("Of what a stop found in flight, everything has ended", "Read its receipt."),
    "audit.broken": ("The books do not add up", "The accounts concerned are stopped; read the audit."),
    "drill.failed": ("A drill has failed: the switch does not do as promised", "Have it looked at today."),
    "follow_up.overdue": ("A promise is late", "Keep it, and say what became of it."),
    "priorities.stale": ("Nobody has said for long what matters", "Say what matters now."),
    "guidelines.set": ("The guidelines were changed", "Whoever writes reads and acknowledges them."),
    "mandate.proposed": ("Another mandate is proposed", "It holds once the other party has signed it."),
    "mandate.requested": ("An agency was asked to do what its mandate gives it on request", "It may, until then."),
    "mandate.set": ("A mandate was settled", ""),
    "roster.introduced": (
        "Somebody is introduced as one who speaks for the brand",
        "The brand accepts or refuses them.",
    ),
    "endpoint.disabled": ("Nothing gets through to an endpoint", "See what listens there, then enable it again."),
    "link.code_refused": (
        "Somebody gave a wrong code with a link that decides",
        "Ask whose link it is whether that was they; if not, withdraw it.",
    ),
    "review.made": ("The week's review is there", "Read it together, and agree on actions."),
}
"""By type: what happened, and what to do about it."""

_ASK_FOR_AN_ANSWER = ("mention.escalated", "escalation.reminded", "escalation.moved", "escalation.exhausted")
_WHILE: Mapping[str, PostState] = {
    "post.reopened": PostState.IN_REVIEW,
    "post.back_in_review": PostState.IN_REVIEW,
    "post.change_requested": PostState.IN_REVIEW,
    "post.held": PostState.HELD,
    "post.unknown": PostState.UNKNOWN,
    "post.unverified": PostState.UNVERIFIED,
    "post.recall_failed": PostState.RECALL_FAILED,
}
"""So long as the post is in this state there is to be done what is said of it."""

_LABELS = {
    "handle": "Account",
    "scope": "Scope",
    "topic": "About",
    "kind": "What",
    "because": "Because",
    "reason": "Reason",
    "to": "To",
    "was": "Before",
    "owner": "Owner",
    "deadline": "Answer by",
    "due_at": "Due",
    "days": "Days late",
    "minutes": "Minutes",
    "network": "Network",
    "function": "About",
    "score": "Score",
    "still_needed": "Approvals still needed",
    "tries_left": "Tries left",
    "effective_from": "From",
    "activity": "Activity",
    "until": "Until",
    "week": "Week",
    "version": "Version",
    "excerpt": "It says",
    "url": "Where",
}
"""Details that people are told, as they are told, in this order."""
_NAMES = frozenset({"kind", "function", "network", "activity"})
"""Those that are names of ours, with a space for each ``_``. Of a handle or an address it is part."""


def words(entry: Entry, about: About, asked: Asked | None = None) -> Words:
    headline, todo = _SAID.get(entry.type, (entry.type.replace(".", ": ").replace("_", " ").capitalize(), ""))
    post, waits = about.post, about.post is not None and about.post.state is PostState.IN_REVIEW
    if asked is not None:
        headline = f"A post waits for the approval of {shortened(asked.name, 80)}"
        until = time(asked.expires_at, about.zone)
        todo = (
            f"Open the link and decide with your code of {asked.digits} digits; until {until}, once. "
            "The link alone decides nothing."
        )
    elif entry.type == "post.drafted" and waits:
        headline = "A post waits for approval"
    elif _is_settled(entry.type, about):
        headline, todo = f"{headline} (settled since)", ""
    return Words(
        headline=headline,
        lines=tuple(_lines(entry, about))[:MOST_LINES],
        quoted=shortened(_quoted(about, asked), LONGEST_QUOTE, lines=True),
        todo=todo,
        asked=asked,
        client=shortened(about.name, 80),
        about=post.id if post else f"{entry.subject}.{entry.realm}",  # of a mandate the subject is an agency
    )


def _is_settled(type_: str, about: About) -> bool:
    """Whether what an entry of the type asks for is no more to be done."""
    post = about.post
    if type_ in _ASK_FOR_AN_ANSWER:
        return about.escalation is not None and not about.escalation.is_open
    if type_ in ("mention.notable", "mention.overdue"):
        return about.mention is not None and not about.mention.is_open
    if type_ == "post.change_requested" and post is not None and post.change_request is None:
        return True
    return post is not None and post.state is not _WHILE.get(type_, post.state)


def _lines(entry: Entry, about: About) -> list[str]:
    details = {**entry.data.get("evidence", {}), **entry.data}
    found = [f"{label}: {_detail(key, details[key], about)}" for key, label in _LABELS.items() if details.get(key)]
    post, mention = about.post, about.mention
    if post is not None:
        found.insert(0, f"As: @{post.handle} on {post.network}")
        if post.publish_at is not None:
            found.append(f"Goes out: {time(post.publish_at, about.zone)}")
        if post.media:
            found.append(f"Pictures: {len(post.media)}")
        if entry.type.startswith("post."):
            found.append(f"Now: {post.state.value.replace('_', ' ')}")
    if mention is not None:
        found.append(f"{'Answers' if post else 'By'}: {mention.author} on {mention.network}")
        if post is not None or about.escalation is not None:
            found.append(f"They said: {mention.text}")
    by = about.people.get(entry.who.get("member", ""))
    if by is not None:
        found.append(f"Who did it: {by}")
    found.append(f"Id: {entry.subject}")
    return [shortened(line, LONGEST_LINE) for line in found]


def _quoted(about: About, asked: Asked | None) -> str:
    """What somebody is to decide on, answer or look at."""
    if about.escalation is not None and asked is None:
        return about.escalation.question
    if about.post is not None:
        return "\n\n".join(about.post.parts)
    return about.mention.text if about.mention is not None else ""


def _detail(key: str, value: object, about: About) -> str:
    if isinstance(value, str):
        if value in about.people:
            return about.people[value]
        at = _instant(value)
        if at is not None:
            return time(at, about.zone)
        return value.replace("_", " ") if key in _NAMES else value
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _instant(value: str) -> datetime | None:
    if len(value) < 19 or value[10:11] != "T":
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def time(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%A %d %B %Y, %H:%M} ({zone})"


def shortened(text: str, longest: int, *, lines: bool = False) -> str:
    """``text`` without what no reader sees or what turns its letters around, on one line unless ``lines``."""
    kept = "".join(
        one
        for one in text.translate(_NEW_LINES)
        if one in "\n\t " or (one not in DIRECTIONS and unicodedata.category(one) not in _UNSEEN)
    )
    kept = "\n".join(line.rstrip() for line in kept.split("\n")).strip() if lines else " ".join(kept.split())
    return kept if len(kept) <= longest else kept[: longest - 1].rstrip() + "…"


_NEW_LINES = str.maketrans("\u2028\u2029", "\n\n")
"""What some readers begin a new line at begins one: a line of a quote is marked as such."""
_UNSEEN = ("Cc", "Cs", "Co", "Cn")
