"""``backchannel login`` and ``profile``: several stages, one person's keys, and none of them shown."""

import json
import stat
from pathlib import Path

import pytest

from infra.cli.profiles import load
from tests.house import Brand, House, brand
from tests.shell import API_URL, RECOVER_URL, Shell, opened

ADDRESSES = ("--api-url", API_URL, "--recover-url", RECOVER_URL)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def shell(acme: Brand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Of somebody with nothing in the environment."""
    shell = opened(monkeypatch, acme.house, tmp_path)
    shell.addresses = {}
    return shell


def file(tmp_path: Path) -> Path:
    return tmp_path / "backchannel" / "config.toml"


def test_a_key_is_tried_kept_and_never_shown(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    said = shell.run("login", "live", *ADDRESSES, typed=f"{acme.owner_key}\n")
    assert said.exit_code == 0, said.output
    assert stat.S_IMODE(file(tmp_path).stat().st_mode) == 0o600
    assert shell.json("client", "show")["id"] == "acme"
    listed = shell.done("profile", "list")
    assert "live" in listed
    assert acme.owner_key not in said.output + listed


def test_a_new_key_changes_nothing_else_of_a_profile(shell: Shell, acme: Brand) -> None:
    shell.run("login", "live", *ADDRESSES, "--stage", "eu", "--region", "eu-north-1", typed=f"{acme.owner_key}\n")
    assert shell.run("login", "live", typed=f"{acme.agent_key}\n").exit_code == 0
    kept = load().profiles["live"]
    assert (kept.stage, kept.region, kept.api_url, kept.key) == ("eu", "eu-north-1", API_URL, acme.agent_key)


def test_a_key_that_opens_nothing_is_not_kept(shell: Shell, tmp_path: Path) -> None:
    said = shell.run("login", "live", *ADDRESSES, typed="bk_acme.key_1.secret\n")
    assert said.exit_code == 3
    assert not file(tmp_path).exists()
    assert "secret" not in said.output


def test_what_is_no_key_is_not_sent_anywhere(shell: Shell) -> None:
    assert shell.run("login", "live", *ADDRESSES, typed="my password\n").exit_code == 2
    assert shell.asked == []


def test_a_command_runs_under_the_profile_that_is_named_or_in_use(shell: Shell, acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    shell.run("login", "acme", *ADDRESSES, typed=f"{acme.owner_key}\n")
    shell.run("login", "bolt", *ADDRESSES, typed=f"{bolt.owner_key}\n")
    assert shell.json("client", "show")["id"] == "bolt"
    assert shell.json("client", "show", "--profile", "acme")["id"] == "acme"
    shell.environment = {"BACKCHANNEL_PROFILE": "acme"}
    assert shell.json("client", "show")["id"] == "acme"
    shell.environment = {}
    shell.done("profile", "use", "acme")
    assert shell.json("client", "show")["id"] == "acme"
    shell.done("profile", "remove", "acme", "--yes")
    assert shell.run("client", "show").exit_code == 2
    assert shell.run("client", "show", "--profile", "acme").exit_code == 2


def test_the_environment_stands_over_the_profile(shell: Shell, acme: Brand) -> None:
    shell.run("login", "live", *ADDRESSES, typed=f"{acme.owner_key}\n")
    shell.key = acme.agent_key
    shell.done("client", "show")
    assert shell.keys[-1] == acme.agent_key


def test_a_key_may_come_from_a_command_and_is_then_in_no_file(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text(f"{acme.owner_key}\nother lines\n")
    shell.done("login", "live", *ADDRESSES, "--key-command", f"cat {kept}")
    assert acme.owner_key not in file(tmp_path).read_text()
    assert shell.json("client", "show")["id"] == "acme"
    kept.unlink()
    failed = shell.run("client", "show")
    assert failed.exit_code == 1
    assert "The key's command failed" in failed.stderr


def test_the_keys_command_is_run_once_for_a_command(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    command = f"sh -c 'echo again >> {asked}; echo {acme.owner_key}'"
    shell.done("profile", "add", "live", *ADDRESSES, "--key-command", command)
    shell.done("ledger", "tail", "--profile", "live")
    assert asked.read_text() == "again\n"


def test_a_file_that_others_can_read_is_refused(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    shell.run("login", "live", *ADDRESSES, typed=f"{acme.owner_key}\n")
    file(tmp_path).chmod(0o644)
    refused = shell.run("client", "show")
    assert refused.exit_code == 2
    assert "chmod 600" in refused.stderr
    assert acme.owner_key not in refused.output


@pytest.mark.parametrize("text", ["{", "[profiles.live]\nkey = 3\n", "[profiles.live]\nkye = 'x'\n", "profiles = 1\n"])
def test_a_file_that_is_no_configuration_is_named(shell: Shell, tmp_path: Path, text: str) -> None:
    file(tmp_path).parent.mkdir()
    file(tmp_path).write_text(text)
    refused = shell.run("client", "show")
    assert refused.exit_code == 2
    assert str(file(tmp_path)) in refused.stderr


def test_a_file_that_cannot_be_read_is_named(shell: Shell, tmp_path: Path) -> None:
    file(tmp_path).mkdir(parents=True)
    refused = shell.run("client", "show")
    assert refused.exit_code == 2
    assert f"{file(tmp_path)} cannot be read" in refused.stderr


def test_what_is_no_address_is_named(shell: Shell, acme: Brand) -> None:
    shell.key, shell.environment = acme.owner_key, {"API_URL": "https://[::1"}
    refused = shell.run("client", "show")
    assert refused.exit_code == 2
    assert "API_URL is no address" in refused.stderr


def test_what_a_person_wrote_beside_the_profiles_stays(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    shell.run("login", "live", *ADDRESSES, typed=f"{acme.owner_key}\n")
    file(tmp_path).write_text("# of the night shift\n" + file(tmp_path).read_text())
    shell.done("profile", "add", "test", *ADDRESSES, "--stage", "test", "--client", "bolt")
    assert file(tmp_path).read_text().startswith("# of the night shift\n")
    listed = {one["profile"]: one for one in shell.json("profile", "list")}
    assert (listed["live"]["key"], listed["test"]["key"], listed["test"]["client"]) == ("stored", "none", "bolt")


def test_a_key_goes_to_nobody_in_clear(shell: Shell, acme: Brand) -> None:
    words = ("--api-url", "http://api.example", "--recover-url", RECOVER_URL)
    refused = shell.run("login", "live", *words, typed=f"{acme.owner_key}\n")
    assert refused.exit_code == 2
    shell.key, shell.environment = acme.owner_key, {"API_URL": "http://api.example"}
    assert shell.run("client", "show").exit_code == 2
    assert shell.asked == []


def test_without_anything_it_is_said_what_to_do(shell: Shell) -> None:
    refused = shell.run("inbox", "list")
    assert refused.exit_code == 2
    assert "backchannel login" in refused.stderr


def test_no_profile_is_ever_printed_with_its_key(shell: Shell, acme: Brand) -> None:
    shell.run("login", "live", *ADDRESSES, typed=f"{acme.owner_key}\n")
    for words in (("profile", "list"), ("profile", "list", "--json"), ("profile", "use", "live"), ("client", "show")):
        assert acme.owner_key not in shell.run(*words).output
    assert json.loads(shell.done("profile", "list", "--json"))[0]["key"] == "stored"
