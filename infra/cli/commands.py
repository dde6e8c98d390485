"""A command is data, as a route is: its words, the route that it asks, what it takes, and what it shows.

Typer is given a function made of that. So each command has its help, an example, ``--json``, ``--client`` and
``--profile``, and none can forget one.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from infra.cli import output
from infra.cli.calling import Line, Which, segment
from infra.cli.completion import completing
from infra.cli.files import object_in
from infra.cli.profiles import in_force

CLIENT = "/clients/{client}"
_PARAMETER = re.compile(r"{(\w+)}")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?P<seconds>:\d\d(?:\.\d+)?)?(?P<offset>Z|[+-]\d\d:\d\d)?)?"
)

ClientId = Annotated[str, typer.Option("--client", help="Id of the client; by default the profile's, or the key's.")]
ProfileName = Annotated[
    str, typer.Option("--profile", "-p", help="Of the configuration file.", envvar="BACKCHANNEL_PROFILE")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print what the API answered, for programs.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")]
Url = Annotated[str, typer.Option("--url", help="Address of the API, in place of the profile's.")]


@dataclass(frozen=True, slots=True)
class Takes:
    """A field of the body, or a parameter of the query, as an option or an argument."""

    name: str
    """As the API has it."""
    help: str
    kind: type = field(default=str, kw_only=True)
    argument: bool = field(default=False, kw_only=True)
    many: bool = field(default=False, kw_only=True)
    """May be given several times."""
    needed: bool = field(default=False, kw_only=True)
    query: bool = field(default=False, kw_only=True)
    secret: bool = field(default=False, kw_only=True)
    """Asked for, hidden: what is on a command line others can read."""
    moment: bool = field(default=False, kw_only=True)
    """A time, which may be typed without its seconds, or as a day alone."""


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    method: str
    path: str
    help: str
    example: str = field(kw_only=True)
    """As it is typed."""
    takes: tuple[Takes, ...] = field(default=(), kw_only=True)
    sends: Mapping[str, Any] = field(default_factory=dict, kw_only=True)
    """Fields of the body that the command itself means."""
    shows: tuple[str, ...] = field(default=(), kw_only=True)
    """Columns of a list; dots lead into records."""
    api: Which = field(default="desk", kw_only=True)
    cursor: str = field(default="cursor", kw_only=True)
    """The parameter by which its list pages, where it does."""
    page_size: bool = field(default=False, kw_only=True)
    """Whether the list takes ``limit``."""
    asks: str = field(default="", kw_only=True)
    """What a person is asked first, of what cannot be undone; with the parameters in braces."""
    takes_file: str = field(default="", kw_only=True)
    """What stands in the JSON file that its body is."""
    drops: tuple[str, ...] = field(default=(), kw_only=True)
    """Of that file: what the API shows and does not take."""
    note: str = field(default="", kw_only=True)
    """Said when it is done."""

    @property
    def is_list(self) -> bool:
        return self.method == "GET" and bool(self.shows)

    @property
    def arguments(self) -> list[str]:
        return [name for name in _PARAMETER.findall(self.path) if name != "client"]


def noun(help_: str, commands: Iterable[Command]) -> typer.Typer:
    """All commands of one noun."""
    app = typer.Typer(no_args_is_help=True, help=help_, add_completion=False)
    app.callback(help=help_)(_only_a_noun)
    for command in commands:
        app.command(command.name, help=command.help, epilog=f"Example: {command.example}")(made(command))
    return app


def _only_a_noun() -> None:
    """Without it a noun of one command would be that command."""


def made(command: Command) -> Callable[..., None]:
    """What Typer reads the command line by, and calls."""

    def run(**given: Any) -> None:
        perform(command, given)

    parameters = list(_parameters(command))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    run.__doc__ = command.help
    run.__name__ = command.name.replace("-", "_")
    return run


def perform(command: Command, given: dict[str, Any]) -> None:
    output.want_json(given["as_json"])
    line = Line(
        profile=in_force(given["profile"], **{_address(command): given.get("url")}),
        client=given.get("client", ""),
    )
    names = {name: given[name] for name in command.arguments}
    if "{client}" in command.path:
        names["client"] = line.of_client()
    path = command.path.format(**{name: segment(value) for name, value in names.items()})
    query = {one.name: given[_python(one.name)] for one in command.takes if one.query}
    body = _body(command, given)
    if command.asks:
        output.confirmed(command.asks.format(**names), yes=given["yes"])
    if command.is_list:
        answer = _paged(line, command, path, query, given)
    else:
        answer = line.ask(command.method, path, body, api=command.api, query=query)
    output.print_answer(answer, command.shows)
    if command.note:
        output.say(command.note)


def _paged(line: Line, command: Command, path: str, query: dict[str, Any], given: dict[str, Any]) -> Any:
    """One answer of as many pages as were wanted, as if it were one; of one page when nobody said how many."""
    most: int | None = given["limit"]
    if command.page_size and (most or given["all"]):
        query = query | {"limit": min(most or 100, 100)}
    items: list[Any] = []
    for page in line.pages(path, api=command.api, query=query, cursor=command.cursor, most=most):
        items += page.items
        if most is None and not given["all"]:
            break
    if page.next is not None or (most is not None and len(items) > most):
        output.say(f"There are more than these {len(items[:most])}. --all shows them all.")
    return page.body | {"items": items[:most]} if isinstance(page.body, dict) else items[:most]


def _body(command: Command, given: dict[str, Any]) -> Any:
    """None of a route that takes none."""
    of_body = [one for one in command.takes if not one.query]
    if not (of_body or command.sends or command.takes_file):
        return None
    body = object_in(given["file"]) if command.takes_file else {}
    body = {name: value for name, value in body.items() if name not in command.drops} | dict(command.sends)
    for one in of_body:
        value = _asked(one) if one.secret else given[_python(one.name)]
        if value is not None and value != []:
            body[one.name] = moment(value) if one.moment else value
    return body


def moment(typed: str) -> str:
    """A time as the API takes it; what is no time goes to the API as it is, which says so."""
    found = _MOMENT.fullmatch(typed.strip())
    if found is None:
        return typed
    return f"{found['day']}T{found['time'] or '00:00'}{found['seconds'] or ':00'}{found['offset'] or ''}"


def _asked(one: Takes) -> str | None:
    if not output.interactive():
        return typer.get_text_stream("stdin").readline().strip() or None
    given: str = typer.prompt(one.help, hide_input=True, default="", show_default=False, err=True)
    return given.strip() or None


def _parameters(command: Command) -> Iterable[inspect.Parameter]:
    for name in command.arguments:
        metavar = name.upper()
        yield _parameter(name, str, typer.Argument(metavar=metavar, autocompletion=completing(name)))
    if command.takes_file:
        yield _parameter("file", Path, typer.Argument(metavar="FILE", help=f"{command.takes_file}; - is the input."))
    for one in command.takes:
        if not one.secret:
            yield _taken(one)
    if command.is_list:
        yield _parameter("limit", int | None, typer.Option("--limit", min=1, help="How many at most."), None)
        yield _parameter("all", bool, typer.Option("--all", help="All of them, page after page."), False)
    if command.asks:
        yield _declared("yes", Yes, False)
    if "{client}" in command.path:
        yield _declared("client", ClientId, "")
    if not any(one.name == "url" for one in command.takes):
        yield _declared("url", Url, "")
    yield _declared("profile", ProfileName, "")
    yield _declared("as_json", AsJson, False)


def _taken(one: Takes) -> inspect.Parameter:
    kind: Any = list[one.kind] if one.many else one.kind  # type: ignore[name-defined]
    complete = completing(one.name)
    if one.argument:
        info = typer.Argument(metavar=one.name.upper(), help=one.help, autocompletion=complete)
        return _parameter(_python(one.name), kind, info, inspect.Parameter.empty if one.needed else None)
    flag = f"--{one.name.replace('_', '-')}"
    declared = f"{flag}/--no-{flag[2:]}" if one.kind is bool else flag
    info = typer.Option(declared, help=one.help, autocompletion=complete)
    return _parameter(
        _python(one.name), kind if one.needed else kind | None, info, inspect.Parameter.empty if one.needed else None
    )


def _parameter(name: str, kind: Any, info: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return _declared(name, Annotated[kind, info], default)


def _declared(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _python(name: str) -> str:
    return f"{name}_" if name in ("from", "file", "client", "all", "limit", "url", "profile") else name


def _address(command: Command) -> str:
    return "recover_url" if command.api == "recover" else "api_url"


def line_of(profile: str, client: str = "", *, as_json: bool = False, **addresses: str) -> Line:
    """For commands that are more than one call: whose line they ask, and how they print."""
    output.want_json(as_json)
    return Line(profile=in_force(profile, **addresses), client=client)


Run = TypeVar("Run", bound=Callable[..., Any])


def reaches(method: str, path: str) -> Callable[[Run], Run]:
    """Marks a command that is more than one call with a route that it asks, so that none is forgotten or invented."""

    def marked(run: Run) -> Run:
        run.reaches = (*getattr(run, "reaches", ()), (method, path))  # type: ignore[attr-defined]
        return run

    return marked
