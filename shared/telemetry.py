"""Logs and counts, through Powertools, which is loaded when ``telemetry.logger`` is first used.

Log what happened by ids and counts: never an event, a header, a body or a query, which carry secrets. Should
one get into a line all the same, its usual forms are struck out.
"""

import json
import logging
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

    logger: Logger
    """The function's structured log; ``POWERTOOLS_SERVICE_NAME`` names the function."""

NAMESPACE = "Backchannel"
_SECRET = re.compile(r"(?:[a-z]{2,4}_[\w-]+\.[\w-]+\.|whsec_|(?:Bearer|Basic) )[\w+/=.~-]+")


def __getattr__(name: str) -> Any:
    if name != "logger":
        raise AttributeError(name)
    from aws_lambda_powertools import Logger  # noqa: PLC0415

    made = globals()["logger"] = Logger(service=_service(), json_serializer=_line, utc=True)
    # By its name `ingest.api` lies below Chalice's logger `ingest`, which would write each line again, secrets and all.
    logging.getLogger(_service()).propagate = False
    return made


def count(name: str, value: int = 1) -> None:
    """Adds to a metric of the function, written at once as a CloudWatch EMF line."""
    from aws_lambda_powertools.metrics import MetricUnit, single_metric  # noqa: PLC0415

    with single_metric(name=name, unit=MetricUnit.Count, value=value, namespace=NAMESPACE) as metric:
        metric.add_dimension(name="service", value=_service())


def gauges(values: Mapping[str, float], **dimensions: str) -> None:
    """Values of now, as one CloudWatch EMF line; each set of ``dimensions`` is paid for as metrics of its own."""
    from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit  # noqa: PLC0415

    metrics = EphemeralMetrics(namespace=NAMESPACE, service=_service())
    for name, told in dimensions.items():
        metrics.add_dimension(name=name, value=told)
    for name, value in values.items():
        metrics.add_metric(name=name, unit=MetricUnit.NoUnit, value=value)
    metrics.flush_metrics()


def _service() -> str:
    return os.environ.get("POWERTOOLS_SERVICE_NAME", "backchannel")


def _line(record: dict[str, Any]) -> str:
    return _SECRET.sub("[secret]", json.dumps(record, default=str, separators=(",", ":")))
