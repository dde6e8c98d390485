"""One post out: at its time, once, and only while everybody who could say no has not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.publish.send import ANSWER_MARGIN, CLEARED_BEFORE, Outcome
from shared.dispatch import convoy_in
from shared.domain.attempts import SEND_DEADLINE, Attempt, AttemptState
from shared.domain.errors import InvalidError
from shared.domain.following.watches import Watch
from shared.domain.ledger import Entry
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.posts import APPROVAL_LASTS, LATENESS_WINDOW, Post, PostState
from shared.domain.schedule import Due
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.outcomes import MENTION_TRIES
from shared.stores import ConflictError, StoreError
from shared.stores.memory import MemoryStore
from tests.house import Brand, House, brand, nothing, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def at(**later: float) -> str:
    return (START + timedelta(**later)).isoformat()


def due_of(acme: Brand) -> Due:
    return convoy_in(acme.house.outbound.sent[-1].body)[-1]


def attempts(acme: Brand) -> list[Attempt]:
    return list(acme.house.store.attempts_since(START))


def ended(acme: Brand, post: Any) -> tuple[str, str]:
    """How the post stands, with its reason; nothing of it may be open."""
    shown = acme.post(post["id"])
    assert all(attempt.state is not AttemptState.OPEN for attempt in attempts(acme))
    return shown["state"], shown["because"]


def test_an_immediate_post_goes_out_at_once_and_once(acme: Brand) -> None:
    post = acme.approved("Hi")
    assert acme.house.deliver() == [Outcome.DONE]
    assert [(status.text, status.account) for status in acme.house.network.live()] == [("Hi", acme.account)]
    shown = acme.post(post["id"])
    assert (shown["state"], shown["published"]["url"]) == ("published", "https://social.example/@acme/1")
    assert [(attempt.state, attempt.ended_at) for attempt in attempts(acme)] == [(AttemptState.LANDED, START)]


@pytest.mark.parametrize("seconds", [1, 30, 119, 119.5, 120])
def test_a_timed_post_goes_out_at_its_time_and_never_early(acme: Brand, seconds: float) -> None:
    acme.approved("Hi", publish_at=at(seconds=seconds))
    acme.house.deliver()
    late = acme.house.network.live()[0].at - (START + timedelta(seconds=seconds))
    assert timedelta(0) <= late < timedelta(milliseconds=1)


def test_a_message_that_comes_much_too_early_goes_back_to_its_queue(acme: Brand) -> None:
    acme.approved("Hi", publish_at=at(seconds=100))
    due, before = due_of(acme), acme.house.store.everything()
    assert acme.house.sender().send(due) is due
    assert acme.house.store.everything() == before
    assert acme.house.clock.now() == START


def test_a_message_delivered_many_times_sends_once(acme: Brand) -> None:
    acme.approved("Hi")
    acme.house.outbound.sent *= 5
    assert acme.house.deliver() == [Outcome.DONE, *[Outcome.STALE] * 4]
    assert acme.house.network.calls == 1
    assert acme.house.facts().count("post.published") == 1


def test_two_deliveries_at_the_same_moment_send_once(acme: Brand) -> None:
    acme.approved("Hi")
    due = due_of(acme)
    other: list[Outcome] = []
    acme.house.store.before["commit"].append(lambda: other.append(acme.house.sender().send(due)))
    assert acme.house.sender().send(due) is Outcome.STALE
    assert other == [Outcome.DONE]
    assert acme.house.network.calls == 1


def edit(acme: Brand, path: str) -> None:
    acme.house.ok("PATCH", path, {"text": "Another"}, key=acme.agent_key)


def cancel(acme: Brand, path: str) -> None:
    acme.house.ok("POST", path + "/cancel", {"reason": "no"}, key=acme.agent_key)


def reschedule(acme: Brand, path: str) -> None:
    acme.house.ok("PATCH", path, {"publish_at": at(hours=1)}, key=acme.agent_key)
    acme.approve(acme.house.ok("GET", path, key=acme.owner_key))


def withdraw(acme: Brand, path: str) -> None:
    post = acme.house.ok("GET", path, key=acme.owner_key)
    verdict = {"verdict": "withdraw", "content_hash": post["content_hash"]}
    acme.house.ok("POST", path + "/approvals", verdict, key=acme.approver_key)


@pytest.mark.parametrize("change", [edit, cancel, reschedule, withdraw])
def test_a_message_of_an_earlier_state_does_nothing(acme: Brand, change: Callable[[Brand, str], None]) -> None:
    post = acme.approved("Hi", publish_at=at(seconds=60))
    change(acme, acme.path(f"/posts/{post['id']}"))
    before = acme.house.store.everything()
    assert acme.house.deliver() == [Outcome.STALE]
    assert acme.house.network.calls == 0
    assert acme.house.store.everything() == before


@pytest.mark.parametrize("change", [edit, cancel, withdraw])
def test_what_is_changed_in_the_moment_of_the_claim_is_not_sent(
    acme: Brand, change: Callable[[Brand, str], None]
) -> None:
    post = acme.approved("Hi")
    acme.house.store.before["commit"].append(lambda: change(acme, acme.path(f"/posts/{post['id']}")))
    assert acme.house.deliver()[0] is Outcome.STALE
    assert acme.house.network.calls == 0


@pytest.mark.parametrize("recalled", [False, True])
def test_a_message_that_comes_again_a_day_later_does_nothing(acme: Brand, recalled: bool) -> None:
    post = acme.published("Hi")
    due = Due(post=replace(acme.house.store.post(post["id"]), state=PostState.SCHEDULED, version=2), at=START)
    if recalled:
        acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    before = acme.house.store.everything()
    assert acme.house.sender().send(due) is Outcome.STALE
    assert (acme.house.store.everything(), acme.house.network.calls) == (before, 1)


def test_the_flags_are_read_in_the_last_quarter_of_a_second(acme: Brand) -> None:
    acme.approved("Hi", publish_at=at(seconds=30))
    read: list[datetime] = []
    acme.house.store.before["clearance"].append(lambda: read.append(acme.house.clock.now()))
    acme.house.deliver()
    assert [later(30) - one for one in read] == [CLEARED_BEFORE]


def test_a_message_of_a_post_that_is_not_there_does_nothing(acme: Brand) -> None:
    acme.approved("Hi")
    due = due_of(acme)
    assert acme.house.sender().send(replace(due, post=replace(due.post, id="pst_none"))) is Outcome.STALE


def test_a_post_is_sent_up_to_the_end_of_the_lateness_window(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.clock.sleep(LATENESS_WINDOW.total_seconds())
    acme.house.deliver()
    assert ended(acme, post)[0] == "published"


def test_a_post_that_is_later_than_that_expires_and_is_never_sent(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.clock.sleep(LATENESS_WINDOW.total_seconds() + 1)
    acme.house.deliver()
    state, because = ended(acme, post)
    assert state == "expired"
    assert "09:00:00 UTC" in because
    assert acme.house.network.calls == 0


def test_an_approval_that_has_run_out_by_then_holds_the_post(acme: Brand) -> None:
    due = START + APPROVAL_LASTS + timedelta(minutes=1)
    post = acme.approved("Hi", publish_at=due.isoformat())
    acme.house.clock.at = due - timedelta(seconds=30)
    acme.house.tick()
    acme.house.deliver()
    assert ended(acme, post) == ("held", "its approvals are no longer valid")
    assert acme.house.network.calls == 0


def test_a_closed_account_holds_the_post(acme: Brand) -> None:
    post = acme.approved("Hi", publish_at=at(seconds=60))
    acme.house.ok("DELETE", acme.path(f"/accounts/{acme.account}"), key=acme.owner_key)
    acme.house.deliver()
    assert ended(acme, post) == ("held", "The account is closed.")
    assert acme.house.network.calls == 0


@pytest.mark.parametrize("scope", ["client:acme", "account:acme/{account}", "post:acme/{post}"])
def test_a_stop_engaged_before_holds_the_post(acme: Brand, scope: str) -> None:
    post = acme.approved("Hi", publish_at=at(seconds=60))
    acme.stop(scope.format(account=acme.account, post=post["id"]))
    acme.house.deliver()
    state, because = ended(acme, post)
    assert state == "held"
    assert "is stopped" in because
    assert acme.house.network.calls == 0


@pytest.mark.parametrize("scope", ["everything", "network:mastodon", "agency:{agency}"])
def test_an_agencys_wider_stop_holds_the_post(acme: Brand, scope: str) -> None:
    post = acme.approved("Hi", publish_at=at(seconds=60))
    acme.stop(scope.format(agency=acme.agency), key=acme.house.agency_key)
    acme.house.deliver()
    assert ended(acme, post)[0] == "held"
    assert acme.house.network.calls == 0


def test_a_stop_of_something_else_holds_nothing(acme: Brand) -> None:
    other = acme.draft("Another")
    brand(acme.house, "bolt").stop("client:bolt")
    acme.stop(f"post:acme/{other['id']}")
    acme.published("Hi")
    assert acme.house.network.calls == 1


def test_a_stop_that_falls_between_claim_and_sending_holds_the_post_and_names_it(acme: Brand) -> None:
    post = acme.approved("Hi")
    receipts: list[Any] = []
    acme.house.store.before["clearance"].append(lambda: receipts.append(acme.stop("client:acme")))
    acme.house.deliver()
    assert ended(acme, post)[0] == "held"
    assert acme.house.network.calls == 0
    assert [named["post"] for named in receipts[0]["named"]] == [post["id"]]
    assert not receipts[0]["drained_at"]


def test_flags_that_cannot_be_read_are_as_good_as_set(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.store.before["clearance"].append(raising(StoreError("The store did not answer.")))
    acme.house.deliver()
    state, because = ended(acme, post)
    assert state == "held"
    assert "could not be read" in because
    assert acme.house.network.calls == 0


def test_a_post_that_was_due_during_a_stop_is_held_although_its_message_comes_after_the_lift(acme: Brand) -> None:
    post = acme.approved("Hi", publish_at=at(seconds=60))
    stop = acme.stop("client:acme")
    acme.house.clock.sleep(90)
    for key in (acme.owner_key, acme.approver_key):
        acme.house.ok("POST", f"/stops/{stop['id']}/resume", key=key)
    acme.house.deliver()
    state, because = ended(acme, post)
    assert state == "held"
    assert "new decision" in because
    assert acme.house.network.calls == 0


def frozen(acme: Brand) -> None:
    """Both clocks go on while the sender stands still."""
    acme.house.clock.sleep(SEND_DEADLINE.total_seconds())


def frozen_machine(acme: Brand) -> None:
    """The monotonic clock stood still with the machine; the wall clock was put right after it."""
    acme.house.clock.at += SEND_DEADLINE


def set_back(acme: Brand) -> None:
    """The wall clock was set back; only the monotonic one tells."""
    acme.house.clock.ticks += SEND_DEADLINE.total_seconds()
    acme.house.clock.at -= timedelta(minutes=1)


@pytest.mark.parametrize("passing", [frozen, frozen_machine, set_back])
def test_a_sender_that_was_kept_past_its_deadline_does_not_send(acme: Brand, passing: Callable[[Brand], None]) -> None:
    post = acme.approved("Hi")
    acme.house.clock.sleep(120)
    acme.house.store.before["clearance"].append(lambda: passing(acme))
    acme.house.deliver()
    assert ended(acme, post) == ("held", "its deadline passed before it could be sent")
    assert acme.house.network.calls == 0


def test_the_network_is_given_less_time_than_is_left_to_the_deadline(acme: Brand) -> None:
    acme.approved("Hi")
    acme.house.store.before["clearance"].append(lambda: acme.house.clock.sleep(4))
    acme.house.deliver()
    assert acme.house.network.timeouts == [SEND_DEADLINE.total_seconds() - 4 - ANSWER_MARGIN]


def test_what_the_network_refuses_has_failed_and_is_not_tried_again(acme: Brand) -> None:
    acme.house.network.faults = [RefusedError("Validation failed: Text is a duplicate")]
    post = acme.approved("Hi")
    due = due_of(acme)
    acme.house.deliver()
    assert ended(acme, post) == ("failed", "Validation failed: Text is a duplicate")
    assert acme.house.sender().send(due) is Outcome.STALE
    assert acme.house.network.calls == 1


def test_credentials_that_work_again_inside_the_window_cost_a_delay(acme: Brand) -> None:
    acme.house.network.faults = [CredentialsError("The access token was revoked.")]
    post = acme.approved("Hi")
    acme.house.deliver()
    assert ended(acme, post) == ("scheduled", "The access token was revoked.")
    assert acme.house.entries()[-1].type == "post.delayed"
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.deliver()
    assert ended(acme, post)[0] == "published"


def all_through_the_window(acme: Brand) -> None:
    for _ in range(12):
        acme.house.deliver()
        acme.house.clock.sleep(60)
        acme.house.tick()


def test_credentials_that_do_not_work_all_through_the_window_hold_the_post(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.network.unconnectable = CredentialsError("There are no credentials.")
    all_through_the_window(acme)
    state, because = ended(acme, post)
    assert state == "held"
    assert because.endswith("It was tried: There are no credentials.")
    assert acme.house.network.calls == 0


def test_a_token_that_the_network_refuses_all_through_the_window_holds_the_post(acme: Brand) -> None:
    acme.house.network.faults = [CredentialsError("The access token was revoked.") for _ in range(20)]
    post = acme.approved("Hi")
    all_through_the_window(acme)
    assert ended(acme, post)[0] == "held"
    assert acme.house.network.live() == []


def test_a_post_held_for_its_credentials_goes_out_by_a_new_decision_alone(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.network.unconnectable = CredentialsError("There are no credentials.")
    all_through_the_window(acme)
    acme.house.network.unconnectable = None
    all_through_the_window(acme)
    assert acme.house.network.live() == []
    acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Hello again"}, key=acme.agent_key)
    acme.approve(acme.post(post["id"]))
    acme.house.deliver()
    assert [status.text for status in acme.house.network.live()] == ["Hello again"]


def test_a_post_put_off_for_its_credentials_is_held_when_nobody_comes_for_it_in_time(acme: Brand) -> None:
    acme.house.network.faults = [CredentialsError("The access token was revoked.")]
    post = acme.approved("Hi")
    acme.house.deliver()
    acme.house.clock.sleep(LATENESS_WINDOW.total_seconds() + 60)
    acme.house.tick()
    acme.house.deliver()
    state, because = ended(acme, post)
    assert (state, because.endswith("It was tried: The access token was revoked.")) == ("held", True)


def test_a_vault_that_does_not_answer_puts_a_post_off(acme: Brand) -> None:
    acme.house.network.unconnectable = ThrottledError("The vault did not answer.", None)
    post = acme.approved("Hi")
    acme.house.deliver()
    acme.house.network.unconnectable = None
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.deliver()
    assert ended(acme, post)[0] == "published"


def test_a_network_that_is_not_spoken_here_fails_the_post(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.network.unconnectable = InvalidError("is not a network spoken here: bluesky", "network")
    acme.house.deliver()
    assert ended(acme, post)[0] == "failed"


def later(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_a_throttled_post_is_due_again_inside_the_window_and_goes_out_once(acme: Brand) -> None:
    acme.house.network.faults = [ThrottledError("Too many requests", later(90))]
    post = acme.approved("Hi")
    acme.house.deliver()
    waiting = acme.post(post["id"])
    assert (waiting["state"], waiting["because"]) == ("scheduled", "Too many requests")
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"
    assert [status.at for status in acme.house.network.live()] == [later(90)]
    assert acme.house.network.calls == 2


def test_a_throttled_post_whose_network_names_no_time_is_tried_in_a_minute(acme: Brand) -> None:
    acme.house.network.faults = [ThrottledError("Too many requests", None)]
    acme.approved("Hi")
    acme.house.deliver()
    acme.house.tick()
    acme.house.deliver()
    assert [status.at for status in acme.house.network.live()] == [later(60)]


def test_a_post_that_is_throttled_beyond_the_window_expires(acme: Brand) -> None:
    acme.house.network.faults = [ThrottledError("Too many requests", START + LATENESS_WINDOW + timedelta(seconds=1))]
    post = acme.approved("Hi")
    acme.house.deliver()
    assert ended(acme, post)[0] == "expired"
    assert acme.house.network.calls == 1


def test_a_network_that_throttles_for_ever_is_left_alone_when_the_window_ends(acme: Brand) -> None:
    acme.house.network.faults = [ThrottledError("Too many requests", None) for _ in range(50)]
    post = acme.approved("Hi")
    for _ in range(20):
        acme.house.deliver()
        acme.house.clock.sleep(60)
        acme.house.tick()
    assert ended(acme, post)[0] == "expired"
    assert acme.house.network.live() == []


def test_an_outcome_that_is_not_known_is_recorded_as_such_and_not_sent_again(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("The network did not answer in time.")]
    post = acme.approved("Hi")
    acme.house.outbound.sent *= 3
    acme.house.deliver()
    assert ended(acme, post) == ("unknown", "The network did not answer in time.")
    assert acme.house.network.calls == 1


def test_a_claim_whose_answer_was_lost_is_recognised_as_ones_own(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.store.after["commit"].append(raising(ConflictError(due_of(acme).post)))
    assert acme.house.deliver() == [Outcome.DONE]
    assert ended(acme, post)[0] == "published"
    assert acme.house.network.calls == 1


def test_a_claim_that_may_not_have_been_written_sends_nothing(acme: Brand) -> None:
    acme.approved("Hi")
    acme.house.store.after["commit"].append(raising(StoreError("The store did not answer.")))
    due = due_of(acme)
    with pytest.raises(StoreError):
        acme.house.sender().send(due)
    assert acme.house.sender().send(due) is Outcome.STALE
    assert acme.house.network.calls == 0


def test_an_outcome_that_could_not_be_recorded_is_not_sent_again(acme: Brand) -> None:
    post = acme.approved("Hi")
    due = due_of(acme)
    acme.house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        acme.house.sender().send(due)
    assert acme.house.sender().send(due) is Outcome.STALE
    assert (acme.house.network.calls, acme.post(post["id"])["state"]) == (1, "claimed")


def answering(acme: Brand) -> tuple[str, Any]:
    """A mention and the answer to it, which is on its way."""
    mention = acme.house.mention("Where is my order?")
    return mention, acme.approved("Soon", mention=mention)


def state_of(acme: Brand, mention: str) -> str:
    shown: str = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)["state"]
    return shown


def touched(acme: Brand, mention: str, **changes: Any) -> Callable[[], None]:
    """An act: somebody else changes the mention in this very moment."""

    def act() -> None:
        standing = acme.house.store.mention(mention)
        assert standing is not None
        MemoryStore.commit(acme.house.store, replace(standing, version=standing.version + 1, **changes))

    return act


def test_sending_an_answer_answers_its_mention_in_the_same_commit(acme: Brand) -> None:
    mention, _ = answering(acme)
    acme.house.deliver()
    assert state_of(acme, mention) == "answered"
    assert acme.house.facts()[-2:] == ["post.published", "mention.answered"]
    assert {type(record) for record in acme.house.store.commits[-1]} == {Post, Attempt, Mention, Watch, Entry}


def test_a_mention_that_somebody_is_busy_with_is_answered_on_another_try(acme: Brand) -> None:
    mention, post = answering(acme)
    acme.house.store.before["commit"] += [nothing, touched(acme, mention), touched(acme, mention)]
    acme.house.deliver()
    assert (state_of(acme, mention), ended(acme, post)[0]) == ("answered", "published")
    assert acme.house.facts().count("post.published") == 1


def test_a_mention_that_is_busy_for_ever_does_not_keep_the_outcome_from_being_recorded(acme: Brand) -> None:
    mention, post = answering(acme)
    acme.house.store.before["commit"] += [nothing, *[touched(acme, mention)] * MENTION_TRIES]
    acme.house.deliver()
    assert (state_of(acme, mention), ended(acme, post)[0]) == ("open", "published")
    assert not acme.house.store.before["commit"]
    assert (acme.house.facts().count("post.published"), acme.house.network.calls) == (1, 1)


def test_a_mention_that_was_closed_meanwhile_stays_as_it_was_closed(acme: Brand) -> None:
    mention, post = answering(acme)
    closed = touched(acme, mention, state=MentionState.DISMISSED, closed_because="spam")
    acme.house.store.before["commit"] += [nothing, closed]
    acme.house.deliver()
    assert (state_of(acme, mention), ended(acme, post)[0]) == ("dismissed", "published")
    assert "mention.answered" not in acme.house.facts()


def test_the_ledger_says_how_late_a_post_was(acme: Brand) -> None:
    acme.approved("Hi", publish_at=at(seconds=30))
    acme.house.clock.sleep(45)
    acme.house.deliver()
    told = next(entry for entry in acme.house.entries() if entry.type == "post.published")
    assert told.data["late_seconds"] == acme.house.network.live()[0].at.timestamp() - later(30).timestamp()
    assert told.who == {"function": "publish.send"}
