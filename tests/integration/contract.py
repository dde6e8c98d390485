"""The OpenAPI document, to which every answer in these tests is held."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from jsonschema import Draft202012Validator

from infra.client import Answered
from infra.engine import Engine
from infra.openapi import document

SHOWN_ONCE = ("key", "owner_key", "secret")
METHODS = ("get", "head", "put", "post", "delete", "patch")


def operations(api: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in api["paths"].items():
        for method in METHODS:
            if method in item:
                yield method.upper(), path, item[method]


class Contract:
    """``answered``: operation and status of every answer that came; ``secrets``: all that were ever shown in one."""

    def __init__(self, engine: Engine) -> None:
        self.document = document()
        self.answered: set[tuple[str, int]] = set()
        self.secrets: set[str] = set()
        self._bases = {
            "ingest": engine.hooks_url.removesuffix("/hooks"),
            "desk": engine.api_url,
            "recover": engine.recover_url,
        }
        self._operations = [
            (operation["tags"][0], method, re.compile(re.sub(r"{\w+}", "[^/]+", path)), operation)
            for method, path, operation in operations(self.document)
        ]

    def check(self, method: str, url: str, answered: Answered) -> None:
        """Raises AssertionError when the document does not have this answer, or not in this form."""
        base = next((base for base in self._bases.values() if url.startswith(base + "/")), None)
        if base is None:
            return
        path = unquote(urlsplit(url.removeprefix(base)).path)
        operation = self._operation(base, method, path)
        if operation is None:
            assert answered.status == 404, f"{method} {path} is not documented: {answered}"
            assert answered.headers["Content-Type"] == "application/problem+json"
            return
        self.answered.add((operation["operationId"], answered.status))
        if isinstance(answered.body, dict):
            self.secrets |= {answered.body[name] for name in SHOWN_ONCE if answered.body.get(name)}
            if answered.body.get("code"):
                self.secrets.add(answered.body["url"].rpartition(".")[2])
        declared = self._whole(operation["responses"].get(str(answered.status)))
        assert declared is not None, f"{method} {path}: {answered.status} is not documented: {answered.body}"
        if method != "HEAD" and answered.status != 304:
            self._check_body(declared.get("content", {}), answered)

    def _operation(self, base: str, method: str, path: str) -> dict[str, Any] | None:
        for tag, its_method, pattern, operation in self._operations:
            if self._bases[tag] == base and its_method == method and pattern.fullmatch(path):
                return operation
        return None

    def _whole(self, response: dict[str, Any] | None) -> dict[str, Any] | None:
        """A response itself, where the operation refers to one that it shares with others."""
        named = response.get("$ref", "").rpartition("/")[2] if response else ""
        return self.document["components"]["responses"][named] if named else response

    def _check_body(self, content: dict[str, Any], answered: Answered) -> None:
        kind = answered.headers["Content-Type"].partition(";")[0]
        assert kind in content, f"{kind} is not documented: {answered}"
        schema = content[kind]["schema"] | {"components": self.document["components"]}
        Draft202012Validator(schema).validate(answered.body)
