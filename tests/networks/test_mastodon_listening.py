"""What is said to an account on Mastodon is heard once, in order, as it reads, whichever server speaks its API."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.sandbox.server import SandboxServer, running
from shared.domain.listening.mentions import Report, Retraction
from shared.domain.markup import written
from shared.networks import Heard
from shared.networks.mastodon.connection import MastodonConnection
from shared.networks.mastodon.entities import LONGEST_TEXT, Page
from shared.networks.mastodon.listening import KEPT, MOST_PAGES, PAGE, followers, mentions

T = TypeVar("T")
ODD = {"id": "s1", "created_at": "2026-05-01T10:00:00Z", "content": "odd", "account": {"id": "7", "acct": "customer"}}
BEGAN = datetime(2026, 5, 1, 10, tzinfo=UTC)


@dataclass
class Server:
    """Notifications as a server keeps them, oldest first. ``newest_first``: whose pages begin with the newest.

    Where they do, a bound from above is known only when it is one of its own.
    """

    newest_first: bool
    notes: list[dict[str, Any]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    calls: int = 0
    looks: int = 0
    first: int = 1000

    def says(self, text: str = "Hello", *, at: datetime | None = None, **status: Any) -> str:
        """A mention; the id of its status."""
        number = self.first + len(self.notes)
        made = (at or BEGAN + timedelta(seconds=len(self.notes))).isoformat()
        author = {"id": "7", "acct": "customer", "url": "https://social.example/@customer", "followers_count": 3}
        entity = {
            "id": f"s{number}",
            "created_at": made,
            "content": f"<p>{text}</p>",
            "url": f"https://social.example/@customer/s{number}",
            "account": author,
            "visibility": "public",
            **status,
        }
        self.notes.append({"id": str(number), "type": "mention", "created_at": made, "status": entity})
        return str(entity["id"])

    def asked(self, kind: type[T], read: str, *given: Any, **named: Any) -> Page[T]:
        assert (read, given, named.pop("types")) == ("notifications", (), ["mention"])
        self.calls += 1
        return Page(msgspec.convert(self._page(**named), list[kind]), None)  # type: ignore[valid-type]

    def _page(self, limit: int, min_id: str = "", max_id: str = "") -> Sequence[dict[str, Any]]:
        ids = [note["id"] for note in self.notes]
        if self.newest_first and max_id and max_id not in ids:
            return []
        above = [note for note in self.notes if not min_id or int(note["id"]) > int(min_id)]
        found = [note for note in above if not max_id or int(note["id"]) < int(max_id)]
        page = found[:limit] if min_id and not self.newest_first else found[-limit:]
        return page[::-1]

    def visible(self, status: str) -> bool:
        self.looks += 1
        return status not in self.gone

    def deletes(self, status: str) -> None:
        self.gone.add(status)
        self.notes = [note for note in self.notes if note["status"]["id"] != status]

    def hears(self, cursor: str) -> Heard:
        return mentions(cursor, self.asked, self.visible)

    def all_heard(self, cursor: str) -> tuple[list[Report], str]:
        """Until there is no more."""
        reports: list[Report] = []
        while True:
            heard = self.hears(cursor)
            reports += heard.reports
            cursor = heard.cursor
            if not heard.more:
                return reports, cursor


@pytest.fixture(params=[False, True], ids=["as Mastodon", "as snac2"])
def server(request: pytest.FixtureRequest) -> Server:
    return Server(newest_first=request.param)


def texts(heard: Heard) -> list[str]:
    return [report.text for report in heard.reports]


def test_it_begins_with_now(server: Server) -> None:
    server.says("Long ago")
    began = server.hears("")
    assert began.reports == ()
    server.says("Now")
    assert texts(server.hears(began.cursor)) == ["Now"]


def test_it_begins_where_nothing_was_ever_said(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("Now")
    assert texts(server.hears(cursor)) == ["Now"]


def test_a_mention_is_reported_with_all_that_the_server_tells(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("Is it <b>open</b>?", in_reply_to_id="77")
    (report,) = server.hears(cursor).reports
    assert report == Report(
        network="mastodon",
        external_id="s1000",
        author="customer@social.example",
        text="Is it open?",
        url="https://social.example/@customer/s1000",
        posted_at=BEGAN,
        followers=3,
        in_reply_to="77",
    )


def test_what_was_heard_is_not_heard_again_and_costs_one_call(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("One")
    heard = server.hears(cursor)
    server.calls = 0
    again = server.hears(heard.cursor)
    assert (again.reports, again.retractions, again.more, again.cursor) == ((), (), False, heard.cursor)
    assert (server.calls, server.looks) == (1, 0)


@pytest.mark.parametrize("said", [1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 5 * PAGE + 7])
def test_everything_is_heard_once_and_the_oldest_first_however_much_it_is(server: Server, said: int) -> None:
    for number in range(30):
        server.says(f"before {number}")
    cursor = server.hears("").cursor
    for number in range(said):
        server.says(f"number {number}")
    reports, cursor = server.all_heard(cursor)
    assert [report.text for report in reports] == [f"number {number}" for number in range(said)]
    server.says("and then")
    assert texts(server.hears(cursor)) == ["and then"]


@given(
    newest_first=st.booleans(),
    runs=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["heard", "cut short", "not asked"])), max_size=6),
)
def test_whatever_is_said_and_whenever_a_run_is_cut_short_each_message_is_heard_once_and_in_order(
    newest_first: bool, runs: list[tuple[int, str]]
) -> None:
    server = Server(newest_first=newest_first)
    cursor, heard = server.hears("").cursor, []
    for said, run in [*runs, (1, "heard"), (0, "heard")]:
        for _ in range(said):
            server.says()
        if run == "heard":
            reports, cursor = server.all_heard(cursor)
            heard += [report.external_id for report in reports]
        elif run == "cut short":
            server.hears(cursor)
    assert heard == [note["status"]["id"] for note in server.notes]


def test_of_a_flood_that_cannot_be_asked_for_from_its_beginning_the_newest_are_heard() -> None:
    server = Server(newest_first=True)
    cursor = server.hears("").cursor
    for number in range(MOST_PAGES * PAGE + 5):
        server.says(f"number {number}")
    reports, cursor = server.all_heard(cursor)
    assert [report.text for report in reports] == [f"number {number}" for number in range(5, MOST_PAGES * PAGE + 5)]
    assert server.hears(cursor).reports == ()


def test_a_mention_that_shows_after_a_later_one_is_heard(server: Server) -> None:
    server.says("first")
    cursor = server.hears("").cursor
    late = server.says("late")
    server.says("early")
    (note,) = (note for note in server.notes if note["status"]["id"] == late)
    server.notes.remove(note)
    heard = server.hears(cursor)
    assert texts(heard) == ["early"]
    server.notes.insert(1, note)
    heard = server.hears(heard.cursor)
    assert texts(heard) == ["late"]
    assert server.hears(heard.cursor).reports == ()


def test_a_change_is_reported_as_of_the_message_that_was_heard(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("Helo")
    cursor = server.hears(cursor).cursor
    at = BEGAN + timedelta(hours=1)
    # A server may give a status another id when its text changes.
    server.notes[0]["status"] |= {"content": "<p>Hello</p>", "edited_at": at.isoformat(), "id": "s1000b"}
    heard = server.hears(cursor)
    (report,) = heard.reports
    assert (report.external_id, report.text, report.edited_at) == ("s1000", "Hello", at)
    assert server.hears(heard.cursor).reports == ()
    server.notes[0]["status"] |= {"content": "<p>Hullo</p>", "edited_at": (at + timedelta(hours=1)).isoformat()}
    (report,) = server.hears(heard.cursor).reports
    assert (report.external_id, report.text) == ("s1000", "Hullo")


def test_a_message_that_its_author_took_back_is_retracted_once(server: Server) -> None:
    cursor = server.hears("").cursor
    kept, regretted = server.says("One"), server.says("Two")
    cursor = server.hears(cursor).cursor
    server.deletes(regretted)
    heard = server.hears(cursor)
    assert heard.retractions == (Retraction(network="mastodon", external_id=regretted),)
    assert server.hears(heard.cursor).retractions == ()
    server.deletes(kept)
    assert [one.external_id for one in server.hears(heard.cursor).retractions] == [kept]


def test_a_notification_that_a_person_cleared_away_retracts_nothing(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("One")
    cursor = server.hears(cursor).cursor
    server.notes.clear()
    heard = server.hears(cursor)
    assert (heard.reports, heard.retractions) == ((), ())
    server.looks, server.first = 0, 2000
    assert server.hears(heard.cursor).retractions == ()
    assert server.looks == 0
    server.says("Two")
    assert texts(server.hears(heard.cursor)) == ["Two"]


def test_nothing_is_taken_for_gone_because_a_page_is_full(server: Server) -> None:
    cursor = server.hears("").cursor
    for _ in range(KEPT):
        server.says()
    cursor = server.hears(cursor).cursor
    for _ in range(2 * PAGE):
        server.says()
    while True:
        heard = server.hears(cursor)
        assert heard.retractions == ()
        cursor = heard.cursor
        if not heard.more:
            break
    assert server.looks == 0


def test_a_cursor_does_not_grow_for_ever(server: Server) -> None:
    cursor = server.hears("").cursor
    for _ in range(3):
        for _ in range(PAGE):
            server.says()
        _, cursor = server.all_heard(cursor)
        assert len(cursor) < KEPT * 60


def test_a_cursor_that_is_none_begins_with_the_oldest_that_there_is(server: Server) -> None:
    server.says("One")
    server.says("Two")
    for lost in ("114", "{}", "[]", "lost", '{"after": 7}'):
        assert texts(server.hears(lost)) == ["One", "Two"]


def test_a_server_whose_ids_begin_anew_is_heard_on_from_what_was_heard_last(server: Server) -> None:
    for _ in range(KEPT + 1):
        server.says("Heard")
    cursor = server.hears("").cursor
    again = Server(server.newest_first, first=1)
    again.says("Heard", at=BEGAN)
    cursor = again.hears(cursor).cursor
    again.says("News", at=BEGAN + timedelta(minutes=1))
    heard = again.hears(cursor)
    assert texts(heard) == ["News"]
    again.says("More", at=BEGAN + timedelta(minutes=2))
    again.calls = 0
    assert texts(again.hears(heard.cursor)) == ["More"]
    assert again.calls == 1


@pytest.mark.parametrize(
    "change",
    [
        {"type": "favourite"},
        {"status": None},
        {"status": {"id": "s1"}},
        {"status": "nonsense"},
        {"status": ODD | {"id": "\ud800"}},
        {"status": ODD | {"created_at": "2026-05-01T10:00:00"}},
        {"status": ODD | {"edited_at": "\ud800"}},
    ],
)
def test_what_is_no_mention_or_cannot_be_read_keeps_nothing_after_it_from_being_heard(
    server: Server, change: dict[str, Any]
) -> None:
    cursor = server.hears("").cursor
    server.says("odd")
    server.notes[0] |= change
    server.says("even")
    heard = server.hears(cursor)
    assert texts(heard) == ["even"]
    assert server.hears(heard.cursor).reports == ()


def test_what_is_odd_about_a_mention_costs_no_more_than_that(server: Server) -> None:
    cursor = server.hears("").cursor
    author = {"id": "7", "acct": "customer", "url": "http://[bad", "followers_count": -1}
    server.says("odd", created_at="0001-01-01T00:00:00+14:00", url="http://\ud800", account=author)
    (report,) = server.hears(cursor).reports
    assert (report.author, report.url, report.posted_at, report.followers) == ("customer", "", None, 0)


def test_what_was_said_in_private_is_not_told(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("My number is …", visibility="direct")
    server.says("To my followers", visibility="private")
    assert texts(server.hears(cursor)) == ["To my followers"]


def test_a_warning_stands_before_what_it_hides(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("It broke.", spoiler_text="Complaint")
    assert texts(server.hears(cursor)) == ["Complaint\n\nIt broke."]


def test_hostile_text_is_told_as_text_that_can_be_kept(server: Server) -> None:
    cursor = server.hears("").cursor
    server.says("a\x00b\x1bc\ud800d e\N{COMBINING ACUTE ACCENT}")
    server.says("x" * LONGEST_TEXT * 2, url="javascript:alert(1)")
    first, second = server.hears(cursor).reports
    assert first.text == "abcd é"
    assert (len(second.text), second.url) == (LONGEST_TEXT, "")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>one</p><p>two<br>three<br />four</p>", "one\n\ntwo\nthree\nfour"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        (
            (
                '<p><span class="h-card"><a href="https://social.example/@acme" class="mention">@<span>acme</span>'
                '</a></span> see <a href="https://example.com/a/long/path" rel="nofollow"><span class="invisible">https://'
                '</span><span class="ellipsis">example.com/a/lo</span><span class="invisible">ng/path</span></a>.</p>'
            ),
            "@acme see https://example.com/a/long/path.",
        ),
        ('<p>look <a href="https://bad.example">here</a></p>', "look here (https://bad.example)"),
        ('<a href="https://bad.example">https://good.example</a>', "https://good.example (https://bad.example)"),
        ('<a href="https://example.com/"><img src="x"></a>', "https://example.com/"),
        ('<a href="https://example.com/">https://example.com</a>', "https://example.com"),
        ('<a href="https://social.example/tags/sale">#<span>sale</span></a>', "#sale"),
        ("<ul><li>one</li><li>two</li></ul><p>three</p>", "one\ntwo\n\nthree"),
        ("plain  text\n here", "plain text\nhere"),
        ("<a name='x'>no link</a> <a href='https://x.example'>open", "no link open"),
        ("", ""),
    ],
)
def test_what_is_written_keeps_its_lines_and_says_where_links_lead(content: str, text: str) -> None:
    assert written(content) == text


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with running() as sandbox:
        yield sandbox


def test_over_http_mentions_are_heard_page_by_page(sandbox: SandboxServer) -> None:
    line = MastodonConnection(sandbox.url, "sandbox-acme")
    sandbox.network.account("acme")
    cursor = line.mentions("").cursor
    for number in range(PAGE + 5):
        sandbox.network.post("customer", f"@acme number {number}")
    first = line.mentions(cursor)
    second = line.mentions(first.cursor)
    assert (len(first.reports), first.more, len(second.reports), second.more) == (PAGE, True, 5, False)
    report = second.reports[-1]
    assert (report.text, report.author) == (
        f"@acme number {PAGE + 4}",
        f"customer@{sandbox.url.removeprefix('http://')}",
    )
    assert line.mentions(second.cursor).reports == ()


def test_over_http_a_deleted_mention_is_retracted(sandbox: SandboxServer) -> None:
    line = MastodonConnection(sandbox.url, "sandbox-acme")
    sandbox.network.account("acme")
    cursor = line.mentions("").cursor
    regretted = sandbox.network.post("customer", "@acme you are awful").id
    heard = line.mentions(cursor)
    sandbox.network.delete("customer", regretted)
    assert [one.external_id for one in line.mentions(heard.cursor).retractions] == [regretted]


def test_a_sample_of_the_followers_is_the_latest_with_all_that_the_server_tells(sandbox: SandboxServer) -> None:
    for number in range(100):
        sandbox.network.follow(f"fan-{number}", "acme")
    line = MastodonConnection(sandbox.url, "sandbox-acme")
    sample = line.followers(90)
    assert (sample.total, len(sample.sample)) == (100, 90)
    assert sample.sample[0].handle.startswith("fan-99@")
    assert len({one.external_id for one in sample.sample}) == 90
    one = sample.sample[0]
    assert (one.followers, one.following, one.posts, one.has_picture, one.description) == (0, 1, 0, False, "")
    assert one.created_at is not None
    assert len(line.followers(1000).sample) == 100


def test_an_account_without_followers_has_none(sandbox: SandboxServer) -> None:
    sample = MastodonConnection(sandbox.url, "sandbox-acme").followers(10)
    assert (sample.total, sample.sample) == (0, ())


def test_a_follower_is_described_as_far_as_the_server_says() -> None:
    shown = {"id": "7", "acct": "a@b.example", "avatar": "https://b.example/me.png", "note": "<p>I<br>am</p>"}
    hidden = {"id": "8", "acct": "c@b.example", "avatar": "https://b.example/avatars/original/missing.png"}

    def asked(kind: type[T], read: str, *given: Any, **named: Any) -> Page[T]:
        return Page(msgspec.convert([shown, hidden], list[kind]), None)  # type: ignore[valid-type]

    sample = followers("1", 0, 10, asked)
    assert sample.total == 2
    first, second = sample.sample
    assert (first.has_picture, first.description, first.followers, first.created_at) == (True, "I\nam", None, None)
    assert second.has_picture is False
