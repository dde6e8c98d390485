"""People at work on posts: written, approved, scheduled or called for, moved and cancelled, around incidents."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from functions.desk.posts import publish_post
from functions.desk.scheduling import timer
from functions.desk.tools import Desk
from infra.simulation.deployment import STORY, Deployment
from infra.simulation.people import caller, draft, scheduled
from infra.simulation.timeline import Watch
from shared.api.routes import Call, Change
from shared.domain.accounts import Account
from shared.domain.posts import Post, PostState


class Campaign:
    def __init__(self, deployment: Deployment) -> None:
        self._deployed = deployment
        self._timeline = deployment.timeline
        self._chance = deployment.chance
        self._store = deployment.store

    def post(self, speaker: Account, agency: str, *, on_call: bool = False) -> Post:
        id_, parts = self._deployed.new_id("pst"), self._chance.choice((1, 1, 1, 2, 3))
        thread = tuple(f"{id_} {part}" for part in range(2, parts + 1))
        made = draft(id_, speaker, agency, self._timeline.at, thread=thread)
        return replace(made, on_call=on_call)

    def plan(self, accounts: Sequence[Account], agencies: Sequence[str], incident: float) -> list[Post]:
        """One post, or a few of one account close together, around an incident, for that is where it is hard."""
        chance = self._chance
        speaker, agency = chance.choice(accounts), chance.choice(agencies)
        due = max(1.0, chance.choice((chance.gauss(incident, 3.0), chance.uniform(1.0, STORY))))
        posts = [self.post(speaker, agency, on_call=chance.random() < 0.15) for _ in range(chance.choice((1, 1, 1, 3)))]
        for post in posts:
            self._plan(post, due)
            due += chance.choice((0.0, 0.0, chance.uniform(0.0, 3.0)))
        return posts

    def _plan(self, post: Post, due: float) -> None:
        """Scheduled ahead or at the last moment; perhaps moved or cancelled around its time."""
        chance, timeline = self._chance, self._timeline
        drafted = max(0.0, due - chance.choice((0.0, 5.0, 110.0, 400.0)))
        if post.on_call:
            timeline.later(drafted, lambda: self._approve(post))
            timeline.later(due, lambda: self._call(post))
        else:
            timeline.later(drafted, lambda: self.schedule(post, max(0.0, due - drafted)))
        act = chance.choice((None, None, None, None, self._cancel, self.reschedule))
        if act is not None:
            timeline.later(max(0.0, due + chance.gauss(0.0, 8.0)), lambda: act(post.id))

    def schedule(self, post: Post, ahead: float) -> None:
        """Approve and schedule, in the state that the post is in; its people see no faults but the store's."""

        def ready(watch: Watch) -> None:
            at = self._timeline.at
            approved = scheduled(post, at + timedelta(seconds=ahead), at)
            self._deployed.committed(Change(records=(approved, timer(approved)), facts=(), reply=None), watch)

        self._timeline.launch("desk", ready)

    def _approve(self, post: Post) -> None:
        """A post that waits for a call."""

        def waiting(_: Watch) -> None:
            at = self._timeline.at
            self._store.commit(replace(scheduled(post, at, at), due_at=None, state=PostState.APPROVED))

        self._timeline.launch("desk", waiting)

    def _call(self, post: Post) -> None:
        """``POST …/publish``, by the agency's own scheduler."""

        def called(watch: Watch) -> None:
            unused = cast(Any, None)
            desk = Desk(
                store=self._store,
                vault=unused,
                shelf=unused,
                exports=unused,
                open=unused,
                resolve=unused,
                entropy=bytes,
                document=bytes,
                allow_plain_http=False,
                sends_mail=False,
            )
            by, path = caller(post.client, "mbr_agency", post.agency), {"client": post.client, "post": post.id}
            call: Call[None] = Call(caller=by, body=None, path=path, now=watch.now(), new_id=self._deployed.new_id)
            self._deployed.committed(publish_post(call, desk), watch)

        self._timeline.launch("desk", called)

    def _cancel(self, id_: str) -> None:
        def cancelled(watch: Watch) -> None:
            post = self._store.post(id_)
            if post is not None and post.state in (PostState.SCHEDULED, PostState.HELD):
                self._store.commit(post.moved(PostState.CANCELLED, watch.now(), "no"))

        self._timeline.launch("desk", cancelled)

    def reschedule(self, id_: str) -> None:
        def rescheduled(_: Watch) -> None:
            post = self._store.post(id_)
            if post is None or post.state not in (PostState.SCHEDULED, PostState.IN_REVIEW):
                return
            # What is partly out is only approved again as it stands, to go on at once.
            if post.state is PostState.IN_REVIEW or not post.sent:
                again = replace(post, version=post.version + 1)
                ahead = 0.0 if post.sent else self._chance.uniform(0.0, 200.0)
                self._timeline.later(0.0, lambda: self.schedule(again, ahead))

        self._timeline.launch("desk", rescheduled)
