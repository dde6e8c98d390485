"""Who is at a mention and whose it is: two people never answer one message, and what is laid aside comes back."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.desk.handling import MOST_AT_ONCE, MOST_BYTES_AT_ONCE
from functions.notify.webhook import payload
from functions.prioritize.waiting import attend
from shared.domain.listening.mentions import Mention, MentionState
from shared.stores.rows import MOST_RECORDS
from tests.house import Brand, House, brand, person
from tests.network import START
from tests.schemas import conforms

MINUTE = 60.0
DAY = 24 * 60 * MINUTE


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def path(acme: Brand, mention: str, step: str) -> str:
    return acme.path(f"/mentions/{mention}/{step}")


def do(acme: Brand, mention: str, step: str, key: str = "", **body: Any) -> Any:
    return acme.house.ok("POST", path(acme, mention, step), body, key=key or acme.agent_key)


def refused(acme: Brand, status: int, mention: str, step: str, key: str = "", **body: Any) -> Any:
    return acme.house.refused(status, "POST", path(acme, mention, step), body, key=key or acme.agent_key)


def inbox(acme: Brand, query: str = "") -> list[str]:
    return [one["id"] for one in acme.house.ok("GET", acme.path(f"/inbox{query}"), key=acme.agent_key)["items"]]


def found(acme: Brand, mention: str) -> Mention:
    one = acme.house.store.mention(mention)
    assert one is not None
    return one


def told(acme: Brand, type_: str) -> Any:
    """What the ledger says of the latest such fact, which is as its schema says."""
    entry = [entry for entry in acme.house.entries() if entry.type == type_][-1]
    conforms(json.loads(payload(entry)))
    return entry.data


def instant(seconds: float) -> str:
    return (START + timedelta(seconds=seconds)).isoformat()


def test_a_claim_says_who_is_at_it_until_when(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    taken = do(acme, mention, "claim")
    assert taken["claim"] == {"by": acme.agent, "until": "2026-11-25T09:15:00Z"}
    assert told(acme, "mention.claimed")["until"] == instant(15 * MINUTE)
    assert inbox(acme) == [mention]


def test_nobody_else_claims_it_and_they_are_told_who_has_it_until_when(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "claim", minutes=30)
    given_ = refused(acme, 409, mention, "claim", acme.agent_two_key)
    assert acme.agent in given_["detail"]
    assert "2026-11-25T09:30:00Z" in given_["detail"]


def test_when_its_time_is_over_anybody_claims_it(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "claim", minutes=30)
    acme.house.clock.sleep(30 * MINUTE - 1)
    refused(acme, 409, mention, "claim", acme.agent_two_key)
    acme.house.clock.sleep(1)
    assert do(acme, mention, "claim", acme.agent_two_key)["claim"]["by"] != acme.agent


def test_ones_own_claim_is_prolonged_and_never_cut_short(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "claim", minutes=30)
    acme.house.clock.sleep(10 * MINUTE)
    assert do(acme, mention, "claim", minutes=30)["claim"]["until"] == "2026-11-25T09:40:00Z"
    assert do(acme, mention, "claim", minutes=1)["claim"]["until"] == "2026-11-25T09:40:00Z"


@pytest.mark.parametrize("minutes", [0, -1, 121, 10**12])
def test_a_claim_is_for_1_to_120_minutes(acme: Brand, minutes: int) -> None:
    mention = acme.house.mention("Where is my order?")
    assert refused(acme, 422, mention, "claim", minutes=minutes)["field"] == "minutes"


def test_two_who_claim_it_at_the_same_moment_do_not_both_get_it(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    acme.house.store.before["commit"].append(lambda: do(acme, mention, "claim", acme.agent_two_key))
    answered = acme.house.call("POST", path(acme, mention, "claim"), {}, key=acme.agent_key)
    assert (answered.status, answered.body["title"]) == (409, "Somebody else changed it first")
    assert acme.house.facts().count("mention.claimed") == 1


def test_whoever_claimed_it_decides_on_it_and_nobody_else(acme: Brand) -> None:
    draft = {"account": acme.account, "handle": "acme", "text": "We are on it."}
    steps: list[tuple[str, Any]] = [
        ("recommendations", {"action": "respond", "drafts": [draft]}),
        ("recommendations", {"action": "ignore", "note": "spam"}),
        ("escalations", {"question": "So?", "to": acme.owner}),
        ("dismissal", {"reason": "spam"}),
        ("snooze", {"until": instant(DAY)}),
    ]
    for number, (step, body) in enumerate(steps):
        mention = acme.house.mention(f"Where is my order number {number}?")
        do(acme, mention, "claim")
        for other in (acme.agent_two_key, acme.owner_key):
            assert acme.agent in refused(acme, 409, mention, step, other, **body)["detail"]
        do(acme, mention, step, **body)
        assert found(acme, mention).claim is None


def test_nobody_else_writes_an_answer_to_it_either(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "claim", acme.agent_two_key)
    body = {"account": acme.account, "handle": "acme", "text": "We are on it.", "mention": mention}
    acme.house.refused(409, "POST", acme.path("/posts"), body, key=acme.agent_key)
    acme.house.ok("POST", acme.path("/posts"), body, key=acme.agent_two_key)


def test_a_claim_is_released_by_whoever_has_it(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    refused(acme, 409, mention, "release")
    do(acme, mention, "claim")
    refused(acme, 403, mention, "release", acme.agent_two_key)
    assert do(acme, mention, "release")["claim"] is None
    assert told(acme, "mention.released")["claimed_by"] == acme.agent
    do(acme, mention, "claim", acme.agent_two_key)


def test_an_administrator_releases_anybodys_claim(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "claim")
    do(acme, mention, "release", acme.owner_key)
    assert found(acme, mention).claim is None


def test_an_answer_from_the_client_leaves_the_claim_with_whoever_has_it(acme: Brand) -> None:
    mention = acme.house.mention("Is it so?")
    asked = do(acme, mention, "escalations", question="Is it?", to=acme.owner)
    do(acme, mention, "claim")
    acme.house.ok("POST", acme.path(f"/escalations/{asked['id']}/answer"), {"answer": "Yes."}, key=acme.owner_key)
    claim = found(acme, mention).claim
    assert found(acme, mention).state is MentionState.OPEN
    assert claim is not None
    assert claim.by == acme.agent


def test_a_mention_is_a_members_or_a_teams_or_nobodys(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    assert do(acme, mention, "assignment", to=acme.agent)["assigned_to"] == acme.agent
    assert do(acme, mention, "assignment", to=" The night shift ")["assigned_to"] == "The night shift"
    assert told(acme, "mention.assigned")["was"] == acme.agent
    assert do(acme, mention, "assignment", to="")["assigned_to"] == ""


def test_a_mention_is_given_to_nobody_who_does_not_work_here(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    gone, _ = person(acme, "Leaver", acme.owner_key, ["read"])
    acme.house.ok("DELETE", acme.path(f"/members/{gone}"), key=acme.owner_key)
    mention = acme.house.mention("Where is my order?")
    for to in (bolt.owner, gone, "mbr_none", "a\x00b", "x" * 101):
        assert refused(acme, 422, mention, "assignment", to=to)["field"] == "to"


def test_what_is_laid_aside_leaves_the_inbox_and_comes_back_by_itself(acme: Brand) -> None:
    mention = acme.house.mention("Lovely")
    laid = do(acme, mention, "snooze", until=instant(DAY))
    assert (laid["snoozed_until"], laid["next_at"]) == ("2026-11-26T09:00:00Z", "2026-11-26T09:00:00Z")
    assert told(acme, "mention.snoozed")["until"] == instant(DAY)
    assert inbox(acme) == []
    acme.house.clock.sleep(DAY)
    house = acme.house
    attend("acme", store=house.store, clock=house.clock, new_id=house.new_id, until=house.clock.monotonic() + 1)
    assert inbox(acme) == [mention]


def test_what_waits_for_an_answer_is_looked_at_again_before_its_rest_is_over(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    do(acme, mention, "snooze", until=instant(DAY))
    assert found(acme, mention).next_at == START + timedelta(minutes=30)


def test_what_is_laid_aside_can_be_taken_up_again_before_its_time(acme: Brand) -> None:
    mention = acme.house.mention("Lovely")
    refused(acme, 409, mention, "wake")
    do(acme, mention, "snooze", until=instant(DAY))
    woken = do(acme, mention, "wake")
    assert (woken["snoozed_until"], woken["next_at"]) == (None, None)
    told(acme, "mention.woken")
    assert inbox(acme) == [mention]


@pytest.mark.parametrize("until", ["2026-11-25T09:00:00Z", "2026-11-25T08:59:59Z", "2026-12-25T09:00:01Z"])
def test_a_rest_ends_within_30_days_from_now(acme: Brand, until: str) -> None:
    mention = acme.house.mention("Lovely")
    assert refused(acme, 422, mention, "snooze", until=until)["field"] == "until"


def test_a_rest_without_an_offset_is_meant_in_the_clients_zone(acme: Brand) -> None:
    mention = acme.house.mention("Lovely")
    assert do(acme, mention, "snooze", until="2026-11-26T09:00:00")["snoozed_until"] == "2026-11-26T08:00:00Z"


def test_what_is_closed_is_nobodys_work_any_more(acme: Brand) -> None:
    mention = acme.house.mention("Lovely")
    do(acme, mention, "dismissal", reason="no answer needed")
    steps: dict[str, Any] = {
        "claim": {},
        "release": {},
        "assignment": {"to": "Team"},
        "snooze": {"until": instant(DAY)},
        "wake": {},
        "dismissal": {"reason": "again"},
    }
    for step, body in steps.items():
        assert "dismissed" in refused(acme, 409, mention, step, **body)["detail"]


def test_to_claim_takes_what_a_recommendation_takes_and_the_rest_what_prioritizing_takes(acme: Brand) -> None:
    mention = acme.house.mention("Lovely")
    claims: dict[str, Any] = {"claim": {}, "release": {}}
    others: dict[str, Any] = {
        "assignment": {"to": "Team"},
        "snooze": {"until": instant(DAY)},
        "wake": {},
        "dismissal": {"reason": "noise"},
    }
    rows = {"identify": "agency", "prioritize": "client"}
    acme.agree({"community": rows})
    for step, body in claims.items():
        refused(acme, 403, mention, step, acme.owner_key, **body)
        do(acme, mention, step, **body)
    for step, body in others.items():
        if step != "wake":
            refused(acme, 403, mention, step, **body)
        do(acme, mention, step, acme.owner_key, **body)


def test_a_mention_that_is_handled_has_the_score_that_counts_now(acme: Brand) -> None:
    steps: dict[str, Any] = {
        "claim": {},
        "assignment": {"to": "Team"},
        "snooze": {"until": instant(DAY)},
        "recommendations": {"action": "escalate", "question": "So?", "to": acme.owner},
        "escalations": {"question": "So?", "to": acme.owner},
    }
    mentions = {step: acme.house.mention(f"{step} launch") for step in steps}
    before = found(acme, mentions["claim"]).score
    body = {"items": [{"name": "Launch", "weight": 30, "words": ["launch"]}]}
    acme.house.ok("PUT", acme.path("/priorities"), body, key=acme.owner_key)
    for step, mention in mentions.items():
        do(acme, mention, step, **steps[step])
        assert found(acme, mention).score == before + 30


def act(acme: Brand, action: str, mentions: list[str], key: str = "", **more: Any) -> Any:
    body = {"action": action, "mentions": mentions, **more}
    return acme.house.ok("POST", acme.path("/inbox/actions"), body, key=key or acme.agent_key)


def act_refused(acme: Brand, status: int, key: str = "", **body: Any) -> Any:
    return acme.house.refused(status, "POST", acme.path("/inbox/actions"), body, key=key or acme.agent_key)


def some(acme: Brand, number: int = 3) -> list[str]:
    return [acme.house.mention(f"Where is my order number {one}?") for one in range(number)]


@pytest.mark.parametrize(
    ("action", "more", "fact"),
    [
        ("claim", {"minutes": 5}, "mention.claimed"),
        ("claim", {}, "mention.claimed"),
        ("assign", {"to": "The night shift"}, "mention.assigned"),
        ("snooze", {"until": instant(DAY)}, "mention.snoozed"),
        ("dismiss", {"reason": "spam"}, "mention.dismissed"),
    ],
)
def test_several_are_handled_at_once_and_each_is_in_the_ledger(acme: Brand, action: str, more: Any, fact: str) -> None:
    mentions = some(acme)
    commits = len(acme.house.store.commits)
    assert act(acme, action, mentions, **more) == {"action": action, "mentions": mentions}
    assert len(acme.house.store.commits) == commits + 1
    assert [entry.subject for entry in acme.house.entries() if entry.type == fact] == mentions
    assert (inbox(acme) == []) is (action in ("snooze", "dismiss"))


def test_several_claims_are_released_at_once(acme: Brand) -> None:
    mentions = some(acme)
    act(acme, "claim", mentions)
    act(acme, "release", mentions)
    assert not any(found(acme, mention).claim for mention in mentions)


def test_what_is_in_the_way_is_named_and_then_nothing_changes(acme: Brand) -> None:
    first, second, third, fourth = some(acme, 4)
    do(acme, second, "claim", acme.agent_two_key)
    do(acme, third, "dismissal", reason="spam")
    given_ = act_refused(acme, 409, action="dismiss", mentions=[first, second, third, fourth], reason="spam")
    assert second in given_["detail"]
    assert third in given_["detail"]
    assert first not in given_["detail"]
    assert fourth not in given_["detail"]


def test_what_the_mandate_refuses_for_one_is_done_to_none(acme: Brand) -> None:
    order, sale = acme.house.mention("Where is my order?"), acme.house.mention("What is the price?")
    acme.agree({"sales": {"prioritize": "client"}})
    assert sale in act_refused(acme, 403, action="dismiss", mentions=[order, sale], reason="spam")["detail"]


def test_somebody_who_changes_one_of_them_meanwhile_keeps_all_from_changing(acme: Brand) -> None:
    mentions = some(acme)
    acme.house.store.before["commit"].append(lambda: do(acme, mentions[1], "claim", acme.agent_two_key))
    body = {"action": "dismiss", "mentions": mentions, "reason": "spam"}
    assert acme.house.call("POST", acme.path("/inbox/actions"), body, key=acme.agent_key).status == 409
    assert sorted(inbox(acme)) == sorted(mentions)


def test_the_most_that_is_handled_at_once_is_what_one_transaction_takes(acme: Brand) -> None:
    mentions = some(acme, MOST_AT_ONCE)
    body = {"action": "assign", "mentions": mentions, "to": "Team"}
    headers = {"idempotency-key": "once"}
    done = acme.house.call("POST", acme.path("/inbox/actions"), body, key=acme.agent_key, headers=headers)
    assert done.status == 200
    assert len(acme.house.store.commits[-1]) <= MOST_RECORDS
    more = acme.house.mention("Lovely")
    assert act_refused(acme, 422, action="assign", mentions=[*mentions, more], to="Team")["field"] == "mentions"


def test_what_is_together_too_long_for_one_transaction_is_refused_by_name(acme: Brand) -> None:
    text = "é" * (MOST_BYTES_AT_ONCE // 20)
    mentions = [acme.house.mention(f"{number} {text}") for number in range(10)]
    assert act_refused(acme, 422, action="assign", mentions=mentions, to="Team")["field"] == "mentions"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "dismiss", "reason": "spam", "mentions": []}, "mentions"),
        ({"action": "dismiss", "reason": "spam", "mentions": ["mnt_none"]}, "mentions.0"),
        ({"action": "dismiss"}, "reason"),
        ({"action": "assign"}, "to"),
        ({"action": "snooze"}, "until"),
        ({"action": "dismiss", "reason": "spam", "minutes": 5}, "minutes"),
        ({"action": "release", "to": "Team"}, "to"),
        ({"action": "claim", "until": instant(DAY)}, "until"),
        ({"action": "claim", "minutes": 0}, "minutes"),
        ({"action": "wake"}, "action"),
    ],
)
def test_what_is_wrong_with_an_action_is_named(acme: Brand, body: dict[str, Any], field: str) -> None:
    assert act_refused(acme, 422, **{"mentions": some(acme, 1)} | body)["field"] == field


def test_a_mention_that_is_named_twice_or_is_of_another_client_is_refused(acme: Brand) -> None:
    brand(acme.house, "bolt")
    (mine,), theirs = some(acme, 1), acme.house.mention("Where is my order?", client="bolt")
    assert act_refused(acme, 422, action="claim", mentions=[mine, mine])["field"] == "mentions"
    assert act_refused(acme, 422, action="claim", mentions=[mine, theirs])["field"] == "mentions.1"


@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["claim", "release", "bulk claim", "bulk release", "recommend", "wait"]),
            st.integers(0, 2),
            st.integers(1, 120),
        ),
        max_size=12,
    )
)
def test_over_the_api_only_one_at_a_time_is_told_that_they_have_it(steps: list[tuple[str, int, int]]) -> None:
    acme = brand(House())
    keys = [acme.agent_key, acme.agent_two_key, acme.owner_key]
    mention, has_until = acme.house.mention("Where is my order?"), dict[int, datetime]()
    for step, who, minutes in steps:
        now = acme.house.clock.now()
        others = [other for other, until in has_until.items() if other != who and now < until]
        bulk = {"action": step.removeprefix("bulk "), "mentions": [mention]}
        if step in ("claim", "bulk claim"):
            body = {"minutes": minutes} if step == "claim" else {**bulk, "minutes": minutes}
            at = path(acme, mention, "claim") if step == "claim" else acme.path("/inbox/actions")
            if acme.house.call("POST", at, body, key=keys[who]).status == 200:
                assert not others
                until = found(acme, mention).claim
                assert until is not None
                has_until[who] = until.until
            else:
                assert others
        elif step in ("release", "bulk release"):
            at = path(acme, mention, "release") if step == "release" else acme.path("/inbox/actions")
            done = acme.house.call("POST", at, bulk if step == "bulk release" else {}, key=keys[who]).status == 200
            if done:
                has_until.clear()
            assert done or who not in has_until or now >= has_until[who]
        elif step == "recommend":
            body = {"question": "So?", "to": acme.owner}
            done = acme.house.call("POST", path(acme, mention, "escalations"), body, key=keys[who]).status == 201
            assert done is not bool(others)
            if done:
                has_until.clear()
        else:
            acme.house.clock.sleep(minutes * MINUTE)
