"""What is said to an account is in the inbox once, whatever breaks on the way; none keeps another from being heard."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import msgspec
import pytest

from functions.ingest.poll import LONGEST_RUN, LONGEST_WAIT, MOST_PAGES, Poll
from shared.domain.accounts import Account, AccountKind
from shared.domain.listening.mentions import Delivery, Mention, Report, Retraction
from shared.domain.listening.polling import Listened
from shared.networks import (
    CredentialsError,
    Heard,
    NotOfferedError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
)
from shared.queues import LARGEST_MESSAGE, MemoryQueue, QueueError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

Said = Report | Retraction


@dataclass
class Ears:
    """A network where each account is told things in order; its cursor counts how many were heard."""

    told: dict[str, list[Said]] = field(default_factory=dict)
    page: int = 10
    fails: dict[str, Exception] = field(default_factory=dict)
    unconnectable: dict[str, Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None

    def connect(self, account: Account) -> Any:
        if account.id in self.unconnectable:
            raise self.unconnectable[account.id]
        return Ear(self, account.id)


@dataclass
class Ear:
    ears: Ears
    account: str

    def mentions(self, cursor: str) -> Heard:
        self.ears.asked.append(self.account)
        self.ears.meanwhile()
        if self.account in self.ears.fails:
            raise self.ears.fails[self.account]
        told = self.ears.told.get(self.account, [])
        begin = int(cursor) if cursor else len(told)
        page = told[begin : begin + self.ears.page]
        return Heard(
            reports=tuple(one for one in page if isinstance(one, Report)),
            retractions=tuple(one for one in page if isinstance(one, Retraction)),
            cursor=str(begin + len(page)),
            more=begin + len(page) < len(told),
        )


@dataclass
class Post:
    """The office of a house: what is on the queue, and the polls."""

    house: House
    ears: Ears = field(default_factory=Ears)
    inbound: MemoryQueue = field(default_factory=MemoryQueue)
    chance: Random = field(default_factory=lambda: Random(1))  # noqa: S311  no secret

    def poll(self) -> int:
        house = self.house
        return Poll(house.store, self.ears.connect, self.inbound, house.clock, house.new_id, self.chance.shuffle).poll()

    def deliver(self) -> list[Delivery]:
        """Everything on the queue, into the inbox."""
        sent, self.inbound.sent = self.inbound.sent, []
        deliveries = [msgspec.json.decode(one.body, type=Delivery) for one in sent]
        for delivery in deliveries:
            self.house.receive(delivery)
        return deliveries

    def say(self, to: Brand | str, *texts: str) -> None:
        account = to if isinstance(to, str) else to.account
        told = self.ears.told.setdefault(account, [])
        told += [report(f"{account}-{len(told) + number}", text) for number, text in enumerate(texts)]

    def inbox(self, client: str = "acme") -> list[Mention]:
        return sorted(self.house.store.inbox(client), key=lambda mention: mention.external_id)


def report(external_id: str, text: str, **more: Any) -> Report:
    return Report(network="mastodon", external_id=external_id, author="customer@social.example", text=text, **more)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def post(acme: Brand) -> Post:
    """After a first poll, from which on everything is heard."""
    post = Post(acme.house)
    post.poll()
    return post


def change(made: Brand, **to: Any) -> None:
    account = made.house.store.get(Account, made.client, made.account)
    assert account is not None
    made.house.store.commit(replace(account, version=account.version + 1, **to))


def test_what_is_said_to_an_account_gets_into_its_clients_inbox(acme: Brand, post: Post) -> None:
    post.say(acme, "Where is my order?", "Nice shop")
    assert post.poll() == 2
    (delivery,) = post.deliver()
    assert (delivery.source, delivery.client) == (acme.account, "acme")
    assert delivery.received_at == acme.house.clock.now()
    assert [mention.text for mention in post.inbox()] == ["Where is my order?", "Nice shop"]
    assert post.inbox()[0].sources == (acme.account,)


def test_what_was_said_before_the_first_poll_is_left_alone_and_what_comes_after_is_not(acme: Brand) -> None:
    post = Post(acme.house)
    post.say(acme, "Long ago")
    assert (post.poll(), post.inbound.sent) == (0, [])
    post.say(acme, "Now")
    assert post.poll() == 1


def test_when_nothing_was_said_nothing_is_sent_and_nothing_is_written(post: Post) -> None:
    post.house.store.calls.clear()
    assert post.poll() == 0
    assert post.inbound.sent == []
    assert post.house.store.calls["commit"] == 0


def test_news_costs_one_message_and_one_write(acme: Brand, post: Post) -> None:
    post.say(acme, *map(str, range(10)))
    post.house.store.calls.clear()
    post.poll()
    assert (len(post.inbound.sent), post.house.store.calls["commit"], len(post.ears.asked)) == (1, 1, 2)


def test_each_page_is_a_message_until_there_is_no_more(acme: Brand, post: Post) -> None:
    post.say(acme, *map(str, range(25)))
    assert post.poll() == 25
    assert [len(delivery.reports) for delivery in post.deliver()] == [10, 10, 5]


def test_an_account_that_is_flooded_leaves_time_for_the_others_and_is_heard_out_in_the_end(
    acme: Brand, post: Post
) -> None:
    post.ears.page = 1
    post.say(acme, *map(str, range(MOST_PAGES + 2)))
    assert [post.poll(), post.poll(), post.poll()] == [MOST_PAGES, 2, 0]


def test_cut_short_before_it_is_noted_the_page_comes_again_and_is_in_the_inbox_once(acme: Brand, post: Post) -> None:
    class PowerCutError(Exception):
        pass

    post.say(acme, "Hello?")
    post.house.store.before["commit"].append(raising(PowerCutError()))
    with pytest.raises(PowerCutError):
        post.poll()
    assert post.poll() == 1
    assert len(post.deliver()) == 2
    assert [mention.text for mention in post.inbox()] == ["Hello?"]


def test_what_the_queue_did_not_take_comes_again(acme: Brand, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.say(acme, "Hello?")
    with monkeypatch.context() as patch:
        patch.setattr(MemoryQueue, "send", lambda *_: raising(QueueError("The queue did not take the message."))())
        assert post.poll() == 0
    assert post.poll() == 1


def test_a_note_that_may_have_been_lost_costs_nothing_but_a_repeat(acme: Brand, post: Post) -> None:
    post.say(acme, "Hello?")
    post.house.store.after["commit"].append(raising(StoreError("The store did not answer.")))
    post.poll()
    post.say(acme, "Still there?")
    post.poll()
    post.deliver()
    assert [mention.text for mention in post.inbox()] == ["Hello?", "Still there?"]


def test_two_polls_at_the_same_moment_put_each_message_into_the_inbox_once(acme: Brand, post: Post) -> None:
    post.say(acme, *map(str, range(25)))
    post.house.store.before["commit"].append(post.poll)
    post.poll()
    post.deliver()
    assert len(post.inbox()) == 25
    assert post.poll() == 0


@pytest.mark.parametrize(
    "error",
    [
        CredentialsError("The token was revoked."),
        NotOfferedError("There is no such thing here."),
        OutcomeUnknownError("No usable answer."),
        RefusedError("The account is gone."),
        ThrottledError("Not now.", None),
        ThrottledError("Not now.", datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("where", ["fails", "unconnectable"])
def test_an_account_that_cannot_be_heard_keeps_no_other_from_being_heard(
    acme: Brand, post: Post, error: Exception, where: str
) -> None:
    others = [brand(acme.house, client) for client in ("bolt", "crumb", "dune")]
    post.poll()
    for made in (acme, *others):
        post.say(made, "Hello?")
    getattr(post.ears, where)[acme.account] = error
    assert post.poll() == 3
    assert {delivery.client for delivery in post.deliver()} == {"bolt", "crumb", "dune"}


def test_an_account_whose_place_cannot_be_noted_keeps_no_other_from_being_heard(acme: Brand, post: Post) -> None:
    bolt = brand(acme.house, "bolt")
    post.poll()
    post.say(acme, "Hello?")
    post.say(bolt, "Hello?")
    post.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    post.poll()
    post.poll()
    post.deliver()
    assert len(post.inbox()) == len(post.inbox("bolt")) == 1


def test_a_network_that_asks_to_wait_is_not_asked_until_then(acme: Brand, post: Post) -> None:
    clock = acme.house.clock
    post.say(acme, "Hello?")
    post.ears.fails[acme.account] = ThrottledError("Not now.", clock.now() + timedelta(minutes=5))
    post.poll()
    del post.ears.fails[acme.account]
    asked = len(post.ears.asked)
    clock.sleep(299)
    assert (post.poll(), len(post.ears.asked)) == (0, asked)
    clock.sleep(1)
    assert post.poll() == 1
    listened = acme.house.store.get(Listened, "acme", acme.account)
    assert listened is not None
    assert listened.wait_until is None


def test_no_network_is_waited_for_longer_than_an_hour(acme: Brand, post: Post) -> None:
    clock = acme.house.clock
    post.say(acme, "Hello?")
    post.ears.fails[acme.account] = ThrottledError("Not now.", clock.now() + timedelta(days=400))
    post.poll()
    del post.ears.fails[acme.account]
    clock.sleep(LONGEST_WAIT.total_seconds())
    assert post.poll() == 1


def test_an_account_that_was_asked_to_wait_before_its_first_answer_still_begins_with_now(acme: Brand) -> None:
    post = Post(acme.house)
    post.ears.fails[acme.account] = ThrottledError("Not now.", acme.house.clock.now() + timedelta(minutes=1))
    post.poll()
    post.say(acme, "Long ago")
    del post.ears.fails[acme.account]
    acme.house.clock.sleep(60)
    assert post.poll() == 0
    post.say(acme, "Now")
    assert post.poll() == 1


def test_closed_and_shadow_accounts_and_those_of_networks_that_are_not_polled_are_not_asked(
    acme: Brand, post: Post
) -> None:
    post.ears.asked.clear()
    for to in ({"shadow": True}, {"shadow": False, "closed_at": acme.house.clock.now()}):
        change(acme, **to)
        post.poll()
    change(acme, closed_at=None, network="myspace")
    post.poll()
    assert post.ears.asked == []


def test_what_is_said_to_a_person_of_the_brand_is_heard_too(acme: Brand, post: Post) -> None:
    change(acme, kind=AccountKind.PERSON, owner=acme.owner)
    post.say(acme, "Congratulations!")
    assert post.poll() == 1


def test_when_time_runs_out_the_rest_is_left_to_the_next_run(acme: Brand, post: Post) -> None:
    others = [brand(acme.house, client) for client in ("bolt", "crumb")]
    post.poll()
    for made in (acme, *others):
        post.say(made, "Hello?")
    post.ears.meanwhile = lambda: acme.house.clock.sleep(LONGEST_RUN.total_seconds() / 2)
    assert post.poll() == 2
    # Chance says who is left out; that one is not left out for ever.
    assert any(post.poll() for _ in range(100))
    assert {delivery.client for delivery in post.deliver()} == {"acme", "bolt", "crumb"}


def test_no_page_is_asked_for_when_time_has_run_out(acme: Brand, post: Post) -> None:
    post.say(acme, *map(str, range(25)))
    post.ears.meanwhile = lambda: acme.house.clock.sleep(LONGEST_RUN.total_seconds())
    assert [post.poll(), post.poll(), post.poll()] == [10, 10, 5]


def test_what_its_author_changed_or_took_back_is_so_in_the_inbox(acme: Brand, post: Post) -> None:
    post.say(acme, "Helo?", "Never mind")
    post.poll()
    at = acme.house.clock.now()
    post.deliver()
    assert [mention.text for mention in post.inbox()] == ["Helo?", "Never mind"]
    post.ears.told[acme.account] += [
        report(f"{acme.account}-0", "Hello?", edited_at=at),
        Retraction(network="mastodon", external_id=f"{acme.account}-1"),
    ]
    assert post.poll() == 2
    post.deliver()
    assert [mention.text for mention in post.inbox()] == ["Hello?"]


def test_more_than_a_message_holds_goes_in_several_and_nothing_is_left_out(acme: Brand, post: Post) -> None:
    long = "é" * 65_536
    post.say(acme, *(f"{number} {long}" for number in range(9)))
    post.ears.told[acme.account].append(Retraction(network="mastodon", external_id="gone"))
    assert post.poll() == 10
    assert len(post.inbound.sent) > 1
    assert all(len(one.body.encode()) <= LARGEST_MESSAGE for one in post.inbound.sent)
    deliveries = post.deliver()
    assert [len(delivery.retractions) for delivery in deliveries].count(1) == 1
    assert len(post.inbox()) == 9


def test_of_a_message_too_long_for_the_queue_the_beginning_is_heard(acme: Brand, post: Post) -> None:
    post.say(acme, "Hello? " + "x" * LARGEST_MESSAGE, "And hello")
    assert post.poll() == 2
    post.deliver()
    first, second = post.inbox()
    assert (first.text[:6], second.text) == ("Hello?", "And hello")


def test_characters_that_the_queue_refuses_arrive(acme: Brand, post: Post) -> None:
    post.say(acme, "one\ufffetwo\uffff")
    post.poll()
    assert "\ufffe" not in post.inbound.sent[0].body
    post.deliver()
    assert post.inbox()[0].text == "one\ufffetwo\uffff"


def incidents(acme: Brand) -> list[Any]:
    return list(acme.house.ok("GET", acme.path("/incidents"), key=acme.agent_key))


@pytest.mark.parametrize("where", ["fails", "unconnectable"])
def test_an_account_whose_credentials_do_not_let_it_listen_is_told_of_once_and_not_each_minute(
    acme: Brand, post: Post, where: str
) -> None:
    getattr(post.ears, where)[acme.account] = CredentialsError("The token does not allow it.")
    for _ in range(5):
        post.poll()
        post.house.clock.sleep(60)
    (incident,) = incidents(acme)
    assert (incident["kind"], incident["account"]) == ("disconnected", acme.account)
    assert incident["because"].endswith("is not heard. The token does not allow it. Connect it again.")
    assert acme.house.facts().count("incident.raised") == 1
    assert acme.house.entries()[-1].who == {"function": "ingest.poll"}


def test_an_account_that_was_connected_anew_and_cannot_be_heard_again_is_told_of_again(acme: Brand, post: Post) -> None:
    post.ears.fails[acme.account] = CredentialsError("The token was revoked.")
    post.poll()
    path, body = acme.path(f"/accounts/{acme.account}/credentials"), {"credentials": {"access_token": "another"}}
    acme.house.ok("POST", path, body, key=acme.owner_key)
    post.poll()
    assert len(incidents(acme)) == 2


def test_what_may_pass_is_no_incident(acme: Brand, post: Post) -> None:
    for error in (ThrottledError("Not now.", None), OutcomeUnknownError("No usable answer."), RefusedError("No.")):
        post.ears.fails[acme.account] = error
        post.poll()
    assert incidents(acme) == []


def test_two_polls_that_find_the_same_account_deaf_tell_it_once(acme: Brand, post: Post) -> None:
    post.ears.fails[acme.account] = CredentialsError("The token was revoked.")
    post.house.store.before["commit"].append(post.poll)
    post.poll()
    assert len(incidents(acme)) == 1


def test_an_incident_that_cannot_be_recorded_is_told_by_the_next_run_and_keeps_no_other_from_being_heard(
    acme: Brand, post: Post
) -> None:
    bolt = brand(acme.house, "bolt")
    post.poll()
    post.say(bolt, "Hello?")
    post.ears.fails[acme.account] = CredentialsError("The token was revoked.")
    post.house.store.before["get"].append(raising(StoreError("The store did not answer.")))
    assert post.poll() == 1
    assert incidents(acme) == []
    post.poll()
    assert len(incidents(acme)) == 1


def test_an_account_that_is_heard_costs_no_read_of_incidents(acme: Brand, post: Post) -> None:
    post.house.store.calls.clear()
    post.poll()
    assert post.house.store.calls["get"] == 0


def test_a_poll_that_finds_another_one_at_an_account_leaves_the_rest_of_it_to_that_one(acme: Brand, post: Post) -> None:
    post.say(acme, *map(str, range(25)))
    post.house.store.before["commit"].append(post.poll)
    post.ears.asked.clear()
    post.poll()
    # Its own first page, and the other's three.
    assert post.ears.asked == [acme.account] * 4
