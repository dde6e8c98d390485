"""The POST under a webhook."""

from collections.abc import Mapping
from typing import Protocol

from functions.notify.tell import Answered, Unanswered
from shared.outgoing import Outgoing, UnansweredError


class Post(Protocol):
    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """POST without following redirects. Raises :class:`Unanswered`."""
        ...


def posting(outgoing: Outgoing) -> Post:
    def post(url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        try:
            answer = outgoing.post(url, body, headers)
        except UnansweredError as silence:
            raise Unanswered(str(silence)) from silence
        return Answered(answer.status, answer.retry_after)

    return post
