"""A text against a client's guidelines: what is wrong with it, where, and what a person can do about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from shared.domain.guidelines.disguises import read
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.lexicon import Lexicon
from shared.domain.guidelines.profanity import HARMLESS, PROFANITY
from shared.domain.guidelines.rules import (
    PROFANITY_RULE,
    UNCHECKED_RULE,
    Disclosure,
    Guidelines,
    HashtagRule,
    LanguageRule,
    LinkRule,
    ToneRule,
    Where,
    WordRule,
)
from shared.domain.parties import Party

MOST_FINDINGS = 100
LONGEST_SAID = 60
FEWEST_LETTERS = 20
"""In a text of which the capitals are counted."""
FEWEST_WORDS = 20
"""In a text of which the reading grade is taken: it says nothing of shorter ones."""
UNCHECKED = "from here on there are too many ways to read it to be checked; write it in plain letters"
_Rule = WordRule | Disclosure | LinkRule | HashtagRule | LanguageRule | ToneRule
_HASHTAG = re.compile(r"(?<![\w#＃&])[#＃](\w+)")
_LINK = re.compile(r"[a-z][a-z0-9+.-]{0,20}://[^\s/?#]*", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,8}"
    r"(?:com|org|net|info|biz|io|co|app|dev|shop|store|online|site|me|tv|ai|gg|eu|uk|de|fr|es|it|nl|se|no|dk|fi|pl|us|ca|au"
    r"|example)(?![\w-])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?…。！？\n]+")
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a text is for."""

    function: str = ""
    account: str = ""
    network: str = ""
    language: str = ""
    """ISO 639-1; "" when it is not known."""


def check(text: str, guidelines: Guidelines, about: About | None = None, part: int = 0) -> tuple[GuidelineFinding, ...]:
    """By place in the text, and no more than :data:`MOST_FINDINGS`. Time linear in the text.

    ``part``: of a thread; what must be there must be in the first.
    """
    about = about or About()
    found = [replace(finding, part=part) for finding in _findings(text, guidelines, about, part)]
    return tuple(sorted(found, key=_place)[:MOST_FINDINGS])


def check_thread(
    parts: Sequence[str], guidelines: Guidelines, about: About | None = None
) -> tuple[GuidelineFinding, ...]:
    """Each part of a thread, in its order."""
    return tuple(
        finding for number, text in enumerate(parts) for finding in check(text, guidelines, about, part=number)
    )


def _place(finding: GuidelineFinding) -> tuple[bool, int, int, str]:
    """What blocks comes first, so that it is never what is left out."""
    return finding.severity is not Severity.BLOCK, finding.start, finding.end, finding.rule


def _findings(text: str, guidelines: Guidelines, about: About, part: int) -> Iterator[GuidelineFinding]:
    yield from _worded(text, guidelines, about)
    if part == 0:
        for disclosure in guidelines.disclosures:
            if holds(disclosure.where, about):
                yield from _disclosed(text, disclosure)
    if guidelines.links is not None and holds(guidelines.links.where, about):
        yield from _linked(text, guidelines.links)
    if guidelines.hashtags is not None and holds(guidelines.hashtags.where, about):
        yield from _tagged(text, guidelines.hashtags, part)
    if guidelines.languages is not None and holds(guidelines.languages.where, about):
        yield from _spoken(text, guidelines.languages, about.language)
    if guidelines.tone is not None and holds(guidelines.tone.where, about):
        yield from _toned(text, guidelines.tone)


def holds(where: Where, about: About) -> bool:
    """Whether a rule is of what the text is for."""
    return (
        (not where.functions or about.function in where.functions)
        and (not where.accounts or about.account in where.accounts)
        and (not where.networks or about.network in where.networks)
    )


@cache
def _profanity() -> Lexicon:
    return Lexicon([PROFANITY, HARMLESS], doubled=True)


@lru_cache(maxsize=4)
def _lexicon(lists: tuple[tuple[str, ...], ...], disguised: bool) -> Lexicon:
    """Made once for a statement: ten thousand words take a tenth of a second."""
    return Lexicon(lists, disguised=disguised)


def _worded(text: str, guidelines: Guidelines, about: About) -> Iterator[GuidelineFinding]:
    signs, checked_to = read(text), len(text)
    if guidelines.profanity is not None:
        rule = WordRule(id=PROFANITY_RULE, words=(), severity=guidelines.profanity)
        matches, checked = _profanity().found_in(signs)
        harmless = {match.start for match in matches if match.number}
        for match in matches:
            if match.start not in harmless:
                yield _finding(text, rule, match.start, match.end, "say it without this word")
        checked_to = min(checked_to, checked)
    for disguised in (True, False):
        rules = [rule for rule in guidelines.words if rule.disguised is disguised]
        if not rules:
            continue
        matches, checked = _lexicon(tuple(rule.words for rule in rules), disguised).found_in(signs)
        checked_to = min(checked_to, checked)
        for match in matches:
            rule = rules[match.number]
            if holds(rule.where, about):
                yield _finding(text, rule, match.start, match.end, "say it in other words")
    if checked_to < len(text):
        yield _finding(text, WordRule(id=UNCHECKED_RULE, words=()), checked_to, len(text), UNCHECKED)


def _disclosed(text: str, rule: Disclosure) -> Iterator[GuidelineFinding]:
    if not discloses(text, rule):
        yield _missing(text, rule, f"add {' or '.join(f'“{wanted}”' for wanted in rule.texts[:3])}")


def discloses(text: str, rule: Disclosure) -> bool:
    plain = " ".join(text.split()).casefold()
    return any(stands(" ".join(wanted.split()).casefold(), plain) for wanted in rule.texts)


def stands(wanted: str, text: str) -> bool:
    """Whether it is there as words of its own: ``#ad`` is not in ``#adventure``."""
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        before = start == 0 or not (wanted[0].isalnum() and text[start - 1].isalnum())
        if before and (end == len(text) or not (wanted[-1].isalnum() and (text[end].isalnum() or text[end] == "_"))):
            return True
        start = text.find(wanted, end)
    return False


def _linked(text: str, rule: LinkRule) -> Iterator[GuidelineFinding]:
    links = list(_LINK.finditer(text))
    for link in links:
        host = link[0].partition("://")[2].rpartition("@")[2].partition(":")[0]
        if not _is_allowed(host, rule):
            yield _finding(text, rule, link.start(), link.end(), "link to one of the hosts that the rule names")
    within = [(link.start(), link.end()) for link in links]
    for bare in _BARE.finditer(text):
        while within and within[0][1] <= bare.start():
            within.pop(0)
        inside = bool(within) and within[0][0] <= bare.start()
        if not inside and not _is_allowed(bare[0], rule):
            yield _finding(text, rule, bare.start(), bare.end(), "link to one of the hosts that the rule names")


def _is_allowed(host: str, rule: LinkRule) -> bool:
    plain = host.casefold().rstrip(".")
    return any(plain == allowed or plain.endswith(f".{allowed}") for allowed in map(str.casefold, rule.hosts))


def _tagged(text: str, rule: HashtagRule, part: int) -> Iterator[GuidelineFinding]:
    tags = list(_HASHTAG.finditer(text))
    banned = {tag.casefold() for tag in rule.banned}
    for number, tag in enumerate(tags):
        if tag[1].casefold() in banned:
            yield _finding(text, rule, tag.start(), tag.end(), "leave this hashtag out")
        elif rule.most is not None and number >= rule.most:
            yield _finding(text, rule, tag.start(), tag.end(), f"use no more than {rule.most} hashtags")
    used = {tag[1].casefold() for tag in tags}
    for wanted in rule.required if part == 0 else ():
        if wanted.casefold() not in used:
            yield _missing(text, rule, f"add #{wanted}")


def _spoken(text: str, rule: LanguageRule, language: str) -> Iterator[GuidelineFinding]:
    if language and language not in rule.allowed:
        yield _missing(text, rule, f"it seems to be in {language}; write it in {', '.join(rule.allowed)}")


def _toned(text: str, rule: ToneRule) -> Iterator[GuidelineFinding]:
    capitals = sum(character.isupper() for character in text)
    letters = capitals + sum(character.islower() for character in text)
    if rule.shouted is not None and letters >= FEWEST_LETTERS and capitals > rule.shouted * letters:
        yield _missing(text, rule, "write fewer capital letters")
    marks = [place for place, character in enumerate(text) if character in "!！"]
    if rule.exclamations is not None and len(marks) > rule.exclamations:
        place = marks[rule.exclamations]
        yield _finding(text, rule, place, place + 1, f"use no more than {rule.exclamations} exclamation marks")
    sentences = [(sentence, len(_WORD.findall(sentence[0]))) for sentence in _SENTENCE.finditer(_unlinked(text))]
    for sentence, length in sentences:
        if rule.sentence_words is not None and length > rule.sentence_words:
            yield _finding(text, rule, sentence.start(), sentence.end(), f"{length} words; make it two sentences")
    if rule.reading_grade is not None:
        grade = reading_grade(text)
        if grade is not None and grade > rule.reading_grade:
            yield _missing(text, rule, f"its reading grade is {grade:.0f}; use shorter words and sentences")


def reading_grade(text: str) -> float | None:
    """The Automated Readability Index; None of a text too short for it. Of languages with spaces between words only."""
    plain = _unlinked(text)
    words = _WORD.findall(plain)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(1 for sentence in _SENTENCE.findall(plain) if _WORD.search(sentence))
    letters = sum(character.isalnum() for word in words for character in word)
    grade: float = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return grade


def _unlinked(text: str) -> str:
    """With blanks for links, so that places stay as they are."""
    return re.sub(r"\S+", lambda token: " " * len(token[0]) if "://" in token[0] else token[0], text)


def _finding(text: str, rule: _Rule, start: int, end: int, advice: str) -> GuidelineFinding:
    said = text[start:end]
    return GuidelineFinding(
        rule=rule.id,
        severity=rule.severity,
        start=start,
        end=end,
        said=said if len(said) <= LONGEST_SAID else f"{said[: LONGEST_SAID - 1]}…",
        advice=rule.advice or advice,
        approver=_approver(rule),
    )


def _missing(text: str, rule: _Rule, advice: str) -> GuidelineFinding:
    """Of the text as a whole."""
    end = len(text)
    return GuidelineFinding(
        rule=rule.id,
        severity=rule.severity,
        start=end,
        end=end,
        advice=rule.advice or advice,
        approver=_approver(rule),
    )


def _approver(rule: _Rule) -> Party | None:
    return Party.CLIENT if rule.severity is Severity.APPROVAL else None
