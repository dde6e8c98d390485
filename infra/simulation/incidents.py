"""People in an incident: they stop, take down, let a statement pass, resume; and they drill all of it beforehand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from functions.recover.drill import NewDrill, run_drill
from functions.recover.passes import NewPass, let_pass
from functions.recover.recall import NewRecall, recall
from functions.recover.resume import resume
from functions.recover.stop import NewStop, stop_scope
from infra.simulation.campaign import Campaign
from infra.simulation.deployment import STORY, Deployment
from infra.simulation.people import caller
from infra.simulation.standing import Standing
from infra.simulation.timeline import Watch
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.parties import Caller, Party
from shared.domain.posts import Post, content_hash

Pair = tuple[Caller, Caller]


class Incidents:
    def __init__(
        self, deployment: Deployment, campaign: Campaign, accounts: Sequence[Account], agencies: Sequence[str]
    ) -> None:
        self._deployed = deployment
        self._campaign = campaign
        self._accounts = accounts
        self._agencies = agencies
        self._timeline = deployment.timeline
        self._chance = deployment.chance

    def plan(self, at: float, post: Post) -> None:
        """One incident that a post is part of; and perhaps it is taken down, whatever the stop does."""
        scope, callers = self._scope(post)
        reach = self._chance.choice((None, None, 20.0, 200.0))
        self._timeline.later(at, lambda: self._stop(scope, callers, reach))
        if self._chance.random() < 0.5:
            self._timeline.later(max(0.0, at + self._chance.gauss(0.0, 20.0)), lambda: self._recall(post.id))

    def plan_drill(self, at: float, account: Account) -> None:
        self._timeline.later(at, lambda: self._drill(account))

    def _scope(self, post: Post) -> tuple[str, Pair]:
        agency = post.agency
        scope, party = self._chance.choice(
            (
                (f"post:{post.client}/{post.id}", Party.CLIENT),
                (f"account:{post.client}/{post.account}", Party.CLIENT),
                (f"client:{post.client}", Party.CLIENT),
                (f"client:{post.client}", Party.AGENCY),
                (f"agency:{agency}", Party.AGENCY),
                (f"network:{post.network}", Party.AGENCY),
                ("everything", Party.AGENCY),
            )
        )
        realm = post.client if party is Party.CLIENT else agency
        of_agency = None if party is Party.CLIENT else agency
        return scope, (caller(realm, "mbr_1", of_agency), caller(realm, "mbr_2", of_agency))

    def _stop(self, scope: str, callers: Pair, reach: float | None) -> None:
        """Someone stops, and stops again until there is an answer; ``reach``: seconds back to recall from."""
        chance = self._chance
        wait = chance.choice((0.0, 0.0, 20.0))
        asked_at = self._timeline.at

        def stopped(watch: Watch) -> None:
            since = None if reach is None else min(asked_at - timedelta(seconds=reach), watch.now())
            body = NewStop(scope, "an incident", since)
            call = Call(caller=callers[0], body=body, now=watch.now(), new_id=self._deployed.new_id, wait=wait)
            stop = stop_scope(call, self._deployed.switch(watch)).stop
            self._deployed.witness.returned(stop)
            standing = self._deployed.witness.standing[stop.id]
            if chance.random() < 0.4:
                self._state(standing, callers)
            if chance.random() < 0.6:
                self._resume_later(standing, callers)

        def again() -> None:
            self._timeline.later(2.0, lambda: self._stop(scope, callers, reach))

        self._timeline.launch("k", stopped, again)

    # A statement.

    def _state(self, standing: Standing, callers: Pair) -> None:
        """A new post is let through by two people and then approved; or by one, or as it no longer is."""
        chance, timeline = self._chance, self._timeline
        post = self._campaign.post(chance.choice(self._accounts), callers[0].agency or chance.choice(self._agencies))
        if not standing.covers(post):
            return
        timeline.launch("desk", lambda _: self._deployed.store.commit(post))
        asked = chance.uniform(0.5, 20.0)
        people = callers[: chance.choice((1, 2, 2, 2))]
        for number, who in enumerate(people):
            timeline.later(asked * (number + 1), lambda who=who: self._let_pass(standing, who, post))  # type: ignore[misc]
        approved = replace(post, text=post.text + chance.choice(("", "", "", " changed")), version=2)
        timeline.later(asked * 3, lambda: self._campaign.schedule(approved, chance.choice((0.0, 0.0, 30.0))))

    def _let_pass(self, standing: Standing, who: Caller, post: Post) -> None:
        def passed(watch: Watch) -> None:
            body = NewPass(post.client, post.id, content_hash(post))
            path = {"stop": standing.stop.id}
            call = Call(caller=who, body=body, path=path, now=watch.now(), new_id=self._deployed.new_id)
            let_pass(call, self._deployed.switch(watch))

        self._timeline.launch("k", passed)

    # Its end.

    def _resume_later(self, standing: Standing, callers: Pair) -> None:
        after = self._chance.uniform(1.0, 200.0)
        for who, ask_at in zip(callers, (after, after + self._chance.uniform(0.0, 20.0)), strict=True):
            self._timeline.later(ask_at, lambda who=who: self._resume(standing, who))  # type: ignore[misc]

    def _resume(self, standing: Standing, who: Caller) -> None:
        def resumed(watch: Watch) -> None:
            path = {"stop": standing.stop.id}
            call: Call[None] = Call(caller=who, body=None, path=path, now=watch.now(), new_id=self._deployed.new_id)
            for id_ in resume(call, self._deployed.switch(watch)).in_review:
                if self._chance.random() < 0.5:
                    after = self._chance.uniform(0.0, 30.0)
                    self._timeline.later(after, lambda id_=id_: self._campaign.reschedule(id_))  # type: ignore[misc]

        def again() -> None:
            if standing.lifted_at is None and self._timeline.ticks < STORY:
                self._timeline.later(15.0, lambda: self._resume(standing, who))

        self._timeline.launch("k", resumed, again)

    def _recall(self, id_: str) -> None:
        post = self._deployed.plain.post(id_)
        if post is None or not post.sent:
            return
        by, body = caller(post.client, "mbr_1"), NewRecall(post.client, id_)

        def recalled(watch: Watch) -> None:
            call = Call(caller=by, body=body, now=watch.now(), new_id=self._deployed.new_id)
            recall(call, self._deployed.switch(watch))

        self._timeline.launch("k", recalled)

    def _drill(self, account: Account) -> None:
        def drilled(watch: Watch) -> None:
            body = NewDrill(account.client, account.id)
            by = caller(account.client, "mbr_1")
            call = Call(caller=by, body=body, now=watch.now(), new_id=self._deployed.new_id)
            self._deployed.store.commit(*run_drill(call, self._deployed.switch(watch)).records)

        self._timeline.launch("k", drilled)
