"""The weekly review and the days' measures, looked for each hour since the clients' days end at different hours."""

import os
from functools import cache, partial
from typing import Any

from chalice.app import Chalice, Rate

from functions.review.gauges import day_told, waiting
from functions.review.measure import measure as keep_days
from functions.review.weekly import weekly as make_reviews
from shared import telemetry
from shared.config import Config
from shared.domain.clock import SystemClock, id_maker
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="review")
clock = SystemClock()
MEASURES_WITHIN = 200.0
"""Seconds of a run in which days are begun; what is left is taken up by the next."""


@cache
def store() -> DynamoStore:
    return DynamoStore(Config.from_env(os.environ).stage)


@app.schedule(Rate(1, unit=Rate.HOURS))
def weekly(_event: Any) -> dict[str, int]:
    return {"made": make_reviews(store=store(), clock=clock, new_id=id_maker(clock))}


@app.schedule(Rate(1, unit=Rate.HOURS))
def measure(_event: Any) -> dict[str, int]:
    tell = partial(day_told, write=telemetry.gauges)
    kept = keep_days(store=store(), clock=clock, tell=tell, until=clock.monotonic() + MEASURES_WITHIN)
    return {"kept": kept, "clients": waiting(store=store(), clock=clock, write=telemetry.gauges)}
