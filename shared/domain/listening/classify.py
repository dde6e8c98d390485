"""What a message is about: the labels that a classifier gives it, and on what ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

CALM, SOON, PRESSING, AT_ONCE = range(4)
"""Urgency. At once: a person must look within minutes, since people are in danger or a crisis breaks."""


class Intent(StrEnum):
    COMPLAINT = "complaint"
    QUESTION = "question"
    REQUEST = "request"
    PRAISE = "praise"
    STATEMENT = "statement"


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What a classifier is told of a mention. All of it comes from outside and is only ever looked at."""

    text: str
    network: str = ""
    author: str = ""
    language: str = ""
    """As the network says it (ISO 639-1); "" where it does not."""
    to_us: bool = False
    """Whether it answers one of the client's own posts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFunction:
    """A business function that a client added, and the words by which a mention of it is known."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Classification:
    function: str
    """A business function's name: a standard one's, or one of the client's own."""
    intent: Intent
    sentiment: float
    """−1 (hostile) … 1 (delighted)."""
    needs_answer: bool
    urgency: int
    """:data:`CALM` … :data:`AT_ONCE`."""
    language: str
    """ISO 639-1; "" where nothing tells."""
    because: tuple[str, ...] = ()
    """The evidence, for a person to read: what was seen and what it speaks for. Quotes single words at most."""


class Classifier(Protocol):
    def classify(self, messages: Sequence[Message], own: Sequence[OwnFunction] = ()) -> Sequence[Classification]:
        """One for each message, in order. Takes any text and never raises for what is in it."""
        ...
