"""The words by which ideas are known, a module for each language: phrases set apart by commas, under an idea's name.

They are read as a message is (:mod:`shared.classifiers.reading`): case, accents and apostrophes do not matter, and a
script that is written without spaces is matched sign by sign. ``@anyone`` stands for any handle.

Under ``nothing`` stand phrases that mislead: "this sale is killing me" speaks of no death.
"""

from collections.abc import Mapping
from importlib import import_module

LANGUAGES = frozenset("ar da de en es fr hi it ja marks nl pl pt sv tr".split())
"""Those that have a module here."""
_READS_ALSO = {"no": "da"}
"""Languages that are near enough to another one's words."""


def ideas(language: str) -> Mapping[str, str]:
    """The phrases of each idea in a language; none for one that is not among :data:`LANGUAGES`."""
    language = _READS_ALSO.get(language, language)
    if language not in LANGUAGES:
        return {}
    found: Mapping[str, str] = import_module(f"{__name__}.{language}").WORDS
    return found
