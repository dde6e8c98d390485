"""The HTTP API of the day's work."""

import os
from datetime import datetime
from functools import cache, partial
from http import HTTPStatus

from shared import startup  # isort: split

from chalice.app import Chalice

from functions.desk.document import packaged
from functions.desk.key_uses import KeyUses
from functions.desk.rates import Rates
from functions.desk.routes import ROUTES
from functions.desk.tools import Desk
from functions.desk.wake import call_couriers, wake_soon
from shared import aws, telemetry
from shared.addresses import resolved
from shared.api.problems import UNAUTHORIZED, Answer
from shared.api.rest import mount
from shared.api.routes import Change, Route
from shared.api.serve import Request, answer
from shared.config import DeskConfig, ShelfConfig
from shared.domain.clock import SystemClock, id_maker
from shared.export_files import S3ExportFiles
from shared.networks.shelf import EmptyShelf, S3Shelf
from shared.networks.vault import Vault, opened
from shared.queues import Queue, SqsQueue
from shared.stores.dynamo_mentions import DynamoMentionStore

app = Chalice(app_name="desk")


@cache
def wired() -> tuple[DynamoMentionStore, Desk, Queue, Queue, KeyUses, Rates]:
    config = DeskConfig.from_env(os.environ)
    store = DynamoMentionStore(config.stage)
    vault = Vault(aws.client("secretsmanager"), config.stage)
    bucket = ShelfConfig.from_env(os.environ).media_bucket
    desk = Desk(
        store=store,
        vault=vault,
        shelf=S3Shelf(lambda: aws.client("s3"), bucket),
        exports=S3ExportFiles(lambda: aws.client("s3"), bucket),
        open=partial(opened, shelf=EmptyShelf()),
        resolve=resolved,
        entropy=os.urandom,
        document=packaged,
        allow_plain_http=config.allow_plain_http,
        sends_mail=bool(config.mail_from),
    )
    sqs = aws.client("sqs")
    outbound, deliveries = SqsQueue(sqs, config.outbound_queue_url), SqsQueue(sqs, config.deliveries_queue_url)
    return store, desk, outbound, deliveries, KeyUses(store), Rates(store)


def serve(route: Route, request: Request) -> Answer:
    store, desk, outbound, deliveries, uses, rates = wired()
    clock = SystemClock()

    def after_commit(change: Change) -> None:
        wake_soon(change, store, outbound, clock.now())
        call_couriers(change, deliveries)

    given = answer(
        route,
        request,
        store=store,
        clock=clock,
        new_id=id_maker(clock),
        tools=desk,
        after_commit=after_commit,
        limit=rates.admit,
    )
    if route.opens_with == "key":  # else nobody has proven the key that came along
        note(given, request, uses, clock.now())
    return given


def note(given: Answer, request: Request, uses: KeyUses, now: datetime) -> None:
    """Notes that the request's key was used, if it is one. Whatever becomes of that, the request has its answer."""
    if given.status == UNAUTHORIZED.status or given.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return
    try:
        uses.note(request.headers.get("authorization", ""), now)
    except Exception:  # noqa: BLE001 - what was done is done, and its caller is to hear of it
        telemetry.logger.exception("the use of a key was not noted")


mount(app, ROUTES, serve)

if startup.is_for_snapshot():
    # Clients and no connections: nobody is asked anything before the first request.
    wired()[0].make_client()
startup.finish()
