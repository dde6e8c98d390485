"""Our botocore session reads less than botocore's own, and calls the same endpoints with the same signatures."""

from typing import Any

import botocore.session
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.config import Config
from botocore.loaders import JSONFileLoader

from shared import aws

CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "dynamodb": ("get_item", {"TableName": "posts", "Key": {"id": {"S": "pst_1"}}}),
    "s3": ("head_object", {"Bucket": "pictures", "Key": "media/acme/abc"}),
    "secretsmanager": ("get_secret_value", {"SecretId": "backchannel/prod/acme/acc_1"}),
    "sqs": ("send_message", {"QueueUrl": "https://sqs.eu-north-1.amazonaws.com/1/inbound", "MessageBody": "{}"}),
}
REGIONS = ["us-east-1", "eu-north-1", "eu-unheard-9", "us-gov-west-1", "cn-north-1", "us-iso-east-1", "eusc-de-east-1"]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> botocore.session.Session:
    """One of its own for each test, as ``aws.session`` makes it."""
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    return aws.session.__wrapped__()


def called(session: botocore.session.Session, service: str, region: str, **variants: bool) -> tuple[str, str]:
    """Where a call goes and for what it is signed, without its date."""
    sent: list[AWSPreparedRequest] = []

    def answer(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        sent.append(request)
        response = AWSResponse(request.url, 200, {}, None)
        response._content = b"" if service == "s3" else b"{}"
        return response

    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret"}
    client = session.create_client(service, region_name=region, config=Config(s3=dict(aws.S3), **variants), **keys)
    client.meta.events.register("before-send", answer)
    operation, arguments = CALLS[service]
    getattr(client, operation)(**arguments)
    (request,) = sent
    signed_for = request.headers["Authorization"].decode().partition("Credential=")[2].partition(",")[0].split("/")
    return request.url, "/".join(signed_for[2:])


@pytest.mark.parametrize("service", CALLS)
@pytest.mark.parametrize("region", REGIONS)
def test_every_service_is_called_where_botocore_would_call_it(
    session: botocore.session.Session, service: str, region: str
) -> None:
    assert called(session, service, region) == called(botocore.session.get_session(), service, region)


@pytest.mark.parametrize("service", CALLS)
@pytest.mark.parametrize("variant", ["use_fips_endpoint", "use_dualstack_endpoint"])
def test_what_an_account_asks_of_its_endpoints_is_heeded(
    session: botocore.session.Session, service: str, variant: str
) -> None:
    asked = {variant: True}
    expected = called(botocore.session.get_session(), service, "us-east-1", **asked)
    assert called(session, service, "us-east-1", **asked) == expected


def test_the_table_of_every_services_endpoints_is_never_read(
    session: botocore.session.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    load_file = JSONFileLoader.load_file

    def recorded(self: JSONFileLoader, path: str) -> Any:
        read.append(path)
        return load_file(self, path)

    monkeypatch.setattr(JSONFileLoader, "load_file", recorded)
    called(session, "dynamodb", "eu-north-1")
    assert [path for path in read if path.endswith("/partitions")]
    assert not [path for path in read if path.endswith("/endpoints")]
