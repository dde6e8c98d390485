"""What each thing that Meta's Graph API can say is taken to mean."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.facebook.connection import FacebookConnection
from shared.networks.graph.errors import GoneError
from shared.networks.rest import LONGEST_SAID
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places.graph import Pictures, account_at, graph_error
from tests.networks.trying import a_part, out

POSTED = {"id": "1015_7", "created_time": "2026-05-01T10:00:00+0000", "permalink_url": "https://www.facebook.com/p"}


class AlwaysTheSame(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@dataclass
class Script:
    """Says what it says to a method or to a path's end, else ``said``."""

    said: Said = field(default_factory=lambda: Said(200, b"{}"))
    says: dict[str, Said] = field(default_factory=dict)
    by_method: dict[str, Said] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    def answer(self, asked: Asked) -> Said:
        self.asked.append(asked)
        by_path = next((said for path, said in self.says.items() if asked.path.endswith(path)), self.said)
        return self.by_method.get(asked.method, by_path)

    def line(self) -> FacebookConnection:
        account = account_at(self.url, "facebook")
        return FacebookConnection(account, {"access_token": "EAAtoken"}, Pictures(), base_url=self.url)


@pytest.fixture
def script() -> Iterator[Script]:
    script = Script()
    with serving(script.answer, AlwaysTheSame(), lambda: datetime.now(UTC)) as server:
        script.url = server.url
        yield script


def ok(body: object) -> Said:
    return Said(200, json.dumps(body).encode())


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        (graph_error(190, 463, status=401), CredentialsError),
        (graph_error(190), CredentialsError),
        (graph_error(190, error_subcode=None, error_user_msg=None, is_transient=None), CredentialsError),
        (graph_error(102), CredentialsError),
        (graph_error(3), CredentialsError),
        (graph_error(10, status=403), CredentialsError),
        (graph_error(200, status=403), CredentialsError),
        (graph_error(299, status=403), CredentialsError),
        (graph_error(25, 2207050), CredentialsError),
        (graph_error(4, status=403), ThrottledError),
        (graph_error(4, status=403, is_transient=True), ThrottledError),
        (graph_error(17), ThrottledError),
        (graph_error(32), ThrottledError),
        (graph_error(613), ThrottledError),
        (graph_error(80001), ThrottledError),
        (graph_error(80002), ThrottledError),
        (graph_error(9, 2207042), ThrottledError),
        (graph_error(9007, 2207027), ThrottledError),
        (graph_error(24, 4279009), ThrottledError),
        (graph_error(4, 2207051), RefusedError),
        (graph_error(9004, 2207052), RefusedError),
        (graph_error(100), RefusedError),
        (graph_error(100, 33), GoneError),
        (graph_error(24, 2207006), GoneError),
        (graph_error(368), RefusedError),
        (graph_error(368, is_transient=True), RefusedError),
        (graph_error(506), RefusedError),
        (graph_error(300), RefusedError),
        (graph_error(80015), RefusedError),
        (graph_error(1), OutcomeUnknownError),
        (graph_error(2), OutcomeUnknownError),
        (graph_error(-1, 2207001), OutcomeUnknownError),
        (graph_error(-2, 2207003), OutcomeUnknownError),
        (graph_error(0), OutcomeUnknownError),
        (graph_error(4711, is_transient=True), OutcomeUnknownError),
        (graph_error(100, original_response={"id": "1015_7"}), OutcomeUnknownError),
        (graph_error(190, status=500), OutcomeUnknownError),
        (graph_error(100, status=503), OutcomeUnknownError),
        (graph_error(4, status=500), OutcomeUnknownError),
        (graph_error(4711, status=401), CredentialsError),
        (graph_error(4711, status=404), RefusedError),
        (graph_error(4711, status=408), OutcomeUnknownError),
        (graph_error(4711, status=409), OutcomeUnknownError),
        (graph_error(4711, status=429), ThrottledError),
        (Said(400, b'{"error": "of another form"}'), RefusedError),
        (Said(400, b'{"error": {"code": "190"}}'), RefusedError),
        (Said(401, b"<html>"), CredentialsError),
        (Said(404, b"<html>"), RefusedError),
        (Said(408), OutcomeUnknownError),
        (Said(429, b"{}"), ThrottledError),
        (Said(502, b"<html>"), OutcomeUnknownError),
        (Said(302, b"", {"Location": "/v26.0/me/feed"}), OutcomeUnknownError),
        (Said(200, b""), OutcomeUnknownError),
        (Said(200, b"[]"), OutcomeUnknownError),
        (Said(200, b"{}"), OutcomeUnknownError),
        (ok({"id": 5}), OutcomeUnknownError),
        (ok(POSTED | {"created_time": "lately"}), OutcomeUnknownError),
    ],
)
def test_an_answer_means_no_more_than_it_says_and_the_call_is_made_once(
    script: Script, said: Said, meaning: type[BackchannelError]
) -> None:
    script.said = said
    with pytest.raises(meaning) as raised:
        out(script.line(), a_part())
    assert type(raised.value) is meaning
    assert [asked.path for asked in script.asked] == ["/v26.0/me/feed"]


def test_a_post_is_where_the_answer_says(script: Script) -> None:
    script.said = ok(POSTED)
    published = out(script.line(), a_part())
    assert (published.external_id, published.url) == ("1015_7", "https://www.facebook.com/p")
    assert published.at == datetime(2026, 5, 1, 10, tzinfo=UTC)


def test_a_post_of_which_the_answer_has_no_more_than_the_id_is_out(script: Script) -> None:
    script.said = ok({"id": "1015_7"})
    published = out(script.line(), a_part())
    assert (published.external_id, published.url) == ("1015_7", "https://www.facebook.com/1015_7")
    assert abs(published.at - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("usage", "minutes"),
    [
        ({"1015": [{"type": "pages", "estimated_time_to_regain_access": 19}]}, 19),
        (
            {
                "1015": [{"estimated_time_to_regain_access": 3}, {"estimated_time_to_regain_access": 7}],
                "1016": [{"call_count": 100}],
            },
            7,
        ),
        ({"1015": [{"estimated_time_to_regain_access": 0}]}, None),
        ({}, None),
        ([], None),
        ({"1015": [{"estimated_time_to_regain_access": "soon"}]}, None),
    ],
)
def test_how_long_to_wait_is_what_the_usage_says(script: Script, usage: Any, minutes: int | None) -> None:
    said = graph_error(32, status=403)
    script.said = Said(said.status, said.body, {**said.headers, "X-Business-Use-Case-Usage": json.dumps(usage)})
    with pytest.raises(ThrottledError) as raised:
        out(script.line(), a_part())
    if minutes is None:
        assert raised.value.until is None
    else:
        assert raised.value.until is not None
        assert abs(raised.value.until - datetime.now(UTC) - timedelta(minutes=minutes)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("subcode", "why"), [(458, "removed"), (460, "password"), (463, "expired"), (467, "withdrawn"), (1, "190/1")]
)
def test_why_a_token_is_not_taken_is_said_in_words(script: Script, subcode: int, why: str) -> None:
    script.said = graph_error(190, subcode, status=401)
    with pytest.raises(CredentialsError, match=why):
        script.line().identity()


def test_an_error_is_a_sentence_with_the_networks_own_reason_and_codes_and_no_longer_than_that(script: Script) -> None:
    script.said = graph_error(100, 1609005, error_user_msg="The link cannot be reached. " + "x" * 5000)
    with pytest.raises(RefusedError, match="The link cannot be reached") as raised:
        out(script.line(), a_part())
    assert "100/1609005" in str(raised.value)
    assert len(str(raised.value)) < 400


def test_an_error_that_repeats_the_token_is_told_without_it(script: Script) -> None:
    script.said = graph_error(100, message="The access token EAAtoken could not be decrypted")
    with pytest.raises(RefusedError, match="could not be decrypted") as raised:
        out(script.line(), a_part())
    assert "EAAtoken" not in str(raised.value) + raised.value.reason + repr(raised.value)
    for length in range(LONGEST_SAID - 10, LONGEST_SAID):
        script.said = graph_error(100, message="x" * length + "EAAtoken could not be decrypted")
        with pytest.raises(RefusedError) as raised:
            out(script.line(), a_part())
        assert "EA" not in str(raised.value)


def test_an_error_that_repeats_where_a_picture_lies_is_told_without_what_opens_it(script: Script) -> None:
    link = "https://pictures.example/acme/1.jpg?X-Amz-Signature=5ecret"
    script.said = graph_error(9004, 2207052, f"The media could not be fetched from {link}, try another.")
    with pytest.raises(RefusedError, match=r"pictures\.example/acme/1\.jpg try another") as raised:
        out(script.line(), a_part())
    assert "5ecret" not in str(raised.value)


def test_what_is_gone_is_not_visible_and_recalling_it_is_no_error(script: Script) -> None:
    script.said, script.says = graph_error(100, 33), {"/me/posts": ok({"data": []})}
    assert not script.line().visible("1015_7")
    script.line().recall("1015_7")


def test_what_still_stands_was_not_gone_when_it_could_not_be_taken_down(script: Script) -> None:
    script.by_method["DELETE"], script.said = graph_error(100, 33), ok({"id": "1015_7"})
    with pytest.raises(CredentialsError, match="It stands"):
        script.line().recall("1015_7")


def test_what_a_token_may_not_see_is_not_believed_to_be_gone(script: Script) -> None:
    script.said, script.says = graph_error(100, 33), {"/me/posts": graph_error(10, status=403)}
    with pytest.raises(CredentialsError):
        script.line().visible("1015_7")


@pytest.mark.parametrize("said", [graph_error(2, status=500), graph_error(1), Said(302, b"", {"Location": "/"})])
def test_what_cannot_be_read_is_neither_visible_nor_gone(script: Script, said: Said) -> None:
    script.said = said
    for ask in (script.line().visible, script.line().recall):
        with pytest.raises(OutcomeUnknownError):
            ask("1015_7")


@pytest.mark.parametrize("id_", ["", "me", "../me/feed", "1015_7/comments", "1015?fields=id", "10-15", "\u0661"])
def test_what_is_no_id_of_metas_is_asked_for_nowhere(script: Script, id_: str) -> None:
    for ask in (script.line().visible, script.line().recall):
        with pytest.raises(RefusedError):
            ask(id_)
    if id_:
        with pytest.raises(RefusedError):
            out(script.line(), a_part(in_reply_to=id_))
    assert script.asked == []
