"""What every connector promises, whatever its network does to it."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from infra.sandbox.faults import Fault, FaultKind
from infra.sandbox.server import SandboxServer, running
from shared.domain.accounts import Account, AccountKind
from shared.domain.errors import InvalidError
from shared.domain.posts import Post, PostState
from shared.networks import (
    CONNECTORS,
    Capabilities,
    Connection,
    CredentialsError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
    capabilities,
)
from shared.networks.mastodon import connect

TOKEN = "sandbox-acme"
TIMEOUT = 5.0
SHORT = 0.15


class MastodonOnSandbox:
    """A Mastodon server whose faults can be ordered, whose clock can be moved, and which tells the truth."""

    network = "mastodon"

    def __init__(self, stack: ExitStack) -> None:
        self._ahead = timedelta(0)
        self._server: SandboxServer = stack.enter_context(running(now=self.now))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def connect(self, token: str = TOKEN) -> Connection:
        account = Account(
            id="acc_1",
            client="acme",
            network=self.network,
            handle="acme",
            kind=AccountKind.BRAND,
            base_url=self._server.url,
            owner=None,
            created_at=datetime.now(UTC),
        )
        return connect(account, {"access_token": token})

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self._server.faults.order(Fault(fault=kind, times=times, seconds=seconds))

    def standing(self) -> list[tuple[str, str]]:
        """What the account has up, in truth: text and what it answers."""
        up = [status for status in self._server.network.ever_posted("acme") if status.deleted_at is None]
        return [(status.text, status.in_reply_to or "") for status in up]

    def someone_says(self, text: str) -> str:
        return self._server.network.post("customer", text).id


Place = MastodonOnSandbox
PLACES: dict[str, Callable[[ExitStack], Place]] = {"mastodon": MastodonOnSandbox}


@pytest.fixture(params=sorted(PLACES))
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with ExitStack() as stack:
        yield PLACES[request.param](stack)


@pytest.fixture
def line(place: Place) -> Connection:
    return place.connect()


def a_post(text: str = "The shop is open again.\n\nSee you & yours <3", in_reply_to: str = "") -> Post:
    now = datetime.now(UTC)
    return Post(
        id="pst_1",
        client="acme",
        agency="agy_1",
        account="acc_1",
        network="mastodon",
        handle="acme",
        function="announcement",
        text=text,
        in_reply_to=in_reply_to,
        mention=None,
        recommendation=None,
        author="mem_1",
        publish_at=None,
        approvals_needed=0,
        created_at=now,
        state=PostState.CLAIMED,
        state_at=now,
    )


def lately() -> datetime:
    return datetime.now(UTC) - timedelta(seconds=5)


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)


def test_every_connector_is_tried_here() -> None:
    assert set(PLACES) == set(CONNECTORS)


def test_a_published_post_is_visible_and_found(place: Place, line: Connection) -> None:
    post = a_post()
    published = line.publish(post, "att_1", timeout=TIMEOUT)
    assert line.visible(published.external_id)
    assert line.find(post, lately()) == published
    assert published.url.startswith("http")
    assert abs(published.at - datetime.now(UTC)) < timedelta(seconds=5)
    assert published.at.tzinfo is UTC
    assert place.standing() == [(post.text, "")]


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "two  spaces\nand a line\n\n\n\nand a gap",
        "<b>not markup</b> &amp; \"quotes\" 'both' & more",
        "see https://www.example.com/a/long/path/that/is/cut/for/display?with=query&and=more.",
        "thanks @customer and @someone@elsewhere.example!",
        "#launch day, #2026 is a year",
        "e\N{COMBINING ACUTE ACCENT} equals é, 👩‍👩‍👧 and 🇳🇴",
        "日本語のテキスト",
    ],
)
def test_a_post_is_found_as_the_network_shows_it(place: Place, line: Connection, text: str) -> None:
    place.someone_says("hello")
    post = a_post(text)
    published = line.publish(post, "att_1", timeout=TIMEOUT)
    assert line.find(post, lately()) == published


def test_a_post_that_never_landed_is_not_found(line: Connection) -> None:
    line.publish(a_post("another text"), "att_1", timeout=TIMEOUT)
    assert line.find(a_post(), lately()) is None


def test_a_post_of_the_same_text_that_is_known_to_be_anothers_is_not_taken_for_it(line: Connection) -> None:
    first = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert line.find(a_post(), lately(), {first.external_id}) is None
    second = line.publish(a_post(), "att_2", timeout=TIMEOUT)
    assert line.find(a_post(), lately(), {first.external_id}) == second
    assert line.find(a_post(), lately(), frozenset({second.external_id})) == first
    assert line.find(a_post(), lately(), [first.external_id, second.external_id]) is None


def test_a_post_that_is_anothers_hides_none_of_the_others_behind_it(place: Place, line: Connection) -> None:
    place.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        line.publish(a_post(), "att_0", timeout=TIMEOUT)
    taken = {line.publish(a_post(), f"att_{number}", timeout=TIMEOUT).external_id for number in range(1, 44)}
    found = line.find(a_post(), lately(), taken)
    assert found is not None
    assert found.external_id not in taken


def test_a_post_of_the_same_text_from_long_before_is_not_taken_for_it(place: Place, line: Connection) -> None:
    line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert line.find(a_post(), datetime.now(UTC) + timedelta(minutes=5)) is None


def test_a_post_is_found_where_the_clock_is_a_little_behind(place: Place, line: Connection) -> None:
    place.pass_time(timedelta(seconds=-20))
    published = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert line.find(a_post(), datetime.now(UTC)) == published


def test_a_post_is_found_behind_a_busy_hour_of_others(line: Connection) -> None:
    published = line.publish(a_post(), "att_0", timeout=TIMEOUT)
    for number in range(45):
        line.publish(a_post(f"number {number}"), f"att_{number + 1}", timeout=TIMEOUT)
    assert line.find(a_post(), lately()) == published


def test_an_error_after_posting_is_unknown_and_then_found(place: Place, line: Connection) -> None:
    place.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        line.publish(a_post(), "att_1", timeout=TIMEOUT)
    found = line.find(a_post(), lately())
    assert found is not None
    assert line.visible(found.external_id)


def test_a_post_that_lands_after_its_time_out_is_unknown_and_found_once_it_landed(
    place: Place, line: Connection
) -> None:
    place.order(FaultKind.LANDS_AFTER_TIMEOUT, seconds=3 * SHORT)
    with pytest.raises(OutcomeUnknownError):
        line.publish(a_post(), "att_1", timeout=SHORT)
    assert line.find(a_post(), lately()) is None
    until(lambda: len(place.standing()) == 1)
    assert line.find(a_post(), lately()) is not None


def test_an_answer_that_comes_too_late_is_unknown(place: Place, line: Connection) -> None:
    place.order(FaultKind.SLOW, seconds=3 * SHORT)
    began = time.monotonic()
    with pytest.raises(OutcomeUnknownError):
        line.publish(a_post(), "att_1", timeout=SHORT)
    assert time.monotonic() - began < 2 * SHORT
    assert line.find(a_post(), lately()) is not None


def test_a_throttled_post_is_not_made_and_says_until_when(place: Place, line: Connection) -> None:
    place.order(FaultKind.THROTTLE, seconds=120)
    with pytest.raises(ThrottledError) as raised:
        line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert raised.value.until is not None
    assert abs(raised.value.until - datetime.now(UTC) - timedelta(seconds=120)) < timedelta(seconds=3)
    assert place.standing() == []


def test_a_refused_post_is_not_made(place: Place, line: Connection) -> None:
    place.order(FaultKind.REFUSE)
    with pytest.raises(RefusedError):
        line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert place.standing() == []


def test_a_wrong_token_is_named_as_such_and_never_shown(place: Place) -> None:
    stranger = place.connect(token="wrong-token")
    with pytest.raises(CredentialsError) as raised:
        stranger.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert "wrong-token" not in str(raised.value)
    assert place.standing() == []


@pytest.mark.parametrize("token", ["", "two\nlines", "spaced out", "brev\u00e9"])
def test_a_token_that_cannot_be_one_is_refused_before_any_call(place: Place, token: str) -> None:
    with pytest.raises(CredentialsError) as raised:
        place.connect(token=token)
    assert token == "" or token not in str(raised.value)


def test_a_reply_answers_what_it_was_meant_to(place: Place, line: Connection) -> None:
    question = place.someone_says("Are you open?")
    post = a_post("Yes!", in_reply_to=question)
    published = line.publish(post, "att_1", timeout=TIMEOUT)
    assert place.standing() == [("Yes!", question)]
    assert line.find(post, lately()) == published
    assert line.find(replace(post, in_reply_to=""), lately()) is None


def test_a_reply_to_what_is_gone_is_refused(place: Place, line: Connection) -> None:
    with pytest.raises(RefusedError):
        line.publish(a_post(in_reply_to="1234"), "att_1", timeout=TIMEOUT)
    assert place.standing() == []


def test_a_recalled_post_is_gone_and_recalling_it_again_is_no_error(place: Place, line: Connection) -> None:
    published = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    line.recall(published.external_id)
    assert not line.visible(published.external_id)
    line.recall(published.external_id)
    assert line.find(a_post(), lately()) is None
    assert place.standing() == []


def test_a_deletion_that_did_nothing_is_seen(place: Place, line: Connection) -> None:
    published = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    place.order(FaultKind.DELETE_LIES)
    line.recall(published.external_id)
    assert line.visible(published.external_id)


def test_a_throttled_recall_says_so(place: Place, line: Connection) -> None:
    published = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    place.order(FaultKind.THROTTLE, seconds=60)
    with pytest.raises(ThrottledError):
        line.recall(published.external_id)
    assert line.visible(published.external_id)


def test_a_network_whose_reads_lag_shows_the_post_later(place: Place, line: Connection) -> None:
    place.order(FaultKind.READ_LAG, seconds=10)
    published = line.publish(a_post(), "att_1", timeout=TIMEOUT)
    assert not line.visible(published.external_id)
    assert line.find(a_post(), lately()) is None
    place.pass_time(timedelta(seconds=10))
    assert line.visible(published.external_id)
    assert line.find(a_post(), lately()) == published


def test_what_is_recent_is_everything_that_the_account_put_up_newest_first(place: Place, line: Connection) -> None:
    question = place.someone_says("Are you open?")
    ours = line.publish(a_post("Good <morning> & hello"), "att_1", timeout=TIMEOUT)
    place.pass_time(timedelta(minutes=1))
    reply = place.connect().publish(a_post("Yes!", in_reply_to=question), "att_2", timeout=TIMEOUT)
    shown = line.recent(lately())
    assert [one.published for one in shown] == [reply, ours]
    assert [one.text for one in shown] == ["Yes!", "Good <morning> & hello"]
    assert [one.published for one in line.recent(reply.at)] == [reply]
    line.recall(reply.external_id)
    assert [one.published for one in line.recent(lately())] == [ours]


def test_a_timeline_that_cannot_be_read_says_why(place: Place) -> None:
    with pytest.raises(CredentialsError):
        place.connect(token="wrong-token").recent(lately())


def edge(rules: Capabilities, *, over: int) -> str:
    link = "https://example.com/" + "a" * 100
    told = rules.length(link + " ")
    return link + " " + "x" * (rules.text_limit - told + over)


def test_the_longest_text_that_is_allowed_is_taken(place: Place, line: Connection) -> None:
    rules = capabilities(place.network)
    text = edge(rules, over=0)
    rules.check_text(text, "text")
    line.publish(a_post(text), "att_1", timeout=TIMEOUT)
    assert place.standing() == [(text, "")]


def test_a_longer_text_is_refused_here_and_there(place: Place, line: Connection) -> None:
    rules = capabilities(place.network)
    text = edge(rules, over=1)
    with pytest.raises(InvalidError):
        rules.check_text(text, "text")
    with pytest.raises(RefusedError):
        line.publish(a_post(text), "att_1", timeout=TIMEOUT)
    assert place.standing() == []
