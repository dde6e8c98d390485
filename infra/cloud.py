"""Where a stage runs: AWS, or the engine on this machine. Everything else takes a :class:`Cloud` and does not ask."""

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, overload

import boto3
import botocore.session

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sqs import SQSClient

ENGINE_REGION = "eu-north-1"
ENGINE_ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "backchannel",
    "AWS_SECRET_ACCESS_KEY": "local",
    "AWS_DEFAULT_REGION": ENGINE_REGION,
    "AWS_REGION": ENGINE_REGION,
    "AWS_EC2_METADATA_DISABLED": "true",
}
"""Credentials that open nothing but the engine."""


@dataclass(frozen=True, slots=True)
class Cloud:
    session: boto3.Session = field(repr=False)
    endpoint_url: str | None = None
    """None for AWS itself."""

    @property
    def region(self) -> str:
        return self.session.region_name

    @overload
    def client(self, service: Literal["cloudformation"]) -> "CloudFormationClient": ...
    @overload
    def client(self, service: Literal["dynamodb"]) -> "DynamoDBClient": ...
    @overload
    def client(self, service: Literal["lambda"]) -> "LambdaClient": ...
    @overload
    def client(self, service: Literal["s3"]) -> "S3Client": ...
    @overload
    def client(self, service: Literal["secretsmanager"]) -> "SecretsManagerClient": ...
    @overload
    def client(self, service: Literal["sqs"]) -> "SQSClient": ...
    @overload
    def client(self, service: str) -> Any: ...
    def client(self, service: Any) -> Any:
        return self.session.client(service, endpoint_url=self.endpoint_url)


def aws(region: str | None = None) -> Cloud:
    """The caller's own AWS account, by the usual configuration."""
    return Cloud(boto3.Session(region_name=region))


def engine(endpoint_url: str) -> Cloud:
    """The engine at ``endpoint_url``; nothing of the caller's own configuration is read, so nothing of it is sent."""
    core = botocore.session.Session(session_vars={"profile": (None, None, None, None)})
    core.set_config_variable("config_file", os.devnull)
    core.set_config_variable("credentials_file", os.devnull)
    key, secret = ENGINE_ENVIRONMENT["AWS_ACCESS_KEY_ID"], ENGINE_ENVIRONMENT["AWS_SECRET_ACCESS_KEY"]
    session = boto3.Session(key, secret, region_name=ENGINE_REGION, botocore_session=core)
    return Cloud(session, endpoint_url)
