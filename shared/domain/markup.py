"""What HTML from outside says, as text."""

import re
from html.parser import HTMLParser

_BREAKS = {"br": "\n", "p": "\n\n", "li": "\n", "blockquote": "\n\n", "pre": "\n\n"}
_ENDS = frozenset({"p", "ul", "ol", "blockquote", "pre"})


class _Written(HTMLParser):
    """Text with its lines; a link whose text is another address, or none, is followed by the address in brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._link = ""
        self._begins = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._link, self._begins = dict(attrs).get("href") or "", len(self.parts)
        elif tag in _BREAKS:
            self.parts.append(_BREAKS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            shown = "".join(self.parts[self._begins :]).strip()
            if not shown.startswith(("@", "#")) and shown.rstrip("/") != self._link.rstrip("/"):
                self.parts.append(f" ({self._link})" if shown else self._link)
            self._link = ""
        elif tag in _ENDS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def written(html: str) -> str:
    """HTML as text with its lines and with where its links lead."""
    parser = _Written()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
