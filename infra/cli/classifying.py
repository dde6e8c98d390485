"""``backchannel classify``: mentions from a file, each with what it is taken for and what it counts for.

What is printed is what ``prioritize`` would make of them for a client that has laid down nothing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import msgspec
import typer

from infra.cli.lines import File, LinesOf
from shared.classifiers import embedded
from shared.domain.listening.classify import Classification
from shared.domain.listening.mentions import Delivery, Report, mention_of, message_of
from shared.domain.listening.ranking import Ranking

AT_A_TIME = 100
"""Lines that are read before the first of them is answered."""


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
    lines = LinesOf(Line, file)
    mentions = iter(lines)
    while some := list(islice(mentions, AT_A_TIME)):
        for told in labelled(some, datetime.now(UTC)):
            typer.echo(msgspec.json.encode(told))
    raise lines.exit()


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
