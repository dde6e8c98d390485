"""The weekly review, looked for each hour since the clients' weeks end at different hours."""

import os
from functools import cache
from typing import Any

from chalice.app import Chalice, Rate

from functions.review.weekly import weekly as make_reviews
from shared.config import Config
from shared.domain.clock import SystemClock, id_maker
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="review")
clock = SystemClock()


@cache
def store() -> DynamoStore:
    return DynamoStore(Config.from_env(os.environ).stage)


@app.schedule(Rate(1, unit=Rate.HOURS))
def weekly(_event: Any) -> dict[str, int]:
    return {"made": make_reviews(store=store(), clock=clock, new_id=id_maker(clock))}
