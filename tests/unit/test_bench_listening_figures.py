"""The figures by which a classifier is judged are those of the textbooks."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.bench.listening import judged, train
from infra.bench.listening.figures import f1, macro_f1, precision, recall, spearman
from shared.classifiers.weighing import LABELS
from tests.labels import WordLabels

LINE: dict[str, Any] = {
    "id": "m1",
    "network": "x",
    "author": "a",
    "language": "en",
    "followers": 1,
    "in_reply_to_brand": False,
    "text": "my order is broken",
    "function": "customer_service",
    "intent": "complaint",
    "needs_answer": True,
    "urgency": 2,
    "sentiment": -0.5,
}


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    wanted, found = ["a", "a", "a", "b"], ["a", "b", "b", "b"]
    assert (precision(wanted, found, "a"), recall(wanted, found, "a")) == (1, pytest.approx(1 / 3))
    assert f1(wanted, found, "a") == pytest.approx(0.5)
    assert macro_f1(wanted, found) == pytest.approx((0.5 + 0.5) / 2)


def test_a_label_that_is_never_found_has_no_f1() -> None:
    assert f1(["a"], ["b"], "a") == precision(["a"], ["b"], "a") == 0


def test_spearman_knows_order_alone_and_equals_share_their_rank() -> None:
    assert spearman([1, 2, 3], [10, 100, 1000]) == pytest.approx(1)
    assert spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert spearman([1, 1, 2], [1, 2, 3]) == pytest.approx(0.8660254)
    assert spearman([1, 1], [1, 2]) == 0


@given(pairs=st.lists(st.tuples(st.integers(), st.integers()), min_size=2))
def test_a_correlation_is_within_its_bounds_and_the_same_from_both_sides(pairs: list[tuple[int, int]]) -> None:
    ours, theirs = zip(*pairs, strict=True)
    assert -1.0000001 <= spearman(ours, theirs) <= 1.0000001
    assert spearman(ours, theirs) == pytest.approx(spearman(theirs, ours))


def test_what_presses_and_stands_first_counts_for_the_inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "tweets", lambda: [judged.Rated("I love it", 0.5), judged.Rated("I hate it", -0.5)])
    lines = [LINE | {"id": f"m{number}", "urgency": 2 if number < 20 else 0} for number in range(40)]
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    figures = judged.judge(WordLabels(), labelled=file, rank=lambda line, _: line["urgency"], rounds=1)
    assert figures["precision_at_20"] == 1
    assert figures["baselines"]["newest_first"]["precision_at_20"] == 0
    assert figures["spearman_sentiment"] == pytest.approx(1)
    assert figures["macro_f1_function"] == figures["baselines"]["commonest"]["macro_f1_function"] == 1


def test_without_the_tweets_their_figures_are_missing_and_it_is_said_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> None:
        raise judged.NoTweetsError("no registry")

    monkeypatch.setattr(judged, "tweets", nowhere)
    assert judged.judge(WordLabels()) == {"not_measured": "no registry"}


def test_the_same_messages_give_the_same_weights_and_they_fit_what_is_read() -> None:
    lines = [LINE, LINE | {"text": "love it", "function": "community", "intent": "praise", "urgency": 0}] * 3
    weights = train.shipped(train.learnt(lines, rounds=5))
    assert weights == train.shipped(train.learnt(lines, rounds=5))
    assert {len(row) for row in weights.values()} == {len(LABELS)}
