"""An entry as a message in a channel of Slack, by its incoming webhook.

Text from outside stands in elements that Slack shows letter by letter, and in the fallback with ``&``, ``<`` and ``>``
escaped: neither can hold a mention, a link or markup.
"""

from typing import Any

from functions.notify.words import LOOK, Words


def message(words: Words) -> dict[str, Any]:
    elements = [_section(_text(f"{words.title}\n", bold=True), *(_text(f"{line}\n") for line in words.lines))]
    if words.quoted:
        elements.append({"type": "rich_text_quote", "elements": [_text(words.quoted)]})
    if words.todo:
        elements.append(_section(_text(words.todo, bold=True)))
    if words.asked is not None:
        link = {"type": "link", "url": words.asked.url, "text": LOOK}
        elements.append(_section(link))
    return {
        "text": escaped(f"{words.title}. {words.todo}".strip()),
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
