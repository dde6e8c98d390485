"""ministack with four habits changed: ``python -m infra.engine_process INTERPRETER``.

It runs functions with the interpreter that it takes for its own. It looks for schedules that are due each 10 s, and
waits 50 ms for the log of each invocation that writes none; both are waits that AWS has not. And it asks for a right to
send several messages at once, where on AWS the right to send one is that as well
(https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api.html).
"""

import sys

RIGHTS = {"SendMessageBatch": "SendMessage"}


def main() -> None:
    sys.executable = sys.argv.pop()

    from ministack import app  # type: ignore[import-untyped]  # noqa: PLC0415
    from ministack.core import iam_actions  # type: ignore[import-untyped]  # noqa: PLC0415
    from ministack.core.lambda_runtime import Worker  # type: ignore[import-untyped]  # noqa: PLC0415
    from ministack.services import eventbridge  # type: ignore[import-untyped]  # noqa: PLC0415

    eventbridge._SCHEDULER_TICK_INTERVAL = 1
    Worker._drain_stderr_bounded.__defaults__ = (0.005, 0.005, 0.25)
    action_of = iam_actions._action_from_target
    iam_actions._action_from_target = lambda headers: RIGHTS.get(action := action_of(headers), action)
    app.main()


if __name__ == "__main__":
    main()
