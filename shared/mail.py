"""Mail, by Amazon SES."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

THROTTLED = frozenset({"TooManyRequestsException", "ThrottlingException", "Throttling", "LimitExceededException"})
"""Too many in a second or in a day."""
THROTTLED_FOR = 60.0
"""Seconds; SES does not say how long."""


OF_THE_MESSAGE = frozenset({"MessageRejected", "BadRequestException"})
"""What SES says of one message or of whom it is to. All else that it refuses for lies with the stage's own account."""


class MailRefusedError(Exception):
    """SES did not take the message. ``status`` is of HTTP: 429 for one that may come again later."""

    def __init__(self, code: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(f"SES refused it ({code})")
        self.status, self.retry_after = status, retry_after


class MailUnansweredError(Exception):
    """It is not known whether SES took the message, or it takes none of ours at present."""


class Mailer(Protocol):
    def send(self, to: str, message: bytes) -> None:
        """A whole message with its headers. Raises MailRefusedError or MailUnansweredError."""
        ...


@dataclass(frozen=True, slots=True)
class SesMailer:
    client: "Callable[[], SESV2Client]"
    """Made when the first message goes: most that is told goes by other ways."""
    sender: str

    def send(self, to: str, message: bytes) -> None:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - comes with the client

        try:
            self.client().send_email(
                FromEmailAddress=self.sender,
                Destination={"ToAddresses": [to]},
                Content={"Raw": {"Data": message}},
            )
        except ClientError as refusal:
            code = refusal.response.get("Error", {}).get("Code", "")
            status = refusal.response.get("ResponseMetadata", {}).get("HTTPStatusCode", HTTPStatus.BAD_GATEWAY)
            if code in THROTTLED:
                raise MailRefusedError(code, HTTPStatus.TOO_MANY_REQUESTS, THROTTLED_FOR) from refusal
            if code not in OF_THE_MESSAGE:
                raise MailUnansweredError(f"SES takes no mail of ours ({code})") from refusal
            raise MailRefusedError(code, status) from refusal
        except BotoCoreError as silence:
            raise MailUnansweredError(f"SES gave no answer ({type(silence).__name__})") from silence
