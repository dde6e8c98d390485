"""An entry as an Adaptive Card in Microsoft Teams, by a workflow that posts what its webhook brings.

Workflows take the place of Office 365 connectors, which Microsoft has retired; they take Adaptive Cards alone. Text
stands in runs, which have no markup; but ``{{DATE(…)}}`` and ``{{TIME(…)}}`` are filled in there too, so that no two
braces stand side by side.
"""

import re
from typing import Any

from functions.notify.words import LOOK, Words

CARD = "application/vnd.microsoft.card.adaptive"
CARD_SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
CARD_VERSION = "1.4"
_TWO_BRACES = re.compile(r"\{(?=\{)")
_APART = "{\N{WORD JOINER}"
MOST_BLOCKS = 20
"""Of what is quoted: a run has no line breaks, and a message of Teams no more than 28 KB."""


def message(words: Words) -> dict[str, Any]:
    body = [_block(words.title, size="Large", weight="Bolder"), *(_block(line) for line in words.lines)]
    if words.quoted:
        lines = [line for line in words.quoted.split("\n") if line]
        shown = [*lines[:MOST_BLOCKS], *filter(None, [" ".join(lines[MOST_BLOCKS:])])]
        body.append({"type": "Container", "style": "emphasis", "items": [_block(line) for line in shown]})
    if words.todo:
        body.append(_block(words.todo, weight="Bolder"))
    card: dict[str, Any] = {"$schema": CARD_SCHEMA, "type": "AdaptiveCard", "version": CARD_VERSION, "body": body}
    if words.asked is not None:
        card["actions"] = [{"type": "Action.OpenUrl", "title": LOOK, "url": words.asked.url}]
    return {"type": "message", "attachments": [{"contentType": CARD, "contentUrl": None, "content": card}]}


def _block(text: str, **more: str) -> dict[str, Any]:
    shown = _TWO_BRACES.sub(_APART, text)
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": shown, **more}]}
