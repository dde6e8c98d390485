"""Text as Threads counts it. Source: https://developers.facebook.com/docs/threads/posts (Limitations)."""

import unicodedata

_JOINERS = frozenset("\u200d\ufe0f\u20e3")
"""Zero-width joiner, emoji presentation, keycap."""


def _is_of_emoji(character: str) -> bool:
    return (
        character in _JOINERS
        or unicodedata.category(character) == "So"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def length(text: str) -> int:
    """A character counts one; an emoji, with all that it is made of, as many as it has bytes in UTF-8."""
    return sum(len(character.encode()) if _is_of_emoji(character) else 1 for character in text)
