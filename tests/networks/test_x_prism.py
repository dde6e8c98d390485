"""What the connector sends is what X's own document takes; and the stand-in answers as that document says."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import jsonschema
import pytest
import requests

from shared.networks import Connection, CredentialsError, OutcomeUnknownError, Posted, RefusedError, ThrottledError
from shared.networks.x import CAPABILITIES, TOKENS
from shared.networks.x.connection import XConnection
from shared.networks.x.consent import SCOPES
from tests.networks.faulty import Asked, Deed, Manner, Said, forwarded_to, serving
from tests.networks.peers import npm, prism
from tests.networks.places import opened
from tests.networks.places.x import PICTURE, Pictures
from tests.networks.trying import a_part, an_attempt, out

pytestmark = pytest.mark.xdist_group("prism")
AN_HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)
POST = "1346889436626259968"
USER = "2244994945"


class _NoFaults(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@dataclass
class Witness:
    """What went to Prism and what it said. ``prefer`` asks it for an answer; in its examples ids are words."""

    where: tuple[str, int]
    prefer: str = ""
    heard: list[tuple[Asked, Said]] = field(default_factory=list)

    def answer(self, asked: Asked) -> Said:
        headers = {**asked.headers, **({"prefer": self.prefer} if self.prefer else {})}
        said = forwarded_to(*self.where)(replace(asked, headers=headers))
        self.heard.append((asked, said))
        return replace(said, body=said.body.replace(b'"id":"string"', f'"id":"{POST}"'.encode()))


@contextmanager
def watched(prefer: str = "") -> Iterator[tuple[Witness, Connection]]:
    witness = Witness(prism.running(), prefer)
    with serving(witness.answer, _NoFaults(), lambda: datetime.now(UTC)) as server:
        yield witness, XConnection(server.url, "a-token", Pictures(), USER)


def _sought(line: Connection) -> None:
    """Each of Prism's pages has a next one, and none has the post."""
    with pytest.raises(OutcomeUnknownError):
        line.find(a_part(), an_attempt())


DEEDS: dict[str, Callable[[Connection], object]] = {
    "a post": lambda line: out(line, a_part("Good morning")),
    "a reply": lambda line: out(line, a_part("Good morning", in_reply_to=POST)),
    "a post with a picture": lambda line: out(line, a_part("Good morning", media=(PICTURE,))),
    "a deletion": lambda line: line.recall(POST),
    "a look at a post": lambda line: line.visible(POST),
    "a search for a post": _sought,
    "what is recent": lambda line: line.recent(AN_HOUR_AGO),
    "who it is": lambda line: line.identity(),
    "mentions from now on": lambda line: line.mentions(""),
    "mentions since": lambda line: line.mentions(POST),
    "followers": lambda line: line.followers(200),
    "how posts did": lambda line: line.engagement([Posted(external_id=POST)]),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_x_takes_what_is_sent(deed: str) -> None:
    with watched() as (witness, line):
        DEEDS[deed](line)
    assert witness.heard
    for asked, said in witness.heard:
        assert said.status in (200, 201), (asked.method, asked.path, asked.query)
        sent = {name for name, _ in parse_qsl(asked.query, keep_blank_values=True)}
        assert sent <= prism.document().parameters(asked.method, asked.path)


def test_a_picture_goes_up_with_what_it_shows_before_the_post() -> None:
    with watched() as (witness, line):
        DEEDS["a post with a picture"](line)
    assert [asked.path for asked, _ in witness.heard] == ["/2/media/upload", "/2/media/metadata", "/2/tweets"]


def test_what_the_document_counts_is_what_is_told() -> None:
    with watched() as (_, line):
        told = line.engagement([Posted(external_id=POST)])
    assert {name for name, count in asdict(told[POST]).items() if count is not None} == CAPABILITIES.counts.tells


def test_further_pages_are_asked_for() -> None:
    with watched() as (witness, line):
        line.recent(AN_HOUR_AGO)
    tokens = [dict(parse_qsl(asked.query)).get("pagination_token") for asked, _ in witness.heard]
    assert tokens[:3] == [None, "string", "string"]


@pytest.mark.parametrize(
    ("body", "status"),
    [({"text": "Good morning"}, 201), ({"text": "Good morning", "in_reply_to": POST}, 422), ({"text": 1}, 422)],
)
def test_prism_refuses_what_the_document_does_not_have(body: object, status: int) -> None:
    host, port = prism.running()
    answer = requests.post(
        f"http://{host}:{port}/2/tweets", json=body, headers={"Authorization": "Bearer a-token"}, timeout=10
    )
    assert answer.status_code == status


def test_prism_refuses_a_field_that_x_does_not_know() -> None:
    host, port = prism.running()
    answer = requests.get(
        f"http://{host}:{port}/2/users/{USER}/tweets",
        params={"post.fields": "created_at,referenced_posts"},
        headers={"Authorization": "Bearer a-token"},
        timeout=10,
    )
    assert answer.status_code == 422


def test_without_authorization_nothing_is_answered() -> None:
    host, port = prism.running()
    assert requests.get(f"http://{host}:{port}/2/users/me", timeout=10).status_code == 401


@pytest.mark.parametrize(
    ("code", "error"), [(401, CredentialsError), (403, RefusedError), (429, ThrottledError), (503, OutcomeUnknownError)]
)
@pytest.mark.parametrize("deed", ["a post", "a deletion", "a look at a post", "who it is"])
def test_x_s_refusals_are_told_apart(deed: str, code: int, error: type[Exception]) -> None:
    with watched(f"code={code}") as (witness, line), pytest.raises(error):
        DEEDS[deed](line)
    assert [said.status for _, said in witness.heard] == [code]


def test_a_person_is_asked_for_all_that_is_needed_and_nothing_unknown() -> None:
    document = prism.document()
    flow = document.content["components"]["securitySchemes"]["OAuth2UserToken"]["flows"]["authorizationCode"]
    assert flow["tokenUrl"] == CAPABILITIES.home + TOKENS
    assert set(SCOPES) <= set(flow["scopes"])
    with watched() as (witness, line):
        for deed in DEEDS.values():
            deed(line)
    needed = {scope for asked, _ in witness.heard for scope in document.scopes(asked.method, asked.path)}
    assert needed <= set(SCOPES)
    assert set(SCOPES) - needed == {"offline.access"}


def test_the_stand_in_answers_as_the_document_says() -> None:
    document = prism.document()
    with opened("x") as place:
        line = place.connect()
        question = place.someone_says("@acme are you open?")
        first = out(line, a_part("We are: see https://example.com", media=(PICTURE,)))
        out(line, a_part("Come & see", in_reply_to=question))
        line.recall(first.external_id)
        line.visible(first.external_id)
        line.recent(AN_HOUR_AGO)
        second = out(line, a_part("And another"))
        line.engagement([Posted(external_id=first.external_id), Posted(external_id=second.external_id)])
        line.mentions("1")
        line.followers(10)
        said = [(asked, place.world.answer(asked)) for asked in place.server.asked]  # type: ignore[attr-defined]
    seen = set()
    for asked, answer in said:
        if answer.status < 300:
            schema = document.answer_schema(asked.method, asked.path, answer.status)
            jsonschema.Draft4Validator(schema).validate(json.loads(answer.body))
            seen.add(asked.path.rpartition("/")[2])
    assert {"me", "mentions", "followers", "upload", "metadata", "tweets"} <= seen


def test_a_missing_document_is_a_skip_and_in_ci_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="cannot be had here"):
        npm.missing("X's OpenAPI document", prism.NO_DOCUMENT)
    monkeypatch.setitem(os.environ, "CI", "1")
    with pytest.raises(pytest.fail.Exception, match=r"api\.x\.com/2/openapi\.json"):
        npm.missing("X's OpenAPI document", prism.NO_DOCUMENT)
