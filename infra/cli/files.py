"""JSON files as commands take them."""

import json
import sys
from pathlib import Path
from typing import Any

import typer


def object_in(file: Path) -> dict[str, Any]:
    """The object in a file; ``-`` is the standard input."""
    try:
        found = json.loads(sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes())
    except OSError as missing:
        raise typer.BadParameter(f"{file} cannot be read: {missing.strerror}") from None
    except ValueError as garbled:
        raise typer.BadParameter(f"{file} is not JSON: {garbled}") from None
    if not isinstance(found, dict):
        raise typer.BadParameter(f"{file} must hold one JSON object.")
    return found
