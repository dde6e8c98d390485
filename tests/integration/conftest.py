from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from infra import client
from infra.client import Answered
from infra.demo.receiver import Receiver, receiving
from infra.engine import Engine
from shared.domain.attempts import SEND_DEADLINE
from tests.integration.brands import Brand, introduced
from tests.integration.contract import Contract

NUMBERS = count(1)


@pytest.fixture(scope="package")
def contract(engine: Engine) -> Iterator[Contract]:
    """Holds every answer to the OpenAPI document, whoever of the tests asked."""
    document, plain = Contract(engine), client.request

    def checked(method: str, url: str, *given: Any, **more: Any) -> Answered:
        answered = plain(method, url, *given, **more)
        document.check(method, url, answered)
        return answered

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "request", checked)
        yield document


@pytest.fixture(scope="package")
def make_lasting_brand(engine: Engine, contract: Contract) -> Callable[[str], Brand]:
    return lambda client: introduced(engine, client)


@pytest.fixture
def make_brand(make_lasting_brand: Callable[[str], Brand]) -> Callable[[], Brand]:
    return lambda: make_lasting_brand(f"brand-{next(NUMBERS)}")


@pytest.fixture
def brand(make_brand: Callable[[], Brand]) -> Brand:
    """One that no other test touches."""
    return make_brand()


@pytest.fixture(scope="package")
def standing(make_lasting_brand: Callable[[str], Brand]) -> Brand:
    """One for tests that change nothing."""
    return make_lasting_brand("standing")


@pytest.fixture(scope="package", autouse=True)
def late(make_lasting_brand: Callable[[str], Brand]) -> tuple[Brand, str]:
    """A brand and a post that lands after its sender gave up. It takes longer than all else, so it is begun first."""
    brand = make_lasting_brand("late")
    brand.fault("lands_after_timeout", seconds=SEND_DEADLINE.total_seconds() + 1)
    return brand, brand.scheduled("Better late than never")


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as listening:
        yield listening
