"""Ids that a shell completes: asked of the API, in a moment or not at all."""

from collections.abc import Callable
from typing import Any

_LISTS = {
    "account": ("accounts", "handle"),
    "member": ("members", "name"),
    "to": ("members", "name"),
    "owner": ("members", "name"),
    "source": ("sources", "name"),
    "endpoint": ("endpoints", "url"),
    "mention": ("inbox", "text"),
    "escalation": ("escalations", "question"),
    "post": ("posts", "text"),
    "key": ("keys", "member"),
    "shift": ("shifts", "member"),
    "watch": ("watches", "post"),
    "follow_up": ("follow-ups", "what"),
    "reply": ("replies", "name"),
    "advocate": ("advocates", "name"),
    "suggestion": ("suggestions", "text"),
    "crisis": ("crises", "id"),
    "feed": ("plan/feeds", "name"),
}
"""Of a parameter's name: the client's list that has its ids, and what tells them apart."""
_SECONDS = 2.0


def completing(name: str) -> Callable[[Any, str], list[tuple[str, str]]] | None:
    """For a parameter of this name; None where nothing lists it."""
    if name not in _LISTS:
        return None

    def complete(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
        return ids(name, incomplete, ctx.params)

    return complete


def ids(name: str, incomplete: str, given: dict[str, Any]) -> list[tuple[str, str]]:
    """The ids that begin so, each with a word on it. Whatever is in the way, a shell is told nothing instead.

    It asks nobody anything: no person, and no password manager for a key.
    """
    import urllib3  # noqa: PLC0415

    from infra import client  # noqa: PLC0415
    from infra.cli.calling import Line, segment  # noqa: PLC0415
    from infra.cli.failures import CommandError  # noqa: PLC0415
    from infra.cli.output import clean, rows_of  # noqa: PLC0415
    from infra.cli.profiles import in_force  # noqa: PLC0415

    path, words = _LISTS[name]
    try:
        line = Line(profile=in_force(given.get("profile")), client=given.get("client") or "")
        if not line.profile.key or not (meant := line.known_client()):
            return []
        url = f"{line.profile.address('api_url')}/clients/{segment(meant)}/{path}"
        answered = client.request("GET", url, key=line.profile.key, seconds=_SECONDS)
    except (CommandError, urllib3.exceptions.HTTPError, ValueError):
        return []
    rows = (rows_of(answered.body) or []) if answered.status == 200 else []
    return [
        (row["id"], clean(str(row.get(words, "")))[:60].replace("\n", " "))
        for row in rows
        if str(row.get("id", "")).startswith(incomplete)
    ]
