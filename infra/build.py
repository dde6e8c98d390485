"""Builds what is deployed: for each app its code and template, and one layer of the packages that the apps import.

Everything lands under ``.build/``, named by what it was made of, so that nothing is made twice. The same input gives
the same bytes, on AWS and on the local engine. Python is shipped as source and as bytecode that is never checked
against it, for the folders of a function are read-only and a cold start would compile it all anew each time.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.functions import FUNCTIONS, RUNTIME
from infra.template import Template, finished

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build"
LAMBDA_PYTHON = RUNTIME.removeprefix("python")
LAYERS: Mapping[str, str | None] = {"LayerKey": None, "ParquetLayerKey": "parquet"}
"""Parameter of the resources' stack to the dependency group that the layer is made of; None: what all import."""
KEPT_SERVICES = frozenset({"comprehend", "dynamodb", "s3", "secretsmanager", "sesv2", "sqs"})
"""Of botocore's four hundred service descriptions, what a function calls."""
SHIPPED = frozenset({".css", ".html", ".py"})
"""What goes into a package of a function's folder: its code, and the page that it shows."""


class BuildError(Exception):
    """A tool failed; the message ends with what it said."""


@dataclass(frozen=True, slots=True)
class Package:
    """One app, ready to deploy."""

    app: str
    template: Template
    code: Path


@dataclass(frozen=True, slots=True)
class Target:
    """What a layer is made for: a Python version and, unless it is this machine, a platform by uv's name."""

    version: str
    platform: str | None = None

    @property
    def name(self) -> str:
        return f"{self.version}-{self.platform or sys.platform}"


LAMBDA = Target(LAMBDA_PYTHON, "aarch64-manylinux_2_28")
HERE = Target(".".join(map(str, sys.version_info[:3])))


def build_packages(apps: tuple[str, ...] = tuple(FUNCTIONS), *, into: Path = BUILD) -> list[Package]:
    """All apps' packages, those that changed through ``chalice package``. Raises :class:`BuildError`."""
    compiler = interpreter(LAMBDA_PYTHON)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(lambda app: _package(app, compiler, into), apps))


def build_layer(target: Target, group: str | None = None, *, into: Path = BUILD) -> Path:
    """A folder with the locked packages for ``target`` under ``python/``. Raises :class:`BuildError`.

    ``group``: of a dependency group of the project alone; None: of what all functions import.
    """
    folder = into / "layers" / f"{group or 'all'}-{target.name}-{digest(_recipe())}"
    if folder.exists():
        return folder
    compiler = Path(sys.executable) if target is HERE else interpreter(target.version)
    if compiler is None:
        raise BuildError(
            f"The layer needs Python {target.version} for its bytecode: uv python install {target.version}"
        )
    with made_at_once(folder) as made:
        _install(made / "python", target, group)
        _prune(made / "python")
        _compile(made, compiler, "/opt")
    return folder


def zipped(folder: Path) -> Path:
    """The folder as a zip beside it."""
    archive = folder.with_name(f"{folder.name}.zip")
    if not archive.exists():
        _write_zip(folder, archive)
    return archive


def interpreter(version: str) -> Path | None:
    """A Python of ``version`` on this machine, as uv finds it, or pyenv has it."""
    command = [uv(), "python", "find", "--no-project", version]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if found.returncode == 0:
        return Path(found.stdout.strip())
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return next(iter(sorted(pyenv.glob(f"versions/{version}.*/bin/python"), reverse=True)), None)


def sources(app: str) -> Mapping[str, bytes]:
    """What goes into an app's package, by its path in the folder that Chalice is given."""
    folder = ROOT / "functions" / app
    if not (folder / "app.py").exists():
        raise BuildError(f"functions/{app}/app.py does not exist.")
    config = {
        "version": "2.0",
        "app_name": app,
        # Roles are ours, one for each function.
        "manage_iam_role": False,
        "iam_role_arn": "arn:aws:iam::000000000000:role/replaced",
        "stages": {"dev": {}},
    }
    modules = {
        f"vendor/{path.relative_to(ROOT)}": path.read_bytes()
        for root in (folder, ROOT / "shared")
        for path in sorted(root.rglob("*"))
        if path.suffix in SHIPPED
    }
    made = {"vendor/functions/desk/openapi.json": _document()} if app == "desk" else {}
    return {
        **modules,
        **made,
        "app.py": modules.pop(f"vendor/functions/{app}/app.py"),
        "vendor/functions/__init__.py": b"",
        ".chalice/config.json": json.dumps(config).encode(),
        "requirements.txt": b"",
    }


def _document() -> bytes:
    """What the desk's package says of all APIs, which a function cannot work out from its own routes alone."""
    from infra.openapi import document  # noqa: PLC0415  needs every route, and only the desk's package does

    return json.dumps(document(), ensure_ascii=False, separators=(",", ":")).encode()


def _package(app: str, compiler: Path | None, into: Path) -> Package:
    staged = sources(app)
    staged_digest = digest({**_recipe(), **staged, "bytecode": str(compiler is not None).encode()})
    folder = into / "packages" / f"{app}-{staged_digest}"
    if not folder.exists():
        with made_at_once(folder) as made:
            _package_into(made, staged, compiler)
    template = json.loads((folder / "chalice.json").read_bytes())
    return Package(app, finished(template, app, FUNCTIONS[app], code=staged_digest), folder / "code.zip")


def _package_into(made: Path, staged: Mapping[str, bytes], compiler: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=made) as scratch:
        stage, code, out = (Path(scratch, name) for name in ("stage", "code", "out"))
        for name, content in staged.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        run(
            [sys.executable, "-c", "from chalice.cli import main; main()", "package", str(out)],
            stage,
            _bare(),
        )
        with zipfile.ZipFile(out / "deployment.zip") as packaged:
            packaged.extractall(code)
        if compiler is not None:
            _compile(code, compiler, "/var/task")
        _write_zip(code, made / "code.zip")
        shutil.copy(out / "sam.json", made / "chalice.json")


def _bare() -> dict[str, str]:
    """No credentials, no configuration, and nothing of ours to import but what was staged."""
    return {"PATH": os.defpath, "AWS_DEFAULT_REGION": "eu-north-1", "PYTHONDONTWRITEBYTECODE": "1"}


def _install(folder: Path, target: Target, group: str | None) -> None:
    """The locked packages, but for Chalice, whose runtime ``chalice package`` puts beside the code."""
    which = ["--only-group", group] if group else ["--no-default-groups", "--no-emit-project", "--prune", "chalice"]
    export = ["export", "--quiet", "--frozen", *which]
    requirements = folder.parent / "requirements.txt"
    run([uv(), *export, "--output-file", str(requirements)], ROOT)
    python = ["--python", sys.executable] if target is HERE else ["--python-version", target.version]
    platform = ["--python-platform", target.platform] if target.platform else []
    install = ["pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    run([uv(), *install, *python, *platform, "--target", str(folder), "-r", str(requirements)], ROOT)
    requirements.unlink()


def _prune(packages: Path) -> None:
    shutil.rmtree(packages / "bin", ignore_errors=True)
    descriptions = packages / "botocore" / "data"
    for service in descriptions.iterdir() if descriptions.exists() else ():
        if service.is_dir() and service.name not in KEPT_SERVICES:
            shutil.rmtree(service)


def _compile(folder: Path, compiler: Path, runs_at: str) -> None:
    how = ["-q", "--invalidation-mode", "unchecked-hash", "-s", str(folder), "-p", runs_at]
    run([str(compiler), "-I", "-m", "compileall", *how, str(folder)], folder)


def _write_zip(folder: Path, archive: Path) -> None:
    """Names in order, dates and modes fixed, so that equal contents make equal archives."""
    unfinished = archive.with_name(f".{archive.name}.{os.getpid()}")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            zip_file.writestr(entry, path.read_bytes())
    unfinished.rename(archive)


@contextmanager
def made_at_once(folder: Path) -> Iterator[Path]:
    """A folder that is there whole or not at all, whoever else is making it, too."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".", ignore_cleanup_errors=True) as scratch:
        made = Path(scratch, folder.name)
        made.mkdir()
        yield made
        try:
            made.rename(folder)
        except OSError:
            if not folder.exists():
                raise


def _recipe() -> dict[str, bytes]:
    return {name: (ROOT / name).read_bytes() for name in ("uv.lock", "infra/build.py")}


def digest(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\0{len(contents[name])}\0".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:16]


def uv() -> str:
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise BuildError("uv is not on the PATH; it installs what goes into the layer.")
    return uv


def run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError(f"{' '.join(command[:4])} … failed:\n{(done.stderr or done.stdout)[-3000:]}")
