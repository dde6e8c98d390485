"""Puts a stage into a cloud through CloudFormation: tables, queues and the layer first, then all apps at once."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError, WaiterError

from infra.build import ROOT, Package
from infra.cloud import Cloud

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef, StackTypeDef
    from mypy_boto3_s3 import S3Client

RESOURCES = ROOT / "infra" / "resources.yaml"
DESK_URL = "DeskUrl"
"""The parameter of those stacks that come after the desk's, for they link to its API."""
LONGEST = 1800.0
"""Seconds that a stack may take."""


class DeployError(Exception):
    """A stack did not get where it should; says which, and what CloudFormation gave as the reason."""


@dataclass(frozen=True, slots=True)
class Deployed:
    """Outputs of the apps' stacks that have any: ``ApiId`` and ``ApiUrl``."""

    stage: str
    outputs: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Deployer:
    """Deploys stacks from a bucket. ``patience`` is the time between two looks at a stack, in seconds."""

    cloudformation: "CloudFormationClient"
    s3: "S3Client"
    bucket: str
    region: str
    patience: float

    def stack(
        self, name: str, template: str, parameters: Mapping[str, str], *, optional: Collection[str] = ()
    ) -> dict[str, str]:
        """Create the stack or bring it up to date; its outputs. Raises :class:`DeployError`.

        Of the ``optional`` parameters those that are not given stay as they stand.
        """
        url = f"https://s3.{self.region}.amazonaws.com/{self.bucket}/{self.upload(template.encode(), 'json')}"
        standing = self._standing(name)
        if standing is not None and standing["StackStatus"] == "ROLLBACK_COMPLETE":
            # Its creation failed; such a stack can only be deleted.
            self.cloudformation.delete_stack(StackName=name)
            self.cloudformation.get_waiter("stack_delete_complete").wait(StackName=name)
            standing = None
        change = self.cloudformation.update_stack if standing else self.cloudformation.create_stack
        has = {one["ParameterKey"] for one in standing.get("Parameters", [])} if standing else set()
        try:
            change(
                StackName=name,
                TemplateURL=url,
                Parameters=[
                    *({"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()),
                    *({"ParameterKey": key, "UsePreviousValue": True} for key in has & set(optional) - set(parameters)),
                ],
                Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
                # What is kept is data; a table of a creation that failed has none, and its name would be taken.
                RetainExceptOnCreate=True,
            )
        except ClientError as refusal:
            if "No updates are to be performed" not in str(refusal):
                raise DeployError(f"{name}: {refusal}") from refusal
        else:
            self._await(name, "stack_update_complete" if standing else "stack_create_complete")
        found = self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        return {output["OutputKey"]: output["OutputValue"] for output in found.get("Outputs", [])}

    def upload(self, content: bytes, kind: str) -> str:
        """Store content under its own hash; the key."""
        key = f"{sha256(content).hexdigest()}.{kind}"
        try:
            self.s3.head_object(Bucket=self.bucket, Key=key)
        except ClientError:
            self.s3.put_object(Bucket=self.bucket, Key=key, Body=content)
        return key

    def _standing(self, name: str) -> "StackTypeDef | None":
        try:
            return self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        except ClientError as absent:
            if "does not exist" not in str(absent):
                raise
            return None

    def _await(self, name: str, state: str) -> None:
        waiter = self.cloudformation.get_waiter(state)  # type: ignore[call-overload]
        try:
            waiter.wait(
                StackName=name,
                WaiterConfig={"Delay": self.patience, "MaxAttempts": int(LONGEST / self.patience)},
            )
        except WaiterError as failure:
            raise DeployError(f"{name}: {self._reasons(name) or failure}") from failure

    def _reasons(self, name: str) -> str:
        """Of what failed since the stack was last begun to be changed; its events go back to its first day."""
        pages = self.cloudformation.get_paginator("describe_stack_events").paginate(StackName=name)
        latest = takewhile(lambda event: not _begins(event), (event for page in pages for event in page["StackEvents"]))
        failed = [event for event in latest if event.get("ResourceStatus", "").endswith("FAILED")]
        return "; ".join(
            f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', 'no reason given')}"
            for event in reversed(failed)
        )


def _begins(event: "StackEventTypeDef") -> bool:
    """Whether the event is that of its stack's creation or update."""
    is_of_stack = event.get("PhysicalResourceId") == event["StackId"]
    return is_of_stack and event.get("ResourceStatus") in ("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS")


def deploy(
    cloud: Cloud,
    stage: str,
    packages: Sequence[Package],
    layers: Mapping[str, Path],
    *,
    bucket: str | None = None,
    place: str = "aws",
    parameters: Mapping[str, str] | None = None,
    patience: float = 3.0,
    address: Callable[[Mapping[str, str]], str] = itemgetter("ApiUrl"),
) -> Deployed:
    """All stacks of a stage. ``layers`` are zips, ``place`` is aws or engine; ``parameters`` go to the apps' stacks,
    and the desk's address, which ``address`` reads from the outputs of its stack, to those that link to it. What
    ``parameters`` do not say stays as the stage has it.

    Raises :class:`DeployError`.
    """
    s3 = cloud.client("s3")
    deployer = Deployer(
        cloud.client("cloudformation"), s3, bucket or _artifact_bucket(cloud, s3), cloud.region, patience
    )
    shared = deployer.stack(
        f"backchannel-{stage}-resources",
        RESOURCES.read_text(),
        {
            "Stage": stage,
            "Bucket": deployer.bucket,
            **{key: deployer.upload(layer.read_bytes(), "zip") for key, layer in layers.items()},
            "Place": place,
        },
    )
    known = {"Stage": stage, "Bucket": deployer.bucket, "Place": place, **shared, **(parameters or {})}

    def app_stack(package: Package) -> dict[str, str]:
        given = {**known, "CodeKey": deployer.upload(package.code.read_bytes(), "zip")}
        return deployer.stack(
            f"backchannel-{stage}-{package.app}",
            json.dumps(package.template, separators=(",", ":")),
            {name: given[name] for name in package.template["Parameters"] if name in given},
            optional=package.template["Parameters"],
        )

    linking = [package for package in packages if DESK_URL in package.template["Parameters"]]
    others = [package for package in packages if package not in linking]
    outputs: dict[str, dict[str, str]] = {}
    with ThreadPoolExecutor(max_workers=len(packages)) as pool:
        outputs |= zip((package.app for package in others), pool.map(app_stack, others), strict=True)
        if linking:
            known[DESK_URL] = address(outputs["desk"])
        outputs |= zip((package.app for package in linking), pool.map(app_stack, linking), strict=True)
    return Deployed(stage, outputs)


def _artifact_bucket(cloud: Cloud, s3: "S3Client") -> str:
    """The account's own bucket for packages in this region, made when it is missing; closed to the public.

    Its name can be guessed, so it is taken for ours only where it belongs to the account: code comes out of it.
    """
    account = cloud.client("sts").get_caller_identity()["Account"]
    name = f"backchannel-artifacts-{account}-{cloud.region}"
    try:
        s3.head_bucket(Bucket=name, ExpectedBucketOwner=account)
    except ClientError:
        where = {} if cloud.region == "us-east-1" else {"LocationConstraint": cloud.region}
        s3.create_bucket(Bucket=name, **({"CreateBucketConfiguration": where} if where else {}))  # type: ignore[arg-type]
        s3.put_public_access_block(
            Bucket=name,
            PublicAccessBlockConfiguration={
                "BlockPublicAcls": True,
                "IgnorePublicAcls": True,
                "BlockPublicPolicy": True,
                "RestrictPublicBuckets": True,
            },
        )
    return name
