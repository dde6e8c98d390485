"""The LinkedIn connector against a stand-in that was written from LinkedIn's documents."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.networks import (
    CredentialsError,
    NotOfferedError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
)
from shared.networks.linkedin import CAPABILITIES, connect, refresh
from shared.networks.linkedin.answers import DuplicateError, complaint
from shared.networks.linkedin.connection import VERSION, LinkedInConnection
from shared.networks.rest import Answered
from tests.networks.places import WRONG
from tests.networks.places.linkedin import APP, MEMBER, NUMBER, ORGANIZATION, REFRESH_TOKEN, TOKEN, LinkedIn
from tests.networks.stand_in import PICTURE, PNG, OnePicture
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out


@pytest.fixture
def place() -> Iterator[LinkedIn]:
    with ExitStack() as stack:
        yield LinkedIn(stack)


@pytest.fixture
def line(place: LinkedIn) -> LinkedInConnection:
    connected = place.connect()
    assert isinstance(connected, LinkedInConnection)
    return connected


def test_a_post_is_one_call_to_the_version_that_is_spoken(place: LinkedIn, line: LinkedInConnection) -> None:
    out(line, a_part("Hello #world"))
    (asked,) = place.server.asked
    assert (asked.method, asked.path) == ("POST", "/rest/posts")
    assert asked.headers["linkedin-version"] == VERSION
    assert json.loads(asked.body)["commentary"] == r"Hello {hashtag|\#|world}"


def test_a_post_tells_when_it_was_made_and_where_it_is_seen(line: LinkedInConnection) -> None:
    published = out(line, a_part())
    assert published.url == f"https://www.linkedin.com/feed/update/{published.external_id}"
    assert abs(published.at - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_duplicate_of_what_was_there_before_is_refused_by_its_name(place: LinkedIn, line: LinkedInConnection) -> None:
    place.pass_time(timedelta(hours=-1))
    first = out(line, a_part())
    place.pass_time(timedelta(hours=1))
    place.strict = True
    with pytest.raises(RefusedError, match=first.external_id):
        out(line, a_part())


def test_a_duplicate_that_may_be_the_attempts_own_is_unknown_and_then_found(
    place: LinkedIn, line: LinkedInConnection
) -> None:
    """As when a gateway has sent the one call on twice."""
    place.strict = True
    attempt, part = an_attempt(), a_part()
    own = out(line, part)
    with pytest.raises(OutcomeUnknownError, match="just come up"):
        out(line, part, attempt)
    assert line.find(part, attempt) == own


def test_one_picture_goes_with_its_text_for_those_who_do_not_see_it(place: LinkedIn, line: LinkedInConnection) -> None:
    ready = line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)
    assert place.standing() == []
    line.publish(ready, timeout=TIMEOUT)
    media = place.items[0].content["media"]
    assert media["altText"] == PICTURE.alt
    assert place.images == {media["id"]: PNG}


def test_several_pictures_go_in_their_order(place: LinkedIn, line: LinkedInConnection) -> None:
    out(line, a_part(media=(PICTURE, replace(PICTURE, alt="Its door."))))
    images = place.items[0].content["multiImage"]["images"]
    assert [one["altText"] for one in images] == [PICTURE.alt, "Its door."]
    assert [one["id"] for one in images] == list(place.images)


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example",
        "http://api.linkedin.com",
        "https://linkedin.com.evil.example",
        "https://evil-linkedin.com",
        "https://evil-licdn.com",
    ],
)
def test_the_token_goes_nowhere_but_to_linkedin(place: LinkedIn, line: LinkedInConnection, where: str) -> None:
    place.upload_at = where
    with pytest.raises(RefusedError, match="not its own"):
        line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)


def test_the_token_goes_home_by_the_homes_own_protocol_alone(place: LinkedIn, line: LinkedInConnection) -> None:
    place.upload_at = place.account().base_url.replace("http://", "https://")
    with pytest.raises(RefusedError, match="not its own"):
        line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)


def test_pictures_that_cannot_be_put_up_leave_nothing_unknown(place: LinkedIn, line: LinkedInConnection) -> None:
    place.upload_at = "http://127.0.0.1:1"
    with pytest.raises(RefusedError):
        line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)
    gone = connect(replace(place.account(), base_url="http://127.0.0.1:1"), place.credentials(), OnePicture())
    with pytest.raises(ThrottledError):
        gone.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=TIMEOUT)


def test_a_comment_is_answered_under_it_and_can_be_taken_down(place: LinkedIn, line: LinkedInConnection) -> None:
    post = out(line, a_part("We are open."))
    question = place.someone_comments(post.external_id, "Until when?")
    part, attempt = a_part("Until six.", in_reply_to=question), an_attempt()
    answer = out(line, part, attempt)
    assert place.standing()[-1] == ("Until six.", question)
    assert line.find(part, attempt) == answer
    assert line.visible(answer.external_id)
    line.recall(answer.external_id)
    line.recall(answer.external_id)
    assert not line.visible(answer.external_id)
    assert line.find(part, attempt) is None


def test_a_comments_shorter_name_is_as_good(place: LinkedIn, line: LinkedInConnection) -> None:
    post = out(line, a_part("We are open."))
    question = place.someone_comments(post.external_id, "Until when?")
    out(line, a_part("Until six.", in_reply_to=question.replace("(urn:li:", "(")))
    assert place.standing()[-1] == ("Until six.", question)


def test_an_answer_that_is_too_long_or_has_a_picture_never_leaves(place: LinkedIn, line: LinkedInConnection) -> None:
    question = place.someone_says("Are you open?")
    with pytest.raises(RefusedError, match="1250"):
        out(line, a_part("x" * 1_251, in_reply_to=question))
    with pytest.raises(NotOfferedError):
        out(line, a_part(in_reply_to=question, media=(PICTURE,)))
    assert place.server.asked == []


@pytest.mark.parametrize("urn", ["", "7", "urn:li:person:7", "urn:li:share:7/../../me", "urn:li:comment:(x,1)", "../x"])
def test_what_is_no_name_of_linkedins_is_never_asked_for(place: LinkedIn, line: LinkedInConnection, urn: str) -> None:
    for ask in (line.recall, line.visible):
        with pytest.raises(RefusedError):
            ask(urn)
    assert place.server.asked == []


def test_whose_member_has_no_role_on_the_page_does_not_speak_for_it(place: LinkedIn, line: LinkedInConnection) -> None:
    others = [
        {"role": "ADMINISTRATOR", "organization": f"urn:li:organization:{n}", "state": "APPROVED"} for n in range(150)
    ]
    place.roles = others + place.roles
    assert line.identity().external_id == str(NUMBER)
    place.roles = [*others, {"role": "ANALYST", "organization": ORGANIZATION, "state": "APPROVED"}]
    with pytest.raises(CredentialsError, match=str(NUMBER)):
        line.identity()


def test_a_post_that_is_still_being_made_is_not_visible_and_not_found(
    place: LinkedIn, line: LinkedInConnection
) -> None:
    part, attempt = a_part(), an_attempt()
    published = out(line, part, attempt)
    place.items[0].state = "PUBLISH_REQUESTED"
    assert not line.visible(published.external_id)
    assert line.find(part, attempt) is None


@pytest.mark.parametrize("answers", [False, True])
def test_an_empty_success_is_unknown_and_then_found(place: LinkedIn, line: LinkedInConnection, answers: bool) -> None:
    part, attempt = a_part(in_reply_to=place.someone_says("Are you open?") if answers else ""), an_attempt()
    place.empty = True
    with pytest.raises(OutcomeUnknownError):
        out(line, part, attempt)
    assert line.find(part, attempt) is not None


def test_comments_that_cannot_be_read_are_not_taken_for_none(place: LinkedIn, line: LinkedInConnection) -> None:
    part, attempt = a_part(in_reply_to=place.someone_says("Are you open?")), an_attempt()
    out(line, part, attempt)
    place.closed.add(part.in_reply_to)
    with pytest.raises(RefusedError):
        line.find(part, attempt)


def test_credentials_that_are_none_are_refused_before_any_call(place: LinkedIn) -> None:
    for missing in ("access_token", "organization"):
        with pytest.raises(CredentialsError):
            connect(place.account(), place.credentials() | {missing: ""}, OnePicture())
    with pytest.raises(CredentialsError):
        connect(place.account(), place.credentials() | {"organization": "1/../2"}, OnePicture())


@pytest.mark.parametrize(
    ("status", "message", "error"),
    [
        (403, "Not enough permissions to access: posts.CREATE", CredentialsError),
        (422, "Content is a duplicate of urn:li:share:7", DuplicateError),
        (400, "Content is a duplicate of urn:li:comment:(urn:li:activity:7,8)", DuplicateError),
        (426, "Requested version 20260701 is not active", RefusedError),
    ],
)
def test_what_a_refusal_means(status: int, message: str, error: type[Exception]) -> None:
    assert isinstance(complaint(Answered(status, {"message": message}, {})), error)
    assert complaint(Answered(400, {"message": "commentary is too long"}, {})) is None


def test_a_limit_of_a_day_ends_at_midnight() -> None:
    said = {"message": "Resource level throttle APPLICATION DAY limit for calls to this resource is reached."}
    throttled = complaint(Answered(429, said, {}))
    assert isinstance(throttled, ThrottledError)
    assert throttled.until is not None
    assert throttled.until.strftime("%H:%M:%S") == "00:00:00"
    assert timedelta(0) < throttled.until - datetime.now(UTC) <= timedelta(days=1)
    other = complaint(Answered(429, {"message": "Too many requests"}, {}))
    assert isinstance(other, ThrottledError)
    assert other.until is None


# What is said to the organisation.


def test_listening_starts_now_and_hears_comments_and_mentions_once(place: LinkedIn, line: LinkedInConnection) -> None:
    place.pass_time(timedelta(hours=-1))
    place.notify("COMMENT", "urn:li:comment:(activity:7,6844785523593134080)", MEMBER, "Long ago")
    assert line.mentions("").reports == ()
    place.pass_time(timedelta(hours=1, seconds=-10))
    place.notify(
        "COMMENT", "urn:li:comment:(activity:7,6844785523593134081)", MEMBER, "Are you open?", "urn:li:activity:7"
    )
    place.pass_time(timedelta(seconds=1))
    place.notify("SHARE_MENTION", "urn:li:share:6844785523593134082", MEMBER, "I like Acme.")
    place.notify("LIKE", "urn:li:activity:7", MEMBER, "")
    place.notify("COMMENT", "urn:li:comment:(activity:7,9)", ORGANIZATION, "Our own answer")
    heard = line.mentions(str(int(line.mentions("").cursor) - 60_000))
    assert [(one.external_id, one.text, one.in_reply_to) for one in heard.reports] == [
        ("urn:li:comment:(urn:li:activity:7,6844785523593134081)", "Are you open?", "urn:li:activity:7"),
        ("urn:li:share:6844785523593134082", "I like Acme.", ""),
    ]
    assert all(one.author == MEMBER and one.network == "linkedin" for one in heard.reports)
    again = line.mentions(heard.cursor)
    assert again.reports == ()
    assert again.cursor == heard.cursor


def test_edits_and_deletions_are_told_as_such(place: LinkedIn, line: LinkedInConnection) -> None:
    place.pass_time(timedelta(seconds=-5))
    comment = "urn:li:comment:(urn:li:activity:7,6844785523593134080)"
    place.notify("COMMENT_EDIT", comment, MEMBER, "Are you open today?", "urn:li:activity:7")
    place.notify("COMMENT_DELETE", comment, MEMBER, "")
    for action in ("COMMENT", "COMMENT_DELETE"):
        place.notify(action, "", MEMBER, "of nothing that has a name")
    heard = line.mentions(str(int((datetime.now(UTC) - timedelta(minutes=1)).timestamp() * 1000)))
    assert [one.text for one in heard.reports] == ["Are you open today?"]
    assert heard.reports[0].edited_at is not None
    assert [one.external_id for one in heard.retractions] == [comment]


def test_a_long_silence_is_caught_up_day_by_day_and_no_more_than_is_kept(
    place: LinkedIn, line: LinkedInConnection
) -> None:
    for days in (70, 3, 0):
        place.pass_time(timedelta(days=-days, seconds=-1))
        for number in range(120):
            comment = f"urn:li:comment:(urn:li:activity:7,{days}{number:04})"
            place.notify("COMMENT", comment, MEMBER, f"{days}", "urn:li:activity:7")
        place.pass_time(timedelta(days=days, seconds=1))
    pages = [line.mentions("not-a-cursor")]
    while pages[-1].more and len(pages) < 70:
        pages.append(line.mentions(pages[-1].cursor))
    assert not pages[-1].more
    assert [one.text for page in pages for one in page.reports] == ["3"] * 120 + ["0"] * 120


def test_a_cursor_in_the_future_is_heard_from_now(line: LinkedInConnection) -> None:
    ahead = str(int((datetime.now(UTC) + timedelta(days=9)).timestamp() * 1000))
    heard = line.mentions(ahead)
    assert heard.reports == ()
    assert int(heard.cursor) < int(ahead)


def test_who_follows_is_not_told(line: LinkedInConnection) -> None:
    with pytest.raises(NotOfferedError):
        line.followers(10)


# Credentials that run out.


def test_a_token_is_renewed_by_one_call_and_says_until_when(place: LinkedIn) -> None:
    old = place.credentials(right=False) | APP | {"refresh_token": REFRESH_TOKEN}
    new = refresh(place.account(), old)
    assert (new["access_token"], new["organization"]) == (TOKEN, str(NUMBER))
    expires_at = datetime.fromisoformat(new["expires_at"])
    assert abs(expires_at - datetime.now(UTC) - timedelta(days=60)) < timedelta(seconds=5)
    assert len(place.server.asked) == 1


def test_a_refresh_token_that_is_revoked_needs_a_person_and_is_not_shown(place: LinkedIn) -> None:
    old = place.credentials() | APP | {"refresh_token": WRONG}
    with pytest.raises(CredentialsError) as raised:
        refresh(place.account(), old)
    assert WRONG not in str(raised.value)


def test_credentials_without_a_refresh_token_cannot_be_renewed(place: LinkedIn) -> None:
    with pytest.raises(NotOfferedError):
        refresh(place.account(), place.credentials())
    with pytest.raises(CredentialsError):
        refresh(place.account(), place.credentials() | {"refresh_token": REFRESH_TOKEN})


def test_every_credential_that_is_read_is_asked_for(place: LinkedIn) -> None:
    asked = {one.name for one in CAPABILITIES.credentials}
    assert asked >= place.credentials().keys() | APP.keys() | {"refresh_token", "expires_at"}
