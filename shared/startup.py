"""How a function starts. An app that uses this imports it before everything else, and calls ``finish`` last."""

import gc
import os

# Modules and clients are made to stay; looking for garbage among them again and again is a twentieth of a start.
gc.disable()


def is_for_snapshot() -> bool:
    """Whether Lambda takes a snapshot after this start, from which any number of processes then go on.

    Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    """
    return os.environ.get("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start"


def finish() -> None:
    """Looks for garbage again from now on, but not in what has been made so far."""
    gc.freeze()
    gc.enable()
