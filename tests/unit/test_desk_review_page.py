"""The page says what the review says, to people: in words, in the client's zone, and with nothing that could act."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest

from functions.desk.review_page.page import page as made
from functions.review.weekly import weekly
from shared.domain.parties import Client
from shared.domain.review import Review
from shared.reviews import summed_up
from tests.house import Brand, House, brand, person

WEEK = "2026-W48"
HOSTILE = "</q><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7 * 7 }}&amp;\u202egnp.exe\u2066"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        self.attributes.update(name for name, _ in attrs)


def tags(page_: str) -> Tags:
    read = Tags()
    read.feed(page_)
    return read


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def page(acme: Brand, week: str = WEEK) -> str:
    given = acme.house.call("GET", acme.path(f"/reviews/{week}/page"), key=acme.agent_key)
    assert given.status == 200, given.body
    return str(given.body)


def text(page_: str) -> str:
    body = page_.partition("<body>")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def recommend(acme: Brand, mention: str, **body: Any) -> Any:
    draft = {"account": acme.account, "handle": "acme", "text": "Soon"}
    body = body or {"action": "respond", "drafts": [draft]}
    return acme.house.ok("POST", acme.path(f"/mentions/{mention}/recommendations"), body, key=acme.agent_key)


def reject(acme: Brand, post: str, reason: str) -> None:
    body = {"verdict": "reject", "content_hash": acme.post(post)["content_hash"], "reason": reason}
    acme.house.ok("POST", acme.path(f"/posts/{post}/approvals"), body, key=acme.approver_key)


def test_the_week_is_told_in_a_sentence_with_what_is_worth_talking_about(acme: Brand) -> None:
    house = acme.house
    answered, declined = house.mention("Where is my order?"), house.mention("Can you help?")
    house.mention("There is a fire in the shop! Help, urgent")
    posts = [recommend(acme, mention)["posts"][0] for mention in (answered, declined)]
    acme.approve(acme.post(posts[0]))
    house.deliver()
    reject(acme, posts[1], "We cannot promise that.")
    said = text(page(acme))
    assert "Three messages came in." in said
    assert "One recommendation was declined" in said
    assert "Rejected : We cannot promise that." in said
    assert "Approver" in said
    assert "Where is my order?" in said
    assert "One important message was taken up by nobody" in said


def test_a_week_without_anything_says_so(acme: Brand) -> None:
    said = text(page(acme))
    assert "Nothing came in, and nothing was posted." in said
    assert "Nothing stands out this week." in said
    assert "Nothing was agreed or noted." in said


def test_a_running_week_says_as_of_when_and_one_in_which_the_client_joined_since_when(acme: Brand) -> None:
    assert "The week is still running; this is how it stood on Wed 25 Nov" in text(page(acme))
    assert "Acme joined on Wed 25 Nov" in text(page(acme))
    acme.house.clock.at = datetime(2026, 12, 7, tzinfo=UTC)
    later = text(page(acme, "2026-W49"))
    assert "As it stood at the end of the week" in later
    assert "joined" not in later


def test_a_stop_of_the_week_before_that_was_lifted_is_no_stop_of_this_one(acme: Brand) -> None:
    house = acme.house
    stop = house.ok("POST", "/stops", {"scope": "client:acme", "reason": "look"}, key=acme.approver_key)
    assert "Posting was stopped once" in text(page(acme))
    house.clock.at = datetime(2026, 12, 1, tzinfo=UTC)
    for key in (acme.approver_key, acme.second_key):
        house.ok("POST", f"/stops/{stop['id']}/resume", {}, key=key)
    house.clock.sleep(1)
    later = text(page(acme, "2026-W49"))
    assert "Since before the week" in later
    assert "Posting was stopped" not in later


def test_times_are_those_of_the_clients_zone(acme: Brand) -> None:
    acme.house.clock.at = datetime(2026, 11, 27, 22, 59, tzinfo=UTC)
    recommend(acme, acme.house.mention("Where is my order?"))
    said = text(page(acme))
    assert "Fri 27 Nov, 23:59" in said
    assert "Times are in Europe/Oslo." in said


def test_what_both_parties_noted_and_agreed_stands_on_it_with_who_said_it(acme: Brand) -> None:
    house, path = acme.house, acme.path(f"/reviews/{WEEK}")
    house.ok("POST", f"{path}/notes", {"text": "A quiet week"}, key=acme.agent_key)
    action = house.ok("POST", f"{path}/actions", {"text": "Answer sooner"}, key=acme.agent_key)
    house.ok("POST", f"{path}/actions", {"text": "Name a stand-in"}, key=acme.agent_key)
    weekly_at(acme, datetime(2026, 11, 30, tzinfo=UTC))
    house.ok("POST", acme.path("/reviews/2026-W49/actions"), {"done": action["id"]}, key=acme.agent_key)
    said = text(page(acme))
    assert "A quiet week Agent , North" in said
    assert "✓ Answer sooner Done on Mon 30 Nov" in said
    assert "○ Name a stand-in To be done" in said


def weekly_at(acme: Brand, at: datetime) -> None:
    acme.house.clock.at = at
    weekly(store=acme.house.store, clock=acme.house.clock, new_id=acme.house.new_id)


def test_a_week_is_held_against_the_one_before(acme: Brand) -> None:
    acme.house.mention("Where is my order?")
    weekly_at(acme, datetime(2026, 11, 30, tzinfo=UTC))
    for _ in range(3):
        acme.house.mention("Where is my order?")
    acme.house.clock.sleep(1)
    assert "2 more than the week before" in text(page(acme, "2026-W49"))


def test_what_others_wrote_is_text_on_the_page_and_nothing_else(acme: Brand) -> None:
    plain, hostile = (filled(brand(House()), words) for words in ("Hello", HOSTILE))
    assert "<script" not in hostile
    assert tags(hostile).seen == tags(plain).seen
    assert not {"onerror", "src", "style"} & set(tags(hostile).attributes)
    assert "{{ 7 * 7 }}" in hostile
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", hostile)


def filled(acme: Brand, words: str) -> str:
    """A page on which ``words`` stand wherever words of others may."""
    house, path = acme.house, acme.path(f"/reviews/{WEEK}")
    member, key = person(acme, words, acme.owner_key, ["read", "recommend", "approve"])
    mention, other = (house.mention(words + " Where is my order?", author=words) for _ in range(2))
    reject(acme, recommend(acme, mention)["posts"][0], words)
    house.ok("POST", acme.path(f"/mentions/{other}/escalations"), {"question": words, "to": member}, key=acme.agent_key)
    priorities = {"items": [{"name": words, "weight": 10, "words": ["kettle"]}]}
    house.ok("PUT", acme.path("/priorities"), priorities, key=acme.owner_key)
    for kind in ("notes", "actions"):
        house.ok("POST", f"{path}/{kind}", {"text": words}, key=key)
    return page(acme)


def test_an_address_that_is_no_web_address_is_no_link(acme: Brand) -> None:
    recommend(acme, acme.house.mention("Where is my order?", url="javascript:alert(1)"))
    assert "javascript:" not in page(acme)


def test_the_page_is_whole_in_itself(acme: Brand) -> None:
    acme.house.mention("Where is my order?")
    shown = page(acme)
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\son\w+=|\sstyle=", shown)
    assert shown.count("<style>") == 1


def test_every_chart_has_a_title_a_description_and_a_table_with_its_figures(acme: Brand) -> None:
    recommend(acme, acme.house.mention("Where is my order?"))
    shown = page(acme)
    charts = re.findall(r'<svg viewBox="0 0 460 \d+" role="img" aria-labelledby="(\S+) (\S+)">', shown)
    assert len(charts) == 4
    for title, description in charts:
        assert f'<title id="{title}">' in shown
        assert f'<desc id="{description}">' in shown
    assert shown.count('class="numbers') == 4


def test_what_was_taken_back_is_not_shown_any_more(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    recommend(acme, mention)
    del acme.house.store._tables["mentions"][(mention, None)]
    said = text(page(acme))
    assert "Where is my order?" not in said
    assert "This message is not there any more." in said


def test_a_week_of_fifty_thousand_messages_makes_a_page_of_the_size_of_any_other(acme: Brand) -> None:
    for number in range(60):
        mention = acme.house.mention(f"Where is my order number {number}?")
        recommend(acme, mention, action="ignore", note="spam")
        acme.house.clock.sleep(1)
    said = text(page(acme))
    assert "What was done as recommended (60)" in said
    assert "and 40 more" in said
    assert len(page(acme)) < 100_000


def test_a_review_that_was_stored_makes_the_page_that_it_made_before(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    recommend(acme, mention)
    acme.house.clock.sleep(1)
    client = acme.house.store.get(Client, "acme", "acme")
    assert client is not None
    now, store = acme.house.clock.now(), acme.house.store
    review = summed_up(client, WEEK, now, store)
    stored = msgspec.json.decode(msgspec.json.encode(review), type=Review)
    assert made(client, stored, now, store) == made(client, review, now, store)


def test_a_page_of_another_client_is_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    acme.house.refused(404, "GET", acme.path(f"/reviews/{WEEK}/page"), key=bolt.owner_key)


def test_a_note_is_on_a_week_that_has_begun_and_says_who_made_it(acme: Brand) -> None:
    body = {"text": "A quiet week"}
    path = acme.path(f"/reviews/{WEEK}/notes")
    note = acme.house.ok("POST", path, body, key=acme.agent_key)
    assert (note["by"], note["party"]) == (acme.agent, "agency")
    shown = acme.house.ok("GET", acme.path(f"/reviews/{WEEK}"), key=acme.owner_key)
    assert [one["id"] for one in shown["notes"]] == [note["id"]]
    acme.house.refused(404, "POST", acme.path("/reviews/2026-W49/notes"), body, key=acme.agent_key)
    assert acme.house.refused(422, "POST", path, {"text": " "}, key=acme.agent_key)["field"] == "text"
    acme.house.clock.sleep(timedelta(days=7).total_seconds())
    assert acme.house.ok("GET", acme.path("/reviews/2026-W49"), key=acme.owner_key)["notes"] == []


def test_a_hundred_notes_on_a_week_are_the_most(acme: Brand) -> None:
    path = acme.path(f"/reviews/{WEEK}/notes")
    for number in range(100):
        acme.house.ok("POST", path, {"text": f"note {number}"}, key=acme.agent_key)
    acme.house.refused(409, "POST", path, {"text": "one more"}, key=acme.agent_key)
