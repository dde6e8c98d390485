"""Every Lambda function: what it needs, and all that it may do. Roles, environments and limits are made from this.

What calls a function (a route, a queue, a schedule, the ledger's stream) stands in its ``app.py``; the right to read
its queue or stream follows from there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

RUNTIME = "python3.13"
ARCHITECTURE = "arm64"
ALIAS = "live"
"""Of the published version of a function that starts from a snapshot."""
API = "api"
"""The handler behind an app's HTTP routes."""

INDEXES: Mapping[str, tuple[str, ...]] = {
    "mentions": ("inbox", "waiting", "conversation"),
    "posts": ("state",),
    "deliveries": ("waiting",),
}
"""Table to its indexes; who may query the table may query those."""

Actions = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """What API Gateway lets through to an app, whoever asks; beyond it is answered with 429 before any code runs."""

    per_second: int
    at_once: int
    """What may come in one burst."""


WALLS: Mapping[str, Wall] = {"desk": Wall(200, 400), "ingest": Wall(2000, 4000)}
"""Together far below the 10,000 a second that an account's region has for all its APIs: whatever happens at these, the
stop API has the rest, and no wall of its own."""

GET: Actions = ("GetItem",)
QUERY: Actions = ("Query",)
PUT: Actions = ("PutItem",)
GET_SEVERAL: Actions = ("BatchGetItem",)
DROP: Actions = ("BatchWriteItem",)
READ = GET + QUERY
CHANGE = GET + PUT


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    memory: int
    """MB."""
    timeout: int
    """Seconds."""
    disk: int = 512
    """MB of /tmp."""
    tables: Mapping[str, Actions] = field(default_factory=dict)
    """DynamoDB actions, by table. A commit is made of ``PutItem`` only, in a transaction or not."""
    partitions: Mapping[str, str] = field(default_factory=dict)
    """Where a table may only be read in part: the pattern of its partition keys."""
    sends: Actions = ()
    """Queues; the function is told the URL of each."""
    secrets: Actions = ()
    """Secrets Manager actions on the stage's credentials."""
    pictures: Actions = ()
    """S3 actions on the pictures of posts; the function is told their bucket."""
    exports: Actions = ()
    """S3 actions on the files of exports, which lie in the same bucket."""
    layers: tuple[str, ...] = ()
    """Stack parameters: layers beside the one that all have, for packages that this function alone imports."""
    comprehends: Actions = ()
    """Amazon Comprehend's actions, in a stage whose classifier asks it."""
    mails: Actions = ()
    """SES's actions, from the stage's own address alone, in a stage that has one."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variable to stack parameter."""
    concurrency: Mapping[str, int] | None = None
    """How many batches of its queue are handled at once, by place: ``aws``, or the ``engine`` with its few cores."""
    reserved: int | None = None
    """Concurrent executions kept for this function alone."""
    snap_start: bool = False
    """Started from a snapshot of a version, by the alias :data:`ALIAS`."""
    alarmed: bool = False
    """Somebody is told when it fails, is throttled, or nears its time-out."""


STORE_CREDENTIALS: Actions = ("CreateSecret", "PutSecretValue")
READ_CREDENTIALS: Actions = ("GetSecretValue",)
RENEW_CREDENTIALS: Actions = ("GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage")
DELETE_CREDENTIALS: Actions = ("DeleteSecret",)
SEND_MAIL: Actions = ("SendEmail", "SendRawEmail")
"""Of one call: SES asks for the second where the message is whole, with its headers."""
STORE_PICTURES: Actions = ("PutObject",)
READ_PICTURES: Actions = ("GetObject",)
"""A link to a picture has the rights of whoever made it."""

STORE_EXPORTS: Actions = ("PutObject",)
READ_EXPORTS: Actions = ("GetObject",)

FUNCTIONS: Mapping[str, Mapping[str, Function]] = {
    "ingest": {
        API: Function(
            memory=256, timeout=10, tables={"registry": GET}, partitions={"registry": "source#*"}, sends=("inbound",)
        ),
        "poll": Function(
            memory=512,
            timeout=240,
            tables={"registry": READ + PUT, "ledger": PUT},
            sends=("inbound",),
            secrets=READ_CREDENTIALS,
            alarmed=True,
        ),
        "audit_followers": Function(
            memory=512,
            timeout=240,
            tables={"registry": READ + PUT, "ledger": PUT},
            secrets=READ_CREDENTIALS,
            alarmed=True,
        ),
    },
    "prioritize": {
        "mentions": Function(
            memory=512,
            timeout=60,
            tables={
                "mentions": PUT + GET_SEVERAL,
                "registry": PUT + GET_SEVERAL,
                "people": PUT + GET_SEVERAL,
                "ledger": PUT,
            },
            environment={"CLASSIFIER": "Classifier"},
            comprehends=("BatchDetectDominantLanguage", "BatchDetectSentiment"),
        ),
        "attend": Function(
            memory=512,
            timeout=300,
            tables={
                "mentions": QUERY + PUT + GET_SEVERAL,
                "registry": READ + PUT + GET_SEVERAL,
                "ledger": QUERY + PUT,
            },
            alarmed=True,
        ),
        "reorder": Function(
            memory=1024,
            timeout=300,
            tables={"mentions": QUERY + PUT, "registry": QUERY + PUT + GET_SEVERAL},
            alarmed=True,
        ),
    },
    "desk": {
        API: Function(
            memory=1024,
            timeout=29,
            tables={
                "registry": READ + PUT + GET_SEVERAL,
                "mentions": READ + PUT + GET_SEVERAL,
                "people": QUERY + PUT + GET_SEVERAL,
                "posts": READ + PUT + GET_SEVERAL,
                "stops": GET_SEVERAL,
                "timers": PUT,
                "ledger": QUERY + PUT + GET_SEVERAL,
                "deliveries": QUERY + PUT + GET_SEVERAL,
            },
            sends=("outbound", "deliveries"),
            secrets=STORE_CREDENTIALS,
            pictures=STORE_PICTURES + READ_PICTURES,
            exports=READ_EXPORTS,
            environment={"ALLOW_PLAIN_HTTP": "AllowPlainHttp", "MAIL_FROM": "MailFrom"},
            snap_start=True,
        ),
    },
    "publish": {
        "tick": Function(
            memory=256,
            timeout=60,
            tables={"registry": CHANGE + GET_SEVERAL, "posts": GET_SEVERAL, "timers": QUERY + DROP},
            sends=("outbound",),
        ),
        "send": Function(
            memory=512,
            timeout=60,
            tables={
                "registry": CHANGE + GET_SEVERAL,
                "posts": CHANGE + GET_SEVERAL,
                "stops": GET_SEVERAL,
                "attempts": PUT,
                "mentions": CHANGE,
                "timers": PUT,
                "ledger": PUT,
            },
            sends=("outbound",),
            secrets=READ_CREDENTIALS,
            pictures=READ_PICTURES,
            concurrency={"aws": 500, "engine": 20},
        ),
        "reconcile": Function(
            memory=512,
            timeout=60,
            tables={
                "registry": CHANGE,
                "attempts": QUERY + PUT,
                "posts": CHANGE,
                "mentions": CHANGE,
                "stops": GET_SEVERAL,
                "ledger": PUT,
            },
            secrets=READ_CREDENTIALS,
        ),
        "audit": Function(
            memory=512,
            timeout=300,
            tables={
                "registry": READ + PUT,
                "ledger": QUERY + PUT,
                "attempts": QUERY,
                "posts": GET,
                "stops": CHANGE + GET_SEVERAL,
            },
            alarmed=True,
        ),
        "watch": Function(
            memory=512,
            timeout=240,
            tables={"registry": READ + PUT, "attempts": QUERY, "ledger": PUT},
            secrets=READ_CREDENTIALS,
            alarmed=True,
        ),
        "read_back": Function(
            memory=512,
            timeout=240,
            tables={"registry": QUERY + PUT, "posts": QUERY, "ledger": PUT},
            secrets=READ_CREDENTIALS,
            alarmed=True,
        ),
        "refresh": Function(
            memory=512,
            timeout=240,
            tables={"registry": READ + PUT, "ledger": PUT},
            secrets=RENEW_CREDENTIALS + DELETE_CREDENTIALS,
            alarmed=True,
        ),
    },
    "recover": {
        API: Function(
            memory=1024,
            timeout=29,
            tables={
                "registry": READ + PUT,
                "stops": READ + PUT + GET_SEVERAL,
                "attempts": READ + PUT,
                "posts": READ + PUT,
                "mentions": CHANGE,
                "ledger": PUT,
            },
            secrets=READ_CREDENTIALS,
            reserved=10,
            snap_start=True,
            alarmed=True,
        ),
        "engage_directly": Function(
            memory=1024,
            timeout=60,
            tables={
                "registry": READ + PUT,
                "stops": READ + PUT + GET_SEVERAL,
                "attempts": READ + PUT,
                "posts": CHANGE,
                "mentions": CHANGE,
                "ledger": PUT,
            },
            secrets=READ_CREDENTIALS,
            reserved=2,
            snap_start=True,
            alarmed=True,
        ),
        "drain": Function(
            memory=512,
            timeout=60,
            tables={
                "registry": READ + PUT,
                "stops": READ + PUT,
                "attempts": READ + PUT,
                "posts": CHANGE,
                "mentions": CHANGE,
                "ledger": PUT,
            },
            secrets=READ_CREDENTIALS,
            reserved=2,
            alarmed=True,
        ),
    },
    "notify": {
        "fan_out": Function(
            memory=512,
            timeout=60,
            tables={"registry": QUERY, "deliveries": PUT + GET_SEVERAL},
            sends=("deliveries",),
            alarmed=True,
        ),
        "run": Function(
            memory=512,
            timeout=60,
            tables={
                "registry": CHANGE + GET_SEVERAL,
                "deliveries": QUERY + PUT + GET_SEVERAL,
                "ledger": QUERY + PUT + GET_SEVERAL,
                "posts": GET,
                "mentions": GET,
            },
            sends=("deliveries",),
            mails=SEND_MAIL,
            environment={"ALLOW_PLAIN_HTTP": "AllowPlainHttp", "DESK_URL": "DeskUrl", "MAIL_FROM": "MailFrom"},
            concurrency={"aws": 200, "engine": 20},
        ),
        "retry": Function(memory=256, timeout=60, tables={"registry": QUERY}, sends=("deliveries",), alarmed=True),
    },
    "review": {
        "weekly": Function(
            memory=512, timeout=300, tables={"registry": READ + PUT, "ledger": QUERY + PUT}, alarmed=True
        ),
        "export": Function(
            memory=1024,
            timeout=900,
            disk=2048,  # a million rows of the ledger are some 400 MB, and may be more
            tables={"registry": READ + PUT + GET_SEVERAL, "ledger": QUERY + PUT},
            exports=STORE_EXPORTS,
            layers=("ParquetLayerArn",),
            alarmed=True,
        ),
        "measure": Function(
            memory=512,
            timeout=300,
            tables={"registry": READ + PUT + GET_SEVERAL, "posts": QUERY, "ledger": QUERY},
            alarmed=True,
        ),
    },
}


def function_name(stage: str, app: str, handler: str) -> str:
    """What a function is called on AWS."""
    return f"backchannel-{stage}-{app}-{handler}"
