"""Packages and the layer: the same each time, and nothing in them that does not belong there."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from infra import build
from infra.build import HERE, LAMBDA, LAMBDA_PYTHON, LAYERS, Package, build_layer, build_packages, interpreter, zipped

AARCH64 = b"\xb7\0"


def test_the_same_sources_make_the_same_bytes(tmp_path: Path) -> None:
    first, second = (build_packages(("prioritize",), into=tmp_path / run)[0] for run in ("first", "second"))
    assert first.code != second.code
    assert first.code.read_bytes() == second.code.read_bytes()
    assert first.template == second.template


def test_a_renamed_module_is_a_new_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    [before] = build_packages(("prioritize",), into=tmp_path)
    staged = dict(build.sources("prioritize"))
    staged["vendor/shared/renamed.py"] = staged.pop("vendor/shared/queues.py")
    monkeypatch.setattr(build, "sources", lambda _: staged)
    [after] = build_packages(("prioritize",), into=tmp_path)
    assert "shared/renamed.py" in names(after)
    assert before.code != after.code


def test_a_function_carries_its_own_code_and_what_is_shared_only(packages: Mapping[str, Package]) -> None:
    for app, package in packages.items():
        folders = {tuple(name.split("/")[:2]) for name in names(package) if name.startswith("functions/")}
        assert folders - {("functions", "__pycache__")} == {("functions", "__init__.py"), ("functions", app)}
        assert {name.split("/")[0] for name in names(package)} <= {
            "app.py",
            "chalice",
            "functions",
            "shared",
            "__pycache__",
        }


def test_the_desk_carries_the_page_that_it_shows(packages: Mapping[str, Package]) -> None:
    page = {f"functions/desk/review_page/{name}" for name in ("macros.html", "page.html", "style.css")}
    assert page <= set(names(packages["desk"]))


def test_nothing_of_this_machine_is_in_a_package(packages: Mapping[str, Package]) -> None:
    for package in packages.values():
        with zipfile.ZipFile(package.code) as archive:
            assert not [name for name in archive.namelist() if str(build.ROOT).encode() in archive.read(name)]


@pytest.mark.skipif(interpreter(LAMBDA_PYTHON) is None, reason=f"needs Python {LAMBDA_PYTHON} for its bytecode")
def test_no_cold_start_compiles_anything(packages: Mapping[str, Package], tmp_path: Path) -> None:
    archives = [package.code for package in packages.values()] + [
        zipped(build_layer(LAMBDA, group)) for group in LAYERS.values()
    ]
    for archive in archives:
        with zipfile.ZipFile(archive) as opened:
            found = set(opened.namelist())
            for name in (name for name in found if name.endswith(".py")):
                folder, _, module = name.removesuffix(".py").rpartition("/")
                compiled = f"{folder}/__pycache__/{module}.cpython-313.pyc".removeprefix("/")
                assert compiled in found
                # PEP 552: hash-based (1), and the source is not looked at (not 2).
                assert opened.read(compiled)[4:8] == b"\x01\0\0\0"


@pytest.mark.parametrize("target", [HERE, pytest.param(LAMBDA, id="lambda")])
def test_the_layer_holds_the_locked_versions(target: build.Target) -> None:
    if target is LAMBDA and interpreter(LAMBDA_PYTHON) is None:
        pytest.skip(f"needs Python {LAMBDA_PYTHON} for its bytecode")
    packages = build_layer(target) / "python"
    installed = {path.name.removesuffix(".dist-info") for path in packages.glob("*.dist-info")}
    assert "boto3-1.43.106" in installed
    assert "pynamodb-6.1.0" in installed
    assert not {name for name in installed if name.startswith(("chalice", "ministack", "pip", "typer"))}
    if target is LAMBDA:
        # The two bytes of an ELF header that name the processor.
        assert {path.read_bytes()[18:20] for path in packages.rglob("*.so")} == {AARCH64}


def test_aws_takes_the_layers_together() -> None:
    layers = [build_layer(HERE, group) for group in LAYERS.values()]
    unzipped = sum(path.stat().st_size for layer in layers for path in layer.rglob("*") if path.is_file())
    assert unzipped < 120e6, "250 MB with the code are allowed"


def test_what_one_function_writes_parquet_with_is_in_a_layer_of_its_own() -> None:
    common, parquet = (
        {path.name for path in (build_layer(HERE, group) / "python").iterdir()} for group in LAYERS.values()
    )
    assert "arro3" in parquet - common
    assert "botocore" not in parquet


def test_a_function_is_imported_without_its_environment(packages: Mapping[str, Package]) -> None:
    """Packaging imports every app bare; one that reads its configuration too early fails here."""
    assert all(json.dumps(package.template) for package in packages.values())


def names(package: Package) -> list[str]:
    with zipfile.ZipFile(package.code) as archive:
        return archive.namelist()
