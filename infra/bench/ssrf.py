"""Every trick by which somebody's address could lead a call of ours into a network of our own, tried on the real code.

Each is tried twice: as an address that is registered, and as one that a webhook is sent to though it had been
registered. Connections are noted and not made; a name's addresses are those that its owner would have its name server
say, one after the other. ``let_through``: the tricks by which an address of our own would have been called, or was
registered although it led there already.
"""

import socket
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from infra.bench.goals import AtMost, Goal
from shared.addresses import check_is_not_private, resolved
from shared.domain.clock import SystemClock
from shared.domain.errors import InvalidError
from shared.outgoing import Outgoing, UnansweredError, trusting

GOALS: Mapping[str, Goal] = {"let_through": AtMost(0)}

PUBLIC = "93.184.215.14"
OURS = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "169.254.170.2",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "100::1",
    "2001::1",
    "2001:0:7f00:1:0:0:5601:5601",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fe80::1",
    "fec0::1",
    "ff02::1",
)
"""One address of each network that is not the internet's: of this machine, private, of metadata, of other protocols."""
SPELLED = (
    "2130706433",
    "0x7f000001",
    "0X7F.0.0.1",
    "017700000001",
    "0177.0.0.1",
    "127.1",
    "127.0.1",
    "0",
    "0.0",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "127.0.0.1.",
    "127.0.0.1%00.a.example",
    "127.0.0.1%2f.a.example",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:169.254.169.254]",
    "[::1%25lo]",
    "[fe80::1%25eth0]",
    "[fe80::1%eth0]",
    "[v1.fe80::a]",
    "１２７.0.0.1",
    "127。0。0。1",
    "①②⑦.⓪.⓪.①",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "LocalHost.localdomain",
    "a.example@127.0.0.1",
    "a.example:443@169.254.169.254",
    "127.0.0.1\\@a.example",
    "a.example\\@127.0.0.1",
    "127.0.0.1\\.a.example",
    "127.0.0.1#@a.example",
    "127.0.0.1?@a.example",
    "a.example#@127.0.0.1",
    "127.0.0.1;a.example",
    "127.0.0.1,a.example",
    "127.0.0.1 a.example",
    "127.0.0.1\ta.example",
    "127.0.0.1\r\nHost: a.example",
    "127.0.0.1\0.a.example",
    "%31%32%37.0.0.1",
    "%6c%6f%63%61%6c%68%6f%73%74",
    "-127.0.0.1",
)
"""Ways of writing a host so that one reader sees another one than the next."""
NAMES: Mapping[str, Sequence[Sequence[str]]] = {
    "a.example": [[PUBLIC]],
    "metadata.google.internal": [["169.254.169.254"]],
    "metadata": [["169.254.169.254"]],
    "instance-data.ec2.internal": [["169.254.169.254"]],
    "127.0.0.1.nip.example": [["127.0.0.1"]],
    "xn--n3h.example": [["127.0.0.1"]],
    "alias.example": [["10.0.0.5"]],
    "both.example": [[PUBLIC, "10.0.0.5"]],
    "both-the-other-way.example": [["10.0.0.5", PUBLIC]],
    "six.example": [["2606:2800:21f:cb07:6820:80da:af6b:8b2c", "fd00:ec2::254"]],
    "mapped.example": [[PUBLIC, "::ffff:169.254.169.254"]],
    "rebinding.example": [[PUBLIC], ["169.254.169.254"]],
    "rebinding-late.example": [[PUBLIC], [PUBLIC], ["127.0.0.1"]],
    "zone.example": [["fe80::1%eth0"]],
    "nothing.example": [[]],
}
"""By name, what is answered each time that it is looked up; the last again and again."""
ADDRESSES = (
    *(f"https://{host}/in" for host in SPELLED),
    *(f"https://{name}/in" for name in NAMES if name != "a.example"),
    *(f"https://{f'[{address}]' if ':' in address else address}/in" for address in OURS),
    *(f"https://a{number}.inside.example/in" for number in range(len(OURS))),
    *(f"https://a.example:{port}/in" for port in (0, 22, 25, 53, 80, 465, 587, 636, 993, 995, 1023, 65_536, -1)),
    *(f"{scheme}://127.0.0.1/in" for scheme in ("http", "HTTP", "ftp", "file", "gopher", "unix", "https+insecure", "")),
    "//127.0.0.1/in",
    "https:127.0.0.1/in",
    "https:/127.0.0.1/in",
    "https:///127.0.0.1/in",
    "https:\\\\127.0.0.1\\in",
    "\thttps://127.0.0.1/in",
    "https://127.0.0.1:443:80/in",
)
REDIRECTED = tuple(f"http://{host}/" for host in ("169.254.169.254", "10.0.0.1", "[fd00:ec2::254]"))
"""Where a receiver that may be called sends us on to."""


@dataclass
class Resolver:
    """Answers as the owner of each name has it; what is no name of theirs is asked of this machine's own resolver."""

    asked: int = 0
    given: list[str] = field(default_factory=list)

    def __call__(self, host: str) -> Collection[str]:
        answers = _answers(host)
        found = resolved(host) if answers is None else answers[min(self.asked, len(answers) - 1)]
        self.asked += 1
        self.given.extend(found)
        return found


def _answers(host: str) -> Sequence[Sequence[str]] | None:
    label, _, rest = host.partition(".")
    if rest == "inside.example":
        return [[OURS[int(label[1:])]]]
    if host.endswith("example") or host in NAMES:
        return NAMES.get(host, [[]])
    return None


@dataclass
class Connections:
    """Notes where a connection would have gone; ``answer``: what is heard there, or nobody is."""

    answer: bytes = b""
    made: list[tuple[str, int]] = field(default_factory=list)

    def __call__(self, address: tuple[str, int], timeout: float) -> socket.socket:  # noqa: ARG002
        self.made.append(address)
        if not self.answer:
            raise ConnectionRefusedError
        ours, theirs = socket.socketpair()
        theirs.sendall(self.answer)
        theirs.close()
        return ours

    def led_inside(self) -> bool:
        """By the lists here, and not by the code under test."""
        return any(host != PUBLIC or port not in (443, 80) for host, port in self.made)


def measure() -> dict[str, int]:
    verdicts = [*_registered(), *_called(), *_redirected()]
    return {"tried": len(verdicts), "let_through": sum(verdicts)}


def _registered() -> Iterator[bool]:
    """Whether an address was taken that leads inside at this moment."""
    for url in ADDRESSES:
        resolver = Resolver()
        try:
            check_is_not_private(url, "url", resolver, allow_loopback=False)
        except InvalidError:
            yield False
        else:
            yield any(address != PUBLIC for address in resolver.given)


def _called() -> Iterator[bool]:
    for url in ADDRESSES:
        # A name that is looked up again was looked up when it was registered, too.
        resolver, connections = Resolver(), Connections()
        with suppress(InvalidError):
            check_is_not_private(url, "url", resolver, allow_loopback=False)
        _call(url, resolver, connections, plain=False)
        yield connections.led_inside()


def _redirected() -> Iterator[bool]:
    for status in (301, 302, 303, 307, 308):
        for leads in REDIRECTED:
            answer = f"HTTP/1.1 {status} Moved\r\nLocation: {leads}\r\nRefresh: 0; url={leads}\r\n\r\n"
            connections = Connections(answer.encode())
            _call("http://a.example/in", Resolver(), connections, plain=True)
            yield connections.led_inside() or len(connections.made) != 1


def _call(url: str, resolver: Resolver, connections: Connections, *, plain: bool) -> None:
    clock, tls = SystemClock(), trusting()
    to = Outgoing(resolve=resolver, connect=connections, clock=clock, tls=tls, allow_plain_http=plain)
    with suppress(UnansweredError):
        to.post(url, b"{}", {})
