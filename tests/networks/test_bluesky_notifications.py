"""Notifications, followers and how posts did, from a stand-in for the AppView that is written from its lexicons.

Sources: https://github.com/bluesky-social/atproto, ``lexicons/app/bsky/notification/listNotifications.json``,
``lexicons/app/bsky/graph/getFollowers.json`` and ``lexicons/app/bsky/actor/getProfiles.json``
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from atproto import Client

from shared.domain.accounts import Account, AccountKind
from shared.domain.engagement import Engagement
from shared.networks import Connection, CredentialsError, Follower, Posted, RefusedError
from shared.networks.bluesky import connect, notifications, people
from shared.networks.bluesky.records import frozen
from shared.networks.shelf import EmptyShelf
from tests.networks.faulty import Asked, Deed, FaultyServer, Manner, Said, serving

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
CID = "bafyreigjpby4675gz5257j3b7tzdqpuqbklsqb36acdgtbvqhnvdqk2ntu"
ACME = "did:plc:acmeacmeacmeacmeacmeacme"


def did(number: int) -> str:
    return f"did:plc:member{number:018d}"


def post_uri(number: int) -> str:
    return f"at://{ACME}/app.bsky.feed.post/3n3542vg{number:05d}"


@dataclass
class AppView:
    """Reached through the account's server, as Bluesky's own is."""

    told: list[dict[str, Any]] = field(default_factory=list)
    """Newest first."""
    profiles: list[dict[str, Any]] = field(default_factory=list)
    followers: int = 0
    forgets_pages: bool = False
    likes: dict[str, int] = field(default_factory=dict)
    """Of the posts that stand, by URI."""

    def tells(self, number: int, reason: str = "mention", *, at: datetime | None = None, **record: Any) -> str:
        uri = f"at://{did(number % 7)}/app.bsky.feed.post/3n3542vg{number:05d}"
        content = {"$type": "app.bsky.feed.post", "text": f"Number {number}", "createdAt": "2026-11-25T11:00:00Z"}
        at = at or NOON + timedelta(seconds=number)
        self.told.append(
            {
                "uri": uri,
                "cid": CID,
                "author": {"did": did(number % 7), "handle": f"member-{number % 7}.test"},
                "reason": reason,
                "record": {**content, **record},
                "isRead": False,
                "indexedAt": frozen(at),
            }
        )
        self.told.sort(key=lambda one: str(one["indexedAt"]), reverse=True)
        return uri

    def answer(self, asked: Asked) -> Said:
        if asked.headers.get("authorization") != "Bearer right":
            return Said(400, b'{"error": "ExpiredToken", "message": "Token has expired"}')
        query = parse_qs(asked.query)
        method = asked.path.removeprefix("/xrpc/")
        return (
            Said(200, json.dumps(self._answers(method, query)).encode())
            if self._knows(query)
            else Said(400, b'{"error": "InvalidRequest", "message": "Malformed cursor"}')
        )

    def _knows(self, query: dict[str, list[str]]) -> bool:
        return not (self.forgets_pages and "cursor" in query)

    def _answers(self, method: str, query: dict[str, list[str]]) -> dict[str, Any]:
        if method == "app.bsky.notification.listNotifications":
            wanted = [one for one in self.told if one["reason"] in query["reasons"]]
            return self._page("notifications", wanted, query)
        if method == "app.bsky.graph.getFollowers":
            assert query["actor"] == [ACME]
            return {**self._page("followers", self.profiles, query), "subject": {"did": ACME, "handle": "acme.test"}}
        if method == "app.bsky.actor.getProfile":
            return {"did": ACME, "handle": "acme.test", "followersCount": self.followers}
        if method == "app.bsky.feed.getPosts":
            assert len(query["uris"]) <= 25
            return {"posts": [self._counted(uri) for uri in query["uris"] if uri in self.likes]}
        assert method == "app.bsky.actor.getProfiles"
        actors = query["actors"]
        assert len(actors) <= 25
        numbers = {"followersCount": 3, "followsCount": 2_000, "postsCount": 0}
        return {"profiles": [{**one, **numbers} for one in self.profiles if one["did"] in actors]}

    def _counted(self, uri: str) -> dict[str, Any]:
        record = {"$type": "app.bsky.feed.post", "text": "Hello", "createdAt": "2026-11-25T11:00:00Z"}
        counts = {"likeCount": self.likes[uri], "replyCount": 2, "repostCount": 1, "quoteCount": 0}
        author = {"did": ACME, "handle": "acme.test"}
        return {"uri": uri, "cid": CID, "author": author, "record": record, "indexedAt": frozen(NOON), **counts}

    def _page(self, name: str, found: list[dict[str, Any]], query: dict[str, list[str]]) -> dict[str, Any]:
        start, limit = int(query.get("cursor", ["0"])[0]), int(query.get("limit", ["50"])[0])
        assert 1 <= limit <= 100
        end = start + limit
        page: dict[str, Any] = {name: found[start:end]}
        return {**page, "cursor": str(end)} if end < len(found) else page


class _Plain(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@pytest.fixture
def view() -> AppView:
    return AppView()


@pytest.fixture
def server(view: AppView) -> Iterator[FaultyServer]:
    with serving(view.answer, _Plain(), lambda: datetime.now(UTC)) as server:
        yield server


@pytest.fixture
def line(server: FaultyServer) -> Connection:
    return line_to(server)


def line_to(server: FaultyServer, token: str = "right") -> Connection:
    account = Account(
        id="acc_1",
        client="acme",
        network="bluesky",
        handle="acme.test",
        kind=AccountKind.BRAND,
        base_url=server.url,
        owner=None,
        created_at=NOON,
    )
    return connect(account, {"access_token": token, "did": ACME}, EmptyShelf())


def test_another_reader_understands_the_stand_in(view: AppView, server: FaultyServer) -> None:
    view.tells(1)
    view.profiles = [{"did": did(1), "handle": "member-1.test", "createdAt": "2026-01-01T00:00:00Z"}]
    reader = Client(base_url=server.url + "/xrpc")
    reader.request.set_additional_headers({"Authorization": "Bearer right"})
    told = reader.app.bsky.notification.list_notifications({"reasons": ["mention"]})
    assert [one.reason for one in told.notifications] == ["mention"]
    assert [one.handle for one in reader.app.bsky.graph.get_followers({"actor": ACME}).followers] == ["member-1.test"]
    view.likes = {post_uri(1): 3}
    assert [one.like_count for one in reader.app.bsky.feed.get_posts({"uris": [post_uri(1)]}).posts] == [3]
    assert reader.app.bsky.actor.get_profiles({"actors": [did(1)]}).profiles[0].posts_count == 0


def test_what_is_new_is_heard_once_and_oldest_first(view: AppView, line: Connection) -> None:
    view.tells(1)
    heard = line.mentions("")
    assert heard.reports == ()
    second, third = view.tells(2), view.tells(3, "quote")
    view.tells(4, "like")
    heard = line.mentions(heard.cursor)
    assert [report.external_id for report in heard.reports] == [second, third]
    assert not heard.more
    assert line.mentions(heard.cursor).reports == ()


def test_a_reply_says_who_wrote_it_when_and_what_it_answers(view: AppView, line: Connection) -> None:
    cursor = line.mentions("").cursor
    ours = {"uri": f"at://{ACME}/app.bsky.feed.post/3n3542vga622r", "cid": CID}
    uri = view.tells(1, "reply", reply={"root": ours, "parent": ours})
    (report,) = line.mentions(cursor).reports
    assert (report.network, report.external_id, report.author) == ("bluesky", uri, "member-1.test")
    assert report.in_reply_to == ours["uri"]
    assert report.text == "Number 1"
    assert report.posted_at == datetime(2026, 11, 25, 11, tzinfo=UTC)
    assert report.url == f"https://bsky.app/profile/{did(1)}/post/3n3542vg00001"


def test_two_of_the_same_moment_and_one_a_little_late_are_heard(view: AppView, line: Connection) -> None:
    cursor = line.mentions("").cursor
    first = view.tells(1, at=NOON)
    heard = line.mentions(cursor)
    same, late = view.tells(2, at=NOON), view.tells(3, at=NOON - timedelta(minutes=2))
    after = line.mentions(heard.cursor)
    assert {report.external_id for report in after.reports} == {same, late}
    assert first not in {report.external_id for report in after.reports}
    assert line.mentions(after.cursor).reports == ()


def test_more_than_one_call_can_read_is_heard_in_the_next(
    view: AppView, line: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifications, "PAGE", 3)
    monkeypatch.setattr(notifications, "MOST_PAGES", 2)
    monkeypatch.setattr(notifications, "OVERLAP", timedelta(0))
    cursor = line.mentions("").cursor
    told = [view.tells(number) for number in range(14)]
    found = []
    heard = line.mentions(cursor)
    assert heard.more
    while True:
        found += [report.external_id for report in heard.reports]
        if not heard.more:
            break
        heard = line.mentions(heard.cursor)
    assert sorted(found) == sorted(told)
    assert line.mentions(heard.cursor).reports == ()
    last = view.tells(15)
    assert [report.external_id for report in line.mentions(heard.cursor).reports] == [last]


def test_a_look_whose_place_is_forgotten_begins_anew(
    view: AppView, line: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifications, "PAGE", 3)
    monkeypatch.setattr(notifications, "MOST_PAGES", 1)
    cursor = line.mentions("").cursor
    told = [view.tells(number) for number in range(5)]
    begun = line.mentions(cursor)
    assert begun.more
    view.forgets_pages = True
    monkeypatch.setattr(notifications, "PAGE", 100)
    assert {report.external_id for report in line.mentions(begun.cursor).reports} == set(told)


def test_a_cursor_that_is_none_of_ours_hears_all_there_is(view: AppView, line: Connection) -> None:
    told = [view.tells(number) for number in range(3)]
    assert [report.external_id for report in line.mentions("3n3542vg").reports] == told


def test_a_busy_account_has_a_cursor_that_can_be_kept(view: AppView, line: Connection) -> None:
    cursor = line.mentions("").cursor
    for number in range(700):
        view.tells(number, at=NOON + timedelta(milliseconds=number))
    heard = line.mentions(cursor)
    heard = line.mentions(heard.cursor) if heard.more else heard
    assert len(heard.cursor) < 8_000


def test_a_session_that_ran_out_is_told_apart(server: FaultyServer) -> None:
    with pytest.raises(CredentialsError):
        line_to(server, "wrong").mentions("")
    with pytest.raises(CredentialsError):
        line_to(server, "wrong").followers(1)


def test_a_refusal_of_the_first_page_is_one(view: AppView, line: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_knows", lambda _: False)
    with pytest.raises(RefusedError):
        line.mentions("{}")


def test_followers_are_sampled_with_their_numbers(view: AppView, line: Connection) -> None:
    view.followers = 4_321
    view.profiles = [
        {
            "did": did(number),
            "handle": f"member-{number}.test",
            "createdAt": "2026-01-01T00:00:00Z",
            "description": "Reads.",
            **({"avatar": "https://cdn.example/1.jpg"} if number == 0 else {}),
        }
        for number in range(130)
    ]
    followers = line.followers(120)
    assert followers.total == 4_321
    assert len(followers.sample) == 120
    assert followers.sample[0] == Follower(
        external_id=did(0),
        handle="member-0.test",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        followers=3,
        following=2_000,
        posts=0,
        has_picture=True,
        description="Reads.",
    )
    assert followers.sample[1].has_picture is False
    assert len(line.followers(1_000).sample) == 130
    assert people.PAGE == 100


def test_an_account_without_followers_has_none(line: Connection) -> None:
    assert line.followers(10).sample == ()
    assert line.followers(0).sample == ()


def test_how_posts_did_is_asked_of_twenty_five_at_once_and_what_is_gone_is_left_out(
    view: AppView, server: FaultyServer, line: Connection
) -> None:
    view.likes = {post_uri(number): number for number in range(24)}
    asked = [Posted(external_id=post_uri(number)) for number in range(25)]
    found = line.engagement(asked)
    assert set(found) == set(view.likes)
    assert found[post_uri(7)] == Engagement(likes=7, replies=2, reposts=1, quotes=0)
    assert len(server.asked) == 1
