"""Every Lambda function: what it needs, and all that it may do. Roles, environments and limits are made from this.

What calls a function (a route, a queue, a schedule, the ledger's stream) stands in its ``app.py``; the right to read
its queue or stream follows from there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

RUNTIME = "python3.13"
ARCHITECTURE = "arm64"
API = "api"
"""The handler behind an app's HTTP routes."""

INDEXES: Mapping[str, str] = {"mentions": "inbox", "posts": "state"}
"""Table to its index; who may query the table may query that."""

Actions = tuple[str, ...]

GET: Actions = ("GetItem",)
QUERY: Actions = ("Query",)
PUT: Actions = ("PutItem",)
GET_FLAGS: Actions = ("BatchGetItem",)
DROP: Actions = ("BatchWriteItem",)
READ = GET + QUERY
CHANGE = GET + PUT


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    memory: int
    """MB."""
    timeout: int
    """Seconds."""
    tables: Mapping[str, Actions] = field(default_factory=dict)
    """DynamoDB actions, by table. A commit is made of ``PutItem`` only, in a transaction or not."""
    partitions: Mapping[str, str] = field(default_factory=dict)
    """Where a table may only be read in part: the pattern of its partition keys."""
    sends: Actions = ()
    """Queues; the function is told the URL of each."""
    secrets: Actions = ()
    """Secrets Manager actions on the stage's credentials."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variable to stack parameter."""
    concurrency: str | None = None
    """Stack parameter that limits how many messages of its queue are handled at once."""
    reserved: int | None = None
    """Concurrent executions kept for this function alone."""


STORE_CREDENTIALS: Actions = ("CreateSecret", "PutSecretValue")
READ_CREDENTIALS: Actions = ("GetSecretValue",)

RECOVER: Mapping[str, Actions] = {
    "stops": READ + GET_FLAGS + PUT,
    "attempts": READ + PUT,
    "posts": READ + PUT,
    "ledger": PUT,
    "registry": READ,
}

FUNCTIONS: Mapping[str, Mapping[str, Function]] = {
    "ingest": {
        API: Function(
            memory=256,
            timeout=10,
            tables={"registry": GET},
            partitions={"registry": "source#*"},
            sends=("inbound",),
        ),
    },
    "prioritize": {
        "mentions": Function(
            memory=512,
            timeout=60,
            tables={"registry": READ, "mentions": CHANGE, "posts": READ, "ledger": PUT},
        ),
    },
    "desk": {
        API: Function(
            memory=512,
            timeout=29,
            tables={
                "registry": READ + PUT,
                "mentions": READ + PUT,
                "posts": READ + PUT,
                "timers": READ + PUT,
                "ledger": READ + PUT,
                "stops": GET + GET_FLAGS,
            },
            sends=("outbound",),
            secrets=STORE_CREDENTIALS,
            environment={"ALLOW_PLAIN_HTTP": "AllowPlainHttp"},
        ),
    },
    "publish": {
        "tick": Function(memory=256, timeout=60, tables={"timers": QUERY + DROP}, sends=("outbound", "deliveries")),
        "send": Function(
            memory=512,
            timeout=60,
            tables={
                "posts": CHANGE,
                "attempts": CHANGE,
                "stops": GET + GET_FLAGS,
                "ledger": PUT,
                "timers": PUT,
                "registry": GET,
                "mentions": CHANGE,
            },
            sends=("outbound",),
            secrets=READ_CREDENTIALS,
            concurrency="SendConcurrency",
        ),
        "reconcile": Function(
            memory=512,
            timeout=60,
            tables={"attempts": READ + PUT, "posts": READ + PUT, "ledger": PUT, "registry": GET},
            secrets=READ_CREDENTIALS,
        ),
    },
    "recover": {
        API: Function(memory=1024, timeout=29, tables=RECOVER, secrets=READ_CREDENTIALS, reserved=10),
        "drain": Function(memory=512, timeout=60, tables=RECOVER, secrets=READ_CREDENTIALS),
    },
    "notify": {
        "fan_out": Function(memory=512, timeout=60, tables={"registry": READ}, sends=("deliveries",)),
        "deliver": Function(memory=256, timeout=60, tables={"registry": GET, "timers": PUT, "ledger": PUT}),
    },
    "review": {
        "weekly": Function(memory=512, timeout=300, tables={"registry": READ + PUT, "ledger": QUERY + PUT}),
    },
}
