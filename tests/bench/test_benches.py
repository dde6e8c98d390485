"""What the promises cost, where that can be counted. Times and memory are measured only: machines are noisy."""

import json
import subprocess
import sys
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from chalice.app import Chalice
from rich.console import Console
from typer.testing import CliRunner

from infra.bench import BENCHES
from infra.bench.goals import AtLeast, AtMost, Goal, SameAs, flat
from infra.bench.run import environment, measured, table
from infra.bench.samples import messages, post
from infra.bench.serve import UnservedError, served
from infra.cli import app as cli
from infra.functions import FUNCTIONS
from infra.simulation.mutants import MUTANTS

pytestmark = pytest.mark.xdist_group("bench")


@pytest.fixture(scope="session")
def printed() -> dict[str, Any]:
    """All that ``bench --json`` writes to standard output."""
    command = [sys.executable, "-m", "infra.cli", "bench", "prioritize", "stop", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.fixture(scope="session")
def measurements(printed: dict[str, Any]) -> dict[str, Any]:
    """Each bench's figures, where the size changes none that is looked at, in a small size."""
    return printed | {
        "ingest": measured("ingest", turns=2, webhooks=10),
        "imports": measured("imports", rounds=1, functions=["publish"]),
        "simulation": measured("simulation", seeds=20),
        "interleavings": measured("interleavings", searches=[[1, 0]], most=200),
        "publish": measured("publish", posts=10, span=1.0, burst=5, accounts=5, workers=3, ten_minutes=500),
        "cold_start": measured("cold_start", rounds=1),
        "networks": measured("networks", rounds=1, networks=["mastodon", "threads"]),
        "inbox": measured("inbox", open_mentions=[100], many=3000, rounds=1),
        "measures": measured("measures", entries_today=50, rounds=1),
        "rates": measured("rates"),
        "load": measured("load", mentions=60, tried_again_after=4),
        "crisis": measured("crisis", seeds=1, settings=["corner shop"]),
        "guidelines": measured("guidelines", rounds=1),
        "webhooks": measured("webhooks", events=60, endpoints=10, virtual_events=500),
        "ssrf": measured("ssrf"),
        "review": measured("review", brands={"usual": 1, "busy": 8}, rounds=1),
    }


def test_on_standard_output_is_the_json_of_the_benches_asked_for_and_nothing_else(printed: dict[str, Any]) -> None:
    assert list(printed) == ["prioritize", "stop"]


def test_a_webhook_costs_one_call_and_carries_little_more_than_its_message(measurements: dict[str, Any]) -> None:
    figures = measurements["ingest"]
    assert set(figures) == {"aws_calls_per_webhook", "cpu_ratio_to_bare_send", "bytes_out_per_webhook"}
    assert figures["aws_calls_per_webhook"] == 1
    assert 0 < figures["bytes_out_per_webhook"] < 1000


def test_a_network_is_asked_no_more_than_it_takes(measurements: dict[str, Any]) -> None:
    figures = measurements["networks"]
    assert (figures["mastodon"]["calls_per_post"], figures["mastodon"]["calls_per_poll"]) == (1, 1)
    assert figures["threads"]["calls_per_post"] == 4
    silent, heard = figures["aws_calls_per_poll"]["silent"], figures["aws_calls_per_poll"]["heard"]
    assert heard == silent + 2


def test_a_new_mention_costs_one_write_and_a_tenth_of_a_read(measurements: dict[str, Any]) -> None:
    figures = measurements["prioritize"]
    assert (figures["writes_per_mention"], figures["reads_per_mention"]) == (1, 0.1)
    assert figures["bytes_per_mention"] > 0
    assert 0 < figures["usd_per_million"] < 100


def test_mentions_are_understood_better_than_by_what_can_be_had_for_nothing(measurements: dict[str, Any]) -> None:
    figures, without = measurements["prioritize"], measurements["prioritize"]["baselines"]
    for name in ("macro_f1_function", "macro_f1_intent", "f1_needs_answer", "macro_f1_urgency"):
        assert figures[name] > without["commonest"][name]
    assert figures["precision_at_20"] > max(
        without["newest_first"]["precision_at_20"], without["sentiment_alone"]["precision_at_20"]
    )


def test_the_limit_of_a_keys_requests_costs_next_to_nothing(measurements: dict[str, Any]) -> None:
    figures, goals = measurements["rates"], import_module(BENCHES["rates"]).GOALS
    assert set(goals) <= {path for path, _ in flat(figures)}
    assert all(goals[path].met(figure, figures) for path, figure in flat(figures) if path in goals)


def test_a_stop_costs_the_same_whatever_is_queued(measurements: dict[str, Any]) -> None:
    figures = measurements["stop"]
    assert figures["aws_calls"] > 0
    assert set(figures["aws_calls_by_queued"].values()) == {figures["aws_calls"]}


def test_a_stop_names_all_that_is_in_flight_and_a_few_cost_no_more_than_none(measurements: dict[str, Any]) -> None:
    figures = measurements["stop"]
    assert {each["unnamed"] for each in figures["in_flight"].values()} == {0}
    assert figures["in_flight"]["1"]["aws_calls"] == figures["aws_calls"]


def test_seeds_are_simulated_and_none_breaks_a_promise(measurements: dict[str, Any]) -> None:
    assert measurements["simulation"] == {"seeds": 20, "violations": 0}


def test_interleavings_are_searched_and_every_mutant_is_caught(measurements: dict[str, Any]) -> None:
    figures = measurements["interleavings"]
    assert figures.pop("explored") > 100
    assert figures == {"violations": 0, "mutants_caught": len(MUTANTS), "mutants": len(MUTANTS)}


def test_no_webhook_is_lost_or_out_of_order_whatever_other_endpoints_do(measurements: dict[str, Any]) -> None:
    figures = measurements["webhooks"]
    assert (figures["lost"], figures["out_of_order"], figures["late"]) == (0, 0, 0)
    assert (figures["virtual"]["lost"], figures["virtual"]["out_of_order"]) == (0, 0)
    assert figures["virtual"]["deliveries"] == 5000
    assert 0 < figures["aws_calls_per_event"] < 0.5
    assert 0 < figures["usd_per_million"] < 10


def test_disguised_words_are_found_and_innocent_texts_are_left_alone(measurements: dict[str, Any]) -> None:
    figures, goals = measurements["guidelines"], import_module(BENCHES["guidelines"]).GOALS
    assert (figures["of"], figures["of_innocent"]) == (300, 300)
    assert (figures["held_out"]["of"], figures["held_out"]["of_innocent"]) == (150, 150)
    assert all(goals[path].met(figure, figures) for path, figure in flat(figures) if path in goals)


def test_a_page_of_a_review_costs_the_same_however_much_the_week_held(measurements: dict[str, Any]) -> None:
    usual, busy = measurements["review"]["usual"], measurements["review"]["busy"]
    assert busy["entries"] > 4 * usual["entries"]
    assert abs(busy["page"]["aws_calls"] - usual["page"]["aws_calls"]) <= 2
    assert busy["page"]["bytes"] < 200_000


def test_a_function_is_measured_at_its_import_and_at_work(measurements: dict[str, Any]) -> None:
    assert set(measurements["imports"]["publish"]) == {"ratio", "peak_mb"}
    assert all(figure > 0 for figure in measurements["imports"]["publish"].values())


def test_every_function_has_goals() -> None:
    goals = import_module(BENCHES["imports"]).GOALS
    assert set(goals) == {f"{function}.{figure}" for function in FUNCTIONS for figure in ("ratio", "peak_mb")}


@pytest.mark.parametrize("name", BENCHES)
def test_what_has_a_goal_is_measured(measurements: dict[str, Any], name: str) -> None:
    wanted = set(import_module(BENCHES[name]).GOALS)
    if name == "imports":
        wanted = {path for path in wanted if path.startswith("publish.")}
    assert wanted
    assert wanted <= dict(flat(measurements[name])).keys()


@pytest.mark.parametrize(
    ("goal", "figure", "met"),
    [
        (AtMost(1.5), 1.5, True),
        (AtMost(1.5), 1.501, False),
        (AtLeast(1.5), 1.5, True),
        (AtLeast(1.5), 1.499, False),
        (SameAs("of.other"), 9, True),
        (SameAs("of.other"), 8, False),
    ],
)
def test_a_goal_is_met_or_not(goal: Goal, figure: float, met: bool) -> None:
    assert goal.met(figure, {"of": {"other": 9}}) is met


def test_the_table_shows_each_figure_its_goal_and_whether_that_is_met() -> None:
    console = Console(width=120, file=StringIO(), record=True)
    console.print(table({"stop": {"aws_calls": 9, "aws_calls_by_queued": {"0": 9, "100": 10}}}))
    rows = {
        cells[1]: cells[2:]
        for line in console.export_text().splitlines()
        if len(cells := [cell.strip() for cell in line.strip("│").split("│")]) == 5
    }
    assert rows == {
        "aws_calls": ["9", "", ""],
        "aws_calls_by_queued.0": ["9", "= aws_calls", "met"],
        "aws_calls_by_queued.100": ["10", "= aws_calls", "not met"],
    }


def test_a_bench_that_there_is_not_is_refused_before_any_is_run() -> None:
    refused = CliRunner().invoke(cli, ["bench", "prioritize", "speed"])
    assert refused.exit_code == 2
    assert "speed" in refused.output


def test_nothing_of_the_callers_aws_configuration_reaches_a_bench() -> None:
    mine = {"PATH": "/bin", "AWS_PROFILE": "mine", "AWS_ACCESS_KEY_ID": "mine", "AWS_ENDPOINT_URL": "mine"}
    assert "mine" not in environment(mine).values()
    assert environment(mine)["PATH"] == "/bin"


def test_a_refused_call_is_not_measured() -> None:
    app = Chalice("refusing")
    app.route("/stops", methods=["POST"])(lambda: (_ for _ in ()).throw(ValueError("no")))
    with pytest.raises(UnservedError):
        served(app, post("/stops", {}, "bk_a.b.c"))


def test_a_batch_with_a_failed_message_is_not_measured() -> None:
    with pytest.raises(UnservedError):
        served(lambda *_: {"batchItemFailures": [{"itemIdentifier": "0"}]}, messages("one"))
