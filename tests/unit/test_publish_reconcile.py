"""What is not known is learnt by reading the network; nothing is ever sent a second time to find out."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE, Attempt
from shared.domain.following.watches import Watch
from shared.domain.ledger import Entry
from shared.domain.listening.mentions import Mention
from shared.domain.posts import Post
from shared.networks import OutcomeUnknownError, ThrottledError, capabilities_of
from shared.outcomes import UNREADABLE_AFTER
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START

SETTLES = capabilities_of("mastodon").settles_within
OVERDUE = SEND_DEADLINE + DEADLINE_MARGIN


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def unanswered(acme: Brand, *, landed: bool) -> Any:
    """A post whose call was not answered."""
    acme.house.network.faults = ["posted, then lost" if landed else OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    assert post["state"] == "unknown"
    return post


def crashed(acme: Brand) -> Any:
    """A post whose sender died after the network had it and before it could say so."""
    post = acme.approved("Hi")
    acme.house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        acme.house.deliver()
    return post


def pass_(acme: Brand, time: timedelta) -> None:
    acme.house.clock.sleep(time.total_seconds())


def test_a_post_that_landed_unheard_is_found_and_published(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    assert acme.house.reconcile() == 0
    shown = acme.post(post["id"])
    assert (shown["state"], shown["published"]["external_id"]) == ("published", "1")
    assert shown["because"] == "found by reading the network"
    assert acme.house.network.calls == 1
    assert acme.house.reconcile() == 0


def test_a_post_that_never_landed_is_unverified_after_the_networks_bound_and_not_before(acme: Brand) -> None:
    post = unanswered(acme, landed=False)
    pass_(acme, OVERDUE + SETTLES - timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unknown"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    shown = acme.post(post["id"])
    assert shown["state"] == "unverified"
    assert "look before resending" in shown["because"]
    assert acme.house.network.calls == 1


def test_nothing_is_resent_however_often_it_is_looked_at(acme: Brand) -> None:
    unanswered(acme, landed=False)
    for _ in range(60):
        acme.house.reconcile()
        acme.house.tick()
        acme.house.deliver()
        acme.house.clock.sleep(60)
    assert acme.house.network.calls == 1
    assert acme.house.facts().count("post.unverified") == 1


def test_a_dead_senders_post_is_left_alone_until_its_deadline_and_then_found(acme: Brand) -> None:
    post = crashed(acme)
    pass_(acme, OVERDUE)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "claimed"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"
    assert acme.house.network.calls == 1


def test_a_network_that_cannot_be_read_is_waited_for_and_then_a_person_is_asked(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.network.unreadable = ThrottledError("Too many requests", None)
    pass_(acme, OVERDUE + UNREADABLE_AFTER - timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unknown"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    shown = acme.post(post["id"])
    assert shown["state"] == "unverified"
    assert "Too many requests" in shown["because"]


def test_a_network_that_can_be_read_again_is_believed(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.network.unreadable = ThrottledError("Too many requests", None)
    acme.house.reconcile()
    acme.house.network.unreadable = None
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"


def test_two_that_look_at_the_same_moment_record_one_end(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.store.before["commit"].append(acme.house.reconcile)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"
    assert acme.house.facts().count("post.published") == 1


@pytest.mark.parametrize("failing", ["post", "commit"])
def test_one_that_cannot_be_read_or_written_does_not_keep_the_others_from_their_end(acme: Brand, failing: str) -> None:
    posts = [unanswered(acme, landed=True) for _ in range(3)]
    acme.house.store.before[failing].append(raising(StoreError("The store did not answer.")))
    assert acme.house.reconcile() == 1
    assert sorted(acme.post(post["id"])["state"] for post in posts) == ["published", "published", "unknown"]
    assert acme.house.reconcile() == 0
    assert [acme.post(post["id"])["state"] for post in posts] == ["published"] * 3


def test_an_end_that_is_known_is_not_looked_at_again(acme: Brand) -> None:
    acme.published("Hi")
    assert acme.house.reconcile() == 0


def test_what_was_found_is_told_in_the_ledger_by_the_one_who_found_it(acme: Brand) -> None:
    unanswered(acme, landed=True)
    acme.house.reconcile()
    told = acme.house.entries()[-1]
    assert (told.type, told.data["because"]) == ("post.published", "found by reading the network")
    assert told.data["url"] == "https://social.example/@acme/1"
    assert told.at == START
    assert set(told.who) == {"function"}


def test_a_post_that_was_found_is_told_in_the_same_words_as_one_that_was_answered(acme: Brand) -> None:
    acme.published("Answered")
    unanswered(acme, landed=True)
    acme.house.reconcile()
    answered, found = (entry.data for entry in acme.house.entries() if entry.type == "post.published")
    assert set(found) == set(answered)
    of_each = {"url": "", "because": "", "watch": ""}
    assert found | of_each == answered | of_each
    assert answered["because"] == ""


def replied(acme: Brand) -> str:
    """A mention whose answer was posted while the network's answer was lost; returns its id."""
    mention = acme.house.mention("Where is my order?")
    acme.house.network.faults = ["posted, then lost"]
    acme.approved("Soon", mention=mention)
    acme.house.deliver()
    assert state(acme, mention) == "open"
    return mention


def state(acme: Brand, mention: str) -> str:
    shown: str = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)["state"]
    return shown


def test_a_reply_that_is_found_answers_its_mention_in_the_same_commit(acme: Brand) -> None:
    mention = replied(acme)
    acme.house.reconcile()
    assert state(acme, mention) == "answered"
    assert acme.house.facts()[-2:] == ["post.published", "mention.answered"]
    assert {type(record) for record in acme.house.store.commits[-2]} == {Post, Attempt, Mention, Watch, Entry}


def test_a_reply_that_was_not_found_answers_nothing(acme: Brand) -> None:
    mention = replied(acme)
    acme.house.network.statuses[0].deleted = True
    pass_(acme, OVERDUE + SETTLES)
    acme.house.reconcile()
    assert state(acme, mention) == "open"


def test_a_post_of_the_same_text_that_did_go_out_is_not_taken_for_one_that_did_not(acme: Brand) -> None:
    lost = unanswered(acme, landed=False)
    sent = acme.published("Hi")
    assert (sent["state"], sent["published"]["external_id"]) == ("published", "1")
    acme.house.reconcile()
    assert acme.post(lost["id"])["state"] == "unknown"
    pass_(acme, OVERDUE + SETTLES)
    acme.house.reconcile()
    shown = acme.post(lost["id"])
    assert (shown["state"], shown["published"]) == ("unverified", None)
    assert acme.house.facts().count("post.published") == 1


def test_of_two_posts_of_the_same_text_each_is_found_where_it_is(acme: Brand) -> None:
    first = unanswered(acme, landed=True)
    second = unanswered(acme, landed=True)
    acme.house.reconcile()
    shown = [acme.post(post["id"]) for post in (first, second)]
    assert [post["state"] for post in shown] == ["published", "published"]
    assert {post["published"]["external_id"] for post in shown} == {"1", "2"}


def late(acme: Brand, text: str = "Hi") -> str:
    """A post that the network shows only after it had been given up; its id."""
    acme.house.network.faults = ["posted, then lost"]
    post = acme.approve(acme.draft(text))
    acme.house.deliver()
    acme.house.network.statuses[-1].deleted = True
    pass_(acme, OVERDUE + SETTLES)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unverified"
    acme.house.network.statuses[-1].deleted = False
    return str(post["id"])


def test_what_lands_after_the_networks_own_bound_is_found_by_a_later_look(acme: Brand) -> None:
    post = late(acme)
    acme.house.reconcile()
    assert acme.post(post)["state"] == "published"
    assert acme.post(post)["because"] == "landed late; found by reading again"


def test_what_lands_late_under_a_stop_is_taken_down_and_told(acme: Brand) -> None:
    post = late(acme)
    acme.stop("client:acme")
    acme.house.reconcile()
    assert acme.post(post)["state"] == "recalled"
    assert acme.house.network.live() == []
    assert acme.house.facts()[-1] == "post.recalled"
    assert "post.published" not in acme.house.facts()


def test_an_attempt_left_open_through_a_long_outage_is_still_settled(acme: Brand) -> None:
    acme.house.reconcile()
    post = unanswered(acme, landed=True)
    acme.house.network.unreadable = OutcomeUnknownError("down")
    acme.house.reconcile()
    pass_(acme, timedelta(hours=30))
    acme.house.network.unreadable = None
    assert acme.house.reconcile() == 0
    assert acme.post(post["id"])["state"] == "published"
