"""The audit log, which is also the outbox and the source of every measure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something that happened, named in the past tense: ``post.approved``."""

    type: str
    subject: str
    """The id of what it happened to."""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A fact in a realm's ledger: written in the transaction that made it true, and never changed."""

    id: str
    realm: str
    at: datetime
    type: str
    subject: str
    who: Mapping[str, str]
    data: Mapping[str, Any]
    version: int = 1


def entry(fact: Fact, *, id: str, realm: str, at: datetime, who: Mapping[str, str]) -> Entry:  # noqa: A002
    return Entry(id=id, realm=realm, at=at, type=fact.type, subject=fact.subject, who=who, data=fact.data)


def of_a_drills_post(told: Entry) -> bool:
    """Whether it is of a post on an account for drills, which nobody counts as work."""
    return told.type.startswith("post.") and bool(told.data.get("drill"))


def system(function: str) -> Mapping[str, str]:
    """As the ledger names one of our own functions."""
    return {"function": function}
