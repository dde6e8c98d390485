"""An entry as a message in a channel of Slack, by its incoming webhook.

Text from outside stands in elements that Slack shows letter by letter, and in the fallback with ``&``, ``<`` and ``>``
escaped: neither can hold a mention, a link or markup.
"""

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
class Slack:
    worded: Worded
    post: Post

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        answered = self.post(endpoint.url, msgspec.json.encode(message(self.worded(entry, endpoint))), HEADERS)
        # no_service, no_team, channel_not_found: the webhook was taken away, and does not come back.
        return Answered(HTTPStatus.GONE) if answered.status == HTTPStatus.NOT_FOUND else answered


def message(words: Words) -> dict[str, Any]:
    headline = f"{words.client}: {words.headline}" if words.client else words.headline
    elements = [_section(_text(f"{headline}\n", bold=True), *(_text(f"{line}\n") for line in words.lines))]
    if words.quoted:
        elements.append({"type": "rich_text_quote", "elements": [_text(words.quoted)]})
    if words.todo:
        elements.append(_section(_text(words.todo, bold=True)))
    if words.asked is not None:
        link = {"type": "link", "url": words.asked.url, "text": "Look at it and decide"}
        elements.append(_section(link))
    return {
        "text": escaped(f"{headline}. {words.todo}".strip()),
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
        "blocks": [{"type": "rich_text", "elements": elements}],
    }


def escaped(text: str) -> str:
    """As Slack asks of text that is not markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _section(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(elements)}


def _text(text: str, *, bold: bool = False) -> dict[str, Any]:
    return {"type": "text", "text": text, **({"style": {"bold": True}} if bold else {})}
