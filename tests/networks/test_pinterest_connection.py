"""The Pinterest connector against a stand-in that was written from Pinterest's documents."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.posts import Media
from shared.networks import CredentialsError, NotOfferedError, OutcomeUnknownError, Ready, RefusedError, ThrottledError
from shared.networks.pinterest import connect, refresh
from shared.networks.pinterest.connection import PinterestConnection, complaint, first_address
from shared.networks.rest import Answered
from shared.networks.shelf import EmptyShelf
from tests.networks.places import WRONG
from tests.networks.places.pinterest import APP, BOARD, TOKEN, Pinterest
from tests.networks.stand_in import PICTURE, OnePicture
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out


@pytest.fixture
def place() -> Iterator[Pinterest]:
    with ExitStack() as stack:
        yield Pinterest(stack)


@pytest.fixture
def line(place: Pinterest) -> PinterestConnection:
    connected = place.connect()
    assert isinstance(connected, PinterestConnection)
    return connected


def test_a_pin_is_one_call_with_its_picture_its_text_and_where_it_leads(
    place: Pinterest, line: PinterestConnection
) -> None:
    published = out(line, a_part("New lamps, see https://example.com/lamps.", media=(PICTURE,)))
    (asked,) = place.server.asked
    sent = json.loads(asked.body)
    assert (asked.method, asked.path) == ("POST", "/v5/pins")
    assert sent["board_id"] == BOARD
    assert (place.pins[0].alt, place.pins[0].link) == (PICTURE.alt, "https://example.com/lamps")
    assert published.url == f"https://www.pinterest.com/pin/{published.external_id}/"
    assert published.at.tzinfo is UTC


def test_a_pin_without_text_for_those_who_do_not_see_and_without_an_address_has_neither(
    place: Pinterest, line: PinterestConnection
) -> None:
    out(line, a_part("New lamps", media=(replace(PICTURE, alt=""),)))
    assert not {"alt_text", "link"} & json.loads(place.server.asked[0].body).keys()


def test_an_empty_success_is_unknown_and_then_found(place: Pinterest, line: PinterestConnection) -> None:
    part, attempt = a_part(media=(PICTURE,)), an_attempt()
    place.empty = True
    with pytest.raises(OutcomeUnknownError):
        out(line, part, attempt)
    assert line.find(part, attempt) is not None


@pytest.mark.parametrize("media", [(), (PICTURE, PICTURE)])
def test_without_one_picture_nothing_leaves(
    place: Pinterest, line: PinterestConnection, media: tuple[Media, ...]
) -> None:
    with pytest.raises(RefusedError, match="one picture"):
        out(line, a_part(media=media))
    with pytest.raises(RefusedError, match="one picture"):
        line.publish(Ready(part=a_part(media=(PICTURE,)), attempt=an_attempt()), timeout=TIMEOUT)
    assert place.server.asked == []


def test_a_picture_that_is_not_on_the_shelf_is_said_so_before_any_call(place: Pinterest) -> None:
    line = connect(place.account(), place.credentials(), EmptyShelf())
    with pytest.raises(RefusedError, match="no such picture"):
        line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)
    assert place.server.asked == []


def test_what_it_has_not_it_says(place: Pinterest, line: PinterestConnection) -> None:
    for ask in (
        lambda: line.prepare(a_part(in_reply_to="7", media=(PICTURE,)), an_attempt(), timeout=TIMEOUT),
        lambda: line.publish(Ready(part=a_part(in_reply_to="7"), attempt=an_attempt()), timeout=TIMEOUT),
        lambda: line.mentions(""),
        lambda: line.followers(10),
    ):
        with pytest.raises(NotOfferedError):
            ask()
    assert place.server.asked == []


@pytest.mark.parametrize("pin", ["", "7/../../boards/8", "７", "seven"])
def test_what_is_no_pin_is_never_asked_for(place: Pinterest, line: PinterestConnection, pin: str) -> None:
    for ask in (line.recall, line.visible):
        with pytest.raises(RefusedError):
            ask(pin)
    assert place.server.asked == []


def test_a_pin_is_found_pages_behind(place: Pinterest, line: PinterestConnection) -> None:
    part, attempt = a_part("First", media=(PICTURE,)), an_attempt()
    published = out(line, part, attempt)
    for number in range(9):
        out(line, a_part(f"{number}", media=(PICTURE,)))
    place.page = 2
    assert line.find(part, attempt) == published
    assert len(line.recent(attempt.started_at - timedelta(seconds=2))) == 10
    place.page = 1
    out(line, a_part("last", media=(PICTURE,)))
    with pytest.raises(OutcomeUnknownError, match="far enough"):
        line.find(part, attempt)
    assert len(line.recent(attempt.started_at - timedelta(seconds=2))) == 10


def test_no_more_pages_are_read_than_are_needed(place: Pinterest, line: PinterestConnection) -> None:
    place.pass_time(timedelta(hours=-1))
    for number in range(6):
        out(line, a_part(f"{number}", media=(PICTURE,)))
    place.pass_time(timedelta(hours=1))
    place.page = 2
    line.recent(datetime.now(UTC) - timedelta(minutes=5))
    assert len(place.asked("GET", "/v5/pins")) == 1


def test_credentials_that_are_none_are_refused_before_any_call(place: Pinterest) -> None:
    for wrong in ({"access_token": ""}, {"board_id": ""}, {"board_id": "lamps"}):
        with pytest.raises(CredentialsError):
            connect(place.account(), place.credentials() | wrong, OnePicture())


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("see https://example.com/a_(b)?c=d&e=f#g.", "https://example.com/a_(b)?c=d&e=f#g"),
        ("(https://example.com)", "https://example.com"),
        ("http://one.example, https://two.example", "http://one.example"),
        ("example.com and ftp://example.com", None),
        ("https://example.com/" + "a" * 2_100, None),
    ],
)
def test_where_a_pin_leads(text: str, link: str | None) -> None:
    assert first_address(text) == link


def test_a_limit_tells_in_seconds_when_it_ends() -> None:
    throttled = complaint(Answered(429, {"code": 8, "message": "Too many requests"}, {"x-ratelimit-reset": "30"}))
    assert isinstance(throttled, ThrottledError)
    assert throttled.until is not None
    assert abs(throttled.until - datetime.now(UTC) - timedelta(seconds=30)) < timedelta(seconds=2)
    unsaid = complaint(Answered(429, None, {}))
    assert isinstance(unsaid, ThrottledError)
    assert unsaid.until is None


def test_a_renewal_gives_new_ones_of_both_tokens(place: Pinterest) -> None:
    app = dict(zip(("client_id", "client_secret"), APP, strict=True))
    old = place.credentials(right=False) | app | {"refresh_token": "pinr_first"}
    new = refresh(place.account(), old)
    assert (new["access_token"], new["refresh_token"], new["board_id"]) == (TOKEN, "pinr_second", BOARD)
    with pytest.raises(CredentialsError) as raised:
        refresh(place.account(), old)
    assert "pinr_first" not in str(raised.value)
    assert refresh(place.account(), new)["access_token"] == TOKEN


def test_another_apps_secret_renews_nothing(place: Pinterest) -> None:
    wrong = {"client_id": APP[0], "client_secret": WRONG, "refresh_token": "pinr_first"}
    with pytest.raises(CredentialsError) as raised:
        refresh(place.account(), place.credentials() | wrong)
    assert WRONG not in str(raised.value)
