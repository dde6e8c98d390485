"""The whole way there and back between two real servers that federate, by Mastodon's API without its idempotency."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from functions.ingest.poll import Poll
from infra.sandbox.faults import FaultKind
from shared.domain.accounts import Account
from shared.domain.engagement import Engagement
from shared.domain.listening.mentions import Delivery, Mention
from shared.domain.posts import Post, PostState
from shared.networks import Connection, CredentialsError, OutcomeUnknownError, Posted
from shared.networks.mastodon.connection import MastodonConnection
from shared.outcomes import Outcomes
from shared.queues import MemoryQueue
from tests.house import Brand, House, brand
from tests.networks.faulty import Asked, Deed, FaultyServer, Manner, forwarded_to, serving
from tests.networks.peers.snac import Member, federating, until
from tests.networks.trying import a_part, an_attempt, out

pytestmark = pytest.mark.xdist_group("snac")


COUNTED = {"favourite": "likes", "reblog": "reposts"}


class Snac(Manner):
    def deed(self, asked: Asked) -> Deed:
        if asked.path == "/api/v1/statuses" and asked.method == "POST":
            return Deed.PUBLISH
        return {"DELETE": Deed.DELETE, "GET": Deed.READ}.get(asked.method, Deed.OTHER)


@pytest.fixture(scope="module")
def members() -> Iterator[tuple[Member, ...]]:
    with federating("acme", "customer") as members:
        yield members


@pytest.fixture(scope="module")
def acme(members: tuple[Member, ...]) -> Member:
    return members[0]


@pytest.fixture(scope="module")
def customer(members: tuple[Member, ...]) -> Member:
    return members[1]


@pytest.fixture
def gate(acme: Member) -> Iterator[FaultyServer]:
    """Stands before acme's server."""
    with serving(forwarded_to(acme.host, 80), Snac(), lambda: datetime.now(UTC)) as server:
        yield server


@pytest.fixture
def line(acme: Member, gate: FaultyServer) -> Connection:
    return MastodonConnection(gate.url, acme.token)


@dataclass
class Office:
    """The brand's and the agency's whole product, over a store in memory, with its account on the real server."""

    made: Brand
    line: Connection
    inbound: MemoryQueue = field(default_factory=MemoryQueue)

    @property
    def house(self) -> House:
        return self.made.house

    def connect(self, _: Account) -> Connection:
        return self.line

    def outcomes(self) -> Outcomes:
        return Outcomes(self.house.store, self.connect, self.house.clock, self.house.new_id, "test")

    def listens(self) -> list[Mention]:
        """A run of the poll and of what follows it; the inbox."""
        Poll(self.house.store, self.connect, self.inbound, self.house.clock, self.house.new_id, list.reverse).poll()
        sent, self.inbound.sent = self.inbound.sent, []
        for one in sent:
            delivery = msgspec.json.decode(one.body, type=Delivery)
            self.house.receive(delivery)
        return list(self.house.store.inbox("acme"))

    def publishes(self, text: str, **more: Any) -> Post:
        """Written, approved and sent."""
        self.house.clock.at = datetime.now(UTC)
        post = self.made.approved(text, **more)
        self.house.deliver()
        return self.post(post["id"])

    def post(self, id_: str) -> Post:
        post = self.house.store.post(id_)
        assert post is not None
        return post


@pytest.fixture
def office(line: Connection) -> Office:
    """After its first poll, from which on everything is heard."""
    house = House()
    house.clock.at = datetime.now(UTC)
    office = Office(brand(house), line)
    house.network.connect = office.connect  # type: ignore[assignment,method-assign]
    assert office.listens() == []
    return office


def test_a_mention_from_another_server_is_in_the_inbox_and_its_answer_goes_back_and_is_recalled_on_both(
    office: Office, acme: Member, customer: Member
) -> None:
    asked = customer.says(f"{acme.address} My order never arrived.\n\nSee https://example.com/order?a=1&b=2")
    (mention,) = until(office.listens)
    assert mention.author == "customer@127.0.0.3"
    assert mention.text == f"{acme.address} My order never arrived.\n\nSee https://example.com/order?a=1&b=2"
    assert mention.url.startswith(f"{customer.url}/customer/p/")
    assert (mention.function, mention.sources) == ("customer_service", (office.made.account,))
    assert office.listens() == [mention]

    post = office.publishes(f"{customer.address} We look into it.", mention=mention.id)
    assert (post.state, post.because) == (PostState.PUBLISHED, "")
    assert office.listens() == []
    (answer,) = until(lambda: customer.told("We look into it"))
    assert answer["in_reply_to_id"] == asked
    assert answer["url"] == post.sent[0].url

    recalled = office.outcomes().recall(post)
    assert recalled.state is PostState.RECALLED
    assert acme.posts("We look into it") == []
    until(lambda: not customer.told("We look into it"))
    until(lambda: customer.call("GET", f"/api/v1/statuses/{answer['id']}").status_code == 404)


def test_what_its_author_changed_or_took_back_on_the_other_server_is_so_in_the_inbox(
    office: Office, acme: Member, customer: Member
) -> None:
    kept = customer.says(f"{acme.address} Helo, is there a sale?")
    (mention,) = until(office.listens)
    regretted = customer.says(f"{acme.address} You are awful.")
    until(lambda: len(office.listens()) == 2)
    customer.changes(kept, f"{acme.address} Hello, is there a sale?")
    until(lambda: [one for one in office.listens() if "Hello" in one.text])
    customer.takes_back(regretted)
    (changed,) = until(lambda: found if len(found := office.listens()) == 1 else None)
    assert changed.id == mention.id
    assert changed.edited_at is not None
    assert office.house.facts().count("mention.received") == 2
    assert office.house.facts().count("mention.retracted") == 1


def test_a_post_whose_answer_was_lost_is_found_by_reading_and_never_doubled(
    office: Office, gate: FaultyServer, acme: Member, customer: Member
) -> None:
    gate.order(FaultKind.ERROR_AFTER_POSTING)
    post = office.publishes(f"{customer.address} The shop is open again.")
    assert post.state is PostState.UNKNOWN
    # The queue hands a message over twice now and then.
    office.house.clock.sleep(timedelta(minutes=2).total_seconds())
    office.house.tick()
    office.house.deliver()
    office.house.outcomes = office.outcomes()
    assert office.house.reconcile() == 0
    found = office.post(post.id)
    (standing,) = acme.posts("The shop is open again")
    assert found.state is PostState.PUBLISHED
    assert found.sent[0].external_id == standing["id"]
    assert [one.method for one in gate.asked].count("POST") == 1
    (told,) = until(lambda: customer.told("The shop is open again"))
    assert told["url"] == found.sent[0].url


def test_what_another_servers_people_make_of_a_post_is_counted(
    line: Connection, acme: Member, customer: Member
) -> None:
    published = out(line, a_part(f"{customer.address} A sale begins."))
    asked = [Posted(external_id=published.external_id)]
    assert line.engagement(asked) == {published.external_id: Engagement(likes=0, replies=0, reposts=0)}
    (told,) = until(lambda: customer.told("A sale begins"))
    for deed in ("favourite", "reblog"):
        assert customer.call("POST", f"/api/v1/statuses/{told['id']}/{deed}").ok
        until(lambda deed=deed: getattr(line.engagement(asked)[published.external_id], COUNTED[deed]) == 1)
    line.recall(published.external_id)
    assert line.engagement(asked) == {}


def test_an_idempotency_key_is_of_no_use_there(line: Connection, acme: Member) -> None:
    attempt = an_attempt()
    for _ in range(2):
        out(line, a_part("Twice is once too often"), attempt)
    assert len(acme.posts("Twice is once too often")) == 2


def test_what_is_asked_of_a_connection_is_answered_there_as_by_mastodon(line: Connection, acme: Member) -> None:
    attempt = an_attempt()
    part = a_part("Good <morning> & *hello*, see https://example.com/a?b=1&c=2.\n\n> a `quote`\n- one")
    published = out(line, part, attempt)
    assert line.find(part, attempt) == published
    assert line.find(part, attempt, {published.external_id}) is None
    assert line.visible(published.external_id)
    shown = line.recent(datetime.now(UTC) - timedelta(minutes=1))
    assert shown[0].published == published
    reply = replace(a_part("A part of its thread"), in_reply_to=published.external_id)
    second = out(line, reply, attempt)
    assert line.find(reply, attempt) == second
    for part_id in (second.external_id, published.external_id):
        line.recall(part_id)
        assert not line.visible(part_id)
        line.recall(part_id)
    assert line.find(part, attempt) is None
    identity = line.identity()
    assert (identity.handle, identity.external_id) == (
        "acme",
        MastodonConnection(acme.url, acme.token).identity().external_id,
    )


def test_followers_are_sampled(line: Connection) -> None:
    sample = line.followers(10)
    (follower,) = sample.sample
    assert (sample.total, follower.handle, follower.has_picture) == (1, "customer@127.0.0.3", False)
    assert follower.created_at is not None


def test_a_token_that_it_does_not_know_is_told_as_such(gate: FaultyServer) -> None:
    stranger = MastodonConnection(gate.url, "0" * 32)
    for ask in (stranger.identity, lambda: stranger.mentions(""), lambda: out(stranger, a_part())):
        with pytest.raises(CredentialsError):
            ask()


def test_a_time_out_is_unknown_and_what_landed_is_found(line: Connection, gate: FaultyServer, acme: Member) -> None:
    attempt = an_attempt()
    gate.order(FaultKind.SLOW, seconds=0.5)
    with pytest.raises(OutcomeUnknownError):
        out(line, a_part("Slowly"), attempt, timeout=0.2)
    (standing,) = until(lambda: acme.posts("Slowly"))
    found = line.find(a_part("Slowly"), attempt)
    assert found is not None
    assert found.external_id == standing["id"]
