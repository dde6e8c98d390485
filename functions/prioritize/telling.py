"""What the ledger says of mentions that come in: labels and numbers, never what is said in them."""

import hashlib
from typing import Any

from shared.domain.ledger import Fact
from shared.domain.listening.mentions import Mention
from shared.domain.listening.ranking import Ranking


def arrived(mention: Mention, source: str, ranking: Ranking) -> list[Fact]:
    """That it came in; and once more for whoever wants to be told of the most important alone."""
    data = {
        "network": mention.network,
        **labels(mention, source),
        "topics": list(ranking.topics(mention)),
        "watched": ranking.is_watched(mention),
        "author": _number(mention.client, mention.network, mention.author.casefold()),
        "conversation": mention.conversation,
        "watch": mention.watch,
    }
    facts = [Fact(type="mention.received", subject=mention.id, data=data)]
    if ranking.is_notable(mention):
        because = [{"name": reason.name, "points": reason.points} for reason in ranking.reasons(mention)]
        notice = {"network": mention.network, **labels(mention, source), "reasons": because}
        facts.append(Fact(type="mention.notable", subject=mention.id, data=notice))
    return facts


def edited(mention: Mention, source: str) -> Fact:
    return Fact(type="mention.edited", subject=mention.id, data=labels(mention, source))


def reported_again(mention: Mention, source: str) -> Fact:
    return Fact(type="mention.reported_again", subject=mention.id, data={"source": source})


def retracted(gone: Mention, before: Mention | None, source: str) -> Fact:
    was = before.state.value if before is not None else "unknown"
    return Fact(type="mention.retracted", subject=gone.id, data={"network": gone.network, "source": source, "was": was})


def labels(mention: Mention, source: str) -> dict[str, Any]:
    return {
        "function": mention.function,
        "intent": mention.intent.value,
        "sentiment": mention.sentiment,
        "needs_answer": mention.needs_answer,
        "urgency": mention.urgency,
        "language": mention.language,
        "score": mention.score,
        "source": source,
    }


def _number(*parts: str) -> int:
    """To count different ones by. Too short to tell who is meant: many share each number."""
    return int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:2])
