"""Queues, as far as a use case sees them. A message that was sent is durable; one that was not raises."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from shared.domain.errors import BackchannelError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

LARGEST_MESSAGE = 1_048_576
"""Bytes. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html"""
LONGEST_DELAY = 900
"""Seconds."""
MOST_AT_ONCE = 10
"""Messages in one request, of :data:`LARGEST_MESSAGE` bytes together."""


class QueueError(BackchannelError):
    """The queue did not say that it has the message. It may have it all the same."""


class Queue(Protocol):
    def send(self, body: str, delay_seconds: int = 0) -> None:
        """Returns when the message is durable. ``delay_seconds``: 0 … 900. Raises :class:`QueueError`."""
        ...

    def send_all(self, messages: Sequence["Sent"]) -> None:
        """Returns when all are durable. Raises :class:`QueueError` when one is not; others may be all the same."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    body: str
    delay_seconds: int


@dataclass(frozen=True, slots=True)
class SqsQueue:
    client: "SQSClient"
    url: str

    def send(self, body: str, delay_seconds: int = 0) -> None:
        # Every API imports this module for QueueError; botocore is paid for by those who send.
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            self.client.send_message(QueueUrl=self.url, MessageBody=body, DelaySeconds=delay_seconds)
        except (BotoCoreError, ClientError) as failure:
            raise QueueError("The queue did not take the message.") from failure

    def send_all(self, messages: Sequence[Sent]) -> None:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        for batch in _batches(messages):
            try:
                answer = self.client.send_message_batch(
                    QueueUrl=self.url,
                    Entries=[
                        {"Id": str(number), "MessageBody": one.body, "DelaySeconds": one.delay_seconds}
                        for number, one in enumerate(batch)
                    ],
                )
            except (BotoCoreError, ClientError) as failure:
                raise QueueError("The queue did not take the messages.") from failure
            if answer.get("Failed"):
                raise QueueError("The queue did not take all of the messages.")


def _batches(messages: Iterable[Sent]) -> Iterator[list[Sent]]:
    """As many at once as one request may hold."""
    batch: list[Sent] = []
    room = LARGEST_MESSAGE
    for one in messages:
        size = len(one.body.encode())
        if batch and (size > room or len(batch) == MOST_AT_ONCE):
            yield batch
            batch, room = [], LARGEST_MESSAGE
        batch.append(one)
        room -= size
    if batch:
        yield batch


@dataclass(slots=True)
class MemoryQueue:
    """Keeps what was sent, in order; for tests and simulation."""

    sent: list[Sent] = field(default_factory=list)

    def send(self, body: str, delay_seconds: int = 0) -> None:
        self.sent.append(Sent(body, delay_seconds))

    def send_all(self, messages: Sequence[Sent]) -> None:
        for one in messages:
            self.send(one.body, one.delay_seconds)
