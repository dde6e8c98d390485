"""From what a webhook or a poll brought to mentions in the inbox.

However often, in whatever order and by however many tools a message is reported, changed and taken back, it ends as the
same mention.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from functions.prioritize import telling
from functions.prioritize.known import Known
from functions.prioritize.state import state
from shared.domain.clock import Clock, NewId
from shared.domain.following.watches import Watch
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.classify import Classification, Classifier, Message
from shared.domain.listening.following import answered, followed, watches_asked
from shared.domain.listening.likeness import Likeness, likeness_id, likeness_with
from shared.domain.listening.mentions import (
    NOTHING_SAID,
    Delivery,
    Mention,
    MentionState,
    Report,
    Retraction,
    Unread,
    mention_id,
    mention_of,
    merged,
    message_of,
    taken_back,
)
from shared.domain.listening.people import PeopleKey, Person, author_key, met, sighting, utterance
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking
from shared.domain.listening.settings import Listening
from shared.stores import Committing, ConflictError, Mentions, Record, Reference

WHO = system("prioritize.mentions")
TRIES = 8
"""Of one report, when others are at the same records: of those who meet there, each time one at least gets through."""
PAUSE = 0.02
"""Seconds before the second try, doubled before each later one."""


class Store(Mentions, Committing, Protocol): ...


class Receiver:
    """Takes in one batch. What the batch needs is read at once, and each report is then one conditional write."""

    def __init__(
        self, store: Store, classifier: Classifier, clock: Clock, new_id: NewId, people_key: Callable[[str], PeopleKey]
    ) -> None:
        self._store = store
        self._classifier = classifier
        self._clock = clock
        self._new_id = new_id
        self._people_key = people_key
        self._known = Known(store)
        self._rankings: dict[str, Ranking] = {}
        self._labels: dict[tuple[str, Message], Classification] = {}

    def read_ahead(self, deliveries: Sequence[Delivery]) -> None:
        """Read and classify what :meth:`receive` will ask for."""
        clients = dict.fromkeys(delivery.client for delivery in deliveries)
        laid_down = (Reference(kind, client, client) for client in clients for kind in (Listening, Priorities))
        self._known.read([*laid_down, *(one for delivery in deliveries for one in self._references(delivery))])
        for client in clients:
            listening = self._known.one(Listening, client, client)
            priorities = self._known.one(Priorities, client, client)
            ranking = self._rankings[client] = Ranking(listening, priorities, self._clock.now())
            of_client = (delivery for delivery in deliveries if delivery.client == client)
            messages = dict.fromkeys(message_of(report) for delivery in of_client for report in delivery.reports)
            labels = self._classifier.classify(list(messages), ranking.listening.functions)
            self._labels.update(((client, message), given) for message, given in zip(messages, labels, strict=True))

    def receive(self, delivery: Delivery) -> None:
        """Put each report into the inbox.

        A message that was reported before gains the new source, and what its author changed since. One that was taken
        back leaves the inbox and never comes back, though its report be late. Raises ConflictError when somebody else
        was at the same records again and again; then the delivery is to be brought once more.
        """
        for report in delivery.reports:
            self._undisturbed(partial(self._report, report=report), delivery)
        for retraction in delivery.retractions:
            self._undisturbed(partial(self._retract, retraction=retraction), delivery)
        if delivery.unread is not None:
            self._keep(delivery.unread)
        self._undisturbed(self._state, delivery)

    def _report(self, delivery: Delivery, report: Report) -> None:
        new = mention_of(delivery, report, self._labels[delivery.client, message_of(report)])
        known, likeness = self._known.mention(new.client, new.id), self._known.one(*_likeness_of(new))
        if known is not None:
            self._tell_again(known, known, delivery, report)
        elif twin := self._twin(new, likeness):
            joined = twin.joined(report) if report.external_id else twin
            pointing = (merged(delivery, report, twin), likeness_with(likeness, joined, self._clock.now()))
            self._tell_again(twin, joined, delivery, report, *(pointing if report.external_id else ()))
        else:
            self._arrive(new, likeness, delivery.source)

    def _twin(self, new: Mention, likeness: Likeness | None) -> Mention | None:
        """The mention of the same message, of which one report has no id. Without author or words nothing tells."""
        if likeness is None or not new.author or not new.text:
            return None
        id_ = likeness.same_as(new.external_id, new.posted_at)
        return self._known.there(new.client, id_) if id_ else None

    def _arrive(self, new: Mention, likeness: Likeness | None, source: str) -> None:
        """A message that nobody told of before, and its author with one more of it."""
        ranking, people, seen = self._rankings[new.client], self._people_key(new.client), sighting(new)
        known = self._known.one(*_person_of(new, people)) if seen else None
        roles = tuple(found.role.value for found in known.roles()) if known else ()
        placed = ranking.placed(replace(new, roles=roles, watch=self._followed(new)))
        records: list[Record] = [placed, likeness_with(likeness, placed, self._clock.now())]
        if seen is not None:
            person = met(known, people, seen)
            records += [utterance(people, seen), *([person] if person is not known else [])]
        self._commit(new.client, telling.arrived(placed, source, ranking), records)

    def _tell_again(
        self, known: Mention, told: Mention, delivery: Delivery, report: Report, *pointing: Mention | Likeness
    ) -> None:
        """One more report of a mention. ``told``: with the id that it gives; ``pointing``: what leads there from it."""
        facts = []
        if pointing:
            told = self._rankings[delivery.client].placed(replace(told, watch=told.watch or self._followed(told)))
        if told.is_older_than(report):
            edited = told.edited(report, self._labels[delivery.client, message_of(report)])
            told = self._rankings[delivery.client].placed(edited)
            facts.append(telling.edited(told, delivery.source))
        if delivery.source not in told.sources and told.state is not MentionState.RETRACTED:
            told = told.reported_by(delivery.source)
            facts.append(telling.reported_again(told, delivery.source))
        if facts or pointing:
            self._commit(known.client, facts, [replace(told, version=known.version + 1), *pointing])

    def _followed(self, mention: Mention) -> str:
        """The watched post that it follows, if any."""
        return followed(
            mention,
            self._rankings[mention.client].listening,
            lambda id_: self._known.one(Watch, mention.client, id_),
            lambda id_: self._known.one(Mention, mention.client, id_),
        )

    def _retract(self, delivery: Delivery, retraction: Retraction) -> None:
        """The mention without what it said, and that it was taken back, if that is new."""
        id_ = mention_id(delivery.client, retraction.network, retraction.external_id)
        known = self._known.mention(delivery.client, id_)
        gone = known.retracted() if known is not None else taken_back(delivery, retraction)
        if gone is not known:
            self._commit(gone.client, [telling.retracted(gone, known, delivery.source)], [gone])

    def _state(self, delivery: Delivery) -> None:
        state(delivery, store=self._store, clock=self._clock, new_id=self._new_id)

    def _keep(self, unread: Unread) -> None:
        try:
            self._store.commit(unread)
        except ConflictError:
            return  # the same webhook again

    def _undisturbed(self, work: Callable[[Delivery], None], delivery: Delivery) -> None:
        """Done anew, from what is there then, while somebody else is at it as well."""
        for tried in range(1, TRIES + 1):
            try:
                work(delivery)
            except ConflictError:
                if tried == TRIES:
                    raise
                self._clock.sleep(PAUSE * 2 ** (tried - 1))
                self._known.anew(self._references(delivery))
            else:
                return

    def _commit(self, client: str, facts: Iterable[Fact], records: Sequence[Record]) -> None:
        at = self._clock.now()
        entries = (entry(fact, id=self._new_id("led"), realm=client, at=at, who=WHO) for fact in facts)
        self._store.commit(*records, *entries)
        self._known.wrote(client, records)

    def _references(self, delivery: Delivery) -> list[Reference]:
        """The records that the reports and retractions of a delivery may be of."""
        client = delivery.client
        mentions = [mention_of(delivery, report, NOTHING_SAID) for report in delivery.reports]
        gone = (mention_id(client, one.network, one.external_id) for one in delivery.retractions)
        return [
            *(Reference(Mention, client, id_) for id_ in (*(mention.id for mention in mentions), *gone)),
            *(Reference(*_likeness_of(mention)) for mention in mentions),
            *(Reference(*_person_of(one, self._people_key(client))) for one in mentions if one.author),
            *(Reference(Watch, client, id_) for mention in mentions for id_ in watches_asked(mention)),
            *(Reference(Mention, client, id_) for mention in mentions if (id_ := answered(mention))),
        ]


def _likeness_of(mention: Mention) -> tuple[type[Likeness], str, str]:
    return Likeness, mention.client, likeness_id(mention.client, mention.network, mention.author, mention.text)


def _person_of(mention: Mention, people: PeopleKey) -> tuple[type[Person], str, str]:
    return Person, mention.client, people.id_of(mention.network, author_key("", mention.author))
