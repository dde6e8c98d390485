"""What people are told: in words, of what stands now, by names and in the client's time."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.notify.about import About, about
from functions.notify.asking import ASKS
from functions.notify.words import _SAID, LONGEST_LINE, LONGEST_QUOTE, MOST_LINES, Words, shortened, words
from shared.domain.endpoints import CONCERNS_PEOPLE
from shared.domain.ledger import Entry
from shared.domain.text import DIRECTIONS
from tests.house import Brand, House, brand
from tests.network import START
from tests.schemas import SENT


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def told(acme: Brand, type_: str) -> Words:
    """The newest of that type."""
    entry = next(entry for entry in reversed(acme.house.entries()) if entry.type == type_)
    return words(entry, about(entry, acme.house.store))


def entry(type_: str, data: Any = None, subject: str = "sub_1") -> Entry:
    return Entry(id="led_1", realm="acme", at=START, type=type_, subject=subject, who={}, data=data or {})


def test_what_concerns_people_is_told_of_by_events_that_there_are_and_has_words() -> None:
    assert not CONCERNS_PEOPLE - set(SENT)
    assert not CONCERNS_PEOPLE - set(_SAID)


def test_whatever_asks_for_an_approval_is_an_event() -> None:
    assert not ASKS - set(SENT)
    assert ASKS <= CONCERNS_PEOPLE


@pytest.mark.parametrize("type_", sorted(SENT))
def test_every_event_can_be_told(type_: str) -> None:
    said = words(entry(type_), About())
    assert said.headline
    assert said.lines == ("Id: sub_1",)


def test_what_has_no_words_of_its_own_is_told_by_its_name() -> None:
    assert words(entry("shift.handed_over"), About()).headline == "Shift: handed over"


def test_a_draft_is_told_with_its_text_its_account_and_its_author(acme: Brand) -> None:
    acme.draft("Good morning", publish_at=(START + timedelta(hours=3)).isoformat())
    said = told(acme, "post.drafted")
    assert said.headline == "A post waits for approval"
    assert said.quoted == "Good morning"
    assert said.client == "Acme"
    assert "As: @acme on mastodon" in said.lines
    assert "Now: in review" in said.lines
    assert "Who did it: Agent" in said.lines
    assert "Goes out: Wednesday 25 November 2026, 13:00 (Europe/Oslo)" in said.lines


def test_all_parts_of_a_thread_are_told(acme: Brand) -> None:
    acme.draft("One", thread=["Two", "Three"])
    assert told(acme, "post.drafted").quoted == "One\n\nTwo\n\nThree"


def test_a_post_that_went_out_is_told_with_where_it_is(acme: Brand) -> None:
    post = acme.published()
    said = told(acme, "post.published")
    assert (said.headline, said.about) == ("A post is out", post["id"])
    assert f"Where: {post['sent'][0]['url']}" in said.lines


def test_a_rejection_is_told_with_its_reason(acme: Brand) -> None:
    post = acme.draft("Good morning")
    body = {"verdict": "reject", "content_hash": post["content_hash"], "reason": "Not like this."}
    acme.house.ok("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=acme.approver_key)
    said = told(acme, "post.rejected")
    assert "Reason: Not like this." in said.lines
    assert "Who did it: Approver" in said.lines


def test_a_question_is_told_with_whom_it_is_put_to_until_when_and_what_it_is_about(acme: Brand) -> None:
    mention = acme.house.mention("When does the shop open?", author="buyer")
    body = {"to": acme.approver, "question": "From which hour on?"}
    acme.house.ok("POST", acme.path(f"/mentions/{mention}/escalations"), body, key=acme.agent_key)
    said = told(acme, "mention.escalated")
    assert "To: Approver" in said.lines
    assert "Answer by: Thursday 26 November 2026, 10:00 (Europe/Oslo)" in said.lines
    assert "By: buyer on mastodon" in said.lines
    assert "They said: When does the shop open?" in said.lines
    assert said.quoted == "From which hour on?"
    assert said.todo == "Answer it before its time."


def test_a_question_that_was_answered_before_it_was_told_asks_nobody_any_more(acme: Brand) -> None:
    mention = acme.house.mention("When does the shop open?", author="buyer")
    asked = {"to": acme.approver, "question": "From which hour on?"}
    question = acme.house.ok("POST", acme.path(f"/mentions/{mention}/escalations"), asked, key=acme.agent_key)
    path = acme.path(f"/escalations/{question['id']}/answer")
    acme.house.ok("POST", path, {"answer": "Nine"}, key=acme.approver_key)
    said = told(acme, "mention.escalated")
    assert (said.headline, said.todo) == ("A question waits for your answer (settled since)", "")


@pytest.mark.parametrize("type_", ["post.held", "post.reopened", "post.unverified", "post.change_requested"])
def test_what_was_to_be_done_of_a_post_is_asked_of_nobody_once_it_is_out(acme: Brand, type_: str) -> None:
    late = entry(type_, subject=acme.published()["id"])
    said = words(late, about(late, acme.house.store))
    assert (said.headline.endswith("(settled since)"), said.todo) == (True, "")
    assert "Now: published" in said.lines


def test_a_stop_is_told_with_its_scope_and_reason(acme: Brand) -> None:
    acme.stop("client:acme")
    assert {"Scope: client:acme", "Reason: an incident"} <= set(told(acme, "stop.engaged").lines)


def test_a_crisis_is_told_with_its_grounds(acme: Brand) -> None:
    acme.crisis()
    assert any(line.startswith("Because: ") for line in told(acme, "crisis.raised").lines)


def test_nothing_of_another_client_is_told(acme: Brand) -> None:
    theirs = brand(acme.house, "bolt").draft("A secret")
    ours = entry("post.drafted", subject=theirs["id"])
    said = words(ours, about(ours, acme.house.store))
    assert "secret" not in str(said)


def test_names_of_ours_are_told_as_words_and_what_others_wrote_as_it_is() -> None:
    where = "https://social.example/@acme_norge/1"
    data = {"kind": "foreign_post", "handle": "acme_norge", "url": where, "excerpt": "snake_case"}
    said = words(entry("incident.raised", data), About()).lines
    assert {"What: foreign post", "Account: acme_norge", f"Where: {where}", "It says: snake_case"} <= set(said)


def test_what_concerns_an_agency_at_two_clients_is_two_conversations() -> None:
    ours = entry("mandate.proposed", subject="agency")
    assert words(ours, About()).about != words(replace(ours, realm="bolt"), About()).about


@given(st.text(), st.integers(1, 50), st.booleans())
def test_a_text_is_shortened_to_what_a_reader_sees(text: str, longest: int, lines: bool) -> None:
    kept = shortened(text, longest, lines=lines)
    assert len(kept) <= longest
    assert not set(kept) & set(DIRECTIONS)
    assert kept.encode().decode() == kept
    assert lines or len(kept.splitlines()) <= 1
    assert shortened(kept, longest, lines=lines) == kept


@given(st.dictionaries(st.sampled_from(["reason", "because", "url", "excerpt", "to", "due_at", "handle"]), st.text()))
def test_whatever_the_details_say_a_message_stays_small(data: dict[str, str]) -> None:
    said = words(entry("post.held", data), About())
    assert len(said.lines) <= MOST_LINES
    assert all(len(line) <= LONGEST_LINE and "\n" not in line for line in said.lines)
    assert len(said.quoted) <= LONGEST_QUOTE
