"""Mentions out of the stream of Bluesky's reference server, which has no notifications of its own."""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import libipld
import msgspec
import pytest
from websockets.sync.server import ServerConnection, serve

from shared.domain.listening.mentions import Retraction
from shared.networks import Connection, Heard, ThrottledError
from shared.networks.bluesky import connect, events, stream
from shared.networks.shelf import EmptyShelf
from tests.networks.places.bluesky import Bluesky, an_account, credentials_of

pytestmark = pytest.mark.xdist_group("bluesky")


@pytest.fixture
def home() -> Iterator[Bluesky]:
    with ExitStack() as stack:
        yield Bluesky(stack)


@pytest.fixture
def line(home: Bluesky) -> Connection:
    return listening(home)


@pytest.fixture(autouse=True)
def _soon_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "QUIET", 0.2)


def listening(home: Bluesky, base_url: str = "") -> Connection:
    """On the server itself: what stands before it speaks no WebSocket."""
    account = an_account(home.acme, base_url or home.url)
    return connect(account, {**credentials_of(home.acme), "listen": "stream"}, EmptyShelf())


def heard_all(line: Connection, cursor: str) -> list[Heard]:
    """Each call's, until there is no more."""
    found = [line.mentions(cursor)]
    while found[-1].more:
        found.append(line.mentions(found[-1].cursor))
    return found


def now(line: Connection) -> str:
    return heard_all(line, "")[-1].cursor


def facet(text: str, marked: str, did: str) -> dict[str, Any]:
    start = text.encode().index(marked.encode())
    return {
        "index": {"byteStart": start, "byteEnd": start + len(marked.encode())},
        "features": [{"$type": "app.bsky.richtext.facet#mention", "did": did}],
    }


def mentions_acme(home: Bluesky, text: str = "Hello") -> str:
    said = f"{text} @{home.acme.handle}"
    return home.customer.says(said, facets=[facet(said, f"@{home.acme.handle}", home.acme.did)])


def ours(home: Bluesky) -> dict[str, str]:
    """A post of the account, as others refer to it."""
    home.acme.says("We are open.")
    post = home.acme.posts()[-1]
    return {"uri": post["uri"], "cid": post["cid"]}


def test_a_mention_is_heard_once_with_who_said_it_and_when(home: Bluesky, line: Connection) -> None:
    cursor = now(line)
    uri = mentions_acme(home)
    heard = line.mentions(cursor)
    (report,) = heard.reports
    assert report.network == "bluesky"
    assert report.external_id == uri
    assert report.author == home.customer.handle
    assert report.text == f"Hello @{home.acme.handle}"
    assert report.url.startswith("https://bsky.app/profile/")
    assert report.posted_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert report.edited_at is None
    assert heard.retractions == ()
    assert line.mentions(heard.cursor).reports == ()


def test_replies_and_quotes_are_heard_and_what_is_to_others_is_not(home: Bluesky, line: Connection) -> None:
    post = ours(home)
    cursor = now(line)
    answer = home.customer.says("Nice!", reply={"root": post, "parent": post})
    quote = home.customer.says("See", embed={"$type": "app.bsky.embed.record", "record": post})
    pictured = {
        "$type": "app.bsky.embed.recordWithMedia",
        "record": {"$type": "app.bsky.embed.record", "record": post},
        "media": {
            "$type": "app.bsky.embed.external",
            "external": {"uri": "https://a.example/", "title": "", "description": ""},
        },
    }
    with_picture = home.customer.says("See there", embed=pictured)
    home.customer.says(f"@{home.acme.handle} without a facet")
    theirs = home.customer.says("To ourselves")
    (cid,) = [one["cid"] for one in home.customer.posts() if one["uri"] == theirs]
    itself = {"uri": theirs, "cid": cid}
    home.customer.says("Myself", reply={"root": itself, "parent": itself})
    home.acme.says("Our own answer", reply={"root": post, "parent": post})
    reports = line.mentions(cursor).reports
    assert [report.external_id for report in reports] == [answer, quote, with_picture]
    assert [report.in_reply_to for report in reports] == [post["uri"], "", ""]


def test_what_was_said_before_listening_began_is_not_heard(
    home: Bluesky, line: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "CLOCK_SKEW", timedelta(0))
    mentions_acme(home, "Before")
    found = [report.text for heard in heard_all(line, "") for report in heard.reports]
    assert found == []


def test_what_its_author_took_back_is_taken_back(home: Bluesky, line: Connection) -> None:
    cursor = now(line)
    uri = mentions_acme(home)
    first = line.mentions(cursor)
    home.customer.takes_back(uri)
    heard = line.mentions(first.cursor)
    assert heard.reports == ()
    assert heard.retractions == (Retraction(network="bluesky", external_id=uri),)


def test_what_was_said_and_taken_back_between_two_calls_is_not_reported(home: Bluesky, line: Connection) -> None:
    cursor = now(line)
    home.customer.takes_back(mentions_acme(home))
    heard = line.mentions(cursor)
    assert heard.reports == ()
    assert len(heard.retractions) == 1


def test_what_was_taken_back_and_put_up_again_stands(home: Bluesky, line: Connection) -> None:
    cursor = now(line)
    uri = mentions_acme(home)
    (record,) = [one["value"] for one in home.customer.posts()]
    home.customer.takes_back(uri)
    home.customer.puts(uri, record)
    heard = line.mentions(cursor)
    assert [report.external_id for report in heard.reports] == [uri]
    assert heard.retractions == ()


def test_a_changed_mention_is_reported_again_as_changed(home: Bluesky, line: Connection) -> None:
    uri = mentions_acme(home)
    cursor = now(line)
    (record,) = [one["value"] for one in home.customer.posts()]
    home.customer.puts(uri, {**record, "text": record["text"] + "!"})
    (report,) = line.mentions(cursor).reports
    assert report.external_id == uri
    assert report.text.endswith("!")
    assert report.edited_at is not None
    assert abs(report.edited_at - datetime.now(UTC)) < timedelta(seconds=10)


@pytest.mark.parametrize("cursor", ['{"seq": 99999999}', "none of ours"])
def test_a_cursor_that_is_not_known_starts_from_the_oldest_and_says_so(
    home: Bluesky, line: Connection, caplog: pytest.LogCaptureFixture, cursor: str
) -> None:
    uri = mentions_acme(home)
    with caplog.at_level(logging.WARNING):
        found = heard_all(line, cursor)
    assert uri in [report.external_id for heard in found for report in heard.reports]
    assert "oldest" in caplog.text
    assert line.mentions(found[-1].cursor).reports == ()


def test_a_call_hears_only_so_much_and_the_next_goes_on(
    home: Bluesky, line: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    cursor = now(line)
    said = [mentions_acme(home, f"Number {number}") for number in range(5)]
    monkeypatch.setattr(stream, "MOST_HEARD", 2)
    found = heard_all(line, cursor)
    assert [len(heard.reports) for heard in found] == [2, 2, 1]
    assert [report.external_id for heard in found for report in heard.reports] == said
    monkeypatch.setattr(stream, "MOST_HEARD", 200)
    monkeypatch.setattr(stream, "MOST_EVENTS", 1)
    assert [len(heard.reports) for heard in heard_all(line, cursor)][:5] == [1, 1, 1, 1, 1]
    monkeypatch.setattr(stream, "SECONDS", 0.0)
    assert line.mentions(cursor).more


def test_a_stream_that_never_falls_quiet_is_left_in_time(
    home: Bluesky, line: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "SECONDS", 0.4)
    cursor, enough = now(line), threading.Event()

    def goes_on() -> None:
        while not enough.is_set():
            home.customer.says("and another thing")

    talker = threading.Thread(target=goes_on)
    talker.start()
    try:
        began = datetime.now(UTC)
        heard = line.mentions(cursor)
        assert datetime.now(UTC) - began < timedelta(seconds=2)
        assert heard.more
    finally:
        enough.set()
        talker.join()


def test_a_server_without_a_stream_is_no_mention_lost(home: Bluesky) -> None:
    with pytest.raises(ThrottledError):
        listening(home, "http://127.0.0.1:9").mentions("")
    with pytest.raises(ThrottledError):
        listening(home, home.proxy.url).mentions("")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xff",
        libipld.encode_dag_cbor({"op": 1, "t": "#commit"}),
        libipld.encode_dag_cbor({"op": "x"}) + libipld.encode_dag_cbor({}),
        libipld.encode_dag_cbor([]) + libipld.encode_dag_cbor([]),
        b"\x81" * 100_000,
    ],
)
def test_a_frame_that_cannot_be_read_says_nothing(content: bytes) -> None:
    assert events.frame(content) is None


def test_a_commit_that_brings_nothing_readable_brings_no_record() -> None:
    event = events.Event(seq=1, blocks=b"nothing")
    assert events.records_of(event) == {}
    assert events.read(events.Post, {"text": 1}) is None


def test_a_cursor_stays_small(home: Bluesky, line: Connection) -> None:
    assert len(now(line)) < 100
    assert set(msgspec.json.decode(now(line))) <= {"seq", "since"}


def frame(kind: str, body: dict[str, Any]) -> bytes:
    return libipld.encode_dag_cbor({"op": 1, "t": kind}) + libipld.encode_dag_cbor(body)


def test_a_cursor_that_is_too_old_goes_on_from_the_oldest_and_says_so(
    home: Bluesky, caplog: pytest.LogCaptureFixture
) -> None:
    """By a stand-in: the reference server forgets after a day."""
    uri = f"at://{home.customer.did}/app.bsky.feed.post/3n3542vga622r"
    gone = {"action": "delete", "path": "app.bsky.feed.post/3n3542vga622r", "cid": None}
    event = {"seq": 500, "time": "2026-11-25T12:00:00Z", "repo": home.customer.did, "ops": [gone], "blocks": b""}

    def tell(reader: ServerConnection) -> None:
        assert reader.request is not None
        assert reader.request.path.endswith("?cursor=7")
        reader.send(frame("#info", {"name": "OutdatedCursor"}))
        reader.send(b"\xff")
        reader.send(frame("#of-tomorrow", {"seq": 499, "time": "2026-11-25T12:00:00Z"}))
        reader.send(frame("#commit", event))

    with serve(tell, "127.0.0.1", 0) as server:
        teller = threading.Thread(target=server.serve_forever)
        teller.start()
        try:
            port = server.socket.getsockname()[1]
            with caplog.at_level(logging.WARNING):
                heard = listening(home, f"http://127.0.0.1:{port}").mentions('{"seq": 7}')
        finally:
            server.shutdown()
            teller.join()
    assert [one.external_id for one in heard.retractions] == [uri]
    assert heard.cursor == '{"seq":500}'
    assert "lost" in caplog.text
