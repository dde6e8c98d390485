"""A review tells what became of each thing, once, and its lists are short however much there was."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.agreed import MOST_DONE_ACTIONS, MOST_OPEN_ACTIONS, Actions, ReviewAction, agreed, done
from shared.domain.errors import InvalidError, StateError
from shared.domain.listening.priorities import Priority
from shared.domain.listening.settings import Listening
from shared.domain.parties import Caller, Party
from shared.domain.recovery import DRILL_REASON
from shared.domain.review import Agreements, review, with_agreed
from shared.domain.reviewing.fates import MOST_OF_A_FATE, Fate
from shared.domain.reviewing.missed import MOST_MISSED
from shared.domain.reviewing.questions import Answered
from shared.domain.reviewing.waits import Waits

from .samples import AT, after, entry

WEEK = "2026-W48"
END = datetime(2026, 11, 30, tzinfo=UTC)


def reviewed(*entries, now=END, zone="UTC", week=WEEK, **beside):
    return review("acme", week, zone, entries, Agreements(listening=Listening(client="acme"), **beside), now)


def received(mention="mnt_1", at=AT, **data):
    usual = {"function": "customer_service", "needs_answer": True, "urgency": 0, "score": 10.0}
    return entry("mention.received", mention, at, **usual | data)


def recommended(mention="mnt_1", *posts, action="respond", **data):
    return entry("mention.recommended", mention, recommendation=f"rec_{mention}", action=action, posts=posts, **data)


# What became of what was recommended


@pytest.mark.parametrize(
    ("happened", "fate"),
    [
        ((), Fate.OPEN),
        (("post.published",), Fate.POSTED),
        (("post.changed", "post.published"), Fate.EDITED),
        (("post.change_requested", "post.published"), Fate.EDITED),
        (("post.changed",), Fate.OPEN),
        (("post.published", "post.recalled"), Fate.RECALLED),
        (("post.expired",), Fate.UNSENT),
        (("post.failed",), Fate.UNSENT),
        (("post.rejected",), Fate.REJECTED),
        (("post.cancelled",), Fate.CANCELLED),
    ],
)
def test_a_draft_meets_the_fate_that_its_post_met(happened, fate):
    made = reviewed(recommended("mnt_1", "pst_1"), *(entry(type_, "pst_1") for type_ in happened))
    assert [one.fate for one in made.raised] == [fate]
    assert made.fates == {"respond": {fate.value: 1}}


def test_of_several_drafts_the_one_that_came_furthest_tells():
    drafts = recommended("mnt_1", "pst_1", "pst_2")
    assert (
        reviewed(drafts, entry("post.cancelled", "pst_2"), entry("post.published", "pst_1")).raised[0].fate == "posted"
    )
    assert reviewed(drafts, entry("post.rejected", "pst_1")).raised[0].fate == "open"
    both = [entry("post.rejected", "pst_1", reason="no"), entry("post.cancelled", "pst_2", reason="another")]
    assert reviewed(drafts, *both).raised[0].fate == "rejected"


def test_what_was_declined_says_why_and_by_whom():
    declined = reviewed(recommended("mnt_1", "pst_1"), entry("post.rejected", "pst_1", reason="Too breezy.")).raised[0]
    assert (declined.because, declined.decided_by) == ("Too breezy.", "mbr_1")


def test_what_was_posted_says_where():
    posted = reviewed(recommended("mnt_1", "pst_1"), entry("post.published", "pst_1", url="https://a.example")).raised[
        0
    ]
    assert (posted.url, posted.because) == ("https://a.example", "")


@pytest.mark.parametrize(
    ("ended", "fate"), [((), "open"), (("escalation.answered",), "answered"), (("escalation.withdrawn",), "withdrawn")]
)
def test_a_question_that_was_recommended_meets_the_fate_of_its_escalation(ended, fate):
    asked = (recommended(action="escalate"), entry("mention.escalated", "mnt_1", escalation="esc_1"))
    assert reviewed(*asked, *(entry(type_, "esc_1") for type_ in ended)).raised[0].fate == fate


def test_what_was_to_be_left_alone_was():
    assert reviewed(recommended(action="ignore")).raised[0].fate == "put_aside"


@given(fates=st.lists(st.sampled_from(["post.published", "post.rejected", "nothing"]), max_size=90))
def test_each_recommendation_has_one_fate_and_the_lists_are_short(fates):
    made = reviewed(
        *(recommended(f"mnt_{number}", f"pst_{number}") for number in range(len(fates))),
        *(entry(type_, f"pst_{number}") for number, type_ in enumerate(fates)),
    )
    assert sum(sum(of.values()) for of in made.fates.values()) == len(fates)
    for fate in Fate:
        listed = [one for one in made.raised if one.fate is fate]
        assert len(listed) == min(MOST_OF_A_FATE, made.fates.get("respond", {}).get(fate.value, 0))


# How long people waited


@given(
    came=st.lists(st.tuples(st.integers(0, 6 * 24 * 60), st.booleans()), max_size=30),
    ended=st.lists(
        st.tuples(st.sampled_from(["answered", "dismissed", "retracted"]), st.integers(0, 5000)), max_size=30
    ),
)
def test_whoever_asked_is_counted_once_and_the_days_and_functions_add_up_to_all(came, ended):
    monday = datetime(2026, 11, 23, tzinfo=UTC)
    entries = [
        received(
            f"mnt_{number}", monday + timedelta(minutes=minute), needs_answer=asks, function="sales" if asks else "x"
        )
        for number, (minute, asks) in enumerate(came)
    ]
    entries += [
        entry(f"mention.{type_}", one.subject, one.at + timedelta(minutes=later))
        for one, (type_, later) in zip(entries, ended, strict=False)
    ]
    made = reviewed(*entries)
    asked = sum(asks for _, asks in came)
    parts = ("in_time", "late", "put_aside", "waiting", "overdue")
    assert made.waits.asked == asked
    for summed in (made.waits_by_day, made.waits_by_function):
        assert sum(one.received for one in summed) == len(came)
        for part in parts:
            assert sum(getattr(one.waits, part) for one in summed) == getattr(made.waits, part)


@pytest.mark.parametrize(
    ("minutes", "expected"), [(60, Waits(in_time=1, minutes=60.0)), (61, Waits(late=1, minutes=61.0))]
)
def test_an_answer_is_in_time_up_to_its_functions_target(minutes, expected):
    answered = entry("mention.answered", "mnt_1", after(minutes=minutes))
    assert reviewed(received(), answered).waits == expected


def test_an_answer_that_was_found_out_late_was_given_when_it_could_be_seen():
    answered = entry("mention.answered", "mnt_1", after(minutes=75), minutes=59.5, in_time=True)
    assert reviewed(received(), answered).waits == Waits(in_time=1, minutes=59.5)


def test_what_waits_past_its_target_is_overdue_and_what_does_not_is_not():
    assert reviewed(received(), now=after(minutes=61)).waits == Waits(waiting=1, overdue=1)
    assert reviewed(received(), now=after(minutes=59)).waits == Waits(waiting=1)


def test_a_function_is_held_to_the_clients_own_target():
    listening = Listening(client="acme", answer_minutes={"customer_service": 5})
    answered = entry("mention.answered", "mnt_1", after(minutes=6))
    made = review("acme", WEEK, "UTC", [received(), answered], Agreements(listening=listening), END)
    (function,) = made.waits_by_function
    assert (function.target_minutes, function.waits.late) == (5, 1)


@pytest.mark.parametrize(("week", "zone"), [("2026-W13", "Europe/Oslo"), ("2026-W43", "Europe/Oslo"), (WEEK, "UTC")])
def test_a_week_has_seven_days_by_the_clients_clocks_also_when_they_change(week, zone):
    days = reviewed(week=week, zone=zone, now=datetime(2027, 1, 1, tzinfo=UTC)).waits_by_day
    assert [one.day.isoweekday() for one in days] == [1, 2, 3, 4, 5, 6, 7]


def test_what_came_in_before_midnight_by_the_clients_clocks_is_of_that_day():
    late = received(at=datetime(2026, 3, 29, 21, 59, tzinfo=UTC))
    days = reviewed(late, week="2026-W13", zone="Europe/Oslo", now=datetime(2026, 4, 1, tzinfo=UTC)).waits_by_day
    assert [one.received for one in days] == [0, 0, 0, 0, 0, 0, 1]


def test_a_week_that_runs_has_the_days_that_have_begun():
    assert [one.day.day for one in reviewed(now=AT).waits_by_day] == [23, 24, 25]


# What nobody took up


def test_important_is_what_presses_or_scores_above_what_the_client_wants_to_be_told_of():
    made = reviewed(
        received("mnt_calm"),
        received("mnt_scored", score=60.0),
        received("mnt_pressing", urgency=2),
        received("mnt_at_once", urgency=3),
        received("mnt_handled", urgency=3),
        entry("mention.dismissed", "mnt_handled"),
    )
    assert [one.mention for one in made.most_important_missed] == ["mnt_at_once", "mnt_pressing", "mnt_scored"]
    assert made.missed == 3


def test_of_many_that_were_missed_the_most_important_are_listed_and_all_are_counted():
    made = reviewed(*(received(f"mnt_{number}", urgency=2, score=float(number)) for number in range(50)))
    assert made.missed == 50
    assert [one.score for one in made.most_important_missed] == [float(49 - number) for number in range(MOST_MISSED)]


# Questions, crises, stops, drills, priorities


def test_a_question_says_how_it_was_answered_and_what_waits_comes_first():
    asked = [
        entry("mention.escalated", f"mnt_{n}", escalation=f"esc_{n}", to="mbr_2", function="sales") for n in range(5)
    ]
    made = reviewed(
        *asked,
        entry("escalation.answered", "esc_0", in_time=True, minutes=9.5),
        entry("escalation.answered", "esc_1", in_time=False, minutes=900),
        entry("escalation.withdrawn", "esc_2"),
        entry("escalation.moved", "esc_3"),
        entry("escalation.exhausted", "esc_3"),
    )
    assert [(one.id, one.outcome) for one in made.questions] == [
        ("esc_3", Answered.OVERDUE),
        ("esc_4", Answered.WAITING),
        ("esc_1", Answered.LATE),
        ("esc_0", Answered.IN_TIME),
        ("esc_2", Answered.WITHDRAWN),
    ]
    assert (made.questions[0].moved, made.questions[3].minutes) == (1, 9.5)


def test_a_stop_and_a_crisis_say_when_they_began_and_ended_and_a_drill_is_not_a_stop_in_earnest():
    made = reviewed(
        entry("crisis.raised", "cri_1", AT, topic="", evidence={"because": "many"}),
        entry("stop.engaged", "stp_1", after(minutes=5), scope="client:acme", reason="an incident"),
        entry("stop.lifted", "stp_1", after(minutes=65), scope="client:acme"),
        entry("crisis.ended", "cri_1", after(hours=3), topic=""),
        entry("stop.engaged", "stp_2", after(days=1), scope="account:acme/acc_1", reason="drill"),
        entry("drill.done", "drl_1", after(days=1), account="acc_1", stop="stp_2", drain_ms=1200.0),
        entry("stop.lifted", "stp_0", after(days=2), scope="client:acme"),
    )
    shown = [(one.kind.value, one.began_at, one.ended_at) for one in made.happenings]
    assert shown == [
        ("crisis", AT, after(hours=3)),
        ("stop", after(minutes=5), after(minutes=65)),
        ("drill", after(days=1), after(days=1)),
        ("stop", None, after(days=2)),
    ]
    assert (made.stops, made.drills, made.happened) == (1, 1, 4)
    assert made.happenings[2].seconds == 1.2


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(
            (
                entry("stop.engaged", "stp_1", reason=DRILL_REASON),
                entry("drill.failed", "drl_1", stop="stp_1", because="It did not hold."),
            ),
            id="it failed",
        ),
        pytest.param((entry("stop.engaged", "stp_1", reason=DRILL_REASON),), id="it ended in the next week"),
        pytest.param(
            (entry("stop.lifted", "stp_1"), entry("drill.done", "drl_1", stop="stp_1")), id="it began in the last week"
        ),
    ],
)
def test_a_drill_is_no_stop_in_earnest_however_it_goes(entries):
    made = reviewed(*entries)
    drills = sum(one.type.startswith("drill.") for one in entries)
    assert (made.stops, made.drills, made.happened) == (0, drills, drills)


def test_a_priority_that_led_to_nothing_is_told_of_first():
    stated = tuple(
        Priority(name=name, weight=weight, ends_at=ends_at)
        for name, weight, ends_at in (
            ("Launch", 20.0, None),
            ("Repairs", 20.0, None),
            ("Unheard", 20.0, None),
            ("Before", 20.0, datetime(2026, 11, 20, tzinfo=UTC)),
            ("Lowered", -20.0, None),
        )
    )
    made = reviewed(
        received("mnt_1", topics=["Launch", "Lowered"]),
        received("mnt_2", topics=["Repairs"]),
        recommended("mnt_1", "pst_1"),
        entry("post.published", "pst_1", mention="mnt_1"),
        entry("priorities.set", "acme", version=3, names=["Withdrawn since"]),
        priorities=stated,
    )
    assert {(one.name, one.mentions, one.recommended, one.posts) for one in made.priorities[:2]} == {
        ("Unheard", 0, 0, 0),
        ("Withdrawn since", 0, 0, 0),
    }
    assert [(one.name, one.produced_nothing) for one in made.priorities[2:]] == [("Repairs", True), ("Launch", False)]


# What was agreed


def action(id_, agreed_in=WEEK, done_at=None):
    return ReviewAction(id=id_, text="x", agreed_in=agreed_in, by="mbr_1", party=Party.CLIENT, at=AT, done_at=done_at)


def test_a_review_that_was_made_shows_what_was_done_since_and_nothing_that_was_agreed_in_later_weeks():
    made = reviewed(actions=(action("act_1"), action("act_2")))
    since = (action("act_1", done_at=after(days=20)), action("act_2"), action("act_3"), action("act_4", "2026-W49"))
    shown = with_agreed(made, since, ())
    assert {one.id: one.done_at for one in shown.actions} == {
        "act_1": after(days=20),
        "act_2": None,
        "act_3": None,
    }


def test_what_is_kept_of_done_actions_is_bounded_and_too_many_open_ones_are_refused():
    over = tuple(action(f"act_{number}", done_at=after(minutes=number)) for number in range(MOST_DONE_ACTIONS + 5))
    kept = agreed(Actions(client="acme", items=over, version=9), action("act_new"))
    assert len(kept.items) == MOST_DONE_ACTIONS + 1
    assert kept.items[0].id == "act_5"
    assert kept.version == 10
    full = Actions(client="acme", items=tuple(action(f"act_{number}") for number in range(MOST_OPEN_ACTIONS)))
    with pytest.raises(StateError):
        agreed(full, action("act_new"))


def test_only_an_open_action_of_the_client_can_be_done():
    caller = Caller(realm="acme", key="key_1", member="mbr_2", party=Party.CLIENT, agency=None, scopes=frozenset())
    _, changed = done(Actions(client="acme", items=(action("act_1"),)), "act_1", "2026-W49", caller, AT)
    assert (changed.done_at, changed.done_in, changed.done_by) == (AT, "2026-W49", "mbr_2")
    with pytest.raises(InvalidError):
        done(Actions(client="acme"), "act_1", WEEK, caller, AT)
