"""What every connector promises, whatever its network does to it."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from infra.sandbox.faults import FaultKind
from shared.domain.engagement import Engagement
from shared.domain.errors import InvalidError
from shared.domain.posts import Part, Published
from shared.networks import (
    CONNECTORS,
    Connection,
    CredentialsError,
    NotOfferedError,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    ThrottledError,
    capabilities_of,
)
from shared.networks.capabilities import Capabilities, Counts, Does
from tests.networks.places import WRONG, Place, opened, together
from tests.networks.trying import TIMEOUT, an_attempt, out

SHORT = 0.15
TEXT = "The shop is open again.\n\nSee you & yours <3"


@pytest.fixture(params=[pytest.param(network, marks=together(network)) for network in sorted(CONNECTORS)])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with opened(request.param) as place:
        yield place


@pytest.fixture
def line(place: Place) -> Connection:
    return place.connect()


@pytest.fixture
def rules(place: Place) -> Capabilities:
    return capabilities_of(place.network)


def offered(rules: Capabilities, does: Does) -> None:
    if does not in rules.does:
        pytest.skip(f"{rules.network} has no {does.value}")


def repeatable(place: Place) -> None:
    if not getattr(place, "repeats", True):
        pytest.skip(f"{place.network} takes no text twice")


def said(place: Place, text: str = TEXT, in_reply_to: str = "") -> Part:
    """As a post says it; what answers something goes without pictures, as the later parts of a thread do.

    Where there are only answers it answers what stands there.
    """
    answered = in_reply_to or getattr(place, "subject", "")
    return Part(post="pst_1", text=text, in_reply_to=answered, media=() if answered else place.media)


def in_turn(posts: Sequence[Posted], at_once: int) -> Iterator[Sequence[Posted]]:
    return (posts[start : start + at_once] for start in range(0, len(posts), at_once))


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)


def test_a_published_post_is_visible_and_found(place: Place, line: Connection) -> None:
    part, attempt = said(place), an_attempt()
    published = out(line, part, attempt)
    assert line.visible(published.external_id)
    assert line.find(part, attempt) == published
    assert published.url.startswith("http")
    assert abs(published.at - datetime.now(UTC)) < timedelta(seconds=5)
    assert published.at.tzinfo is UTC
    assert place.standing() == [(part.text, part.in_reply_to)]


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
    part, attempt = said(place, text), an_attempt()
    published = out(line, part, attempt)
    assert line.find(part, attempt) == published


def test_a_post_that_never_landed_is_not_found(place: Place, line: Connection) -> None:
    out(line, said(place, "another text"))
    assert line.find(said(place), an_attempt()) is None


def test_a_post_of_the_same_text_that_is_known_to_be_anothers_is_not_taken_for_it(
    place: Place, line: Connection
) -> None:
    repeatable(place)
    one, other = an_attempt(), an_attempt()
    first = out(line, said(place), one)
    assert line.find(said(place), other, {first.external_id}) is None
    second = out(line, said(place), other)
    assert line.find(said(place), other, {first.external_id}) == second
    assert line.find(said(place), one, frozenset({second.external_id})) == first
    assert line.find(said(place), an_attempt(), [first.external_id, second.external_id]) is None


def test_a_post_that_is_anothers_hides_none_of_the_others_behind_it(place: Place, line: Connection) -> None:
    repeatable(place)
    lost = an_attempt()
    place.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        out(line, said(place), lost)
    taken = {out(line, said(place)).external_id for _ in range(43)}
    found = line.find(said(place), lost, taken)
    assert found is not None
    assert found.external_id not in taken


def test_a_post_of_the_same_text_from_long_before_is_not_taken_for_it(place: Place, line: Connection) -> None:
    out(line, said(place))
    assert line.find(said(place), an_attempt(started_at=datetime.now(UTC) + timedelta(minutes=5))) is None


def test_a_post_is_found_where_the_clock_is_a_little_behind(place: Place, line: Connection) -> None:
    place.pass_time(timedelta(seconds=-20))
    attempt = an_attempt()
    published = out(line, said(place), attempt)
    assert line.find(said(place), attempt) == published


def test_a_post_is_found_behind_a_busy_hour_of_others(place: Place, line: Connection) -> None:
    attempt = an_attempt()
    published = out(line, said(place), attempt)
    for number in range(45):
        out(line, said(place, f"number {number}"))
    assert line.find(said(place), attempt) == published


def test_an_error_after_posting_is_unknown_and_then_found(place: Place, line: Connection) -> None:
    attempt = an_attempt()
    place.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        out(line, said(place), attempt)
    found = line.find(said(place), attempt)
    assert found is not None
    assert line.visible(found.external_id)


def test_a_post_that_lands_after_its_time_out_is_unknown_and_found_once_it_landed(
    place: Place, line: Connection
) -> None:
    attempt = an_attempt()
    ready = line.prepare(said(place), attempt, timeout=TIMEOUT)
    place.order(FaultKind.LANDS_AFTER_TIMEOUT, seconds=3 * SHORT)
    with pytest.raises(OutcomeUnknownError):
        line.publish(ready, timeout=SHORT)
    assert line.find(said(place), attempt) is None
    until(lambda: len(place.standing()) == 1)
    assert line.find(said(place), attempt) is not None


def test_an_answer_that_comes_too_late_is_unknown(place: Place, line: Connection) -> None:
    attempt = an_attempt()
    ready = line.prepare(said(place), attempt, timeout=TIMEOUT)
    place.order(FaultKind.SLOW, seconds=3 * SHORT)
    began = time.monotonic()
    with pytest.raises(OutcomeUnknownError):
        line.publish(ready, timeout=SHORT)
    assert time.monotonic() - began < 2 * SHORT
    until(lambda: len(place.standing()) == 1)
    assert line.find(said(place), attempt) is not None


def test_a_resend_makes_no_second_copy_where_that_is_promised(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    if not rules.safe_resend:
        pytest.skip(f"{rules.network} promises no such thing")
    attempt = an_attempt()
    place.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        out(line, said(place), attempt)
    again = out(line, said(place), attempt)
    assert [text for text, _ in place.standing()] == [TEXT]
    assert line.find(said(place), attempt) == again


def test_a_throttled_post_is_not_made_and_says_until_when(place: Place, line: Connection) -> None:
    place.order(FaultKind.THROTTLE, seconds=120)
    with pytest.raises(ThrottledError) as raised:
        out(line, said(place))
    assert raised.value.until is not None
    assert abs(raised.value.until - datetime.now(UTC) - timedelta(seconds=120)) < timedelta(seconds=3)
    assert place.standing() == []


def test_a_refused_post_is_not_made(place: Place, line: Connection) -> None:
    place.order(FaultKind.REFUSE)
    with pytest.raises(RefusedError):
        out(line, said(place))
    assert place.standing() == []


def test_wrong_credentials_are_named_as_such_and_never_shown(place: Place) -> None:
    stranger = place.connect(right=False)
    with pytest.raises(CredentialsError) as raised:
        out(stranger, said(place))
    assert WRONG not in str(raised.value)
    assert place.standing() == []
    with pytest.raises(CredentialsError):
        stranger.recent(datetime.now(UTC) - timedelta(minutes=1))
    with pytest.raises(CredentialsError):
        stranger.identity()


def test_the_credentials_say_whom_they_speak_for(place: Place, line: Connection) -> None:
    identity = line.identity()
    assert identity.handle.startswith("acme")
    assert identity.external_id
    assert place.connect().identity() == identity


def test_a_reply_answers_what_it_was_meant_to(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.REPLY)
    question = place.someone_says("Are you open?")
    part, attempt = said(place, "Yes!", in_reply_to=question), an_attempt()
    published = out(line, part, attempt)
    assert place.standing() == [("Yes!", question)]
    assert line.find(part, attempt) == published
    assert line.find(replace(part, in_reply_to=""), an_attempt()) is None


def test_a_reply_to_what_is_gone_is_refused(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.REPLY)
    gone = place.someone_says("Never mind.")
    place.taken_back(gone)
    with pytest.raises(RefusedError):
        out(line, said(place, in_reply_to=gone))
    assert place.standing() == []


def test_where_there_are_no_replies_none_goes_out_as_a_post_of_its_own(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    if Does.REPLY in rules.does:
        pytest.skip(f"{rules.network} has replies")
    with pytest.raises(NotOfferedError):
        out(line, said(place, in_reply_to="1"))
    assert place.standing() == []


def test_where_there_are_only_answers_nothing_goes_out_that_answers_nothing(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    if Does.POST in rules.does:
        pytest.skip(f"{rules.network} has posts")
    with pytest.raises(NotOfferedError):
        out(line, replace(said(place), in_reply_to=""))
    with pytest.raises(NotOfferedError):
        line.publish(Ready(part=replace(said(place), in_reply_to=""), attempt=an_attempt()), timeout=TIMEOUT)
    assert place.standing() == []


def test_a_thread_goes_out_part_by_part(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.THREAD)
    before = ""
    for text in ("One.", "Two.", "Three."):
        part, attempt = said(place, text, in_reply_to=before), an_attempt()
        published = out(line, part, attempt)
        assert line.find(part, attempt) == published
        assert place.standing()[-1] == (text, before)
        before = published.external_id


def test_a_recalled_post_is_gone_and_recalling_it_again_is_no_error(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    offered(rules, Does.RECALL)
    attempt = an_attempt()
    published = out(line, said(place), attempt)
    line.recall(published.external_id)
    assert not line.visible(published.external_id)
    line.recall(published.external_id)
    assert line.find(said(place), attempt) is None
    assert place.standing() == []


def test_where_nothing_can_be_taken_down_it_says_so(place: Place, line: Connection, rules: Capabilities) -> None:
    if Does.RECALL in rules.does:
        pytest.skip(f"{rules.network} takes posts down")
    published = out(line, said(place))
    with pytest.raises(NotOfferedError):
        line.recall(published.external_id)
    assert "recall" in rules.cannot


def test_a_deletion_that_did_nothing_is_seen(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.RECALL)
    published = out(line, said(place))
    place.order(FaultKind.DELETE_LIES)
    line.recall(published.external_id)
    assert line.visible(published.external_id)


def test_a_throttled_recall_says_so(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.RECALL)
    published = out(line, said(place))
    place.order(FaultKind.THROTTLE, seconds=60)
    with pytest.raises(ThrottledError):
        line.recall(published.external_id)
    assert line.visible(published.external_id)


def test_a_network_whose_reads_lag_shows_the_post_later(place: Place, line: Connection) -> None:
    attempt = an_attempt()
    place.order(FaultKind.READ_LAG, seconds=10)
    published = out(line, said(place), attempt)
    assert not line.visible(published.external_id)
    assert line.find(said(place), attempt) is None
    place.pass_time(timedelta(seconds=10))
    assert line.visible(published.external_id)
    found = line.find(said(place), attempt)
    assert found is not None
    if getattr(place, "answers_with_an_id_alone", False):
        # Where it stands is read after it went out, and could not be while it did not show.
        published = replace(published, url=found.url, at=found.at)
    assert found == published


def test_what_is_recent_is_everything_that_the_account_put_up_newest_first(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    ours = out(line, said(place, "Good <morning> & hello"))
    place.pass_time(timedelta(minutes=1))
    later = out(place.connect(), said(place, "Good evening"))
    since = datetime.now(UTC) - timedelta(seconds=30)
    shown = line.recent(since)
    assert [one.published for one in shown] == [later, ours]
    assert [one.text for one in shown] == ["Good evening", "Good <morning> & hello"]
    if Does.RECALL in rules.does:
        line.recall(later.external_id)
        assert [one.published for one in line.recent(since)] == [ours]


def counting(place: Place, rules: Capabilities) -> Counts:
    if rules.counts is None or getattr(place, "counts_nothing", False):
        pytest.skip(f"{rules.network} counts nothing here")
    return rules.counts


def posted(place: Place, published: Published) -> Posted:
    return Posted(external_id=published.external_id, is_reply=bool(said(place).in_reply_to))


def test_how_posts_did_is_told_by_post_and_what_is_not_told_is_none_and_never_nothing(
    place: Place, line: Connection, rules: Capabilities
) -> None:
    counts = counting(place, rules)
    one, other = out(line, said(place, "One")), out(line, said(place, "Two"))
    for _ in range(3):
        place.someone_likes(one.external_id)
    found: dict[str, Engagement] = {}
    for asked in in_turn([posted(place, one), posted(place, other)], counts.at_once):
        found |= line.engagement(asked)
    assert {id_: told.likes for id_, told in found.items()} == {one.external_id: 3, other.external_id: 0}
    for told in found.values():
        assert {name for name, value in asdict(told).items() if value is not None} <= counts.tells


def test_a_reply_that_is_out_is_counted_too(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.REPLY)
    counting(place, rules)
    question = place.someone_says("Are you open?")
    published = out(line, said(place, "Yes!", in_reply_to=question))
    place.someone_likes(published.external_id)
    found = line.engagement([Posted(external_id=published.external_id, is_reply=True)])
    assert found[published.external_id].likes == 1


def test_what_is_gone_is_left_out_of_how_posts_did(place: Place, line: Connection, rules: Capabilities) -> None:
    offered(rules, Does.RECALL)
    counting(place, rules)
    gone = out(line, said(place))
    line.recall(gone.external_id)
    assert line.engagement([posted(place, gone)]) == {}


def test_as_many_posts_as_it_says_are_told_of_in_one_call(place: Place, line: Connection, rules: Capabilities) -> None:
    counts = counting(place, rules)
    repeatable(place)
    published = [out(line, said(place)) for _ in range(min(counts.at_once, 25))]
    asked = [posted(place, one) for one in published]
    assert set(line.engagement(asked)) == {one.external_id for one in published}


def test_where_a_server_counts_nothing_it_says_so(place: Place, line: Connection, rules: Capabilities) -> None:
    if not getattr(place, "counts_nothing", False):
        pytest.skip(f"{rules.network} counts")
    published = out(line, said(place))
    with pytest.raises(NotOfferedError) as raised:
        line.engagement([posted(place, published)])
    assert raised.value.reason in rules.cannot.values()


def test_wrong_credentials_tell_nothing_of_how_posts_did(place: Place, line: Connection, rules: Capabilities) -> None:
    published = out(line, said(place))
    with pytest.raises(CredentialsError):
        place.connect(right=False).engagement([posted(place, published)])


def edge(rules: Capabilities, *, over: int) -> str:
    """A text at the network's limit by its own counting, with a link in it and what counts otherwise than it looks."""
    text = "https://example.com/" + "a" * 100 + " 日本 👩‍👩‍👧 e\N{COMBINING ACUTE ACCENT} "
    return text + "x" * (rules.text_limit - rules.length(text + "x") + 1 + over)


def test_the_longest_text_that_is_allowed_is_taken(place: Place, line: Connection, rules: Capabilities) -> None:
    text = edge(rules, over=0)
    assert rules.length(text) == rules.text_limit
    rules.check_text(text, "text")
    out(line, said(place, text))
    assert [text for text, _ in place.standing()] == [text]


def test_a_longer_text_is_refused_here_and_there(place: Place, line: Connection, rules: Capabilities) -> None:
    text = edge(rules, over=1)
    with pytest.raises(InvalidError):
        rules.check_text(text, "text")
    with pytest.raises(RefusedError):
        out(line, said(place, text))
    assert place.standing() == []


def test_what_is_said_of_a_network_is_whole(rules: Capabilities) -> None:
    for does in Does:
        assert does in rules.does or rules.cannot.get(does.value), f"{rules.network} must say why it has no {does}"
    assert (Does.ENGAGEMENT in rules.does) == (rules.counts is not None)
    assert rules.counts is None or rules.counts.tells <= {one.name for one in fields(Engagement)}
    assert rules.title
    assert rules.counted
    assert rules.credentials
