from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from infra.build import Package, build_packages
from infra.deploy import RESOURCES


class _CloudFormationLoader(yaml.SafeLoader):
    """Reads the short forms (``!Ref x``) as the long ones (``{"Ref": x}``)."""


def _long_form(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    value = loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None
    name = suffix if suffix in {"Ref", "Condition"} else f"Fn::{suffix}"
    return {name: value.split(".") if suffix == "GetAtt" and isinstance(value, str) else value}


_CloudFormationLoader.add_multi_constructor("!", _long_form)


@pytest.fixture(scope="session")
def packages() -> Mapping[str, Package]:
    return {package.app: package for package in build_packages()}


@pytest.fixture(scope="session")
def resources() -> dict[str, Any]:
    template: dict[str, Any] = yaml.load(RESOURCES.read_text(), _CloudFormationLoader)  # noqa: S506
    return template["Resources"]  # type: ignore[no-any-return]
