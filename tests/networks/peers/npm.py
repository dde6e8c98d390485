"""Peers out of npm's registry: each a folder here with its packages locked, installed once for each lock."""

import fcntl
import functools
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from infra.build import ROOT

HERE = Path(__file__).parent
CACHE = ROOT / ".build" / "peers"
LONGEST_INSTALL = 540.0
"""Seconds."""


def missing(peer: str, why: str) -> None:
    """Ends the test that needs ``peer``: skipped, and in CI, where every peer must be there, failed."""
    reason = f"the peer {peer} cannot be had here: {why}"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def installed(peer: str) -> Path:
    """The folder with ``peer``'s files and its packages. Takes minutes the first time; others wait meanwhile."""
    folder, why_not = _installed(peer)
    if why_not:
        missing(peer, why_not)
    return folder


@functools.cache
def _installed(peer: str) -> tuple[Path, str]:
    """Where it is, and why it is not there if it is not: tried once in a process."""
    digest = hashlib.sha256((HERE / peer / "package-lock.json").read_bytes()).hexdigest()
    folder = CACHE / f"{peer}-{digest[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{peer}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for file in (HERE / peer).iterdir():
            shutil.copy(file, folder)
        done = folder / "installed"
        if done.exists():
            return folder, ""
        try:
            _install(folder)
        except (OSError, subprocess.SubprocessError) as failure:
            return folder, f"{failure}"
        done.touch()
    return folder, ""


def _install(folder: Path) -> None:
    """Leaves ``npm``'s own words in ``install.log``."""
    with (folder / "install.log").open("w") as log:
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund"],
            cwd=folder,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            timeout=LONGEST_INSTALL,
        )
