"""What is logged, for those who look."""

from io import StringIO

import pytest

from shared import telemetry


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """The lines that the structured log writes."""
    written = StringIO()
    monkeypatch.setattr(telemetry.logger.registered_handler, "stream", written)
    return written
