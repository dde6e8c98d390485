"""What a start makes, by whether a snapshot is taken after it."""

import json
import os
import subprocess
import sys
from typing import Any

STARTED = """
import socket

def refuse(*_):
    raise AssertionError("a connection was made")

socket.socket.connect = refuse
from functions.recover import app

import gc, json, sys
print(json.dumps({
    "client": bool(app.store.cache_info().currsize and app.store().connection._client),
    "vault": app.lines.cache_info().currsize,
    "collecting": gc.isenabled(),
    "listening": [name for name in sys.modules if name.startswith("shared.domain.listening.")],
}))
"""


def started(**environment: str) -> Any:
    """What recover has made when its app has been imported, without a network."""
    done = subprocess.run(
        [sys.executable, "-c", STARTED], env=dict(os.environ) | environment, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_a_snapshot_holds_all_that_a_stop_uses_and_no_connection() -> None:
    stage = {"BACKCHANNEL_STAGE": "test", "AWS_REGION": "eu-north-1"}
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
    made = started(AWS_LAMBDA_INITIALIZATION_TYPE="snap-start", **stage, **keys)
    assert made == {"client": True, "vault": 1, "collecting": True, "listening": []}


def test_any_other_start_leaves_it_to_the_first_request() -> None:
    made = started(AWS_LAMBDA_INITIALIZATION_TYPE="on-demand")
    assert made == {"client": False, "vault": 0, "collecting": True, "listening": []}
