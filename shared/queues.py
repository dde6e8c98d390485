"""Queues, as far as a use case sees them. A message that was sent is durable; one that was not raises."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from shared.domain.errors import BackchannelError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

LARGEST_MESSAGE = 1_048_576
"""Bytes. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html"""
LONGEST_DELAY = 900
"""Seconds."""


class QueueError(BackchannelError):
    """The queue did not say that it has the message. It may have it all the same."""


class Queue(Protocol):
    def send(self, body: str, delay_seconds: int = 0) -> None:
        """Returns when the message is durable. ``delay_seconds``: 0 … 900. Raises :class:`QueueError`."""
        ...


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


@dataclass(frozen=True, slots=True)
class Sent:
    body: str
    delay_seconds: int


@dataclass(slots=True)
class MemoryQueue:
    """Keeps what was sent, in order; for tests and simulation."""

    sent: list[Sent] = field(default_factory=list)

    def send(self, body: str, delay_seconds: int = 0) -> None:
        self.sent.append(Sent(body, delay_seconds))
