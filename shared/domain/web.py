"""Addresses on the web that somebody outside named: how one must be written, and which IP addresses we may call."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.domain.errors import InvalidError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST = 2_000
"""Characters."""
FIRST_OPEN_PORT = 1024
"""Below it are services that are not the web's: mail and directories speak TLS as well, and must not be talked to."""
_PORTS = {"https": 443, "http": 80}
_WRITTEN = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")
"""What RFC 3986 lets an address consist of."""
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LONGEST_NAME = 253

_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""
_NOT_A_HOSTS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",  # what protocols use among themselves; some clouds' metadata too
        "192.88.99.0/24",  # 6to4's relays
        "2001::/23",  # what protocols use among themselves: Teredo, benchmarks, ORCHID
        "2001:db8::/32",
        "2002::/16",  # 6to4, which leads to the IPv4 address inside
        "3fff::/20",
    )
)
"""Beside what Python holds for not global, which is not the same in each of its versions. IANA's registries of
special-purpose addresses say what they are."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in its parts, read once: who checks it and who calls it see the same."""

    scheme: str
    host: str
    """In lower case; without the brackets of IPv6, and without the dot that ends a full name."""
    port: int
    target: str
    """Path and query, as they are asked for."""

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """As a request names its host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def web_address(url: str, field: str, *, allow_plain_http: bool = False) -> WebAddress:
    """Reads an address that is written as one and in no second way. Raises InvalidError naming ``field``.

    ``allow_plain_http``: for a local engine, on any port.
    """
    if len(url) > LONGEST:
        raise InvalidError(f"is {len(url)} characters long; {LONGEST} are allowed", field)
    if not _WRITTEN.fullmatch(url):
        raise InvalidError("must be an https:// address in ASCII: a name as xn--…, other characters as %…", field)
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as garbled:
        raise InvalidError("is not an address", field) from garbled
    if parts.scheme not in (("https", "http") if allow_plain_http else ("https",)):
        raise InvalidError("must be an https:// address", field)
    if "@" in parts.netloc:
        raise InvalidError("must be without credentials; a secret belongs in no address", field)
    if "#" in url:
        raise InvalidError("must be without a fragment, which no server is sent", field)
    host = host.removesuffix(".")
    if not _is_host(host):
        raise InvalidError("must name a host: a name, or a plain IP address", field)
    port = _PORTS[parts.scheme] if port is None else port
    if not allow_plain_http and port != _PORTS["https"] and port < FIRST_OPEN_PORT:
        raise InvalidError(f"must be at port 443, or from {FIRST_OPEN_PORT} on", field)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return WebAddress(parts.scheme, host, port, target)


def _is_host(host: str) -> bool:
    """A number that only some readers take for an address (``0x7f000001``, ``127.1``) is none."""
    if ":" in host:
        return "%" not in host and _is_ip(host)
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _is_ip(host)
    return len(host) <= _LONGEST_NAME and all(_LABEL.fullmatch(label) for label in labels)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_public(address: IPAddress) -> bool:
    """Whether it is one host's on the internet: in no network of anybody's own, and in none that leads into one."""
    plain = _unwrapped(address)
    if isinstance(plain, ipaddress.IPv6Address) and plain not in _GLOBAL_UNICAST:
        return False
    if any(plain in network for network in _NOT_A_HOSTS):
        return False
    return plain.is_global and not plain.is_multicast and not plain.is_reserved


def _unwrapped(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address
