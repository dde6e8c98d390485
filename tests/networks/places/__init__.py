"""Where each connector is tried: the real server where one runs here, else a stand-in written from its documents.

One module for each connector, of its name, with ``place(stack) -> Place``.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from typing import Protocol

import pytest

from infra.sandbox.faults import FaultKind
from shared.domain.posts import Media
from shared.networks import Connection

WRONG = "wrong-secret"
"""In credentials that do not work; never to be seen in an error."""


class Place(Protocol):
    """A network, with an account ``acme`` on it, whose faults can be ordered and that tells the truth."""

    network: str
    media: tuple[Media, ...]
    """To go with every part, where the network has no post without a picture."""
    repeats: bool
    """Whether the network takes a text again that it had from the account lately. Left out by places whose does."""
    answers_with_an_id_alone: bool
    """Whether a post is answered with no more than its id. Left out by places where it is not so."""
    counts_nothing: bool
    """Whether the server there counts nothing. Left out by places where it does."""
    subject: str
    """What every part answers, where the network has answers only. Left out by places of networks with posts."""

    def now(self) -> datetime:
        """By the network's clock, or by that of what stands before it."""
        ...

    def pass_time(self, span: timedelta) -> None: ...

    def connect(self, *, right: bool = True) -> Connection:
        """A new line for the account, with credentials that work or, else, that hold :data:`WRONG`."""
        ...

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        """One of the account's next requests of the kind goes wrong."""
        ...

    def standing(self) -> list[tuple[str, str]]:
        """What the account has up, in truth, oldest first: text, and the external id of what it answers or ""."""
        ...

    def someone_says(self, text: str) -> str:
        """A post of somebody else's that can be answered; its external id."""
        ...

    def someone_likes(self, external_id: str) -> None:
        """Somebody else, and another one each time."""
        ...

    def taken_back(self, external_id: str) -> None:
        """Its author deletes it."""
        ...


def together(network: str) -> tuple[pytest.MarkDecorator, ...]:
    """Marks for tests at a place whose module has a ``GROUP``: they run in one worker, with what is costly to start."""
    group = getattr(import_module(f"tests.networks.places.{network}"), "GROUP", None)
    return () if group is None else (pytest.mark.xdist_group(group),)


@contextmanager
def opened(network: str) -> Iterator[Place]:
    with ExitStack() as stack:
        place: Place = import_module(f"tests.networks.places.{network}").place(stack)
        yield place
