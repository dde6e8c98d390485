"""Whatever people do in whatever order: no text goes out that the mandate in force does not let out.

Nor one whose author does not speak for the client at that moment.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from shared.domain.parties import DEPLOYMENT
from shared.domain.schedule import Mark
from tests.house import House, brand, person

LASTS = timedelta(days=30)
MINUTE = timedelta(minutes=1)
AT_ONCE = timedelta(0)
SIDES = {"agency": ("agent", "two", "editor"), "client": ("owner", "approver", "second")}
PEOPLE = (*SIDES["agency"], *SIDES["client"])
PRESS, LEGAL = {"party": "client", "team": "press"}, {"party": "client", "team": "legal"}
TEAMS = st.sampled_from(((), ("press",), ("legal",), ("press", "legal")))
WRITERS = st.sampled_from(("agent", "two", "owner"))
HOURS = st.sampled_from((None, 2, 2, 2, 31 * 24))
EVENTS = st.sampled_from(
    (
        "nothing",
        "nothing",
        "a stricter mandate",
        "teams",
        "guidelines",
        "a refusal",
        "a removal",
        "a dismissal",
        "its author's leaving",
        "a repair",
    )
)
APPROVERS = st.permutations(("approver", "second", "owner"))
ONE_OF_THE_CLIENT: dict[str, Any] = {"approvals": 1, "approve": "client", "create": "either", "approvers": []}
TEAM_ROW: dict[str, Any] = {"approvals": 2, "approve": "client", "create": "either", "in_order": True}
USUAL_ROWS = (
    None,
    ONE_OF_THE_CLIENT,
    ONE_OF_THE_CLIENT,
    {**TEAM_ROW, "approvers": [PRESS, LEGAL]},
    {**TEAM_ROW, "approvers": [PRESS, LEGAL], "in_order": False},
)
ROWS = st.one_of(
    st.fixed_dictionaries(
        {
            "approvals": st.integers(0, 2),
            "approve": st.sampled_from(("client", "agency", "either")),
            "create": st.sampled_from(("either", "either", "client", "agency")),
            "approvers": st.just([]),
        }
    ),
    st.fixed_dictionaries(
        {
            "approvals": st.just(2),
            "approve": st.just("client"),
            "create": st.just("either"),
            "approvers": st.sampled_from(([PRESS, LEGAL], [LEGAL, PRESS])),
            "in_order": st.booleans(),
        }
    ),
)


@dataclass(frozen=True)
class Word:
    """What somebody said of a text, and in which teams they were then."""

    at: datetime
    teams: Collection[str]


@dataclass
class Text:
    """One wording of one post: what people said of it, by their own words and not the product's."""

    post: str
    writers: frozenset[str]
    author: str
    approvals: dict[str, Word] = field(default_factory=dict)
    """As they came."""


class Approvals(RuleBasedStateMachine):
    """Keeps its own account of who said what and who may speak, and holds each text that goes out to it."""

    @initialize()
    def begin(self) -> None:
        house = House()
        acme = self.acme = brand(house)
        editor, key = person(acme, "Editor", house.agency_key, ["read", "recommend", "approve"])
        acme.introduce(editor, house.agency_key)
        keys = (acme.agent_key, acme.agent_two_key, key, acme.owner_key, acme.approver_key, acme.second_key)
        members = (acme.agent, acme.agent_two, editor, acme.owner, acme.approver, acme.second)
        self.keys = dict(zip(PEOPLE, keys, strict=True)) | {"administrator": house.agency_key}
        self.members = dict(zip(PEOPLE, members, strict=True))
        self.texts: dict[str, Text] = {}
        self.posts: list[str] = []
        self.moments: set[datetime] = set()
        self.seen = 0
        self.left: set[str] = set()
        self.accepted = set(PEOPLE)
        self.guidelines = 0
        self.acknowledged = dict.fromkeys(PEOPLE, 0)
        self.teams: dict[str, Collection[str]] = dict.fromkeys(PEOPLE, ())
        self.row = ONE_OF_THE_CLIENT
        self.join("approver", ("press",))
        self.join("second", ("legal",))

    @property
    def house(self) -> House:
        return self.acme.house

    @property
    def now(self) -> datetime:
        return self.house.clock.now()

    def call(self, who: str, method: str, path: str, body: Any = None) -> Any:
        """The reply, or None where it is refused."""
        given = self.house.call(method, self.acme.path(path), body, key=self.keys[who])
        assert given.status < 500, given.body
        return given.body if given.status < 300 else None

    def a_post(self, number: int) -> Any:
        """One of the latest, mostly."""
        return self.acme.post(self.posts[-1 - number % len(self.posts)])

    @rule(who=WRITERS, later=HOURS, as_is=st.sampled_from((False, False, True)))
    def draft(self, who: str, later: int | None, as_is: bool) -> None:
        self.drafts(who, later, as_is=as_is)

    def drafts(self, who: str, later: int | None, *, as_is: bool = False) -> bool:
        """Whether it is there now."""
        text = f"Text {len(self.texts)}"
        at = self.now + timedelta(hours=later) if later and not as_is else None
        body = {
            "account": self.acme.account,
            "handle": "acme",
            "text": text,
            "function": "community",
            "publish_at": at.isoformat() if at else None,
            "as_is": as_is,
        }
        made = self.call(who, "POST", "/posts", body)
        if made is None:
            return False
        self.moments |= {at} if at else set()
        self.posts.append(made["id"])
        self.texts[text] = Text(made["id"], frozenset({who}), who)
        if as_is:
            assert who == "owner"
            self.texts[text].approvals[who] = Word(self.now, self.teams[who])
            self.texts[text].writers = frozenset()
        return True

    @rule(number=st.integers(0, 2), who=st.sampled_from(("agent", "two", "owner", "editor")), suggested=st.booleans())
    def edit(self, number: int, who: str, suggested: bool) -> None:
        if self.posts:
            before = self.a_post(number)
            text = before["change_request"] and before["change_request"]["text"] if suggested else None
            text = text or f"Text {len(self.texts)}"
            body = {"as_suggested": True} if suggested and before["change_request"] else {"text": text}
            if self.call(who, "PATCH", f"/posts/{before['id']}", body) is not None:
                self.texts[text] = Text(before["id"], self.writers(before["id"]) | {who}, who)

    def writers(self, post: str) -> frozenset[str]:
        texts = [text for text in self.texts.values() if text.post == post]
        return frozenset().union(*(text.writers for text in texts), {text.author for text in texts})

    @rule(
        number=st.integers(0, 2),
        who=st.sampled_from(PEOPLE),
        verdict=st.sampled_from(("approve", "approve", "approve", "withdraw", "request_change")),
    )
    def decide(self, number: int, who: str, verdict: str) -> None:
        if self.posts:
            post = self.a_post(number)
            body = {"verdict": verdict, "content_hash": post["content_hash"], "reason": "So."}
            if verdict == "request_change":
                body["suggestion"] = {"text": f"Text {len(self.texts)} as {who} has it"}
            had_asked = (post["change_request"] or {}).get("by") == self.members[who]
            if self.call(who, "POST", f"/posts/{post['id']}/approvals", body) is not None:
                standing = self.texts[post["text"]].approvals
                if verdict == "approve":
                    standing[who] = Word(self.now, self.teams[who])
                elif verdict == "withdraw" and not had_asked:
                    standing.pop(who, None)

    @rule(who=WRITERS, later=HOURS, by=APPROVERS, row=st.sampled_from(USUAL_ROWS), then=EVENTS)
    def launch(self, who: str, later: int | None, by: Sequence[str], row: dict[str, Any] | None, then: str) -> None:
        """Written, approved by everybody who may, and on its way when something happens."""
        self.all_may_speak()
        if row is not None:
            self.agree(row)
        if self.drafts(who, later):
            self.approved_and_then((*by, *by), then, later)  # whose turn it was not has another

    @rule(who=st.sampled_from(("agent", "owner")), helper=st.sampled_from(("editor", "owner")), then=EVENTS)
    def write_together(self, who: str, helper: str, then: str) -> None:
        """Whoever wrote of it is the first who tries to approve it."""
        self.all_may_speak()
        if self.drafts(who, None):
            self.edit(0, helper, suggested=False)
            self.approved_and_then((who, helper, "approver", "second"), then, None)

    def all_may_speak(self) -> None:
        for who in sorted(self.left.symmetric_difference(PEOPLE)):
            if who not in self.accepted:
                self.introduce_again(who, accepts=True)
            self.acknowledge(who)

    def approved_and_then(self, by: Sequence[str], then: str, later: int | None) -> None:
        for who in by:
            self.decide(0, who, "approve")
        self.happens(then)
        if then == "its author's leaving":
            for who in by:
                self.decide(0, who, "approve")
        self.wait(60 * (later or 1) + 30)

    def happens(self, then: str) -> None:
        """To the latest post."""
        text = self.texts[self.a_post(0)["text"]]
        gone = next(iter(text.approvals), "second")
        match then:
            case "a stricter mandate":
                self.agree({**ONE_OF_THE_CLIENT, "approvals": 2})
            case "teams":
                self.agree({**TEAM_ROW, "approvers": [LEGAL, PRESS]})
            case "guidelines":
                self.set_guidelines(readers=set())
            case "a refusal" if text.author in SIDES["agency"]:
                self.take_back(text.author)
            case "a removal" | "a dismissal":
                self.leave(gone, dismissed=then == "a dismissal")
            case "its author's leaving" if text.author in ("two", "editor"):
                self.leave(text.author, dismissed=bool(len(self.posts) % 2))
            case "a repair":
                self.mend(0)

    @rule(number=st.integers(0, 2))
    def mend(self, number: int) -> None:
        """Somebody with access to the tables changes what is stored. What was approved were other words."""
        if self.posts and (post := self.house.store.post(self.posts[-1 - number % len(self.posts)])):
            text = f"Text {len(self.texts)}, mended"
            if not post.sent and not post.state.value.startswith("cancel"):
                tables = self.house.store._tables["posts"]
                tables[next(key for key, stored in tables.items() if stored == post)] = replace(post, text=text)
                self.texts[text] = Text(post.id, self.writers(post.id), self.texts[post.text].author)

    @rule(number=st.integers(0, 9), who=st.sampled_from(("agent", "owner")))
    def send(self, number: int, who: str) -> None:
        if self.posts:
            self.call(who, "POST", f"/posts/{self.a_post(number)['id']}/publish")

    @rule(row=ROWS)
    def agree(self, row: dict[str, Any]) -> None:
        laid_down = self.call("owner", "PUT", "/mandate", {"rows": {"community": row}})
        if laid_down is not None:  # no mandate asks for a team in which nobody is
            if laid_down["proposal"] is not None:
                sha256 = laid_down["proposal"]["sha256"]
                assert self.call("administrator", "POST", "/mandate/signatures", {"sha256": sha256}) is not None
            self.row = row

    @rule(who=st.sampled_from(("approver", "second")), teams=TEAMS)
    def join(self, who: str, teams: Collection[str]) -> None:
        if self.call("owner", "PATCH", f"/members/{self.members[who]}", {"teams": teams}) is not None:
            self.teams[who] = teams

    @rule(readers=st.sets(st.sampled_from(PEOPLE)))
    def set_guidelines(self, readers: set[str]) -> None:
        """Harmless ones; but they are to be read."""
        body = {"hashtags": {"most": 5 + self.guidelines}}
        assert self.call("owner", "PUT", "/guidelines", body) is not None
        self.guidelines += 1
        for who in sorted(readers):
            self.acknowledge(who)

    @rule(who=st.sampled_from(PEOPLE))
    def acknowledge(self, who: str) -> None:
        path = f"/roster/{self.members[who]}/acknowledgement"
        if self.guidelines and self.call(who, "POST", path, {"version": self.guidelines}) is not None:
            self.acknowledged[who] = self.guidelines

    @rule(who=st.sampled_from(SIDES["agency"]))
    def take_back(self, who: str) -> None:
        """The client does not have them speak any more; their agency may introduce them again."""
        body = {"verdict": "refuse", "reason": "not now"}
        if self.call("owner", "POST", f"/roster/{self.members[who]}/acceptance", body) is not None:
            self.accepted.discard(who)

    @rule(who=st.sampled_from(SIDES["agency"]), accepts=st.sampled_from((True, True, False)))
    def introduce_again(self, who: str, accepts: bool) -> None:
        self.call("administrator", "POST", "/roster", {"member": self.members[who]})
        path = f"/roster/{self.members[who]}/acceptance"
        if accepts and self.call("owner", "POST", path, {"verdict": "accept"}) is not None:
            self.accepted.add(who)

    @rule(who=st.sampled_from(("two", "editor", "approver", "second")), dismissed=st.booleans())
    def leave(self, who: str, dismissed: bool) -> None:
        """Not everybody: somebody has to go on working."""
        if who != "owner" and len(self.left - {who}) < 2:
            path, by = self.members[who], "administrator" if who in SIDES["agency"] else "owner"
            if dismissed:
                gone = self.call("owner", "POST", f"/roster/{path}/dismissal", {"reason": "So."})
            else:
                gone = self.call(by, "DELETE", f"/members/{path}")
            self.left |= {who} if gone is not None else set()

    @rule(minutes=st.sampled_from((1, 150, 150, 15 * 24 * 60, 31 * 24 * 60)))
    def wait(self, minutes: int) -> None:
        """Ticks come each minute; those alone are run in which something is due."""
        until = self.now + minutes * MINUTE
        due = {moment for moment in self.moments if self.now < moment <= until}
        for at in sorted({self.now, until} | {moment - early for moment in due for early in (MINUTE, AT_ONCE)}):
            self.house.clock.sleep(max(0.0, (at - self.now).total_seconds()))
            self.deliver()

    def deliver(self) -> None:
        """A tick, after those in which nothing was due."""
        store = self.house.store
        mark = store.get(Mark, DEPLOYMENT, "tick")
        if mark is not None and mark.until < self.now - MINUTE:
            store.commit(replace(mark, until=self.now - MINUTE, version=mark.version + 1))
        self.house.tick()
        self.house.deliver()
        live = self.house.network.live()
        for status in live[self.seen :]:
            self.hold(status.text)
        self.seen = len(live)

    def hold(self, text: str) -> None:
        """To what was said of it, by who is still here."""
        said = self.texts[text]
        assert said.author in self.accepted - self.left, (text, said)
        assert self.guidelines in (0, self.acknowledged[said.author]), (text, said, self.acknowledged)
        standing = {who: word for who, word in said.approvals.items() if self.now - word.at < LASTS + 11 * MINUTE}
        assert not standing.keys() & said.writers, (text, said)
        asked = self.row["approve"]
        may = {who for side, people in SIDES.items() if asked in (side, "either") for who in people} - self.left
        needed, approvers = self.row["approvals"], self.row["approvers"]
        author = "agency" if said.author in SIDES["agency"] else "client"
        if self.row["create"] not in (author, "either"):
            may, needed, approvers = set(SIDES["client"]) - self.left, max(1, needed), []
        words = [word for who, word in standing.items() if who in may]
        assert len(words) >= needed, (text, said, self.row)
        assert any(_of_each_team(turn, approvers) for turn in self._turns(words, len(approvers))), (
            text,
            said,
            self.row,
        )

    def _turns(self, words: list[Word], size: int) -> Iterator[tuple[Word, ...]]:
        """In which the approvals can be what is asked for: one after another as they came, or any."""
        for turn in permutations(range(len(words)), size):
            if not self.row.get("in_order") or list(turn) == sorted(turn):
                yield tuple(words[place] for place in turn)


def _of_each_team(turn: Sequence[Word], approvers: Sequence[dict[str, str]]) -> bool:
    return all(approver["team"] in word.teams for word, approver in zip(turn, approvers, strict=True))


Approvals.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
test_no_sequence_lets_out_what_was_not_approved_by_whom_the_mandate_in_force_asks = Approvals.TestCase
