"""ministack with three habits changed: ``python -m infra.engine_process INTERPRETER``.

It runs functions with the interpreter that it takes for its own. It looks for schedules that are due each 10 s, and
waits 50 ms for the log of each invocation that writes none; both are waits that AWS has not.
"""

import sys


def main() -> None:
    sys.executable = sys.argv.pop()

    from ministack import app  # type: ignore[import-untyped]  # noqa: PLC0415
    from ministack.core.lambda_runtime import Worker  # type: ignore[import-untyped]  # noqa: PLC0415
    from ministack.services import eventbridge  # type: ignore[import-untyped]  # noqa: PLC0415

    eventbridge._SCHEDULER_TICK_INTERVAL = 1
    Worker._drain_stderr_bounded.__defaults__ = (0.005, 0.005, 0.25)
    app.main()


if __name__ == "__main__":
    main()
