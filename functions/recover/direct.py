"""The stop without the gateway: the function itself is invoked, and IAM says who may."""

import json
from typing import Any

import msgspec

from functions.recover.receipts import StopReceipt
from functions.recover.stop import NewStop, engage
from functions.recover.switch import Switch
from shared.api.problems import EXPECTED, problem, translated
from shared.api.routes import Call
from shared.domain.stops import operator
from shared.domain.text import clean

FUNCTION = "recover.engage_directly"
LONGEST_WAIT = 40.0
"""Seconds; the function's own time-out is a minute."""


class DirectStop(NewStop, frozen=True, forbid_unknown_fields=True):
    """``who``: the person's name, as the ledger will say it; nothing proves it, the log of IAM has the proof."""

    who: str = "unnamed"
    wait: float = 0.0


def stop_directly(event: Any, switch: Switch) -> dict[str, Any]:
    """Stop as an operator, whose reach is everything.

    Returns ``statusCode`` and ``body`` as the API would: 201 with the receipt, or a refusal with its problem document.
    """
    try:
        receipt = _stopped(event, switch)
    except EXPECTED as refusal:
        refused = problem(refusal, FUNCTION)
        return {"statusCode": refused.status, "body": json.loads(refused.body)}
    return {"statusCode": 201, "body": json.loads(msgspec.json.encode(receipt))}


def _stopped(event: Any, switch: Switch) -> StopReceipt:
    try:
        wanted = msgspec.convert(event, DirectStop)
    except msgspec.ValidationError as complaint:
        raise translated(complaint) from complaint
    call: Call[NewStop] = Call(
        caller=operator(clean(wanted.who, "who", longest=100)),
        body=wanted,
        wait=min(wanted.wait, LONGEST_WAIT),
        now=switch.clock.now(),
        new_id=switch.new_id,
    )
    return engage(call, switch)
