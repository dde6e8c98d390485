"""An answer to what its author took back does not go out, though it was approved before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.domain.listening.mentions import MentionState
from shared.networks import ThrottledError
from shared.stores import StoreError
from shared.stores.memory import MemoryStore
from tests.house import Brand, House, brand, nothing, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def answering(acme: Brand, **more: Any) -> tuple[str, Any]:
    """A mention, and the answer to it that was approved for a minute from now."""
    mention = acme.house.mention("Where is my order?")
    at = (START + timedelta(minutes=1)).isoformat()
    return mention, acme.approved("Soon", mention=mention, publish_at=at, **more)


def taken_back(acme: Brand, mention: str) -> Callable[[], None]:
    """An act: its author takes it back in this very moment."""

    def act() -> None:
        standing = acme.house.store.mention(mention)
        assert standing is not None
        MemoryStore.commit(acme.house.store, replace(standing.retracted(), version=standing.version + 1))

    return act


def test_it_is_held_with_the_reason_and_nothing_is_sent(acme: Brand) -> None:
    mention, post = answering(acme)
    taken_back(acme, mention)()
    acme.house.deliver()
    standing = acme.post(post["id"])
    assert (standing["state"], standing["because"]) == ("held", "The author of what it answers took that back.")
    assert acme.house.entries()[-1].type == "post.held"
    assert acme.house.network.calls == 0


def test_a_held_answer_is_not_approved_again_as_it_stands(acme: Brand) -> None:
    mention, post = answering(acme)
    taken_back(acme, mention)()
    acme.house.deliver()
    edited = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Sorry!"}, key=acme.agent_key)
    verdict = {"verdict": "approve", "content_hash": edited["content_hash"]}
    path = acme.path(f"/posts/{post['id']}/approvals")
    assert "took back" in acme.house.refused(409, "POST", path, verdict, key=acme.approver_key)["detail"]


def test_it_is_seen_until_the_claim(acme: Brand) -> None:
    mention, post = answering(acme)
    acme.house.store.before["commit"].append(taken_back(acme, mention))
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_what_is_taken_back_in_the_last_moment_stays_so_and_the_outcome_is_recorded(acme: Brand) -> None:
    mention, post = answering(acme)
    acme.house.store.before["clearance"].append(taken_back(acme, mention))
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"
    standing = acme.house.store.mention(mention)
    assert standing is not None
    assert (standing.state, standing.text) == (MentionState.RETRACTED, "")
    assert "mention.answered" not in acme.house.facts()


def test_an_answer_that_was_put_off_is_looked_at_again_at_its_next_try(acme: Brand) -> None:
    mention, post = answering(acme)
    acme.house.network.faults = [ThrottledError("Wait.", None)]
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "scheduled"
    taken_back(acme, mention)()
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.deliver()
    assert (acme.post(post["id"])["state"], acme.house.network.calls) == ("held", 1)


def test_a_thread_is_held_before_its_first_part(acme: Brand) -> None:
    mention, post = answering(acme, thread=["And one more thing."])
    taken_back(acme, mention)()
    acme.house.deliver()
    assert (acme.post(post["id"])["state"], acme.house.network.calls) == ("held", 0)


def test_the_rest_of_a_thread_is_held_and_what_is_out_can_be_recalled(acme: Brand) -> None:
    mention, post = answering(acme, thread=["And one more thing."])
    acme.house.network.faults = [None, ThrottledError("Wait.", None)]
    acme.house.deliver()
    taken_back(acme, mention)()
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.deliver()
    standing = acme.post(post["id"])
    assert (standing["state"], len(standing["sent"])) == ("held", 1)
    recalled = acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    assert recalled["state"] == "recalled"


def test_an_answer_on_another_network_is_held_as_well(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?", network="x")
    post = acme.approved("Soon", mention=mention)
    taken_back(acme, mention)()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_a_mention_that_cannot_be_read_holds_its_answer(acme: Brand) -> None:
    _, post = answering(acme)
    acme.house.store.before["mention"].append(raising(StoreError("The store did not answer.")))
    acme.house.deliver()
    standing = acme.post(post["id"])
    assert standing["state"] == "held"
    assert "could not be read" in standing["because"]
    assert acme.house.network.calls == 0


def test_an_answer_reads_its_mention_once_and_another_post_reads_none(acme: Brand) -> None:
    mention, _ = answering(acme)
    acme.house.store.calls.clear()
    acme.house.deliver()
    assert dict(acme.house.store.calls) == {"commit": 2, "clearance": 1, "mention": 1}
    standing = acme.house.store.mention(mention)
    assert standing is not None
    assert standing.state is MentionState.ANSWERED
    acme.house.clock.sleep(3600)
    acme.approved("Good morning")
    acme.house.store.calls.clear()
    acme.house.deliver()
    assert dict(acme.house.store.calls) == {"commit": 2, "clearance": 1}


def test_a_mention_that_changed_since_it_was_read_is_answered_as_it_stands(acme: Brand) -> None:
    mention, post = answering(acme)

    def edited() -> None:
        standing = acme.house.store.mention(mention)
        assert standing is not None
        MemoryStore.commit(acme.house.store, replace(standing, text="Where is it?", version=standing.version + 1))

    acme.house.store.before["commit"] += [nothing, edited]
    acme.house.deliver()
    standing = acme.house.store.mention(mention)
    assert standing is not None
    assert (standing.state, standing.text) == (MentionState.ANSWERED, "Where is it?")
    assert acme.post(post["id"])["state"] == "published"
