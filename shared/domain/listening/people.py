"""People who speak to a client: what they did so far, and what that makes of them.

A person is made of sums, bounds and bounded sets, so that it ends the same in whatever order the mentions come, and
never grows beyond a few kilobytes. None of their words are kept: of a text, eight digits under the client's own key.

They lie under a keyed hash of who they are. Somebody who asked to be forgotten leaves that hash behind, and nothing
else, so that an old mention which is delivered once more does not bring them back.
"""

import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shared.domain.listening.scores import Role

if TYPE_CHECKING:
    # Whoever only lists people needs none of this.
    from shared.domain.listening.mentions import Mention

KEY_SIZE = 32
"""Bytes."""
MOST_EVIDENCE = 10
MOST_DAYS = 30
MOST_TEXTS = 8
SHORTEST_TEXT = 20
"""Characters: what is shorter, such as a thank you, many people say many times."""
LONGEST_HANDLE = 200
_IN_A_PATH = re.compile(r"@?[A-Za-z0-9._:@-]{1,200}")
_VARIES = re.compile(r"https?://\S+|[@#][\w.@-]+|\d+")
"""What a bot fills in: whom it speaks to, an address that is new each time, a number."""
_GENERATED = re.compile(r"[a-z]+[._-]?\d{5,}", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Thresholds:
    """From where on somebody is what they are said to be."""

    mentions: int = 3
    """Fewer say nothing of how somebody feels."""
    days: int = 2
    """On one day anybody can be delighted, or furious."""
    sentiment: float = 0.4
    """The mean of an evangelist at the least; below its negative, of a detractor."""
    followers: int = 10_000
    same_text: int = 5
    """Times that a bot says one thing."""
    on_one_day: int = 50
    """Mentions that nobody writes to one brand by hand."""
    noise: float = 0.8
    """Share of mentions that serve nothing."""
    noise_mentions: int = 5


THRESHOLDS = Thresholds()
OPINIONS = frozenset({Role.EVANGELIST, Role.DETRACTOR, Role.INFLUENCER})
"""What only counts of somebody who has no part in it: not of an employee, and not of a bot."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PeopleKey:
    """Under which a client's people are hashed: made with the first of them, never shown and never changed."""

    client: str
    key: str = field(repr=False)
    """Hexadecimal."""
    version: int = 1

    @property
    def id(self) -> str:
        return self.client

    def id_of(self, network: str, author: str) -> str:
        return f"per_{self._digest(network, author)[:32]}"

    def digest(self, text: str) -> str:
        """By which a text is known again, but for what varies in it; "" for one that is too short."""
        same = " ".join(_VARIES.sub(" ", text.casefold()).split())
        return self._digest("text", same)[:8] if len(same) >= SHORTEST_TEXT else ""

    def _digest(self, *parts: str) -> str:
        told = "\x1f".join(parts).encode("utf-8", "replace")
        return hmac.new(bytes.fromhex(self.key), told, hashlib.sha256).hexdigest()


def people_key(client: str, random: bytes) -> PeopleKey:
    """A new one, out of :data:`KEY_SIZE` random bytes."""
    return PeopleKey(client=client, key=random.hex())


def author_key(author_id: str, handle: str) -> str:
    """What somebody is known by on a network: its own id of them, or else ``@`` and the handle, whatever its case.

    A part of a path; what cannot be one is hashed. "" for nobody.
    """
    bare = handle.strip().removeprefix("@").casefold()
    known_by = author_id.strip() or (f"@{bare}" if bare else "")
    if not known_by or _IN_A_PATH.fullmatch(known_by):
        return known_by
    return f"~{hashlib.sha256(known_by.encode('utf-8', 'replace')).hexdigest()[:32]}"


def looks_generated(handle: str) -> bool:
    """Letters and then digits, as networks and sellers of accounts make handles."""
    return _GENERATED.fullmatch(handle.partition("@")[0]) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """What a mention tells of its author."""

    client: str
    network: str
    author: str
    """By :func:`author_key`."""
    handle: str
    mention: str
    at: datetime
    function: str
    sentiment: float
    followers: int
    """0 where nobody said."""
    text: str


def sighting(mention: "Mention", author_id: str = "") -> Sighting | None:
    """None when nobody knows whose it is."""
    author = author_key(author_id, mention.author)
    if not author:
        return None
    return Sighting(
        client=mention.client,
        network=mention.network,
        author=author,
        handle=mention.author,
        mention=mention.id,
        at=mention.posted_at,
        function=mention.function,
        sentiment=mention.sentiment,
        followers=mention.followers,
        text=mention.text,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    mention: str
    at: datetime
    sentiment: float


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleMark:
    """A person's word on what somebody is, or is not; it holds whatever the rules find."""

    role: Role
    holds: bool
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleFound:
    role: Role
    because: str
    evidence: tuple[str, ...] = ()
    """Ids of mentions, the latest first."""
    marked_by: str = ""
    """The member who said so; "" for what the rules found."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    id: str
    """The keyed hash of network and author."""
    client: str
    network: str
    author: str
    """By :func:`author_key`."""
    handle: str
    """As last seen."""
    first_at: datetime
    last_at: datetime
    mentions: int = 0
    sentiment: int = 0
    """The sum of all, in thousandths: whole numbers add up to the same in any order."""
    functions: Mapping[str, int] = field(default_factory=dict)
    """Mentions by business function."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Mentions by UTC date, of the latest :data:`MOST_DAYS` that had any."""
    texts: Mapping[str, int] = field(default_factory=dict)
    """Mentions by digest. Of more than :data:`MOST_TEXTS` the smallest: a fair draw, each counted from its first."""
    followers: int = 0
    """As last told."""
    followers_at: datetime | None = None
    evidence: tuple[Evidence, ...] = ()
    """The latest, newest first."""
    marks: tuple[RoleMark, ...] = ()
    """One for each role at the most."""
    forgotten_at: datetime | None = None
    version: int = 1

    def after(self, seen: Sighting, digest: str) -> "Person":
        """The next version, with one more mention; itself when it was forgotten."""
        if self.forgotten_at is not None:
            return self
        handle = seen.handle[:LONGEST_HANDLE]
        newer = (seen.at, handle) >= (self.last_at, self.handle)
        told = (seen.at, seen.followers) if seen.followers > 0 else None
        known = (self.followers_at, self.followers) if self.followers_at else None
        latest = max((one for one in (told, known) if one), default=None)
        this = Evidence(mention=seen.mention, at=seen.at, sentiment=seen.sentiment)
        evidence = sorted((*self.evidence, this), key=lambda one: (one.at, one.mention), reverse=True)
        days = _counted(self.days, seen.at.astimezone(UTC).date().isoformat())
        texts = _counted(self.texts, digest) if digest else self.texts
        return replace(
            self,
            handle=handle if newer else self.handle,
            first_at=min(self.first_at, seen.at),
            last_at=max(self.last_at, seen.at),
            mentions=self.mentions + 1,
            sentiment=self.sentiment + round(1000 * seen.sentiment),
            functions=_counted(self.functions, seen.function),
            days=dict(sorted(days.items())[-MOST_DAYS:]),
            texts=dict(sorted(texts.items())[:MOST_TEXTS]),
            followers=latest[1] if latest else 0,
            followers_at=latest[0] if latest else None,
            evidence=tuple(evidence[:MOST_EVIDENCE]),
            version=self.version + 1,
        )

    @property
    def mean_sentiment(self) -> float:
        return round(self.sentiment / 1000 / self.mentions, 3) if self.mentions else 0.0

    def marked(self, role: Role, holds: bool | None, by: str, at: datetime) -> "Person":
        """With a person's word on ``role``; None takes that back, and the rules decide again."""
        others = tuple(mark for mark in self.marks if mark.role is not role)
        said = () if holds is None else (RoleMark(role=role, holds=holds, by=by, at=at),)
        return replace(self, marks=(*others, *said), version=self.version + 1)

    def forgotten(self, at: datetime) -> "Person":
        """What stays of somebody who asked to be forgotten: that somebody with this hash did."""
        return Person(
            id=self.id,
            client=self.client,
            network="",
            author="",
            handle="",
            first_at=at,
            last_at=at,
            forgotten_at=at,
            version=self.version + 1,
        )

    def roles(self, employees: Collection[str] = (), thresholds: Thresholds = THRESHOLDS) -> tuple[RoleFound, ...]:
        """What they are to the client, and why. ``employees``: the authors whose accounts are the client's own.

        A person's mark wins over every rule.
        """
        found = {one.role: one for one in self._ruled(employees, thresholds)}
        for mark in self.marks:
            found.pop(mark.role, None)
            if mark.holds:
                because = f"A person said so on {mark.at:%Y-%m-%d}."
                found[mark.role] = RoleFound(role=mark.role, because=because, marked_by=mark.by)
        if Role.EMPLOYEE in found or Role.SUSPECTED_BOT in found:
            found = {role: one for role, one in found.items() if role not in OPINIONS or one.marked_by}
        return tuple(found[role] for role in Role if role in found)

    def _ruled(self, employees: Collection[str], thresholds: Thresholds) -> Iterator[RoleFound]:
        if self.forgotten_at is not None:
            return
        if self.author in employees:
            yield RoleFound(role=Role.EMPLOYEE, because="The account is one that the client speaks from.")
        signs = tuple(self._signs_of_a_bot(thresholds))
        if signs:
            yield RoleFound(role=Role.SUSPECTED_BOT, because=_sentence(signs), evidence=_ids(self.evidence))
        if self.mentions >= thresholds.mentions and len(self.days) >= thresholds.days:
            said = f"{self.mentions} mentions on {self._days_told()} days, mean sentiment {self.mean_sentiment:+.2f}."
            if self.mean_sentiment >= thresholds.sentiment:
                kind = [one for one in self.evidence if one.sentiment > 0]
                yield RoleFound(role=Role.EVANGELIST, because=said, evidence=_ids(kind))
            if self.mean_sentiment <= -thresholds.sentiment:
                unkind = [one for one in self.evidence if one.sentiment < 0]
                yield RoleFound(role=Role.DETRACTOR, because=said, evidence=_ids(unkind))
        if self.followers >= thresholds.followers and self.followers_at is not None:
            said = f"{self.followers} followers on {self.followers_at:%Y-%m-%d}; {thresholds.followers} make one."
            yield RoleFound(role=Role.INFLUENCER, because=said, evidence=_ids(self.evidence))

    def _signs_of_a_bot(self, thresholds: Thresholds) -> Iterator[str]:
        """None, or enough of them."""
        same = max(self.texts.values(), default=0)
        if same >= thresholds.same_text:
            yield f"the same text {same} times"
        busiest = max(self.days.values(), default=0)
        if busiest >= thresholds.on_one_day:
            yield f"{busiest} mentions on one day"
        noise = self.functions.get("noise", 0)
        is_noise = self.mentions >= thresholds.noise_mentions and noise >= thresholds.noise * self.mentions
        if is_noise and looks_generated(self.handle):
            yield f"a handle as machines make them, and {noise} of {self.mentions} mentions are noise"

    def _days_told(self) -> str:
        return f"{len(self.days)} or more" if len(self.days) == MOST_DAYS else str(len(self.days))


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """That a mention is a person's: by it, all that somebody said is found when they ask to be forgotten."""

    client: str
    person: str
    mention: str
    emptied_at: datetime | None = None
    """When the mention was emptied for that reason."""
    version: int = 1

    @property
    def id(self) -> str:
        return self.mention

    def emptied(self, at: datetime) -> "Utterance":
        return replace(self, emptied_at=at, version=self.version + 1)


def met(known: Person | None, key: PeopleKey, seen: Sighting) -> Person:
    """Who said it, once this mention is counted in. Itself when they were forgotten: then nothing is to be written.

    A mention is to be counted once: with its own first write, in one transaction.
    """
    before = known or Person(
        id=key.id_of(seen.network, seen.author),
        client=seen.client,
        network=seen.network,
        author=seen.author,
        handle=seen.handle[:LONGEST_HANDLE],
        first_at=seen.at,
        last_at=seen.at,
        version=0,
    )
    return before.after(seen, key.digest(seen.text))


def utterance(key: PeopleKey, seen: Sighting) -> Utterance:
    """To be written with its mention, of those who were forgotten as well: they may ask again."""
    return Utterance(client=seen.client, person=key.id_of(seen.network, seen.author), mention=seen.mention)


def _counted(counts: Mapping[str, int], name: str) -> dict[str, int]:
    return dict(Counter(counts) + Counter([name]))


def _ids(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(one.mention for one in evidence)


def _sentence(signs: Sequence[str]) -> str:
    said = "; ".join(signs)
    return f"{said[:1].upper()}{said[1:]}."
