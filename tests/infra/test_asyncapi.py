"""The AsyncAPI document is one to who wrote the specification, and says of what is sent what it is."""

import json
import subprocess
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT7
from typer.testing import CliRunner

from functions.notify.tell import Answered
from functions.notify.webhook import Webhooks
from infra.asyncapi import document
from infra.cli import app
from infra.event_types import TABLE, schemas, table
from shared.domain.endpoints import Endpoint, Envelope
from shared.domain.ledger import Entry
from shared.domain.parties import Party
from tests.network import START, FakeClock
from tests.networks.peers.npm import installed

ENTRY = Entry(
    id="led_1",
    realm="acme",
    at=START,
    type="endpoint.secret_rotated",
    subject="end_1",
    who={"member": "mbr_1", "key": "key_1", "party": "client"},
    data={"older_until": START.isoformat()},
)
MESSAGE = {Envelope.STANDARD: ENTRY.type, Envelope.CLOUDEVENTS: f"{ENTRY.type}.cloudevent", Envelope.FLAT: "flat"}


@pytest.fixture(scope="module")
def written() -> Any:
    return json.loads(json.dumps(document()))


def sent(envelope: Envelope) -> tuple[Any, dict[str, str]]:
    """Body and headers, in lower case."""
    seen: list[tuple[Any, dict[str, str]]] = []

    def post(_: str, body: bytes, headers: Any) -> Answered:
        seen.append((json.loads(body), {name.lower(): value for name, value in headers.items()}))
        return Answered(204)

    endpoint = Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        envelope=envelope,
        url="https://hooks.example",
        secrets=("whsec_" + "A" * 43 + "=",),
        events=(),
        created_at=START,
    )
    Webhooks(post, FakeClock())(ENTRY, endpoint)
    return seen[0]


def validator(written: Any, schema: Any) -> Draft7Validator:
    """Of a schema that names others by their place in the document."""
    base = "https://backchannel.example/asyncapi"
    registry = Registry().with_resource(base, DRAFT7.create_resource(written))
    return Draft7Validator(_absolute(schema, base), registry=registry)


def _absolute(node: Any, base: str) -> Any:
    if isinstance(node, dict):
        return {
            name: base + value if name == "$ref" and str(value).startswith("#") else _absolute(value, base)
            for name, value in node.items()
        }
    return [_absolute(one, base) for one in node] if isinstance(node, list) else node


def test_the_specifications_own_parser_finds_nothing_wrong_with_it(written: Any) -> None:
    folder = installed("asyncapi")
    done = subprocess.run(
        ["node", "read.cjs"], cwd=folder, input=json.dumps(written), capture_output=True, text=True, check=True
    )
    read = json.loads(done.stdout)
    assert read == {"wrong": [], "found": [2 * len(schemas()) + 1, len(schemas())]}


@pytest.mark.parametrize("envelope", Envelope)
def test_what_is_sent_is_as_the_document_says(written: Any, envelope: Envelope) -> None:
    body, headers = sent(envelope)
    message = written["components"]["messages"][MESSAGE[envelope]]
    reading = validator(written, message["payload"])
    reading.validate(body)
    with pytest.raises(ValidationError):
        reading.validate(body | {"type": 1})
    validator(written, written["components"]["schemas"]["headers"]).validate(headers)
    traits = [written["components"]["messageTraits"][one["$ref"].rpartition("/")[2]] for one in message["traits"]]
    content_type = next((one["contentType"] for one in traits if "contentType" in one), written["defaultContentType"])
    assert headers["content-type"] == content_type


@pytest.mark.parametrize(
    "change", [{"type": "example.backchannel.post.approved"}, {"specversion": "0.3"}, {"data": {}}]
)
def test_a_cloud_event_of_another_type_is_not_as_the_document_says(written: Any, change: Any) -> None:
    body, _ = sent(Envelope.CLOUDEVENTS)
    with pytest.raises(ValidationError):
        validator(written, written["components"]["messages"][MESSAGE[Envelope.CLOUDEVENTS]]["payload"]).validate(
            body | change
        )


def test_every_type_has_a_channel_that_says_what_it_means(written: Any) -> None:
    for type_, schema in schemas().items():
        channel = written["channels"][type_]
        assert channel["description"] == schema["description"]
        assert list(channel["messages"]) == [type_, f"{type_}.cloudevent", "flat"]
        assert written["operations"][type_]["channel"] == {"$ref": f"#/channels/{type_}"}


def test_the_command_prints_it(written: Any) -> None:
    assert json.loads(CliRunner().invoke(app, ["asyncapi"]).stdout) == written


def test_functions_know_the_types_that_have_a_schema() -> None:
    assert TABLE.read_text() == table(), "python -m infra.event_types writes it anew"
