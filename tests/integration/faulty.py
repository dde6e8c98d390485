"""AWS going wrong for single functions of the running engine: microburst stands between it and them."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from urllib3.exceptions import HTTPError

from infra import client as http
from infra.cloud import ENGINE_ENVIRONMENT
from infra.engine import LOOPBACK, Engine, free_port
from infra.functions import ALIAS, FUNCTIONS, function_name
from tests.integration.brands import until

Rule = dict[str, Any]
"""What fits a call, and what becomes of it: https://pypi.org/project/microburst/."""


@dataclass(frozen=True, slots=True)
class Faults:
    """A microburst in front of the engine. Calls go through unharmed until there are rules."""

    url: str

    def strike(self, *rules: Rule) -> None:
        """From now on, and by these rules alone: the first that fits a call, and whose luck is in, is taken."""
        assert http.request("POST", f"{self.url}/_microburst/rules", list(rules)).status == 200

    def struck(self) -> Counter[str]:
        """How often each fault was injected, by what was done."""
        fired = http.request("GET", f"{self.url}/_microburst/fired?limit=100000").body
        return Counter(each["action"].partition(":")[0] for each in fired)


@contextmanager
def faults_before(engine: Engine, *functions: tuple[str, str]) -> Iterator[Faults]:
    """A microburst through which these functions (app, name), and no others, call AWS.

    It signs their calls anew, for it is another host: the engine takes them for its administrator's.
    """
    url = f"http://{LOOPBACK}:{(port := free_port())}"
    place = ["--upstream", engine.endpoint_url, "--host", LOOPBACK, "--port", str(port), "--resign"]
    process = subprocess.Popen(
        [sys.executable, "-m", "microburst", *place],
        env={**ENGINE_ENVIRONMENT, "HOME": str(engine.state_dir)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until("microburst answers", lambda: _answers(url))
        _warmed(engine, url)
        with _calling(engine, url, *functions):
            yield Faults(url)
    finally:
        process.kill()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return http.request("GET", f"{url}/_microburst/health").status == 200
    except HTTPError:
        return False


def _warmed(engine: Engine, url: str) -> None:
    """Only for its first call does it load what it signs with, which can take it longer than a function waits."""
    engine.cloud.session.client("dynamodb", endpoint_url=url).list_tables()


@contextmanager
def _calling(engine: Engine, url: str, *functions: tuple[str, str]) -> Iterator[None]:
    if not functions:
        yield
        return
    with _one_calling(engine, url, *functions[0]), _calling(engine, url, *functions[1:]):
        yield


@contextmanager
def _one_calling(engine: Engine, url: str, app: str, name: str) -> Iterator[None]:
    """What starts from a snapshot is a version, so its alias is moved to another one meanwhile."""
    functions, function = engine.cloud.client("lambda"), function_name(engine.stage, app, name)
    before = functions.get_function_configuration(FunctionName=function)["Environment"]["Variables"]
    changed = {**before, "AWS_ENDPOINT_URL": url}
    functions.update_function_configuration(FunctionName=function, Environment={"Variables": changed})
    try:
        if FUNCTIONS[app][name].snap_start:
            released = functions.get_alias(FunctionName=function, Name=ALIAS)["FunctionVersion"]
            version = functions.publish_version(FunctionName=function)["Version"]
            functions.update_alias(FunctionName=function, Name=ALIAS, FunctionVersion=version)
            try:
                yield
            finally:
                functions.update_alias(FunctionName=function, Name=ALIAS, FunctionVersion=released)
                functions.delete_function(FunctionName=function, Qualifier=version)
        else:
            yield
    finally:
        functions.update_function_configuration(FunctionName=function, Environment={"Variables": before})
