"""Every quarter of an hour: how posts did that went out an hour, a day or a week ago goes into the ledger.

Each post is read once at each of these ages, or not at all: what could not be read while it was of that age is left
out, since a later count would be another one. How far an account was read is written together with what was read.
What is not people's, a drill's posts, or does not stand any more is not read. Credentials that do not work are an
incident already, by the watch.

Costs a query for each agency, and for each client with an open account on a network that counts, five: its accounts,
how far they were read, and the published posts of each age. An account with posts to read costs a read of its secret,
a network call for as many of one age as its network tells of at once, and with each call one transaction.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.accounts import Account
from shared.domain.clock import Clock, NewId
from shared.domain.engagement import (
    STEPS,
    DuePost,
    Engagement,
    ReadBack,
    due_posts,
    in_calls,
    not_yet_read_back,
    published_between,
)
from shared.domain.errors import BackchannelError
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.posts import Post, PostState
from shared.networks import (
    CONNECTORS,
    Connect,
    CredentialsError,
    NotOfferedError,
    OutcomeUnknownError,
    Posted,
    RefusedError,
    ThrottledError,
    capabilities_of,
)
from shared.stores import Committing, ConflictError, Reading, StoreError

FUNCTION = "publish.read_back"
LONGEST_RUN = timedelta(seconds=150)
"""After which no other call is made: well before the function's time-out, and before the next run."""
MOST_POSTS = 100
"""Of one account in one run, so that one which posts much leaves time for the others."""
MOST_AT_ONCE = 50
"""In one call and the transaction after it, whatever a network takes."""
MOST_FAILURES = 3
"""Of an account's calls in one run, after which the rest is the next run's: it lies with all of them."""
LONGEST_WAIT = timedelta(hours=1)
"""Whatever a network asks for."""
DISCONNECTED_WAIT = timedelta(hours=1)
"""Until credentials that did not work are tried again."""


class Store(Reading, Committing, Protocol): ...


@dataclass(frozen=True, slots=True)
class _Due:
    """An account, and what of it is to be read."""

    account: Account
    read_back: ReadBack
    at_once: int
    """Of how many its network tells in one call."""
    posts: Sequence[DuePost]


class ReadingBack:
    """Bound to its collaborators; one run takes every account once, in an order that ``shuffle`` makes.

    Should time run out, it is not always the same who wait for the next run.
    """

    def __init__(
        self,
        store: Store,
        connect: Connect,
        clock: Clock,
        new_id: NewId,
        shuffle: Callable[[list[Any]], None],
    ) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id
        self._shuffle = shuffle

    def read_back(self) -> int:
        """Returns how many counts went into the ledger."""
        end = self._clock.monotonic() + LONGEST_RUN.total_seconds()
        waiting = [due for client in every_client(self._store) for due in self._due(client)]
        self._shuffle(waiting)
        told = 0
        for due in waiting:
            try:
                told += sum(self._told(due, end))
            except StoreError:
                # One account that cannot be recorded must not keep the others from being read.
                telemetry.logger.exception("not recorded; the next run reads again", extra={"account": due.account.id})
        return told

    def _due(self, client: str) -> Iterator[_Due]:
        accounts = [(one, at_once) for one in self._store.list(Account, client) if (at_once := _at_once(one))]
        if not accounts:
            return
        now = self._clock.now()
        known = {one.account: one for one in self._store.list(ReadBack, client)}
        posts: defaultdict[str, defaultdict[str, list[Post]]] = defaultdict(lambda: defaultdict(list))
        for step in STEPS:
            for post in self._store.posts_between(client, PostState.PUBLISHED, *published_between(step, now)):
                posts[post.account][step.name].append(post)
        for account, at_once in accounts:
            read_back = known.get(account.id) or not_yet_read_back(client, account.id)
            due = due_posts(read_back, posts[account.id], now)
            if due and not read_back.is_waiting(now):
                yield _Due(account, read_back, at_once, due[:MOST_POSTS])

    def _told(self, due: _Due, end: float) -> Iterator[int]:
        """How many counts each call brought, once they are in the ledger."""
        account, read_back = due.account, due.read_back
        calls, failures = deque(in_calls(due.posts, min(due.at_once, MOST_AT_ONCE))), 0
        while calls and failures < MOST_FAILURES:
            if self._clock.monotonic() >= end:
                telemetry.logger.warning("no time left; the next run goes on", extra={"account": account.id})
                return
            asked, now = calls.popleft(), self._clock.now()
            try:
                entries = self._asked(account, asked)
            except (CredentialsError, ThrottledError) as later:
                self._unread(account, later, "not read; the account is left alone for a while")
                wait_until = _wait_until(later, now)
                if wait_until is not None:
                    self._keep(read_back.waiting(wait_until), [])
                return
            except (OutcomeUnknownError, RefusedError) as failure:
                failures += 1
                if isinstance(failure, OutcomeUnknownError) and not asked[0].is_late(now):
                    self._unread(account, failure, "not read; the next run reads again")
                    # What follows at its age would put it behind. The other ages are asked for all the same.
                    calls = deque(call for call in calls if call[0].step is not asked[0].step)
                    continue
                if len(asked) > 1 and not isinstance(failure, NotOfferedError):
                    self._unread(account, failure, "not told of several; each is asked for alone")
                    calls.extendleft((one,) for one in reversed(asked))
                    continue
                self._unread(account, failure, "not told; it is not asked again")
                entries = []
            read_back = read_back.through(asked)
            if not self._keep(read_back, entries):
                return
            yield len(entries)

    def _asked(self, account: Account, asked: Sequence[DuePost]) -> list[Entry]:
        """What there is to say of them."""
        found = self._connect(account).engagement([_posted(one.post) for one in asked])
        told = [(one, found.get(_posted(one.post).external_id)) for one in asked]
        return [self._entry(one, counts) for one, counts in told if counts is not None]

    def _entry(self, due: DuePost, counts: Engagement) -> Entry:
        post = due.post
        about = {"account": post.account, "network": post.network, "after": due.step.name}
        data = {**about, **counts.told(), "function": post.function, "author": post.author}
        fact = Fact(type="post.engagement", subject=post.id, data=data)
        return entry(fact, id=self._new_id("led"), realm=post.client, at=self._clock.now(), who=system(FUNCTION))

    def _keep(self, read_back: ReadBack, entries: Sequence[Entry]) -> bool:
        try:
            self._store.commit(read_back, *entries)
        except ConflictError:
            telemetry.logger.info("read by another run meanwhile", extra={"account": read_back.account})
            return False
        return True

    def _unread(self, account: Account, failure: BackchannelError, what: str) -> None:
        telemetry.logger.warning(what, extra={"account": account.id, "because": failure.reason})
        telemetry.count("accounts_not_read_back")


def _at_once(account: Account) -> int:
    """Of how many posts its network tells in one call; 0 for an account that is not read."""
    if account.closed_at is not None or account.shadow or account.network not in CONNECTORS:
        return 0
    counts = capabilities_of(account.network).counts
    return counts.at_once if counts else 0


def _wait_until(later: CredentialsError | ThrottledError, now: datetime) -> datetime | None:
    """None: until the next run."""
    if isinstance(later, CredentialsError):
        return now + DISCONNECTED_WAIT
    return None if later.until is None else min(later.until, now + LONGEST_WAIT)


def _posted(post: Post) -> Posted:
    return Posted(external_id=post.sent[0].external_id, is_reply=bool(post.in_reply_to))
