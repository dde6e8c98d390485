"""The worker path itself: a webhook becomes a mention, a post goes out and is taken down, the switch works.

Only a shadow account ever speaks, and what was made for the trial is cleared away, whatever came of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from infra.cli.calling import segment
from infra.cli.doctor.findings import UNDONE, Finding, State, Ward, why
from infra.cli.failures import RefusedError

AUTHOR = "backchannel-doctor"
FUNCTION = "community"
_ON_ITS_WAY = frozenset({"scheduled", "claimed"})
_REFUSED_BY_RULE = range(400, 500)


@dataclass(slots=True)
class Trial:
    """What was made so far, which is to be cleared away; the latest first."""

    ward: Ward
    mark: str = field(default_factory=lambda: token_hex(4))
    source: str = ""
    mention: str = ""
    post: str = ""
    is_out: bool = False

    def path(self, *parts: str) -> str:
        return self.ward.line.of_client_path("/" + "/".join(segment(part) for part in parts))


def tried(ward: Ward) -> Iterator[Finding]:
    """The whole of it on the client's shadow account; without one nothing is tried."""
    try:
        accounts = ward.line.rows("/accounts")
    except UNDONE as failure:
        yield Finding(check="worker path", state=State.SKIP, says=why(failure), remedy="Use a key that may read.")
        return
    shadows = [one for one in accounts if one["shadow"] and not one["closed_at"]]
    if not shadows:
        yield Finding(
            check="worker path",
            state=State.SKIP,
            says="The client has no shadow account, and on no other is anything tried.",
            remedy="Connect one: backchannel account connect NETWORK --shadow.",
        )
        return
    trial, account = Trial(ward), shadows[0]
    try:
        for check, part, step in (
            ("mention", "prioritize", _heard),
            ("post", "publish", _spoken),
            ("recall", "recover", _taken_down),
            ("drill", "recover", _drilled),
        ):
            try:
                yield from step(trial, account)
            except UNDONE as failure:
                yield _not_tried(check, part, failure)
    finally:
        left = list(_cleared(trial))
    yield from left


def _heard(trial: Trial, account: dict[str, Any]) -> Iterator[Finding]:
    """Source, signed webhook, queue, inbox."""
    from urllib3.exceptions import HTTPError  # noqa: PLC0415

    from infra.demo import senders  # noqa: PLC0415
    from shared.domain.listening.mentions import mention_id  # noqa: PLC0415

    ward, network = trial.ward, account["network"]
    if not ward.line.profile.hooks_url:
        says, remedy = "It is not known where webhooks go.", "Set HOOKS_URL, or hooks_url in the profile."
        yield Finding(check="mention", part="ingest", state=State.SKIP, says=says, remedy=remedy)
        return
    asked = {"name": "Doctor", "scheme": "standard", "network": network}
    source = ward.line.ask("POST", trial.path("sources"), asked)
    trial.source = source["id"]
    external = f"doctor-{trial.mark}"
    report = {"external_id": external, "author": AUTHOR, "text": f"A test of the doctor's ({trial.mark})."}
    hook = f"{ward.line.profile.address('hooks_url')}/{segment(source['id'])}"
    try:
        answered = senders.standard(hook, source["secret"], [report], f"msg_{trial.mark}")
    except (HTTPError, ValueError):
        says, remedy = "A signed webhook was not answered.", "Check HOOKS_URL, and see the log of ingest."
        yield Finding(check="mention", part="ingest", state=State.FAIL, says=says, remedy=remedy)
        return
    if answered.status != 200:
        says, remedy = f"A signed webhook was answered with {answered.status}.", "See the log of ingest."
        yield Finding(check="mention", part="ingest", state=State.FAIL, says=says, remedy=remedy)
        return
    trial.mention = mention_id(ward.client, network, external)
    if ward.until(lambda: _there(trial)) is None:
        trial.mention = ""
        yield Finding(
            check="mention",
            part="prioritize",
            state=State.FAIL,
            says=f"ingest took a webhook, and prioritize did not bring it into the inbox in {ward.patience:.0f} s.",
            remedy=f"See whether prioritize is throttled or failing. When it runs, dismiss what {AUTHOR} says there.",
        )
        return
    yield Finding(check="mention", part="prioritize", state=State.OK, says="A signed webhook came into the inbox.")


def _there(trial: Trial) -> Any:
    try:
        return trial.ward.line.ask("GET", trial.path("mentions", trial.mention))
    except RefusedError as refusal:
        if refusal.status != 404:
            raise
        return None


def _spoken(trial: Trial, account: dict[str, Any]) -> Iterator[Finding]:
    """Draft, approval, queue, network."""
    ward = trial.ward
    draft = {"account": account["id"], "handle": account["handle"], "function": FUNCTION}
    draft["text"] = f"A test of this account, which is taken down at once ({trial.mark})."
    post = ward.line.ask("POST", trial.path("posts"), draft)
    trial.post = post["id"]
    if post["state"] == "in_review" and ward.approver is not None:
        verdict = {"verdict": "approve", "content_hash": post["content_hash"]}
        post = ward.approver.ask("POST", trial.path("posts", post["id"], "approvals"), verdict)
    if post["state"] == "approved":
        post = ward.line.ask("POST", trial.path("posts", post["id"], "publish"))
    if post["state"] == "in_review":
        says = "A draft was taken; it waits for somebody else's approval, so it was not sent."
        remedy = "Give a second person's profile: --approver PROFILE."
        yield Finding(check="post", part="publish", state=State.SKIP, says=says, remedy=remedy)
        return
    ended = ward.until(lambda: _ended(trial))
    if ended is None:
        says = f"An approved post of the shadow account was not sent in {ward.patience:.0f} s."
        remedy = "See whether publish is throttled or failing, and the queue outbound."
        yield Finding(check="post", part="publish", state=State.FAIL, says=says, remedy=remedy)
        return
    if ended["state"] != "published":
        says, remedy = f"It is {ended['state']}: {ended['because']}", "See: backchannel post show " + trial.post
        state = State.WARN if ended["state"] == "held" else State.FAIL
        yield Finding(check="post", part="publish", state=state, says=says, remedy=remedy)
        return
    trial.is_out = True
    yield Finding(check="post", part="publish", state=State.OK, says="A post of the shadow account went out.")


def _ended(trial: Trial) -> Any:
    post = trial.ward.line.ask("GET", trial.path("posts", trial.post))
    return None if post["state"] in _ON_ITS_WAY else post


def _taken_down(trial: Trial, _account: dict[str, Any]) -> Iterator[Finding]:
    if not trial.is_out:
        return
    line, asked = trial.ward.line, {"client": trial.ward.client, "post": trial.post}
    line.ask("POST", "/recalls", asked, api="recover")
    if not trial.ward.until(lambda: line.ask("GET", trial.path("posts", trial.post))["state"] == "recalled"):
        says, remedy = "The post was not taken down.", f"Take it down on the network; see: post show {trial.post}."
        yield Finding(check="recall", part="recover", state=State.FAIL, says=says, remedy=remedy)
        return
    trial.post = ""
    yield Finding(check="recall", part="recover", state=State.OK, says="It was taken down again.")


def _drilled(trial: Trial, account: dict[str, Any]) -> Iterator[Finding]:
    asked = {"client": trial.ward.client, "account": account["id"]}
    drill = trial.ward.line.ask("POST", "/drills", asked, api="recover")
    if drill["outcome"] != "done":
        remedy = f"See: backchannel receipt {drill['stop']}" if drill["stop"] else "See: backchannel recovery drills"
        yield Finding(check="drill", part="recover", state=State.FAIL, says=drill["because"], remedy=remedy)
        return
    says = f"The switch was thrown: flag in {drill['flag_ms']:.0f} ms, drained in {drill['drain_ms']:.0f} ms."
    yield Finding(check="drill", part="recover", state=State.OK, says=says)


def _not_tried(check: str, part: str, failure: Any) -> Finding:
    """What the rules refuse says nothing of whether it works."""
    refused = isinstance(failure, RefusedError) and failure.status in _REFUSED_BY_RULE
    state = State.SKIP if refused else State.FAIL
    remedy = "Use keys that may do this." if refused else f"See the log of {part}."
    return Finding(check=check, part=part, state=state, says=why(failure), remedy=remedy)


def _cleared(trial: Trial) -> Iterator[Finding]:
    """What is left behind, where it could not be cleared away."""
    line = trial.ward.line
    if trial.post:
        yield from _undone("post", trial.post, lambda: _end_post(trial))
    if trial.mention:
        yield from _undone("mention", trial.mention, lambda: _end_mention(trial))
    if trial.source:
        yield from _undone("source", trial.source, lambda: line.ask("DELETE", trial.path("sources", trial.source)))


def _undone(what: str, id_: str, clear: Any) -> Iterator[Finding]:
    try:
        clear()
    except UNDONE as failure:
        says = f"The {what} {id_} of this trial is left behind: {why(failure)}"
        remedy = f"Clear it away with a key that may: backchannel {_CLEARING[what].format(id=id_)}"
        yield Finding(check="clearing", state=State.WARN, says=says, remedy=remedy)


_CLEARING = {
    "post": "recall {id}",
    "mention": "inbox dismiss {id} --reason doctor",
    "source": "source close {id}",
}


def _end_post(trial: Trial) -> None:
    """Cancelled while it is not out, and taken down where it is."""
    ward = trial.ward
    state = ward.line.ask("GET", trial.path("posts", trial.post))["state"]
    if state in ("published", "recall_failed", "unverified", "unknown"):
        ward.line.ask("POST", "/recalls", {"client": ward.client, "post": trial.post}, api="recover")
    elif state not in ("recalled", "cancelled", "failed", "expired"):
        ward.line.ask("POST", trial.path("posts", trial.post, "cancel"), {"reason": "a trial of the doctor's"})


def _end_mention(trial: Trial) -> None:
    """Its author is forgotten, and the text with them; dismissed where the key may not do that."""
    line = trial.ward.line
    network = line.ask("GET", trial.path("mentions", trial.mention))["network"]
    try:
        line.ask("DELETE", trial.path("people", network, f"@{AUTHOR}"))
    except RefusedError as refusal:
        if refusal.status not in (403, 404):
            raise
        line.ask("POST", trial.path("mentions", trial.mention, "dismissal"), {"reason": "a trial of the doctor's"})
