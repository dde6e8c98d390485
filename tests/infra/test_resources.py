"""Tables and queues, and that the functions are given no others."""

from typing import Any

import pytest

from infra.functions import FUNCTIONS
from infra.template import MEDIA_BUCKET

Resources = dict[str, Any]

CONSUMERS = {
    "inbound": FUNCTIONS["prioritize"]["mentions"],
    "outbound": FUNCTIONS["publish"]["send"],
    "deliveries": FUNCTIONS["notify"]["run"],
}


def tables(resources: Resources) -> dict[str, Any]:
    return {
        resource["Properties"]["TableName"]["Fn::Sub"].removeprefix("backchannel-${Stage}-"): resource
        for resource in resources.values()
        if resource["Type"] == "AWS::DynamoDB::Table"
    }


def test_every_table_that_a_function_uses_exists(resources: Resources) -> None:
    used = {table for app in FUNCTIONS.values() for function in app.values() for table in function.tables}
    assert used <= tables(resources).keys()


def test_no_table_is_lost_with_its_stack_or_readable_without_its_key(resources: Resources) -> None:
    for name, table in tables(resources).items():
        properties = table["Properties"]
        assert table["DeletionPolicy"] == table["UpdateReplacePolicy"] == "Retain", name
        assert properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], name
        assert properties["SSESpecification"] == {"SSEEnabled": True, "SSEType": "KMS"}, name
        assert properties["BillingMode"] == "PAY_PER_REQUEST", name


def test_the_ledger_is_kept_for_good_and_streams_what_is_written(resources: Resources) -> None:
    ledger = tables(resources)["ledger"]["Properties"]
    assert "TimeToLiveSpecification" not in ledger
    assert ledger["StreamSpecification"] == {"StreamViewType": "NEW_IMAGE"}


@pytest.mark.parametrize("queue", CONSUMERS)
def test_what_cannot_be_handled_is_put_aside_and_raises_an_alarm(resources: Resources, queue: str) -> None:
    main, dead = resources[queue.title()]["Properties"], resources[f"{queue.title()}Dead"]["Properties"]
    target = {"Fn::GetAtt": [f"{queue.title()}Dead", "Arn"]}
    assert main["RedrivePolicy"] == {"deadLetterTargetArn": target, "maxReceiveCount": 5}
    assert dead["MessageRetentionPeriod"] == 14 * 24 * 3600
    assert main["SqsManagedSseEnabled"] is dead["SqsManagedSseEnabled"] is True
    alarm = resources[f"{queue.title()}DeadAlarm"]["Properties"]
    assert alarm["Dimensions"][0]["Value"] == {"Fn::GetAtt": [f"{queue.title()}Dead", "QueueName"]}


@pytest.mark.parametrize("queue", CONSUMERS)
def test_a_message_is_not_given_out_again_while_it_is_worked_on(resources: Resources, queue: str) -> None:
    assert resources[queue.title()]["Properties"]["VisibilityTimeout"] > CONSUMERS[queue].timeout


def test_the_bucket_of_the_pictures_is_the_functions_own_and_nobody_elses(resources: Resources) -> None:
    bucket = resources["Media"]
    properties = bucket["Properties"]
    assert properties["BucketName"] == {"Fn::Sub": MEDIA_BUCKET}
    assert bucket["DeletionPolicy"] == bucket["UpdateReplacePolicy"] == "Retain"
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(properties["PublicAccessBlockConfiguration"]) == 4
    assert properties["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    (encryption,) = properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert encryption["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "AES256"
    assert "VersioningConfiguration" not in properties


def test_no_picture_goes_over_a_line_without_tls(resources: Resources) -> None:
    assert resources["MediaPolicy"]["Condition"] == "OnAws"
    (statement,) = resources["MediaPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert (statement["Effect"], statement["Principal"], statement["Action"]) == ("Deny", "*", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}


@pytest.mark.parametrize("region", ["ap-southeast-1", "us-isob-east-1", "ap-northeast-1"])
def test_the_name_of_the_bucket_is_none_too_long_for_any_stage_and_region(resources: Resources, region: str) -> None:
    longest = {"${Stage}": "s" * 21, "${AWS::Region}": region, "${AWS::AccountId}": "1" * 12}
    name = MEDIA_BUCKET
    for part, value in longest.items():
        name = name.replace(part, value)
    assert "$" not in name
    assert len(name) <= 63
