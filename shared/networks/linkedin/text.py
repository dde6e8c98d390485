"""Text as LinkedIn takes and gives it: in its *little* format, where some characters mean something.

One that is left unescaped makes LinkedIn drop what follows it, without a word. Source:
https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
"""

import re
import unicodedata

_RESERVED = re.compile(r"[\\|{}@\[\]()<>#*_~]")
_HASHTAG = re.compile(r"(?<![\w#&/])#(?P<tag>\w*[^\W\d_]\w*)")
_ELEMENT = re.compile(
    r"\{hashtag\|\\?\#\|(?P<tag>(?:\\.|[^}\\])*)\}"
    r"|@\[(?P<name>(?:\\.|[^\]\\])*)\](?:\s?\([^)]*\))?"
    r"|\\(?P<escaped>.)",
    re.DOTALL,
)


def length(text: str) -> int:
    """In UTF-16 units. Which characters LinkedIn means by its limit it does not say; none counts more than so."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def little(text: str) -> str:
    """``text`` with hashtags as such and everything else as it stands."""
    written, end = "", 0
    for found in _HASHTAG.finditer(text):
        written += _escaped(text[end : found.start()]) + rf"{{hashtag|\#|{_escaped(found['tag'])}}}"
        end = found.end()
    return written + _escaped(text[end:])


def _escaped(text: str) -> str:
    return _RESERVED.sub(lambda found: "\\" + found[0], text)


def plain(commentary: str) -> str:
    """What a reader sees."""
    return _ELEMENT.sub(_seen, commentary)


def _seen(element: re.Match[str]) -> str:
    if element["escaped"] is not None:
        return element["escaped"]
    if element["tag"] is not None:
        return "#" + plain(element["tag"])
    return plain(element["name"])


def comparable(text: str) -> str:
    """What stays the same from the text sent to the text shown: spacing does not."""
    return " ".join(unicodedata.normalize("NFC", text).split())
