"""Words and phrases that are found in a text however they are disguised there, ten thousand of them in one pass.

A text is walked along a tree of the words, from each place where a word can begin, in all ways that there are to read
what stands there. Of these a text made for it has too many: all walks together have a number of steps that is linear in
the text, and where they are used up the text counts as not looked at, and never as innocent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from shared.domain.guidelines.disguises import Kind, Signs, is_unspaced, read

LONGEST_WORD = 100
FEWEST_STEPS = 40_000
"""That the walks over a text have, however short it is: a few words of stars, ten thousand being looked for."""
STEPS_A_SIGN = 3
"""And for each of its signs; ordinary text takes 2."""
MANY_STEPS = 64
"""From one beginning. After them it is looked whether a step was taken before; ordinary text never comes so far."""
MOST_HIDDEN = 4
"""Letters of a word, under stars or other marks."""
WIDEST_GAP = 3
_VOWELS = frozenset("aeiouy")
_END = ""
_GAP = frozenset({Kind.SPACE, Kind.MARK, Kind.STAR, Kind.SYMBOL})
_HIDING = frozenset({Kind.STAR, Kind.MARK, Kind.SYMBOL})
_SPELLING = frozenset({Kind.LETTER, Kind.DIGIT, Kind.SYMBOL})
_SPELLING_OR_HIDING = frozenset({Kind.LETTER, Kind.DIGIT, *_HIDING})
_Node = dict[str, Any]


class Match(NamedTuple):
    number: int
    """Of the list in which the word is."""
    start: int
    end: int


class Found(NamedTuple):
    matches: tuple[Match, ...]
    checked: int
    """The place in the text up to which all was looked at: its length, or where the steps were used up."""


class _Step(NamedTuple):
    """How far a walk is, and what it took to get there."""

    at: int
    node: _Node
    letter: str = ""
    run: int = 0
    """Times that the text has the letter."""
    longer: bool = False
    """More often than the word has it."""
    doubled: bool = False
    """A letter stood twice where the word has it once."""
    size: int = 0
    digits: int = 0
    symbols: int = 0
    stars: int = 0
    marks: int = 0
    """That hide a letter, beside stars."""
    fragment: int = 0
    """Letters since the last gap."""
    vowel: bool = False
    """In the fragment."""
    gaps: int = 0
    spaced: bool = False
    """A gap was a space."""
    longest: int = 0
    """Of the fragments before this one."""
    stump: int = 0
    """The longest fragment that could be no word, as it has no vowel."""

    def on(self, node: _Node, letter: str, written: Kind) -> "_Step":
        """By a letter of the word, that is written as it is or as a digit or a symbol."""
        same = letter == self.letter
        return _Step(
            self.at + 1,
            node,
            letter,
            self.run + 1 if same else 1,
            same and self.longer,
            self.doubled or (not same and self.longer and self.run < 3),
            self.size + 1,
            self.digits + (written is Kind.DIGIT),
            self.symbols + (written is Kind.SYMBOL),
            self.stars,
            self.marks,
            self.fragment + 1,
            self.vowel or letter in _VOWELS,
            self.gaps,
            self.spaced,
            self.longest,
            self.stump,
        )

    @property
    def likeness(self) -> tuple[Any, ...]:
        """What decides about all that may come of it; how large the word is follows from the node."""
        spelt = self.size - self.stars - self.marks - self.digits - self.symbols
        return (
            self.at,
            id(self.node),
            self.letter,
            min(self.run, 3),
            self.longer,
            self.doubled,
            self.digits > 0,
            self.symbols > 0,
            min(spelt, 2),
            self.stars,
            self.marks,
            min(self.fragment, 2),
            self.vowel,
            min(self.gaps, 2),
            self.spaced,
            min(self.longest, 2),
            min(self.stump, 2),
        )

    def at_node(self, node: _Node) -> "_Step":
        return _Step(self.at, node, *self[2:])

    def ended(self) -> "_Step":
        """With the letter's run and the fragment counted as over."""
        return self._replace(
            doubled=self.doubled or (self.longer and self.run < 3),
            longest=max(self.longest, self.fragment),
            stump=self.stump if self.vowel else max(self.stump, self.fragment),
        )


@dataclass(frozen=True, slots=True)
class _Word:
    numbers: tuple[int, ...]
    open: bool
    """It may go on."""


class Lexicon:
    """``lists``: the words of number 0, of number 1, … . A ``*`` before or behind a word stands for more letters.

    ``disguised``: found as well with other signs for its letters, with stars, with gaps, with letters thrice or more;
    ``doubled``: and with one twice, which makes other words of many (``later``, ``latter``).
    """

    def __init__(self, lists: Iterable[Iterable[str]], *, disguised: bool = True, doubled: bool = False) -> None:
        self._disguised = disguised
        self._doubled = doubled
        self._words: _Node = {}
        self._inner: _Node = {}
        for number, words in enumerate(lists):
            for word in words:
                self._add(word, number)

    def _add(self, word: str, number: int) -> None:
        letters, is_open = tuple(letters_of(word)), word.endswith("*")
        for tree in (self._words, self._inner) if word.startswith("*") else (self._words,):
            node = tree
            for letter in letters:
                node = node.setdefault(letter, {})
            if letters:
                ends: dict[bool, _Word] = node.setdefault(_END, {})
                known = ends[is_open].numbers if is_open in ends else ()
                ends[is_open] = _Word((*known, number), is_open)

    def found_in(self, signs: Signs) -> Found:
        """The longest of each number at a place; of one number, none that begins within the one before."""
        matches: list[Match] = []
        ends: dict[int, int] = {}
        left = FEWEST_STEPS + STEPS_A_SIGN * len(signs.kinds)
        word_ends = _word_ends(signs)
        for first in range(len(signs.kinds)):
            found: dict[int, int] = {}
            for tree, disguised in self._walks(signs, first):
                left = self._walk(signs, _Step(first, tree), disguised, left, word_ends, found)
            for number, end in found.items():
                if first >= ends.get(number, 0):
                    ends[number] = end
                    matches.append(Match(number, signs.places[first], signs.end_of(end)))
            if left < 0:
                return Found(tuple(matches), signs.places[first])
        return Found(tuple(matches), signs.length)

    def _walks(self, signs: Signs, first: int) -> Iterator[tuple[_Node, bool]]:
        """From there: along which tree, and whether in a disguise."""
        if self._words and _begins(signs, first):
            # As it is spelt first: that is one way, and is never lost among the many of a disguise.
            yield self._words, False
            if self._disguised and not signs.named[first]:
                yield self._words, True
        if self._inner and signs.kinds[first] is Kind.LETTER and signs.options[first][0] in self._inner:
            yield self._inner, False

    def _walk(
        self, signs: Signs, step: _Step, disguised: bool, left: int, word_ends: list[int], found: dict[int, int]
    ) -> int:
        """How many steps are left then; -1: not all was looked at."""
        open_steps = [step]
        size, many = len(signs.kinds), left - MANY_STEPS
        been: set[tuple[Any, ...]] = set()
        while open_steps:
            if left <= 0:
                return -1
            left -= 1
            step = open_steps.pop()
            if left < many:
                if step.likeness in been:
                    continue
                been.add(step.likeness)
            if _END in step.node and step.fragment:
                self._end(step, word_ends, found)
            if step.at < size:
                if disguised:
                    _hidden(signs, step, open_steps)
                _gap(signs, step, disguised, open_steps)
                _next(signs, step, disguised, open_steps)
        return left

    def _end(self, step: _Step, word_ends: list[int], found: dict[int, int]) -> None:
        if not self._counts(step.ended()):
            return
        whole = word_ends[step.at]
        for word in step.node[_END].values():
            if word.open or whole == step.at:
                for number in word.numbers:
                    found[number] = max(found.get(number, 0), whole if word.open else step.at)

    def _counts(self, step: _Step) -> bool:
        """Whether so much of the word stands there that a reader sees it."""
        if step.doubled and not (self._doubled and step.size > 3):
            return False
        shown = step.size - step.stars - step.marks
        spelt = shown - step.digits - step.symbols
        if (step.digits and spelt < 2) or (step.symbols and spelt < 1):
            return False
        if step.stars and not (shown >= 2 or step.stars >= 3):
            return False
        if step.marks and not (shown >= 3 or (shown == 2 and step.marks == 2 and not step.gaps)):
            return False
        if not step.gaps:
            return True
        return (step.longest == 1 and step.gaps >= 2) or step.stump >= (2 if step.spaced else 1)


def letters_of(word: str) -> Iterator[str]:
    """The letters by which a word is looked for, and a space between its words."""
    gap = False
    any_yet = False
    signs = read(word)
    for options, kind in zip(signs.options, signs.kinds, strict=True):
        if kind in (Kind.LETTER, Kind.DIGIT):
            if gap and any_yet:
                yield " "
            gap, any_yet = False, True
            yield options[0]
        else:
            gap = gap or kind is not Kind.APOSTROPHE


def _next(signs: Signs, step: _Step, disguised: bool, to: list[_Step]) -> None:
    """On by a letter that the sign stands for, or another of the one before."""
    kind, options = signs.kinds[step.at], signs.options[step.at]
    if kind is Kind.APOSTROPHE:
        # Words are looked for without theirs; behind one may stand the end of a word only where it has that.
        if not disguised and step.size:
            to.append(step._replace(at=step.at + 1))
        return
    if kind not in _SPELLING or (kind is Kind.SYMBOL and not disguised):
        return
    if not disguised:
        node = step.node.get(options[0])
        if node is not None:
            to.append(step.on(node, options[0], Kind.LETTER))
        return
    for place, letter in enumerate(options):
        node = step.node.get(letter)
        if node is not None:
            to.append(step.on(node, letter, kind if place or kind is Kind.SYMBOL else Kind.LETTER))
        if letter == step.letter and step.size:
            to.append(step._replace(at=step.at + 1, run=step.run + 1, longer=True))


def _hidden(signs: Signs, step: _Step, to: list[_Step]) -> None:
    """On by any letter, which a star or another mark hides. A word's first letter is seen."""
    kind = signs.kinds[step.at]
    if kind not in _HIDING or not step.size or step.stars + step.marks >= MOST_HIDDEN:
        return
    if kind is Kind.SYMBOL and len(set(signs.options[step.at - 2 : step.at + 1])) == 1 < step.at:
        return  # a row of one symbol is money, a line or a shout
    last = step.at + 1 == len(signs.kinds) or signs.kinds[step.at + 1] not in _SPELLING_OR_HIDING
    if last and (kind is not Kind.STAR or (not step.stars and step.size < 3)):
        return  # a full stop, or a star that points to a note
    seen = step._replace(
        at=step.at + 1,
        letter="",
        run=0,
        longer=False,
        doubled=step.doubled or (step.longer and step.run < 3),
        size=step.size + 1,
        stars=step.stars + (kind is Kind.STAR),
        marks=step.marks + (kind is not Kind.STAR),
        fragment=step.fragment + 1,
        vowel=True,
    )
    for letter, node in step.node.items():
        if letter not in (_END, " "):
            to.append(seen.at_node(node))


def _gap(signs: Signs, step: _Step, disguised: bool, to: list[_Step]) -> None:
    """Over a gap: between the words of a phrase, or between letters that make a word."""
    if not step.size or not step.fragment or signs.kinds[step.at] not in _GAP:
        return
    after, widest = step.at, step.at + WIDEST_GAP
    while after < len(signs.kinds) and signs.kinds[after] in _GAP:
        after += 1
        if after > widest:
            return
    if after == len(signs.kinds) or signs.kinds[after] is Kind.APOSTROPHE:
        return
    phrase = step.node.get(" ")
    if phrase is not None:
        ended = step.doubled or (step.longer and step.run < 3)
        to.append(step._replace(at=after, node=phrase, letter="", run=0, longer=False, doubled=ended, vowel=True))
    if disguised:
        is_space = Kind.SPACE in signs.kinds[step.at : after]
        to.append(
            step._replace(
                at=after,
                longest=max(step.longest, step.fragment),
                stump=step.stump if step.vowel else max(step.stump, step.fragment),
                fragment=0,
                vowel=False,
                gaps=step.gaps + 1,
                spaced=step.spaced or is_space,
            )
        )


def _is_word(signs: Signs, index: int) -> bool:
    return signs.kinds[index] in (Kind.LETTER, Kind.DIGIT)


def _begins(signs: Signs, index: int) -> bool:
    """Whether a word can begin here: not within one, nor behind its apostrophe."""
    if not signs.options[index] or signs.kinds[index] is Kind.SPACE:
        return False
    if signs.kinds[index] is Kind.SYMBOL and index >= 3 and len(set(signs.options[index - 3 : index + 1])) == 1:
        return False  # that is among the ways on from where the run of it begins
    if index == 0:
        return True
    if _is_word(signs, index - 1):
        return _is_unspaced(signs, index) or _is_unspaced(signs, index - 1)
    return not (signs.kinds[index - 1] is Kind.APOSTROPHE and index > 1 and _is_word(signs, index - 2))


def _ends(signs: Signs, index: int) -> bool:
    """Whether a word that ends before this sign can end there."""
    if _is_word(signs, index):
        return _is_unspaced(signs, index) or _is_unspaced(signs, index - 1)
    return True


def _word_ends(signs: Signs) -> list[int]:
    """For each sign, and behind the last: where ends the word that it is in, or that ends before it."""
    last = len(signs.kinds)
    ends = [last] * (last + 1)
    for index in range(last - 1, 0, -1):
        ends[index] = index if _ends(signs, index) else ends[index + 1]
    return ends


def _is_unspaced(signs: Signs, index: int) -> bool:
    return bool(signs.options[index]) and is_unspaced(signs.options[index][0])
