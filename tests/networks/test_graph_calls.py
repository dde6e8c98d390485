"""How Meta's Graph API is called: where the token goes, page by page, and how a token is renewed."""

import hashlib
import hmac
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from infra.sandbox.faults import FaultKind
from shared.domain.posts import Part
from shared.networks import CredentialsError, Heard, NotOfferedError, OutcomeUnknownError, ThrottledError, threads
from shared.networks.facebook.connection import FacebookConnection
from shared.networks.graph import MOST_PAGES, PAGE
from shared.networks.instagram.connection import InstagramConnection
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places import WRONG
from tests.networks.places.facebook import Facebook
from tests.networks.places.graph import CUSTOMER, TOKEN, GraphPlace, Pictures, Thing, account_at, graph_error
from tests.networks.places.instagram import Instagram
from tests.networks.places.threads import Threads
from tests.networks.trying import a_part, an_attempt, out

FLOOD = PAGE * MOST_PAGES + 1


@pytest.fixture(params=[Facebook, Instagram, Threads])
def place(request: pytest.FixtureRequest) -> Iterator[GraphPlace]:
    with ExitStack() as stack:
        yield request.param(stack)


@pytest.fixture
def on_threads() -> Iterator[Threads]:
    with ExitStack() as stack:
        yield Threads(stack)


def a_post(place: GraphPlace, text: str = "Hello") -> Part:
    return a_part(text, media=place.media)


def flood(place: GraphPlace, posts: int) -> None:
    """Posts of the last minute, the newest with the highest number."""
    for number in range(posts):
        at = place.now() - timedelta(seconds=30 * (posts - number) / posts)
        place.put(Thing(place.next_id(), f"number {number}", at))


def asked_since(place: GraphPlace, before: int) -> list[str]:
    return [f"{asked.method} {asked.path}" for asked in place.server.asked[before:]]


def test_the_token_goes_in_a_header_and_never_in_an_address(place: GraphPlace) -> None:
    line = place.connect()
    published = out(line, a_post(place))
    out(line, a_part("Yes!", in_reply_to=place.someone_says("Open?")))
    flood(place, PAGE + 1)
    line.recent(place.now() - timedelta(minutes=1))
    line.find(a_post(place), an_attempt())
    line.identity()
    line.recall(published.external_id)
    line.visible(published.external_id)
    assert len(place.server.asked) > 8
    for asked in place.server.asked:
        assert TOKEN not in asked.path + asked.query
        assert b"access_token" not in asked.body
        assert asked.headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("token", ["", "two\nlines", "spaced out", "brevé"])
def test_a_token_that_cannot_be_one_is_refused_before_any_call(token: str) -> None:
    account = account_at("http://127.0.0.1:1", "facebook")
    with pytest.raises(CredentialsError) as raised:
        FacebookConnection(account, {"access_token": token}, Pictures(), base_url=account.base_url)
    assert token == "" or token not in str(raised.value)


@pytest.mark.parametrize(("kind", "connector"), [(Facebook, FacebookConnection), (Instagram, InstagramConnection)])
def test_each_call_is_proven_where_there_is_a_secret_of_the_app_and_the_secret_stays_here(
    kind: type[GraphPlace], connector: type[FacebookConnection] | type[InstagramConnection]
) -> None:
    with ExitStack() as stack:
        place = kind(stack)
        credentials = {"access_token": TOKEN, "app_secret": "app-secret"}
        line = connector(place.account(), credentials, Pictures(), base_url=place.server.url)
        line.recall(out(line, a_post(place)).external_id)
        proof = hmac.new(b"app-secret", TOKEN.encode(), hashlib.sha256).hexdigest()
        for asked in place.server.asked:
            assert f"appsecret_proof={proof}" in asked.query + asked.body.decode()
            assert "app-secret" not in f"{asked}"


def test_opening_a_line_calls_nothing_and_a_post_is_published_by_one_call(place: GraphPlace) -> None:
    prepared = place.connect().prepare(a_post(place), an_attempt(), timeout=5)
    before = len(place.server.asked)
    place.connect().publish(prepared, timeout=5)
    called = asked_since(place, before)
    assert called[0].endswith(("/feed", "/media_publish", "/threads_publish"))
    assert [call for call in called if not call.startswith("GET")] == called[:1]


def test_what_is_recent_is_read_page_by_page(place: GraphPlace) -> None:
    flood(place, 2 * PAGE + 7)
    shown = place.connect().recent(place.now() - timedelta(minutes=1))
    assert [one.text for one in shown] == [f"number {number}" for number in reversed(range(2 * PAGE + 7))]


def test_a_page_that_names_no_next_one_is_the_last_where_that_is_how_it_is_told(place: GraphPlace) -> None:
    flood(place, 3)
    line = place.connect()
    line.identity()
    before = len(place.server.asked)
    assert len(line.recent(place.now() - timedelta(minutes=1))) == 3
    # Threads names none: an empty page is the last, of each of two edges, the second of which has none but that.
    assert len(asked_since(place, before)) == (1 if place.tells_next else 3)


def test_a_post_on_a_later_page_is_found(place: GraphPlace) -> None:
    line, attempt = place.connect(), an_attempt(started_at=place.now() - timedelta(minutes=1))
    flood(place, 2 * PAGE + 7)
    found = line.find(a_post(place, "number 3"), attempt)
    assert found is not None
    assert place.thing(found.external_id).text == "number 3"


def test_what_is_older_than_what_is_looked_for_is_not_paged_through(place: GraphPlace) -> None:
    flood(place, 4 * PAGE)
    place.pass_time(timedelta(hours=1))
    line = place.connect()
    line.identity()
    before = len(place.server.asked)
    assert line.find(a_post(place), an_attempt(started_at=place.now())) is None
    assert len(asked_since(place, before)) == 1


def test_a_search_that_cannot_reach_back_far_enough_says_so(place: GraphPlace) -> None:
    flood(place, FLOOD)
    with pytest.raises(OutcomeUnknownError):
        place.connect().find(a_post(place), an_attempt(started_at=place.now() - timedelta(minutes=1)))


def test_of_a_flood_of_posts_the_newest_are_recent(place: GraphPlace) -> None:
    flood(place, FLOOD)
    shown = place.connect().recent(place.now() - timedelta(minutes=1))
    assert (len(shown), shown[0].text) == (FLOOD - 1, f"number {FLOOD - 1}")


class AlwaysTheSame(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


def test_a_page_that_names_no_cursor_for_the_next_one_is_not_taken_for_the_last() -> None:
    post = {"id": "1015_7", "message": "another", "created_time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")}
    page = {"data": [post], "paging": {"next": "https://graph.example/?access_token=EAA"}}
    said = Said(200, json.dumps(page).encode())
    with serving(lambda _: said, AlwaysTheSame(), lambda: datetime.now(UTC)) as server:
        account = account_at(server.url, "facebook")
        line = FacebookConnection(account, {"access_token": "EAA"}, Pictures(), base_url=server.url)
        with pytest.raises(OutcomeUnknownError):
            line.find(a_part(), an_attempt())
        assert [one.text for one in line.recent(datetime.now(UTC) - timedelta(minutes=1))] == ["another"]


def test_a_token_is_renewed_and_what_else_is_in_the_credentials_stays(on_threads: Threads) -> None:
    old = {"access_token": TOKEN, "expires_at": "2026-05-01T10:00:00+00:00", "note": "kept"}
    new = threads.refresh(on_threads.account(), old)
    assert new["access_token"] not in ("", TOKEN)
    assert new["note"] == "kept"
    lasts = datetime.fromisoformat(new["expires_at"]) - datetime.now(UTC)
    assert abs(lasts - timedelta(days=60)) < timedelta(minutes=1)
    assert [(asked.method, asked.path, asked.query) for asked in on_threads.server.asked] == [
        ("GET", "/refresh_access_token", "grant_type=th_refresh_token")
    ]
    line = threads.connect(on_threads.account(), new, Pictures())
    assert line.identity().handle == "acme"


def test_a_token_that_is_not_taken_any_more_is_for_a_person(on_threads: Threads) -> None:
    with pytest.raises(CredentialsError) as raised:
        threads.refresh(on_threads.account(), {"access_token": WRONG})
    assert WRONG not in str(raised.value)


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        (graph_error(100), CredentialsError),
        (graph_error(4, status=403), ThrottledError),
        (graph_error(2, status=500), OutcomeUnknownError),
        (Said(200, b'{"access_token": "EAAnew"}'), OutcomeUnknownError),
        (Said(200, b'{"access_token": "EAAnew", "expires_in": "soon"}'), OutcomeUnknownError),
        (Said(200, b'{"access_token": {"token": "EAAnew"}, "expires_in": 5}'), OutcomeUnknownError),
    ],
)
def test_a_token_that_is_not_renewed_is_lost_to_nobody(said: Said, meaning: type[Exception]) -> None:
    with serving(lambda _: said, AlwaysTheSame(), lambda: datetime.now(UTC)) as server:
        with pytest.raises(meaning) as raised:
            threads.refresh(account_at(server.url, "threads"), {"access_token": "EAAold"})
        assert type(raised.value) is meaning
        assert "EAA" not in f"{raised.value}{raised.value.__cause__}"


def test_the_tokens_of_pages_hold_until_they_are_revoked() -> None:
    from shared.networks import facebook, instagram  # noqa: PLC0415

    assert not hasattr(facebook, "refresh")
    assert not hasattr(instagram, "refresh")


def test_what_was_said_to_the_account_is_heard_from_a_cursor_on_oldest_first(on_threads: Threads) -> None:
    line = on_threads.connect()
    before = on_threads.someone_says("@acme early")
    on_threads.thing(before).at -= timedelta(minutes=1)
    start = line.mentions("")
    assert start.reports == ()
    on_threads.pass_time(timedelta(seconds=2))
    first = on_threads.someone_says("@acme are you open?")
    on_threads.someone_says("nothing to do with you")
    on_threads.pass_time(timedelta(seconds=2))
    second = on_threads.someone_says("thanks @acme")
    heard = line.mentions(start.cursor)
    assert [report.external_id for report in heard.reports] == [first, second]
    assert (heard.reports[0].text, heard.reports[0].author) == ("@acme are you open?", CUSTOMER)
    assert heard.reports[0].url.startswith("https://www.threads.com/")
    on_threads.pass_time(timedelta(seconds=2))
    third = on_threads.someone_says("@acme again")
    later = line.mentions(heard.cursor)
    assert [report.external_id for report in later.reports] == [third]
    assert line.mentions(later.cursor) == Heard(reports=(), cursor=later.cursor)
    fourth = on_threads.someone_says("@acme and again")
    on_threads.thing(fourth).at = on_threads.thing(third).at
    at_once = line.mentions(later.cursor)
    assert [report.external_id for report in at_once.reports] == [fourth]
    assert line.mentions(at_once.cursor).reports == ()


@pytest.mark.parametrize("cursor", ["not a time", "2026-13-01", "9", "0001-01-01T00:00:00+14:00"])
def test_a_cursor_that_is_none_starts_from_the_oldest_that_is_read(on_threads: Threads, cursor: str) -> None:
    said = on_threads.someone_says("@acme hello")
    assert [report.external_id for report in on_threads.connect().mentions(cursor).reports] == [said]


def test_what_an_api_has_not_is_said_by_name(place: GraphPlace) -> None:
    with pytest.raises(NotOfferedError):
        place.connect().followers(10)
    if not isinstance(place, Threads):
        with pytest.raises(NotOfferedError, match="webhook"):
            place.connect().mentions("")


def test_a_post_that_does_not_show_yet_is_out_and_seen_on_the_profile_till_then() -> None:
    for kind, profile in ((Instagram, "https://www.instagram.com/acme/"), (Threads, "https://www.threads.com/@acme")):
        with ExitStack() as stack:
            place = kind(stack)
            place.order(FaultKind.READ_LAG, seconds=10)
            published = out(place.connect(), a_post(place))
            assert (published.url, place.standing()) == (profile, [("Hello", "")])
            assert abs(published.at - datetime.now(UTC)) < timedelta(seconds=5)


def test_asking_what_metas_networks_can_do_loads_no_client() -> None:
    program = (
        "import sys; from shared.networks import capabilities_of;"
        "[capabilities_of(name) for name in ('facebook', 'instagram', 'threads')];"
        "sys.exit(sorted({'requests', 'urllib3', 'shared.networks.graph'} & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
