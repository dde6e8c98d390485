"""What may not be said for the client: set by it, and asked of every text that is drafted, changed and approved."""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from itertools import islice
from typing import Any, TypeVar

import msgspec

from functions.desk.tools import Desk
from shared.api.priorities import function, points
from shared.api.routes import Call, Change
from shared.domain.accounts import Account
from shared.domain.apart.elsewhere import ELSEWHERE_RULE
from shared.domain.content.reusable import ReusableText
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.following.commitments import COMMITMENT_RULE, LONGEST_SAID, promises
from shared.domain.guidelines.checking import About, check
from shared.domain.guidelines.disguises import is_unspaced
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.lexicon import LONGEST_WORD, letters_of
from shared.domain.guidelines.places import anywhere
from shared.domain.guidelines.rules import (
    MOST_WORDS,
    PROFANITY_RULE,
    Disclosure,
    Guidelines,
    HashtagRule,
    LanguageRule,
    LinkRule,
    SigningRule,
    ToneRule,
    Where,
    WordRule,
)
from shared.domain.ledger import Fact
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import standard_function
from shared.domain.parties import Party
from shared.domain.posts import Post
from shared.domain.release import findings_in
from shared.domain.text import clean
from shared.networks import CONNECTORS
from shared.stores import ConflictError

MOST_RULES = 200
MOST_NAMED = 1_000
"""Hosts of the links, hashtags, texts of a disclosure, places of a rule."""
LARGEST = 300_000
"""Bytes of a statement: it is one record."""
MOST_TOLD = 5
_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,46}[a-z0-9])?")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_TAG = re.compile(r"\w{1,100}")
_LANGUAGE = re.compile(r"[a-z]{2}")
T = TypeVar("T", bound=ReusableText)
Rule = WordRule | Disclosure | LinkRule | HashtagRule | LanguageRule | ToneRule | SigningRule


class NewGuidelines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before. What is left out is as it is when nobody said anything.

    ``version``: of the one before, when no other is to be replaced.
    """

    profanity: Severity | None = Severity.BLOCK
    words: tuple[WordRule, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    links: LinkRule | None = None
    hashtags: HashtagRule | None = None
    languages: LanguageRule | None = None
    tone: ToneRule | None = None
    signing: SigningRule | None = None
    version: int | None = None

    def rules(self) -> Iterator[tuple[str, Rule]]:
        """Each with its place in the request."""
        for index, words in enumerate(self.words):
            yield f"words.{index}", words
        for index, disclosure in enumerate(self.disclosures):
            yield f"disclosures.{index}", disclosure
        for name in ("links", "hashtags", "languages", "tone", "signing"):
            rule: Rule | None = getattr(self, name)
            if rule is not None:
                yield name, rule


def set_guidelines(call: Call[NewGuidelines], desk: Desk) -> Change:
    """Say what may not be said, and how it must be; drafts and approvals are held to it from now on."""
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("What may not be said is the client's to say.")
    check_statement(call.body)
    _check_places(call, desk)
    before = desk.store.get(Guidelines, call.client, call.client) or Guidelines(client=call.client)
    guidelines = replace(
        guidelines_of(call.body, call.client), set_by=call.caller.member, set_at=call.now, version=before.version + 1
    )
    if call.body.version not in (None, before.version):
        raise ConflictError(guidelines)
    changed = [name for name in _PARTS if getattr(guidelines, name) != getattr(before, name)]
    fact = Fact(type="guidelines.set", subject=call.client, data={"version": guidelines.version, "changed": changed})
    return Change(records=(guidelines,), facts=(fact,), reply=guidelines)


def show_guidelines(call: Call[None], desk: Desk) -> Guidelines:
    """Show what may not be said; version 0 is what holds when nobody has said anything."""
    return in_force(call, desk)


_PARTS = tuple(one.name for one in fields(Guidelines) if one.name not in ("client", "set_by", "set_at", "version"))


def guidelines_of(body: NewGuidelines, client: str) -> Guidelines:
    return Guidelines(client=client, **{name: getattr(body, name) for name in _PARTS})


def in_force(call: Call[Any], desk: Desk) -> Guidelines:
    return desk.store.get(Guidelines, call.client, call.client) or Guidelines(client=desk.client(call).id)


def held_to(post: Post, guidelines: Guidelines, place: str) -> Post:
    """``post`` with what was found in it. Raises InvalidError for what is not said. ``place``: of the draft."""
    found = _found(post, guidelines)
    blocked = _blocking(found)
    if blocked:
        part = blocked[0].part
        field = f"{place}thread.{part - 1}" if part else f"{place}text"
        raise InvalidError(_told(blocked), field)
    return replace(post, findings=found, guidelines=guidelines.version)


def still_held_to(post: Post, guidelines: Guidelines) -> Post:
    """As :func:`held_to`, of what was drafted before. Raises StateError for what is not said any more.

    What made it look as if it belonged elsewhere is in the text, and stays with it.
    """
    found = _found(post, guidelines)
    blocked = _blocking(found)
    if blocked:
        raise StateError(f"{_told(blocked)}. Change it, or reject it.")
    elsewhere = tuple(finding for finding in post.findings if finding.rule == ELSEWHERE_RULE)
    return replace(post, findings=(*found, *elsewhere), guidelines=guidelines.version)


def text_held_to(
    text: T, readings: Collection[str], places: Collection[About], guidelines: Guidelines, field: str
) -> T:
    """As :func:`held_to`, of a text that is used in several ``places`` and reads in several ways."""
    found = _found_in(readings, places, guidelines)
    blocked = _blocking(found)
    if blocked:
        raise InvalidError(_told(blocked), field)
    return replace(text, findings=found, guidelines=guidelines.version)


def text_still_held_to(text: T, readings: Collection[str], places: Collection[About], guidelines: Guidelines) -> T:
    """As :func:`still_held_to`, of a text that is used in several ``places`` and reads in several ways."""
    found = _found_in(readings, places, guidelines)
    blocked = _blocking(found)
    if blocked:
        raise StateError(f"{_told(blocked)}. Change it, or reject it.")
    return replace(text, findings=found, guidelines=guidelines.version)


def _found_in(
    readings: Collection[str], places: Collection[About], guidelines: Guidelines
) -> tuple[GuidelineFinding, ...]:
    """By reading, each finding once."""
    asked = anywhere(guidelines, places)
    about = About(language=next(iter(places)).language) if places else None
    return tuple(dict.fromkeys(finding for reading in readings for finding in check(reading, asked, about)))


def _found(post: Post, guidelines: Guidelines) -> tuple[GuidelineFinding, ...]:
    """What of the guidelines it breaks, and what it promises."""
    return (*findings_in(post, guidelines), *_promised(post))


def _promised(post: Post) -> Iterator[GuidelineFinding]:
    """What the text promises, when its author has not said until when it is to be kept."""
    if post.commitments:
        return
    for part, text in enumerate(post.parts):
        for start, end in islice(promises(text), MOST_TOLD):
            yield GuidelineFinding(
                rule=COMMITMENT_RULE,
                severity=Severity.WARN,
                part=part,
                start=start,
                end=end,
                said=text[start:end][:LONGEST_SAID],
                advice="State in commitments what is promised and until when, so that somebody keeps it.",
            )


def _blocking(found: tuple[GuidelineFinding, ...]) -> list[GuidelineFinding]:
    return [finding for finding in found if finding.severity is Severity.BLOCK]


def _told(blocked: list[GuidelineFinding]) -> str:
    more = f"; and {len(blocked) - MOST_TOLD} more" if len(blocked) > MOST_TOLD else ""
    return "; ".join(str(finding) for finding in blocked[:MOST_TOLD]) + more


def check_statement(body: NewGuidelines) -> None:
    """Raises InvalidError naming the field."""
    if len(body.words) + len(body.disclosures) > MOST_RULES:
        raise InvalidError(f"holds more than {MOST_RULES} rules", "words")
    if sum(len(rule.words) for rule in body.words) > MOST_WORDS:
        raise InvalidError(f"holds more than {MOST_WORDS:,} words", "words")
    ids = {PROFANITY_RULE, COMMITMENT_RULE, ELSEWHERE_RULE}
    for field, rule in body.rules():
        if not _ID.fullmatch(rule.id) or rule.id in ids:
            raise InvalidError("must be 1 to 48 of a-z, 0-9 and inner _ and -, and no other rule's", f"{field}.id")
        ids.add(rule.id)
        clean(rule.advice, f"{field}.advice", longest=500, empty=True)
        _check_named(rule.where.functions, rule.where.accounts, rule.where.networks, field=f"{field}.where")
    for index, words in enumerate(body.words):
        _check_words(words.words, f"words.{index}.words")
    for index, disclosure in enumerate(body.disclosures):
        if not disclosure.texts:
            raise InvalidError("must hold a text", f"disclosures.{index}.texts")
        for text in disclosure.texts:
            clean(text, f"disclosures.{index}.texts", longest=1000)
    _check_others(body)
    if len(msgspec.json.encode(body)) > LARGEST:
        raise InvalidError(f"is larger than {LARGEST:,} bytes", "words")


def _check_words(words: tuple[str, ...], field: str) -> None:
    if not words:
        raise InvalidError("must hold a word", field)
    for word in words:
        letters = tuple(letters_of(clean(word, field, longest=200)))
        short = len(letters) < (3 if "*" in word else 2) and not (letters and is_unspaced(letters[0]))
        if short or len(letters) > LONGEST_WORD:
            raise InvalidError(f"must have 2 to {LONGEST_WORD} letters, with a * at least 3: {word!r}", field)
        if "*" in word.removeprefix("*").removesuffix("*"):
            raise InvalidError(f"can have a * before and behind it only: {word!r}", field)


def _check_others(body: NewGuidelines) -> None:
    if body.links is not None:
        _check_each(body.links.hosts, _HOST, "is not a host", "links.hosts")
    if body.hashtags is not None:
        tags = (*body.hashtags.required, *body.hashtags.banned)
        _check_each(tags, _TAG, "is not a hashtag without its #", "hashtags")
        if body.hashtags.most is not None:
            points(body.hashtags.most, 0, 100, "hashtags.most")
    if body.languages is not None:
        _check_each(body.languages.allowed, _LANGUAGE, "must be two letters (ISO 639-1)", "languages.allowed")
    if body.tone is not None:
        for name, most in (("shouted", 1), ("exclamations", 1000), ("sentence_words", 1000), ("reading_grade", 100)):
            limit = getattr(body.tone, name)
            if limit is not None:
                points(limit, 0, most, f"tone.{name}")


def _check_each(given: tuple[str, ...], shape: re.Pattern[str], what: str, field: str) -> None:
    _check_named(given, field=field)
    for one in given:
        if not shape.fullmatch(one):
            raise InvalidError(f"{what}: {one!r}", field)


def _check_named(*given: tuple[str, ...], field: str) -> None:
    if sum(map(len, given)) > MOST_NAMED:
        raise InvalidError(f"names more than {MOST_NAMED:,}", field)


def _check_places(call: Call[NewGuidelines], desk: Desk) -> None:
    """A slip in a name would make a rule hold nowhere, and nobody would see it."""
    wheres: list[tuple[str, Where]] = [(f"{field}.where", rule.where) for field, rule in call.body.rules()]
    own: set[str] = set()
    if any(where.functions for _, where in wheres):
        listening = desk.store.get(Listening, call.client, call.client)
        own = {one.name for one in listening.functions} if listening else set()
    accounts: dict[str, str] = {}
    if any(where.accounts or where.networks for _, where in wheres):
        accounts = {account.id: account.network for account in desk.store.list(Account, call.client)}
    for field, where in wheres:
        for name in where.functions:
            if standard_function(function(name, f"{field}.functions")) is None and name not in own:
                raise InvalidError(f"names {name!r}, which is no function of the client", f"{field}.functions")
        for account in where.accounts:
            if account not in accounts:
                raise InvalidError("names an account that is not this client's", f"{field}.accounts")
        for network in where.networks:
            if network not in CONNECTORS:
                raise InvalidError(f"names {network!r}, which is no network", f"{field}.networks")
