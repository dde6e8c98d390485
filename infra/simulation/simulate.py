"""One seed, one story: many posts, accounts, workers and stops, on the real code, in the weather of that seed.

Every event is drawn from ``Random(seed)``, so a seed replays exactly. Nothing here decides what is right: the product
does, and :class:`Witness` looks on.
"""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from functions.publish import tick
from functions.publish.send import Sender
from infra.simulation.campaign import Campaign
from infra.simulation.deployment import CLEAN_UP, DAY, STORY, Deployment
from infra.simulation.incidents import Incidents
from infra.simulation.people import account, client, mandate, people
from infra.simulation.timeline import CALM, Timeline, drawn
from infra.simulation.violation import ViolationError
from shared.domain.accounts import Account
from shared.domain.parties import DEPLOYMENT, Roll
from shared.domain.posts import PostState
from shared.domain.schedule import Mark

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CLIENTS = ("acme", "bolt")
AGENCIES = ("agy_1", "agy_2")


class Simulation:
    """A deployment, and the people who use it."""

    def __init__(self, seed: int, sender: type[Sender] = Sender, *, traced: bool = False) -> None:
        self._chance = Random(seed)  # noqa: S311
        self.timeline = Timeline(START, self._chance, drawn(self._chance), traced=traced)
        self._deployed = Deployment(self.timeline, sender)
        self._set_up()

    def run(self) -> Counter[str]:
        """Tell the story to its end. Returns what came about, by name. Raises :class:`ViolationError`."""
        witness = self._deployed.witness
        self._deployed.run_by_the_clock()
        self.timeline.run_until(STORY)
        self.timeline.weather = CALM
        self.timeline.run_until(STORY + CLEAN_UP)
        witness.ended()
        ends = self._ends()
        self.timeline.run_until(STORY + CLEAN_UP + DAY)
        witness.require(self._ends() == ends, "what had ended changed when late messages came")
        return witness.seen

    def _ends(self) -> list[tuple[str, PostState]]:
        posts = (self._deployed.plain.post(id_) for id_ in sorted(self._deployed.witness.posts))
        return [(post.id, post.state) for post in posts if post is not None]

    def _set_up(self) -> None:
        chance = self._chance
        agencies = AGENCIES[: chance.choice((1, 2))]
        clients = CLIENTS[: chance.choice((1, 2))]
        accounts = [account(f"acc_{number}", chance.choice(clients), START) for number in range(chance.randint(2, 4))]
        shadows = [replace(account(f"acc_{id_}", id_, START), shadow=True) for id_ in clients]
        self._found(agencies, clients, [*accounts, *shadows])
        campaign = Campaign(self._deployed)
        incidents = Incidents(self._deployed, campaign, accounts, agencies)
        times = [chance.uniform(30.0, STORY - 120.0) for _ in range(chance.randint(1, 3))]
        posts = [
            post
            for _ in range(chance.randint(8, 28))
            for post in campaign.plan(
                chance.choice((accounts, accounts, accounts, shadows)), agencies, chance.choice(times)
            )
        ]
        for at in times:
            incidents.plan(at, chance.choice(posts))
        for shadow in shadows:
            for at in [chance.choice(times) + chance.gauss(0.0, 60.0) for _ in range(chance.choice((0, 1, 2)))]:
                incidents.plan_drill(max(0.0, at), shadow)

    def _found(self, agencies: tuple[str, ...], clients: tuple[str, ...], accounts: list[Account]) -> None:
        """What is there before the story begins. Ticks have run: without a mark of theirs, what a new stage's first
        ones all fail to read is lost."""
        pairs = [(agency, id_) for agency in agencies for id_ in clients]
        self._deployed.plain.commit(
            *accounts,
            *(client(id_, agencies, START) for id_ in clients),
            *(Roll(realm=DEPLOYMENT, id=agency) for agency in agencies),
            *(Roll(realm=agency, id=id_) for agency, id_ in pairs),
            *(record for id_ in clients for record in people(id_, START)),
            *(mandate(id_, agency, START) for agency, id_ in pairs),
            Mark(realm=DEPLOYMENT, id=tick.NAME, until=START),
        )


def simulate(seed: int, sender: type[Sender] = Sender) -> Counter[str]:
    """One story. Raises :class:`ViolationError` with the seed and its whole trace when an invariant breaks."""
    try:
        return Simulation(seed, sender).run()
    except ViolationError:
        return replay(seed, sender)


def replay(seed: int, sender: type[Sender] = Sender) -> Counter[str]:
    """The same story again, told in full should it break."""
    told = Simulation(seed, sender, traced=True)
    try:
        return told.run()
    except ViolationError as broken:
        raise ViolationError(f"seed {seed}: {broken.invariant}", told.timeline.trace or []) from None
