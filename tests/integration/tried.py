"""What schemathesis thinks of, sent to what is deployed: each operation with made-up values, ids that exist among them.

Whatever is answered is held to the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from infra.openapi import document

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
SEED = 1
LAST = ("DELETE",)
"""What ends things is tried when all else was."""


@dataclass(frozen=True, kw_only=True)
class Api:
    """One of the three APIs: its operations, its address, and keys that may use it."""

    tag: str
    url: str
    keys: tuple[str, ...]

    def operations(self) -> list[Any]:
        paths = {
            path: item
            for path, item in document()["paths"].items()
            if any(isinstance(one, dict) and self.tag in one.get("tags", ()) for one in item.values())
        }
        for item in paths.values():
            item.pop("servers", None)
        schema = schemathesis.openapi.from_dict(document() | {"paths": paths, "servers": [{"url": self.url}]})
        found = [result.ok() for result in schema.get_all_operations()]
        return sorted(found, key=lambda one: (one.method.upper() in LAST, one.method.upper() != "GET"))


@dataclass(frozen=True, kw_only=True)
class Trial:
    """``real``: ids and names that exist, by the name of the parameter or field that takes one."""

    api: Api
    real: Mapping[str, str]
    examples: int
    failures: list[str] = field(default_factory=list)
    answered: dict[str, set[int]] = field(default_factory=dict)

    def run(self) -> None:
        keys = cycle(self.api.keys)
        for operation in self.api.operations():
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                try:
                    self._try(operation, mode, next(keys))
                except Unsatisfiable:
                    continue  # whatever is sent there is as it should be
                except FailureGroup as found:
                    self.failures.append(f"{operation.label} ({mode.value}): {found.message}")

    def _try(self, operation: Any, mode: GenerationMode, key: str) -> None:
        @seed(SEED)
        @settings(
            max_examples=self.examples,
            deadline=None,
            database=None,
            derandomize=False,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode))
        def tried(case: Case) -> None:
            self._put_real(case, mode)
            response = case.call(base_url=self.api.url, headers={"Authorization": f"Bearer {key}"} if key else None)
            self.answered.setdefault(operation.label, set()).add(response.status_code)
            case.validate_response(response, checks=[*CHECKS, *([negative_data_rejection] if _is_wrong(case) else [])])

        tried()

    def _put_real(self, case: Case, mode: GenerationMode) -> None:
        for name in [name for name in case.headers or {} if name.lower() == "authorization"]:
            del case.headers[name]
        for name in case.path_parameters or {}:
            if name in self.real:
                case.path_parameters[name] = self.real[name]
        if mode is GenerationMode.POSITIVE and isinstance(case.body, dict):
            case.body.update({name: self.real[name] for name in case.body if name in self.real})


def _is_wrong(case: Case) -> bool:
    """Whether the query or the body is what the document does not allow.

    Ids in paths are put right before, and an empty list in a query is not sent at all.
    """
    components = case.meta.components if case.meta else {}
    unsent = any(value in ([], {}) for value in (case.query or {}).values())
    looked_at = [components.get(ParameterLocation.BODY)] + [components.get(ParameterLocation.QUERY)] * (not unsent)
    return any(one is not None and one.mode is GenerationMode.NEGATIVE for one in looked_at)
