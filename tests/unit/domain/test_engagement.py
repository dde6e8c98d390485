"""Which posts are to be read back when, as laws: each at each age once at the most, in time, and in order."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from shared.domain.engagement import STEPS, DuePost, Engagement, due_posts, not_yet_read_back, published_between
from shared.domain.posts import Post, PostState

from .samples import post, published

START = datetime(2026, 11, 2, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
AGES = st.integers(min_value=0, max_value=10 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


def made(number: int, at: datetime, **changes: Any) -> Post:
    given = {"id": f"pst_{number}", "state": PostState.PUBLISHED, "state_at": at, "sent": (published(at),)}
    return post(**given | changes)


def lived(posts: list[Post], runs: list[datetime], most: int) -> list[tuple[DuePost, datetime]]:
    """What is read in these runs, of which each takes so many posts at the most."""
    read_back, read = not_yet_read_back("acme", "acc_1"), []
    for now in runs:
        there = {step.name: [one for one in posts if one.state_at <= now] for step in STEPS}
        due = due_posts(read_back, there, now)[:most]
        if due:
            read_back = read_back.through(due)
            read += [(one, now) for one in due]
    return read


@given(outs=st.lists(AGES, max_size=8), runs=st.lists(AGES, max_size=30), most=st.integers(1, 5))
def test_whenever_runs_come_each_post_is_read_at_each_age_once_at_the_most_and_in_time(
    outs: list[timedelta], runs: list[timedelta], most: int
) -> None:
    posts = [made(number, START + after) for number, after in enumerate(outs)]
    read = lived(posts, sorted(START + after for after in runs), most)
    assert len({(one.post.id, one.step.name) for one, _ in read}) == len(read)
    for one, now in read:
        assert one.step.after <= now - one.post.state_at <= one.step.after + one.step.within


@given(outs=st.lists(AGES, max_size=8))
@example(outs=[timedelta(minutes=5)] * 8)
def test_with_a_run_each_quarter_of_an_hour_every_post_is_read_at_every_age(outs: list[timedelta]) -> None:
    posts = [made(number, START + after) for number, after in enumerate(outs)]
    runs = [START + number * QUARTER for number in range(18 * 24 * 4)]
    read = lived(posts, runs, most=3)
    assert len(read) == len(STEPS) * len(posts)


@given(outs=st.lists(AGES, max_size=8), age=AGES)
def test_what_is_due_comes_by_age_and_the_oldest_first(outs: list[timedelta], age: timedelta) -> None:
    posts = [made(number, START + after) for number, after in enumerate(outs)]
    due = due_posts(not_yet_read_back("acme", "acc_1"), {step.name: posts for step in STEPS}, START + age)
    places = [(STEPS.index(one.step), one.post.state_at, one.post.id) for one in due]
    assert places == sorted(places)


def test_ages_do_not_overlap_and_a_run_fits_into_each() -> None:
    for step, later in pairwise(STEPS):
        assert step.after + step.within < later.after
    assert all(step.within >= 2 * QUARTER for step in STEPS)
    for step in STEPS:
        since, until = published_between(step, START)
        assert (START - since, START - until) == (step.after + step.within, step.after)


def test_only_what_stands_for_people_is_due() -> None:
    hour = START + timedelta(hours=1)
    there = made(1, START)
    for other in (
        made(2, START, state=PostState.RECALLED),
        made(3, START, shadow=True),
        made(4, START, sent=()),
    ):
        due = due_posts(not_yet_read_back("acme", "acc_1"), {"1h": [there, other]}, hour)
        assert [one.post.id for one in due] == ["pst_1"]


def test_a_count_below_nothing_is_none() -> None:
    told = Engagement(likes=-1, replies=0, views=3).told()
    assert told == {"likes": None, "replies": 0, "reposts": None, "quotes": None, "views": 3}
