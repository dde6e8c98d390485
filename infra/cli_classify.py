"""``backchannel classify``: mentions from a file, each with what it is taken for and what it counts for.

What is printed is what ``prioritize`` would make of them for a client that has laid down nothing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
import typer

from shared.classifiers import embedded
from shared.domain.listening.classify import Classification
from shared.domain.listening.mentions import Delivery, Report, mention_of, message_of
from shared.domain.listening.ranking import Ranking

AT_A_TIME = 100
"""Lines that are read before the first of them is answered."""
File = Annotated[typer.FileBinaryRead, typer.Argument(help="One JSON object a line; - is the standard input.")]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A mention. Whatever else a line has is passed over."""

    id: str
    text: str
    network: str = ""
    author: str = ""
    language: str = ""
    in_reply_to_brand: bool = False
    followers: int = 0


def classify(file: File) -> None:
    """Print what each mention of a file is taken for, and its score with the reasons for it."""
    good: list[Line] = []
    bad = 0
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            good.append(msgspec.json.decode(line, type=Line))
        except (msgspec.DecodeError, UnicodeDecodeError) as garbled:
            bad += 1
            typer.echo(f"Line {number}: {garbled}", err=True)
        if len(good) == AT_A_TIME:
            _print(good)
            good.clear()
    _print(good)
    raise typer.Exit(1 if bad else 0)


def _print(lines: list[Line]) -> None:
    for told in labelled(lines, datetime.now(UTC)):
        typer.echo(msgspec.json.encode(told))


def labelled(lines: list[Line], now: datetime) -> Iterator[dict[str, Any]]:
    """What is known of each, in order."""
    reports = [report(line) for line in lines]
    labels = embedded().classify([message_of(one) for one in reports])
    for line, one, given in zip(lines, reports, labels, strict=True):
        yield {
            "id": line.id,
            "function": given.function,
            "intent": given.intent,
            "needs_answer": given.needs_answer,
            "urgency": given.urgency,
            "sentiment": given.sentiment,
            "language": given.language,
            "because": given.because,
            **_scored(one, given, now),
        }


def report(line: Line) -> Report:
    return Report(
        network=line.network,
        external_id=line.id,
        author=line.author,
        text=line.text,
        language=line.language,
        followers=line.followers,
        in_reply_to="the brand's post" if line.in_reply_to_brand else "",
    )


def _scored(one: Report, labels: Classification, now: datetime) -> dict[str, Any]:
    delivery = Delivery(source="", client="", received_at=now, reports=(one,))
    ranking = Ranking(None, None, now)
    mention = ranking.scored(mention_of(delivery, one, labels))
    return {"score": mention.score, "reasons": ranking.reasons(mention)}
