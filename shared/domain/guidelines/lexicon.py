"""Words and phrases that are found in a text however they are disguised there, ten thousand of them in one pass.

A text is walked along a tree of the words, from each place where a word can begin. A walk has :data:`MOST_STEPS` at
most, whatever ways there are to read what stands there: the time is linear in the text, whatever the text is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from shared.domain.guidelines.disguises import Kind, Signs, is_unspaced, read

LONGEST_WORD = 100
MOST_STEPS = 64
"""From one beginning, in a disguise. Only a word of stars, or of one letter again and again, could take more."""
MOST_HIDDEN = 4
"""Letters of a word, under stars or other marks."""
WIDEST_GAP = 3
_VOWELS = frozenset("aeiouy")
_END = ""
_GAP = frozenset({Kind.SPACE, Kind.MARK, Kind.STAR, Kind.SYMBOL})
_HIDING = frozenset({Kind.STAR, Kind.MARK, Kind.SYMBOL})
_Node = dict[str, Any]


class Match(NamedTuple):
    number: int
    """Of the list in which the word is."""
    start: int
    end: int


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

    def found_in(self, signs: Signs) -> Iterator[Match]:
        """The longest of each number at a place; of one number, none that begins within the one before."""
        ends: dict[int, int] = {}
        for first in range(len(signs.kinds)):
            found: dict[int, int] = {}
            if self._words and _begins(signs, first):
                # As it is spelt first: that is one way, and is never lost among the many of a disguise.
                self._walk(signs, first, self._words, False, found)
                if self._disguised and not signs.named[first]:
                    self._walk(signs, first, self._words, True, found)
            if self._inner and signs.kinds[first] is Kind.LETTER and signs.options[first][0] in self._inner:
                self._walk(signs, first, self._inner, False, found)
            for number, end in found.items():
                if first >= ends.get(number, 0):
                    ends[number] = end
                    yield Match(number, signs.places[first], signs.end_of(end))

    def _walk(self, signs: Signs, first: int, tree: _Node, disguised: bool, found: dict[int, int]) -> None:
        open_steps = [_Step(first, tree)]
        for _ in range(MOST_STEPS if disguised else 2 * LONGEST_WORD):
            if not open_steps:
                return
            step = open_steps.pop()
            if _END in step.node and step.fragment:
                self._end(signs, step, found)
            if step.at < len(signs.kinds):
                if disguised:
                    open_steps += _hidden(signs, step)
                open_steps += _gap(signs, step, disguised)
                open_steps += _next(signs, step, disguised)

    def _end(self, signs: Signs, step: _Step, found: dict[int, int]) -> None:
        if not self._counts(step.ended()):
            return
        inside = step.at < len(signs.kinds) and not _ends(signs, step.at)
        for word in step.node[_END].values():
            if inside and not word.open:
                continue
            end = step.at
            while word.open and end < len(signs.kinds) and not _ends(signs, end):
                end += 1
            for number in word.numbers:
                found[number] = max(found.get(number, 0), end)

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


def _next(signs: Signs, step: _Step, disguised: bool) -> Iterator[_Step]:
    """On by a letter that the sign stands for, or another of the one before."""
    kind, options = signs.kinds[step.at], signs.options[step.at]
    if kind is Kind.APOSTROPHE:
        # Words are looked for without theirs; behind one may stand the end of a word only where it has that.
        if not disguised and step.size:
            yield step._replace(at=step.at + 1)
        return
    if kind not in (Kind.LETTER, Kind.DIGIT, Kind.SYMBOL) or (kind is Kind.SYMBOL and not disguised):
        return
    for place, letter in enumerate(options if disguised else options[:1]):
        node = step.node.get(letter)
        swapped = disguised and (kind is Kind.SYMBOL or (kind is Kind.DIGIT and place > 0))
        if node is not None:
            same = letter == step.letter
            before = step if same else step._replace(doubled=step.doubled or (step.longer and step.run < 3))
            yield before._replace(
                at=step.at + 1,
                node=node,
                letter=letter,
                run=step.run + 1 if same else 1,
                longer=same and step.longer,
                size=step.size + 1,
                digits=step.digits + (swapped and kind is Kind.DIGIT),
                symbols=step.symbols + (swapped and kind is Kind.SYMBOL),
                fragment=step.fragment + 1,
                vowel=step.vowel or letter in _VOWELS,
            )
        if disguised and letter == step.letter and step.size:
            yield step._replace(at=step.at + 1, run=step.run + 1, longer=True)


def _hidden(signs: Signs, step: _Step) -> Iterator[_Step]:
    """On by any letter, which a star or another mark hides. A word's first letter is seen."""
    kind = signs.kinds[step.at]
    if kind not in _HIDING or not step.size or step.stars + step.marks >= MOST_HIDDEN:
        return
    last = step.at + 1 == len(signs.kinds) or signs.kinds[step.at + 1] not in (Kind.LETTER, Kind.DIGIT, *_HIDING)
    if last and (kind is not Kind.STAR or (not step.stars and step.size < 3)):
        return  # a full stop, or a star that points to a note
    for letter, node in step.node.items():
        if letter not in (_END, " "):
            yield step.ended()._replace(
                at=step.at + 1,
                node=node,
                letter="",
                run=0,
                longer=False,
                longest=step.longest,
                stump=step.stump,
                size=step.size + 1,
                stars=step.stars + (kind is Kind.STAR),
                marks=step.marks + (kind is not Kind.STAR),
                fragment=step.fragment + 1,
                vowel=True,
            )


def _gap(signs: Signs, step: _Step, disguised: bool) -> Iterator[_Step]:
    """Over a gap: between the words of a phrase, or between letters that make a word."""
    if not step.size or not step.fragment or signs.kinds[step.at] not in _GAP:
        return
    after = step.at
    while after < len(signs.kinds) and after - step.at <= WIDEST_GAP and signs.kinds[after] in _GAP:
        after += 1
    if after - step.at > WIDEST_GAP or after == len(signs.kinds) or signs.kinds[after] is Kind.APOSTROPHE:
        return
    phrase = step.node.get(" ")
    if phrase is not None:
        yield step.ended()._replace(
            at=after,
            node=phrase,
            letter="",
            run=0,
            longer=False,
            longest=step.longest,
            stump=step.stump,
            vowel=True,
        )
    if disguised:
        is_space = Kind.SPACE in signs.kinds[step.at : after]
        yield step._replace(
            at=after,
            longest=max(step.longest, step.fragment),
            stump=step.stump if step.vowel else max(step.stump, step.fragment),
            fragment=0,
            vowel=False,
            gaps=step.gaps + 1,
            spaced=step.spaced or is_space,
        )


def _is_word(signs: Signs, index: int) -> bool:
    return signs.kinds[index] in (Kind.LETTER, Kind.DIGIT)


def _begins(signs: Signs, index: int) -> bool:
    """Whether a word can begin here: not within one, nor behind its apostrophe."""
    if not signs.options[index] or signs.kinds[index] is Kind.SPACE:
        return False
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


def _is_unspaced(signs: Signs, index: int) -> bool:
    return bool(signs.options[index]) and is_unspaced(signs.options[index][0])
