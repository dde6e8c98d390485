"""What became of an attempt, learnt by reading the network; and taking down what must not stay up.

Used by the publisher's reconcile and by a stop's drain: both read, neither ever sends again.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from shared.domain.accounts import Account
from shared.domain.attempts import DEADLINE_MARGIN, NAMING_HORIZON, Attempt, AttemptState
from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.mentions import OPEN_STATES, Mention, MentionState
from shared.domain.posts import Post, PostState, Published
from shared.networks import (
    Connect,
    Connection,
    CredentialsError,
    OutcomeUnknownError,
    RefusedError,
    ThrottledError,
    capabilities,
)
from shared.stores import Committing, ConflictError, Reading, Stops

UNREADABLE_AFTER = timedelta(minutes=10)
"""When the network cannot even be read for this long, a person is asked."""
MENTION_TRIES = 3
NETWORK_ERRORS = (RefusedError, ThrottledError, CredentialsError, OutcomeUnknownError)


class Store(Reading, Committing, Stops, Protocol): ...


def _awaits(post: Post, attempt: Attempt) -> bool:
    """Whether the post's end is the end of this attempt."""
    return post.attempt == attempt.id and post.state in (PostState.CLAIMED, PostState.UNKNOWN)


def _publication(post: Post, published: Published, because: str) -> Fact:
    late = (published.at - (post.due_at or published.at)).total_seconds()
    data = {
        "url": published.url,
        "account": post.account,
        "handle": post.handle,
        "mention": post.mention,
        "late_seconds": round(late, 3),
        "because": because,
    }
    return Fact(type="post.published", subject=post.id, data=data)


class Outcomes:
    """Bound to the collaborators that both callers share; ``function`` is how the ledger names the caller."""

    def __init__(self, store: Store, connect: Connect, clock: Clock, new_id: NewId, function: str) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id
        self._who = system(function)

    def settle(self, attempt: Attempt) -> Attempt:
        """``attempt`` with its end, if that can be known now; the same attempt while it may still be in flight."""
        now = self._clock.now()
        post = self._store.post(attempt.post)
        if post is None or not attempt.abandoned(now):
            return attempt
        waited = now - (attempt.deadline + DEADLINE_MARGIN)
        try:
            found = self._line(post).find(post, attempt.started_at, self._taken(attempt))
        except NETWORK_ERRORS as unreadable:
            if waited < UNREADABLE_AFTER:
                return attempt
            return self._unverified(attempt, post, f"the network cannot be read: {unreadable.reason}")
        if found is not None:
            return self._found(attempt, post, found)
        if waited < capabilities(post.network).settles_within:
            return attempt
        return self._unverified(
            attempt, post, "the network does not show it, and no answer came; look before resending"
        )

    def recall(self, post: Post, who: Mapping[str, str] | None = None) -> Post:
        """``post`` taken down, verified by reading; or recall_failed, with why and where it can be seen.

        ``who`` asked for it, as the ledger names them; the function itself when nobody did.
        """
        if post.published is None or post.state not in (PostState.PUBLISHED, PostState.RECALL_FAILED):
            return post
        problem = self._taken_down(post, post.published)
        now = self._clock.now()
        if problem is None:
            recalled = post.moved(PostState.RECALLED, now, "taken down, and seen to be gone")
        else:
            recalled = self._failed(post, problem)
        fact = Fact(
            type=f"post.{recalled.state.value}",
            subject=post.id,
            data={"url": post.published.url, "because": recalled.because},
        )
        self._store.commit(recalled, self._entry(fact, post.client, who))
        return recalled

    def _failed(self, post: Post, problem: str) -> Post:
        because = f"{problem.rstrip('.')}. A person must take it down at the network."
        if post.state is PostState.RECALL_FAILED:
            return post.again(self._clock.now(), because)
        return post.moved(PostState.RECALL_FAILED, self._clock.now(), because)

    def _taken_down(self, post: Post, published: Published) -> str | None:
        """None when it is gone; else what stood in the way."""
        try:
            line = self._line(post)
            line.recall(published.external_id)
            if line.visible(published.external_id):
                return "The network said that it was deleted and still shows it"
        except NETWORK_ERRORS as refusal:
            return refusal.reason
        return None

    def landed(self, attempt: Attempt, post: Post, published: Published, because: str = "") -> Post:
        """Record where a post can be seen, and that the mention it answers is answered, in one commit.

        A mention that others are busy with is read again, and left alone rather than that the outcome goes unrecorded.
        """
        now = self._clock.now()
        ended = attempt.moved(AttemptState.LANDED, now, because, published)
        seen = post.moved(PostState.PUBLISHED, now, because, published=published)
        entry = self._entry(_publication(seen, published, because), post.client)
        for _ in range(MENTION_TRIES):
            mention = self._open_mention(post)
            if mention is None:
                break
            answered = mention.moved(MentionState.ANSWERED, f"answered by {post.id}")
            fact = Fact(type="mention.answered", subject=mention.id, data={"post": post.id})
            try:
                self._store.commit(seen, ended, answered, entry, self._entry(fact, post.client))
            except ConflictError as conflict:
                if isinstance(conflict.record, Mention):
                    continue
                raise
            return seen
        self._store.commit(seen, ended, entry)
        return seen

    def _open_mention(self, post: Post) -> Mention | None:
        mention = self._store.mention(post.mention) if post.mention else None
        return mention if mention is not None and mention.state in OPEN_STATES else None

    def _unverified(self, attempt: Attempt, post: Post, because: str) -> Attempt:
        now = self._clock.now()
        ended = attempt.moved(AttemptState.UNVERIFIED, now, because)
        if not _awaits(post, attempt):
            self._store.commit(ended)
            return ended
        unverified = post.moved(PostState.UNVERIFIED, now, because)
        fact = Fact(type="post.unverified", subject=post.id, data={"because": because, "handle": post.handle})
        self._store.commit(ended, unverified, self._entry(fact, post.client))
        return ended

    def _found(self, attempt: Attempt, post: Post, found: Published) -> Attempt:
        because = "found by reading the network"
        if _awaits(post, attempt):
            self.landed(attempt, post, found, because)
            return attempt.moved(AttemptState.LANDED, self._clock.now(), because, found)
        ended = attempt.moved(AttemptState.LANDED, self._clock.now(), because, found)
        self._store.commit(ended)
        return ended

    def _taken(self, attempt: Attempt) -> frozenset[str]:
        """What other attempts are known to have published: the same text may have gone out twice, by two posts."""
        others = self._store.attempts_since(attempt.started_at - NAMING_HORIZON)
        return frozenset(one.published.external_id for one in others if one.published and one.id != attempt.id)

    def _line(self, post: Post) -> Connection:
        account = self._store.get(Account, post.client, post.account)
        if account is None:
            raise CredentialsError("The account is not connected.")
        return self._connect(account)

    def _entry(self, fact: Fact, realm: str, who: Mapping[str, str] | None = None) -> Entry:
        return entry(fact, id=self._new_id("led"), realm=realm, at=self._clock.now(), who=who or self._who)
