"""The documentation is built without a warning: no link in it leads nowhere, and no page is left out."""

from pathlib import Path

import pytest

from infra.documentation import DocumentationError, build, lay_out
from shared.api.problems import KINDS


def test_the_site_is_built_and_links_hold(tmp_path: Path) -> None:
    build(tmp_path / "source", tmp_path / "site")
    api = (tmp_path / "site" / "reference" / "api.html").read_text()
    assert "/clients/{client}/inbox" in api
    problems = (tmp_path / "site" / "reference" / "problems.html").read_text()
    assert all(kind.type in problems for kind in KINDS)


def test_a_link_that_leads_nowhere_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Path) -> None:
        lay_out(source)
        for page in source.rglob("*.md"):
            if page.name != "index.md":
                page.unlink()

    monkeypatch.setattr("infra.documentation.lay_out", broken)
    with pytest.raises(DocumentationError):
        build(tmp_path / "source", tmp_path / "site")
