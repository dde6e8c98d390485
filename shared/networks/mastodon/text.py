"""Text as Mastodon counts and shows it.

Source: https://github.com/mastodon/mastodon, ``app/validators/status_length_validator.rb`` and
``app/lib/text_formatter.rb``; links are told as by twitter-text, without its list of domains.
"""

import re
import unicodedata
from html.parser import HTMLParser

from shared.networks.graphemes import graphemes

URL_LENGTH = 23
_LETTER = r"a-z0-9\u00c0-\u024f\u0300-\u036f\u0400-\u04ff\u1e00-\u1eff"
_PATH = _LETTER + r"!*';:=+,.$/%#\[\]\-\u2013_~@|&"
URL = re.compile(
    r"(?<![a-z0-9@$#\uff20\uff03])https?://"  # bare names are not links
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:(?:[^\W_]|-)*[^\W_])?\.[^\W\d_][^\W_-]+"
    r"(?::\d+)?"
    rf"(?:/(?:(?:[{_PATH}]|\([{_PATH}]+\))*(?:[{_LETTER}=_#/+-]|(?<=\))))?)?"  # not a sentence's own stop
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    re.IGNORECASE,
)
MENTION = re.compile(
    r"(?<![=/\w])@(?P<name>[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?P<domain>@\w+(?:[.-]+\w+)*)?", re.IGNORECASE
)


def without_domains(text: str) -> str:
    """``@name@server`` as it is shown and counted: ``@name``."""
    return MENTION.sub(lambda found: f"@{found['name']}", text)


def length(text: str) -> int:
    """A link counts 23 whatever its length, a mention without its server, the rest as seen."""
    return graphemes(without_domains(URL.sub("x" * URL_LENGTH, text)))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "p"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def comparable(text: str) -> str:
    """What stays the same from the text sent to the text shown: spacing, case and servers' names do not."""
    return " ".join(without_domains(unicodedata.normalize("NFC", text)).split()).casefold()


def comparable_html(content: str) -> str:
    """:func:`comparable` of a status's HTML."""
    return comparable(_plain(content))


def readable(content: str) -> str:
    """A status's HTML as text in one line."""
    return " ".join(_plain(content).split())


def _plain(content: str) -> str:
    parser = _Text()
    parser.feed(content)
    parser.close()
    return "".join(parser.parts)
