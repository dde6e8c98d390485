"""What is out is watched: whoever replies to it comes to the front, in whatever order all this becomes known."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.notify.webhook import payload
from functions.prioritize.minute import attend_all
from shared.domain.following.watches import Watch, watch_id
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.settings import Listening
from tests.house import Brand, House, brand, shadow
from tests.schemas import conforms

DAY = 86_400.0


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def minute(house: House, after: float = 60.0) -> None:
    house.clock.sleep(after)
    attend_all(house.store, house.clock, house.new_id, lambda _: None)


def found(house: House, mention: str) -> Mention:
    one = house.store.mention(mention)
    assert one is not None
    return one


def reply(house: House, post: Any, text: str = "Is it so?", **more: Any) -> str:
    """To the last part of a post that is out."""
    return house.mention(text, in_reply_to=post["sent"][-1]["external_id"], **more)


def watches(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/watches"), key=acme.agent_key)


def inbox(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/inbox"), key=acme.agent_key)["items"]


# What is watched


def test_a_post_that_is_out_is_watched_by_the_very_commit_that_records_it(house: House, acme: Brand) -> None:
    post = acme.published()
    [watch] = [one for one in house.store.commits[-1] if isinstance(one, Watch)]
    assert watch.id == watch_id("acme", "mastodon", post["published"]["external_id"])
    assert (watch.post, watch.account, watch.author, watch.function) == (
        post["id"],
        acme.account,
        acme.agent,
        "community",
    )
    [shown] = watches(acme)
    assert (shown["post"], shown["replies"], shown["unanswered"], shown["thread"]) == (post["id"], 0, 0, [])
    assert shown["until"].startswith("2026-11-26T09:00")


def test_it_costs_one_record_more_and_no_call(house: House, acme: Brand) -> None:
    acme.published("Before")
    acme.approved()
    house.store.calls.clear()
    house.store.commits.clear()
    house.deliver()
    assert house.store.calls["commit"] == 2
    assert house.store.calls["several"] + house.store.calls["list"] + house.store.calls["together"] == 0


def test_a_post_that_was_found_by_reading_is_watched_as_well(house: House, acme: Brand) -> None:
    house.network.faults = ["posted, then lost"]
    post = acme.approved()
    house.deliver()
    house.clock.sleep(60)
    house.reconcile()
    assert [one["post"] for one in watches(acme)] == [post["id"]]


def test_each_part_of_a_thread_is_watched_and_all_of_it_is_one(house: House, acme: Brand) -> None:
    acme.approved("One", thread=["Two", "Three"])
    house.deliver()
    house.deliver()
    house.deliver()
    [shown] = watches(acme)
    post = acme.post(shown["post"])
    assert len(post["sent"]) == 3
    for part in post["sent"]:
        house.mention("Is it so?", in_reply_to=part["external_id"])
    assert watches(acme)[0]["replies"] == 3


def test_nobody_watches_an_account_for_drills(house: House, acme: Brand) -> None:
    account = shadow(acme)
    acme.approved("A drill", account=account, handle="acme_shadow")
    house.deliver()
    assert house.facts()[-1] == "post.published"
    assert list(house.store.list(Watch, "acme")) == []


def test_where_the_watch_cannot_be_kept_the_outcome_is_recorded_all_the_same(house: House, acme: Brand) -> None:
    house.store.before["commit"].clear()
    post = acme.approved()
    taken = Watch(
        id=watch_id("acme", "mastodon", "1"),
        client="acme",
        network="mastodon",
        external_id="1",
        url="",
        post="pst_0",
        part=0,
        account=acme.account,
        function="community",
        author=acme.agent,
        mention=None,
        opened_at=house.clock.now(),
    )
    house.store.commit(taken)
    house.deliver()
    assert acme.post(post["id"])["state"] == "published"


# What follows it


def test_a_reply_comes_to_the_front_with_the_post_that_it_follows(house: House, acme: Brand) -> None:
    post = acme.published()
    other = house.mention("Where is my order?")
    assert inbox(acme)[0]["id"] == other
    mine = reply(house, post)
    first = inbox(acme)[0]
    assert (first["id"], first["watch"]) == (mine, post["id"])
    assert {"name": "follow_up", "points": 30, "because": "replies to a post that is watched"} in first["reasons"]
    [shown] = watches(acme)
    assert (shown["replies"], shown["unanswered"], shown["thread"]) == (1, 1, [mine])


def test_how_much_a_follow_up_counts_for_is_the_clients_to_say(house: House, acme: Brand) -> None:
    body = {"weights": {"follow_up": 7}, "watch_hours": {"community": 2}, "escalation_minutes": {"sales": 20}}
    house.ok("PUT", acme.path("/listening"), body, key=acme.owner_key)
    post = acme.published()
    assert watches(acme)[0]["until"].startswith("2026-11-25T11:00")
    reply(house, post)
    assert {one["name"]: one["points"] for one in inbox(acme)[0]["reasons"]}["follow_up"] == 7
    house.clock.sleep(2 * 3600 + 1)
    assert found(house, reply(house, post)).watch == ""
    assert watches(acme) == []
    path = acme.path("/listening")
    for times, wrong in (("watch_hours", 0), ("watch_hours", 721), ("escalation_minutes", 4)):
        problem = house.refused(422, "PUT", path, {times: {"sales": wrong}}, key=acme.owner_key)
        assert problem["field"] == f"{times}.sales"


def test_what_stands_in_its_conversation_and_what_replies_to_a_reply_follow_it_too(house: House, acme: Brand) -> None:
    post = acme.published()
    external = post["published"]["external_id"]
    aside = house.mention("And me?", in_reply_to="77", conversation=external)
    first = reply(house, post, external_id="501")
    second = house.mention("Me too", in_reply_to="501")
    stranger = house.mention("Hello?", in_reply_to="78")
    assert [found(house, one).watch for one in (aside, first, second, stranger)] == [post["id"]] * 3 + [""]
    assert watches(acme)[0]["thread"] == [aside, first, second] or watches(acme)[0]["replies"] == 3


def test_a_reply_that_is_known_needs_no_more_reads_than_any_other_mention(house: House, acme: Brand) -> None:
    post = acme.published()
    house.mention("Hello")
    house.store.calls.clear()
    house.mention("Hello")
    plain = dict(house.store.calls)
    house.store.calls.clear()
    reply(house, post)
    assert dict(house.store.calls) == plain


def test_a_reply_to_another_clients_post_follows_nothing(house: House, acme: Brand) -> None:
    brand(house, "bolt")
    post = acme.published()
    assert found(house, reply(house, post, client="bolt")).watch == ""


def test_what_is_taken_back_by_its_author_follows_nothing_and_counts_for_nothing(house: House, acme: Brand) -> None:
    post = acme.published()
    mine = found(house, reply(house, post))
    house.store.commit(mine.retracted())
    assert found(house, mine.id).watch == ""
    assert watches(acme)[0]["replies"] == 0


def test_a_reply_that_came_before_its_post_was_on_record_is_tied_within_minutes(house: House, acme: Brand) -> None:
    house.network.faults = ["posted, then lost"]
    acme.approved()
    house.deliver()
    second = house.mention("Me too", in_reply_to="501")
    first = house.mention("Is it so?", in_reply_to=house.network.statuses[-1].id, external_id="501")
    assert [found(house, one).watch for one in (first, second)] == ["", ""]
    house.clock.sleep(60)
    house.reconcile()
    minute(house)
    [shown] = watches(acme)
    assert [found(house, one).watch for one in (first, second)] == [shown["post"]] * 2
    assert (shown["replies"], shown["unanswered"]) == (2, 2)
    tied = [entry for entry in house.entries() if entry.type == "mention.tied"]
    assert {entry.subject for entry in tied} == {first, second}
    minute(house)
    assert len([entry for entry in house.entries() if entry.type == "mention.tied"]) == 2


def test_a_minute_in_which_nothing_was_published_costs_no_more(house: House, acme: Brand) -> None:
    acme.published()
    minute(house)
    minute(house)
    house.store.calls.clear()
    minute(house)
    assert house.store.calls["together"] == 1
    assert house.store.calls["conversation"] == 0


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_in_whatever_order_a_landing_and_replies_to_it_become_known_it_ends_the_same(data: Any) -> None:
    house = House()
    acme = brand(house)
    begun = data.draw(st.sampled_from(["", "by the post", "by another"]), label="conversation, where it is named")
    house.network.faults = ["posted, then lost"]
    answers = (
        {"mention": house.mention("Where?", external_id="500", conversation="400")} if begun == "by another" else {}
    )
    post = acme.approved(**answers)["id"]
    house.deliver()
    out = house.network.statuses[-1].id
    house.clock.sleep(60)
    posted_at = house.clock.now()
    named = {"": "", "by the post": out, "by another": "400"}[begun]
    told = {
        "a reply": {"external_id": "501", "in_reply_to": out, "conversation": named},
        "a reply to that": {"external_id": "502", "in_reply_to": "501", "conversation": named},
        "one to that": {"external_id": "503", "in_reply_to": "502", "conversation": named},
        "another": {"external_id": "505", "in_reply_to": "98"},
    }
    mentions = {}
    for step in data.draw(st.permutations([*told, "landing", "minute", "again"])):
        if step == "landing":
            house.reconcile()
        elif step == "minute":
            minute(house)
        else:
            name = data.draw(st.sampled_from(sorted(told))) if step == "again" else step
            mentions[name] = house.mention("Is it so?", posted_at=posted_at, **told[name])
    for _ in range(3):
        minute(house)
    assert {name: found(house, id_).watch for name, id_ in mentions.items()} == {
        name: "" if name == "another" else post for name in told
    }
    scores = {found(house, id_).score for name, id_ in mentions.items() if name != "another"}
    assert len(scores) == 1
    assert watches(acme)[0]["replies"] == 3


def test_somebody_who_is_at_a_reply_meanwhile_keeps_it_from_nothing(house: House, acme: Brand) -> None:
    house.network.faults = ["posted, then lost"]
    acme.approved()
    house.deliver()
    mine = house.mention("Is it so?", in_reply_to=house.network.statuses[-1].id)
    house.clock.sleep(60)
    house.reconcile()
    house.store.before["commit"].append(
        lambda: house.store.commit(replace(found(house, mine), assigned_to="night shift", version=2))
    )
    minute(house)
    assert (found(house, mine).watch != "", found(house, mine).assigned_to) == (True, "night shift")


# Its end


def test_whoever_may_follow_up_closes_a_watch_with_its_outcome_once(house: House, acme: Brand) -> None:
    post = acme.published()
    path = acme.path(f"/watches/{post['id']}/close")
    assert house.refused(422, "POST", path, {"outcome": " "}, key=acme.agent_key)["field"] == "outcome"
    house.clock.sleep(10)
    shown = house.ok("POST", path, {"outcome": "settled"}, key=acme.agent_key)
    assert (shown["outcome"], shown["closed_at"][:19]) == ("settled", "2026-11-25T09:00:10")
    house.refused(409, "POST", path, {"outcome": "settled"}, key=acme.agent_key)
    assert watches(acme) == []
    house.clock.sleep(10)
    assert found(house, reply(house, post)).watch == ""


def test_the_mandate_says_who_follows_up(house: House, acme: Brand) -> None:
    post = acme.published()
    acme.agree({"community": {"follow_up": "client"}})
    path = acme.path(f"/watches/{post['id']}/close")
    house.refused(403, "POST", path, {"outcome": "settled"}, key=acme.agent_key)
    house.ok("POST", path, {"outcome": "settled"}, key=acme.owner_key)


def test_a_post_that_is_not_out_has_no_watch(house: House, acme: Brand) -> None:
    path = acme.path(f"/watches/{acme.draft('Hello')['id']}/close")
    house.refused(404, "POST", path, {"outcome": "settled"}, key=acme.agent_key)


def test_what_is_taken_down_is_watched_no_more(house: House, acme: Brand) -> None:
    post = acme.published()
    before = house.store.calls["commit"]
    house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    spent = house.store.calls["commit"] - before
    house.clock.sleep(1)
    minute(house)
    assert watches(acme) == []
    assert house.facts()[-1] == "watch.closed"
    assert spent <= 2


def test_a_watch_is_over_by_itself_after_its_time(house: House, acme: Brand) -> None:
    post = acme.published()
    house.clock.sleep(DAY + 1)
    assert watches(acme) == []
    assert found(house, reply(house, post)).watch == ""


# What nobody answers


def test_a_reply_that_nobody_takes_up_climbs_is_told_overdue_and_goes_to_the_client_once(
    house: House, acme: Brand
) -> None:
    plan = {"functions": {"*": {"people": [acme.approver, acme.owner]}}}
    house.ok("PUT", acme.path("/escalation-plan"), plan, key=acme.owner_key)
    post = acme.published()
    mine, other = reply(house, post), house.mention("Is it so?")
    for _ in range(30):
        minute(house, 3600)
    [asked] = house.ok("GET", acme.path("/escalations"), key=acme.owner_key)
    assert (asked["mention"], asked["to"]) == (mine, acme.approver)
    assert found(house, mine).state is MentionState.ESCALATED
    assert found(house, other).state is MentionState.OPEN
    assert found(house, mine).waits == 3


def test_one_that_has_a_recommendation_does_not_go_to_the_client(house: House, acme: Brand) -> None:
    listening = Listening(client="acme", escalate_to=acme.approver, version=1)
    house.store.commit(listening)
    mine = reply(house, acme.published())
    draft = {"account": acme.account, "handle": "acme", "text": "It is."}
    path = acme.path(f"/mentions/{mine}/recommendations")
    house.ok("POST", path, {"action": "respond", "drafts": [draft]}, key=acme.agent_key)
    for _ in range(30):
        minute(house, 3600)
    assert house.ok("GET", acme.path("/escalations"), key=acme.owner_key) == []


def test_what_is_told_is_as_its_schema_says(house: House, acme: Brand) -> None:
    house.network.faults = ["posted, then lost"]
    acme.approved("One", thread=["Two"])
    house.deliver()
    house.mention("Is it so?", in_reply_to=house.network.statuses[-1].id)
    house.clock.sleep(60)
    house.reconcile()
    house.tick()
    house.deliver()
    minute(house)
    [shown] = watches(acme)
    house.ok("POST", acme.path(f"/watches/{shown['post']}/close"), {"outcome": "settled"}, key=acme.agent_key)
    types = {"mention.tied", "watch.closed", "post.published", "post.part_published", "mention.received"}
    told = [entry for entry in house.entries() if entry.type in types]
    assert {entry.type for entry in told} == types
    for entry in told:
        conforms(json.loads(payload(entry)))


def test_replies_are_watched_for_as_long_as_a_month_at_the_most() -> None:
    assert timedelta(days=30) >= max(Listening(client="").watched_for(one) for one in ("crisis", "sales"))
