"""Whatever people do in whatever order: no text goes out that the mandate in force does not let out."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.house import House, brand, person

LASTS = timedelta(days=30)
PEOPLE = ("agent", "editor", "owner", "approver", "second")


@dataclass
class Text:
    """One wording of one post: what people said of it, by their own words and not the product's."""

    post: str
    writers: frozenset[str]
    author: str
    approvals: dict[str, datetime] = field(default_factory=dict)


class Approvals(RuleBasedStateMachine):
    """Keeps its own account of who said what, and holds each text that goes out to it."""

    @initialize()
    def begin(self) -> None:
        house = House()
        acme = self.acme = brand(house)
        editor, key = person(acme, "Editor", house.agency_key, ["read", "recommend", "approve"])
        self.keys = {
            "agent": acme.agent_key,
            "editor": key,
            "owner": acme.owner_key,
            "approver": acme.approver_key,
            "second": acme.second_key,
        }
        self.members = {
            "agent": acme.agent,
            "editor": editor,
            "owner": acme.owner,
            "approver": acme.approver,
            "second": acme.second,
        }
        self.texts: dict[str, Text] = {}
        self.posts: list[str] = []
        self.seen = 0
        self.left: set[str] = set()
        self.row: dict[str, Any] = {"approvals": 1, "approve": "client", "create": "either"}

    @property
    def house(self) -> House:
        return self.acme.house

    def call(self, who: str, method: str, path: str, body: Any = None) -> Any:
        """The reply, or None where it is refused."""
        given = self.house.call(method, self.acme.path(path), body, key=self.keys[who])
        assert given.status < 500, given.body
        return given.body if given.status < 300 else None

    def a_post(self, number: int) -> Any:
        """One of the latest, mostly."""
        return self.acme.post(self.posts[-1 - number % len(self.posts)])

    @rule(
        who=st.sampled_from(("agent", "owner")),
        later=st.sampled_from((None, 2, 2, 31 * 24)),
        as_is=st.sampled_from((False, False, True)),
    )
    def draft(self, who: str, later: int | None, as_is: bool) -> None:
        text = f"Text {len(self.texts)}"
        at = (self.house.clock.now() + timedelta(hours=later)).isoformat() if later and not as_is else None
        body = {
            "account": self.acme.account,
            "handle": "acme",
            "text": text,
            "function": "community",
            "publish_at": at,
            "as_is": as_is,
        }
        made = self.call(who, "POST", "/posts", body)
        if made is not None:
            self.posts.append(made["id"])
            self.texts[text] = Text(made["id"], frozenset({who}), who)
            if as_is:
                assert who == "owner"
                self.texts[text].approvals[who] = self.house.clock.now()
                self.texts[text].writers = frozenset()

    @rule(number=st.integers(0, 2), who=st.sampled_from(("agent", "owner", "editor")), suggested=st.booleans())
    def edit(self, number: int, who: str, suggested: bool) -> None:
        if self.posts:
            before = self.a_post(number)
            text = before["change_request"] and before["change_request"]["text"] if suggested else None
            text = text or f"Text {len(self.texts)}"
            body = {"as_suggested": True} if suggested and before["change_request"] else {"text": text}
            if self.call(who, "PATCH", f"/posts/{before['id']}", body) is not None:
                earlier = {one for text in self.texts.values() if text.post == before["id"] for one in text.writers}
                asked = {text.author for text in self.texts.values() if text.post == before["id"]}
                self.texts[text] = Text(before["id"], frozenset({*earlier, *asked, who}), who)

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
                    standing[who] = self.house.clock.now()
                elif verdict == "withdraw" and not had_asked:
                    del standing[who]

    @rule(number=st.integers(0, 9), who=st.sampled_from(("agent", "owner")))
    def send(self, number: int, who: str) -> None:
        if self.posts:
            self.call(who, "POST", f"/posts/{self.a_post(number)['id']}/publish")

    @rule(
        approvals=st.integers(0, 2),
        approve=st.sampled_from(("client", "agency", "either")),
        create=st.sampled_from(("either", "client", "agency")),
    )
    def agree(self, approvals: int, approve: str, create: str) -> None:
        row = {"approvals": approvals, "approve": approve, "create": create}
        self.acme.agree({"community": row})
        self.row = row

    @rule(who=st.sampled_from(("editor", "approver", "second")))
    def leave(self, who: str) -> None:
        admin = self.house.agency_key if who == "editor" else self.acme.owner_key
        path = self.acme.path(f"/members/{self.members[who]}")
        if self.house.call("DELETE", path, key=admin).status == 200:
            self.left.add(who)

    @rule(minutes=st.sampled_from((1, 150, 150, 15 * 24 * 60)))
    def wait(self, minutes: int) -> None:
        """Ticks come each minute; those alone are run in which something is due."""
        until = self.house.clock.now() + timedelta(minutes=minutes)
        while self.house.clock.now() < until:
            self.deliver()
            step = timedelta(minutes=1 if minutes <= 150 else 720)
            self.house.clock.sleep(min(step, until - self.house.clock.now()).total_seconds())
        self.deliver()

    def deliver(self) -> None:
        self.house.tick()
        self.house.deliver()

    @invariant()
    def nothing_is_out_that_was_not_let_out(self) -> None:
        live = self.house.network.live() if hasattr(self, "texts") else []
        for status in live[self.seen :]:
            self.hold(status.text)
        self.seen = len(live)

    def hold(self, text: str) -> None:
        """To what was said of it, by who is still here."""
        said, now = self.texts[text], self.house.clock.now()
        sides = {"agency": {"agent", "editor"}, "client": {"owner", "approver", "second"}}
        may = set().union(*(people for side, people in sides.items() if self.row["approve"] in (side, "either")))
        needed = self.row["approvals"]
        author = "agency" if said.author in sides["agency"] else "client"
        if self.row["create"] not in (author, "either"):
            may, needed = sides["client"], max(1, needed)
        standing = {who for who, at in said.approvals.items() if now - at < LASTS + timedelta(minutes=11)}
        assert len(standing & may - self.left) >= needed, (text, said, self.row)
        assert not standing & said.writers, (text, said)


Approvals.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
test_no_sequence_lets_out_what_was_not_approved_by_whom_the_mandate_in_force_asks = Approvals.TestCase
