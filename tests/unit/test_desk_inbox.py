"""The inbox: what matters most first, and why; and what is decided on each mention."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from functions.desk import inbox as desk_inbox
from functions.prioritize.reranking import rerank
from shared.domain.listening.mentions import Mention
from shared.domain.listening.ranking import SETTLES_AFTER
from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


NO_CURSORS = ([1.0], ["high", "mnt_1"], [1.0, 1], [None, "mnt_1"], ["2026-11-25T09:00:00Z", 1.0, "mnt_1"])


def encoded(cursor: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(cursor).encode()).decode()


def inbox(acme: Brand, query: str = "") -> Any:
    return acme.house.ok("GET", acme.path(f"/inbox{query}"), key=acme.agent_key)


def order(acme: Brand) -> list[str]:
    return [item["id"] for item in inbox(acme)["items"]]


def draft(acme: Brand, text: str = "We are on it.") -> dict[str, str]:
    return {"account": acme.account, "handle": "acme", "text": text}


def recommend(acme: Brand, mention: str, **body: Any) -> Any:
    return acme.house.ok("POST", acme.path(f"/mentions/{mention}/recommendations"), body, key=acme.agent_key)


def refused(acme: Brand, mention: str, status: int = 422, **body: Any) -> Any:
    path = acme.path(f"/mentions/{mention}/recommendations")
    return acme.house.refused(status, "POST", path, body, key=acme.agent_key)


def escalate(acme: Brand, mention: str, to: str = "") -> Any:
    body = {"question": "Is it so?", "to": to or acme.owner}
    return acme.house.ok("POST", acme.path(f"/mentions/{mention}/escalations"), body, key=acme.agent_key)


def test_what_is_graver_comes_first(acme: Brand) -> None:
    small = acme.house.mention("Lovely shop")
    crisis = acme.house.mention("The charger is on fire and my son is injured")
    service = acme.house.mention("Where is my order?")
    assert order(acme) == [crisis, service, small]


def test_the_reasons_of_a_score_add_up_to_it(acme: Brand) -> None:
    acme.house.mention("Where is my broken order?", followers=5000)
    acme.house.mention("I love the launch!", author="fan")
    body = {"items": [{"name": "Launch", "weight": 30, "words": ["launch"], "note": "today"}]}
    acme.house.ok("PUT", acme.path("/priorities"), body, key=acme.owner_key)
    acme.house.clock.sleep(1234)
    for item in inbox(acme)["items"]:
        assert round(sum(reason["points"] for reason in item["reasons"]), 3) == item["score"]
        assert all(reason["because"] for reason in item["reasons"])


def test_new_priorities_put_the_inbox_in_a_new_order_at_once_and_rewrite_nothing(acme: Brand) -> None:
    launch = acme.house.mention("Nice launch")
    service = acme.house.mention("Where is my order?")
    assert order(acme) == [service, launch]
    body = {"items": [{"name": "Launch", "weight": 60, "words": ["launch"]}]}
    before = len(acme.house.store.commits)
    acme.house.ok("PUT", acme.path("/priorities"), body, key=acme.owner_key)
    assert order(acme) == [launch, service]
    assert len(acme.house.store.commits) == before + 1
    assert inbox(acme)["priorities_version"] == 1


def test_pages_hold_every_mention_once_in_the_order_of_the_whole(acme: Brand) -> None:
    texts = ["Where is my order?", "Lovely", "Buy now?", "The battery is on fire", "The press asks"]
    for number in range(23):
        acme.house.mention(texts[number % 5], followers=number % 7)
    whole, paged, cursor = [item["id"] for item in inbox(acme)["items"]], [], ""
    while True:
        page = inbox(acme, f"?limit=5{cursor}")
        paged += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert paged == whole
    assert len(set(paged)) == 23


def test_pages_hold_every_mention_once_though_time_passes_between_them(acme: Brand) -> None:
    texts = ["Where is my order?", "Lovely", "Buy now?", "The battery is on fire", "The press asks"]
    for number in range(23):
        acme.house.mention(texts[number % 5], followers=number % 7)
        acme.house.clock.sleep(45)
    whole, paged = order(acme), []
    page = inbox(acme, "?limit=4")
    while True:
        paged += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        acme.house.clock.sleep(600)
        page = inbox(acme, f"?limit=4&cursor={page['next']}")
    assert paged == whole


@pytest.mark.parametrize("limit", ["0", "101", "-1", "ten", "", "²", "٣", "9" * 5000, "1.5"])
def test_a_page_has_1_to_100_mentions(acme: Brand, limit: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/inbox?limit={limit}"), key=acme.agent_key)
    assert given["field"] == "limit"


@pytest.mark.parametrize(
    "cursor", ["x", "", "W10=", "bm90IGpzb24=", "é", "WyJhIiwgImIiXQ==", *map(encoded, NO_CURSORS)]
)
def test_a_cursor_that_is_none_of_ours_is_refused(acme: Brand, cursor: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/inbox?cursor={cursor}"), key=acme.agent_key)
    assert given["field"] == "cursor"


def test_a_mention_is_read_as_it_stands_in_the_inbox(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    assert acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.owner_key) == inbox(acme)["items"][0]


def test_a_recommendation_carries_its_drafts_and_leaves_the_mention_open(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    made = recommend(acme, mention, action="respond", drafts=[draft(acme), draft(acme, "Sorry!")])
    posts = [acme.post(id_) for id_ in made["posts"]]
    assert [post["text"] for post in posts] == ["We are on it.", "Sorry!"]
    assert {post["state"] for post in posts} == {"in_review"}
    assert {post["function"] for post in posts} == {"customer_service"}
    assert {post["in_reply_to"] for post in posts} != {""}
    assert order(acme) == [mention]


def test_choosing_one_draft_cancels_the_others_and_sending_it_answers_the_mention(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    drafts = [draft(acme), draft(acme, "Sorry!"), draft(acme, "Soon.")]
    first, chosen, third = recommend(acme, mention, action="respond", drafts=drafts)["posts"]
    acme.approve(acme.post(chosen))
    assert [acme.post(id_)["state"] for id_ in (first, chosen, third)] == ["cancelled", "scheduled", "cancelled"]
    acme.house.deliver()
    assert [status.text for status in acme.house.network.live()] == ["Sorry!"]
    assert order(acme) == []


def test_a_recommended_draft_is_approved_even_where_the_mandate_delegates(acme: Brand) -> None:
    acme.agree({"customer_service": {"approvals": 0}})
    mention = acme.house.mention("Where is my order?")
    made = recommend(acme, mention, action="respond", drafts=[draft(acme)])
    assert acme.post(made["posts"][0])["state"] == "in_review"


def test_to_respond_takes_one_to_five_drafts_and_nothing_else_takes_any(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    for body in (
        {"action": "respond"},
        {"action": "respond", "drafts": [draft(acme)] * 6},
        {"action": "ignore", "note": "spam", "drafts": [draft(acme)]},
        {"action": "escalate", "question": "So?", "to": acme.owner, "drafts": [draft(acme)]},
    ):
        assert refused(acme, mention, **body)["field"] == "drafts"


def test_a_draft_that_names_another_handle_is_refused_with_its_place(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    drafts = [draft(acme), draft(acme) | {"handle": "somebody_else"}]
    assert refused(acme, mention, action="respond", drafts=drafts)["field"] == "drafts.1.handle"


def test_to_ignore_takes_a_reason_and_closes_the_mention(acme: Brand) -> None:
    mention = acme.house.mention("Casino bonus")
    assert refused(acme, mention, action="ignore")["field"] == "note"
    recommend(acme, mention, action="ignore", note="spam")
    assert order(acme) == []
    refused(acme, mention, 409, action="ignore", note="spam")


def test_a_crisis_may_be_recommended_on_but_its_answer_is_the_clients(acme: Brand) -> None:
    mention = acme.house.mention("Lawsuit: the battery is on fire")
    refused(acme, mention, 403, action="respond", drafts=[draft(acme)])
    recommend(acme, mention, action="escalate", question="What do we say?", to=acme.owner)


def test_an_escalation_asks_a_named_person_with_a_deadline_by_function(acme: Brand) -> None:
    crisis = escalate(acme, acme.house.mention("Lawsuit: the battery is on fire"))
    small = escalate(acme, acme.house.mention("Lovely"))
    assert crisis["deadline"].startswith("2026-11-25T09:30")
    assert small["deadline"].startswith("2026-11-26T09:00")
    assert (crisis["to"], crisis["asked_by"]) == (acme.owner, acme.agent)


def test_an_escalation_goes_to_a_person_of_the_client_who_is_still_there(acme: Brand) -> None:
    mention = acme.house.mention("Is it so?")
    acme.house.ok("DELETE", acme.path(f"/members/{acme.second}"), key=acme.owner_key)
    for to in (acme.agent, acme.second, "mbr_none", ""):
        body = {"question": "So?", "to": to}
        path = acme.path(f"/mentions/{mention}/escalations")
        assert acme.house.refused(422, "POST", path, body, key=acme.agent_key)["field"] == "to"


def test_an_answer_brings_the_mention_back_to_the_agency(acme: Brand) -> None:
    mention = acme.house.mention("Is it so?")
    asked = escalate(acme, mention)
    path = acme.path(f"/escalations/{asked['id']}/answer")
    acme.house.clock.sleep(600)
    answered = acme.house.ok("POST", path, {"answer": "It is."}, key=acme.owner_key)
    assert (answered["state"], answered["answer"], answered["answered_by"]) == ("answered", "It is.", acme.owner)
    shown = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)
    assert shown["state"] == "open"
    told = next(entry for entry in acme.house.entries() if entry.type == "escalation.answered")
    assert (told.data["minutes"], told.data["in_time"]) == (10.0, True)


def test_an_answer_after_the_deadline_is_taken_and_counted_as_late(acme: Brand) -> None:
    asked = escalate(acme, acme.house.mention("Lawsuit: the battery is on fire"))
    acme.house.clock.sleep(1801)
    path = acme.path(f"/escalations/{asked['id']}/answer")
    acme.house.ok("POST", path, {"answer": "We say nothing."}, key=acme.owner_key)
    assert acme.house.entries()[-1].data["in_time"] is False


def test_only_the_client_answers_and_only_once(acme: Brand) -> None:
    asked = escalate(acme, acme.house.mention("Is it so?"))
    path = acme.path(f"/escalations/{asked['id']}/answer")
    body = {"member": acme.agent, "scopes": ["approve"]}
    agent = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    acme.house.refused(403, "POST", path, {"answer": "It is."}, key=agent)
    acme.house.ok("POST", path, {"answer": "It is."}, key=acme.approver_key)
    acme.house.refused(409, "POST", path, {"answer": "It is not."}, key=acme.owner_key)


def test_questions_that_wait_are_listed_first_by_deadline(acme: Brand) -> None:
    late = escalate(acme, acme.house.mention("Lovely"))
    done = escalate(acme, acme.house.mention("Is it so?"))
    soon = escalate(acme, acme.house.mention("Lawsuit: the battery is on fire"))
    path = acme.path(f"/escalations/{done['id']}/answer")
    acme.house.ok("POST", path, {"answer": "It is."}, key=acme.owner_key)
    listed = acme.house.ok("GET", acme.path("/escalations"), key=acme.owner_key)
    assert [one["id"] for one in listed] == [soon["id"], late["id"], done["id"]]


def test_a_dismissed_mention_leaves_the_inbox_with_its_reason(acme: Brand) -> None:
    mention = acme.house.mention("Casino!")
    path = acme.path(f"/mentions/{mention}/dismissal")
    assert acme.house.refused(422, "POST", path, {"reason": ""}, key=acme.agent_key)["field"] == "reason"
    gone = acme.house.ok("POST", path, {"reason": "spam"}, key=acme.agent_key)
    assert (gone["state"], gone["closed_because"]) == ("dismissed", "spam")
    assert order(acme) == []
    acme.house.refused(409, "POST", path, {"reason": "spam"}, key=acme.agent_key)
    body = {"question": "So?", "to": acme.owner}
    acme.house.refused(409, "POST", acme.path(f"/mentions/{mention}/escalations"), body, key=acme.agent_key)


def test_two_people_who_decide_at_the_same_moment_do_not_both_get_their_way(acme: Brand) -> None:
    mention = acme.house.mention("Casino!")
    path = acme.path(f"/mentions/{mention}/dismissal")
    acme.house.store.before["commit"].append(
        lambda: acme.house.ok("POST", path, {"reason": "spam"}, key=acme.agent_two_key)
    )
    given = acme.house.call("POST", path, {"reason": "noise"}, key=acme.agent_key)
    assert (given.status, given.body["title"]) == (409, "Somebody else changed it first")
    assert acme.house.facts().count("mention.dismissed") == 1


def settle(acme: Brand) -> None:
    """Until every mention is known to have the score by what counts now."""
    for _ in range(2):
        rerank("acme", store=acme.house.store, clock=acme.house.clock, until=acme.house.clock.monotonic() + 60)
        acme.house.clock.sleep(SETTLES_AFTER.total_seconds())
    rerank("acme", store=acme.house.store, clock=acme.house.clock, until=acme.house.clock.monotonic() + 60)


def assign(acme: Brand, mention: str, to: str) -> None:
    acme.house.ok("POST", acme.path(f"/mentions/{mention}/assignment"), {"to": to}, key=acme.agent_key)


def pages(acme: Brand, query: str) -> list[str]:
    """All of it, page by page."""
    paged, cursor = [], ""
    while True:
        page = inbox(acme, f"?{query}{cursor}")
        paged += [item["id"] for item in page["items"]]
        if page["next"] is None:
            return paged
        cursor = f"&cursor={page['next']}"


def test_the_inbox_shows_what_is_one_persons_or_one_teams_or_nobodys(acme: Brand) -> None:
    mine, ours, free = (acme.house.mention(text) for text in ("Where is my order?", "What is the price?", "Lovely"))
    assign(acme, mine, acme.agent)
    assign(acme, ours, "night")
    assert [item["id"] for item in inbox(acme, f"?assigned_to={acme.agent}")["items"]] == [mine]
    assert [item["id"] for item in inbox(acme, "?assigned_to=night")["items"]] == [ours]
    assert [item["id"] for item in inbox(acme, "?assigned_to=")["items"]] == [free]
    assert order(acme) == [mine, ours, free]


def test_the_inbox_shows_what_serves_one_function(acme: Brand) -> None:
    service = acme.house.mention("Where is my order?")
    sale = acme.house.mention("What is the price?")
    assert [item["id"] for item in inbox(acme, "?function=sales")["items"]] == [sale]
    assert [item["id"] for item in inbox(acme, "?function=customer_service&assigned_to=")["items"]] == [service]
    assert inbox(acme, "?function=recruiting") == {"items": [], "priorities_version": 0, "next": None}


@pytest.mark.parametrize("most", [1, 3, 1000])
@pytest.mark.parametrize("settled", [False, True])
def test_pages_of_what_is_asked_for_hold_all_of_it_in_order(
    acme: Brand, monkeypatch: pytest.MonkeyPatch, most: int, settled: bool
) -> None:
    """However many have the same score, and however few of those that are looked at are asked for."""
    monkeypatch.setattr(desk_inbox, "MOST_LOOKED_AT", most)
    texts = ["Where is my order?", "Lovely", "What is the price?", "It is on fire", "Lovely", "The press asks"]
    for number in range(40):
        acme.house.mention(texts[number % 6], author=f"fan {number}", followers=number % 3)
    if settled:
        settle(acme)
    whole = inbox(acme, "?limit=100")["items"]
    for function in ("sales", "community", "contest"):
        wanted = [item["id"] for item in whole if item["function"] == function]
        assert pages(acme, f"function={function}&limit=2") == wanted
        assert pages(acme, f"function={function}&limit=100") == wanted


def test_a_page_of_what_is_rare_looks_at_so_many_and_says_where_to_look_on(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_inbox, "MOST_LOOKED_AT", 10)
    for number in range(40):
        acme.house.mention("Lovely", author=f"fan {number}", followers=10 * number)
    sale = acme.house.mention("Price", author="buyer")
    settle(acme)
    read, inbox_of = [], acme.house.store.inbox

    def counted(*given: Any) -> Iterator[Mention]:
        for mention in inbox_of(*given):
            read.append(mention.id)
            yield mention

    monkeypatch.setattr(acme.house.store, "inbox", counted)
    page = inbox(acme, "?assigned_to=nobody")
    assert page["items"] == []
    assert page["next"]
    assert len(read) == 11
    assert pages(acme, "function=sales") == [sale]
