"""What goes onto the queue ``inbound``."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from shared.api.problems import TooLargeError
from shared.domain.listening.mentions import Delivery
from shared.queues import LARGEST_MESSAGE

LONGEST_TEXT = 65_536
"""Characters: at six bytes each still well inside one message."""


def message(delivery: Delivery) -> str:
    """As JSON that a queue takes: SQS refuses two characters that text may have. Raises TooLargeError."""
    encoded = msgspec.json.encode(delivery).decode().replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
    if len(encoded.encode()) > LARGEST_MESSAGE:
        raise TooLargeError("The messages in the body are too many or too long to be taken at once.")
    return encoded


def messages(delivery: Delivery) -> Iterator[str]:
    """In as few as it takes, for whoever cannot ask a sender for less. Of what is too long for one, the beginning."""
    try:
        yield message(delivery)
    except TooLargeError:
        reports = delivery.reports
        if len(reports) > 1:
            half = len(reports) // 2
            yield from messages(replace(delivery, reports=reports[:half], retractions=()))
            yield from messages(replace(delivery, reports=reports[half:]))
        else:
            yield message(
                replace(delivery, reports=tuple(replace(one, text=one.text[:LONGEST_TEXT]) for one in reports))
            )
