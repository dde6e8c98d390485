"""``backchannel doctor``."""


def doctor() -> None:
    """Test a stage."""
