"""The one engine that every test of what is deployed shares."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from infra.engine import Engine, running_engine

OF_THE_CALLER = ("AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_ENDPOINT_URL", "ANYTHING_ELSE")


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """Started by a caller whose AWS configuration would lead elsewhere, were it read."""
    with ExitStack() as held:
        with pytest.MonkeyPatch.context() as caller:
            for name in OF_THE_CALLER:
                caller.setenv(name, "of-the-caller")
            running = held.enter_context(running_engine())
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the engine runs in one worker, so that one engine is enough."""
    for item in items:
        if "engine" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("engine"))
