"""The API's own description, made from the routes when the package is built."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Visit

PLACE = Path(__file__).with_name("openapi.json")
"""Where the package has it; the sources have none."""


@cache
def packaged() -> bytes:
    return PLACE.read_bytes()


def show_openapi(visit: Visit[None], desk: Desk) -> Any:  # noqa: ARG001  no request has another document
    """Read the OpenAPI document of all three APIs; needs no key."""
    return msgspec.Raw(desk.document())
