"""What X's refusals mean, by their own words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.networks import CredentialsError, RefusedError, ThrottledError
from shared.networks.rest import Answered
from shared.networks.x.refusals import complaint, said

PROBLEMS = "https://api.x.com/2/problems/"
NOON = 1_790_000_000
SOONER, LATER = str(NOON), str(NOON + 3600)


def refusal(detail: str = "", *, status: int = 403, type_: str = "about:blank", **headers: str) -> Answered:
    body = {"detail": detail, "type": type_, "title": "Forbidden", "status": status}
    return Answered(status, body, headers)


@pytest.mark.parametrize(
    ("detail", "type_"),
    [
        ("Your client app is not configured with the appropriate oauth1 app permissions.", "oauth1-permissions"),
        ("Authenticating with OAuth 2.0 Application-Only is forbidden here.", "unsupported-authentication"),
        ("This app must be attached to a project.", "client-forbidden"),
        ("Your account is suspended and is not permitted to access this feature.", ""),
        ("To protect our users from spam, this account is temporarily locked. Please log in.", ""),
        ("The token does not have the scope tweet.write.", ""),
    ],
)
def test_what_no_post_of_the_account_can_get_past_is_a_matter_of_its_credentials(detail: str, type_: str) -> None:
    error = complaint(refusal(detail, type_=PROBLEMS + type_ if type_ else "about:blank"))
    assert isinstance(error, CredentialsError)
    assert f"{detail.rstrip('.')}." in error.reason
    assert ".." not in error.reason


@pytest.mark.parametrize(
    "detail",
    [
        "You are not permitted to perform this action.",
        "You attempted to reply to a Tweet that is deleted or not visible to you.",
        "You cannot reply to a suspended user.",
    ],
)
def test_what_speaks_of_one_post_is_no_matter_of_credentials(detail: str) -> None:
    assert complaint(refusal(detail)) is None


@pytest.mark.parametrize(
    "body",
    [
        {"detail": "You are not allowed to create a Tweet with duplicate content.", "type": "about:blank"},
        {"errors": [{"code": 187, "message": "Status is a duplicate."}]},
    ],
)
def test_the_same_text_again_is_a_refusal(body: Any) -> None:
    error = complaint(Answered(403, body, {}))
    assert isinstance(error, RefusedError)
    assert "same text" in error.reason


@pytest.mark.parametrize(
    ("headers", "until"),
    [
        ({"x-rate-limit-remaining": "0", "x-rate-limit-reset": SOONER}, NOON),
        ({"x-rate-limit-reset": SOONER}, NOON),
        (
            {
                "x-rate-limit-remaining": "12",
                "x-rate-limit-reset": SOONER,
                "x-user-limit-24hour-remaining": "0",
                "x-user-limit-24hour-reset": LATER,
            },
            NOON + 3600,
        ),
        (
            {
                "x-rate-limit-remaining": "0",
                "x-rate-limit-reset": SOONER,
                "x-app-limit-24hour-remaining": "0",
                "x-app-limit-24hour-reset": LATER,
            },
            NOON + 3600,
        ),
        ({"x-app-limit-24hour-remaining": "0", "x-app-limit-24hour-reset": LATER}, NOON + 3600),
        ({}, None),
        ({"x-rate-limit-reset": "soon"}, None),
        ({"x-rate-limit-reset": "9" * 30}, None),
        ({"x-rate-limit-reset": "٣"}, None),
    ],
)
def test_a_limit_says_until_when_of_whichever_is_used_up_the_longest(
    headers: dict[str, str], until: int | None
) -> None:
    error = complaint(refusal("Too Many Requests", status=429, **headers))
    assert isinstance(error, ThrottledError)
    assert error.until == (None if until is None else datetime.fromtimestamp(until, UTC))


@pytest.mark.parametrize("status", [400, 401, 404, 500, 503])
def test_other_statuses_mean_what_they_mean_everywhere(status: int) -> None:
    assert complaint(refusal("x", status=status)) is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"detail": "More.", "title": "Less"}, "More"),
        ({"title": "less"}, "less"),
        ({"detail": "One or more parameters", "errors": [{"message": "max_results is 5"}]}, "max_results is 5"),
        ({"code": 88, "message": "Rate limit exceeded"}, "Rate limit exceeded"),
        ({"errors": "none"}, ""),
        ([], ""),
        (None, ""),
        ("<html>", ""),
    ],
)
def test_x_s_own_words_are_found(body: Any, words: str) -> None:
    assert said(body) == words
