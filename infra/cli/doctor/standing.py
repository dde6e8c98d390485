"""What stands that somebody should know of: stops, credentials in trouble, deaf endpoints, gaps in the plan."""

from collections.abc import Callable, Iterator
from typing import Any

from infra.cli.calling import segment
from infra.cli.doctor.findings import UNDONE, Finding, State, Ward, why
from infra.cli.failures import RefusedError


def standing(ward: Ward) -> Iterator[Finding]:
    for check, look in (
        ("stops", _stops),
        ("credentials", _credentials),
        ("endpoints", _endpoints),
        ("recovery", _recovery),
    ):
        yield _looked(ward, check, look)


def _looked(ward: Ward, check: str, look: Callable[[Ward], Finding]) -> Finding:
    try:
        return look(ward)
    except UNDONE as failure:
        return Finding(check=check, state=State.SKIP, says=why(failure), remedy="Use a key that may read this.")


def _stops(ward: Ward) -> Finding:
    found = ward.line.ask("GET", "/stops", api="recover", query={"standing": "true"})
    if not found:
        return Finding(check="stops", state=State.OK, says="Nothing is stopped.")
    says = "; ".join(f"{one['scope']} since {one['stopped_at']} ({one['reason']})" for one in found)
    remedy = f"When it is over, two people each: backchannel resume {found[0]['id']}"
    return Finding(check="stops", state=State.WARN, says=says, remedy=remedy)


def _credentials(ward: Ward) -> Finding:
    """What the renewing of credentials could not put right is an incident of its account."""
    accounts = {one["id"]: one for one in ward.line.rows("/accounts")}
    incidents = ward.line.rows("/incidents")
    bad = {one["account"]: one for one in incidents if one["kind"] == "disconnected"}
    open_ = {id_: one for id_, one in bad.items() if id_ in accounts and not accounts[id_]["closed_at"]}
    if not open_:
        return Finding(check="credentials", state=State.OK, says=f"Of {len(accounts)} accounts none is in trouble.")
    first = next(iter(open_.values()))
    says = "; ".join(f"@{accounts[id_]['handle']}: {one['because']}" for id_, one in open_.items())
    remedy = f"Unless that was done since: backchannel account reconnect {first['account']}"
    return Finding(check="credentials", state=State.WARN, says=says, remedy=remedy)


def _endpoints(ward: Ward) -> Finding:
    found = [one for one in ward.line.rows("/endpoints") if not one.get("closed_at")]
    if not found:
        says, remedy = "Nobody is told of anything.", "Add one: backchannel endpoint add URL."
        return Finding(check="endpoints", part="notify", state=State.WARN, says=says, remedy=remedy)
    health = [one for one in (_health(ward, endpoint["id"]) for endpoint in found) if one is not None]
    disabled = [one for one in health if one["state"] == "disabled"]
    failing = [one for one in health if one["state"] == "failing"]
    if not disabled and not failing:
        says = f"{len(found)} are told; of {len(health)}, of your own party, none fails."
        return Finding(check="endpoints", part="notify", state=State.OK, says=says)
    says = "; ".join(f"{one['endpoint']} is {one['state']}: {_because(one)}" for one in (*disabled, *failing))
    if disabled:
        remedy = f"Mend what listens there, then: backchannel endpoint enable {disabled[0]['endpoint']}"
        return Finding(check="endpoints", part="notify", state=State.FAIL, says=says, remedy=remedy)
    remedy = f"Mend what listens there; see: backchannel endpoint log {failing[0]['endpoint']}"
    return Finding(check="endpoints", part="notify", state=State.WARN, says=says, remedy=remedy)


def _health(ward: Ward, endpoint: str) -> Any:
    """None for another party's, which is not shown."""
    try:
        return ward.line.ask("GET", ward.line.of_client_path(f"/endpoints/{segment(endpoint)}/health"))
    except RefusedError as refusal:
        if refusal.status != 403:
            raise
        return None


def _because(health: Any) -> str:
    failure = health["last_failure"] or {}
    return str(health["disabled_because"] or failure.get("because") or "nothing gets through")


def _recovery(ward: Ward) -> Finding:
    plan = ward.line.ask("GET", ward.line.of_client_path("/recovery-plan"), api="recover")
    if not plan["missing"]:
        return Finding(check="recovery", state=State.OK, says="The plan is whole, and was drilled.")
    says = " ".join(one["because"] for one in plan["missing"])
    return Finding(check="recovery", state=State.WARN, says=says, remedy="See: backchannel recovery show.")
