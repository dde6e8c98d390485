"""Each hour, for each client: every post that was due came to one end, and nothing went out twice or unapproved.

What does not add up stops its account, raises an alarm and stands in the ledger. Costs four queries for the attempts,
and for each client a read (two the first time), a query of the ledger for each day since the last audit, a read for
each post sent since, and one transaction.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.attempts import NAMING_HORIZON, Attempt
from shared.domain.audit import BOOKS_CLOSE, Audit, Break, audit, opened, sent_between
from shared.domain.clock import Clock, NewId, ulid
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.parties import Client
from shared.domain.posts import Post
from shared.domain.stops import ScopeKind, StopScope
from shared.domain.weeks import days_of
from shared.halting import halt
from shared.stores import Committing, ConflictError, Reading, Stops, StoreError

FUNCTION = "publish.audit"


class Store(Reading, Committing, Stops, Protocol): ...


def audit_all(*, store: Store, clock: Clock, new_id: NewId) -> int:
    """Audit every client's books up to a moment ago; returns how many breaks were found."""
    books = [found for client in every_client(store) if (found := _books(client, store)) is not None]
    if not books:
        return 0
    attempts = defaultdict(list)
    for attempt in store.attempts_since(min(before.until for before in books) - NAMING_HORIZON):
        attempts[attempt.client].append(attempt)
    return sum(_audited(before, attempts[before.client], store, clock, new_id) for before in books)


def _books(client_id: str, store: Store) -> Audit | None:
    before = store.get(Audit, client_id, client_id)
    if before is not None:
        return before
    client = store.get(Client, client_id, client_id)
    return opened(client_id, client.created_at) if client else None


def _audited(before: Audit, attempts: list[Attempt], store: Store, clock: Clock, new_id: NewId) -> int:
    now = clock.now()
    try:
        made = audit(before, _entries(before, now, store), attempts, _sent(before, attempts, now, store), now)
        # The stop comes first: an audit that is on file is not made again.
        for broken in made.breaks:
            _stop_account(broken, made.client, store, clock, new_id)
        store.commit(made, entry(_fact(made), id=new_id("led"), realm=made.client, at=now, who=system(FUNCTION)))
    except ConflictError:
        telemetry.logger.info("another audit ran at the same time", extra={"client": before.client})
        return 0
    except StoreError:
        # One client's books that cannot be read or written must not keep the others from their audit.
        telemetry.logger.exception("not audited; the next run reads on from here", extra={"client": before.client})
        telemetry.count("audits_failed")
        return 0
    if made.breaks:
        telemetry.count("audit_breaks", len(made.breaks))
    return len(made.breaks)


def _entries(before: Audit, now: datetime, store: Store) -> Iterator[Entry]:
    """The ledger from where the books closed; an id may be a little older than the time that its entry names."""
    after = f"led_{ulid(before.until - BOOKS_CLOSE, bytes(10))}"
    for day in days_of(before.until - BOOKS_CLOSE, now):
        yield from store.ledger(before.client, day, after)


def _sent(before: Audit, attempts: list[Attempt], now: datetime, store: Store) -> Mapping[str, Post]:
    ids = {attempt.post for attempt in sent_between(attempts, before.until, now)}
    found = (store.post(id_) for id_ in sorted(ids))
    return {post.id: post for post in found if post is not None}


def _stop_account(broken: Break, client: str, store: Store, clock: Clock, new_id: NewId) -> None:
    post = store.post(broken.post)
    scope = StopScope(ScopeKind.CLIENT, client)
    if post is not None and post.client == client:
        scope = StopScope(ScopeKind.ACCOUNT, f"{client}/{post.account}")
    reason = f"The audit found that {broken.post} does not add up. {broken.because}"
    halt(scope, reason, client=client, function=FUNCTION, store=store, clock=clock, new_id=new_id)


def _fact(made: Audit) -> Fact:
    figures = {
        "since": made.since.isoformat(),
        "until": made.until.isoformat(),
        "due": made.due,
        "ends": dict(made.ends),
        "back_in_review": made.back_in_review,
        "unfinished": made.unfinished,
        "lost": made.lost,
        "waiting": len(made.waiting),
        "sends": made.sends,
    }
    if not made.breaks:
        return Fact(type="audit.passed", subject=made.client, data=figures)
    breaks = [{"post": one.post, "because": one.because} for one in made.breaks]
    return Fact(type="audit.broken", subject=made.client, data={**figures, "breaks": breaks})
