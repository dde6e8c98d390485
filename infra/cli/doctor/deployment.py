"""What AWS says of the deployment, to whoever has its credentials: functions, queues, alarms, the last tick."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from infra.cli.doctor.findings import Finding, State
from infra.cli.profiles import Profile

QUEUES = ("inbound", "outbound", "deliveries")
_MANY = 1000
_TICK = ("publish", "tick")
_SINCE = timedelta(minutes=10)


def deployed(profile: Profile, stage: str, now: datetime) -> Iterator[Finding]:
    """Nothing is changed, and nothing is read but what the deployment says of itself."""
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    from infra.cloud import aws, engine  # noqa: PLC0415

    stage = stage or profile.stage
    if not stage:
        says, remedy = "It is not known which deployment this is.", "Add --stage, or stage to the profile."
        yield Finding(check="deployment", state=State.SKIP, says=says, remedy=remedy)
        return
    at = os.environ.get("AWS_ENDPOINT_URL", "")
    cloud = engine(at) if at else aws(profile.region or None)
    for check, look in (("functions", _functions), ("queues", _queues), ("alarms", _alarms), ("tick", _tick)):
        try:
            yield from look(cloud, stage, now)
        except (BotoCoreError, ClientError) as failure:
            remedy = "Needed: AWS credentials that may read the deployment."
            yield Finding(check=check, state=State.SKIP, says=str(failure), remedy=remedy)


def _functions(cloud: Any, stage: str, _now: datetime) -> Iterator[Finding]:
    from infra.functions import FUNCTIONS, function_name  # noqa: PLC0415

    functions, well = cloud.client("lambda"), 0
    for app, handlers in FUNCTIONS.items():
        for handler in handlers:
            name = function_name(stage, app, handler)
            part = f"{app}.{handler}"
            try:
                found = functions.get_function_concurrency(FunctionName=name)
            except functions.exceptions.ResourceNotFoundException:
                remedy = f"Deploy it: backchannel deploy --stage {stage}."
                yield Finding(check="functions", part=part, state=State.FAIL, says="It is not there.", remedy=remedy)
                continue
            if found.get("ReservedConcurrentExecutions") == 0:
                says = f"{name} is throttled: it may not run at all."
                remedy = f"aws lambda delete-function-concurrency --function-name {name}"
                yield Finding(check="functions", part=part, state=State.FAIL, says=says, remedy=remedy)
                continue
            well += 1
    yield Finding(check="functions", state=State.OK, says=f"{well} are there and may run.")


def _queues(cloud: Any, stage: str, _now: datetime) -> Iterator[Finding]:
    queues = cloud.client("sqs")

    def waiting(queue: str) -> int:
        url = queues.get_queue_url(QueueName=f"backchannel-{stage}-{queue}")["QueueUrl"]
        wanted = ["ApproximateNumberOfMessages"]
        found = queues.get_queue_attributes(QueueUrl=url, AttributeNames=wanted)["Attributes"]
        return int(found["ApproximateNumberOfMessages"])

    for queue in QUEUES:
        dead, alive = waiting(f"{queue}-dead"), waiting(queue)
        if dead:
            says = f"{dead} messages could not be handled."
            remedy = f"Read them in backchannel-{stage}-{queue}-dead, mend what they show, and redrive them."
            yield Finding(check="queues", part=queue, state=State.FAIL, says=says, remedy=remedy)
        elif alive > _MANY:
            says, remedy = f"{alive} messages wait.", "See whether who reads the queue is throttled or failing."
            yield Finding(check="queues", part=queue, state=State.WARN, says=says, remedy=remedy)
        else:
            yield Finding(check="queues", part=queue, state=State.OK, says=f"{alive} wait, none is dead.")


def _alarms(cloud: Any, stage: str, _now: datetime) -> Iterator[Finding]:
    from infra.functions import FUNCTIONS  # noqa: PLC0415

    # By stack, for another stage's name may begin like this one's.
    stacks = tuple(f"backchannel-{stage}-{app}-" for app in ("resources", *FUNCTIONS))
    found = cloud.client("cloudwatch").get_paginator("describe_alarms").paginate(StateValue="ALARM")
    loud = [one for page in found for one in page["MetricAlarms"] if one["AlarmName"].startswith(stacks)]
    for one in loud:
        says = one.get("AlarmDescription") or one["AlarmName"]
        yield Finding(check="alarms", part=one["AlarmName"], state=State.FAIL, says=says, remedy=one["StateReason"])
    if not loud:
        yield Finding(check="alarms", state=State.OK, says="None is raised.")


def _tick(cloud: Any, stage: str, now: datetime) -> Iterator[Finding]:
    """When the clock last had what is due looked for: by its log, which each run writes to.

    Read are the lines themselves, for when a stream was last written to is told up to an hour late.
    """
    from infra.functions import function_name  # noqa: PLC0415

    part, group = ".".join(_TICK), f"/aws/lambda/{function_name(stage, *_TICK)}"
    logs = cloud.client("logs")
    if not logs.describe_log_streams(logGroupName=group, limit=1)["logStreams"]:
        says, remedy = "It is not known to have run.", "See whether its rule in EventBridge is there and enabled."
        yield Finding(check="tick", part=part, state=State.WARN, says=says, remedy=remedy)
        return
    since = int((now - _SINCE).timestamp() * 1000)
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group, startTime=since)
    last = max((event["timestamp"] for page in pages for event in page["events"]), default=None)
    if last is None:
        says = f"It did not run in {_SINCE.total_seconds() / 60:.0f} minutes."
        remedy = "See whether its rule in EventBridge is enabled. Nothing timed goes out."
        yield Finding(check="tick", part=part, state=State.FAIL, says=says, remedy=remedy)
        return
    yield Finding(check="tick", part=part, state=State.OK, says=f"It ran {now.timestamp() - last / 1000:.0f} s ago.")
