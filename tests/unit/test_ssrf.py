"""No trick leads a call of ours into a network of our own; and the bench that says so would find one that does."""

import pytest

from infra.bench import ssrf
from shared import addresses, outgoing
from shared.domain import web


def test_nothing_is_let_through() -> None:
    figures = ssrf.measure()
    assert figures["tried"] > 300
    assert figures["let_through"] == 0


def test_without_the_rule_of_what_is_public_much_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda _: True)
    assert ssrf.measure()["let_through"] > 100


def test_a_host_that_is_looked_up_again_for_the_call_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpinned(host, resolve, *, allow_loopback):
        addresses.public(host, resolve, allow_loopback=allow_loopback)
        return list(resolve(host))

    monkeypatch.setattr(outgoing, "public", unpinned)
    assert ssrf.measure()["let_through"] > 0


def test_ports_of_other_services_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "FIRST_OPEN_PORT", 0)
    assert ssrf.measure()["let_through"] > 0
