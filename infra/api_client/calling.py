"""Answers without their refusals, and lists beyond their first page.

The calls answer with what was asked for or with a problem, as the document says. ``done(create_post.sync_detailed(…))``
is the post, or raises.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qs

import httpx
from backchannel_client.errors import UnexpectedStatus
from backchannel_client.models.problem import Problem
from backchannel_client.types import Response

T = TypeVar("T")


class ProblemError(Exception):
    """The API refused. ``problem.type_`` is stable and says why; ``problem.remedy`` what to do."""

    def __init__(self, problem: Problem, headers: Mapping[str, str]) -> None:
        super().__init__(f"{problem.title}: {problem.detail}")
        self.problem = problem
        self.retry_after = int(headers["Retry-After"]) if "Retry-After" in headers else None
        """Seconds to wait before the same may be asked again."""

    @property
    def kind(self) -> str:
        """The last part of the problem's type, such as ``wrong-state``."""
        return self.problem.type_.value.rpartition("/")[2]


def done(answered: Response[Problem | T]) -> T:
    """What was asked for. Raises :class:`ProblemError`, or ``UnexpectedStatus`` for what the document does not have."""
    if isinstance(answered.parsed, Problem):
        raise ProblemError(answered.parsed, answered.headers)
    if answered.parsed is None:
        raise UnexpectedStatus(answered.status_code, answered.content)
    return answered.parsed


def next_cursor(answered: Response[Any]) -> str | None:
    """The ``cursor`` of the following page; None of the last one."""
    if link := httpx.Response(200, headers=answered.headers).links.get("next"):
        return parse_qs(link["url"].removeprefix("?"))["cursor"][0]
    page = json.loads(answered.content)
    found = page.get("next") if isinstance(page, dict) else None
    return found if isinstance(found, str) else None
