"""What the limit of a key's requests costs in calls to AWS, beside those of the requests themselves.

``seldom``: 20 requests a minute in one process, for ten minutes. ``often``: all of a minute's requests in one process.
``by_ten``: the same from ten processes in turn; ``over``: how many more than its limit those let through together.
``refused``: a thousand more after that.
"""

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from infra.bench.goals import AtMost, Goal
from infra.bench.stage import Stage, running_stage
from shared.domain.parties import Caller, Party
from shared.domain.rates import PER_KEY

GOALS: dict[str, Goal] = {
    "seldom.calls_per_request": AtMost(0),
    "often.calls_per_request": AtMost(0.03),
    "by_ten.calls_per_request": AtMost(0.15),
    "by_ten.over": AtMost(10 * PER_KEY.unshared),
    "refused.calls_per_request": AtMost(0),
}
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def measure() -> dict[str, Any]:
    with running_stage() as stage:
        seldom = _Processes(stage, "seldom", 1)
        for minute in range(10):
            seldom.ask(PER_KEY.unshared, NOW + timedelta(minutes=minute))
        often, by_ten = _Processes(stage, "often", 1), _Processes(stage, "by_ten", 10)
        often.ask(PER_KEY.requests)
        # Until none of them lets any more through.
        by_ten.ask(2 * PER_KEY.requests)
        found = {"seldom": seldom.figures(), "often": often.figures(), "by_ten": by_ten.figures()}
        found["by_ten"]["over"] = by_ten.let - PER_KEY.requests
        refused = _Processes(stage, "by_ten", 10, by_ten.rates)
        refused.ask(1000)
        return found | {"refused": refused.figures()}


class _Processes:
    """Warm processes of the desk, as far as they hold a key's permits."""

    def __init__(self, stage: Stage, key: str, size: int, rates: Any = None) -> None:
        from functions.desk.rates import Rates  # noqa: PLC0415

        self.rates = rates or [Rates(stage.store) for _ in range(size)]
        self.asked = self.let = self.calls = 0
        self._stage = stage
        self._caller = Caller(
            realm="acme", key=key, member="mbr_1", party=Party.CLIENT, agency=None, scopes=frozenset()
        )

    def ask(self, times: int, now: datetime = NOW) -> None:
        self._stage.calls.clear()
        self.let += sum(rates.admit(self._caller, now).allowed for rates in islice(cycle(self.rates), times))
        self.asked += times
        self.calls += self._stage.calls.total

    def figures(self) -> dict[str, float]:
        return {"calls_per_request": round(self.calls / self.asked, 4), "calls": self.calls, "let_through": self.let}
