"""Files of JSON objects, one a line, as commands read them."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Generic, TypeVar

import msgspec
import typer

T = TypeVar("T")

File = Annotated[typer.FileBinaryRead, typer.Argument(help="One JSON object a line; - is the standard input.")]


class LinesOf(Generic[T]):
    """The objects of a file. A line that is none is told on the standard error, and passed over."""

    def __init__(self, kind: type[T], file: Iterable[bytes]) -> None:
        self._kind = kind
        self._file = file
        self.bad = 0

    def __iter__(self) -> Iterator[T]:
        for number, line in enumerate(self._file, 1):
            if not line.strip():
                continue
            try:
                one = msgspec.json.decode(line, type=self._kind)
            except (msgspec.DecodeError, UnicodeDecodeError) as garbled:
                self.bad += 1
                typer.echo(f"Line {number}: {garbled}", err=True)
                continue
            yield one

    def exit(self) -> typer.Exit:
        """By which a command says whether it could read all of them."""
        return typer.Exit(1 if self.bad else 0)
