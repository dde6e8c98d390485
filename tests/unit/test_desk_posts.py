"""A post before it goes out: written, changed, cancelled, and when it is meant to go."""

from datetime import timedelta
from typing import Any

import pytest

from shared.queues import MemoryQueue, QueueError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def body(acme: Brand, **changed: Any) -> dict[str, Any]:
    return {"account": acme.account, "handle": "acme", "text": "Good morning", "function": "community"} | changed


def refused(acme: Brand, status: int = 422, **changed: Any) -> Any:
    return acme.house.refused(status, "POST", acme.path("/posts"), body(acme, **changed), key=acme.agent_key)


def change(acme: Brand, post: Any, **edit: Any) -> Any:
    return acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), edit, key=acme.agent_key)


def cancel(acme: Brand, post: Any) -> Any:
    return acme.house.ok("POST", acme.path(f"/posts/{post['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)


def test_a_post_waits_for_approval_and_nothing_is_sent(acme: Brand) -> None:
    post = acme.draft("Good morning")
    assert (post["state"], post["demand"]["approvals"], post["author"]) == ("in_review", 1, acme.agent)
    assert acme.house.outbound.sent == []
    assert acme.post(post["id"]) == post


def test_what_the_mandate_delegates_is_scheduled_at_once(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0}})
    post = acme.draft("Good morning")
    assert (post["state"], post["because"]) == ("scheduled", "delegated by the mandate")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_the_handle_and_the_id_of_the_account_must_agree(acme: Brand) -> None:
    assert refused(acme, handle="somebody_else")["field"] == "handle"
    for same in ("@acme", "ACME"):
        assert acme.draft("Hi", handle=same)["handle"] == "acme"


def test_an_account_of_another_client_is_none_of_this_client(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    assert refused(acme, account=bolt.account)["field"] == "account"


def test_a_mention_of_another_client_cannot_be_answered(acme: Brand) -> None:
    brand(acme.house, "bolt")
    theirs = acme.house.mention("Where is my order?", client="bolt")
    assert refused(acme, mention=theirs)["field"] == "mention"


def test_a_post_that_answers_no_mention_says_what_it_is_for(acme: Brand) -> None:
    assert refused(acme, function=None)["field"] == "function"


def test_an_answer_takes_its_function_from_the_mention(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?", external_id="77")
    post = acme.draft("Soon", function=None, mention=mention)
    assert (post["function"], post["in_reply_to"]) == ("customer_service", "77")


@pytest.mark.parametrize("function", ["community", "crisis", "", "Customer_service"])
def test_an_answer_serves_what_its_mention_does_and_nothing_else(acme: Brand, function: str) -> None:
    mention = acme.house.mention("Where is my order?")
    given = refused(acme, mention=mention, function=function)
    assert given["field"] == "function"
    assert "customer_service" in given["detail"]
    assert acme.draft("Soon", mention=mention, function="customer_service")["function"] == "customer_service"


def test_an_answer_on_another_network_replies_to_nothing_there(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?", network="x")
    assert acme.draft("Soon", mention=mention)["in_reply_to"] == ""


def test_text_is_measured_as_the_network_measures_it(acme: Brand) -> None:
    assert acme.draft("x" * 500)["text"] == "x" * 500
    given = refused(acme, text="x" * 501)
    assert given["field"] == "text"
    assert "501" in given["detail"]
    link = "https://example.com/" + "a" * 200
    assert acme.draft(link + " " + "x" * 476)["state"] == "in_review"
    assert refused(acme, text=link + " " + "x" * 477)["field"] == "text"


@pytest.mark.parametrize("text", ["", " \n\t", "a\x00", "x" * 30_000])
def test_text_that_is_none_is_refused(acme: Brand, text: str) -> None:
    assert refused(acme, text=text)["field"] == "text"


@pytest.mark.parametrize(
    "text", ["Ünïcödé ✓", "👩‍👩‍👧 family", "שלום", "line\nline", "<b>&amp;</b>", "'; DROP TABLE--"]
)
def test_text_is_data_and_comes_back_as_it_was_sent(acme: Brand, text: str) -> None:
    assert acme.post(acme.draft(text)["id"])["text"] == text


def test_a_wall_clock_time_is_meant_in_the_clients_zone(acme: Brand) -> None:
    assert acme.draft("Hi", publish_at="2026-11-25T12:00:00")["publish_at"] == "2026-11-25T11:00:00Z"
    assert acme.draft("Hi", publish_at="2027-07-01T12:00:00")["publish_at"] == "2027-07-01T10:00:00Z"


def test_a_time_with_an_offset_is_that_instant(acme: Brand) -> None:
    assert acme.draft("Hi", publish_at="2026-11-25T12:00:00-05:00")["publish_at"] == "2026-11-25T17:00:00Z"


def test_a_time_that_the_clocks_skip_is_refused_with_the_nearest_two(acme: Brand) -> None:
    given = refused(acme, publish_at="2027-03-28T02:30:00")
    assert given["field"] == "publish_at"
    assert "01:30" in given["detail"]
    assert "03:30" in given["detail"]


def test_a_time_that_comes_twice_is_meant_as_the_first(acme: Brand) -> None:
    assert acme.draft("Hi", publish_at="2027-10-31T02:30:00")["publish_at"] == "2027-10-31T00:30:00Z"


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-25T08:59:59Z",
        "2026-11-25T09:59:59",
        "0001-01-01T00:00:00+14:00",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59-14:00",
        "tomorrow",
        "2026-11-31T00:00:00Z",
        1_900_000_000,
    ],
)
def test_a_time_that_is_past_or_is_none_is_refused(acme: Brand, at: Any) -> None:
    assert refused(acme, publish_at=at)["field"] == "publish_at"


def test_this_very_moment_is_not_past(acme: Brand) -> None:
    assert acme.draft("Hi", publish_at=START.isoformat())["publish_at"] == "2026-11-25T09:00:00Z"


def test_posts_are_listed_by_state_newest_first(acme: Brand) -> None:
    first = acme.draft("One")
    acme.house.clock.sleep(1)
    second = acme.draft("Two")
    gone = cancel(acme, acme.draft("Three"))
    listed = acme.house.ok("GET", acme.path("/posts"), key=acme.owner_key)
    assert [post["id"] for post in listed] == [second["id"], first["id"]]
    cancelled = acme.house.ok("GET", acme.path("/posts?state=cancelled"), key=acme.owner_key)
    assert [post["id"] for post in cancelled] == [gone["id"]]
    assert acme.house.refused(422, "GET", acme.path("/posts?state=lost"), key=acme.owner_key)["field"] == "state"


def test_a_change_voids_the_approvals_of_what_it_was(acme: Brand) -> None:
    post = acme.approved("Good morning", publish_at=(START + timedelta(hours=1)).isoformat())
    changed = change(acme, post, text="Good evening")
    assert (changed["state"], changed["approvals"], changed["due_at"]) == ("in_review", [], None)
    assert changed["content_hash"] != post["content_hash"]
    assert changed["publish_at"] == post["publish_at"]


def test_a_change_of_what_was_delegated_needs_an_approval(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0}})
    post = acme.draft("Good morning", publish_at=(START + timedelta(hours=1)).isoformat())
    assert change(acme, post, text="Good evening")["state"] == "in_review"


def test_whoever_changed_a_post_does_not_approve_it(acme: Brand) -> None:
    post = acme.draft("Good morning")
    edited = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Morning"}, key=acme.owner_key)
    verdict = {"verdict": "approve", "content_hash": edited["content_hash"]}
    acme.house.refused(403, "POST", acme.path(f"/posts/{post['id']}/approvals"), verdict, key=acme.owner_key)
    assert acme.approve(edited)["state"] == "scheduled"


def test_a_time_can_be_changed_and_dropped(acme: Brand) -> None:
    post = acme.draft("Hi", publish_at=(START + timedelta(hours=1)).isoformat())
    later = change(acme, post, publish_at=(START + timedelta(hours=2)).isoformat())
    assert later["publish_at"] == "2026-11-25T11:00:00Z"
    assert change(acme, post, now=True)["publish_at"] is None


def test_a_change_is_held_to_the_same_rules(acme: Brand) -> None:
    path = acme.path(f"/posts/{acme.draft('Hi')['id']}")
    for edit, field in (({"text": "x" * 501}, "text"), ({"publish_at": "2020-01-01T00:00:00Z"}, "publish_at")):
        assert acme.house.refused(422, "PATCH", path, edit, key=acme.agent_key)["field"] == field


LEADS_ELSEWHERE = [
    ("See https://bit.ly/3xAcme", "give the address itself"),
    ("https://acme.example@evil.example", "what stands behind it"),
    ("https://аcme.example", "Cyrillic and Latin"),
    ("https://acme.\u202eexample", "turn"),
]


@pytest.mark.parametrize(("text", "why"), LEADS_ELSEWHERE)
def test_a_link_that_could_lead_elsewhere_than_was_approved_is_refused_wherever_it_is_written(
    acme: Brand, text: str, why: str
) -> None:
    given = refused(acme, text=text)
    assert (given["field"], given["type"].rpartition("/")[2]) == ("text", "invalid")
    assert why in given["detail"]
    assert refused(acme, thread=["Good morning", text])["field"] == "thread.1"
    path = acme.path(f"/posts/{acme.draft('Hi')['id']}")
    assert acme.house.refused(422, "PATCH", path, {"text": text}, key=acme.agent_key)["field"] == "text"
    assert acme.house.refused(422, "PATCH", path, {"thread": [text]}, key=acme.agent_key)["field"] == "thread.0"
    drafts = [{"account": acme.account, "handle": "acme", "text": one} for one in ("Sorry!", text)]
    path = acme.path(f"/mentions/{acme.house.mention('Where is my order?')}/recommendations")
    answer = {"action": "respond", "drafts": drafts}
    assert acme.house.refused(422, "POST", path, answer, key=acme.agent_key)["field"] == "drafts.1.text"


def test_what_has_gone_out_can_be_neither_changed_nor_cancelled(acme: Brand) -> None:
    path = acme.path(f"/posts/{acme.published()['id']}")
    acme.house.refused(409, "PATCH", path, {"text": "Oh"}, key=acme.agent_key)
    acme.house.refused(409, "POST", path + "/cancel", {"reason": "oh"}, key=acme.agent_key)


def test_a_cancelled_post_never_goes_out(acme: Brand) -> None:
    post = acme.approved("Hi", publish_at=(START + timedelta(minutes=1)).isoformat())
    assert cancel(acme, post)["state"] == "cancelled"
    acme.house.deliver()
    assert acme.house.network.calls == 0
    acme.house.refused(409, "POST", acme.path(f"/posts/{post['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)


def test_a_cancellation_has_a_reason(acme: Brand) -> None:
    path = acme.path(f"/posts/{acme.draft('Hi')['id']}/cancel")
    assert acme.house.refused(422, "POST", path, {"reason": " "}, key=acme.agent_key)["field"] == "reason"


class DownQueue(MemoryQueue):
    def send(self, body: str, delay_seconds: int = 0) -> None:
        raise QueueError("The queue did not take the message.")


def test_a_queue_that_is_down_costs_a_tick_and_not_the_post(acme: Brand) -> None:
    draft, queue = acme.draft("Hi"), acme.house.outbound
    acme.house.outbound = DownQueue()
    assert acme.approve(draft)["state"] == "scheduled"
    acme.house.outbound = queue
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(draft["id"])["state"] == "published"


def test_an_order_that_cannot_be_written_costs_a_tick_and_not_the_post(acme: Brand) -> None:
    draft = acme.draft("Hi")
    acme.house.store.before["several"].append(raising(StoreError("The store did not answer.")))
    assert acme.approve(draft)["state"] == "scheduled"
    assert acme.house.outbound.sent == []
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(draft["id"])["state"] == "published"
