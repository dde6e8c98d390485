"""Pictures are with the network before the time of their post, and what is late or unread holds nothing else up."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from functions.publish.send import ANSWER_MARGIN, KEPT_FOR_CALL
from shared.domain.attempts import SEND_DEADLINE
from shared.domain.schedule import FAR_AHEAD, UPLOADING, WAKE_EARLY
from tests.house import Brand, House, brand
from tests.pictures import picture, sent

PNG = picture()
MEDIA = [{"sha256": sha256(PNG).hexdigest(), "alt": "A red square"}]


@pytest.fixture
def acme() -> Brand:
    made = brand(House())
    made.house.ok("POST", made.path("/media"), sent(PNG), key=made.agent_key)
    return made


def due_in(acme: Brand, seconds: float, **more: Any) -> datetime:
    """An approved post, so soon that it is with its queue; when it is due."""
    at = acme.house.clock.now() + timedelta(seconds=seconds)
    acme.approved("Look!", publish_at=at.isoformat(), **more)
    return at


def test_the_network_gets_the_pictures_of_the_first_part_and_of_no_other(acme: Brand) -> None:
    acme.approve(acme.draft("One.", thread=["Two."], media=MEDIA))
    acme.house.deliver()
    first, second = acme.house.network.live()
    assert [(one.sha256, one.alt) for one in first.media] == [(MEDIA[0]["sha256"], MEDIA[0]["alt"])]
    assert second.media == ()


def test_only_a_post_with_pictures_is_prepared_where_nothing_else_needs_it(acme: Brand) -> None:
    prepared: list[datetime] = []
    acme.house.network.prepared = lambda: prepared.append(acme.house.clock.now())
    acme.approved("Good morning")
    acme.house.deliver()
    assert prepared == []
    acme.approved("Look!", media=MEDIA)
    acme.house.deliver()
    assert len(prepared) == 1


@pytest.mark.parametrize(("media", "early"), [(MEDIA, WAKE_EARLY + UPLOADING), ([], WAKE_EARLY)])
def test_a_post_with_pictures_is_woken_earlier_and_goes_out_at_its_time(
    acme: Brand, media: list[Any], early: timedelta
) -> None:
    at = due_in(acme, 60.5, media=media)
    (message,) = acme.house.outbound.sent
    woken = acme.house.clock.now() + timedelta(seconds=message.delay_seconds)
    assert early <= at - woken < early + timedelta(seconds=1)
    acme.house.deliver()
    assert [status.at for status in acme.house.network.live()] == [at]


def test_pictures_that_take_as_long_as_there_is_make_no_post_late_and_leave_the_call_its_time(acme: Brand) -> None:
    acme.house.network.prepared = lambda: acme.house.clock.sleep(UPLOADING.total_seconds())
    at = due_in(acme, 60.5, media=MEDIA)
    acme.house.deliver()
    assert [status.at for status in acme.house.network.live()] == [at]
    (timeout,) = acme.house.network.timeouts
    longest_before = WAKE_EARLY + UPLOADING + timedelta(seconds=1)
    assert timeout >= (SEND_DEADLINE - longest_before).total_seconds() - ANSWER_MARGIN


def test_an_upload_is_given_no_more_time_than_leaves_the_call_its_own(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []
    line = type(acme.house.network.connect(Any))
    prepare = line.prepare
    monkeypatch.setattr(
        line, "prepare", lambda *args, timeout: given.append(timeout) or prepare(*args, timeout=timeout)
    )
    acme.approved("Look!", media=MEDIA)
    acme.house.deliver()
    assert given == [SEND_DEADLINE.total_seconds() - KEPT_FOR_CALL]


def test_an_upload_that_outlasts_its_attempt_is_tried_again_and_not_sent_twice(acme: Brand) -> None:
    slow = [SEND_DEADLINE.total_seconds(), 0.0]
    acme.house.network.prepared = lambda: acme.house.clock.sleep(slow.pop(0))
    post = acme.approved("Look!", media=MEDIA)["id"]
    acme.house.deliver()
    shown = acme.post(post)
    assert (shown["state"], shown["because"]) == ("scheduled", "what had to be done before it took too long")
    acme.house.deliver()
    assert acme.post(post)["state"] == "published"
    assert acme.house.network.calls == 1


def test_an_upload_that_leaves_its_call_a_little_time_goes_out_with_what_is_left(acme: Brand) -> None:
    left = ANSWER_MARGIN + 0.5
    acme.house.network.prepared = lambda: acme.house.clock.sleep(SEND_DEADLINE.total_seconds() - left)
    post = acme.approved("Look!", media=MEDIA)["id"]
    acme.house.deliver()
    assert acme.post(post)["state"] == "published"
    assert acme.house.network.timeouts == [pytest.approx(0.5)]


def test_a_message_that_comes_far_too_early_goes_back_and_comes_again_in_time(acme: Brand) -> None:
    at = due_in(acme, (FAR_AHEAD + UPLOADING).total_seconds() + 10.5, media=MEDIA)
    (message,) = acme.house.outbound.sent
    acme.house.outbound.sent = [type(message)(message.body, 0)]
    acme.house.deliver()
    assert acme.house.network.live() == []
    acme.house.deliver()
    assert [status.at for status in acme.house.network.live()] == [at]
