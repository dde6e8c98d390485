"""The one request to an address that somebody outside named. It cannot be made to go where we must not.

The host is looked up once; all that it leads to must be public; and the call goes to the very address that was
checked, while the certificate is checked for the host. Nothing is followed, tried again, taken from the environment or
unpacked. Looking up, connecting and answering have one limit of time together, by the wall clock, which no dripping
answer stretches. Of the answer the status and the headers are read, and no more of them than a sane one has. Its body
is of no use here, and what is never read can be shown to nobody.
"""

import io
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException
from typing import Any, Protocol, cast

from shared.addresses import NotPublicError, Resolve, public
from shared.domain.clock import Clock
from shared.domain.errors import InvalidError
from shared.domain.web import WebAddress, web_address

ANSWERED_WITHIN = 15.0
"""Seconds, from the look-up to the last header."""
CONNECTED_WITHIN = 3.0
"""Seconds, to one address: a host that has another may be reached there."""
LARGEST_ANSWER = 32_768
"""Bytes of status and headers, as they come in."""
LONGEST_PAUSE = 86_400.0
"""Seconds, whatever an answer asks for."""


class UnansweredError(Exception):
    """No HTTP answer came. Says why in words that name neither the address nor what was sent there."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    retry_after: float | None = None
    """Seconds that it asks to be left alone, when it says so."""


def trusting() -> ssl.SSLContext:
    """The authorities that this machine trusts, and HTTP alone: no other protocol can be spoken to by way of TLS."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


class Connect(Protocol):
    def __call__(self, address: tuple[str, int], timeout: float) -> socket.socket:
        """Raises OSError."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    resolve: Resolve
    connect: Connect = socket.create_connection
    clock: Clock
    tls: ssl.SSLContext
    allow_plain_http: bool
    """For a local engine only: addresses without TLS, and this machine's own."""

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """POST, once. Raises :class:`UnansweredError`."""
        ends_at = self.clock.monotonic() + ANSWERED_WITHIN
        try:
            place = web_address(url, "url", allow_plain_http=self.allow_plain_http)
            line = self._line(place, ends_at)
        except InvalidError as garbled:
            raise UnansweredError(f"its address {garbled.reason}") from garbled
        except NotPublicError as private:
            raise UnansweredError("its address leads to one that is not on the public internet") from private
        except (OSError, ValueError) as silence:
            raise UnansweredError(f"it was not reached ({_told(silence)})") from silence
        try:
            return self._asked(place, line, body, headers)
        except (HTTPException, OSError) as silence:
            raise UnansweredError(f"it gave no answer ({_told(silence)})") from silence
        finally:
            line.close()

    def _line(self, place: WebAddress, ends_at: float) -> "_Line":
        """To the first of the checked addresses that can be reached."""
        addresses = public(place.host, self.resolve, allow_loopback=self.allow_plain_http)
        failure: OSError = TimeoutError("It was looked up too late.")
        for address in addresses:
            left = ends_at - self.clock.monotonic()
            if left <= 0:
                break
            try:
                bare = self.connect((address, place.port), min(CONNECTED_WITHIN, left))
            except OSError as unreached:
                failure = unreached
                continue
            return _Line(self._secured(bare, place, ends_at), self.clock, ends_at)
        raise failure

    def _secured(self, bare: socket.socket, place: WebAddress, ends_at: float) -> socket.socket:
        if place.scheme != "https":
            return bare
        try:
            # A handshake as a whole has the time-out of the socket.
            bare.settimeout(max(0.001, ends_at - self.clock.monotonic()))
            return self.tls.wrap_socket(bare, server_hostname=place.host)
        except (OSError, ValueError):
            bare.close()
            raise

    def _asked(self, place: WebAddress, line: "_Line", body: bytes, headers: Mapping[str, str]) -> Answer:
        connection = HTTPConnection(place.host, place.port)
        connection.sock = cast(socket.socket, line)
        connection.request("POST", place.target, body, {**headers, "Host": place.authority, "Connection": "close"})
        answer = connection.getresponse()
        return Answer(answer.status, pause(answer.headers.get("Retry-After", ""), self.clock.now()))


class _Line:
    """A connection of which every step ends by the same time, and which carries only so much back."""

    def __init__(self, connected: socket.socket, clock: Clock, ends_at: float) -> None:
        self._connected, self._clock, self._ends_at = connected, clock, ends_at
        self._carries = LARGEST_ANSWER

    def sendall(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._in_time().send(left) :]

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self))

    def read_into(self, buffer: Any) -> int:
        read = self._in_time().recv_into(memoryview(buffer)[: self._carries])
        self._carries -= read
        if self._carries <= 0:
            raise HTTPException("The answer is too large.")
        return read

    def close(self) -> None:
        self._connected.close()

    def _in_time(self) -> socket.socket:
        left = self._ends_at - self._clock.monotonic()
        if left <= 0:
            raise TimeoutError("There is no time left.")
        self._connected.settimeout(left)
        return self._connected


class _Incoming(io.RawIOBase):
    """What :mod:`http.client` reads from."""

    def __init__(self, line: _Line) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._line.read_into(buffer)


def pause(retry_after: str, now: datetime) -> float | None:
    """Seconds, from either form that the header has; None for one that has none. Never below 0, nor over a day."""
    if retry_after.isascii() and retry_after.isdecimal():
        return min(LONGEST_PAUSE, float(retry_after[:9]))
    try:
        until = parsedate_to_datetime(retry_after)
        if until.tzinfo is None:  # "-0000" in place of a zone
            until = until.replace(tzinfo=UTC)
        return min(LONGEST_PAUSE, max(0.0, (until - now).total_seconds()))
    except (ValueError, OverflowError):
        return None


_IN_WORDS: Mapping[type[Exception], str] = {
    ssl.SSLCertVerificationError: "its certificate does not hold",
    ssl.SSLError: "it does not speak TLS as it should",
    socket.gaierror: "there is no such host",
    TimeoutError: "it took too long",
    HTTPException: "that was no HTTP",
}


def _told(failure: Exception) -> str:
    """In words of our own: a failure's may quote what the other side said."""
    known = (words for kind, words in _IN_WORDS.items() if isinstance(failure, kind))
    return next(known, type(failure).__name__)
