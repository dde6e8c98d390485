"""A call to a network's server goes to the public internet, at the very address that was checked."""

import socket
from typing import Any

import pytest
import requests

from shared import addresses
from shared.networks.one_call import OneCallSession
from tests.receivers import answering, listening

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the system's resolver answers to names, one after the other; addresses are themselves."""
    answers: list[list[str]] = []
    real = socket.getaddrinfo

    def looked_up(host: Any, *given: Any, **named: Any) -> Any:
        if isinstance(host, str) and host.endswith(".example"):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 0)) for one in answers.pop(0)]
        return real(host, *given, **named)

    monkeypatch.setattr(addresses.socket, "getaddrinfo", looked_up)
    return answers


@pytest.mark.parametrize(
    "answer", [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["93.184.215.14", "10.0.0.1"], ["fd00:ec2::254"]]
)
def test_a_server_in_a_network_of_our_own_is_not_called(resolver: list[list[str]], answer: list[str]) -> None:
    resolver.append(answer)
    session = OneCallSession()
    with pytest.raises(requests.ConnectionError, match="not on the public internet"):
        session.get("https://inside.example/api")
    assert session.unsent


def test_without_tls_a_server_may_be_this_machine_as_on_an_engine_and_none_of_its_neighbours(
    resolver: list[list[str]],
) -> None:
    with listening(answering(OK)) as here:
        resolver += [["127.0.0.1"], ["10.0.0.1"]]
        assert OneCallSession().get(f"http://social.example:{here.port}/api").text == "ok"
        with pytest.raises(requests.ConnectionError, match="not on the public internet"):
            OneCallSession().get(f"http://social.example:{here.port}/api")
    assert len(here.requests) == 1


def test_a_server_is_looked_up_once_for_a_call_so_that_a_second_answer_is_never_asked_for(
    resolver: list[list[str]],
) -> None:
    with listening(answering(OK)) as here:
        resolver += [["127.0.0.1"], ["169.254.169.254"]]
        assert OneCallSession().get(f"http://social.example:{here.port}/api").text == "ok"
        assert f"Host: social.example:{here.port}".encode() in here.requests[0]
    assert resolver == [["169.254.169.254"]]


def test_a_server_that_nobody_knows_was_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(addresses.socket, "getaddrinfo", unknown)
    session = OneCallSession()
    with pytest.raises(requests.ConnectionError):
        session.get("https://nowhere.example/api")
    assert session.unsent
