"""A small social network on this machine that speaks Mastodon's API, with faults to order and a true record.

``python -m infra.sandbox --port 0`` prints ``{"url": "http://127.0.0.1:…"}`` once it answers. It listens on
the loopback address only, keeps everything in memory, and ends with SIGTERM. The token ``sandbox-acme``
speaks for ``acme``; an account comes to be when it is first named.
"""

from infra.sandbox.server import SandboxServer, running

__all__ = ["SandboxServer", "running"]
