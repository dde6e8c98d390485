"""The shelf of pictures, on S3 twice: moto in this process, and ministack over HTTP."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from moto import mock_aws

from shared import aws
from shared.domain.errors import ShelfError
from shared.domain.posts import Media
from shared.networks import RefusedError, ThrottledError
from shared.networks.shelf import S3Shelf
from tests.contract.conftest import STAGES
from tests.pictures import picture

PNG = picture()
MEDIA = Media(sha256=sha256(PNG).hexdigest(), kind="image/png", size=len(PNG), width=3, height=2, alt="A red square")


@pytest.fixture(params=["moto", "ministack"])
def shelf(request: pytest.FixtureRequest, aws_environment: pytest.MonkeyPatch) -> Iterator[S3Shelf]:
    aws._client.cache_clear()
    if request.param == "moto":
        with mock_aws():
            yield with_bucket()
    else:
        aws_environment.setenv("AWS_ENDPOINT_URL", request.getfixturevalue("ministack"))
        yield with_bucket()
    aws._client.cache_clear()


def with_bucket() -> S3Shelf:
    made = S3Shelf(lambda: aws.client("s3"), f"backchannel-test{next(STAGES)}")
    where: Any = {"LocationConstraint": "eu-north-1"}
    made.make_client().create_bucket(Bucket=made.bucket, CreateBucketConfiguration=where)
    return made


def tampered(shelf: S3Shelf, content: bytes) -> None:
    shelf.make_client().put_object(Bucket=shelf.bucket, Key=f"media/acme/{MEDIA.sha256}", Body=content)


def test_a_picture_is_read_as_it_was_kept(shelf: S3Shelf) -> None:
    shelf.put("acme", MEDIA, PNG)
    assert shelf.content("acme", MEDIA) == PNG


def test_a_picture_that_is_there_is_never_replaced(shelf: S3Shelf) -> None:
    tampered(shelf, b"another")
    shelf.put("acme", MEDIA, PNG)
    with pytest.raises(RefusedError, match="not the one that was approved"):
        shelf.content("acme", MEDIA)


@pytest.mark.parametrize("content", [b"", PNG[:-1], PNG + b"\0", bytes(len(PNG))])
def test_what_is_not_what_was_approved_is_never_handed_out(shelf: S3Shelf, content: bytes) -> None:
    tampered(shelf, content)
    with pytest.raises(RefusedError, match="not the one that was approved"):
        shelf.content("acme", MEDIA)


def test_a_picture_that_is_not_there_is_refused(shelf: S3Shelf) -> None:
    shelf.put("acme", MEDIA, PNG)
    with pytest.raises(RefusedError):
        shelf.content("other", MEDIA)
    with pytest.raises(RefusedError):
        shelf.content("acme", replace(MEDIA, sha256="ab" * 32))


def test_a_shelf_that_cannot_be_reached_is_not_now(shelf: S3Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    from botocore.exceptions import EndpointConnectionError  # noqa: PLC0415

    def unreachable(self: Any, *_: Any) -> Any:
        raise EndpointConnectionError(endpoint_url="http://127.0.0.1:9")

    monkeypatch.setattr(type(shelf.make_client()), "_make_api_call", unreachable)
    with pytest.raises(ThrottledError):
        shelf.content("acme", MEDIA)
    with pytest.raises(ShelfError):
        shelf.put("acme", MEDIA, PNG)


def test_a_bucket_that_takes_nothing_is_told_as_such(shelf: S3Shelf) -> None:
    lost = replace(shelf, bucket="backchannel-of-nobody")
    with pytest.raises(ShelfError):
        lost.put("acme", MEDIA, PNG)
    with pytest.raises(ThrottledError):
        lost.content("acme", MEDIA)


@pytest.mark.parametrize("region", ["us-east-1", "eu-north-1"])
def test_a_link_leads_to_the_region_of_the_bucket_and_is_signed_for_it(
    aws_environment: pytest.MonkeyPatch, region: str
) -> None:
    aws_environment.setenv("AWS_REGION", region)
    aws._client.cache_clear()
    link = S3Shelf(lambda: aws.client("s3"), "pictures").link("acme", MEDIA)
    aws._client.cache_clear()
    assert link.startswith(f"https://pictures.s3.{region}.amazonaws.com/media/acme/{MEDIA.sha256}?")
    assert f"%2F{region}%2Fs3%2Faws4_request" in link


@pytest.fixture
def signing(aws_environment: pytest.MonkeyPatch, ministack: str) -> Iterator[None]:
    """Keys that the engine knows: those of a link it verifies as S3 does."""
    aws_environment.setenv("AWS_ENDPOINT_URL", ministack)
    iam = aws.session().create_client("iam", region_name="eu-north-1")
    iam.create_user(UserName="signer")
    key = iam.create_access_key(UserName="signer")["AccessKey"]
    aws_environment.setenv("AWS_ACCESS_KEY_ID", key["AccessKeyId"])
    aws_environment.setenv("AWS_SECRET_ACCESS_KEY", key["SecretAccessKey"])
    aws.session.cache_clear()
    yield
    aws.session.cache_clear()


@pytest.mark.usefixtures("signing")
@pytest.mark.parametrize("shelf", ["ministack"], indirect=True)
def test_a_link_shows_the_picture_to_whoever_has_no_key_and_shows_no_other(shelf: S3Shelf) -> None:
    shelf.put("acme", MEDIA, PNG)
    link = shelf.link("acme", MEDIA)
    with urlopen(link, timeout=5) as answer:  # noqa: S310
        assert (answer.headers["Content-Type"], answer.read()) == ("image/png", PNG)
    with pytest.raises(HTTPError):
        urlopen(link.replace("/acme/", "/other/"), timeout=5)  # noqa: S310
    assert "X-Amz-Expires=3600" in link
    assert "X-Amz-Algorithm=AWS4-HMAC-SHA256" in link
