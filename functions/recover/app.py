"""Stop, resume, recall: an API and a role of their own, and no queue on their path."""

import os
from functools import cache
from typing import Any

from shared import startup  # isort: split

from chalice.app import Chalice, Rate

from functions.recover.direct import stop_directly
from functions.recover.drain import drain_all
from functions.recover.routes import ROUTES
from functions.recover.switch import Switch
from shared import aws
from shared.api.problems import Answer
from shared.api.rest import mount
from shared.api.routes import Route
from shared.api.serve import Request, answer
from shared.config import Config
from shared.domain.accounts import Account
from shared.domain.clock import SystemClock, id_maker
from shared.networks import Connect, Connection
from shared.outcomes import Outcomes
from shared.stores.dynamo import DynamoStore

READ_TIMEOUT = 2.5
RETRIES = 1
"""Less than other functions wait: a stop that is not known to stand is told so in time to be made again."""

app = Chalice(app_name="recover")
clock = SystemClock()


@cache
def stage() -> str:
    return Config.from_env(os.environ).stage


@cache
def store() -> DynamoStore:
    return DynamoStore(stage(), read_timeout=READ_TIMEOUT, retries=RETRIES)


@cache
def switch() -> Switch:
    new_id = id_maker(clock)
    return Switch(
        store=store(),
        outcomes=Outcomes(store(), connect, clock, new_id, "recover"),
        clock=clock,
        new_id=new_id,
    )


def connect(account: Account) -> Connection:
    return lines()(account)


@cache
def lines() -> Connect:
    # A stop is answered without a word to a network, and does not wait for what that takes.
    from shared.networks.shelf import EmptyShelf  # noqa: PLC0415
    from shared.networks.vault import Vault, connector  # noqa: PLC0415

    return connector(Vault(aws.client("secretsmanager"), stage()), EmptyShelf(), clock)


def serve(route: Route, request: Request) -> Answer:
    return answer(route, request, store=store(), clock=clock, new_id=switch().new_id, tools=switch())


mount(app, ROUTES, serve)


@app.schedule(Rate(1, unit=Rate.MINUTES))
def drain(_event: Any) -> dict[str, int]:
    return {"undrained": drain_all(switch())}


@app.lambda_function()
def engage_directly(event: Any, _context: Any) -> dict[str, Any]:
    return stop_directly(event, switch())


def prime() -> None:
    """Make what requests use, and ask nobody anything: ids, answers and connections must not be in a snapshot."""
    store().make_client()
    switch()
    lines()


if startup.is_for_snapshot():
    prime()
startup.finish()
