"""A code that a person keeps, and with which they decide by whatever link they are sent.

It is not stored. What is stored is made of it slowly, with a salt: whoever reads that tries each of a hundred million
codes at a fifth of a second. And it decides nothing without the secret of a link, which is stored nowhere.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

DIGITS = 8
"""Two more than of a code that is good for one link: each wrong guess costs one of the five that a link allows, and
a person is sent many links."""
_COST = {"n": 2**14, "r": 8, "p": 5}
"""Of scrypt: 16 MB and a fifth of a second."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingCode:
    """A person's code, without the code."""

    salt: str
    """Hex."""
    stretched: str = field(repr=False)
    """Hex."""


def stretched(code: str, salt: str) -> str:
    """Hex."""
    return hashlib.scrypt(code.encode("utf-8", "replace"), salt=bytes.fromhex(salt), dklen=32, **_COST).hex()


def new_code(entropy: Callable[[int], bytes]) -> tuple[str, StandingCode]:
    """A code, which is to be shown once, and what is kept of it."""
    code = f"{int.from_bytes(entropy(16)) % 10**DIGITS:0{DIGITS}}"
    salt = entropy(16).hex()
    return code, StandingCode(salt=salt, stretched=stretched(code, salt))
