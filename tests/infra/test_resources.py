"""Tables and queues, and that the functions are given no others."""

from typing import Any

import pytest

from infra.functions import FUNCTIONS

Resources = dict[str, Any]

CONSUMERS = {
    "inbound": FUNCTIONS["prioritize"]["mentions"],
    "outbound": FUNCTIONS["publish"]["send"],
    "deliveries": FUNCTIONS["notify"]["deliver"],
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
