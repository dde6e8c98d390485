"""What X's connector does beyond what every connector promises."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import pytest

from infra.sandbox.faults import FaultKind
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.shelf import EmptyShelf
from shared.networks.x import connect
from shared.networks.x.connection import XConnection
from tests.networks.faulty import Asked, Said
from tests.networks.places import opened
from tests.networks.places.x import PICTURE, X
from tests.networks.places.x_world import TOKEN, not_found, problem
from tests.networks.trying import a_part, an_attempt, out


@pytest.fixture
def x() -> Iterator[X]:
    with opened("x") as place:
        assert isinstance(place, X)
        yield place


def lines_of(x: X) -> XConnection:
    return XConnection(x.server.url, TOKEN, EmptyShelf())


def answers(x: X, said: Said, path: str = "/2/tweets") -> None:
    """From now on, whatever is asked for there."""
    truth = x.world.answer

    def answer(asked: Asked) -> Said:
        return said if asked.path.startswith(path) else truth(asked)

    x.server._answer = answer


def test_a_post_is_one_call_and_nothing_else(x: X) -> None:
    out(x.connect(), a_part("Good morning"))
    assert [(one.method, one.path) for one in x.server.asked] == [("POST", "/2/tweets")]


def test_pictures_go_up_before_the_post_with_what_they_show(x: X) -> None:
    line, attempt = x.connect(), an_attempt()
    part = a_part("Look", media=(PICTURE, replace(PICTURE, alt="", sha256="cd" * 32)))
    ready = line.prepare(part, attempt, timeout=5)
    assert x.standing() == []
    assert [one.path for one in x.server.asked] == ["/2/media/upload", "/2/media/metadata", "/2/media/upload"]
    published = line.publish(ready, timeout=5)
    assert [x.world.media[id_] for id_ in x.world.posts[published.external_id].media] == ["A shop window.", ""]
    assert line.find(part, attempt) == published
    assert [one.text for one in line.recent(attempt.started_at - timedelta(seconds=5))] == ["Look"]


def test_a_picture_without_words_is_found_again(x: X) -> None:
    line, attempt, part = x.connect(), an_attempt(), a_part("", media=(PICTURE,))
    assert line.find(part, attempt) is None
    published = out(line, part, attempt)
    assert line.find(part, attempt) == published


def test_the_same_words_with_and_without_a_picture_are_two_posts(x: X) -> None:
    line, attempt = x.connect(), an_attempt()
    out(line, a_part("Look", media=(PICTURE,)), attempt)
    assert line.find(a_part("Look"), attempt) is None


def test_a_post_whose_pictures_were_not_uploaded_does_not_go_out_without_them(x: X) -> None:
    line, part = x.connect(), a_part("Look", media=(PICTURE,))
    ready = replace(line.prepare(part, an_attempt(), timeout=5), prepared=())
    with pytest.raises(RefusedError):
        line.publish(ready, timeout=5)
    assert x.standing() == []


def test_a_picture_that_is_not_there_is_refused_before_anything_is_sent(x: X) -> None:
    with pytest.raises(RefusedError):
        lines_of(x).prepare(a_part("Look", media=(PICTURE,)), an_attempt(), timeout=5)
    assert list(x.server.asked) == []


@pytest.mark.parametrize("said", [problem(503, "Service Unavailable"), Said(200, b""), Said(200, b'{"data": {}}')])
def test_an_upload_without_a_usable_answer_can_be_tried_again(x: X, said: Said) -> None:
    answers(x, said, "/2/media")
    with pytest.raises(ThrottledError):
        x.connect().prepare(a_part("Look", media=(PICTURE,)), an_attempt(), timeout=5)


def test_uploads_end_in_time(x: X) -> None:
    with pytest.raises(ThrottledError, match="in time"):
        x.connect().prepare(a_part("Look", media=(PICTURE,)), an_attempt(), timeout=0)


def test_a_picture_of_which_x_can_make_nothing_is_refused(x: X) -> None:
    answers(x, Said(200, b'{"data": {"id": "7", "processing_info": {"state": "failed"}}}'), "/2/media")
    with pytest.raises(RefusedError):
        x.connect().prepare(a_part("Look", media=(PICTURE,)), an_attempt(), timeout=5)


def test_the_same_text_again_is_refused_and_says_why(x: X) -> None:
    line = x.connect()
    first = out(line, a_part("Good morning"))
    with pytest.raises(RefusedError, match="same text"):
        out(line, a_part("Good morning"))
    line.recall(first.external_id)
    with pytest.raises(RefusedError, match="same text"):
        out(line, a_part("Good morning"))
    assert x.standing() == []


def test_a_post_that_is_anothers_hides_none_behind_it(x: X) -> None:
    line, attempt = x.connect(), an_attempt()
    x.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        out(line, a_part("Good morning"), attempt)
    x.pass_time(timedelta(days=1))
    other = out(line, a_part("Good morning"))
    found = line.find(a_part("Good morning"), attempt, {other.external_id})
    assert found is not None
    assert found.external_id != other.external_id


def test_a_reply_is_found_under_the_name_that_x_puts_before_it(x: X) -> None:
    line, attempt = x.connect(), an_attempt()
    question = x.someone_says("Are you open?")
    published = out(line, a_part("Yes!", in_reply_to=question), attempt)
    assert x.world.posts[published.external_id].words == "@customer Yes!"
    assert line.find(a_part("Yes!", in_reply_to=question), attempt) == published
    assert line.find(a_part("Yes!", in_reply_to=x.someone_says("And you?")), attempt) is None


@pytest.mark.parametrize(
    "said",
    [
        Said(200, b""),
        Said(201, b"{}"),
        Said(201, b'{"data": {"id": "not a number", "text": ""}}'),
        Said(200, json.dumps(not_found("1")).encode()),
        problem(500, "Internal Server Error"),
        problem(503, "Service Unavailable"),
        problem(504, "Gateway Timeout"),
        Said(302, b"", {"Location": "https://example.com"}),
    ],
)
def test_an_answer_that_says_nothing_usable_leaves_the_outcome_unknown(x: X, said: Said) -> None:
    answers(x, said)
    with pytest.raises(OutcomeUnknownError):
        out(x.connect(), a_part("Good morning"))


@pytest.mark.parametrize("said", [Said(200, json.dumps(not_found("1")).encode()), problem(404, "Not Found")])
def test_what_is_gone_is_no_error_and_not_visible(x: X, said: Said) -> None:
    answers(x, said)
    x.connect().recall("1")
    assert not x.connect().visible("1")


@pytest.mark.parametrize(
    "said",
    [
        Said(200, b"{}"),
        Said(200, b'{"errors": [{"type": "https://api.x.com/2/problems/not-authorized-for-resource"}]}'),
        problem(503, "Service Unavailable"),
    ],
)
def test_nothing_is_taken_for_gone_that_x_does_not_call_gone(x: X, said: Said) -> None:
    answers(x, said)
    with pytest.raises(OutcomeUnknownError):
        x.connect().visible("1")
    with pytest.raises(OutcomeUnknownError):
        x.connect().recall("1")


def test_a_post_of_somebody_else_cannot_be_taken_down(x: X) -> None:
    theirs = x.someone_says("hello")
    with pytest.raises(RefusedError, match="not authorized to delete"):
        x.connect().recall(theirs)


def test_a_timeline_that_is_none_is_not_taken_for_an_empty_one(x: X) -> None:
    answers(x, Said(200, b'{"errors": [{"type": "https://api.x.com/2/problems/resource-not-found"}]}'), "/2/users/1111")
    with pytest.raises(OutcomeUnknownError):
        x.connect().find(a_part(), an_attempt())
    with pytest.raises(OutcomeUnknownError):
        x.connect().recent(datetime.now(UTC) - timedelta(hours=1))


def test_the_account_s_id_is_not_asked_for_where_it_is_known(x: X) -> None:
    line = connect(replace(x.account(), external_id="1111"), {"access_token": TOKEN}, EmptyShelf())
    line.recent(datetime.now(UTC) - timedelta(hours=1))
    assert [one.path for one in x.server.asked] == ["/2/users/1111/tweets"]


def test_only_what_was_asked_for_can_be_read(x: X) -> None:
    """X leaves out what it is not asked for, so that a forgotten field would read as none."""
    x.connect().find(a_part(), an_attempt())
    query = dict(parse_qsl(x.asked("/2/users/1111/tweets")[0].query))
    fields = {"attachments", "conversation_id", "created_at", "entities", "lang", "note_post"}
    assert set(query["post.fields"].split(",")) == fields
    assert query["expansions"] == "referenced_posts"
    assert query["start_time"].endswith("Z")


@pytest.mark.parametrize("token", ["", "with space", "line\nbreak", "x" * 5000])
def test_a_token_that_is_none_is_not_sent(x: X, token: str) -> None:
    with pytest.raises(CredentialsError):
        connect(x.account(), {"access_token": token}, EmptyShelf())


def test_mentions_are_heard_from_now_on_oldest_first_and_once(x: X) -> None:
    line = x.connect()
    x.someone_says("@acme before")
    cursor = line.mentions("").cursor
    question = x.someone_says("@acme are you open? See example.com &amp; more")
    own = out(line, a_part("Good morning"))
    x.someone_says("not about you")
    out(line, a_part("We, @acme, are open"))
    answer = x.someone_says("thanks", in_reply_to=own.external_id)
    heard = line.mentions(cursor)
    assert [report.external_id for report in heard.reports] == [question, answer]
    first, second = heard.reports
    assert first.text == "@acme are you open? See http://example.com &amp; more"
    assert (first.network, first.author, first.followers) == ("x", "customer", 12)
    assert first.url == f"https://x.com/customer/status/{question}"
    assert first.posted_at is not None
    assert abs(first.posted_at - datetime.now(UTC)) < timedelta(seconds=5)
    assert second.in_reply_to == own.external_id
    assert not heard.more
    again = line.mentions(heard.cursor)
    assert (again.reports, again.cursor) == ((), heard.cursor)


def test_a_busy_hour_of_mentions_is_heard_whole(x: X) -> None:
    line = x.connect()
    cursor = line.mentions("").cursor
    told = [x.someone_says(f"@acme {number}") for number in range(230)]
    assert [report.external_id for report in line.mentions(cursor).reports] == told


@pytest.mark.parametrize("cursor", ["1", "a cursor of another network"])
def test_a_cursor_that_is_not_known_starts_from_the_oldest(x: X, cursor: str) -> None:
    first = x.someone_says("@acme hello")
    assert [report.external_id for report in x.connect().mentions(cursor).reports] == [first]


def test_before_anybody_said_anything_the_cursor_is_before_everything(x: X) -> None:
    line = x.connect()
    cursor = line.mentions("").cursor
    told = x.someone_says("@acme hello")
    assert [report.external_id for report in line.mentions(cursor).reports] == [told]


def follower(number: int, picture: str) -> dict[str, object]:
    return {
        "id": str(number),
        "username": f"follower{number}",
        "created_at": "2020-01-01T00:00:00.000Z",
        "description": "likes tea",
        "profile_image_url": picture,
        "public_metrics": {"followers_count": 1, "following_count": 2, "tweet_count": 3, "listed_count": 0},
    }


def test_followers_are_sampled_from_the_latest(x: X) -> None:
    bare = "https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png"
    x.world.users = [
        follower(3, bare),
        follower(2, "https://pbs.twimg.com/profile_images/1/a.jpg"),
        {"id": "1", "username": "plain"},
    ]
    followers = x.connect().followers(2)
    assert followers.total == 12
    first, second = followers.sample
    assert (first.external_id, first.handle, first.has_picture) == ("3", "follower3", False)
    assert (first.followers, first.following, first.posts, first.description) == (1, 2, 3, "likes tea")
    assert first.created_at == datetime(2020, 1, 1, tzinfo=UTC)
    assert second.has_picture is True
    assert x.connect().followers(3).sample[2].has_picture is None
    assert x.connect().followers(0).sample == ()


def test_a_long_post_reads_whole(x: X) -> None:
    link = {"url": "https://t.co/x", "expanded_url": "https://example.com"}
    long = {"text": "long &amp; long https://t.co/x", "entities": {"urls": [link]}}
    post = {"id": "2080761390344937796", "text": "long &amp; lo…", "note_post": long}
    page = {"data": [post], "meta": {"result_count": 1}}
    answers(x, Said(200, json.dumps(page).encode()), "/2/users/1111/tweets")
    shown = x.connect().recent(datetime(2026, 1, 1, tzinfo=UTC))
    assert [one.text for one in shown] == ["long & long https://example.com"]
    assert shown[0].published.at == datetime(2026, 7, 24, 21, 5, 48, 792000, tzinfo=UTC)


def test_a_share_is_recent_and_never_taken_for_a_post(x: X) -> None:
    share = {"id": x.world.post("acme", "").id, "text": "RT @customer: hello"}
    page = {"data": [{**share, "referenced_posts": [{"type": "retweeted", "id": "1"}]}], "meta": {"result_count": 1}}
    answers(x, Said(200, json.dumps(page).encode()), "/2/users/1111/tweets")
    assert [one.text for one in x.connect().recent(datetime.now(UTC) - timedelta(minutes=1))] == ["RT @customer: hello"]
    assert x.connect().find(a_part("RT @customer: hello"), an_attempt()) is None
