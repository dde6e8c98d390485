"""Peers out of Debian's packages, taken apart in a folder: nothing is installed, and apt's own state is not touched.

They run on the C library that comes with them, by its own loader, whatever the machine's is.
"""

import fcntl
import functools
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.networks.peers.npm import CACHE, missing

RELEASE = "trixie"
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
LONGEST = 300.0
"""Seconds that a step may take."""


def program(peer: str, path: str, *packages: str) -> list[str]:
    """The command that runs ``path`` out of the package ``peer`` of backports, with the libraries in ``packages``."""
    root, why_not = _unpacked(peer, packages)
    if why_not:
        missing(peer, why_not)
    (loader,) = (root / "usr" / "lib").glob("*/ld-linux-*.so.*")
    return [str(loader), "--library-path", str(loader.parent), str(root / path)]


@functools.cache
def _unpacked(peer: str, packages: tuple[str, ...]) -> tuple[Path, str]:
    """Where it is, and why it is not there if it is not: tried once in a process."""
    folder = CACHE / f"{peer}-{RELEASE}"
    root, done = folder / "root", folder / "unpacked"
    folder.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{peer}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            if not done.exists():
                _unpack(folder, root, peer, packages)
                done.touch()
        except subprocess.CalledProcessError as failure:
            said = failure.stderr.strip().splitlines() or [str(failure)]
            return root, said[-1]
        except (OSError, ValueError, subprocess.SubprocessError) as failure:
            return root, str(failure)
    return root, ""


def _unpack(folder: Path, root: Path, peer: str, packages: Iterable[str]) -> None:
    archives = folder / "cache" / "archives"
    for made in (folder / "state" / "lists" / "partial", archives / "partial", root):
        made.mkdir(parents=True, exist_ok=True)
    (folder / "state" / "status").touch()
    signed = f"deb [signed-by={KEYRING}] {_mirror()}"
    suites = (RELEASE, f"{RELEASE}-backports")
    (folder / "sources.list").write_text("".join(f"{signed} {suite} main\n" for suite in suites))
    settings = {
        "Dir::State": folder / "state",
        "Dir::State::status": folder / "state" / "status",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::SourceList": folder / "sources.list",
        "Dir::Etc::SourceParts": "/dev/null",
        "Acquire::Languages": "none",
        "APT::Sandbox::User": "root",
    }
    apt = ["apt-get", "--quiet", *(f"--option={name}={value}" for name, value in settings.items())]
    _run([*apt, "update"], folder)
    # With no package known to be installed, all that they need comes along.
    _run([*apt, "install", "--download-only", "--yes", "--no-install-recommends", *packages], folder)
    _run([*apt, "download", f"{peer}/{RELEASE}-backports"], archives)
    for archive in sorted(archives.glob("*.deb")):
        _run(["dpkg", "--extract", str(archive), str(root)], folder)


def _mirror() -> str:
    """Where this machine has Debian's packages from."""
    listed = _run(
        ["apt-get", "indextargets", "--no-release-info", "--format", "$(REPO_URI)", "Created-By: Packages"], Path("/")
    )
    found = [uri for uri in listed.split() if uri.rstrip("/").endswith("/debian")]
    if not found:
        raise ValueError("apt knows no mirror of Debian's packages")
    return found[0]


def _run(command: Sequence[str], folder: Path) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=LONGEST
    )
    return done.stdout
