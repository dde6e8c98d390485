"""``backchannel``: every command explains itself, and every route of the API is reached by one."""

from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any, get_args, get_origin

import msgspec
import pytest
import typer
from typer.testing import CliRunner

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from infra.cli import PLACES, app
from infra.cli.commands import Command
from shared.api.routes import Route

WITHOUT_A_COMMAND = {
    ("GET", "/approve/{token}"): "a page, for a browser",
    ("POST", "/approve/{token}"): "by that page, or by who holds the link",
    ("GET", "/clients/{client}/plan.ics"): "for a calendar, by its own token",
    ("GET", "/reviews/{token}"): "a page, for a browser",
    ("GET", "/openapi.json"): "`openapi` prints the same document without an API",
    ("GET", "/networks"): "`networks` prints the same table without a key; `login` tries a key on it",
}
ROUTES = {(route.method, route.path): route for route in (*DESK, *RECOVER)}
NOUNS = [name for places in PLACES.values() for name, place in places.items() if not place.function]
WORDS = [name for places in PLACES.values() for name in places]


def module_of(name: str) -> Any:
    return import_module(next(places[name] for places in PLACES.values() if name in places).module)


def commands() -> Iterator[tuple[str, Command]]:
    for noun in NOUNS:
        for command in module_of(noun).COMMANDS:
            yield noun, command


def written_out() -> Iterator[tuple[str, Any]]:
    """The commands that are functions of their own."""
    for places in PLACES.values():
        for name, place in places.items():
            module = import_module(place.module)
            if place.function:
                yield name, getattr(module, place.function)
            else:
                for info in module.app.registered_commands:
                    yield f"{name} {info.name or info.callback.__name__}", info.callback


def lines() -> Iterator[tuple[str, ...]]:
    for name in WORDS:
        if name in NOUNS:
            for info in module_of(name).app.registered_commands:
                yield name, info.name or info.callback.__name__.replace("_", "-")
        else:
            yield (name,)


@pytest.mark.parametrize("words", list(lines()), ids=" ".join)
def test_every_command_says_what_it_does_and_shows_an_example(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 0, shown.output
    assert f"Example: backchannel {' '.join(words)}" in " ".join(shown.output.split())


@pytest.mark.parametrize(("noun", "command"), list(commands()), ids=lambda one: getattr(one, "name", one))
def test_every_command_asks_a_route_that_is_there(noun: str, command: Command) -> None:
    route = ROUTES[command.method, command.path]
    assert (route in RECOVER) == (command.api == "recover")
    fields = msgspec.structs.fields(route.body) if route.body else ()
    body = {field.encode_name for field in fields}
    assert {one.name for one in command.takes if not one.query} <= body
    assert set(command.sends) <= body
    assert {one.name for one in command.takes if one.query} <= set(route.query)
    assert not command.page_size or "limit" in route.query
    needed = {field.encode_name for field in fields if field.required}
    given = {one.name for one in command.takes if one.needed} | set(command.sends)
    assert command.takes_file or needed <= given


@pytest.mark.parametrize(("noun", "command"), list(commands()), ids=lambda one: getattr(one, "name", one))
def test_every_list_shows_columns_that_its_records_have(noun: str, command: Command) -> None:
    route = ROUTES[command.method, command.path]
    if not command.shows:
        assert get_origin(route.returns) is not list, "a list needs columns"
        return
    names = fields_of(route)
    assert {column.split(".")[0] for column in command.shows} <= names


def fields_of(route: Route) -> set[str]:
    kind = route.returns
    if get_origin(kind) is not list:
        kind = next(field.type for field in msgspec.structs.fields(kind) if field.name == "items")
    (row,) = get_args(kind)
    if get_origin(row) is dict:
        return {"id", "type", "timestamp", "subject"}
    return {field.name for field in (dataclass_fields(row) if is_dataclass(row) else msgspec.structs.fields(row))}


def test_every_list_that_pages_is_read_to_its_end_by_its_command() -> None:
    for noun, command in commands():
        route = ROUTES.get((command.method, command.path))
        pages = {"cursor", "after"} & set(route.query if route else ())
        assert not pages or (command.is_list and pages == {command.cursor}), (noun, command.name)


def test_every_route_is_reached_by_a_command_or_it_is_said_why_not() -> None:
    reached = {(command.method, command.path) for _, command in commands()}
    for name, function in written_out():
        for route in getattr(function, "reaches", ()):
            assert route in ROUTES, (name, route)
            reached.add(route)
    assert set(ROUTES) - reached == set(WITHOUT_A_COMMAND)


def test_every_command_that_reads_prints_json_for_programs() -> None:
    for words in lines():
        shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200"}).output
        if "--profile" in shown and words not in {("people", "export"), ("people", "forget")}:
            assert "--json" in shown, words


def test_the_help_tells_what_the_exit_codes_mean() -> None:
    shown = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200"}).output
    assert "3 when the API refused" in " ".join(shown.split())


@pytest.mark.parametrize("words", list(lines()), ids=" ".join)
def test_no_option_of_a_command_means_two_things(words: tuple[str, ...]) -> None:
    found = typer.main.get_command(app)
    for word in words:
        found = found.get_command(None, word)
    options = [name for parameter in found.params for name in (*parameter.opts, *parameter.secondary_opts)]
    assert len(options) == len(set(options))
