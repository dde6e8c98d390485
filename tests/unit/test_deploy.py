"""Deploying by CloudFormation: what AWS is asked, and what is told when it refuses."""

import json
from typing import Any

import boto3
import pytest
from botocore.stub import ANY, Stubber

from infra.deploy import Deployer, DeployError, _artifact_bucket

STACK = {"StackName": "backchannel-live-desk", "CreationTime": "2026-11-25T09:00:00Z"}
ID = "arn:aws:cloudformation:eu-north-1:1:stack/backchannel-live-desk/1"


class Cloud:
    """Of which only what is expected is asked."""

    region = "eu-north-1"

    def __init__(self) -> None:
        self.stubs: dict[str, Stubber] = {}

    def client(self, service: str) -> Any:
        session = boto3.Session("key", "secret", region_name=self.region)
        made: Any = session.client(service)  # type: ignore[call-overload]
        self.stubs[service] = Stubber(made)
        self.stubs[service].activate()
        return made


@pytest.fixture
def cloud() -> Cloud:
    return Cloud()


@pytest.fixture
def deployer(cloud: Cloud) -> Deployer:
    made = Deployer(cloud.client("cloudformation"), cloud.client("s3"), "packages", cloud.region, 0.01)
    cloud.stubs["s3"].add_response("head_object", {})
    return made


def event(resource: str, status: str, reason: str = "") -> dict[str, str]:
    physical = ID if resource == "backchannel-live-desk" else resource
    told = {"StackId": ID, "EventId": "1", "StackName": "backchannel-live-desk", "Timestamp": "2026-11-25T09:00:00Z"}
    of = {"LogicalResourceId": resource, "PhysicalResourceId": physical, "ResourceStatus": status}
    return told | of | ({"ResourceStatusReason": reason} if reason else {})


def test_a_creation_that_fails_leaves_no_table_that_the_next_one_would_meet(cloud: Cloud, deployer: Deployer) -> None:
    stub = cloud.stubs["cloudformation"]
    stub.add_client_error("describe_stacks", "ValidationError", "Stack with id backchannel-live-desk does not exist")
    asked = {"StackName": "backchannel-live-desk", "TemplateURL": ANY, "Parameters": [], "Capabilities": ANY}
    stub.add_response("create_stack", {}, asked | {"RetainExceptOnCreate": True})
    for _ in range(2):
        stub.add_response("describe_stacks", {"Stacks": [STACK | {"StackStatus": "CREATE_COMPLETE"}]})
    assert deployer.stack("backchannel-live-desk", json.dumps({}), {}) == {}


def test_what_failed_long_ago_is_no_reason_why_it_fails_today(cloud: Cloud, deployer: Deployer) -> None:
    stub = cloud.stubs["cloudformation"]
    stub.add_response("describe_stacks", {"Stacks": [STACK | {"StackStatus": "UPDATE_COMPLETE"}]})
    stub.add_response("update_stack", {})
    stub.add_response("describe_stacks", {"Stacks": [STACK | {"StackStatus": "UPDATE_ROLLBACK_COMPLETE"}]})
    today = [
        event("backchannel-live-desk", "UPDATE_ROLLBACK_IN_PROGRESS"),
        event("Api", "UPDATE_FAILED", "of today"),
        event("backchannel-live-desk", "UPDATE_IN_PROGRESS", "User Initiated"),
    ]
    before = [event("Role", "UPDATE_FAILED", "of long ago"), event("backchannel-live-desk", "UPDATE_IN_PROGRESS")]
    stub.add_response("describe_stack_events", {"StackEvents": today[:1], "NextToken": "more"})
    stub.add_response("describe_stack_events", {"StackEvents": [*today[1:], *before]})
    with pytest.raises(DeployError) as failure:
        deployer.stack("backchannel-live-desk", json.dumps({}), {})
    assert str(failure.value) == "backchannel-live-desk: Api: of today"


def test_a_bucket_of_somebody_else_is_not_taken_for_the_accounts_own(cloud: Cloud) -> None:
    s3 = cloud.client("s3")
    name = "backchannel-artifacts-123456789012-eu-north-1"

    class Known(Cloud):
        def client(self, service: str) -> Any:
            made = super().client(service)
            self.stubs[service].add_response("get_caller_identity", {"Account": "123456789012"})
            return made

    owned = {"Bucket": name, "ExpectedBucketOwner": "123456789012"}
    cloud.stubs["s3"].add_client_error("head_bucket", "403", http_status_code=403, expected_params=owned)
    cloud.stubs["s3"].add_client_error("create_bucket", "BucketAlreadyExists")
    with pytest.raises(s3.exceptions.BucketAlreadyExists):
        _artifact_bucket(Known(), s3)  # type: ignore[arg-type]
