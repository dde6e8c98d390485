"""What may not be said for a client, and how what is said must be: a dated statement of rules.

A word of a rule is a word or a phrase; ``*`` before or behind it stands for more letters (``cure*``). There are no
other patterns: what is matched in time linear in the text is all that there is.
"""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.guidelines.findings import Severity

MOST_WORDS = 10_000
"""Of all rules together."""
PROFANITY_RULE = "profanity"
UNCHECKED_RULE = "unchecked"
"""Of what could not be looked at whole; it blocks, since nothing is known of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """For what a rule holds; what it leaves out it does not ask for, so that naming nothing it holds everywhere."""

    functions: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    """Ids."""
    networks: tuple[str, ...] = ()


EVERYWHERE = Where()


@dataclass(frozen=True, kw_only=True, slots=True)
class WordRule:
    """Words that are not said (``block``), claims (``approval``), competitors' names (``warn``), … ."""

    id: str
    words: tuple[str, ...]
    severity: Severity = Severity.BLOCK
    disguised: bool = True
    """Found as well in other spellings: ``s0ld out``, ``s*ld``, ``s o l d``."""
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosure:
    """One of ``texts`` must be there, such as ``#ad``; of a thread, in its first part."""

    id: str
    texts: tuple[str, ...]
    severity: Severity = Severity.BLOCK
    put_on: bool = False
    """The first of them is put on when none is there."""
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningRule:
    """Each text ends with its author's signature, such as ``^MS``: it is put on when it is not there."""

    id: str = "signing"
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRule:
    """Links lead to these hosts, or to hosts below them."""

    hosts: tuple[str, ...]
    id: str = "links"
    severity: Severity = Severity.BLOCK
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HashtagRule:
    """``most`` in each part; one of a thread's parts has those that are ``required``. Written without their ``#``."""

    most: int | None = None
    required: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    id: str = "hashtags"
    severity: Severity = Severity.BLOCK
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageRule:
    """ISO 639-1. A text of which the language is not known passes."""

    allowed: tuple[str, ...]
    id: str = "languages"
    severity: Severity = Severity.WARN
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToneRule:
    """How it sounds. What is None is not looked at."""

    shouted: float | None = None
    """The most of its letters that may be capitals, 0 … 1, in a text of at least 20 letters."""
    exclamations: int | None = None
    """The most exclamation marks."""
    sentence_words: int | None = None
    """The most words in a sentence."""
    reading_grade: float | None = None
    """The highest Automated Readability Index of a text of at least 20 words: about the school year that reads it."""
    id: str = "tone"
    severity: Severity = Severity.WARN
    where: Where = EVERYWHERE
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidelinesVersion:
    """Which version of a statement is in force, where its rules are not needed."""

    client: str
    version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Guidelines:
    """The client's statement, whole: each change is a new version."""

    client: str
    profanity: Severity | None = Severity.BLOCK
    """What becomes of coarse words and slurs of English; None: nothing."""
    words: tuple[WordRule, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    links: LinkRule | None = None
    hashtags: HashtagRule | None = None
    languages: LanguageRule | None = None
    tone: ToneRule | None = None
    signing: SigningRule | None = None
    set_by: str = ""
    set_at: datetime | None = None
    version: int = 0
    """0: nobody has said anything, and this is what holds then."""
