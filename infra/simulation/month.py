"""Four weeks of one brand and its agency as their ledger has them, for a review that is worth looking at.

What comes in is heard as in ``weeks``; what is done about it is drawn from the same seed. Nothing goes through the API:
the story writes what it would have written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from infra.simulation.said import ANSWERS, QUESTIONS, REASONS, SAID
from infra.simulation.weeks import DAY, HOUR, WEEK, Brand, Happening, Kind, at, minutes
from shared.domain.agreed import Actions, ReviewAction, ReviewNote, ReviewNotes
from shared.domain.following.escalations import Escalation
from shared.domain.ledger import Entry
from shared.domain.listening.classify import Intent
from shared.domain.listening.mentions import Mention
from shared.domain.listening.priorities import Priorities, Priority
from shared.domain.listening.pulse import Heard
from shared.domain.parties import Agency, Client, Member, Party

CLIENT = "acme"
ZONE = "Europe/Oslo"
LAST_WEEK = "2026-W13"
"""In which clocks go forward in Oslo."""
AGENCY = "agn_north"
OWNER, PRESS, WRITER, EDITOR = "mbr_owner", "mbr_press", "mbr_writer", "mbr_editor"
BRAND = Brand(name=CLIENT, an_hour=4, negative=0.2, topics={"Spring launch": 0.12, "Repairs": 0.05}, zone=1)
HAPPENINGS = (
    Happening(kind=Kind.CAMPAIGN, begins=2 * WEEK + 2 * DAY + 9 * HOUR, topic="Spring launch"),
    Happening(kind=Kind.SUDDEN, begins=3 * WEEK + 3 * DAY + 10 * HOUR, strength=1.5),
)
_FUNCTIONS = ("customer_service", "community", "sales", "public_relations", "announcement", "contest")


@dataclass
class Month:
    """All that is to be stored for it. Entries come one after the other: a busy brand has many."""

    brand: Brand = BRAND
    happenings: tuple[Happening, ...] = HAPPENINGS
    weeks: int = 4
    seed: int = 7
    mentions: dict[str, Mention] = field(default_factory=dict)
    """The last that came in, for what the reviews show; at most :data:`MOST_MENTIONS`."""
    questions: list[Escalation] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = Random(f"month {self.seed}")  # noqa: S311
        self._ids = 0

    def entries(self) -> Iterator[Entry]:
        """By the time at which what they begin with came in."""
        for minute, heard in enumerate(minutes(self.brand, self.happenings, self.weeks * WEEK, self.seed)):
            for one in heard:
                yield from self._followed(one)
            yield from self._beside(minute)

    def _followed(self, heard: Heard) -> Iterator[Entry]:
        random = self._random
        function = (
            random.choice(_FUNCTIONS[1:]) if heard.function == "community" and random.random() < 0.3 else heard.function
        )
        asks = function != "community" and random.random() < 0.8
        score = round(
            20 + 25 * heard.urgency * random.random() - 20 * heard.sentiment * asks + 10 * bool(heard.topics), 1
        )
        data = {
            "network": heard.network,
            "function": function,
            "intent": "complaint" if heard.sentiment < 0 else "question" if asks else "praise",
            "sentiment": round(heard.sentiment, 2),
            "needs_answer": asks,
            "urgency": heard.urgency if asks else min(heard.urgency, 1),
            "language": "en",
            "score": score,
            "source": "src_1",
            "topics": list(heard.topics),
            "watched": heard.watched,
            "author": heard.author % 65536,
            "conversation": "",
            "watch": "",
        }
        yield self._entry("mention.received", heard.mention, heard.at, data)
        self._keep(heard, function, score, data)
        chance = random.random()
        if asks and chance < 0.95:
            yield from self._handled(heard, function)
        elif chance < 0.25:
            yield self._entry(
                "mention.dismissed",
                heard.mention,
                self._later(heard.at, 90),
                {"reason": "praise", "function": function, "mandate": "m"},
                WRITER,
            )

    def _handled(self, heard: Heard, function: str) -> Iterator[Entry]:
        random = self._random
        seen_at = self._later(heard.at, 25 if heard.urgency else 60)
        chance = random.random()
        action = "respond" if chance < 0.82 else "escalate" if chance < 0.88 else "ignore"
        recommendation, post = self._id("rec"), self._id("pst")
        data = {
            "recommendation": recommendation,
            "action": action,
            "posts": [post] if action == "respond" else [],
            "function": function,
            "minutes": round((seen_at - heard.at).total_seconds() / 60, 1),
            "mandate": "the agency may",
        }
        yield self._entry("mention.recommended", heard.mention, seen_at, data, random.choice((WRITER, EDITOR)))
        if action == "respond":
            yield from self._written(heard, post, seen_at)
        elif action == "escalate":
            yield from self._asked(heard, function, seen_at)

    def _written(self, heard: Heard, post: str, at_: datetime) -> Iterator[Entry]:
        random, chance = self._random, self._random.random()
        yield self._entry("post.drafted", post, at_, {"mention": heard.mention}, WRITER)
        if chance < 0.05:
            decided = self._later(at_, 120)
            yield self._entry("post.rejected", post, decided, {"reason": random.choice(REASONS), "mandate": "m"}, OWNER)
            return
        if chance < 0.09:
            return
        if chance < 0.25:
            yield self._entry("post.changed", post, self._later(at_, 20), {"content_hash": "0" * 64}, EDITOR)
        approved = self._later(at_, 25)
        yield self._entry("post.approved", post, approved, {"content_hash": "0" * 64, "still_needed": 0}, OWNER)
        if 0.25 <= chance < 0.265:
            yield self._entry(
                "post.expired",
                post,
                self._later(approved, 60),
                {"because": "it was due while the client was stopped", "handle": CLIENT},
            )
            return
        out = approved + timedelta(seconds=4)
        told = {"url": f"https://social.example/{post}", "account": "acc_1", "handle": CLIENT, "mention": heard.mention}
        more = {"late_seconds": 1.2, "because": "", "watch": post, "follow_ups": []}
        yield self._entry("post.published", post, out, told | more)
        yield self._entry("mention.answered", heard.mention, out, {"post": post})

    def _asked(self, heard: Heard, function: str, at_: datetime) -> Iterator[Entry]:
        random, id_ = self._random, self._id("esc")
        deadline = at_ + timedelta(hours=4)
        to = PRESS if function == "public_relations" else OWNER
        number = random.randrange(len(QUESTIONS))
        asked = Escalation(
            id=id_,
            client=CLIENT,
            agency=AGENCY,
            mention=heard.mention,
            function=function,
            question=QUESTIONS[number],
            to=to,
            asked_by=WRITER,
            asked_at=at_,
            deadline=deadline,
        )
        data = {
            "escalation": id_,
            "to": to,
            "deadline": deadline.isoformat(),
            "function": function,
            "mandate": "m",
            "post": None,
        }
        yield self._entry("mention.escalated", heard.mention, at_, data, WRITER)
        if random.random() < 0.8:
            answered = self._later(at_, 110)
            minutes_ = round((answered - at_).total_seconds() / 60, 1)
            asked = replace(asked.answered(ANSWERS[number], to, answered), version=1)
            told = {
                "mention": heard.mention,
                "minutes": minutes_,
                "in_time": answered <= deadline,
                "post": None,
                "moved": 0,
                "reminders": 0,
            }
            yield self._entry("escalation.answered", id_, answered, told, to)
        self.questions.append(asked)
        del self.questions[:-200]

    def _beside(self, minute: int) -> Iterator[Entry]:
        """What happens once in the month."""
        week, rest = divmod(minute, WEEK)
        if rest == DAY + 9 * HOUR:
            yield self._entry(
                "priorities.set",
                CLIENT,
                at(minute),
                {"version": week + 1, "names": [one.name for one in PRIORITIES]},
                OWNER,
            )
        if rest == 2 * DAY + 10 * HOUR:
            data = {
                "account": "acc_shadow",
                "stop": f"stp_drill{week}",
                "flag_ms": 41.0,
                "naming_ms": 77.0,
                "drain_ms": 1320.5,
                "named": 0,
            }
            yield self._entry(
                "stop.engaged",
                f"stp_drill{week}",
                at(minute),
                {"scope": f"account:{CLIENT}/acc_shadow", "reason": "drill", "epoch": 1},
                EDITOR,
            )
            yield self._entry("drill.done", f"drl_{week}", at(minute), data, EDITOR)
        if minute == 3 * WEEK + 3 * DAY + 10 * HOUR + 35:
            evidence = {"because": "34 people spoke against the brand within an hour, where 4 are usual"}
            yield self._entry("crisis.raised", "cri_1", at(minute), {"topic": "", "evidence": evidence, "stop": {}})
            yield self._entry(
                "stop.engaged",
                "stp_1",
                at(minute + 6),
                {"scope": f"client:{CLIENT}", "reason": "nothing cheerful until we know more", "epoch": 2},
                OWNER,
            )
            yield self._entry("stop.lifted", "stp_1", at(minute + 96), {"scope": f"client:{CLIENT}"}, OWNER)
            yield self._entry(
                "crisis.ended", "cri_1", at(minute + 420), {"topic": "", "by": "calm", "minutes": 420.0, "peak": 52}
            )

    def _later(self, at_: datetime, usual: float) -> datetime:
        """Most things take about so many minutes, and some far longer."""
        return at_ + timedelta(minutes=usual * self._random.lognormvariate(-0.5, 1.0))

    def _keep(self, heard: Heard, function: str, score: float, data: Mapping[str, Any]) -> None:
        said = SAID.get(function, SAID["customer_service"])
        self.mentions[heard.mention] = Mention(
            id=heard.mention,
            client=CLIENT,
            network=heard.network,
            external_id=heard.mention,
            author=f"@reader{heard.author % 900 + 100}",
            text=said[heard.author % len(said)],
            url=f"https://social.example/{heard.mention}",
            posted_at=heard.at,
            received_at=heard.at,
            followers=100,
            in_reply_to="",
            conversation="",
            sources=("src_1",),
            function=function,
            intent=Intent(data["intent"]),
            sentiment=heard.sentiment,
            needs_answer=data["needs_answer"],
            urgency=data["urgency"],
            language="en",
            score=score,
        )
        if len(self.mentions) > MOST_MENTIONS:
            del self.mentions[next(iter(self.mentions))]

    def _entry(self, type_: str, subject: str, at_: datetime, data: Mapping[str, Any], by: str = "") -> Entry:
        party = "client" if by in (OWNER, PRESS) else "agency"
        who = {"member": by, "key": f"key_{by}", "party": party} if by else {"function": "simulation"}
        return Entry(id=self._id("led"), realm=CLIENT, at=at_, type=type_, subject=subject, who=who, data=data)

    def _id(self, prefix: str) -> str:
        self._ids += 1
        return f"{prefix}_{self._ids:026}"


MOST_MENTIONS = 20_000
PRIORITIES = (
    Priority(name="Spring launch", weight=30, words=("spring", "launch")),
    Priority(name="Repairs", weight=20, words=("repair", "spare")),
    Priority(name="Recycled steel", weight=15, words=("recycled",)),
)


def laid_down(start: datetime) -> Iterator[Any]:
    """Who takes part, and what they agreed."""
    yield Client(id=CLIENT, name="Acme Kettles", zone=ZONE, agencies=(AGENCY,), created_at=start - timedelta(days=90))
    yield Agency(id=AGENCY, name="North", created_at=start)
    for id_, party, name in (
        (OWNER, Party.CLIENT, "Head of brand"),
        (PRESS, Party.CLIENT, "Press office"),
        (WRITER, Party.AGENCY, "Writer"),
        (EDITOR, Party.AGENCY, "Editor"),
    ):
        agency = AGENCY if party is Party.AGENCY else None
        yield Member(id=id_, realm=CLIENT, party=party, agency=agency, name=name, signature="^MS", created_at=start)
    yield Priorities(client=CLIENT, items=PRIORITIES, set_by=OWNER, set_at=start)
    first, last = start + timedelta(days=8), start + timedelta(days=25)
    yield Actions(
        client=CLIENT,
        items=(
            ReviewAction(
                id="act_1",
                text="Answer questions about late parcels within the hour, weekends too.",
                agreed_in="2026-W11",
                by=EDITOR,
                party=Party.AGENCY,
                at=first,
                done_at=last,
                done_in=LAST_WEEK,
                done_by=EDITOR,
            ),
            ReviewAction(
                id="act_2",
                text="Name a stand-in for the press office on Fridays.",
                agreed_in="2026-W12",
                by=OWNER,
                party=Party.CLIENT,
                at=last - timedelta(days=3),
            ),
        ),
    )
    text = "The outage on Thursday was ours. Sales was told late; we now tell the agency before the status page."
    yield ReviewNotes(
        client=CLIENT, week=LAST_WEEK, items=(ReviewNote(id="not_1", text=text, by=OWNER, party=Party.CLIENT, at=last),)
    )
