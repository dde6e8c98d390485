"""Keeps processes and their folder for as long as its standard input is open, then leaves nothing of them.

``python keeper.py FOLDER COMMANDS``: COMMANDS is a JSON object of name to argument list; each one's output goes to
``FOLDER/NAME.log``. It ends when the input closes, however the process at its other end came to die, or when one
of the processes ends. Standard library only, for it runs apart from everything else.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path


def main() -> int:
    folder = Path(sys.argv[1])
    commands: dict[str, list[str]] = json.loads(sys.argv[2])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    processes: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            processes[name] = _start(command, folder / f"{name}.log")
        return _keep(folder, processes)
    finally:
        for process in processes.values():
            _end_group(process)
        shutil.rmtree(folder, ignore_errors=True)


def _start(command: list[str], log: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, process_group=0
        )


def _keep(folder: Path, processes: "dict[str, subprocess.Popen[bytes]]") -> int:
    while True:
        readable, _, _ = select.select([0], [], [], 0.2)
        if readable and not os.read(0, 1024):
            return 0
        for name, process in processes.items():
            if process.poll() is not None:
                said = (folder / f"{name}.log").read_text(errors="replace")[-3000:]
                sys.stderr.write(f"{name} ended with {process.returncode}:\n{said}\n")
                return 1


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """The process and whatever it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


if __name__ == "__main__":
    sys.exit(main())
