"""The main job: a mention comes in, the right person decides, the answer goes out, and both parties hear of it."""

from datetime import UTC, datetime, timedelta

from infra.demo.receiver import Receiver
from infra.engine import Engine
from tests.integration.brands import PATIENCE, Brand, invoked, line, person, refused, speaks, until
from tests.schemas import conforms

LATEST = 3.0
"""Seconds that a timed post may be late on a busy machine; how late it really is, the bench measures."""


def listening(brand: Brand, receiver: Receiver) -> None:
    """The agency's own system is told of everything."""
    given = brand.agency.desk.post(brand.path("/endpoints"), {"url": receiver.url})
    receiver.secret = given["secret"]


def since_listening(brand: Brand) -> list[str]:
    """Read anew at each look: functions go on to write."""
    facts = brand.facts()
    return facts[facts.index("endpoint.added") :]


def test_from_a_webhook_to_the_answer_on_the_network_and_the_webhooks_out(brand: Brand, receiver: Receiver) -> None:
    listening(brand, receiver)
    (mention,) = brand.reported("My order never arrived. Can anyone help?")
    assert (mention["function"], mention["state"]) == ("customer_service", "open")
    assert sum(reason["points"] for reason in mention["reasons"]) == mention["score"]

    texts = ["We are sorry! Which order is it?", "Sorry. We look into it."]
    drafts = [{"account": brand.account, "handle": brand.client, "text": text} for text in texts]
    recommendation = {"action": "respond", "drafts": drafts}
    made = brand.agent.desk.post(brand.path(f"/mentions/{mention['id']}/recommendations"), recommendation)
    assert brand.timeline() == []

    chosen, other = (brand.post(post) for post in made["posts"])
    brand.approve(chosen)
    published = brand.becomes(chosen["id"], "published")["published"]
    assert brand.post(other["id"])["state"] == "cancelled"

    (status,) = brand.timeline()
    assert (status["id"], status["text"]) == (published["external_id"], texts[0])
    assert status["in_reply_to"] == mention["external_id"]
    until("the mention is answered", lambda: brand.get(f"/mentions/{mention['id']}")["state"] == "answered")
    assert brand.get("/inbox")["items"] == []

    assert receiver.wait_for("mention.answered", PATIENCE)
    until("every entry was told", lambda: sorted(receiver.types()) == sorted(since_listening(brand)))
    assert receiver.forged == 0
    for event in receiver.events.values():
        conforms(event)
    (event,) = (event for event in receiver.events.values() if event["type"] == "post.published")
    assert event["data"]["client"] == brand.client
    assert event["data"]["subject"] == chosen["id"]
    assert event["data"]["who"] == {"function": "publish.send"}
    assert event["data"]["url"] == published["url"]


def test_what_matters_today_is_first_at_the_next_read(brand: Brand) -> None:
    first, second = brand.reported("My order never arrived. Can anyone help?", "I like the colour of the X200")
    assert first["score"] > second["score"]
    brand.call("PUT", "/priorities", {"items": [{"name": "X200 launch", "weight": 60, "words": ["X200"]}]})
    assert [item["id"] for item in brand.get("/inbox")["items"]] == [second["id"], first["id"]]


def test_only_the_approved_text_goes_out(brand: Brand) -> None:
    post = brand.draft("Good morning")
    changed = brand.call("PATCH", f"/posts/{post['id']}", {"text": "Good evening"}, by=brand.agent).body
    stale = {"verdict": "approve", "content_hash": post["content_hash"]}
    refused(brand.call("POST", f"/posts/{post['id']}/approvals", stale, by=brand.approver), 409, "wrong-state")
    refused(
        brand.call(
            "POST", f"/posts/{post['id']}/approvals", stale | {"content_hash": changed["content_hash"]}, by=brand.agent
        ),
        403,
        "forbidden",
    )
    brand.approve(changed)
    brand.becomes(post["id"], "published")
    assert [status["text"] for status in brand.timeline()] == ["Good evening"]


def test_a_timed_post_goes_out_at_its_time_and_never_before(brand: Brand) -> None:
    at = datetime.now(UTC) + timedelta(seconds=3.3)
    post = brand.scheduled("It is time", publish_at=at.isoformat())
    brand.becomes(post, "published")
    (status,) = brand.timeline()
    late = (datetime.fromisoformat(status["created_at"]) - at).total_seconds()
    # The network counts in milliseconds.
    assert -0.001 < late < LATEST


def test_a_cancelled_post_does_not_go_out(brand: Brand) -> None:
    at = datetime.now(UTC) + timedelta(seconds=5)
    cancelled = brand.scheduled("Never mind", publish_at=at.isoformat())
    other = brand.scheduled("Hello", publish_at=(at + timedelta(seconds=1)).isoformat())
    assert brand.call("POST", f"/posts/{cancelled}/cancel", {"reason": "A typo."}, by=brand.agent).status == 200
    brand.becomes(other, "published")
    assert [status["text"] for status in brand.timeline()] == ["Hello"]
    assert brand.post(cancelled)["state"] == "cancelled"


def test_a_question_is_answered_by_the_person_asked_and_the_mention_is_open_again(brand: Brand) -> None:
    (mention,) = brand.reported("What does the X200 cost?")
    question = {"question": "What may we say about the price?", "to": brand.approver.member}
    asked = brand.agent.desk.post(brand.path(f"/mentions/{mention['id']}/escalations"), question)
    assert asked["deadline"] > asked["asked_at"]
    assert brand.get(f"/mentions/{mention['id']}")["state"] == "escalated"
    answer = {"answer": "It is in the press kit."}
    refused(brand.call("POST", f"/escalations/{asked['id']}/answer", answer, by=brand.agent), 403, "forbidden")
    given = brand.approver.desk.post(brand.path(f"/escalations/{asked['id']}/answer"), answer)
    assert (given["answer"], given["answered_by"]) == (answer["answer"], brand.approver.member)
    assert brand.get(f"/mentions/{mention['id']}")["state"] == "open"


def test_the_weeks_review_counts_what_happened_and_carries_what_was_agreed(brand: Brand, engine: Engine) -> None:
    week = brand.week()
    first, _ = brand.reported("My order never arrived. Can anyone help?", "Love it")
    brand.agent.desk.post(brand.path(f"/mentions/{first['id']}/dismissal"), {"reason": "Answered by phone."})
    action = brand.agent.desk.post(brand.path(f"/reviews/{week}/actions"), {"text": "Answer the phone in writing."})
    review = brand.get(f"/reviews/{week}")
    assert (review["mentions_received"], review["dismissed"]) == (2, 1)
    assert len(review["not_recommended"]) == 1
    assert [one["id"] for one in review["actions"]] == [action["id"]]
    brand.agent.desk.post(brand.path(f"/reviews/{week}/actions"), {"done": action["id"]})
    assert brand.get(f"/reviews/{week}")["actions"][0]["done_at"]
    # Only while a week ends is any client of this engine of the week before.
    invoked(engine, "review.weekly")
    assert invoked(engine, "review.weekly") == {"made": 0}


def test_two_agencies_work_for_one_client_each_under_its_own_mandate_and_with_its_own_keys(brand: Brand) -> None:
    first = brand.get("")["agencies"][0]
    owner = {"name": "Second owner", "signature": "^SO"}
    admitted = brand.owner.desk.post(brand.path("/agencies"), {"name": "Second agency", "owner": owner})
    second = next(agency for agency in admitted["client"]["agencies"] if agency != first)
    administration = line(brand.engine, admitted["owner"], admitted["owner_key"])
    writer = person(brand.engine, brand.client, administration, "read", "recommend")
    speaks(brand.client, writer, administration, accepted_by=brand.owner)

    wider = {"agency": second, "rows": {"community": {"approvals": 0}}}
    proposal = brand.call("PUT", "/mandate", wider).body["proposal"]
    draft = {"account": brand.account, "handle": brand.client, "text": "Hello from two", "function": "community"}
    assert writer.desk.post(brand.path("/posts"), draft)["state"] == "in_review"
    administration.desk.post(brand.path("/mandate/signatures"), {"sha256": proposal["sha256"]})
    assert brand.get(f"/mandate?agency={first}")["rows"]["community"]["approvals"] == 1
    refused(brand.call("PUT", "/mandate", {"rows": {}}), 422, "invalid", "agency")

    delegated = writer.desk.post(brand.path("/posts"), draft)
    assert (delegated["agency"], delegated["state"]) == (second, "scheduled")
    assert brand.draft("Hello from one")["state"] == "in_review"
    brand.becomes(delegated["id"], "published")

    theirs = {"member": brand.agent.member, "scopes": ["read"]}
    refused(brand.call("POST", "/keys", theirs, by=administration), 403, "forbidden")
    refused(brand.call("DELETE", f"/members/{brand.agent.member}", by=administration), 403, "forbidden")
    refused(brand.call("POST", "/keys", {**theirs, "member": writer.member}, by=brand.agency), 403, "forbidden")
