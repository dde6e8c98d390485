"""``python -m infra.sandbox --port 0``"""

import argparse
import json
import sys

from infra.sandbox.server import SandboxServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m infra.sandbox", description="A social network to try things on.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    server = SandboxServer(port=parser.parse_args().port)
    sys.stdout.write(json.dumps({"url": server.url}) + "\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
