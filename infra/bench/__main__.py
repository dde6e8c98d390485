"""One bench in this process: ``python -m infra.bench NAME [SIZE]``, SIZE a JSON object of ``measure``'s arguments.

Its figures go to standard output as JSON, and whatever the measured code prints goes to standard error.
"""

import json
import sys
from contextlib import redirect_stdout
from importlib import import_module

from infra.bench import BENCHES


def main(name: str, size: str = "{}") -> None:
    with redirect_stdout(sys.stderr):
        figures = import_module(BENCHES[name]).measure(**json.loads(size))
    print(json.dumps(figures))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
