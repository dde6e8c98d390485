"""What CloudFormation is given: complete, valid, and no more rights than each function needs."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from functions.desk.separation import READ_BY, WRITTEN_BY
from infra.build import Package
from infra.deploy import DESK_URL, RESOURCES
from infra.functions import FUNCTIONS
from infra.template import UnknownFunctionError, finished, handler_name

Packages = Mapping[str, Package]
Statement = dict[str, Any]


def functions(packages: Packages) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every function: its name, its properties, and its stack's resources."""
    for app, package in packages.items():
        stack = package.template["Resources"]
        for resource in stack.values():
            if resource["Type"] == "AWS::Serverless::Function":
                yield f"{app}.{handler_name(resource)}", resource["Properties"], stack


def statements(packages: Packages) -> Iterator[tuple[str, Statement]]:
    for name, properties, stack in functions(packages):
        role = stack[properties["Role"]["Fn::GetAtt"][0]]
        for policy in role["Properties"]["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                yield name, statement


def who_may(packages: Packages, action: str, resource: str) -> set[str]:
    return {
        name
        for name, statement in statements(packages)
        if action in statement["Action"] and any(found["Fn::Sub"].endswith(resource) for found in statement["Resource"])
    }


def table(name: str) -> str:
    return f":table/backchannel-${{Stage}}-{name}"


def test_cloudformation_would_take_every_template(packages: Packages, tmp_path: Path) -> None:
    files = [RESOURCES]
    for app, package in packages.items():
        files.append(tmp_path / f"{app}.json")
        files[-1].write_text(json.dumps(package.template))
    linted = subprocess.run(
        [Path(sys.executable).with_name("cfn-lint"), "--non-zero-exit-code", "warning", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


def test_every_function_of_the_table_is_deployed_and_no_other(packages: Packages) -> None:
    deployed = {name for name, _, _ in functions(packages)}
    assert deployed == {f"{app}.{handler}" for app, handlers in FUNCTIONS.items() for handler in handlers}


def test_a_handler_that_the_table_does_not_know_is_refused() -> None:
    chalice = {"Resources": {"New": {"Type": "AWS::Serverless::Function", "Properties": {"Handler": "app.new"}}}}
    with pytest.raises(UnknownFunctionError, match="new"):
        finished(chalice, "review", FUNCTIONS["review"])


def test_every_function_runs_on_the_same_runtime_with_the_layer(packages: Packages) -> None:
    for name, properties, _ in functions(packages):
        assert (properties["Runtime"], properties["Architectures"]) == ("python3.13", ["arm64"]), name
        further = [{"Ref": "ParquetLayerArn"}] if name == "review.export" else []
        assert properties["Layers"] == [{"Ref": "LayerArn"}, *further], name


def test_a_failed_message_never_takes_its_batch_along(packages: Packages) -> None:
    events = [
        event
        for _, properties, _ in functions(packages)
        for event in properties.get("Events", {}).values()
        if event["Type"] in {"SQS", "DynamoDB"}
    ]
    assert len(events) == 4
    assert all(event["Properties"]["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for event in events)


def test_the_stream_is_read_from_its_beginning(packages: Packages) -> None:
    for _, properties, _ in functions(packages):
        for event in properties.get("Events", {}).values():
            if event["Type"] == "DynamoDB":
                assert event["Properties"]["StartingPosition"] == "TRIM_HORIZON"


def test_every_function_has_a_role_and_a_log_of_its_own(packages: Packages) -> None:
    roles, logs = [], []
    for name, properties, stack in functions(packages):
        roles.append((name.partition(".")[0], properties["Role"]["Fn::GetAtt"][0]))
        group = stack[properties["LoggingConfig"]["LogGroup"]["Ref"]]["Properties"]
        logs.append(group["LogGroupName"]["Fn::Sub"])
        assert group["RetentionInDays"] == 30
    assert len(set(roles)) == len(set(logs)) == len(roles)


def test_no_role_reaches_beyond_its_stage(packages: Packages) -> None:
    for name, statement in statements(packages):
        assert statement["Effect"] == "Allow"
        assert not any("*" in action for action in statement["Action"]), name
        for resource in statement["Resource"]:
            assert "${Stage}" in resource["Fn::Sub"], name
            assert not resource["Fn::Sub"].endswith(":*") or ":log-group:" in resource["Fn::Sub"], name


def test_only_what_posts_recalls_watches_or_listens_can_read_credentials(packages: Packages) -> None:
    readers = who_may(packages, "secretsmanager:GetSecretValue", ":secret:backchannel/${Stage}/*")
    assert readers == {
        "ingest.audit_followers",
        "ingest.poll",
        "publish.send",
        "publish.reconcile",
        "publish.watch",
        "publish.read_back",
        "publish.refresh",
        "recover.api",
        "recover.drain",
        "recover.engage_directly",
    }
    assert sorted(readers) == list(READ_BY), "what a client is shown of who can read its credentials"


def test_only_the_desk_and_the_renewal_can_write_credentials_and_the_desk_cannot_read_them(packages: Packages) -> None:
    secrets = ":secret:backchannel/${Stage}/*"
    assert who_may(packages, "secretsmanager:PutSecretValue", secrets) == {"desk.api", "publish.refresh"}
    assert who_may(packages, "secretsmanager:PutSecretValue", secrets) == set(WRITTEN_BY)
    assert who_may(packages, "secretsmanager:CreateSecret", secrets) == {"desk.api"}
    assert who_may(packages, "secretsmanager:UpdateSecretVersionStage", secrets) == {"publish.refresh"}
    assert who_may(packages, "secretsmanager:DeleteSecret", secrets) == {"publish.refresh"}


def test_exports_are_written_where_they_are_made_and_shown_by_the_desk(packages: Packages) -> None:
    exports = ":::backchannel-${Stage}-${AWS::Region}-${AWS::AccountId}/exports/*"
    assert who_may(packages, "s3:PutObject", exports) == {"review.export"}
    assert who_may(packages, "s3:GetObject", exports) == {"desk.api"}


def test_only_the_desk_keeps_pictures_and_only_what_posts_them_and_the_desk_can_show_them(packages: Packages) -> None:
    pictures = ":::backchannel-${Stage}-${AWS::Region}-${AWS::AccountId}/media/*"
    assert who_may(packages, "s3:PutObject", pictures) == {"desk.api"}
    assert who_may(packages, "s3:GetObject", pictures) == {"desk.api", "publish.send"}
    told = {
        name for name, properties, _ in functions(packages) if "MEDIA_BUCKET" in properties["Environment"]["Variables"]
    }
    assert told == {"desk.api", "publish.send", "review.export"}


def test_no_function_deletes_a_picture_or_lists_them(packages: Packages) -> None:
    may = {action for _, statement in statements(packages) for action in statement["Action"]}
    assert {action for action in may if action.startswith("s3:")} == {"s3:PutObject", "s3:GetObject"}


def test_only_recover_and_the_audit_can_set_a_stop(packages: Packages) -> None:
    assert who_may(packages, "dynamodb:PutItem", table("stops")) == {
        "publish.audit",
        "recover.api",
        "recover.drain",
        "recover.engage_directly",
    }


def test_what_is_open_to_the_internet_without_a_key_reads_sources_and_sends_to_one_queue(packages: Packages) -> None:
    rights = [statement for name, statement in statements(packages) if name == "ingest.api"]
    assert sorted(action for right in rights for action in right["Action"]) == [
        "dynamodb:GetItem",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "sqs:SendMessage",
    ]
    assert [right["Condition"] for right in rights if "Condition" in right] == [
        {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["source#*"]}}
    ]


def test_what_listens_notes_its_place_in_the_registry_tells_incidents_and_sends_to_one_queue(
    packages: Packages,
) -> None:
    rights = [statement for name, statement in statements(packages) if name == "ingest.poll"]
    assert sorted(action for right in rights for action in right["Action"]) == [
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "secretsmanager:GetSecretValue",
        "sqs:SendMessage",
    ]
    assert who_may(packages, "sqs:SendMessage", ":backchannel-${Stage}-inbound") == {"ingest.api", "ingest.poll"}


def test_what_audits_followers_writes_what_it_found_and_sends_nothing(packages: Packages) -> None:
    rights = [statement for name, statement in statements(packages) if name == "ingest.audit_followers"]
    assert sorted(action for right in rights for action in right["Action"]) == [
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "secretsmanager:GetSecretValue",
    ]


def test_nothing_can_delete_or_change_an_item_but_the_tick_its_timers(packages: Packages) -> None:
    may = {action for _, statement in statements(packages) for action in statement["Action"]}
    assert not {"dynamodb:DeleteItem", "dynamodb:UpdateItem", "dynamodb:DeleteTable"} & may
    dropping = [
        (name, statement["Resource"][0]["Fn::Sub"].rpartition("-")[2])
        for name, statement in statements(packages)
        if "dynamodb:BatchWriteItem" in statement["Action"]
    ]
    assert dropping == [("publish.tick", "timers")]


def test_a_refusal_of_the_gateway_itself_is_a_problem_document(packages: Packages) -> None:
    for app in ("ingest", "desk", "recover"):
        api = packages[app].template["Resources"]["RestAPI"]["Properties"]
        responses = api["DefinitionBody"]["x-amazon-apigateway-gateway-responses"]
        assert responses["MISSING_AUTHENTICATION_TOKEN"]["statusCode"] == "404"
        assert responses["THROTTLED"]["statusCode"] == "429"
        assert responses["THROTTLED"]["responseParameters"]["gatewayresponse.header.Retry-After"] == "'1'"
        for kind in ("MISSING_AUTHENTICATION_TOKEN", "THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX"):
            header = responses[kind]["responseParameters"]["gatewayresponse.header.Content-Type"]
            assert header == "'application/problem+json'"


def test_whatever_comes_in_at_the_others_leaves_the_stop_api_its_own(packages: Packages) -> None:
    walls = {
        app: settings[0]
        for app in ("ingest", "desk", "recover")
        if (settings := packages[app].template["Resources"]["RestAPI"]["Properties"].get("MethodSettings"))
    }
    assert set(walls) == {"ingest", "desk"}
    assert all((wall["ResourcePath"], wall["HttpMethod"]) == ("/*", "*") for wall in walls.values())
    assert sum(wall["ThrottlingRateLimit"] for wall in walls.values()) < 10_000 / 2


def test_webhooks_reach_the_function_byte_for_byte(packages: Packages) -> None:
    assert packages["ingest"].template["Resources"]["RestAPI"]["Properties"]["BinaryMediaTypes"] == ["*/*"]


RECOVER = {"recover.api", "recover.drain", "recover.engage_directly"}


def test_an_export_has_room_for_a_million_rows_of_the_ledger(packages: Packages) -> None:
    rows, bytes_of_one = 1_000_000, 1000
    room = {name: properties["EphemeralStorage"]["Size"] for name, properties, _ in functions(packages)}
    assert room["review.export"] * 1024 * 1024 >= rows * bytes_of_one
    assert {size for name, size in room.items() if name != "review.export"} == {512}


def test_recover_works_while_every_other_function_is_throttled(packages: Packages) -> None:
    kept = {name for name, properties, _ in functions(packages) if "ReservedConcurrentExecutions" in properties}
    assert kept == RECOVER


def test_somebody_is_told_when_recover_fails_or_is_throttled_or_nears_its_time_out(packages: Packages) -> None:
    watched = set()
    for resource in packages["recover"].template["Resources"].values():
        if resource["Type"] == "AWS::CloudWatch::Alarm":
            alarm = resource["Properties"]
            (dimension,) = alarm["Dimensions"]
            watched.add((dimension["Value"]["Ref"], alarm["MetricName"]))
    metrics = ("Errors", "Throttles", "Duration")
    logical_ids = {"APIHandler", "Drain", "EngageDirectly"}
    assert watched == {(function, metric) for function in logical_ids for metric in metrics}


def test_a_stop_however_it_is_made_and_the_desk_start_from_a_snapshot(packages: Packages) -> None:
    for name, properties, _ in functions(packages):
        snapshot = properties.get("SnapStart") == {"ApplyOn": "PublishedVersions"}
        assert snapshot == (name in {"recover.api", "recover.engage_directly", "desk.api"}), name
        if snapshot:
            assert (properties["AutoPublishAlias"], properties["VersionDeletionPolicy"]) == ("live", "Delete")
    for app in ("recover", "desk"):
        stack = json.dumps(packages[app].template)
        assert "functions/${APIHandler.Arn}:live/invocations" in stack
        assert "functions/${APIHandler.Arn}/invocations" not in stack
        assert '"FunctionName": {"Ref": "APIHandler.Alias"}' in stack


def test_a_version_is_published_for_other_code_and_for_other_properties() -> None:
    def release(code: str, memory: int) -> str:
        chalice: Any = {
            "Resources": {
                "New": {
                    "Type": "AWS::Serverless::Function",
                    "Properties": {"Handler": "app.new", "Tracing": 0, "Tags": 0},
                }
            }
        }
        function = replace(FUNCTIONS["recover"]["engage_directly"], memory=memory)
        made = finished(chalice, "recover", {"new": function}, code)
        published: str = made["Resources"]["New"]["Properties"]["AutoPublishCodeSha256"]
        return published

    assert release("one", 1024) == release("one", 1024)
    assert len({release("one", 1024), release("two", 1024), release("one", 512)}) == 3


def test_only_a_stage_whose_classifier_asks_comprehend_may_do_so(packages: Packages) -> None:
    template = packages["prioritize"].template
    ((name, policy),) = [
        (name, resource) for name, resource in template["Resources"].items() if resource["Type"] == "AWS::IAM::Policy"
    ]
    assert template["Conditions"][policy["Condition"]] == {"Fn::Equals": [{"Ref": "Classifier"}, "comprehend"]}
    assert policy["Properties"]["Roles"] == [{"Ref": name.replace("Comprehends", "Role")}]
    assert template["Parameters"]["Classifier"]["Default"] == "embedded"


def test_only_what_tells_people_sends_mail_as_the_stage_alone_and_only_in_a_stage_that_has_an_address(
    packages: Packages,
) -> None:
    found = [
        (app, name, resource)
        for app, package in packages.items()
        for name, resource in package.template["Resources"].items()
        if "ses:SendEmail" in json.dumps(resource)
    ]
    ((app, name, policy),) = found
    template = packages["notify"].template
    assert app == "notify"
    assert template["Conditions"][policy["Condition"]] == {"Fn::Not": [{"Fn::Equals": [{"Ref": "MailFrom"}, ""]}]}
    assert policy["Properties"]["Roles"] == [{"Ref": name.replace("Mails", "Role")}]
    ((condition, _, on_aws),) = [one["Fn::If"] for one in policy["Properties"]["PolicyDocument"]["Statement"]]
    assert template["Conditions"][condition] == {"Fn::Equals": [{"Ref": "Place"}, "engine"]}
    assert on_aws["Condition"] == {"StringEquals": {"ses:FromAddress": {"Ref": "MailFrom"}}}
    assert set(on_aws["Action"]) == {"ses:SendEmail", "ses:SendRawEmail"}
    assert template["Parameters"]["MailFrom"]["Default"] == ""


def test_what_links_to_the_desk_is_told_its_address_and_comes_after_it(packages: Packages) -> None:
    linking = {app for app, package in packages.items() if DESK_URL in package.template["Parameters"]}
    assert linking == {"notify"}
    assert "Default" not in packages["notify"].template["Parameters"][DESK_URL]


def test_what_tells_people_reads_posts_and_mentions_and_changes_none(packages: Packages) -> None:
    for name in ("posts", "mentions"):
        assert "notify.run" in who_may(packages, "dynamodb:GetItem", table(name))
        assert "notify.run" not in who_may(packages, "dynamodb:PutItem", table(name))
