"""What else the code says of itself: problems, events, networks, permissions, decisions."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from functions.desk.networks import table as networks_table
from infra.cli import PLACES, app
from infra.roles import table as permissions_table
from shared.api.problems import KINDS, TYPE_BASE

SCHEMAS = Path(__file__).parents[2] / "events" / "schemas"
_BREAK = "\n\n"


def problems() -> str:
    """Every kind of refusal."""
    parts = [
        "# Problems",
        f"Refusals are RFC 9457 documents (`application/problem+json`). `type` is `{TYPE_BASE}` and one of these.",
        "It never changes; `detail` says what is wrong, `field` where, and `remedy` what to do.",
    ]
    for kind in KINDS:
        parts += [f"## {kind.type}", f"{kind.status}. {kind.title}.", kind.remedy]
    return _BREAK.join(parts) + "\n"


def events() -> str:
    """Every type of event that endpoints are told of."""
    parts = [
        "# Events",
        "What an [endpoint](../guides/webhooks-out.md) is told of. Each has a JSON Schema in `events/schemas`.",
        "`data` always has `client`, `subject` (the id of what it happened to) and `who`. New fields may come.",
    ]
    for path in sorted(SCHEMAS.glob("*.*.json")):
        schema = _read(path)
        if "title" in schema:  # the others are of what comes in
            parts += [f"## {path.stem}", str(schema["description"]), *_fields(schema)]
    return _BREAK.join(parts) + "\n"


def networks() -> str:
    """What each network can do."""
    found = networks_table()
    parts = ["# Networks", "What each network can do through its connector. `backchannel networks` prints the same."]
    for one in found.networks:
        parts += [
            f"## {one.title}",
            f"Proven against: {one.proven}. Text: {one.text_limit:,}. Does: {', '.join(one.does)}.",
            *("- " + why for why in one.cannot.values()),
        ]
    parts += ["## Not spoken", "\n".join(f"- {name}: {why}" for name, why in found.not_spoken.items())]
    return _BREAK.join(parts) + "\n"


def permissions() -> str:
    """Who may call what."""
    told = "What each route asks: the scope of the key, the party, and the activities of which it asks the mandate."
    return _BREAK.join(["# Permissions", told, permissions_table()]) + "\n"


def commands() -> str:
    """The command line."""
    words = typer.main.get_command(app)
    parts = ["# Commands", "`backchannel COMMAND --help` says the same, with every option and an example."]
    for heading, places in PLACES.items():
        rows = [f"| `{line}` | {_cell(said)} |" for name in places for line, said in _lines(words, name)]
        parts += [f"## {heading}", "\n".join(["| command | |", "|---|---|", *rows])]
    return _BREAK.join(parts) + "\n"


def _lines(words: Any, name: str) -> Iterator[tuple[str, str]]:
    """A command, or the commands of a noun, with what each does."""
    found = words.get_command(None, name)
    inner = found.commands if isinstance(found, TyperGroup) else {"": found}
    for word, command in inner.items():
        yield f"{name} {word}".strip(), command.help or ""


def decisions(folder: Path) -> str:
    """The list of the decisions."""
    pages = "\n".join(f"../decisions/{page.stem}" for page in sorted(folder.glob("0*.md")))
    told = "Why things are as they are: what was decided, and what was turned down."
    return _BREAK.join(["# Decisions", told, f"```{{toctree}}\n:maxdepth: 1\n\n{pages}\n```"]) + "\n"


def _fields(schema: Mapping[str, Any]) -> Iterator[str]:
    found: Mapping[str, Mapping[str, Any]] = schema.get("properties", {}).get("data", {}).get("properties", {})
    if found:
        rows = (f"| `{name}` | {_type(one)} | {_cell(one.get('description', ''))} |" for name, one in found.items())
        yield "\n".join(["| field | type | |", "|---|---|---|", *rows])


def _type(schema: Mapping[str, Any]) -> str:
    found = schema.get("type") or ("one of " + ", ".join(map(str, schema["enum"])) if "enum" in schema else "any")
    return " or ".join(found) if isinstance(found, list) else str(found)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text())
    return found
