"""The work in figures: each number is that of what was done, by the client's clocks."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from functions.desk.measures import MOST_LIVE
from functions.review.gauges import day_told, waiting
from functions.review.measure import measure
from shared.domain.measures.days import DayMeasures, Measuring, day_id, days_between
from shared.domain.measures.figures import By, Measures
from shared.domain.parties import Client
from shared.measuring import folded
from shared.sheets import csv_text
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising, shadow

TODAY = date(2026, 11, 25)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def shown(acme: Brand, query: str = "") -> Any:
    return acme.house.ok("GET", acme.path(f"/measures{query}"), key=acme.agent_key)


def by(acme: Brand, split: str) -> dict[str, Any]:
    return {row["name"]: row for row in shown(acme, f"?by={split}")["rows"]}


def keep(house: House, until: float = 1e9, told: list[tuple[str, Measures]] | None = None) -> int:
    def tell(client: str, measures: Measures) -> None:
        if told is not None:
            told.append((client, measures))

    return measure(store=house.store, clock=house.clock, tell=tell, until=until)


def recommended(acme: Brand, mention: str, *texts: str) -> list[str]:
    drafts = [{"account": acme.account, "handle": "acme", "text": text} for text in texts]
    body = {"action": "respond", "drafts": drafts}
    made = acme.house.ok("POST", acme.path(f"/mentions/{mention}/recommendations"), body, key=acme.agent_key)
    return list(made["posts"])


def answered(acme: Brand, text: str = "Where is my order?", minutes: float = 10) -> str:
    """A mention that is recommended on after that long, and decided on and answered after as long again."""
    mention = acme.house.mention(text)
    acme.house.clock.sleep(minutes * 60)
    (post,) = recommended(acme, mention, "Soon")
    acme.house.clock.sleep(minutes * 60)
    acme.approve(acme.post(post))
    acme.house.deliver()
    return post


def reject(acme: Brand, post: str) -> None:
    body = {"verdict": "reject", "content_hash": acme.post(post)["content_hash"], "reason": "not so"}
    acme.house.ok("POST", acme.path(f"/posts/{post}/approvals"), body, key=acme.approver_key)


def test_an_answer_is_timed_from_the_mention_to_where_it_can_be_seen(acme: Brand) -> None:
    answered(acme)
    total = shown(acme)["total"]
    for time, minutes in (("to_recommendation", 10), ("to_decision", 10), ("to_answer", 20)):
        assert total["minutes"][time]["count"] == 1
        assert total["minutes"][time]["mean"] == pytest.approx(minutes, abs=0.2)
        assert total["minutes"][time]["median"] == pytest.approx(minutes, rel=0.06)
    assert total["counts"]["answered_in_time"] == 1
    assert total["shares"]["answered_in_time"] == 1.0
    assert total["counts"]["accepted_as_is"] == 1
    assert total["seconds"]["lateness"]["count"] == 1


def test_posts_on_an_account_for_drills_are_nobodys_work(acme: Brand) -> None:
    house = acme.house
    body = {"account": shadow(acme), "handle": "acme_shadow", "text": "A drill", "function": "community"}
    acme.approve(house.ok("POST", acme.path("/posts"), body, key=acme.agent_key))
    house.deliver()
    house.clock.sleep(1)
    assert not any(shown(acme)["total"]["counts"].values())
    review = house.ok("GET", acme.path("/reviews/2026-W48"), key=acme.agent_key)
    assert not {"drafted", "approved", "published"} & review["posts"].keys()
    acme.published()
    assert shown(acme)["total"]["counts"]["posts"] == 1


@pytest.mark.parametrize("verdict", ["approve", "reject"])
def test_a_recommendation_that_a_stop_held_is_accepted_once_whatever_is_decided_then(acme: Brand, verdict: str) -> None:
    house = acme.house
    (post,) = recommended(acme, house.mention("Where is my order?"), "Soon")
    stop = house.ok("POST", "/stops", {"scope": "client:acme", "reason": "look"}, key=acme.approver_key)
    house.clock.sleep(10)
    acme.approve(acme.post(post))
    house.deliver()
    for key in (acme.approver_key, acme.second_key):
        house.ok("POST", f"/stops/{stop['id']}/resume", {}, key=key)
    if verdict == "approve":
        acme.approve(acme.post(post))
    else:
        reject(acme, post)
    counts = shown(acme)["total"]["counts"]
    assert (counts["accepted_as_is"], counts["accepted_edited"], counts["declined"]) == (1, 0, 0)
    assert counts["approved"] + counts["rejected"] == 2


def test_figures_are_told_apart_by_function_account_and_member(acme: Brand) -> None:
    answered(acme)
    functions = by(acme, "function")
    assert functions["customer_service"]["counts"]["answered"] == 1
    assert by(acme, "account")[acme.account]["counts"]["posts"] == 1
    members = by(acme, "member")
    assert members[acme.agent]["counts"]["recommended"] == 1
    assert members[acme.agent]["counts"]["posts"] == 1
    assert members[acme.approver]["counts"]["approved"] == 1
    assert members[acme.approver]["counts"]["posts"] == 0


def test_an_answer_after_its_target_is_late_once(acme: Brand) -> None:
    answered(acme, minutes=40)
    total = shown(acme)["total"]
    assert (total["counts"]["answered"], total["counts"]["answered_in_time"], total["counts"]["overdue"]) == (1, 0, 1)
    assert total["shares"]["answered_in_time"] == 0.0


def test_a_draft_that_was_changed_first_is_accepted_as_edited(acme: Brand) -> None:
    (post,) = recommended(acme, acme.house.mention("Where is my order?"), "Soon")
    acme.house.ok("PATCH", acme.path(f"/posts/{post}"), {"text": "Tomorrow"}, key=acme.agent_key)
    acme.approve(acme.post(post))
    counts = shown(acme)["total"]["counts"]
    assert (counts["accepted_as_is"], counts["accepted_edited"], counts["edits"]) == (0, 1, 1)


def test_a_recommendation_is_declined_with_the_last_of_its_drafts(acme: Brand) -> None:
    one, two = recommended(acme, acme.house.mention("Where is my order?"), "Soon", "Tomorrow")
    reject(acme, one)
    assert shown(acme)["total"]["counts"]["declined"] == 0
    reject(acme, two)
    counts = shown(acme)["total"]["counts"]
    assert (counts["declined"], counts["rejected"], counts["accepted_as_is"]) == (1, 2, 0)


def test_only_the_first_recommendation_on_a_mention_is_timed(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    recommended(acme, mention, "Soon")
    acme.house.clock.sleep(3600)
    recommended(acme, mention, "Tomorrow")
    total = shown(acme)["total"]
    assert total["counts"]["recommended"] == 2
    assert (total["minutes"]["to_recommendation"]["count"], total["minutes"]["to_recommendation"]["mean"]) == (1, 0.0)


def test_a_stop_is_counted_with_the_time_until_nothing_was_in_flight(acme: Brand) -> None:
    acme.stop("client:acme")
    total = shown(acme)["total"]
    assert total["counts"]["stops"] == 1
    assert total["seconds"]["stop_drained"]["count"] == 1


def test_nothing_to_measure_is_null_and_a_day_without_work_is_there(acme: Brand) -> None:
    acme.house.clock.sleep(timedelta(days=2).total_seconds())
    reply = shown(acme, "?from=2026-11-26&until=2026-11-27")
    assert [row["name"] for row in reply["rows"]] == ["2026-11-26", "2026-11-27"]
    assert reply["total"]["minutes"]["to_answer"] == {"count": 0, "mean": None, "median": None, "nine_in_ten": None}
    assert reply["total"]["shares"]["answered_in_time"] is None
    assert reply["total"]["counts"]["mentions"] == 0


def test_both_parties_see_the_same(acme: Brand) -> None:
    answered(acme)
    path = acme.path("/measures?by=member")
    assert acme.house.ok("GET", path, key=acme.owner_key) == acme.house.ok("GET", path, key=acme.agent_key)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?by=month", "by"),
        ("?by=total", "by"),
        ("?format=xlsx", "format"),
        ("?from=2026-11-26&until=2026-11-25", "from"),
        ("?from=2025-11-24&until=2026-11-25", "until"),
        ("?from=2026-08-25&until=2026-11-25&by=member", "until"),
        ("?from=yesterday", "from"),
        ("?until=2026-02-30", "until"),
        ("?until=0001-01-02", "until"),
        ("?since=2026-11-25", "since"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(acme: Brand, query: str, field: str) -> None:
    assert acme.house.refused(422, "GET", acme.path(f"/measures{query}"), key=acme.agent_key)["field"] == field


def test_a_week_is_its_days_together(acme: Brand) -> None:
    answered(acme)
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    answered(acme)
    weeks = shown(acme, "?from=2026-11-23&until=2026-11-29&by=week")
    assert [row["name"] for row in weeks["rows"]] == ["2026-W48"]
    assert weeks["rows"][0]["counts"] == weeks["total"]["counts"]
    assert weeks["total"]["counts"]["answered"] == 2


# Days that are kept


def test_a_kept_day_is_what_the_ledger_gives_and_reads_nothing_of_it(acme: Brand) -> None:
    house = acme.house
    answered(acme)
    house.clock.sleep(timedelta(days=1).total_seconds())
    live = shown(acme, "?from=2026-11-25&until=2026-11-25&by=function")
    assert keep(house) == 1
    house.store.calls.clear()
    assert shown(acme, "?from=2026-11-25&until=2026-11-25&by=function") == live
    assert house.store.calls["ledger"] == 0
    client = house.store.get(Client, "acme", "acme")
    assert client is not None
    for kind in By:
        record = house.store.get(DayMeasures, "acme", day_id(kind, TODAY))
        assert record is not None
        assert record.cells == folded(client, TODAY, house.store).of(kind)


def test_a_day_that_is_not_over_by_the_clients_clocks_is_not_kept(acme: Brand) -> None:
    house = acme.house
    house.clock.at = datetime(2026, 11, 25, 23, 14, tzinfo=UTC)
    assert keep(house) == 0
    house.clock.at = datetime(2026, 11, 25, 23, 15, tzinfo=UTC)
    assert (keep(house), keep(house)) == (1, 0)


@pytest.mark.parametrize(("at", "day"), [("22:59", "2026-11-25"), ("23:01", "2026-11-26")])
def test_what_happens_at_midnight_is_of_the_clients_day(acme: Brand, at: str, day: str) -> None:
    house = acme.house
    house.clock.at = datetime.fromisoformat(f"2026-11-25T{at}:00+00:00")
    house.mention("Where is my order?")
    house.clock.at = datetime(2026, 11, 28, tzinfo=UTC)
    for kept_first in (False, True):
        if kept_first:
            assert keep(house) == 3
        rows = shown(acme, "?from=2026-11-25&until=2026-11-26")["rows"]
        assert {row["name"]: row["counts"]["mentions"] for row in rows}[day] == 1
        assert sum(row["counts"]["mentions"] for row in rows) == 1


def test_days_that_nobody_kept_yet_are_named_and_not_called_empty(acme: Brand) -> None:
    house = acme.house
    house.mention("Where is my order?")
    house.clock.sleep(timedelta(days=10).total_seconds())
    path = "?from=2026-11-25&until=2026-12-05"
    reply = shown(acme, path)
    last_ones = set(list(days_between(TODAY, date(2026, 12, 5)))[-MOST_LIVE:])
    assert {row["name"] for row in reply["rows"]} == {day.isoformat() for day in last_ones}
    assert reply["pending"][0] == "2026-11-25"
    assert len(reply["pending"]) + len(reply["rows"]) == 11
    house.refused(409, "GET", acme.path(f"/measures{path}&format=csv"), key=acme.agent_key)
    assert keep(house) == 10
    assert shown(acme, path)["pending"] == []
    assert shown(acme, path)["total"]["counts"]["mentions"] == 1


def test_a_run_that_was_cut_short_is_taken_up_by_the_next(acme: Brand) -> None:
    house = acme.house
    house.clock.sleep(timedelta(days=3).total_seconds())
    assert keep(house, until=house.clock.monotonic()) == 0
    assert keep(house) == 3


def test_two_runs_at_the_same_moment_keep_a_day_once(acme: Brand) -> None:
    house = acme.house
    house.clock.sleep(timedelta(days=1).total_seconds())
    house.store.before["commit"].append(lambda: keep(house))
    assert keep(house) == 0
    found = house.store.get(Measuring, "acme", "acme")
    assert found is not None
    assert found.until == TODAY + timedelta(days=1)


def test_a_client_whose_day_cannot_be_kept_keeps_nobody_else_from_theirs_and_it_is_told(acme: Brand) -> None:
    house = acme.house
    brand(house, "bolt", house.agency("South"))
    house.clock.sleep(86400)
    house.store.before["commit"].append(raising(StoreError("It is too large.")))
    with pytest.raises(StoreError):
        keep(house)
    assert house.store.get(Measuring, "acme", "acme") is None
    assert house.store.get(Measuring, "bolt", "bolt") is not None
    assert keep(house) == 1


def test_what_was_kept_by_other_rules_is_folded_anew_and_meanwhile_not_believed(acme: Brand) -> None:
    house = acme.house
    house.mention("Where is my order?")
    house.clock.sleep(timedelta(days=1).total_seconds())
    keep(house)
    record = house.store.get(DayMeasures, "acme", day_id(By.TOTAL, TODAY))
    known = house.store.get(Measuring, "acme", "acme")
    assert record is not None
    assert known is not None
    house.store.commit(replace(record, cells={}, rules=0, version=2), replace(known, rules=0, version=2))
    query = f"?from={TODAY}&until={TODAY}"
    assert shown(acme, query)["total"]["counts"]["mentions"] == 1
    assert keep(house) == 1
    again = house.store.get(DayMeasures, "acme", day_id(By.TOTAL, TODAY))
    assert again == replace(record, version=3)


def test_another_clients_days_are_nobody_elses(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    acme.house.mention("Where is my order?")
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    assert keep(acme.house) == 2
    assert shown(bolt, f"?from={TODAY}&until={TODAY}")["total"]["counts"]["mentions"] == 0
    acme.house.refused(404, "GET", acme.path("/measures"), key=bolt.owner_key)


# Tables


def test_a_table_has_a_row_for_each_day_and_no_formula_in_it(acme: Brand) -> None:
    answered(acme)
    given = acme.house.call("GET", acme.path("/measures?format=csv&by=member"), key=acme.agent_key)
    assert given.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = {row["member"]: row for row in csv.DictReader(io.StringIO(given.body))}
    assert (rows[acme.agent]["recommended"], rows[acme.agent]["to_recommendation_minutes_count"]) == ("1", "1")
    assert rows[acme.approver]["accepted_share"] == "1.0"
    assert rows[acme.agent]["kept_share"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_text(text: str) -> None:
    ((cell, number),) = list(csv.reader(io.StringIO(csv_text((), [(text, -1)]), newline="")))[1:]
    assert (cell, number) == (f"'{text}", "-1")


# Metrics


def test_a_days_figures_are_told_for_the_client_and_each_function(acme: Brand) -> None:
    answered(acme)
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    told: list[tuple[str, Measures]] = []
    keep(acme.house, told=told)
    ((client, measures),) = told
    written: list[tuple[dict[str, str], dict[str, float]]] = []
    day_told(client, measures, lambda values, **dimensions: written.append((dimensions, dict(values))))
    assert [dimensions for dimensions, _ in written] == [
        {"client": "acme"},
        {"client": "acme", "function": "customer_service"},
    ]
    assert written[0][1]["day_answered"] == 1
    assert written[0][1]["day_minutes_to_answer"] == pytest.approx(20, rel=0.06)


def test_a_day_that_is_made_up_for_is_not_told_as_yesterdays(acme: Brand) -> None:
    acme.house.clock.sleep(timedelta(days=5).total_seconds())
    told: list[tuple[str, Measures]] = []
    assert keep(acme.house, told=told) == 5
    assert len(told) == 1


def test_what_waits_for_approval_is_told_with_its_longest_wait(acme: Brand) -> None:
    acme.draft("Good morning")
    acme.house.clock.sleep(600)
    acme.draft("Good evening")
    written: list[Any] = []
    clients = waiting(
        store=acme.house.store,
        clock=acme.house.clock,
        write=lambda values, **dimensions: written.append((dimensions, dict(values))),
    )
    assert clients == 1
    assert written == [({"client": "acme"}, {"approvals_waiting": 2, "longest_wait_minutes": 10.0})]


def test_a_client_whose_posts_cannot_be_read_keeps_no_others_from_being_counted() -> None:
    house = House()
    brand(house)
    brand(house, "bolt")
    written: list[Any] = []
    house.store.before["posts"].append(raising(StoreError("gone")))
    with pytest.raises(StoreError):
        waiting(store=house.store, clock=house.clock, write=lambda _values, **names: written.append(names))
    assert written == [{"client": "bolt"}]
