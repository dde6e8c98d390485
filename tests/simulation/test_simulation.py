"""Stories drawn from seeds, on the real code in bad weather. ``backchannel bench simulation`` runs thousands."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from functions.publish import send
from functions.recover import drill, naming
from infra.simulation.mutants import NoDeadline
from infra.simulation.simulate import Simulation, replay, simulate
from infra.simulation.violation import ViolationError
from infra.simulation.witness import ENDS
from shared import telemetry
from shared.domain.attempts import Attempt, AttemptState
from shared.domain.posts import PostState
from shared.domain.stops import Flag, holding
from shared.networks import Ready
from shared.outcomes import Outcomes

SEEDS = 120


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    level = telemetry.logger.level
    telemetry.logger.setLevel(logging.CRITICAL)
    yield
    telemetry.logger.setLevel(level)


def first_broken(seeds: Iterable[int], sender: type[send.Sender] = send.Sender) -> ViolationError | None:
    for seed in seeds:
        try:
            simulate(seed, sender)
        except ViolationError as broken:
            return broken
    return None


@pytest.mark.parametrize("first", [0, 1000])
def test_nothing_is_promised_that_does_not_hold_in_bad_weather(first: int) -> None:
    seen: Counter[str] = Counter()
    for seed in range(first, first + SEEDS):
        seen += simulate(seed)
    assert {state.value for state in ENDS} <= seen.keys()
    assert {
        f"named {end}" for end in ("published", "not_sent", "recalled", "recall_failed", "unverified")
    } <= seen.keys()
    assert {"let through", "late", "drill done", "drill failed"} <= seen.keys()


def test_a_seed_tells_the_same_story_each_time() -> None:
    told = [Simulation(3, traced=True) for _ in range(2)]
    assert told[0].run() == told[1].run()
    assert told[0].timeline.trace == told[1].timeline.trace
    assert len(told[0].timeline.trace or ()) > 500


def ignoring_the_lift(flags: Iterable[Flag], due_at: datetime, *given: str) -> str | None:
    return holding([flag for flag in flags if flag.engaged], due_at, *given)


def believed(outcomes: Any, _post: Any, published: Any) -> str | None:
    """A recall that takes the network's word for it."""
    outcomes._line(_post).recall(published.external_id)
    return None


def test_a_lift_that_lets_out_what_came_due_before_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "holding", ignoring_the_lift)
    assert "came due during" in broken_promise()


def test_a_recall_that_is_not_verified_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outcomes, "_taken_down", believed)
    # What is believed to be gone can be seen, or goes out once more.
    assert {"I1", "I5"} & set(broken_promise().split())


def test_a_reconcile_that_sends_again_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    settle: Callable[[Outcomes, Attempt], Attempt] = Outcomes.settle

    def resending(outcomes: Any, attempt: Attempt) -> Attempt:
        post = outcomes._store.post(attempt.post)
        if attempt.state is AttemptState.UNKNOWN and post.state is PostState.UNKNOWN:
            again = replace(attempt, id=attempt.id + "_again")
            outcomes._line(post).publish(Ready(part=post.part(attempt.part), attempt=again), timeout=10.0)
        return settle(outcomes, attempt)

    monkeypatch.setattr(Outcomes, "settle", resending)
    assert broken_promise().startswith("seed")


def test_a_sender_that_does_not_wait_for_its_turn_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "still_ahead", lambda *_: False)
    assert "was due before it on its account" in broken_promise()


def test_a_pass_for_whatever_the_post_has_become_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Flag, "standing_for", standing_for_the_post)
    assert "stp_" in broken_promise()


def standing_for_the_post(flag: Any, post: str, _content_hash: str) -> tuple[str, ...]:
    passed = {one.stop for one in flag.passes if one.post == post}
    return tuple(stop for stop in flag.engaged if stop not in passed)


def test_a_stop_that_recalls_less_than_it_was_asked_to_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "went_out", lambda *_: ())
    assert "recalls since" in broken_promise()


def test_late_landings_that_nobody_looks_for_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outcomes, "look_again", lambda *_: None)
    assert "can be seen" in broken_promise()


def test_a_drill_that_leaves_its_stop_standing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drill, "_lift", lambda *_: None)
    assert "says that its stop was lifted" in broken_promise()


def test_a_sender_without_a_deadline_is_caught() -> None:
    assert first_broken(range(400), NoDeadline) is not None


def broken_promise() -> str:
    broken = first_broken(range(400))
    assert broken is not None
    return broken.invariant


def test_a_failing_seed_replays_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Outcomes, "_taken_down", believed)
    told = broken_promise()
    seed = int(told.split()[1].rstrip(":"))
    traces = []
    for _ in range(2):
        with pytest.raises(ViolationError) as again:
            replay(seed)
        traces.append(str(again.value))
    assert traces[0] == traces[1]
    assert traces[0].startswith(told)
