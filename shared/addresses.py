"""Where a host is, asked of the resolver: never in a network of our own."""

import ipaddress
import socket
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from threading import Thread

from shared.domain.errors import InvalidError, UnreachableError
from shared.domain.web import is_public, web_address

Resolve = Callable[[str], Collection[str]]
"""The IP addresses of a host, in the order in which to try them. Raises OSError for one that has none."""
LOOKED_UP_WITHIN = 5.0
"""Seconds. The system's own look-up takes no limit, and who is looked up may have a name server that takes its time."""


class NotPublicError(Exception):
    """The host leads to an address that is not on the public internet."""


def resolved(host: str) -> Collection[str]:
    """By the system's resolver."""
    found: Future[Sequence[str]] = Future()

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found.set_result([str(answer[4][0]).partition("%")[0] for answer in answers])
        except (OSError, UnicodeError) as failure:
            found.set_exception(failure)

    Thread(target=look_up, daemon=True).start()
    return list(dict.fromkeys(found.result(LOOKED_UP_WITHIN)))


def public(host: str, resolve: Resolve, *, allow_loopback: bool) -> Sequence[str]:
    """The addresses of ``host``: all of them public, or on a local engine this machine's.

    Raises NotPublicError if any is not, and OSError or ValueError if there is none.
    """
    found = [ipaddress.ip_address(address) for address in resolve(host)]
    if not found:
        raise OSError("There is no such host.")
    if not all(is_public(address) or (allow_loopback and address.is_loopback) for address in found):
        raise NotPublicError
    return [str(address) for address in found]


def check_is_public(url: str, field: str, resolve: Resolve, *, allow_loopback: bool) -> None:
    """Refuses an address of which any answer of the resolver is not the internet's, or that leads nowhere.

    Raises InvalidError, and UnreachableError when the resolver does not answer.
    """
    try:
        public(web_address(url, field, allow_plain_http=allow_loopback).host, resolve, allow_loopback=allow_loopback)
    except NotPublicError as private:
        raise InvalidError("leads to an address that is not on the public internet", field) from private
    except TimeoutError as late:
        raise UnreachableError("The address could not be looked up.") from late
    except socket.gaierror as unresolved:
        if unresolved.errno == socket.EAI_AGAIN:
            raise UnreachableError("The address could not be looked up.") from unresolved
        raise InvalidError("leads nowhere: there is no such host", field) from unresolved
    except (OSError, ValueError) as garbled:
        raise InvalidError("is not an address that can be looked up", field) from garbled


def check_is_not_private(url: str, field: str, resolve: Resolve, *, allow_loopback: bool) -> None:
    """Refuses an address that leads into a network of our own, as far as that can be told now. Raises InvalidError."""
    address = web_address(url, field, allow_plain_http=allow_loopback)
    try:
        public(address.host, resolve, allow_loopback=allow_loopback)
    except NotPublicError as private:
        raise InvalidError("leads to an address that is not on the public internet", field) from private
    except (OSError, ValueError):
        return
