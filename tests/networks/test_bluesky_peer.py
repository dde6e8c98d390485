"""Bluesky's reference server as the other tests meet it."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.networks.peers import npm, pds


@pytest.mark.xdist_group("bluesky")
def test_the_server_is_heard_on_this_machine_alone() -> None:
    servers = pds.running()
    for url in (servers.url, servers.strict_url):
        port = urlsplit(url).port or 0
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_peer_that_is_missing_is_named_and_in_ci_that_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="bluesky"):
        npm.missing("bluesky", "there is no npm")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="bluesky"):
        npm.missing("bluesky", "there is no npm")
