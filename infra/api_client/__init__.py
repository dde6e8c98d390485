"""A typed Python client of the API, sync and async, made from the OpenAPI document by openapi-python-client.

What is made is not kept in the repository: it is whatever the document says today. Beside it goes ``calling.py``, which
turns a problem into an exception and finds the following page.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from infra.build import BUILD, ROOT, digest, made_at_once, run, uv
from infra.openapi import document

PACKAGE = "backchannel_client"
_HERE = Path(__file__).parent
_SETTINGS = {
    "project_name_override": "backchannel-client",
    "package_name_override": PACKAGE,
    # A hub's feed, which only hubs send.
    "content_type_overrides": {"application/atom+xml": "application/octet-stream"},
}


def build_client(into: Path = BUILD) -> Path:
    """The client as a wheel. Raises :class:`BuildError` when anything of the document is left out, too."""
    said = json.dumps(document(), ensure_ascii=False, sort_keys=True).encode()
    calling = (_HERE / "calling.py").read_bytes()
    recipe = {"document": said, "calling": calling, "lock": (ROOT / "uv.lock").read_bytes()}
    folder = into / "client" / digest(recipe)
    if not folder.exists():
        with made_at_once(folder) as made, tempfile.TemporaryDirectory() as scratch:
            project = _written(Path(scratch), said)
            (project / PACKAGE / "calling.py").write_bytes(calling)
            run([uv(), "build", "--quiet", "--wheel", "--out-dir", str(made), str(project)], ROOT)
    return next(folder.glob("*.whl"))


def _written(scratch: Path, said: bytes) -> Path:
    """The client's source: a project of its own."""
    openapi, settings, project = scratch / "openapi.json", scratch / "settings.json", scratch / "project"
    openapi.write_bytes(said)
    settings.write_text(json.dumps(_SETTINGS))
    # It calls ruff, which lies beside this Python.
    tools = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    how = ["--meta", "uv", "--fail-on-warning", "--config", str(settings), "--output-path", str(project)]
    generate = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(openapi), *how]
    run(generate, scratch, tools)
    return project
