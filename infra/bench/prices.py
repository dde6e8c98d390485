"""What AWS takes, on demand in us-east-1, and how DynamoDB counts it."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.hooks import BaseEventHooks

PRICES = {"sqs": 0.40, "write": 0.625, "read": 0.125, "lambda": 0.20}
"""USD per million: SQS requests, DynamoDB write and read units, Lambda requests. Sources:
https://aws.amazon.com/sqs/pricing/, https://aws.amazon.com/dynamodb/pricing/on-demand/,
https://aws.amazon.com/lambda/pricing/"""
GB_SECOND = 13.3334
"""USD per million, of Lambda on arm64."""
WRITTEN = 1024
"""Bytes in a unit of writing. In a transaction each counts twice; an index is written outside of it. Source:
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-unit-calculator.html"""


def usd(units: Mapping[str, float]) -> float:
    """Of a million times these, by the names in :data:`PRICES`; all other units are Lambda's GB-seconds."""
    return sum(PRICES.get(name, GB_SECOND) * number for name, number in units.items())


@dataclass(slots=True)
class Units:
    """Units of DynamoDB that were asked for since this was cleared, counted from what was sent.

    A read is taken to be of one record below a unit, there or not; a query to read one unit.
    """

    indexes: Mapping[str, Mapping[str, bool]]
    """By the end of a table's name the attribute that each of its indexes is keyed by, and whether it holds all."""
    written: int = 0
    read: int = 0

    def clear(self) -> None:
        self.written = self.read = 0

    def listen(self, events: "BaseEventHooks") -> None:
        events.register("before-send.dynamodb", self._sent)

    def _sent(self, event_name: str, request: Any, **_: Any) -> None:
        body = json.loads(request.body)
        match event_name.rpartition(".")[2]:
            case "TransactWriteItems":
                for action in body["TransactItems"]:
                    # A commit is made of puts alone.
                    self._put(action["Put"], 2)
            case "PutItem":
                self._put(body, 1)
            case "GetItem" | "Query":
                self.read += 1
            case "BatchGetItem":
                self.read += sum(len(asked["Keys"]) for asked in body["RequestItems"].values())
            case other:
                raise NotImplementedError(f"{other} is not counted here.")

    def _put(self, said: Mapping[str, Any], times: int) -> None:
        table, item = str(said["TableName"]), said["Item"]
        each = math.ceil(size(item) / WRITTEN)
        self.written += times * each
        for attribute, whole in self.indexes.get(table.rpartition("-")[2], {}).items():
            if attribute in item:
                self.written += each if whole else 1


def size(item: Mapping[str, Mapping[str, Any]]) -> int:
    """Bytes of an item as DynamoDB's JSON has it, about as DynamoDB counts them."""
    return sum(len(name.encode()) + _size(value) for name, value in item.items())


def _size(value: Mapping[str, Any]) -> int:
    ((kind, held),) = value.items()
    if kind == "M":
        return 3 + len(held) + size(held)
    if kind == "L":
        return 3 + sum(1 + _size(one) for one in held)
    if isinstance(held, list):
        return sum(len(one) for one in held)
    if kind == "N":
        return len(held) // 2 + 2
    return len(held.encode()) if isinstance(held, str) else 1
