"""Every interleaving of a scenario, searched breadth first over its states: what is found is among the shortest.

No schedule is left out: from each state that can be reached, everything that may happen next is tried once.
"""

from dataclasses import dataclass

from infra.simulation.ending import Ending
from infra.simulation.scenario import Action, Design, Scenario, State
from infra.simulation.violation import ViolationError


@dataclass
class Explored:
    states: int = 0
    schedules: int = 0
    """Ways from the start to a state that was known, or in which nothing more can happen."""
    ends: int = 0
    """States in which nothing runs and nothing is under way."""
    whole: bool = True
    """Whether nothing was left out."""


class Search:
    def __init__(self, design: Design, deliveries: int, crashes: int) -> None:
        self._scenario = Scenario(design, deliveries=deliveries, crashes=crashes)
        self._ending = Ending(self._scenario.roles)
        self._came_from: dict[State, State | None] = {self._scenario.first: None}
        self._explored = Explored()

    def run(self, most: int | None) -> Explored:
        reached = [self._scenario.first]
        while reached:
            reached = [following for state in reached for following in self._new(state)]
            if most is not None and self._explored.states >= most:
                self._explored.whole = not reached
                break
        return self._explored

    def _new(self, state: State) -> list[State]:
        """Where ``state`` leads to and nothing has led yet."""
        try:
            if self._scenario.quiet(state):
                self._explored.ends += 1
                self._ending.check(state)
            following = [reached for _, reached in self._scenario.moves(state)]
        except ViolationError as broken:
            raise ViolationError(broken.invariant, [*self._trace(state), *broken.trace]) from None
        new = [reached for reached in dict.fromkeys(following) if reached not in self._came_from]
        self._came_from.update(dict.fromkeys(new, state))
        self._explored.states += 1
        self._explored.schedules += len(following) - len(new) if following else 1
        return new

    def _trace(self, state: State) -> list[Action]:
        trace: list[Action] = []
        while (before := self._came_from[state]) is not None:
            trace.append(next(action for action, reached in self._scenario.moves(before) if reached == state))
            state = before
        return trace[::-1]


def explore(design: Design, *, deliveries: int = 2, crashes: int = 1, most: int | None = None) -> Explored:
    """Search all schedules. Raises :class:`ViolationError` with one of the shortest that breaks an invariant.

    ``most``: go no further than the schedules of the length at which so many states have been searched.
    """
    return Search(design, deliveries, crashes).run(most)
