"""An HTTP session for calls that must not happen twice: each is made once, on time, and its fate is known.

Redirects, retries and reused connections are off: each could carry a message out twice, or late, or leave it
unclear whether it left at all. The common case is a connection that died while its function was frozen.

A server's address is looked up for the call, and the call goes to the address that was checked: over TLS it is on the
public internet. Without TLS, which a local engine alone allows, it may be this machine's own.
"""

import socket
from time import monotonic
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError
from urllib3.util.connection import create_connection

from shared.addresses import NotPublicError, public, resolved


class _Punctual(HTTPConnection):
    """Connects in time or not at all, and to no network of our own.

    urllib3 grants its connect time-out to each address of a host in turn and none to the name look-up, so a
    request could otherwise leave long after its caller had to give up.
    """

    timeout: float | None
    may_be_here = False
    """Whether the host may be this very machine."""

    def _new_conn(self) -> socket.socket:
        """In place of urllib3's own, which would look the host up once more."""
        try:
            addresses = public(self.host, resolved, allow_loopback=self.may_be_here)
        except NotPublicError as private:
            raise NewConnectionError(self, "It leads to an address that is not on the public internet.") from private
        except (OSError, ValueError) as unknown:
            raise NewConnectionError(self, f"It could not be looked up: {unknown}") from unknown
        failure: OSError | None = None
        for address in addresses:
            try:
                return create_connection((address, self.port), self.timeout, socket_options=self.socket_options)
            except OSError as unreached:
                failure = unreached
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(self, "Connected too late.") from failure
        raise NewConnectionError(self, f"It was not reached: {failure}") from failure

    def connect(self) -> None:
        began = monotonic()
        super().connect()
        if self.timeout is not None and monotonic() - began > self.timeout:
            self.close()
            raise ConnectTimeoutError(self, "Connected too late.")


class _PunctualHTTPConnection(_Punctual):
    may_be_here = True


class _PunctualHTTPSConnection(_Punctual, HTTPSConnection):
    pass


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _PunctualHTTPConnection


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _PunctualHTTPSConnection


class _PunctualAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}


def never_connected(error: requests.ConnectionError) -> bool:
    """Whether ``error`` proves that no byte of the request left."""
    why = error.args[0] if error.args else None
    return isinstance(why, MaxRetryError) and isinstance(why.reason, NewConnectionError | ConnectTimeoutError)


class OneCallSession(requests.Session):
    """``answer``: the last call's response, if one came. ``unsent``: the last call surely never left."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: requests.Response | None = None
        self.unsent = False
        self.max_redirects = 0
        self.headers["Connection"] = "close"
        self.mount("http://", _PunctualAdapter(max_retries=0))
        self.mount("https://", _PunctualAdapter(max_retries=0))

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        self.answer, self.unsent = None, False
        try:
            self.answer = super().send(request, **kwargs)
        except requests.ConnectionError as error:
            self.unsent = never_connected(error)
            raise
        finally:
            self.close()  # not every server heeds ``Connection: close``, and a pool would use the line again
        return self.answer
