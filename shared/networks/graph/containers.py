"""Containers of Instagram and Threads: a post is made whole where nobody sees it, and put out with one call.

A container is published within a day or expires. Its status says when it is ready; for text and pictures that is within
seconds. Sources: https://developers.facebook.com/docs/instagram-platform/content-publishing,
https://developers.facebook.com/docs/threads/posts and …/threads/troubleshooting
"""

from collections.abc import Callable, Mapping
from time import monotonic

import msgspec

from shared.networks import RefusedError, ThrottledError
from shared.networks.graph import Graph, node, shaped
from shared.networks.graph.errors import shortened

LOOK_AGAIN = 1.0
"""Seconds between two looks at a container that is not ready."""
NOT_IN_TIME = "The network was not ready with it in time."


class Made(msgspec.Struct):
    """What a call that makes something is answered."""

    id: str


class _Container(msgspec.Struct):
    status: str = ""
    """Threads'; Instagram tells here why it failed."""
    status_code: str = ""
    """Instagram's."""
    error_message: str = ""

    @property
    def state(self) -> str:
        return self.status_code or self.status

    @property
    def why(self) -> str:
        return self.error_message or (self.status if self.status_code else "")


class Containers:
    """Of one edge. ``fields`` ask for a container's status; ``pause`` waits so many seconds."""

    def __init__(self, graph: Graph, fields: str, pause: Callable[[float], None]) -> None:
        self._graph = graph
        self._fields = fields
        self._pause = pause

    def ready(self, edge: str, form: Mapping[str, str], *, deadline: float) -> str:
        """A new container's id, once it can be used. ``deadline``: by the monotonic clock."""
        container = shaped(Made, self._graph.post(edge, form, timeout=_left(deadline))).id
        while self._state(container, deadline) != "FINISHED":
            if deadline - monotonic() <= LOOK_AGAIN:
                raise ThrottledError(NOT_IN_TIME, None)
            self._pause(LOOK_AGAIN)
        return container

    def _state(self, container: str, deadline: float) -> str:
        found = shaped(_Container, self._graph.get(node(container), {"fields": self._fields}, timeout=_left(deadline)))
        if found.state == "ERROR":
            raise RefusedError(f"The network cannot make a post of it: {shortened(found.why)}.")
        if found.state == "EXPIRED":
            raise ThrottledError("What the network had made ready of it has expired.", None)
        return found.state


def _left(deadline: float) -> float:
    """Raises ThrottledError when nothing is left."""
    left = deadline - monotonic()
    if left <= 0:
        raise ThrottledError(NOT_IN_TIME, None)
    return left
