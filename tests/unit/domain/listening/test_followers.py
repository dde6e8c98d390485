"""An audit says how many of the followers that were shown are suspected, on what ground, and how sure that is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.followers import (
    JUMP,
    RULES,
    WANTED_FOR,
    AuditState,
    FollowerAudit,
    growth,
    quality,
    wilson,
)

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    handle: str = "ada"
    created_at: datetime | None = None
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    has_picture: bool | None = None
    description: str = ""


BOUGHT = Shown(handle="sarah84729183", posts=0, has_picture=False, followers=2, following=4800)
READER = Shown(posts=0, has_picture=False, followers=3, following=80)
ORDINARY = Shown(posts=120, has_picture=True, followers=200, following=310, description="Bakes bread and reads maps")

counts = st.none() | st.integers(0, 10**6)
followers = st.builds(
    Shown,
    handle=st.sampled_from(["ada", "sarah84729183", "mark"]),
    created_at=st.none() | st.integers(0, 2000).map(lambda days: AT - timedelta(days=days)),
    followers=counts,
    following=counts,
    posts=counts,
    has_picture=st.none() | st.booleans(),
    description=st.sampled_from(["", "Bakes bread", "Crypto and luck every day"]),
)


def fired(found):
    return {finding.rule: finding.fired for finding in found.findings if finding.fired}


# Who is suspected


def test_one_who_follows_thousands_and_whom_nobody_follows_is_suspected():
    found = quality(1000, [BOUGHT, ORDINARY])
    assert (found.suspected, found.sampled, found.share) == (1, 2, 0.5)
    assert fired(found) == {"no_picture": 1, "no_posts": 1, "generated_handle": 1, "follows_blindly": 1}


def test_one_who_only_reads_is_not_suspected():
    found = quality(1000, [READER, ORDINARY])
    assert found.suspected == 0
    assert fired(found) == {"no_picture": 1, "no_posts": 1}


def test_accounts_without_a_post_that_were_all_made_on_one_day_are_suspected():
    made = [Shown(posts=0, has_picture=True, created_at=AT + timedelta(hours=number)) for number in range(6)]
    found = quality(1000, [*made, *(Shown(posts=9, created_at=AT - timedelta(days=day)) for day in range(2, 20))])
    assert (found.suspected, fired(found)["made_together"]) == (6, 6)


def test_many_accounts_have_days_on_which_several_were_made():
    made = [Shown(posts=0, created_at=AT - timedelta(days=number % 25)) for number in range(250)]
    assert quality(1000, made).suspected == 0


def test_accounts_that_describe_themselves_in_the_same_words_are_seen():
    same = [Shown(description="Crypto  and LUCK every day", posts=0) for _ in range(3)]
    found = quality(1000, [*same, ORDINARY])
    assert (found.suspected, fired(found)["same_description"]) == (3, 3)
    assert "same_description" not in fired(quality(1000, [Shown(), Shown(), Shown(), Shown()]))


@given(st.lists(followers, max_size=30))
def test_what_a_network_does_not_tell_is_held_against_nobody(sample):
    found = quality(1000, sample)
    judged = {finding.rule: finding.judged for finding in found.findings}
    assert judged["no_picture"] == sum(one.has_picture is not None for one in sample)
    assert judged["no_posts"] == sum(one.posts is not None for one in sample)
    assert judged["follows_blindly"] == sum(None not in (one.followers, one.following) for one in sample)
    assert judged["made_together"] == sum(one.created_at is not None for one in sample)
    assert all(finding.fired <= finding.judged for finding in found.findings)


@given(st.lists(followers, min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_in_which_followers_are_listed_means_nothing(sample, chance):
    shuffled = list(sample)
    chance.shuffle(shuffled)
    assert quality(1000, shuffled) == quality(1000, sample)


def test_every_rule_says_in_words_what_it_looks_for():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.because and rule.points > 0 for rule in RULES)


# How sure that is


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_is_wilsons(hits, of, low, high):
    found = wilson(hits, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 10**6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_the_share_and_stays_between_none_and_all(drawn):
    hits, of = drawn
    found = wilson(hits, of)
    assert 0 <= found.low <= hits / of <= found.high <= 1


@given(st.integers(0, 100))
def test_a_larger_sample_of_the_same_share_is_surer(hits):
    small, large = wilson(hits, 100), wilson(hits * 10, 1000)
    assert large.high - large.low < small.high - small.low


def test_whoever_has_looked_at_all_followers_need_not_guess():
    found = quality(2, [BOUGHT, ORDINARY])
    assert (found.interval.low, found.interval.high) == (0.5, 0.5)
    assert found.sample_is == "All 2 followers."


def test_a_sample_says_what_it_leaves_out():
    found = quality(90_000, [ORDINARY] * 500)
    assert "latest 500 of 90000" in found.sample_is
    assert "no random draw" in found.sample_is
    assert found.interval.low < found.interval.high


def test_of_nobody_nothing_is_said():
    found = quality(0, [])
    assert (found.share, found.interval, found.sampled, found.total) == (None, None, 0, 0)
    assert quality(70, []).sample_is == "The network showed no followers."


# How it grew


@pytest.mark.parametrize(
    ("before", "now", "days", "unusual"),
    [
        (1000, 1400, 7, "gained 400 followers in 7.0 days"),
        (1000, 1100, 7, ""),
        (1000, 400, 2, "lost 600 followers in 2.0 days"),
        (10, 40, 1, ""),
        (0, 5000, 1, "gained 5000 followers"),
        (100_000, 104_000, 1, ""),
    ],
)
def test_a_jump_between_two_audits_is_told(before, now, days, unusual):
    found = growth(before, AT, now, AT + timedelta(days=days))
    assert (unusual in found.unusual) if unusual else found.unusual == ""
    assert (found.gained, found.since) == (now - before, AT)


def test_an_hour_is_no_proof_of_a_pace():
    assert growth(10_000, AT, 10_000 + JUMP, AT + timedelta(hours=1)).unusual == ""


# An audit


def asked():
    return FollowerAudit(id="fad_1", client="acme", account="acc_1", asked_by="mbr_1", asked_at=AT)


def test_the_first_audit_has_nothing_to_compare_with_and_the_next_one_has():
    first = asked().done(quality(1000, [ORDINARY]), None, AT)
    assert (first.state, first.growth, first.version) == (AuditState.DONE, None, 2)
    second = asked().done(quality(1600, [ORDINARY]), first, AT + timedelta(days=2))
    assert second.growth.gained == 600


def test_what_has_to_wait_says_why_once_and_fails_after_a_day():
    waits = asked().put_off("Too many calls.", AT)
    assert (waits.state, waits.because, waits.version) == (AuditState.WANTED, "Too many calls.", 2)
    assert waits.put_off("Too many calls.", AT + timedelta(hours=1)) is waits
    failed = waits.put_off("Too many calls.", AT + WANTED_FOR)
    assert (failed.state, failed.because) == (AuditState.FAILED, "Too many calls.")
