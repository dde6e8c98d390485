"""Introductions, acceptances, guidelines and dismissals in any order: whoever may not speak is not scheduled."""

from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from shared.domain.posts import Post, PostState
from tests.house import Brand, House, brand, person

MOST_WRITERS = 5
DELEGATED, APPROVED = "announcement", "community"


@dataclass
class Writer:
    """As their people know them."""

    key: str
    introduced: bool = False
    accepted: bool = False
    here: bool = True
    """Whether the place on the roster is for the account of the posts, and not for another one alone."""
    acknowledged: int = 0
    dismissed: bool = False


class Roster(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.acme: Brand = brand(self.house)
        self.acme.agree({DELEGATED: {"approvals": 0, "create": "either", "approve": "either", "post": "either"}})
        account = {
            "network": "mastodon",
            "handle": "acme_help",
            "base_url": "https://social.example",
            "credentials": {"access_token": "not-a-real-token"},
        }
        self.other = self.house.ok("POST", self.acme.path("/accounts"), account, key=self.acme.owner_key)["id"]
        self.writers: dict[str, Writer] = {}
        self.guidelines = 0
        self.posts: list[str] = []
        self.joins()
        self.house.store.commits.clear()

    def asked(self, method: str, path: str, body: Any, key: str) -> Any:
        """What was answered, or None when it was refused, as it may be."""
        given = self.house.call(method, self.acme.path(path), body, key=key)
        assert given.status < 500, given.body
        return given.body if given.status in (200, 201) else None

    def one(self, number: int) -> tuple[str, Writer]:
        return list(self.writers.items())[number % len(self.writers)]

    @precondition(lambda self: len(self.writers) < MOST_WRITERS)
    @rule()
    def joins(self) -> None:
        member, key = person(self.acme, "Writer", self.house.agency_key, ["read", "recommend", "publish"])
        self.writers[member] = Writer(key)

    @rule(number=st.integers(0, 9), where=st.sampled_from(["all", "here", "elsewhere"]))
    def introduced(self, number: int, where: str) -> None:
        member, writer = self.one(number)
        accounts = {"all": [], "here": [self.acme.account], "elsewhere": [self.other]}[where]
        place = self.asked("POST", "/roster", {"member": member, "accounts": accounts}, self.house.agency_key)
        assert (place is None) == writer.dismissed
        if place is not None:
            writer.introduced, writer.here = True, where != "elsewhere"
            writer.accepted = writer.accepted and place["accepted"]

    @rule(number=st.integers(0, 9), verdict=st.sampled_from(["accept", "accept", "refuse"]))
    def answered(self, number: int, verdict: str) -> None:
        member, writer = self.one(number)
        body = {"verdict": verdict, "reason": "so"}
        if self.asked("POST", f"/roster/{member}/acceptance", body, self.acme.approver_key) is not None:
            assert writer.introduced
            writer.accepted = verdict == "accept"

    @rule(number=st.integers(0, 9), behind=st.sampled_from([0, 0, 1]))
    def reads(self, number: int, behind: int) -> None:
        member, writer = self.one(number)
        version = self.guidelines - behind
        path = f"/roster/{member}/acknowledgement"
        if self.asked("POST", path, {"version": version}, writer.key) is not None:
            assert not behind
            writer.acknowledged = version

    @rule()
    def guidelines_change(self) -> None:
        body = {"hashtags": {"most": 3}}
        self.guidelines = self.asked("PUT", "/guidelines", body, self.acme.owner_key)["version"]

    @rule(number=st.integers(0, 9), by_client=st.booleans())
    def dismissed(self, number: int, by_client: bool) -> None:
        member, writer = self.one(number)
        key = self.acme.owner_key if by_client else self.house.agency_key
        given = self.asked("POST", f"/roster/{member}/dismissal", {"reason": "so"}, key)
        assert given["left"] == 0
        writer.dismissed = True

    @rule(number=st.integers(0, 9), function=st.sampled_from([DELEGATED, APPROVED]), on_call=st.booleans())
    def drafts(self, number: int, function: str, on_call: bool) -> None:
        draft = {"account": self.acme.account, "handle": "acme", "text": "Hello", "function": function}
        made = self.asked("POST", "/posts", draft | {"on_call": on_call}, self.one(number)[1].key)
        if made is not None:
            self.posts.append(made["id"])

    @precondition(lambda self: self.posts)
    @rule(number=st.integers(0, 9), post=st.integers(0, 9))
    def takes_over(self, number: int, post: int) -> None:
        path = f"/posts/{self.posts[post % len(self.posts)]}"
        self.asked("PATCH", path, {}, self.one(number)[1].key)

    @precondition(lambda self: self.posts)
    @rule(post=st.integers(0, 9), second=st.booleans())
    def approves(self, post: int, second: bool) -> None:
        id_ = self.posts[post % len(self.posts)]
        body = {"verdict": "approve", "content_hash": self.acme.post(id_)["content_hash"]}
        key = self.acme.second_key if second else self.acme.approver_key
        self.asked("POST", f"/posts/{id_}/approvals", body, key)

    @precondition(lambda self: self.posts)
    @rule(number=st.integers(0, 9), post=st.integers(0, 9))
    def calls_for(self, number: int, post: int) -> None:
        self.asked("POST", f"/posts/{self.posts[post % len(self.posts)]}/publish", None, self.one(number)[1].key)

    @invariant()
    def who_is_scheduled_may_speak(self) -> None:
        written = [record for commit in self.house.store.commits for record in commit if isinstance(record, Post)]
        self.house.store.commits.clear()
        for post in written:
            if post.state is PostState.SCHEDULED:
                writer = self.writers[post.author]
                assert writer.accepted
                assert writer.here
                assert not writer.dismissed
                assert self.guidelines in (0, writer.acknowledged)

    @invariant()
    def nothing_of_who_was_dismissed_stays_scheduled(self) -> None:
        for state in (PostState.SCHEDULED, PostState.APPROVED):
            for post in self.house.store.posts("acme", state):
                assert not self.writers[post.author].dismissed


def test_nobody_is_scheduled_who_may_not_speak() -> None:
    run_state_machine_as_test(
        Roster,
        settings=settings(
            max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
