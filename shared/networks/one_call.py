"""An HTTP session for calls that must not happen twice: each is made once, on time, and its fate is known.

Redirects, retries and reused connections are off: each could carry a message out twice, or late, or leave it
unclear whether it left at all. The common case is a connection that died while its function was frozen.
"""

from time import monotonic
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError


class _Punctual:
    """Connects in time or not at all.

    urllib3 grants its connect time-out to each address of a host in turn and none to the name look-up, so a
    request could otherwise leave long after its caller had to give up.
    """

    timeout: float | None

    def connect(self) -> None:
        began = monotonic()
        super().connect()  # type: ignore[misc]
        if self.timeout is not None and monotonic() - began > self.timeout:
            self.close()  # type: ignore[attr-defined]
            raise ConnectTimeoutError(self, "Connected too late.")


class _PunctualHTTPConnection(_Punctual, HTTPConnection):
    pass


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
