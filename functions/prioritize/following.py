"""In whatever order it becomes known: a reply that came before its post was on record follows it all the same.

Each minute what is new in the ledger is gone through before it counts as read: cut short, it is gone through again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Protocol

from shared import telemetry
from shared.domain.clock import Clock, NewId
from shared.domain.following.watches import RECALLED, Watch
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.listening.following import followed
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking
from shared.domain.listening.settings import Listening
from shared.stores import Committing, ConflictError, Mentions, Reading, Reference

WHO = system("prioritize.attend")
WITHIN = timedelta(days=1)
"""What was said longer ago than that is left as it is."""
MOST_ROUNDS = 8
"""Of replies to replies that came before what they answer."""
MOST = 500
"""Mentions of one conversation."""
MOST_TOLD = 50
"""Replies in one run whose own replies are looked for: of a crowd, next to all come in their order."""
TRIES = 3
_OUT = frozenset({"post.published", "post.part_published"})
_GONE = frozenset({"post.recalled", "post.parts_recalled"})


class Store(Reading, Mentions, Committing, Protocol): ...


class Follower:
    """Bound to one client's turn. Where nothing was published, answered or taken down it asks for nothing."""

    def __init__(self, client: str, *, store: Store, clock: Clock, new_id: NewId) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._ranking = Ranking(None, None, clock.now())
        self._watches: dict[str, Watch] = {}
        self._known: dict[str, Mention] = {}

    def follow(self, news: Sequence[Entry]) -> int:
        """Returns how many mentions were found to follow a post that were not known to."""
        for gone in news:
            if gone.type in _GONE:
                self._end(gone)
        out = [str(one.data["watch"]) for one in news if one.type in _OUT and one.data.get("watch")]
        told = [one.subject for one in news if one.type == "mention.received" and one.data.get("watch")]
        if not out and not told:
            return 0
        places = self._read(out, told[:MOST_TOLD])
        tied = 0
        for _ in range(MOST_ROUNDS):
            newly = [one for place in sorted(places) for one in self._standing_in(*place)]
            places = {place for one in newly for place in _places(one)}
            tied += len(newly)
            if not places:
                break
        return tied

    def _end(self, gone: Entry) -> None:
        """What was taken down is not watched any more; of a thread, the parts from the one that is named on."""
        watches = [one for one in self._store.list(Watch, self._client) if one.post == gone.subject]
        named = next((one.part for one in watches if one.url == gone.data.get("url")), None)
        since = 0 if gone.type == "post.recalled" else named
        for watch in watches:
            if watch.closed_at is None and since is not None and watch.part >= since:
                fact = Fact(type="watch.closed", subject=watch.post, data={"outcome": RECALLED})
                self._commit(watch.closed(RECALLED, WHO["function"], gone.at), fact)

    def _read(self, out: Sequence[str], told: Sequence[str]) -> set[tuple[str, str]]:
        """Where those may stand that follow what is out, and those of whom is told."""
        listening, priorities = (Reference(kind, self._client, self._client) for kind in (Listening, Priorities))
        watches = [Reference(Watch, self._client, id_) for id_ in out]
        mentions = [Reference(Mention, self._client, id_) for id_ in told]
        found = self._store.together([listening, priorities, *watches, *mentions])
        self._ranking = Ranking(found.get(listening), found.get(priorities), self._clock.now())
        self._watches = {one.id: found[one] for one in watches if one in found}
        self._known = {one.id: found[one] for one in mentions if one in found}
        above = [Reference(Mention, self._client, one.mention) for one in self._watches.values() if one.mention]
        answered: Iterable[Mention] = self._store.together(above).values() if above else ()
        return {
            *((watch.network, watch.external_id) for watch in self._watches.values()),
            *((above.network, above.conversation) for above in answered if above.conversation),
            *(place for one in self._known.values() for place in _places(one)),
        }

    def _standing_in(self, network: str, conversation: str) -> list[Mention]:
        """Those of a conversation that are tied now."""
        ids = self._store.conversation(self._client, network, conversation, self._clock.now() - WITHIN)
        wanted = [Reference(Mention, self._client, id_) for id_ in islice(ids, MOST) if id_ not in self._known]
        mentions: Iterable[Mention] = self._store.together(wanted).values() if wanted else ()
        tied = [self._tied(one) for one in mentions if not one.watch and one.state not in _SILENT]
        return [one for one in tied if one is not None]

    def _tied(self, mention: Mention) -> Mention | None:
        """As it follows a post now, if it does. Whoever is at it meanwhile only puts it off."""
        for _ in range(TRIES):
            post = followed(mention, self._ranking.listening, self._watches.get, self._known.get)
            if not post:
                return None
            tied = replace(self._ranking.placed(replace(mention, watch=post)), version=mention.version + 1)
            if self._commit(tied, Fact(type="mention.tied", subject=tied.id, data={"post": post})):
                self._known[tied.id] = tied
                return tied
            place = Reference(Mention, self._client, mention.id)
            mention = self._store.together([place])[place]
            if mention.watch or mention.state in _SILENT:
                return None
        telemetry.count("mentions_not_tied", 1)
        return None

    def _commit(self, record: Mention | Watch, fact: Fact) -> bool:
        told = entry(fact, id=self._new_id("led"), realm=self._client, at=self._clock.now(), who=WHO)
        try:
            self._store.commit(record, told)
        except ConflictError:
            return False
        return True


_SILENT = frozenset({MentionState.RETRACTED, MentionState.MERGED})


def _places(mention: Mention) -> set[tuple[str, str]]:
    """Network and conversation in which those may stand that answer it: its own, and one that its network names."""
    named = {mention.conversation} - {mention.in_reply_to}
    return {(mention.network, link) for link in (mention.external_id, *named) if link}
