"""How a command fails: one code for each way, which scripts may rely on, and one way of telling it to a person."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any, NoReturn

import typer

from infra.cli import output


class Exit(IntEnum):
    """Documented in ``backchannel --help``; a code never changes its meaning."""

    DONE = 0
    FAILED = 1
    """It ran and did not succeed, or it is not known whether it did."""
    USAGE = 2
    REFUSED = 3
    """By the API, which changed nothing: not allowed, not acceptable, not possible now."""
    NOT_FOUND = 4
    UNREACHABLE = 5
    """The API did not answer, or answered that something is broken there."""


class CommandError(Exception):
    """A command that cannot go on: what is wrong and what to do, and the code that it ends with."""

    def __init__(self, text: str, code: Exit = Exit.FAILED) -> None:
        super().__init__(text)
        self.code = code


class RefusedError(Exception):
    """An answer of the API other than 2xx. ``problem`` is what it sent, decoded where it was JSON."""

    def __init__(self, status: int, problem: Any) -> None:
        super().__init__(f"answered with {status}")
        self.status = status
        self.problem = problem

    @property
    def code(self) -> Exit:
        if self.status == 404:
            return Exit.NOT_FOUND
        return Exit.REFUSED if 400 <= self.status < 500 else Exit.UNREACHABLE

    @property
    def lines(self) -> list[str]:
        """What is wrong, with the field where there is one, and what to do."""
        if not isinstance(self.problem, dict) or "detail" not in self.problem:
            return [f"The API answered with status {self.status} and no explanation."]
        said = output.clean(self.problem["detail"])
        wrong = f"{output.clean(self.problem['field'])}: {said}" if "field" in self.problem else said
        remedy = self.problem.get("remedy")
        return [_sentence(wrong), *([output.clean(remedy)] if remedy else [])]


def usage(text: str) -> NoReturn:
    raise CommandError(text, Exit.USAGE)


@contextmanager
def told() -> Iterator[None]:
    """Tell what is raised within on the standard error, and end with its code."""
    try:
        yield
    except RefusedError as refusal:
        if output.wants_json():
            output.print_json(refusal.problem)
        _end(refusal.lines, refusal.code)
    except CommandError as failure:
        _end([str(failure)], failure.code)
    except _of_libraries() as failure:
        unreachable = isinstance(failure, _loaded(_UNREACHABLE))
        _end([str(failure)], Exit.UNREACHABLE if unreachable else Exit.FAILED)


_UNREACHABLE = ("urllib3.exceptions.HTTPError", "botocore.exceptions.EndpointConnectionError")
_FAILED = (
    "botocore.exceptions.BotoCoreError",
    "botocore.exceptions.ClientError",
    "infra.client.ApiError",
    "infra.build.BuildError",
    "infra.deploy.DeployError",
    "infra.engine.EngineError",
    "shared.stores.StoreError",
)


def _of_libraries() -> tuple[type[Exception], ...]:
    return _loaded((*_UNREACHABLE, *_FAILED))


def _loaded(names: tuple[str, ...]) -> tuple[type[Exception], ...]:
    """Those of the errors whose modules this command has loaded, so that none is loaded to be caught."""
    found = ((sys.modules.get(module), name) for module, _, name in (one.rpartition(".") for one in names))
    return tuple(getattr(module, name) for module, name in found if module is not None)


def _end(lines: list[str], code: Exit) -> NoReturn:
    for line in lines:
        output.say(line, bad=True)
    raise typer.Exit(code) from None


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
