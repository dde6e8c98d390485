"""From what ``chalice package`` wrote to what CloudFormation gets: pure functions over the template.

Chalice writes down triggers and routes. Everything else, least privilege above all, is added from
:mod:`infra.functions`. Queues and the stream go by short names in ``app.py``; here they become the stage's own.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from infra.functions import ALIAS, API, ARCHITECTURE, INDEXES, RUNTIME, WALLS, Actions, Function, function_name
from shared.api.problems import NOT_FOUND, REFUSED, TOO_MANY, TYPE_BASE, UNAVAILABLE, Kind
from shared.classifiers import CLASSIFIERS, COMPREHEND, EMBEDDED

Template = dict[str, Any]

MEDIA_BUCKET = "backchannel-${Stage}-${AWS::Region}-${AWS::AccountId}"
"""Its name is the only one in the world, as any bucket's; no longer than the 63 characters that it may have."""
LOGS_KEPT = 30
"""Days."""
_PARAMETERS: Mapping[str, Mapping[str, Any]] = {
    "Stage": {"Type": "String"},
    "Bucket": {"Type": "String"},
    "CodeKey": {"Type": "String"},
    "LayerArn": {"Type": "String"},
    "ParquetLayerArn": {"Type": "String"},
    "LedgerStreamArn": {"Type": "String"},
    "AllowPlainHttp": {"Type": "String", "AllowedValues": ["true", "false"], "Default": "false"},
    "Classifier": {"Type": "String", "AllowedValues": list(CLASSIFIERS), "Default": EMBEDDED},
    "DeskUrl": {"Type": "String"},
    "MailFrom": {"Type": "String", "Default": ""},
    "Place": {"Type": "String", "AllowedValues": ["aws", "engine"], "Default": "aws"},
}


class UnknownFunctionError(Exception):
    """An app has a handler that :data:`infra.functions.FUNCTIONS` does not know, or lacks one that it does."""


def finished(chalice: Template, app: str, functions: Mapping[str, Function], code: str = "") -> Template:
    """The template of an app's stack, from Chalice's. ``code``: another for other code or packages.

    Raises :class:`UnknownFunctionError`.
    """
    template: Template = json.loads(json.dumps(chalice))
    resources = template["Resources"]
    handlers = {
        handler_name(resource): logical_id
        for logical_id, resource in resources.items()
        if resource["Type"] == "AWS::Serverless::Function"
    }
    if handlers.keys() != functions.keys():
        raise UnknownFunctionError(
            f"functions/{app}/app.py has {sorted(handlers)}, infra/functions.py has {sorted(functions)}."
        )
    for name, logical_id in handlers.items():
        function, properties = functions[name], resources[logical_id]["Properties"]
        _finish_function(properties, app, name, function, logical_id)
        _finish_events(properties.get("Events", {}), name, function)
        resources[f"{logical_id}Logs"] = _log_group(app, name)
        resources[f"{logical_id}Role"] = _role(app, name, function, properties.get("Events", {}))
        _add_optional_rights(template, function, logical_id)
        if function.snap_start:
            _start_from_snapshot(properties, code)
        if function.alarmed:
            resources |= _alarms(app, name, function, logical_id)
        if function.concurrency is not None:
            # A number from a parameter would be text to the local engine.
            template["Mappings"] = {"Concurrency": {name: dict(function.concurrency)}}
    template["Outputs"] = {}
    if "RestAPI" in resources:
        _finish_api(resources, app)
        template["Outputs"] = _api_outputs()
    template["Description"] = f"Backchannel - {app}."
    for name, logical_id in handlers.items():
        if functions[name].snap_start:
            template = _through_alias(template, logical_id)
    text = json.dumps(template)
    template["Parameters"] = {name: dict(kind) for name, kind in _PARAMETERS.items() if _refers_to(text, name)}
    return template


def handler_name(resource: Template) -> str:
    """``send`` for ``app.send``; ``api`` for what serves the routes, which Chalice calls ``app.app``."""
    name = resource["Properties"]["Handler"].removeprefix("app.")
    return API if name == "app" else name


def _refers_to(text: str, parameter: str) -> bool:
    return f'"Ref": "{parameter}"' in text or f"${{{parameter}}}" in text


def _sub(text: str) -> Template:
    return {"Fn::Sub": text}


def _ref(parameter: str) -> Template:
    return {"Ref": parameter}


def _arn(service: str, resource: str) -> Template:
    return _sub(f"arn:${{AWS::Partition}}:{service}:${{AWS::Region}}:${{AWS::AccountId}}:{resource}")


def _queue_arn(queue: str) -> Template:
    return _arn("sqs", f"backchannel-${{Stage}}-{queue}")


def _finish_function(properties: Template, app: str, name: str, function: Function, logical_id: str) -> None:
    properties.pop("Tracing")
    properties.pop("Tags")
    properties |= {
        "FunctionName": _sub(function_name("${Stage}", app, name)),
        "Runtime": RUNTIME,
        "Architectures": [ARCHITECTURE],
        "CodeUri": {"Bucket": _ref("Bucket"), "Key": _ref("CodeKey")},
        "Layers": [_ref(layer) for layer in ("LayerArn", *function.layers)],
        "MemorySize": function.memory,
        "Timeout": function.timeout,
        "EphemeralStorage": {"Size": function.disk},
        "Environment": {"Variables": _environment(app, name, function)},
        "LoggingConfig": {"LogGroup": _ref(f"{logical_id}Logs")},
        "Role": {"Fn::GetAtt": [f"{logical_id}Role", "Arn"]},
    }
    if function.reserved is not None:
        properties["ReservedConcurrentExecutions"] = function.reserved


def _start_from_snapshot(properties: Template, code: str) -> None:
    """A snapshot is of a version: each release publishes one, and drops the one before, which would go on costing."""
    release = sha256(json.dumps([properties, code], sort_keys=True).encode()).hexdigest()
    properties |= {
        "SnapStart": {"ApplyOn": "PublishedVersions"},
        "AutoPublishAlias": ALIAS,
        # Of itself it would publish for other code, and not for another layer.
        "AutoPublishCodeSha256": release,
        "VersionDeletionPolicy": "Delete",
    }


def _through_alias(template: Template, logical_id: str) -> Template:
    """Whatever invoked the function invokes its alias, by permission to invoke just that."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Lambda::Permission" and resource["Properties"]["FunctionName"] == _ref(logical_id):
            resource["Properties"]["FunctionName"] = _ref(f"{logical_id}.Alias")
    arn = f"functions/${{{logical_id}.Arn}}"
    aliased: Template = json.loads(json.dumps(template).replace(arn, f"{arn}:{ALIAS}"))
    return aliased


def _alarms(app: str, name: str, function: Function, logical_id: str) -> Template:
    """On failures, on throttling, and on a call that took four fifths of its time-out."""
    nearly = function.timeout * 1000 * 4 // 5
    watched = {
        "Errors": ("Sum", 0, "fails"),
        "Throttles": ("Sum", 0, "is throttled"),
        "Duration": ("Maximum", nearly, "nears its time-out"),
    }
    return {
        f"{logical_id}{metric}Alarm": {
            "Type": "AWS::CloudWatch::Alarm",
            "Properties": {
                "AlarmDescription": f"{app}.{name} {happening}.",
                "Namespace": "AWS/Lambda",
                "MetricName": metric,
                "Dimensions": [{"Name": "FunctionName", "Value": _ref(logical_id)}],
                "Statistic": statistic,
                "Period": 60,
                "EvaluationPeriods": 1,
                "ComparisonOperator": "GreaterThanThreshold",
                "Threshold": threshold,
                "TreatMissingData": "notBreaching",
            },
        }
        for metric, (statistic, threshold, happening) in watched.items()
    }


def _environment(app: str, name: str, function: Function) -> Template:
    queue = "https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/backchannel-${Stage}-"
    return {
        "BACKCHANNEL_STAGE": _ref("Stage"),
        "POWERTOOLS_SERVICE_NAME": f"{app}.{name}",
        "POWERTOOLS_METRICS_NAMESPACE": "Backchannel",
        **{f"{sent.upper()}_QUEUE_URL": _sub(queue + sent) for sent in function.sends},
        **({"MEDIA_BUCKET": _sub(MEDIA_BUCKET)} if function.pictures or function.exports else {}),
        **{variable: _ref(parameter) for variable, parameter in function.environment.items()},
    }


def _finish_events(events: Template, name: str, function: Function) -> None:
    for event in events.values():
        properties = event["Properties"]
        if event["Type"] == "SQS":
            properties["Queue"] = _queue_arn(event_queue(event))
            if function.concurrency is not None:
                most = {"Fn::FindInMap": ["Concurrency", name, _ref("Place")]}
                properties["ScalingConfig"] = {"MaximumConcurrency": most}
        if event["Type"] == "DynamoDB":
            properties |= {"Stream": _ref("LedgerStreamArn"), "StartingPosition": "TRIM_HORIZON"}
        if event["Type"] in {"SQS", "DynamoDB"}:
            # Chalice never says it, and without it a batch is lost or repeated as a whole.
            properties["FunctionResponseTypes"] = ["ReportBatchItemFailures"]


def event_queue(event: Template) -> str:
    """The short name that ``app.py`` gives the queue."""
    arn: str = event["Properties"]["Queue"]["Fn::Sub"]
    return arn.rpartition(":")[2].removeprefix("backchannel-${Stage}-")


def _log_group(app: str, name: str) -> Template:
    return {
        "Type": "AWS::Logs::LogGroup",
        "Properties": {
            "LogGroupName": _sub("/aws/lambda/" + function_name("${Stage}", app, name)),
            "RetentionInDays": LOGS_KEPT,
        },
    }


def _role(app: str, name: str, function: Function, events: Template) -> Template:
    logs = _arn("logs", f"log-group:/aws/lambda/{function_name('${Stage}', app, name)}:*")
    statements = [_allow("logs", ("CreateLogStream", "PutLogEvents"), logs)]
    statements += [_table_statement(table, actions, function) for table, actions in function.tables.items()]
    statements += [_allow("sqs", ("SendMessage",), _queue_arn(queue)) for queue in function.sends]
    statements += [_source_statement(event) for event in events.values() if event["Type"] != "Schedule"]
    if function.secrets:
        secrets = _arn("secretsmanager", "secret:backchannel/${Stage}/*")
        statements.append(_allow("secretsmanager", function.secrets, secrets))
    for folder, actions in (("media", function.pictures), ("exports", function.exports)):
        if actions:
            statements.append(_allow("s3", actions, _sub(f"arn:${{AWS::Partition}}:s3:::{MEDIA_BUCKET}/{folder}/*")))
    principal = {
        "Effect": "Allow",
        "Principal": {"Service": "lambda.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [principal]},
            "Policies": [
                {"PolicyName": name, "PolicyDocument": {"Version": "2012-10-17", "Statement": statements}},
            ],
        },
    }


def _add_optional_rights(template: Template, function: Function, logical_id: str) -> None:
    """What a function may do only in a stage that has it so."""
    if function.comprehends:
        template["Conditions"] = {"Comprehends": {"Fn::Equals": [_ref("Classifier"), COMPREHEND]}}
        template["Resources"][f"{logical_id}Comprehends"] = _comprehending(function.comprehends, f"{logical_id}Role")
    if function.mails:
        template["Conditions"] = {
            "Mails": {"Fn::Not": [{"Fn::Equals": [_ref("MailFrom"), ""]}]},
            "OnEngine": {"Fn::Equals": [_ref("Place"), "engine"]},
        }
        template["Resources"][f"{logical_id}Mails"] = _mailing(function.mails, f"{logical_id}Role")


def _comprehending(actions: Actions, role: str) -> Template:
    """The right to ask Comprehend, which is over no resource; only where it is the classifier."""
    statement = {**_allow("comprehend", actions), "Resource": "*"}
    return {
        "Type": "AWS::IAM::Policy",
        "Condition": "Comprehends",
        "Properties": {
            "PolicyName": "comprehend",
            "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]},
            "Roles": [_ref(role)],
        },
    }


def _mailing(actions: Actions, role: str) -> Template:
    """The right to send mail as the stage's address, and as nobody else. The local engine knows no such bounds."""
    statement = _allow("ses", actions, _arn("ses", "identity/*"))
    bounded = {**statement, "Condition": {"StringEquals": {"ses:FromAddress": _ref("MailFrom")}}}
    return {
        "Type": "AWS::IAM::Policy",
        "Condition": "Mails",
        "Properties": {
            "PolicyName": "mail",
            "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [{"Fn::If": ["OnEngine", {**statement, "Resource": "*"}, bounded]}],
            },
            "Roles": [_ref(role)],
        },
    }


def _allow(service: str, actions: Actions, *resources: Template) -> Template:
    return {
        "Effect": "Allow",
        "Action": [f"{service}:{action}" for action in actions],
        "Resource": list(resources),
    }


def _table_statement(table: str, actions: Actions, function: Function) -> Template:
    arn = f"table/backchannel-${{Stage}}-{table}"
    indexes = [_arn("dynamodb", f"{arn}/index/{index}") for index in INDEXES.get(table, ()) if "Query" in actions]
    statement = _allow("dynamodb", actions, _arn("dynamodb", arn), *indexes)
    if table in function.partitions:
        keys = {"dynamodb:LeadingKeys": [function.partitions[table]]}
        statement["Condition"] = {"ForAllValues:StringLike": keys}
    return statement


def _source_statement(event: Template) -> Template:
    if event["Type"] == "SQS":
        return _allow("sqs", ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes"), event["Properties"]["Queue"])
    actions = ("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")
    return _allow("dynamodb", actions, _arn("dynamodb", "table/backchannel-${Stage}-ledger/stream/*"))


def _finish_api(resources: Template, app: str) -> None:
    properties = resources["RestAPI"]["Properties"]
    properties["EndpointConfiguration"] = {"Type": "REGIONAL"}
    # A signature covers the bytes that were sent, and what is not UTF-8 must be seen to be refused.
    properties["BinaryMediaTypes"] = ["*/*"]
    if app in WALLS:
        wall = {"ThrottlingRateLimit": WALLS[app].per_second, "ThrottlingBurstLimit": WALLS[app].at_once}
        properties["MethodSettings"] = [{"ResourcePath": "/*", "HttpMethod": "*"} | wall]
    _answer_problems(resources)


def _answer_problems(resources: Template) -> None:
    """What API Gateway itself refuses is a problem document, too, like the functions' own refusals.

    The definition has it so that every deployment of the API does. The local engine reads only the resources.
    """
    responses = {
        "MISSING_AUTHENTICATION_TOKEN": _problem(NOT_FOUND, NOT_FOUND.status),
        "THROTTLED": _problem(TOO_MANY, TOO_MANY.status, {"Retry-After": "1"}),
        "DEFAULT_4XX": _problem(REFUSED),
        "DEFAULT_5XX": _problem(UNAVAILABLE),
    }
    definition = resources["RestAPI"]["Properties"]["DefinitionBody"]
    definition["x-amazon-apigateway-gateway-responses"] = responses
    for kind, response in responses.items():
        properties = {
            "RestApiId": _ref("RestAPI"),
            "ResponseType": kind,
            "ResponseTemplates": response["responseTemplates"],
            "ResponseParameters": response["responseParameters"],
        }
        if "statusCode" in response:
            properties["StatusCode"] = response["statusCode"]
        logical_id = f"Gateway{kind.title().replace('_', '')}"
        resources[logical_id] = {"Type": "AWS::ApiGateway::GatewayResponse", "Properties": properties}


def _problem(kind: Kind, status: int | None = None, headers: Mapping[str, str] | None = None) -> Template:
    """``status`` is given where the gateway's own would mislead; else the answer has the gateway's."""
    document: Template = {"type": TYPE_BASE + kind.type, "title": kind.title, "remedy": kind.remedy}
    if status is not None:
        document |= {"status": status}
    body = json.dumps(document)[:-1] + ', "instance": "$context.path", "detail": $context.error.messageString}'
    response: Template = {
        "responseTemplates": {"application/json": body},
        "responseParameters": {
            f"gatewayresponse.header.{name}": f"'{value}'"
            for name, value in {"Content-Type": "application/problem+json", **(headers or {})}.items()
        },
    }
    if status is not None:
        response["statusCode"] = str(status)
    return response


def _api_outputs() -> Template:
    return {
        "ApiId": {"Value": _ref("RestAPI")},
        "ApiUrl": {"Value": _sub("https://${RestAPI}.execute-api.${AWS::Region}.${AWS::URLSuffix}/api")},
    }
