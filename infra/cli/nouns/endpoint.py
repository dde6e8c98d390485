"""``backchannel endpoint``: the addresses that are told of what happens."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_ENDPOINT = CLIENT + "/endpoints/{endpoint}"

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/endpoints",
        "Have an address told of the client's ledger; the secret by which it is signed is shown this once.",
        example="backchannel endpoint add https://hooks.example/in --events 'post.*'",
        takes=(
            Takes("url", "Where to.", argument=True, needed=True),
            Takes("events", "A type wanted, such as post.published or post.*; give it for each.", many=True),
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
)
app = noun("The addresses that are told of what happens.", COMMANDS)
