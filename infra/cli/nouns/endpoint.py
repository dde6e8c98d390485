"""``backchannel endpoint``: the addresses that are told of what happens."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_ENDPOINT = CLIENT + "/endpoints/{endpoint}"
_EVENTS = Takes("events", "A type wanted, such as post.published or post.*; give it for each.", many=True)
_ENVELOPE = Takes("envelope", "The shape of what a webhook brings: standard, cloudevents or flat.")

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/endpoints",
        "Have an address told of the client's ledger; the secret by which it is signed is shown this once.",
        example="backchannel endpoint add https://hooks.example/in --events 'post.*'",
        takes=(
            Takes("url", "Where to; mailto:… for e-mail.", argument=True, needed=True),
            _EVENTS,
            Takes("kind", "What listens there: webhook, slack, teams or email."),
            _ENVELOPE,
            Takes("approver", "Of Slack, Teams and e-mail: the member of yours whose approval is asked for there."),
        ),
        note="The secret is not shown again.",
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/endpoints",
        "List endpoints.",
        example="backchannel endpoint list",
        shows=("id", "party", "url", "events", "closed_at"),
    ),
    Command(
        "close",
        "DELETE",
        _ENDPOINT,
        "Close an endpoint of your own party; nothing more is sent to it.",
        example="backchannel endpoint close end_1",
    ),
    Command(
        "change",
        "PATCH",
        _ENDPOINT,
        "Change where an endpoint is, what it is told of, or in which shape.",
        example="backchannel endpoint change end_1 --events 'post.*' --events 'stop.*'",
        takes=(Takes("url", "Where to."), _EVENTS, _ENVELOPE),
    ),
    Command(
        "rotate",
        "POST",
        _ENDPOINT + "/secrets",
        "Give an endpoint a new secret, shown this once; the older one signs too for a while.",
        example="backchannel endpoint rotate end_1",
        note="The secret is not shown again.",
    ),
    Command(
        "withdraw-secret",
        "DELETE",
        _ENDPOINT + "/secrets",
        "Let the older secret sign no longer.",
        example="backchannel endpoint withdraw-secret end_1",
    ),
    Command(
        "test",
        "POST",
        _ENDPOINT + "/test",
        "Have an endpoint told of a test event; `log` says what became of it.",
        example="backchannel endpoint test end_1",
    ),
    Command(
        "log",
        "GET",
        _ENDPOINT + "/deliveries",
        "List what an endpoint was told, and what became of it.",
        example="backchannel endpoint log end_1 --state abandoned --all",
        takes=(Takes("state", "Only waiting, delivered or abandoned.", query=True),),
        shows=("id", "at", "type", "subject", "state", "tries", "status", "because"),
    ),
    Command(
        "health",
        "GET",
        _ENDPOINT + "/health",
        "Show how an endpoint is doing: what got through, what failed, what waits.",
        example="backchannel endpoint health end_1",
    ),
    Command(
        "enable",
        "POST",
        _ENDPOINT + "/enable",
        "Tell an endpoint again that was disabled.",
        example="backchannel endpoint enable end_1",
    ),
    Command(
        "replay",
        "POST",
        _ENDPOINT + "/replays",
        "Have an endpoint told again of one event, or of all of a time.",
        example="backchannel endpoint replay end_1 --since 2026-11-25T09:00Z --until 2026-11-25T12:00Z",
        takes=(
            Takes("event", "One event, by its id."),
            Takes("since", "All that happened from then on.", moment=True),
            Takes("until", "And before then; until now when absent.", moment=True),
        ),
    ),
    Command(
        "replayed",
        "GET",
        _ENDPOINT + "/replays/{replay}",
        "Show how far a replay has come.",
        example="backchannel endpoint replayed end_1 rep_1",
    ),
    Command(
        "types",
        "GET",
        "/event-types",
        "List every event that an endpoint can be told of.",
        example="backchannel endpoint types",
        shows=("type", "description", "schema"),
    ),
    Command(
        "samples",
        "GET",
        CLIENT + "/events",
        "List the newest events without inner objects, as tools sample them.",
        example="backchannel endpoint samples --type 'post.*' --json",
        takes=(Takes("type", "Such as post.published, or post.*; all when absent.", query=True),),
        shows=("id", "type", "timestamp", "subject"),
    ),
)
app = noun("The addresses that are told of what happens.", COMMANDS)
