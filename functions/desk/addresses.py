"""Where a web address leads, asked before the desk calls it: never into a network of our own."""

import ipaddress
import socket
from collections.abc import Callable, Collection

from shared.domain.accounts import server
from shared.domain.errors import InvalidError, UnreachableError

Resolve = Callable[[str], Collection[str]]
"""The IP addresses of a host. Raises OSError or UnicodeError for one that has none."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolved(host: str) -> Collection[str]:
    """By the system's resolver, as the call itself will be."""
    return {str(found[4][0]).partition("%")[0] for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}


def check_is_public(url: str, field: str, resolve: Resolve, *, allow_loopback: bool) -> None:
    """Refuses an address of which any answer of the resolver is private, link-local or otherwise not the internet's.

    What is resolved again for the call could be another one; that is not prevented here. Raises InvalidError, and
    UnreachableError when the resolver does not answer.
    """
    try:
        host, _ = server(url)
        found = [ipaddress.ip_address(address) for address in resolve(host)]
    except socket.gaierror as unresolved:
        if unresolved.errno == socket.EAI_AGAIN:
            raise UnreachableError("The address could not be looked up.") from unresolved
        raise InvalidError("leads nowhere: there is no such host", field) from unresolved
    except (OSError, ValueError) as garbled:
        raise InvalidError("is not an address that can be looked up", field) from garbled
    if not found or not all(_is_public(address) or (allow_loopback and address.is_loopback) for address in found):
        raise InvalidError("leads to an address that is not on the public internet", field)


def _is_public(address: Address) -> bool:
    plain = _unwrapped(address)
    return plain.is_global and not plain.is_multicast


def _unwrapped(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, address))[1]
