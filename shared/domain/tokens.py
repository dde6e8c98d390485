"""Tokens: whoever has one is taken for whom it was made for. Of its secret only a digest is kept."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field

LONGEST_TOKEN = 300
_ANY_DIGEST = hashlib.sha256(b"no such secret").hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """``bk_{realm}.{key id}.{secret}``: names where to look, so finding a key is one strong read.

    Of another kind it is no key, and opens only what it was made for.
    """

    kind: str = "bk"
    realm: str
    key: str
    secret: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.kind}_{self.realm}.{self.key}.{self.secret}"

    @classmethod
    def parse(cls, text: str, kind: str = "bk") -> "Token | None":
        parts = text.removeprefix(f"{kind}_").split(".")
        if not text.startswith(f"{kind}_") or len(text) > LONGEST_TOKEN or len(parts) != 3 or not all(parts):
            return None
        return cls(kind=kind, realm=parts[0], key=parts[1], secret=parts[2])


def new_secret(entropy: Callable[[int], bytes]) -> tuple[str, str]:
    """A secret of 256 bits, and its digest (hex SHA-256) to store: so many random bits need no slow hash."""
    secret = urlsafe_b64encode(entropy(32)).rstrip(b"=").decode()
    return secret, _digest(secret)


def proves(secret: str, digest: str | None) -> bool:
    """Whether the stored digest is this secret's. Where nothing is stored it costs the same time."""
    return hmac.compare_digest(digest or _ANY_DIGEST, _digest(secret)) and digest is not None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
