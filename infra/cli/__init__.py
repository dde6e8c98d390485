"""``backchannel``: everything that an operator does, over the API with a key, or on AWS with its credentials.

A command's module is loaded when it is used, so that a stop waits for nothing that it does not need.
"""

import signal
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from infra.cli import output
from infra.cli.failures import told


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word of the command line is found."""

    module: str
    function: str = ""
    """Empty for a noun, whose module has commands of its own."""
    example: str = ""


_BURNS, _DAY, _RULES, _PARTIES, _STAGE, _HERE = (
    "When it burns",
    "The day's work",
    "What holds",
    "Parties and doors",
    "A deployment",
    "On this machine",
)


def _noun(name: str) -> Place:
    return Place(f"infra.cli.nouns.{name}")


PLACES: Mapping[str, Mapping[str, Place]] = {
    _BURNS: {
        "stop": Place("infra.cli.stopping", "stop", 'stop client:acme --reason "an accident"'),
        "receipt": Place("infra.cli.stopping", "receipt", "receipt stp_1"),
        "resume": Place("infra.cli.stopping", "resume", "resume stp_1"),
        "recall": Place("infra.cli.stopping", "recall", "recall pst_1 --client acme"),
        "pass": Place("infra.cli.stopping", "let_pass", "pass stp_1 pst_1 --content-hash 9f86d0…"),
        "drill": Place("infra.cli.stopping", "drill", "drill acc_1 --client acme"),
        "recovery": _noun("recovery"),
        "crisis": _noun("crisis"),
        "incident": _noun("incident"),
    },
    _DAY: {
        "inbox": _noun("inbox"),
        "post": _noun("post"),
        "approval": _noun("approval"),
        "escalation": _noun("escalation"),
        "follow-up": _noun("follow_up"),
        "watch": _noun("watch"),
        "reply": _noun("reply"),
        "picture": _noun("picture"),
        "advocate": _noun("advocate"),
        "suggestion": _noun("suggestion"),
        "people": _noun("people"),
        "ledger": _noun("ledger"),
        "measures": _noun("measures"),
        "review": _noun("review"),
    },
    _RULES: {
        "priorities": _noun("priorities"),
        "listening": _noun("listening"),
        "mandate": _noun("mandate"),
        "guidelines": _noun("guidelines"),
        "plan": _noun("plan"),
        "roster": _noun("roster"),
        "shift": _noun("shift"),
    },
    _PARTIES: {
        "agency": _noun("agency"),
        "client": _noun("client"),
        "member": _noun("member"),
        "key": _noun("key"),
        "account": _noun("account"),
        "source": _noun("source"),
        "endpoint": _noun("endpoint"),
    },
    _STAGE: {
        "login": Place("infra.cli.nouns.profile", "login", "login live --api-url https://… --recover-url https://…"),
        "profile": _noun("profile"),
        "doctor": Place("infra.cli.doctor", "doctor", "doctor --client acme"),
        "deploy": Place("infra.cli.deploying", "deploy", "deploy --stage live --region eu-north-1"),
        "package": Place("infra.cli.deploying", "package", "package"),
        "invoke": Place("infra.cli.deploying", "invoke", "invoke publish.tick events/publish.tick.json --stage live"),
    },
    _HERE: {
        "up": Place("infra.cli.local", "up", "up"),
        "demo": Place("infra.cli.local", "demo", "demo"),
        "bench": Place("infra.cli.local", "bench", "bench stop --json"),
        "classify": Place("infra.cli.classifying", "classify", "classify mentions.jsonl"),
        "check": Place("infra.cli.checking", "check_file", "check drafts.jsonl --guidelines guidelines.json"),
        "networks": Place("infra.cli.local", "networks", "networks --json"),
        "openapi": Place("infra.cli.local", "openapi", "openapi > openapi.json"),
        "asyncapi": Place("infra.cli.local", "asyncapi", "asyncapi > asyncapi.json"),
        "docs": Place("infra.cli.local", "docs", "docs --out site"),
        "build-client": Place("infra.cli.local", "client", "build-client --out dist"),
    },
}
"""Under the headings of ``--help``."""

_EPILOG = (
    "Answers are on the standard output, messages on the standard error; --json prints what the API answered. "
    "Ends with 0 when done, 1 when it failed or it is not known, 2 when it was called wrongly, 3 when the API refused, "
    "4 when there is no such thing, 5 when the API was not reached. `backchannel login` keeps a key; "
    "BACKCHANNEL_KEY, BACKCHANNEL_PROFILE, API_URL, RECOVER_URL and HOOKS_URL stand over what is kept."
)


class Words(TyperGroup):
    """Finds a command by its first word, and loads nothing else."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return [name for places in PLACES.values() for name in places]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        for heading, places in PLACES.items():
            if cmd_name in places:
                return _loaded(cmd_name, places[cmd_name], heading)
        return None

    def invoke(self, ctx: Any) -> Any:
        output.want_json(False)
        with told():
            return super().invoke(ctx)


def _loaded(name: str, place: Place, heading: str) -> Any:
    module = import_module(place.module)
    if place.function:
        # Who stops waits for no ornament: what draws it takes longer to load than all else.
        wanted = typer.Typer(add_completion=False, rich_markup_mode=None if heading == _BURNS else "rich")
        wanted.command(name, epilog=f"Example: backchannel {place.example}")(getattr(module, place.function))
    else:
        wanted = module.app
    command = typer.main.get_command(wanted)
    command.name = name
    command.rich_help_panel = heading  # type: ignore[attr-defined]
    return command


app = typer.Typer(cls=Words, no_args_is_help=True, pretty_exceptions_enable=False, epilog=_EPILOG)


@app.callback()
def _backchannel() -> None:
    """Parts of a brand's social-media work, handed over without handing over its voice."""


def _end(*_: Any) -> None:
    """Leave as on Ctrl-C, so that everything open is closed."""
    raise KeyboardInterrupt


def main() -> None:
    signal.signal(signal.SIGTERM, _end)
    app()
