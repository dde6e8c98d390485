"""Batches from queues and streams: one message's failure is that message's alone."""

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType

from shared.telemetry import logger


class _Processor(BatchProcessor):
    def failure_handler(self, record: Any, exception: Any) -> Any:
        logger.error("message failed; it will be tried again", exc_info=exception)
        return super().failure_handler(record, exception)


def handled(event: dict[str, Any], kind: EventType, handle: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Run ``handle`` on each record; the answer names the ones that failed (``batchItemFailures``).

    Whatever a record's handling raises keeps that record in its queue, until its redrive policy gives it up.
    """
    processor = _Processor(event_type=kind, raise_on_entire_batch_failure=False)
    with processor(event["Records"], lambda record: handle(record.raw_event)):
        processor.process()
    return dict(processor.response())
