"""Nothing happens that is not in the ledger: each change and its entry are one commit, from webhook to recall."""

from datetime import timedelta

import pytest

from shared.domain.attempts import Attempt
from shared.domain.lanes import Lane
from shared.domain.ledger import Entry
from shared.domain.listening.people import PeopleKey
from shared.domain.parties import Roll
from shared.domain.receipts import ReceiptPage
from shared.domain.replay import Reply
from shared.domain.schedule import Mark, Timer
from shared.domain.stops import Stop
from tests.house import Brand, House, brand

ACCOMPANY = (Entry, Reply, Roll, Timer, Attempt, ReceiptPage)
"""What is written along with a change and is none itself."""
BOOKMARKS = (Mark, Lane, PeopleKey)
"""How far a clock's own work has come: nothing has happened to anybody, so no entry tells it."""
ABOUT_US = ("prioritize.", "publish.", "recover.", "notify.", "review.", "test")


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def a_day(acme: Brand) -> None:
    """Mentions, an escalation, posts of all fates, and a stop with all that follows."""
    house, client = acme.house, acme.path
    asked = house.mention("Is it true?", author="reporter")
    house.mention("Is it true?", author="reporter", external_id="9", source="src_2")
    house.mention("Is it true?", author="reporter", external_id="9", source="src_3")
    question = {"question": "Is it?", "to": acme.owner}
    escalation = house.ok("POST", client(f"/mentions/{asked}/escalations"), question, key=acme.agent_key)
    house.ok("POST", client(f"/escalations/{escalation['id']}/answer"), {"answer": "No."}, key=acme.owner_key)
    draft = {"account": acme.account, "handle": "acme", "text": "It is not."}
    drafts = [draft, draft | {"text": "No."}]
    body = {"action": "respond", "drafts": drafts}
    recommended = house.ok("POST", client(f"/mentions/{asked}/recommendations"), body, key=acme.agent_key)
    acme.approve(acme.post(recommended["posts"][0]))
    house.deliver()
    house.network.faults = ["posted, then lost"]
    acme.published("Lost")
    house.reconcile()
    timed = acme.approved("Later", publish_at=(house.clock.now() + timedelta(hours=1)).isoformat())
    stop = acme.stop("client:acme")
    house.clock.sleep(3600 - 60)
    house.tick()
    house.deliver()
    house.drain()
    assert acme.post(timed["id"])["state"] == "held"
    house.ok("POST", f"/stops/{stop['id']}/resume", key=acme.owner_key)
    house.ok("POST", f"/stops/{stop['id']}/resume", key=acme.approver_key)
    house.ok("POST", "/recalls", {"client": "acme", "post": recommended["posts"][0]}, key=acme.owner_key)


def test_every_change_is_committed_together_with_its_entry(acme: Brand) -> None:
    a_day(acme)
    for commit in acme.house.store.commits:
        if all(isinstance(record, BOOKMARKS) for record in commit):
            continue
        changes = [record for record in commit if not isinstance(record, ACCOMPANY)]
        told = any(isinstance(record, Entry) for record in commit)
        naming = all(isinstance(record, Stop) and record.version > 1 for record in changes)
        assert told or naming, changes


def test_every_entry_says_who_did_it_and_when(acme: Brand) -> None:
    a_day(acme)
    entries = [record for commit in acme.house.store.commits for record in commit if isinstance(record, Entry)]
    for entry in entries:
        if entry.type == "agency.created":
            continue
        person = {"member", "key", "party"} <= set(entry.who)
        function = entry.who.get("function", "").startswith(ABOUT_US)
        assert person != function, entry
        assert entry.at.tzinfo is not None


def test_the_ledger_tells_a_replys_whole_way(acme: Brand) -> None:
    a_day(acme)
    facts = acme.house.facts()
    way = ["mention.received", "mention.escalated", "escalation.answered", "mention.recommended", "post.drafted"]
    way += ["post.approved", "post.scheduled", "post.claimed", "post.published", "mention.answered"]
    places = [facts.index(fact) for fact in way]
    assert places == sorted(places)
    assert {"post.unknown", "stop.engaged", "post.held", "stop.drained", "stop.lift_asked", "stop.lifted"} < set(facts)
    assert {"post.back_in_review", "post.recalled", "mention.reported_again", "post.cancelled"} < set(facts)


def test_the_ledger_is_read_a_day_at_a_time_and_page_by_page(acme: Brand) -> None:
    a_day(acme)
    read = acme.house.ok("GET", acme.path("/ledger"), key=acme.owner_key)
    assert [one["type"] for one in read["items"]] == acme.house.facts()
    middle = read["items"][7]["id"]
    rest = acme.house.ok("GET", acme.path(f"/ledger?after={middle}"), key=acme.owner_key)
    assert rest["items"] == read["items"][8:]
    assert acme.house.ok("GET", acme.path("/ledger?day=2026-11-24"), key=acme.owner_key)["items"] == []


def test_both_parties_read_the_same_ledger(acme: Brand) -> None:
    a_day(acme)
    by_client = acme.house.ok("GET", acme.path("/ledger"), key=acme.owner_key)
    assert acme.house.ok("GET", acme.path("/ledger"), key=acme.agent_key) == by_client


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", "2026-11-25T00:00", "²026-11-25"])
def test_what_is_no_day_is_refused(acme: Brand, day: str) -> None:
    assert acme.house.refused(422, "GET", acme.path(f"/ledger?day={day}"), key=acme.owner_key)["field"] == "day"


def test_credentials_and_secrets_are_in_no_record_and_no_reply(acme: Brand) -> None:
    a_day(acme)
    assert acme.house.vault.kept[acme.account] == {"access_token": "not-a-real-token"}
    assert "not-a-real-token" not in str(acme.house.store.everything())
    for path in ("/accounts", "/ledger", "/sources", "/endpoints"):
        assert "not-a-real-token" not in str(acme.house.ok("GET", acme.path(path), key=acme.owner_key))
