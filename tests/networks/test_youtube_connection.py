"""The YouTube connector against a stand-in that was written from the documents of its Data API."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.networks import (
    CredentialsError,
    Identity,
    NotOfferedError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
)
from shared.networks.capabilities import Does
from shared.networks.rest import Answered
from shared.networks.youtube import CAPABILITIES, connect, refresh
from shared.networks.youtube.answers import complaint, midnight_in_california
from shared.networks.youtube.connection import YouTubeConnection
from tests.networks.places import WRONG
from tests.networks.places.youtube import APP, CHANNEL, REFRESH_TOKEN, TOKEN, VIDEO, YouTube
from tests.networks.stand_in import PICTURE, OnePicture
from tests.networks.trying import a_part, an_attempt, out


@pytest.fixture
def place() -> Iterator[YouTube]:
    with ExitStack() as stack:
        yield YouTube(stack)


@pytest.fixture
def line(place: YouTube) -> YouTubeConnection:
    connected = place.connect()
    assert isinstance(connected, YouTubeConnection)
    return connected


def test_it_has_answers_and_says_what_to_do_instead_of_posts() -> None:
    assert Does.POST not in CAPABILITIES.does
    assert "YouTube Studio" in CAPABILITIES.cannot["post"]


def test_an_answer_is_one_call_after_a_look_at_what_it_answers(place: YouTube, line: YouTubeConnection) -> None:
    part, attempt = a_part("At nine.", in_reply_to=place.subject), an_attempt()
    published = out(line, part, attempt)
    assert [(one.method, one.path) for one in place.server.asked] == [
        ("GET", "/youtube/v3/commentThreads"),
        ("POST", "/youtube/v3/comments"),
    ]
    sent = json.loads(place.server.asked[1].body)
    assert sent == {"snippet": {"parentId": place.subject, "textOriginal": "At nine."}}
    assert published.url == f"https://www.youtube.com/watch?v={VIDEO}&lc={published.external_id}"
    assert line.find(part, attempt) == published


def test_an_answer_to_an_answer_hangs_under_the_same_comment(place: YouTube, line: YouTubeConnection) -> None:
    again = place.someone_answers(place.subject, "And on Sundays?")
    part, attempt = a_part("Never.", in_reply_to=again), an_attempt()
    published = out(line, part, attempt)
    assert place.standing() == [("Never.", place.subject)]
    assert line.find(part, attempt) == published


def test_an_empty_success_is_unknown_and_then_found(place: YouTube, line: YouTubeConnection) -> None:
    part, attempt = a_part(in_reply_to=place.subject), an_attempt()
    place.empty = True
    with pytest.raises(OutcomeUnknownError):
        out(line, part, attempt)
    assert line.find(part, attempt) is not None


def test_what_answers_nothing_or_has_a_picture_never_leaves(place: YouTube, line: YouTubeConnection) -> None:
    for part in (a_part(), a_part(in_reply_to=place.subject, media=(PICTURE,))):
        with pytest.raises(NotOfferedError):
            out(line, part)
    assert line.find(a_part(), an_attempt()) is None
    assert place.server.asked == []


@pytest.mark.parametrize("comment", ["Ugy1&id=2", "../videos", "", "a b", "é"])
def test_what_is_no_comment_is_never_asked_for(place: YouTube, line: YouTubeConnection, comment: str) -> None:
    for ask in (line.recall, line.visible):
        with pytest.raises(RefusedError):
            ask(comment)
    assert place.server.asked == []


def test_an_own_answer_of_the_same_text_to_another_comment_is_not_taken_for_it(
    place: YouTube, line: YouTubeConnection
) -> None:
    out(line, a_part("Yes!", in_reply_to=place.subject))
    other = place.someone_says("Do you have blue ones?")
    assert line.find(a_part("Yes!", in_reply_to=other), an_attempt()) is None


def test_somebody_elses_answer_of_the_same_text_is_not_taken_for_it(place: YouTube, line: YouTubeConnection) -> None:
    place.someone_answers(place.subject, "Yes!")
    assert line.find(a_part("Yes!", in_reply_to=place.subject), an_attempt()) is None


def test_an_answer_is_found_among_hundreds(place: YouTube, line: YouTubeConnection) -> None:
    part, attempt = a_part("Yes!", in_reply_to=place.subject), an_attempt()
    for number in range(150):
        place.someone_answers(place.subject, f"{number}")
    published = out(line, part, attempt)
    assert line.find(part, attempt) == published
    for number in range(1_000):
        place.someone_answers(place.subject, f"{number}")
    place.comments.sort(key=lambda one: one.author == CHANNEL)
    with pytest.raises(OutcomeUnknownError, match="not all"):
        line.find(part, attempt)


def test_own_answers_in_old_conversations_are_recent_too(place: YouTube, line: YouTubeConnection) -> None:
    place.pass_time(timedelta(days=-40))
    old = place.someone_says("Long ago")
    for number in range(9):
        place.someone_answers(old, f"{number}")
    place.pass_time(timedelta(days=1))
    place.someone_says("Another one")
    place.pass_time(timedelta(days=39))
    published = out(line, a_part("Sorry, we are late.", in_reply_to=old))
    for number in range(9):
        place.someone_answers(old, f"later {number}")
    shown = line.recent(datetime.now(UTC) - timedelta(minutes=1))
    assert [one.published for one in shown] == [published]


def test_somebody_without_a_channel_cannot_speak(place: YouTube, line: YouTubeConnection) -> None:
    place.has_channel = False
    with pytest.raises(CredentialsError, match="no channel"):
        line.identity()


def test_whose_channel_it_is_is_asked_once_and_not_at_all_where_it_is_known(
    place: YouTube, line: YouTubeConnection
) -> None:
    line.mentions("long ago")
    line.recent(datetime.now(UTC))
    assert len(place.asked("GET", "/youtube/v3/channels")) == 1
    known = connect(replace(place.account(), external_id=CHANNEL), {"access_token": TOKEN}, OnePicture())
    assert known.mentions("long ago").reports
    assert len(place.asked("GET", "/youtube/v3/channels")) == 1


def test_whom_the_token_speaks_for_is_told_by_youtube_alone(place: YouTube) -> None:
    claimed = connect(replace(place.account(), external_id="UCanother"), {"access_token": TOKEN}, OnePicture())
    assert claimed.identity() == Identity(external_id=CHANNEL, handle="acme")


def test_a_token_that_is_none_is_refused_before_any_call(place: YouTube) -> None:
    for token in ("", "two words", "línea"):
        with pytest.raises(CredentialsError):
            connect(place.account(), {"access_token": token}, OnePicture())


# What is said under its videos.


def test_listening_starts_now_and_hears_each_comment_once(place: YouTube, line: YouTubeConnection) -> None:
    begun = line.mentions("")
    assert begun.reports == ()
    place.pass_time(timedelta(seconds=5))
    comment = place.someone_says("Are you open?")
    answer = place.someone_answers(place.subject, "I want to know, too.")
    out(line, a_part("At nine.", in_reply_to=place.subject))
    heard = line.mentions(begun.cursor)
    assert [(one.external_id, one.in_reply_to) for one in heard.reports] == [(comment, VIDEO), (answer, place.subject)]
    assert [one.author for one in heard.reports] == ["@customer", "@customer"]
    again = line.mentions(heard.cursor)
    assert (again.reports, again.cursor) == ((), heard.cursor)
    same_second = place.someone_says("Me too!")
    assert [one.external_id for one in line.mentions(heard.cursor).reports] == [same_second]


def test_an_answer_in_an_old_conversation_is_heard(place: YouTube, line: YouTubeConnection) -> None:
    place.pass_time(timedelta(days=-40))
    old = place.someone_says("Long ago")
    place.pass_time(timedelta(days=1))
    place.someone_says("Another one")
    place.pass_time(timedelta(days=39))
    answer = place.someone_answers(old, "And now?")
    cursor = (datetime.now(UTC) - timedelta(minutes=1)).isoformat()
    assert answer in [one.external_id for one in line.mentions(cursor).reports]


def test_a_cursor_that_is_none_hears_all_that_is_there(place: YouTube, line: YouTubeConnection) -> None:
    for cursor in ("?", "2026-11-25T10:00:00"):
        assert [one.external_id for one in line.mentions(cursor).reports] == [place.subject]


def test_more_than_one_page_is_heard_and_no_more_is_asked_for_than_is_new(
    place: YouTube, line: YouTubeConnection
) -> None:
    for number in range(150):
        place.someone_says(f"{number}")
    place.pass_time(timedelta(seconds=5))
    place.someone_says("The latest")
    heard = line.mentions("long ago")
    assert len(heard.reports) == 152
    before = len(place.asked("GET", "/youtube/v3/commentThreads"))
    place.pass_time(timedelta(seconds=5))
    place.someone_says("One more")
    assert [one.text for one in line.mentions(heard.cursor).reports] == ["One more"]
    assert len(place.asked("GET", "/youtube/v3/commentThreads")) == before + 1


# What refusals mean, and credentials that run out.


def refusal(status: int, reason: str) -> Answered:
    return Answered(status, {"error": {"code": status, "errors": [{"reason": reason}]}}, {})


@pytest.mark.parametrize(
    ("status", "reason", "error"),
    [
        (403, "quotaExceeded", ThrottledError),
        (403, "rateLimitExceeded", ThrottledError),
        (403, "insufficientPermissions", CredentialsError),
        (400, "processingFailure", OutcomeUnknownError),
    ],
)
def test_the_reason_says_what_a_refusal_means(status: int, reason: str, error: type[Exception]) -> None:
    assert isinstance(complaint(refusal(status, reason)), error)


@pytest.mark.parametrize(
    "body", [None, [], "no", {"error": "no"}, {"error": {"errors": "no"}}, {"error": {"errors": [1]}}]
)
def test_a_refusal_in_another_shape_is_judged_by_its_status(body: object) -> None:
    assert complaint(Answered(403, body, {})) is None


def test_a_quota_that_is_used_up_lasts_until_midnight_in_california() -> None:
    assert midnight_in_california(datetime(2026, 11, 25, 7, 59, tzinfo=UTC)).isoformat() == "2026-11-25T08:00:00+00:00"
    assert midnight_in_california(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)).isoformat() == "2026-07-02T07:00:00+00:00"


def test_a_token_is_renewed_and_the_refresh_token_stays(place: YouTube) -> None:
    new = refresh(place.account(), APP | {"access_token": WRONG, "refresh_token": REFRESH_TOKEN})
    assert (new["access_token"], new["refresh_token"]) == (TOKEN, REFRESH_TOKEN)
    lasts = datetime.fromisoformat(new["expires_at"]) - datetime.now(UTC)
    assert abs(lasts - timedelta(seconds=3599)) < timedelta(seconds=5)


def test_a_consent_that_was_taken_back_needs_a_person(place: YouTube) -> None:
    with pytest.raises(CredentialsError, match="invalid_grant") as raised:
        refresh(place.account(), APP | {"refresh_token": "1//revoked"})
    assert WRONG not in str(raised.value)
