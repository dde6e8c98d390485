"""One botocore session and one client per service in a process, made when first asked for."""

import os
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    from botocore.session import Session
    from mypy_boto3_comprehend import ComprehendClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sqs import SQSClient

CONNECT_TIMEOUT = 1.0
READ_TIMEOUT = 3.0
"""Seconds. With three tries at most, an answer or an error comes before any caller of ours has given up."""
S3: Any = {"addressing_style": "virtual", "us_east_1_regional_endpoint": "regional"}
"""Links of S3 are signed for a region; so they lead there, and not to the one where all buckets once were."""


_making = Lock()
"""A session makes one client at a time, and who tells several endpoints at once asks from several threads."""


@cache
def session() -> "Session":
    # Loading botocore takes longer than everything else that a function imports.
    from botocore.session import get_session  # noqa: PLC0415

    from shared.partitions import PartitionsLoader  # noqa: PLC0415

    made = get_session()
    made.register_component("data_loader", PartitionsLoader())
    return made


@overload
def client(service: Literal["sqs"]) -> "SQSClient": ...
@overload
def client(service: Literal["dynamodb"]) -> "DynamoDBClient": ...
@overload
def client(service: Literal["s3"], *, read_timeout: float = READ_TIMEOUT) -> "S3Client": ...
@overload
def client(service: Literal["comprehend"]) -> "ComprehendClient": ...
@overload
def client(service: Literal["sesv2"]) -> "SESV2Client": ...
@overload
def client(service: Literal["secretsmanager"]) -> "SecretsManagerClient": ...
def client(service: str, *, read_timeout: float = READ_TIMEOUT) -> Any:
    """Region and endpoint come from the usual AWS variables."""
    with _making:
        return _client(service, read_timeout)


@cache
def _client(service: str, read_timeout: float) -> Any:
    from botocore.config import Config  # noqa: PLC0415

    config = Config(
        connect_timeout=CONNECT_TIMEOUT,
        read_timeout=read_timeout,
        retries={"mode": "standard", "total_max_attempts": 3},
        tcp_keepalive=True,
        signature_version="s3v4" if service == "s3" else None,
        s3=S3.copy(),  # botocore writes into what it is given
    )
    # botocore itself reads AWS_DEFAULT_REGION only; None leaves it to that and to the profile.
    return session().create_client(service, region_name=os.environ.get("AWS_REGION"), config=config)
