"""A channel of a chat, by its incoming webhook: an address at which messages of one form are posted there."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec

from functions.notify.http import Post
from functions.notify.messages import Worded
from functions.notify.tell import Answered
from functions.notify.words import Words
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry

HEADERS = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Backchannel"}


@dataclass(frozen=True, slots=True)
class Channel:
    worded: Worded
    post: Post
    message: Callable[[Words], dict[str, Any]]
    """In the form that its chat takes."""

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        written = msgspec.json.encode(self.message(self.worded(entry, endpoint)))
        answered = self.post(endpoint.url, written, HEADERS)
        # Slack's no_service, no_team and channel_not_found, and a deleted workflow of Teams: neither comes back.
        return Answered(HTTPStatus.GONE) if answered.status == HTTPStatus.NOT_FOUND else answered
