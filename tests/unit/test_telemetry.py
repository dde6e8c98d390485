"""Logs are structured, counts are CloudWatch's, and neither tells a secret."""

import json
import subprocess
import sys

import pytest

from shared import telemetry


def test_a_line_is_json_with_what_was_given(log):
    telemetry.logger.info("stored", extra={"mention": "mnt_1"})
    line = json.loads(log.getvalue())
    assert (line["message"], line["mention"], line["level"]) == ("stored", "mnt_1", "INFO")


@pytest.mark.parametrize(
    "secret",
    [
        "bk_acme.key_01KAX4.q9-_TX41",
        "apl_acme.lnk_01KAX4.q9-_TX41",
        "whsec_c2VjcmV0c2VjcmV0",
        "Bearer eyJhbGciOi.J9",
        "Basic dXNlcjpwdw==",
    ],
)
def test_a_secret_that_gets_into_a_line_is_struck_out(log, secret):
    telemetry.logger.warning("given %s here", secret, extra={"header": secret})
    assert secret[-6:] not in log.getvalue()
    assert json.loads(log.getvalue())["message"] == "given [secret] here"


def test_a_failure_is_logged_with_its_trace(log):
    telemetry.logger.error("failed", exc_info=LookupError("gone"))
    assert "LookupError: gone" in json.loads(log.getvalue())["exception"]


def test_a_count_is_one_metric_of_the_function(capsys):
    telemetry.count("webhooks_refused", 2)
    line = json.loads(capsys.readouterr().out)
    (metrics,) = line["_aws"]["CloudWatchMetrics"]
    assert metrics["Namespace"] == "Backchannel"
    assert line["webhooks_refused"] in (2, [2])


def test_nothing_is_loaded_before_it_is_used():
    heavy = "{'aws_lambda_powertools', 'botocore', 'boto3', 'pynamodb'}"
    script = (
        f"import sys, shared.telemetry, shared.aws, shared.queues, shared.config; print({heavy} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == "set()"


def test_gauges_are_one_line_whose_dimensions_are_those_given_alone(capsys):
    telemetry.gauges({"approvals_waiting": 3, "longest_wait_minutes": 1.5}, client="acme", function="crisis")
    telemetry.gauges({"approvals_waiting": 0}, client="bolt")
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["client", "function", "service"]]
    assert (first["client"], first["approvals_waiting"], first["longest_wait_minutes"]) == ("acme", [3.0], [1.5])
    assert second["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["client", "service"]]
    assert "longest_wait_minutes" not in second
