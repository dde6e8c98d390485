"""Mentions on DynamoDB: the inbox in its order, what waits, and who answers whom."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from shared.domain.listening.mentions import Mention
from shared.domain.listening.people import Person, Utterance
from shared.stores import Reference, rows
from shared.stores.batches import Wanted
from shared.stores.dynamo import DynamoStore
from shared.stores.failures import answering
from shared.stores.tables import Mentions, People, decoder


class DynamoMentionStore(DynamoStore):
    """The store of those who work on mentions."""

    def together(self, wanted: Sequence[Reference]) -> Mapping[Reference, Any]:
        places = {one: rows.place_of(one.kind, one.realm, one.id) for one in wanted}
        by_place = {(place.table, *place.key): one for one, place in places.items()}
        found = self.batches.read_all([Wanted(one.kind, place) for one, place in places.items()])
        stored = ((rows.row_of(record), record) for record in found)
        return {by_place[row.table, *row.key]: record for row, record in stored}

    def inbox(self, client: str, at_most: float | None = None) -> Iterator[Mention]:
        below = None if at_most is None else Mentions.score <= at_most
        return self.query(Mention, "mentions", client, below, index_name="inbox", scan_index_forward=False)

    def whole_inbox(self, client: str) -> Iterator[Mention]:
        """Nothing but the records themselves is asked for: what comes with them would cost more than they do."""
        decode = decoder(Mention).decode
        request = {
            "TableName": self.tables["mentions"].Meta.table_name,
            "IndexName": "inbox",
            "KeyConditionExpression": "inbox = :client",
            "ExpressionAttributeValues": {":client": {"S": client}},
            "ProjectionExpression": "body",
            "ScanIndexForward": False,
        }
        with answering():
            while True:
                page = self.connection.dispatch("Query", request)
                for item in page["Items"]:
                    yield decode(item["body"]["S"])
                if "LastEvaluatedKey" not in page:
                    return
                request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def waiting(self, client: str, until: datetime) -> Iterator[str]:
        return self._ids("waiting", client, Mentions.next_at <= rows.instant(until))

    def conversation(self, client: str, network: str, external_id: str, since: datetime | None = None) -> Iterator[str]:
        later = None if since is None else Mentions.posted_at >= rows.instant(since)
        return self._ids("conversation", rows.conversation_of(client, network, external_id), later)

    def people(self, client: str, after: str = "") -> Iterator[Person]:
        later = People.item > rows.compared(after) if after else None
        return self.query(Person, "people", client, later, consistent_read=True)

    def utterances(self, person: str) -> Iterator[Utterance]:
        return self.query(Utterance, "people", person, consistent_read=True)

    def _ids(self, index: str, partition: str, where: Any = None) -> Iterator[str]:
        with answering():
            for item in self.tables["mentions"].query(partition, where, index_name=index):
                yield str(cast("Mentions", item).id)
