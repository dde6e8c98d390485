"""Posts of one account go out in the order in which they are due, whatever happens to one of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from functions.publish.send import DUE_AGAIN, LONGEST_RUN, LONGEST_TURN, TURN_AGAIN, Outcome
from shared.dispatch import TRIES, convoy_in, dispatch, messages
from shared.domain.accounts import Account
from shared.domain.lanes import Lane
from shared.domain.posts import PostState
from shared.domain.schedule import Due
from shared.networks import Ready, ThrottledError
from shared.queues import LARGEST_MESSAGE, MemoryQueue
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, nothing, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def approved(acme: Brand, *seconds: float) -> list[str]:
    """Posts that are due so long after the start; their ids."""
    return [acme.approved(f"Post {one}", publish_at=after(one).isoformat())["id"] for one in seconds]


def due(acme: Brand, post: str) -> Due:
    """The post as its message carries it."""
    found = [one for message in acme.house.outbound.sent for one in convoy_in(message.body) if one.post.id == post]
    return found[-1]


def seen(acme: Brand) -> list[str]:
    return [status.text for status in acme.house.network.live()]


def test_a_post_whose_message_comes_first_does_not_overtake_the_one_before(acme: Brand) -> None:
    first, second = approved(acme, 20, 25)
    acme.house.clock.at = after(26)
    again = acme.house.sender().send(due(acme, second))
    assert isinstance(again, Due)
    assert again.at - acme.house.clock.now() == TURN_AGAIN
    assert acme.post(second)["because"] == f"{first} is due before it on this account and is not out yet"
    assert seen(acme) == []
    acme.house.sender().send(due(acme, first))
    acme.house.clock.at = again.at
    acme.house.sender().send(again)
    assert seen(acme) == ["Post 20", "Post 25"]


def test_a_post_whose_forerunner_the_network_puts_off_is_not_tried_all_the_time(acme: Brand) -> None:
    first, second = approved(acme, 20, 60)
    acme.house.network.faults = [ThrottledError("Too many requests", after(110))]
    acme.house.clock.at = after(20)
    acme.house.sender().send(due(acme, first))
    acme.house.clock.at = after(60)
    again = acme.house.sender().send(due(acme, second))
    assert isinstance(again, Due)
    assert again.at - acme.house.clock.now() == DUE_AGAIN


def test_a_post_waits_while_the_one_before_is_being_sent(acme: Brand) -> None:
    first, second = approved(acme, 20, 21)
    acme.house.clock.at = after(20)
    sender = acme.house.sender()
    claimed, attempt = sender._claim(due(acme, first).post)
    account = acme.house.store.get(Account, "acme", acme.account)
    assert claimed
    assert account
    line = acme.house.network.connect(account)

    def answered() -> None:
        sender._call(line, Ready(part=claimed.part(0), attempt=attempt), claimed, attempt, acme.house.clock.monotonic())

    acme.house.store.before["several_posts"] += [nothing, nothing, answered]
    assert acme.house.sender().send(due(acme, second)) is Outcome.DONE
    assert seen(acme) == ["Post 20", "Post 21"]


def test_a_stop_that_falls_while_a_post_waits_for_its_turn_holds_it(acme: Brand) -> None:
    first, second = approved(acme, 20, 21)
    acme.house.clock.at = after(20)
    sender = acme.house.sender()
    claimed, _ = sender._claim(due(acme, first).post)
    assert claimed

    def stopped() -> None:
        acme.stop("client:acme")
        acme.house.store.commit(claimed.moved(PostState.UNKNOWN, acme.house.clock.now(), "no answer came"))

    acme.house.store.before["several_posts"] += [nothing, stopped]
    acme.house.sender().send(due(acme, second))
    assert acme.post(second)["state"] == "held"
    assert acme.house.network.calls == 0


def test_a_post_does_not_wait_for_ever_for_one_that_is_being_sent(acme: Brand) -> None:
    first, second = approved(acme, 20, 21)
    acme.house.clock.at = after(20)
    acme.house.sender()._claim(due(acme, first).post)
    began = acme.house.clock.monotonic()
    again = acme.house.sender().send(due(acme, second))
    assert isinstance(again, Due)
    assert LONGEST_TURN <= acme.house.clock.monotonic() - began < LONGEST_TURN + 2
    assert acme.house.network.calls == 0


def test_a_post_of_another_account_waits_for_nobody(acme: Brand) -> None:
    other = brand(acme.house, "bolt")
    approved(acme, 20)
    (second,) = approved(other, 21)
    acme.house.clock.at = after(21)
    acme.house.sender().send(due(other, second))
    assert seen(acme) == ["Post 21"]


@pytest.mark.parametrize("gone", ["cancelled", "rescheduled", "stopped"])
def test_a_post_that_is_out_of_the_way_is_not_waited_for(acme: Brand, gone: str) -> None:
    first, second = approved(acme, 20, 25)
    waiting = due(acme, second)
    path = acme.path(f"/posts/{first}")
    if gone == "cancelled":
        acme.house.ok("POST", f"{path}/cancel", {"reason": "no"}, key=acme.agent_key)
    elif gone == "rescheduled":
        acme.house.ok("PATCH", path, {"publish_at": after(90).isoformat()}, key=acme.agent_key)
        acme.approve(acme.post(first))
    else:
        acme.stop(f"post:acme/{first}")
        acme.house.clock.at = after(20)
        acme.house.sender().send(due(acme, first))
    acme.house.clock.at = after(25)
    acme.house.sender().send(waiting)
    assert seen(acme) == ["Post 25"]


def test_what_is_behind_a_post_that_the_network_puts_off_waits_with_it(acme: Brand) -> None:
    acme.house.tick()
    approved(acme, 130, 131, 132)
    acme.house.clock.at = after(60)
    acme.house.outbound.sent.clear()
    acme.house.tick()
    assert len(acme.house.outbound.sent) == 1
    acme.house.network.faults = [ThrottledError("Too many requests", after(190))]
    acme.house.deliver()
    assert seen(acme) == []
    acme.house.deliver()
    assert seen(acme) == ["Post 130", "Post 131", "Post 132"]
    assert acme.house.network.calls == 4


def test_one_instant_is_in_the_order_in_which_the_posts_were_made(acme: Brand) -> None:
    acme.house.tick()
    texts = [f"{number}" for number in range(8)]
    for text in texts:
        acme.approved(text, publish_at=after(130).isoformat())
    acme.house.clock.at = after(60)
    acme.house.outbound.sent.clear()
    acme.house.tick()
    acme.house.deliver()
    assert seen(acme) == texts


def test_a_run_that_takes_long_hands_the_rest_over_to_another(acme: Brand) -> None:
    acme.house.tick()
    approved(acme, 130, 130, 130, 130, 130)
    acme.house.clock.at = after(60)
    acme.house.outbound.sent.clear()
    acme.house.tick()
    (message,) = acme.house.outbound.sent
    acme.house.clock.at = after(130)
    acme.house.store.before["clearance"] += [lambda: acme.house.clock.sleep(LONGEST_RUN / 3 + 0.1)] * 3
    rest = acme.house.sender().send_each(convoy_in(message.body))
    assert (len(rest), len(seen(acme))) == (2, 3)
    assert acme.house.sender().send_each(rest) == ()
    assert len(seen(acme)) == 5


def test_two_who_write_an_accounts_lane_at_the_same_moment_both_find_their_place(acme: Brand) -> None:
    first, second, third = approved(acme, 60, 70, 65)
    house = acme.house

    def hand_over(post: str) -> None:
        dispatch([due(acme, post)], store=house.store, outbound=MemoryQueue(), now=house.clock.now())

    house.store.before["commit"].append(lambda: hand_over(third))
    hand_over(second)
    lane = house.store.several(Lane, [("acme", acme.account)])["acme", acme.account]
    assert [one.post for one in lane.places] == [first, third, second]


def test_a_lane_that_is_never_left_in_peace_leaves_the_posts_to_the_next_tick(acme: Brand) -> None:
    (post,) = approved(acme, 60)
    waiting, queue = due(acme, post), MemoryQueue()
    acme.house.store.before["commit"] += [raising(ConflictError(waiting.post))] * TRIES
    with pytest.raises(StoreError, match="changes too often"):
        dispatch([waiting], store=acme.house.store, outbound=queue, now=acme.house.clock.now())
    assert queue.sent == []


def test_posts_that_do_not_fit_into_one_message_go_in_several_and_in_order(acme: Brand) -> None:
    (post,) = approved(acme, 60)
    one = due(acme, post)
    long = replace(one, post=replace(one.post, text="x" * (LARGEST_MESSAGE // 3)))
    sent = messages([long] * 7, START)
    assert all(len(message.body.encode()) <= LARGEST_MESSAGE for message in sent)
    assert [found for message in sent for found in convoy_in(message.body)] == [long] * 7
    assert len(messages([one] * 7, START)) == 1
