"""At the edge of a function: whatever is broken inside, a caller gets an answer, and it tells nothing of it."""

import json
from typing import NoReturn

import pytest

from shared.api.problems import TYPE_BASE, Answer
from shared.api.rest import guarded
from tests.house import PROBLEM_FIELDS


def test_what_is_answered_comes_out_as_it_is() -> None:
    given = guarded("/stops", lambda: Answer(201, b'{"id": "stp_1"}', {"X-Kept": "yes"}))
    assert (given.status_code, given.body, given.headers) == (201, '{"id": "stp_1"}', {"X-Kept": "yes"})


@pytest.mark.parametrize("defect", [ValueError, KeyError, RuntimeError, AssertionError, RecursionError])
def test_a_defect_is_told_as_a_problem_that_says_nothing_of_it(defect: type[Exception]) -> None:
    def broken() -> NoReturn:
        raise defect("not-a-real-token")

    given = guarded("/clients/acme/posts", broken)
    told = json.loads(given.body)
    assert (given.status_code, given.headers["Content-Type"]) == (500, "application/problem+json")
    assert (told["type"], told["status"], told["instance"]) == (TYPE_BASE + "defect", 500, "/clients/acme/posts")
    assert set(told) == PROBLEM_FIELDS
    assert "not-a-real-token" not in given.body
    assert defect.__name__ not in given.body


def test_what_ends_the_process_is_not_kept_from_it() -> None:
    def ending() -> NoReturn:
        raise SystemExit(1)

    with pytest.raises(SystemExit):
        guarded("/stops", ending)
