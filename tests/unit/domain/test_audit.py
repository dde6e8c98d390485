"""The books: every post that was due comes to one end, at most one copy of it, and only as it was approved."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approval, Demand
from shared.domain.attempts import Attempt, AttemptState
from shared.domain.audit import BOOKS_CLOSE, ENDS_WITHIN, Audit, audit, opened
from shared.domain.ledger import Entry
from shared.domain.parties import Party
from shared.domain.posts import APPROVAL_LASTS, Post, PostState, Published, content_hash
from shared.domain.schedule import UPLOADING, WAKE_EARLY

START = datetime(2026, 11, 25, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
ENDS = ["published", "held", "failed", "expired", "unverified", "cancelled", "recalled", "recall_failed"]


def fact(type_: str, minute: float, post: str = "pst_1", **data: Any) -> Entry:
    at = START + minute * MINUTE
    return Entry(id=f"led_{minute:09}", realm="acme", at=at, type=type_, subject=post, who={}, data=data)


def scheduled(minute: float, post: str = "pst_1", due: float | None = None) -> Entry:
    due_at = START + (minute if due is None else due) * MINUTE
    return fact("post.scheduled", minute, post, due_at=due_at.isoformat())


def attempt(minute: float, post: str = "pst_1", part: int = 0, **changes: Any) -> Attempt:
    at = START + minute * MINUTE
    made = Attempt(
        id=f"att_{post}_{minute}",
        client="acme",
        agency="north",
        account="acc_1",
        network="mastodon",
        post=post,
        part=part,
        started_at=at,
        deadline=at + timedelta(seconds=15),
        state=AttemptState.LANDED,
        published=Published(external_id="1", url="https://social.example/1", at=at),
        ended_at=at,
    )
    return replace(made, **changes)


def a_post(post: str = "pst_1", *, needed: int = 1, **changes: Any) -> Post:
    made = Post(
        id=post,
        client="acme",
        agency="north",
        account="acc_1",
        network="mastodon",
        handle="acme",
        function="community",
        text="Good morning",
        in_reply_to="",
        mention=None,
        recommendation=None,
        author="mbr_1",
        author_party=Party.AGENCY,
        publish_at=None,
        demand=Demand(approvals=needed, parties=(Party.CLIENT,)),
        created_at=START,
        state=PostState.PUBLISHED,
        state_at=START,
    )
    approval = Approval(member="mbr_2", party=Party.CLIENT, content_hash=content_hash(made), at=START)
    return replace(replace(made, approvals=(approval,)), **changes)


def audited(
    *entries: Entry,
    attempts: tuple[Attempt, ...] = (),
    posts: Mapping[str, Post] | None = None,
    before: Audit | None = None,
    minutes: float = 60,
) -> Audit:
    """The books of the first ``minutes``."""
    found = posts if posts is not None else {one.post: a_post(one.post) for one in attempts}
    now = START + minutes * MINUTE + BOOKS_CLOSE
    return audit(before or opened("acme", START), entries, attempts, found, now)


@pytest.mark.parametrize("end", ENDS)
def test_a_post_that_was_due_is_counted_under_its_end(end: str) -> None:
    sent = (attempt(1),) if end == "published" else ()
    made = audited(scheduled(1), fact(f"post.{end}", 2), attempts=sent)
    assert (made.ends, made.due, made.breaks, made.waiting) == ({end: 1}, 1, (), {})


def test_a_post_that_was_published_and_recalled_has_one_end() -> None:
    made = audited(scheduled(1), fact("post.published", 1), fact("post.recalled", 2), attempts=(attempt(1),))
    assert (made.ends, made.due, made.breaks) == ({"recalled": 1}, 1, ())


def test_a_post_that_is_not_yet_due_is_carried_over_and_ends_in_a_later_hour() -> None:
    first = audited(scheduled(1, due=90))
    assert (first.due, first.waiting, first.breaks) == (0, {"pst_1": START + 90 * MINUTE}, ())
    second = audited(fact("post.published", 90), attempts=(attempt(90),), before=first, minutes=120)
    assert (second.ends, second.waiting, second.breaks) == ({"published": 1}, {}, ())


@pytest.mark.parametrize("type_", ["post.changed", "post.approval_withdrawn"])
def test_a_post_that_went_back_to_review_is_due_no_more(type_: str) -> None:
    made = audited(scheduled(1, due=2), fact(type_, 1.5))
    assert (made.back_in_review, made.due, made.waiting, made.breaks) == (1, 1, {}, ())


def test_a_post_in_flight_is_unfinished_and_no_break_until_its_bound() -> None:
    bound = ENDS_WITHIN / MINUTE
    assert audited(scheduled(1), fact("post.claimed", 1), minutes=bound + 0.9).unfinished == 1
    stuck = audited(scheduled(1), fact("post.claimed", 1), minutes=bound + 1)
    assert [(one.post, "come to no end" in one.because) for one in stuck.breaks] == [("pst_1", True)]
    assert (stuck.lost, stuck.unfinished, stuck.due) == (1, 0, 1)


def test_a_stuck_post_is_told_of_once_and_may_still_end() -> None:
    first = audited(scheduled(1))
    assert len(first.breaks) == 1
    second = audited(before=first, minutes=120)
    assert second.breaks == ()
    third = audited(fact("post.expired", 121), before=second, minutes=180)
    assert (third.breaks, third.doubtful) == ((), {})


@pytest.mark.parametrize("end", ["published", "held", "failed", "expired", "unverified"])
def test_a_post_that_ends_without_having_been_due_is_a_break(end: str) -> None:
    made = audited(fact(f"post.{end}", 2), attempts=(attempt(2),))
    assert ["was not due" in one.because for one in made.breaks] == [True]


def test_a_held_post_that_goes_out_without_a_new_decision_is_a_break() -> None:
    went_out = [scheduled(1), fact("post.held", 2), fact("post.published", 3)]
    assert len(audited(*went_out, attempts=(attempt(3),)).breaks) == 1
    decided = [*went_out[:2], scheduled(2.5), went_out[2]]
    made = audited(*decided, attempts=(attempt(3),))
    assert (made.breaks, made.ends) == ((), {"held": 1, "published": 1})


def test_a_post_that_was_published_twice_is_a_break() -> None:
    entries = [scheduled(1), fact("post.published", 1), fact("post.published", 2)]
    assert len(audited(*entries, attempts=(attempt(1),)).breaks) == 1


def test_two_landed_attempts_are_two_copies_even_when_the_ledger_knows_of_one() -> None:
    made = audited(scheduled(1), fact("post.published", 1), attempts=(attempt(1), attempt(2)))
    assert ["2 attempts" in one.because for one in made.breaks] == [True]


def test_a_copy_by_an_attempt_that_began_early_for_its_pictures_is_one_as_well() -> None:
    began = 1 - (WAKE_EARLY + UPLOADING) / MINUTE
    entries = [scheduled(0, due=1), fact("post.published", 1)]
    made = audited(*entries, attempts=(attempt(began), attempt(1)))
    assert ["2 attempts" in one.because for one in made.breaks] == [True]


def test_a_second_copy_is_found_in_a_later_hour_than_the_first() -> None:
    first = audited(scheduled(58), fact("post.published", 58), attempts=(attempt(58),))
    second = audited(attempts=(attempt(58), attempt(61)), before=first, minutes=120)
    assert len(second.breaks) == 1


def test_a_part_that_was_recalled_and_approved_anew_is_no_second_copy() -> None:
    entries = [scheduled(1), fact("post.parts_recalled", 2), scheduled(3), fact("post.published", 4)]
    made = audited(*entries, attempts=(attempt(1, part=1), attempt(3, part=1)))
    assert (made.breaks, made.ends) == ((), {"held": 1, "published": 1})


def test_the_parts_of_a_thread_are_no_copies() -> None:
    sent = (attempt(1), attempt(1.1, part=1))
    assert audited(scheduled(1), fact("post.published", 2), attempts=sent).breaks == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"approvals": ()},
        {"demand": Demand(approvals=2, parties=(Party.CLIENT,))},
        {"text": "Something else"},
        {"approvals": (replace(a_post().approvals[0], at=START - APPROVAL_LASTS),)},
    ],
    ids=["none", "too few", "of something else", "too old"],
)
def test_what_was_sent_with_too_few_valid_approvals_is_a_break(changes: Any) -> None:
    post = replace(a_post(), **changes)
    made = audited(scheduled(1), fact("post.published", 1), attempts=(attempt(1),), posts={"pst_1": post})
    assert ["approvals" in one.because for one in made.breaks] == [True]


def test_what_the_mandate_delegates_needs_no_approval() -> None:
    post = a_post(needed=0, approvals=())
    made = audited(scheduled(1), fact("post.published", 1), attempts=(attempt(1),), posts={"pst_1": post})
    assert (made.breaks, made.sends) == ((), 1)


def test_a_thread_that_was_cut_short_has_lost_its_approvals_and_is_no_break() -> None:
    post = a_post(thread=("More",), approvals=(), state=PostState.IN_REVIEW)
    entries = [scheduled(1), fact("post.part_published", 1), fact("post.held", 2)]
    assert audited(*entries, attempts=(attempt(1),), posts={"pst_1": post}).breaks == ()


def test_a_send_of_a_post_that_is_nowhere_is_a_break() -> None:
    assert "no such post" in audited(attempts=(attempt(1),), posts={}).breaks[0].because


def test_a_publication_that_no_attempt_made_is_a_break() -> None:
    made = audited(scheduled(1), fact("post.published", 1))
    assert ["no attempt" in one.because for one in made.breaks] == [True]


def test_an_unverified_post_that_is_found_later_is_no_break() -> None:
    first = audited(scheduled(1), fact("post.unverified", 20))
    sent = attempt(1, ended_at=START + 70 * MINUTE)
    second = audited(fact("post.published", 70), attempts=(sent,), before=first, minutes=120)
    assert (first.ends, second.breaks, second.sends) == ({"unverified": 1}, (), 1)


def test_an_end_that_another_machines_clock_entered_before_its_beginning_is_no_break() -> None:
    made = audited(fact("post.published", 1), scheduled(1.001), attempts=(attempt(1),))
    assert (made.breaks, made.waiting, made.ends) == ((), {}, {"published": 1})


def test_what_may_still_be_on_its_way_into_the_ledger_is_left_to_the_next_audit() -> None:
    first = audited(scheduled(61), minutes=60)
    assert (first.waiting, first.until) == ({}, START + HOUR)
    assert audited(scheduled(61), before=first, minutes=62).waiting == {"pst_1": START + 61 * MINUTE}


def test_an_entry_of_the_very_moment_at_which_the_books_close_is_counted_once() -> None:
    entries = (scheduled(59), fact("post.published", 60))
    first = audited(*entries, attempts=(attempt(60),))
    second = audited(*entries, attempts=(attempt(60),), before=first, minutes=61)
    third = audited(*entries, attempts=(attempt(60),), before=second, minutes=62)
    assert [(one.ends, one.sends, one.breaks) for one in (first, second, third)] == [
        ({}, 0, ()),
        ({"published": 1}, 1, ()),
        ({}, 0, ()),
    ]


LIVES = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from([*ENDS, "changed", "approval_withdrawn", "claimed", "throttled"]),
        st.integers(0, 20),
    ),
    max_size=8,
)


@given(lives=LIVES, cuts=st.lists(st.integers(1, 399), max_size=4, unique=True).map(sorted))
def test_nothing_is_gained_or_lost_wherever_the_hours_are_cut(
    lives: list[tuple[int, str, int]], cuts: list[int]
) -> None:
    """Each post comes to one fate, and the sum over all audits does not depend on when they are made."""
    entries, sent = [], []
    for number, (minute, fate, after) in enumerate(lives):
        post = f"pst_{number}"
        entries += [scheduled(minute, post), fact(f"post.{fate}", minute + after, post)]
        sent += [attempt(minute + after, post)] if fate == "published" else []
    entries.sort(key=lambda entry: entry.at)

    def sums(ends_at: list[int]) -> tuple[Any, ...]:
        books, closed, back, lost, breaks = opened("acme", START), dict.fromkeys(ENDS, 0), 0, 0, 0
        for minute in ends_at:
            books = audited(*entries, attempts=tuple(sent), before=books, minutes=minute)
            back, lost = back + books.back_in_review, lost + books.lost
            breaks += len(books.breaks)
            for end, count in books.ends.items():
                closed[end] += count
        assert sum(closed.values()) + back + lost + len(books.waiting) == len(lives)
        return closed, back, lost, breaks, books.waiting

    assert sums([*cuts, 400]) == sums([400])
