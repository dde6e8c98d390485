"""Posts with pictures, containers that are not ready or never will be, and replies, on Meta's networks."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.posts import Media
from shared.networks import CredentialsError, NotOfferedError, RefusedError, ThrottledError
from shared.networks.graph import PAGE
from shared.networks.graph.containers import LOOK_AGAIN
from shared.networks.instagram.connection import InstagramConnection
from shared.networks.threads.connection import ThreadsConnection
from shared.networks.threads.text import length
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places.facebook import Facebook
from tests.networks.places.graph import PICTURE, Pictures, account_at, graph_error
from tests.networks.places.instagram import Instagram
from tests.networks.places.threads import Threads, counted
from tests.networks.trying import a_part, an_attempt, out

OTHER = Media(sha256="cd" * 32, kind="image/jpeg", size=9, width=640, height=640)
PICTURES = (PICTURE, OTHER)


@pytest.fixture
def page() -> Iterator[Facebook]:
    with ExitStack() as stack:
        yield Facebook(stack)


@pytest.fixture
def instagram() -> Iterator[Instagram]:
    with ExitStack() as stack:
        yield Instagram(stack)


@pytest.fixture
def on_threads() -> Iterator[Threads]:
    with ExitStack() as stack:
        yield Threads(stack)


@pytest.fixture(params=[Instagram, Threads])
def place(request: pytest.FixtureRequest) -> Iterator[Instagram | Threads]:
    with ExitStack() as stack:
        yield request.param(stack)


def link(media: Media) -> str:
    return Pictures().link("acme", media)


def test_a_pages_pictures_are_uploaded_where_nobody_sees_them_and_go_out_with_the_post(page: Facebook) -> None:
    line = page.connect()
    ready = line.prepare(a_part(media=PICTURES), an_attempt(), timeout=5)
    assert page.standing() == []
    assert [photo["published"] for photo in page.photos.values()] == ["false", "false"]
    line.publish(ready, timeout=5)
    first, second = (page.photos[photo] for photo in page.things[0].pictures)
    assert (first["source"], first["alt_text_custom"]) == (f"acme/{PICTURE.sha256}", PICTURE.alt)
    assert second["source"] == f"acme/{OTHER.sha256}"


def test_a_text_twice_in_a_row_is_refused_and_with_another_between_told_apart(page: Facebook) -> None:
    line, one, other = page.connect(), an_attempt(), an_attempt()
    first = out(line, a_part(), one)
    with pytest.raises(RefusedError, match="twice in a row"):
        out(line, a_part(), other)
    out(line, a_part("between"))
    second = out(line, a_part(), other)
    assert line.find(a_part(), other, {first.external_id}) == second
    assert line.find(a_part(), one, {second.external_id}) == first
    assert line.find(a_part(), one, {first.external_id, second.external_id}) is None


def test_a_comment_takes_one_picture(page: Facebook) -> None:
    question = page.someone_says("What is in the window?")
    out(page.connect(), a_part("This.", in_reply_to=question, media=(PICTURE,)))
    assert len(page.things[-1].pictures) == 1
    with pytest.raises(RefusedError, match="one picture"):
        out(page.connect(), a_part("These.", in_reply_to=question, media=PICTURES))
    assert page.standing() == [("This.", question)]


def test_a_comment_is_answered_under_it_and_the_answer_told_from_others(page: Facebook) -> None:
    question = page.someone_comments(page.someone_says("Hello"), "Are you open?")
    attempt = an_attempt()
    published = out(page.connect(), a_part("Yes!", in_reply_to=question), attempt)
    page.someone_comments(question, "Yes!")
    found = page.connect().find(a_part("Yes!", in_reply_to=question), attempt)
    assert found == published
    taken = {published.external_id}
    assert page.connect().find(a_part("Yes!", in_reply_to=question), attempt, taken) is None


def test_an_answer_is_found_behind_many_older_ones(page: Facebook) -> None:
    question = page.someone_says("Who comes?")
    for _ in range(PAGE + 1):
        page.thing(page.someone_comments(question, "Me!")).at -= timedelta(hours=1)
    attempt = an_attempt()
    published = out(page.connect(), a_part("All of you.", in_reply_to=question), attempt)
    assert page.connect().find(a_part("All of you.", in_reply_to=question), attempt) == published


def test_on_threads_an_answer_to_another_post_is_not_taken_for_it(on_threads: Threads) -> None:
    one, other = on_threads.someone_says("Open?"), on_threads.someone_says("Open on Sunday?")
    attempt = an_attempt()
    out(on_threads.connect(), a_part("Yes!", in_reply_to=one), attempt)
    assert on_threads.connect().find(a_part("Yes!", in_reply_to=other), attempt) is None


@pytest.mark.parametrize("media", [(PICTURE,), PICTURES])
def test_pictures_go_out_in_their_order_with_what_they_show(
    place: Instagram | Threads, media: tuple[Media, ...]
) -> None:
    published = out(place.connect(), a_part("Look", media=media))
    thing = place.thing(published.external_id)
    assert thing.pictures == tuple(link(one) for one in media)
    alts = [made.form["alt_text"] for made in place.containers.made.values() if "alt_text" in made.form]
    assert alts == [PICTURE.alt]
    assert place.standing() == [("Look", "")]


@pytest.mark.parametrize("media", [(PICTURE,), PICTURES])
def test_a_container_is_waited_for(place: Instagram | Threads, media: tuple[Media, ...]) -> None:
    place.containers.looks = 2
    out(place.connect(), a_part("Look", media=media))
    assert place.standing() == [("Look", "")]


def test_a_container_that_is_not_ready_in_time_is_for_a_later_try(place: Instagram | Threads) -> None:
    place.containers.looks = 1_000_000
    began = time.monotonic()
    with pytest.raises(ThrottledError, match="not ready"):
        place.connect().prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=LOOK_AGAIN / 2)
    assert time.monotonic() - began < LOOK_AGAIN
    assert place.standing() == []


def test_nobody_waits_for_a_container_when_the_wait_is_longer_than_the_time_left(on_threads: Threads) -> None:
    on_threads.containers.looks = 1
    waited: list[float] = []
    account = on_threads.account()
    line = ThreadsConnection(
        account, on_threads.credentials(right=True), Pictures(), base_url=account.base_url, pause=waited.append
    )
    with pytest.raises(ThrottledError):
        line.prepare(a_part(), an_attempt(), timeout=LOOK_AGAIN / 2)
    assert waited == []
    on_threads.containers.looks = 2
    line.prepare(a_part(), an_attempt(), timeout=5)
    assert waited == [LOOK_AGAIN, LOOK_AGAIN]


def test_a_container_that_failed_is_a_refusal_with_its_reason(place: Instagram | Threads) -> None:
    place.containers.ends_as = "ERROR"
    with pytest.raises(RefusedError, match=r"2207052|FAILED_DOWNLOADING"):
        out(place.connect(), a_part(media=(PICTURE,)))
    assert place.standing() == []


def test_a_container_that_has_expired_is_for_a_later_try(place: Instagram | Threads) -> None:
    place.containers.ends_as = "EXPIRED"
    with pytest.raises(ThrottledError, match="expired"):
        out(place.connect(), a_part(media=(PICTURE,)))
    assert place.standing() == []


def test_what_was_ready_and_is_not_there_any_more_when_it_is_called_for_is_not_out(place: Instagram | Threads) -> None:
    line = place.connect()
    ready = line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=5)
    for container in place.containers.made.values():
        container.state = "EXPIRED"
    with pytest.raises(ThrottledError):
        line.publish(ready, timeout=5)
    assert place.standing() == []


class AlwaysTheSame(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@pytest.mark.parametrize("said", [graph_error(2, status=500), graph_error(1), Said(200, b"{}"), Said(502)])
def test_what_went_wrong_in_preparation_is_never_a_post_that_may_be_out(said: Said) -> None:
    with serving(lambda _: said, AlwaysTheSame(), lambda: datetime.now(UTC)) as server:
        account = account_at(server.url, "threads")
        line = ThreadsConnection(account, {"access_token": "THAA"}, Pictures(), base_url=server.url)
        with pytest.raises(ThrottledError):
            line.prepare(a_part(), an_attempt(), timeout=5)


def test_a_post_without_a_picture_is_none_on_instagram(instagram: Instagram) -> None:
    with pytest.raises(RefusedError, match="picture"):
        out(instagram.connect(), a_part())
    assert instagram.server.asked == []


@pytest.mark.parametrize(
    ("caption", "why"),
    [
        (" ".join(f"#tag{number}" for number in range(31)), "31 hashtags"),
        (" ".join(f"@name{number}" for number in range(21)), "21 accounts"),
    ],
)
def test_a_caption_with_too_many_hashtags_or_mentions_is_refused_before_any_call(
    instagram: Instagram, caption: str, why: str
) -> None:
    with pytest.raises(RefusedError, match=why):
        out(instagram.connect(), a_part(caption, media=(PICTURE,)))
    assert instagram.server.asked == []
    most = caption.rpartition(" ")[0] + " an@address"
    out(instagram.connect(), a_part(most, media=(PICTURE,)))
    assert instagram.standing() == [(most, "")]


def test_a_reply_on_instagram_is_text_alone(instagram: Instagram) -> None:
    question = instagram.someone_says("Are you open?")
    with pytest.raises(NotOfferedError, match="text alone"):
        out(instagram.connect(), a_part("Yes!", in_reply_to=question, media=(PICTURE,)))
    assert instagram.standing() == []


def test_a_reply_to_a_reply_stands_under_the_comment_at_the_top_and_is_found_there(instagram: Instagram) -> None:
    top = instagram.someone_says("Are you open?")
    below = instagram.someone_replies(top, "I wonder too.")
    instagram.someone_replies(top, "Yes!")
    attempt = an_attempt()
    published = out(instagram.connect(), a_part("Yes!", in_reply_to=below), attempt)
    assert instagram.standing() == [("Yes!", top)]
    assert instagram.connect().find(a_part("Yes!", in_reply_to=below), attempt) == published
    assert published.url == f"https://www.instagram.com/p/{instagram.commented.id}/"
    instagram.connect().recall(published.external_id)
    assert instagram.standing() == []


def test_a_post_is_no_comment_and_cannot_be_answered_on_instagram(instagram: Instagram) -> None:
    with pytest.raises(RefusedError):
        out(instagram.connect(), a_part("Yes!", in_reply_to=instagram.commented.id))
    assert instagram.standing() == []


def test_a_page_that_no_instagram_account_is_connected_to_has_no_line_to_instagram() -> None:
    page = Said(200, b'{"id": "1015"}')
    with serving(lambda _: page, AlwaysTheSame(), lambda: datetime.now(UTC)) as server:
        account = account_at(server.url, "instagram")
        line = InstagramConnection(account, {"access_token": "EAA"}, Pictures(), base_url=server.url)
        for ask in (line.identity, lambda: line.prepare(a_part(media=(PICTURE,)), an_attempt(), timeout=5)):
            with pytest.raises(CredentialsError, match="Instagram account"):
                ask()


def test_what_is_recent_on_threads_is_replies_too(on_threads: Threads) -> None:
    line = on_threads.connect()
    out(line, a_part("A post"))
    on_threads.pass_time(timedelta(seconds=2))
    question = on_threads.someone_says("Open?")
    out(line, a_part("Yes!", in_reply_to=question))
    on_threads.pass_time(timedelta(seconds=2))
    out(line, a_part("Another post"))
    shown = line.recent(on_threads.now() - timedelta(minutes=1))
    assert [one.text for one in shown] == ["Another post", "Yes!", "A post"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("plain", 5),
        ("日本語", 3),
        ("é", 1),
        ("e\u0301", 2),
        ("😀", 4),
        ("❤️", 6),
        ("👩‍👩‍👧", 18),
        ("🇳🇴", 8),
        ("👍🏽", 8),
    ],
)
def test_on_threads_an_emoji_counts_as_many_as_it_has_bytes(text: str, counts: int) -> None:
    assert length(text) == counted(text) == counts
