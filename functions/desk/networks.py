"""What the social networks can do here, as their connectors declare it, and which are not spoken."""

from dataclasses import asdict
from typing import Any

import msgspec

from shared.api.routes import Call
from shared.networks import CONNECTORS, NOT_SPOKEN, capabilities_of
from shared.networks.capabilities import Capabilities, Does, Proof


class QuotaView(msgspec.Struct, frozen=True):
    """So many calls in a span, for one account."""

    what: str
    most: int
    within_seconds: int


class PicturesView(msgspec.Struct, frozen=True):
    """What may go with a post. ``largest`` in bytes; ``longest_alt`` in characters, 0 where there is no such text."""

    kinds: tuple[str, ...]
    most: int
    largest: int
    longest_alt: int
    needed: bool


class CredentialView(msgspec.Struct, frozen=True):
    """One field of the credentials that connecting an account asks for."""

    name: str
    what: str
    optional: bool


class CountsView(msgspec.Struct, frozen=True):
    """``tells``: what it counts of a post; the others are null. ``at_once``: of how many posts in one call.

    ``proven``: against what, which may be less than what the rest of the connector was proven against.
    """

    tells: tuple[str, ...]
    at_once: int
    proven: Proof


class NetworkView(msgspec.Struct, frozen=True, kw_only=True):
    """``counted``: how its text is counted. ``reply_limit``: where a reply's limit is another one than ``text_limit``.

    ``cannot``: what it has not, and what a person can do instead. ``settles_within_seconds``: how long after a call
    without an answer a post may still appear. ``safe_resend``: the same post sent twice makes no second copy.
    ``home``: its base URL, where it has one server for everybody.
    """

    network: str
    title: str
    text_limit: int
    reply_limit: int | None
    counted: str
    does: tuple[Does, ...]
    cannot: dict[str, str]
    pictures: PicturesView | None
    counts: CountsView | None
    quotas: tuple[QuotaView, ...]
    settles_within_seconds: int
    safe_resend: bool
    credentials: tuple[CredentialView, ...]
    home: str
    proven: Proof


class NetworkTable(msgspec.Struct, frozen=True):
    """``not_spoken``: networks that may well be asked for, and why they cannot be had."""

    networks: tuple[NetworkView, ...]
    not_spoken: dict[str, str]


def list_networks(call: Call[None], desk: Any) -> NetworkTable:  # noqa: ARG001 the same for everybody
    """List what each network can do here, what it cannot, and what connecting an account of it asks for."""
    return table()


def table() -> NetworkTable:
    """All networks, by name."""
    return NetworkTable(tuple(_viewed(capabilities_of(network)) for network in sorted(CONNECTORS)), dict(NOT_SPOKEN))


def _viewed(rules: Capabilities) -> NetworkView:
    pictures, counts = rules.pictures, rules.counts
    return NetworkView(
        network=rules.network,
        title=rules.title,
        text_limit=rules.text_limit,
        reply_limit=rules.reply_limit,
        counted=rules.counted,
        does=tuple(does for does in Does if does in rules.does),
        cannot=dict(rules.cannot),
        pictures=None
        if pictures is None
        else PicturesView(
            kinds=tuple(sorted(pictures.kinds)),
            most=pictures.most,
            largest=pictures.largest,
            longest_alt=pictures.longest_alt,
            needed=pictures.needed,
        ),
        counts=None
        if counts is None
        else CountsView(tells=tuple(sorted(counts.tells)), at_once=counts.at_once, proven=counts.proven),
        quotas=tuple(QuotaView(one.what, one.most, int(one.within.total_seconds())) for one in rules.quotas),
        settles_within_seconds=int(rules.settles_within.total_seconds()),
        safe_resend=rules.safe_resend,
        credentials=tuple(CredentialView(**asdict(one)) for one in rules.credentials),
        home=rules.home,
        proven=rules.proven,
    )
