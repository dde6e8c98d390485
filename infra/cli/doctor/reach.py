"""Whether the APIs are there, whether the key opens them, and whether both clocks agree."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from infra.cli.calling import Line, segment
from infra.cli.doctor.findings import UNDONE, Finding, State, Ward, why
from infra.cli.failures import CommandError, RefusedError

NEEDED = frozenset({"read", "recommend", "stop", "admin"})
"""Scopes with which the doctor can try everything; approving is another person's."""
_SKEW_NOTED, _SKEW_TOO_MUCH = 30, 300
"""Seconds; webhooks whose time is further off than the second are refused."""
_ENDS_SOON = 14
"""Days."""


def reached(ward: Ward, now: datetime) -> Iterator[Finding]:
    yield from _desk(ward.line, now)
    yield _recover(ward.line)
    yield _ingest(ward.line)


def _desk(line: Line, now: datetime) -> Iterator[Finding]:
    try:
        answered = line.answer("GET", "/networks")
    except UNDONE as failure:
        yield Finding(
            check="desk",
            part="desk",
            state=State.FAIL,
            says=why(failure),
            remedy=_of_address(failure, "API_URL", line.profile.name),
        )
        return
    yield Finding(check="desk", part="desk", state=State.OK, says="It answers, and the key opens it.")
    yield _clock({name.lower(): value for name, value in answered.headers.items()}.get("date", ""), now)


def _clock(said: str, now: datetime) -> Finding:
    try:
        skew = abs((parsedate_to_datetime(said) - now).total_seconds())
    except (ValueError, TypeError):
        return Finding(check="clock", state=State.SKIP, says="The API does not say what time it is.")
    state = State.OK if skew < _SKEW_NOTED else State.WARN if skew < _SKEW_TOO_MUCH else State.FAIL
    remedy = "" if state is State.OK else "Set this machine's clock by NTP: what it signs is refused when it is off."
    return Finding(check="clock", state=state, says=f"{skew:.0f} seconds apart.", remedy=remedy)


def _recover(line: Line) -> Finding:
    try:
        line.ask("GET", "/stops", api="recover")
    except RefusedError as refusal:
        if refusal.status == 403:
            says, remedy = "It answers; the key may not stop.", "Have somebody at hand whose key has the scope stop."
            return Finding(check="recover", part="recover", state=State.WARN, says=says, remedy=remedy)
        return Finding(check="recover", part="recover", state=State.FAIL, says=why(refusal))
    except CommandError as failure:
        address = _of_address(failure, "RECOVER_URL", line.profile.name)
        remedy = f"{address} To stop now: backchannel stop SCOPE --stage STAGE."
        return Finding(check="recover", part="recover", state=State.FAIL, says=why(failure), remedy=remedy)
    return Finding(check="recover", part="recover", state=State.OK, says="It answers, and the key may stop.")


def _ingest(line: Line) -> Finding:
    from urllib3.exceptions import HTTPError  # noqa: PLC0415

    from infra import client  # noqa: PLC0415

    if not line.profile.hooks_url:
        remedy = "Set HOOKS_URL, or hooks_url in the profile."
        says = "It is not known where webhooks go."
        return Finding(check="ingest", part="ingest", state=State.SKIP, says=says, remedy=remedy)
    try:
        answered = client.request("GET", f"{line.profile.address('hooks_url')}/{segment('src_doctor')}")
    except (HTTPError, ValueError):
        says, remedy = "It does not answer.", "Check HOOKS_URL, and that the stack of ingest is deployed."
        return Finding(check="ingest", part="ingest", state=State.FAIL, says=says, remedy=remedy)
    if answered.status != 404 or not isinstance(answered.body, dict):
        says, remedy = f"It answered with {answered.status}.", "Check that HOOKS_URL ends with /hooks."
        return Finding(check="ingest", part="ingest", state=State.FAIL, says=says, remedy=remedy)
    return Finding(check="ingest", part="ingest", state=State.OK, says="It answers.")


def key_of(ward: Ward, now: datetime) -> Finding:
    """What the key is for, and for how long; read where it may read."""
    try:
        apart = ward.line.ask("GET", ward.line.of_client_path("/separation"))
    except UNDONE as failure:
        remedy = "Use a key with the scope read, or name the client."
        return Finding(check="key", state=State.SKIP, says=why(failure), remedy=remedy)
    own = ward.line.profile.secret().split(".")[1]
    found: dict[str, Any] | None = next((one for one in apart["keys"] if one["id"] == own), None)
    if found is None:
        return Finding(check="key", state=State.SKIP, says="The key is an agency's own; what it is for is not listed.")
    scopes = set(found["scopes"])
    if found["expires_at"] and (days := (_at(found["expires_at"]) - now).days) < _ENDS_SOON:
        remedy = "Make a new one: backchannel key add."
        return Finding(check="key", state=State.WARN, says=f"It ends in {days} days.", remedy=remedy)
    if lacking := sorted(NEEDED - scopes):
        says = f"It has not the scopes {', '.join(lacking)}, so not all can be tried."
        remedy = "Run the doctor with a key for testing that has them."
        return Finding(check="key", state=State.WARN, says=says, remedy=remedy)
    return Finding(check="key", state=State.OK, says=f"It is for {', '.join(sorted(scopes))}.")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


def _of_address(failure: CommandError | RefusedError, variable: str, profile: str) -> str:
    if isinstance(failure, RefusedError) and failure.status == 401:
        return f"Log in again: {f'backchannel login {profile}'.strip()}."
    return f"Check {variable}, and that its stack is deployed."
