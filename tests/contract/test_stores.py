"""What every store promises, kept by the one in memory and by DynamoDB on two engines.

``-k ministack`` selects the tests that need a local engine's process; ``-k "not ministack"`` leaves them out.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_samples import AT, LATER, SAMPLES, account, attempt, entry, flag, mention, page, person, post, timer, values

from shared.domain.accounts import Account, Source, source_realm
from shared.domain.attempts import SHARDS, Attempt
from shared.domain.deliveries import Delivery
from shared.domain.following.alarms import Alarm
from shared.domain.guidelines.rules import Guidelines
from shared.domain.lanes import Lane, Place
from shared.domain.ledger import Entry
from shared.domain.listening.likeness import Likeness
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.people import Person, Utterance
from shared.domain.listening.priorities import Priorities
from shared.domain.mandate.agreement import Mandate
from shared.domain.parties import Client, Key, Member
from shared.domain.posts import Post, PostState
from shared.domain.receipts import ReceiptPage
from shared.domain.roster.speakers import Speaker
from shared.domain.schedule import Timer
from shared.domain.stops import Flag, Stop, StopScope, scopes_of
from shared.stores import Clearance, ConflictError, Reference, Store
from shared.stores.dynamo_mentions import DynamoMentionStore
from shared.stores.memory import MemoryStore
from shared.stores.rows import KINDS, ROWS, instant, row_of
from shared.stores.tables import TABLES


@pytest.fixture(params=["memory", "moto", "ministack"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    found: DynamoMentionStore = request.getfixturevalue(f"{request.param}_store")
    return found


def read_together(store: Store, kind: type[Any], id_: str) -> Any:
    [found] = store.together([Reference(kind, "acme", id_)]).values()
    return found


READERS: Mapping[type[Any], Callable[[Store, Any], Any]] = {
    Mention: lambda store, mention: store.mention(mention.id),
    Alarm: lambda store, alarm: read_together(store, Alarm, alarm.id),
    Likeness: lambda store, likeness: read_together(store, Likeness, likeness.id),
    Person: lambda store, person: next(store.people(person.client)),
    Utterance: lambda store, utterance: next(store.utterances(utterance.person)),
    Post: lambda store, post: store.post(post.id),
    Attempt: lambda store, attempt: store.attempt(attempt.id, attempt.started_at),
    Timer: lambda store, timer: next(store.due([timer.bucket])),
    Flag: lambda store, flag: store.flags([StopScope.parse(flag.scope)])[flag.scope],
    Stop: lambda store, stop: store.stop(stop.id),
    ReceiptPage: lambda store, page: store.page(page.stop, page.number),
    Entry: lambda store, entry: next(store.ledger(entry.realm, entry.at.date())),
    Delivery: lambda store, delivery: next(store.deliveries(delivery.endpoint)),
}


def read_back(store: Store, record: Any) -> Any:
    """The record's stored twin, by whichever way its kind is read."""
    if type(record) in READERS:
        return READERS[type(record)](store, record)
    kind = KINDS[type(record).__name__]
    return store.get(type(record), kind.realm(record), kind.id(record))


KEPT = list(dict.fromkeys(type(record) for record in SAMPLES))

# Records


def test_every_kind_that_is_kept_has_a_sample_here() -> None:
    assert {type(record).__name__ for record in SAMPLES} == set(ROWS)
    assert len({type(record) for record in SAMPLES}) == len(ROWS)


def test_a_record_of_every_kind_comes_back_equal(store: Store) -> None:
    store.commit(*SAMPLES)
    for record in SAMPLES:
        assert read_back(store, record) == record


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_whatever_a_record_holds_survives_its_table(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(values(kind))
    row = row_of(record)
    table = next(table for table in TABLES if table.name == row.table)
    assert table.of(record, row).record(kind) == record


def test_a_secret_comes_back_although_it_is_never_shown(store: Store) -> None:
    source = next(record for record in SAMPLES if isinstance(record, Source))
    store.commit(source)
    found = store.get(Source, source_realm(source.id), source.id)
    assert found is not None
    assert found.secrets == ("s3cret-1", "s3cret-2")
    assert "s3cret" not in repr(found)


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.get(Key, "acme", "key_1") is None
    assert store.mention("mnt_1") is None
    assert store.post("pst_1") is None
    assert store.stop("stp_1") is None
    assert store.page("stp_1", 1) is None
    assert list(store.pages("stp_1")) == []
    assert store.attempt("att_1", AT) is None
    assert store.flags([StopScope.parse("everything")]) == {}


# Committing


def test_a_new_record_must_be_new(store: Store) -> None:
    store.commit(post())
    with pytest.raises(ConflictError) as refused:
        store.commit(post(text="another"))
    assert refused.value.record == post(text="another")
    assert store.post("pst_1") == post()


def test_a_version_replaces_only_the_one_before_it(store: Store) -> None:
    store.commit(post())
    for version in (3, 1):
        with pytest.raises(ConflictError):
            store.commit(post(version=version))
    store.commit(post(version=2))
    with pytest.raises(ConflictError):
        store.commit(post(version=2))
    store.commit(post(version=3))
    assert store.post("pst_1") == post(version=3)


def test_a_later_version_needs_a_record_to_replace(store: Store) -> None:
    with pytest.raises(ConflictError):
        store.commit(post(version=2))
    assert store.post("pst_1") is None


def test_a_commit_is_all_or_nothing_across_tables(store: Store) -> None:
    store.commit(mention())
    with pytest.raises(ConflictError):
        store.commit(post(), timer(), entry(), mention())
    assert store.post("pst_1") is None
    assert not list(store.due([timer().bucket]))
    assert not list(store.ledger("acme", AT.date()))
    store.commit(post(), timer(), entry(), mention(version=2))
    assert store.post("pst_1") == post()
    assert list(store.due([timer().bucket])) == [timer()]
    assert list(store.ledger("acme", AT.date())) == [entry()]
    assert store.mention("mnt_1") == mention(version=2)


def test_a_conflict_names_the_first_record_that_has_changed(store: Store) -> None:
    store.commit(mention(), post("pst_9"))
    with pytest.raises(ConflictError) as refused:
        store.commit(post(), mention(text="mine"), post("pst_9", text="mine"))
    assert refused.value.record == mention(text="mine")
    assert "mnt_1" in refused.value.reason


def test_a_commit_takes_a_hundred_records(store: Store) -> None:
    store.commit(*(mention(f"mnt_{number}") for number in range(100)))
    assert len(list(store.inbox("acme"))) == 100


@pytest.mark.parametrize("store", ["memory", "moto"], indirect=True)
def test_a_commit_that_no_store_can_make_is_the_callers_mistake(store: Store) -> None:
    with pytest.raises(ValueError, match="101 records"):
        store.commit(*(mention(f"mnt_{number}") for number in range(101)))
    with pytest.raises(ValueError, match="twice"):
        store.commit(post(), post(version=2))
    store.commit()


def test_of_racing_commits_exactly_one_wins_on_ministack(ministack_store: DynamoMentionStore) -> None:
    ministack_store.commit(post())

    def claim(number: int) -> bool:
        mine = attempt(f"att_{number}")
        try:
            ministack_store.commit(post(version=2, attempt=mine.id), mine)
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(claim, range(24)))
    assert sum(won) == 1
    winner = f"att_{won.index(True)}"
    claimed = ministack_store.post("pst_1")
    assert claimed is not None
    assert claimed.attempt == winner
    assert [found.id for found in ministack_store.attempts_since(AT)] == [winner]


def test_of_racing_single_puts_exactly_one_wins_on_ministack(ministack_store: DynamoMentionStore) -> None:
    def report(number: int) -> bool:
        try:
            ministack_store.commit(mention(sources=(f"src_{number}",)))
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(report, range(24)))
    assert sum(won) == 1
    assert ministack_store.mention("mnt_1") == mention(sources=(f"src_{won.index(True)}",))


# The registry


def test_a_realm_lists_a_kind_by_id_and_sees_nobody_elses(store: Store) -> None:
    mine = [account(f"acc_{number:02}") for number in range(5)]
    others = [record for record in SAMPLES if not isinstance(record, Account)]
    store.commit(*reversed(mine), account("acc_00", client="acme2"), account("acc_00", client="acm"), *others)
    assert list(store.list(Account, "acme")) == mine
    assert list(store.list(Account, "nobody")) == []
    assert store.get(Account, "acme2", "acc_01") is None


def test_a_realm_has_one_statement_of_priorities_under_its_own_id(store: Store) -> None:
    stated = next(record for record in SAMPLES if isinstance(record, Priorities))
    store.commit(stated)
    store.commit(replace(stated, items=(), version=2))
    assert store.get(Priorities, "acme", "acme") == replace(stated, items=(), version=2)
    assert store.get(Client, "acme", "acme") is None


def test_a_source_is_a_realm_of_its_own(store: Store) -> None:
    store.commit(*SAMPLES)
    assert store.get(Source, "acme", "src_1") is None
    assert [source.id for source in store.list(Source, source_realm("src_1"))] == ["src_1"]


# The inbox and posts


def test_the_inbox_falls_by_base_score(store: Store) -> None:
    scores = [3.0, -20.0, 112.5, 9.75, 0.0, 11.125, 100.0]
    store.commit(*(mention(f"mnt_{score}", score=score) for score in scores), mention("mnt_x", client="zed"))
    assert [found.score for found in store.inbox("acme")] == sorted(scores, reverse=True)


def test_the_inbox_holds_open_work_only(store: Store) -> None:
    store.commit(mention("mnt_1"), mention("mnt_2", score=1), mention("mnt_3", score=2))
    store.commit(mention("mnt_1").moved(MentionState.ANSWERED), mention("mnt_2", score=1).moved(MentionState.ESCALATED))
    assert [found.id for found in store.inbox("acme")] == ["mnt_3", "mnt_2"]
    store.commit(mention("mnt_4", state=MentionState.DISMISSED))
    assert [found.id for found in store.inbox("acme")] == ["mnt_3", "mnt_2"]
    closed = store.mention("mnt_1")
    assert closed is not None
    assert closed.state is MentionState.ANSWERED


def test_what_rests_is_not_in_the_inbox(store: Store) -> None:
    store.commit(mention("mnt_1", snoozed_until=LATER), mention("mnt_2"))
    assert [found.id for found in store.inbox("acme")] == ["mnt_2"]
    assert [found.id for found in store.whole_inbox("acme")] == ["mnt_2"]


def test_the_inbox_goes_on_from_a_score(store: Store) -> None:
    store.commit(*(mention(f"mnt_{number}", score=number) for number in range(6)))
    assert [found.score for found in store.inbox("acme", 3)] == [3, 2, 1, 0]


def test_the_whole_inbox_is_the_inbox(store: Store) -> None:
    store.commit(*(mention(f"mnt_{number}", score=number, text="x" * 60_000) for number in range(40)))
    store.commit(mention("mnt_x", client="zed"))
    assert list(store.whole_inbox("acme")) == list(store.inbox("acme"))


def test_what_waits_is_found_by_the_time_to_look_at_it_the_longest_due_first(store: Store) -> None:
    times = {"mnt_a": 3, "mnt_b": 1, "mnt_c": 2, "mnt_d": 9}
    store.commit(*(mention(id_, next_at=AT + timedelta(seconds=seconds)) for id_, seconds in times.items()))
    store.commit(mention("mnt_e", next_at=None), mention("mnt_f", client="zed", next_at=AT))
    assert list(store.waiting("acme", AT + timedelta(seconds=3))) == ["mnt_b", "mnt_c", "mnt_a"]
    assert list(store.waiting("acme", AT)) == []


def test_an_alarm_waits_among_the_mentions_until_it_is_set_no_more(store: Store) -> None:
    alarm = Alarm(id="alm_esc_1", client="acme", next_at=AT, version=1)
    store.commit(mention("mnt_a", next_at=AT + timedelta(seconds=1)), alarm)
    assert list(store.waiting("acme", AT + timedelta(seconds=3))) == ["alm_esc_1", "mnt_a"]
    store.commit(replace(alarm, next_at=None, version=2))
    assert list(store.waiting("acme", AT + timedelta(seconds=3))) == ["mnt_a"]


def test_a_conversation_is_found_by_what_began_it_oldest_first(store: Store) -> None:
    for number, minutes in enumerate((3, 1, 2)):
        said = {"conversation": "77", "posted_at": AT + timedelta(minutes=minutes)}
        store.commit(mention(f"mnt_{number}", **said))
    store.commit(mention("mnt_x", conversation="77", network="x"), mention("mnt_z", conversation="77", client="zed"))
    store.commit(mention("mnt_y", conversation=""))
    assert list(store.conversation("acme", "mastodon", "77")) == ["mnt_1", "mnt_2", "mnt_0"]
    assert list(store.conversation("acme", "mastodon", "77", AT + timedelta(minutes=2))) == ["mnt_2", "mnt_0"]


def test_records_of_any_kinds_are_read_together(store: Store) -> None:
    store.commit(*SAMPLES)
    wanted = [
        Reference(Mention, "acme", "mnt_1"),
        Reference(Likeness, "acme", "lik_1"),
        Reference(Client, "acme", "acme"),
        Reference(Priorities, "acme", "acme"),
        Reference(Priorities, "zed", "zed"),
        Reference(Mention, "acme", "mnt_nowhere"),
    ]
    found = store.together(wanted)
    assert set(found) == set(wanted[:4])
    assert all(type(record) is reference.kind for reference, record in found.items())
    assert store.together([]) == {}


def test_more_records_than_one_request_takes_are_read_together(store: Store) -> None:
    for number in range(120):
        store.commit(mention(f"mnt_{number}"))
    wanted = [Reference(Mention, "acme", f"mnt_{number}") for number in range(130)]
    assert set(store.together(wanted)) == set(wanted[:120])


def test_posts_of_a_state_come_newest_first(store: Store) -> None:
    times = [AT + timedelta(microseconds=step) for step in (5, 0, 1, 999_999, 2_000_000)]
    posts = [post(f"pst_{number}", state_at=at) for number, at in enumerate(times)]
    store.commit(*posts, post("pst_held", state=PostState.HELD), post("pst_other", client="zed"))
    found = [found.state_at for found in store.posts("acme", PostState.SCHEDULED)]
    for at in found:
        since = [one.state_at for one in store.posts("acme", PostState.SCHEDULED, at)]
        assert since == [one for one in found if one <= at]
    assert found == sorted(times, reverse=True)


def test_the_posts_of_a_state_are_found_by_a_span_oldest_first(store: Store) -> None:
    times = [AT + timedelta(microseconds=step) for step in (5, 0, 1, 999_999, 2_000_000)]
    posts = [post(f"pst_{number}", state_at=at) for number, at in enumerate(times)]
    store.commit(*posts, post("pst_held", state=PostState.HELD), post("pst_other", client="zed"))
    found = store.posts_between("acme", PostState.SCHEDULED, times[2], times[3])
    assert [one.state_at for one in found] == [times[2], times[0], times[3]]
    assert list(store.posts_between("acme", PostState.SCHEDULED, LATER, LATER)) == []


def test_a_post_that_moved_leaves_the_list_of_its_old_state(store: Store) -> None:
    store.commit(post())
    held = post().moved(PostState.HELD, AT)
    store.commit(held)
    assert list(store.posts("acme", PostState.SCHEDULED)) == []
    assert list(store.posts("acme", PostState.HELD)) == [held]


def test_a_reader_that_stops_early_gets_the_top(store: Store) -> None:
    store.commit(*(mention(f"mnt_{number}", score=number) for number in range(20)))
    inbox = store.inbox("acme")
    assert [next(inbox).score for _ in range(3)] == [19, 18, 17]


# People


def test_a_clients_people_come_by_id_and_after_a_cursor(store: Store) -> None:
    people = [person(f"per_{number:03}") for number in range(9)]
    store.commit(*reversed(people), person("per_000", client="bolt"))
    store.commit(Utterance(client="acme", person="per_000", mention="mnt_1"))
    assert list(store.people("acme")) == people
    assert list(store.people("acme", "per_005")) == people[6:]
    assert list(store.people("acme", "per_008")) == list(store.people("nobody")) == []


def test_a_person_is_read_together_with_other_records(store: Store) -> None:
    store.commit(person(), mention(), account())
    wanted = [Reference(kind, "acme", id_) for kind, id_ in ((Person, "per_1"), (Person, "per_2"), (Account, "acc_1"))]
    assert store.together(wanted) == {wanted[0]: person(), wanted[2]: account()}
    assert store.together([Reference(Person, "bolt", "per_1")]) == {}


def test_all_that_a_person_said_is_found(store: Store) -> None:
    said = [Utterance(client="acme", person="per_1", mention=f"mnt_{number}") for number in range(5)]
    store.commit(*reversed(said), Utterance(client="acme", person="per_2", mention="mnt_9"), person())
    store.commit(said[2].emptied(AT))
    assert list(store.utterances("per_1")) == [*said[:2], said[2].emptied(AT), *said[3:]]
    assert list(store.utterances("per_3")) == []


# The ledger


def test_a_days_entries_come_oldest_first_and_after_a_cursor(store: Store) -> None:
    entries = [entry(f"led_{number:03}", at=AT + timedelta(seconds=number)) for number in range(9)]
    store.commit(*reversed(entries), entry("led_000", realm="zed"))
    assert list(store.ledger("acme", AT.date())) == entries
    assert list(store.ledger("acme", AT.date(), after="led_005")) == entries[6:]
    assert list(store.ledger("acme", AT.date(), after="led_008")) == []


def test_a_ledger_day_is_a_day_of_utc(store: Store) -> None:
    zone_ahead = datetime.fromisoformat("2026-11-26T00:30:00+02:00")
    store.commit(entry(at=zone_ahead))
    assert list(store.ledger("acme", date(2026, 11, 25))) == [entry(at=zone_ahead)]
    assert list(store.ledger("acme", date(2026, 11, 26))) == []


# Timers


def test_entries_are_found_by_their_days_and_ids(store: Store) -> None:
    store.commit(entry("led_1"), entry("led_2", at=LATER), entry("led_3", realm="bolt"))
    found = store.entries("acme", [(AT, "led_1"), (LATER, "led_2"), (AT, "led_3"), (AT, "led_4")])
    assert found == {"led_1": entry("led_1"), "led_2": entry("led_2", at=LATER)}


# Deliveries


def delivery(id_: str, endpoint: str = "end_1", **changes: Any) -> Delivery:
    given = {"client": "acme", "type": "post.published", "subject": "pst_1", "at": AT, "queued_at": AT, **changes}
    return Delivery(id=id_, endpoint=endpoint, **given)


def test_an_endpoints_deliveries_come_newest_first_and_before_a_cursor(store: Store) -> None:
    store.commit(*(delivery(f"led_{number}") for number in (2, 1, 3)), delivery("led_4", "end_2"))
    assert [one.id for one in store.deliveries("end_1")] == ["led_3", "led_2", "led_1"]
    assert [one.id for one in store.deliveries("end_1", "led_3")] == ["led_2", "led_1"]
    assert [one.id for one in store.deliveries("end_1", "led_2" + 2000 * "x")] == ["led_2", "led_1"]


def test_what_waits_comes_by_id_and_what_is_told_again_after_it(store: Store) -> None:
    again = delivery("led_1", replay="rpl_1")
    store.commit(again, delivery("led_3"), delivery("led_2"), delivery("led_4", "end_2"))
    assert [one.id for one in store.waiting_deliveries("end_1")] == ["led_2", "led_3", "led_1"]


def test_what_ended_waits_no_more_until_it_is_told_again(store: Store) -> None:
    store.commit(delivery("led_1"), delivery("led_2"))
    told = delivery("led_1").told(AT, 204)
    store.commit(told)
    assert [one.id for one in store.waiting_deliveries("end_1")] == ["led_2"]
    store.commit(told.again("rpl_1", LATER))
    assert [one.id for one in store.waiting_deliveries("end_1")] == ["led_2", "led_1"]


def test_several_deliveries_are_those_that_exist_by_id(store: Store) -> None:
    store.commit(delivery("led_1"), delivery("led_2", "end_2"))
    assert store.several_deliveries("end_1", ["led_1", "led_2", "led_3"]) == {"led_1": delivery("led_1")}


def test_timers_are_read_by_bucket(store: Store) -> None:
    soon, later = timer("pst_1"), timer("pst_2", due_at=AT + timedelta(minutes=1))
    store.commit(soon, later)
    assert list(store.due([soon.bucket])) == [soon]
    assert list(store.due([later.bucket, soon.bucket])) == [later, soon]
    assert list(store.due([])) == []


def test_timers_of_one_instant_stand_side_by_side(store: Store) -> None:
    same = [timer(subject_version=version) for version in range(1, 5)]
    store.commit(*same)
    assert list(store.due([same[0].bucket])) == same


def test_forgetting_a_timer_twice_is_no_error(store: Store) -> None:
    timers = [timer(subject_version=version) for version in range(1, 31)]
    store.commit(*timers)
    store.forget([*timers[:29], timers[0]])
    assert list(store.due([timers[0].bucket])) == timers[29:]
    store.forget(timers)
    store.forget(timers)
    store.forget([])
    assert list(store.due([timers[0].bucket])) == []


# Stops


def the(kind: type[Any], **changes: Any) -> Any:
    """The sample of a kind, changed."""
    (sample,) = (one for one in SAMPLES if type(one) is kind)
    return replace(sample, **{"version": 1} | changes)


def test_what_clears_an_attempt_is_every_flag_over_it_its_account_its_lane_and_the_rules(store: Store) -> None:
    tried = attempt()
    over = [flag(str(scope)) for scope in scopes_of(tried)]
    lane = Lane(client=tried.client, account=tried.account, places=(Place(AT, "pst_1"),))
    sent = post(client=tried.client, agency="north")
    nothing = store.clearance(tried, sent)
    assert nothing == Clearance(
        flags=(), account=None, lane=None, mandate=None, guidelines=0, speaker=None, approvers=()
    )
    agreed = the(Mandate, client=tried.client, agency="north")
    speaks = the(Speaker, client=tried.client, member=sent.author)
    approver = the(Member, realm=tried.client, id=sent.approvals[0].member)
    said = the(Guidelines, client=tried.client, version=1)
    store.commit(*over, flag("client:bolt"), lane, account(tried.account, tried.client))
    store.commit(agreed, speaks, approver, said, the(Mandate, client=tried.client, agency="south"))
    found = store.clearance(tried, sent)
    assert sorted(found.flags, key=str) == sorted(over, key=str)
    assert (found.account, found.lane) == (account(tried.account, tried.client), lane)
    assert (found.mandate, found.speaker, found.approvers) == (agreed, speaks, (approver,))
    assert found.guidelines == 1


def test_several_records_are_those_that_exist_by_key(store: Store) -> None:
    store.commit(post("pst_1"), post("pst_2"), account())
    assert store.several_posts(["pst_2", "pst_none", "pst_2"]) == {"pst_2": post("pst_2")}
    assert store.several_posts([]) == {}
    assert store.several(Account, [("acme", "acc_1"), ("bolt", "acc_1")]) == {("acme", "acc_1"): account()}


def test_flags_are_those_that_exist_by_scope(store: Store) -> None:
    store.commit(flag("everything", engaged=()), flag("account:acme/acc_1"), flag("network:x"))
    asked = [StopScope.parse(text) for text in ("everything", "network:mastodon", "account:acme/acc_1")]
    found = store.flags([*asked, asked[0]])
    assert found == {"everything": flag("everything", engaged=()), "account:acme/acc_1": flag("account:acme/acc_1")}
    assert store.flags([]) == {}


def test_attempts_of_every_shard_since_an_instant_are_found(store: Store) -> None:
    attempts = [attempt(f"att_{number}", started_at=AT + timedelta(microseconds=number)) for number in range(40)]
    assert {found.shard for found in attempts} == set(range(SHARDS))
    store.commit(*attempts)
    for since in (0, 17, 39, 40):
        found = {found.id for found in store.attempts_since(AT + timedelta(microseconds=since))}
        assert found == {late.id for late in attempts[since:]}
    for one in attempts:
        assert store.attempt(one.id, one.started_at) == one


def test_the_pages_of_a_receipt_come_by_number_and_are_those_of_their_stop(store: Store) -> None:
    numbers = (12, 2, 100, 1, 11, 3)
    store.commit(*(page(number=number) for number in numbers), page("stp_2"), page("stp_10"))
    store.commit(next(record for record in SAMPLES if isinstance(record, Stop)))
    store.commit(page(number=2, named=(), version=2))
    assert [(found.number, found.version) for found in store.pages("stp_1")] == [
        (number, 2 if number == 2 else 1) for number in sorted(numbers)
    ]
    assert store.page("stp_1", 2) == page(number=2, named=(), version=2)
    assert store.page("stp_1", 4) is None


# Keys


@example([AT.replace(microsecond=1), AT.replace(microsecond=0)])
@given(st.lists(values(datetime), min_size=2, max_size=6))
def test_times_in_keys_sort_as_the_times_do(times: list[datetime]) -> None:
    texts = [instant(at) for at in times]
    assert sorted(texts) == [instant(at) for at in sorted(times)]
    assert len({len(text) for text in texts}) == 1


@pytest.mark.parametrize("id_", ["", "x" * 1100, "x" * 3000, "ä" * 1100], ids=["empty", "long", "longer", "wide"])
def test_what_no_key_can_be_is_not_there(store: Store, id_: str) -> None:
    assert store.post(id_) is None
    assert store.mention(id_) is None
    assert store.stop(id_) is None
    assert store.get(Member, "acme", id_) is None
    assert store.several(Member, [("acme", id_)]) == {}
    assert store.several_posts([id_]) == {}
    assert store.together([Reference(Mention, "acme", id_)]) == {}
    assert list(store.ledger("acme", AT.date(), after=f"z{id_}")) == []
    assert list(store.people("acme", after=f"z{id_}")) == []
