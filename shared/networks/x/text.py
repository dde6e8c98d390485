"""Text as X counts it: version 3 of its published configuration.

Source: https://docs.x.com/fundamentals/counting-characters and https://github.com/twitter/twitter-text/tree/master/config
"""

import re
import unicodedata

from shared.networks.x.links import links

LIMIT = 280
LINK_LENGTH = 23
_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that count 1, in closed ranges; every other one counts 2."""

_PICTURE = (
    "[\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"  # a flag, by its country's letters
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # a flag, by a region's tags
    "|[0-9#*]\ufe0f?\u20e3"  # a key
    "|[\u00a9\u00ae]\ufe0f"
    f"|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]?)*"
)
"""What X draws as one picture. Any well-formed sequence is taken for one, whether Unicode recommends it or not."""


def length(text: str) -> int:
    """A link counts 23 and an emoji 2, whatever its length; the rest by its code points, composed."""
    composed = unicodedata.normalize("NFC", text)
    total, at = 0, 0
    for start, end in links(composed):
        total += _weight(composed[at:start]) + LINK_LENGTH
        at = end
    return total + _weight(composed[at:])


def _weight(text: str) -> int:
    without, emoji = _EMOJI.subn("", text)
    return 2 * emoji + sum(1 if _is_light(ord(character)) else 2 for character in without)


def _is_light(code_point: int) -> bool:
    return any(first <= code_point <= last for first, last in _LIGHT)
