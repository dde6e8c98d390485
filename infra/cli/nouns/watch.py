"""``backchannel watch``: replies to what is out."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/watches",
        "List the posts whose replies are watched.",
        example="backchannel watch list",
        shows=("post", "account", "function", "until", "replies", "unanswered", "outcome"),
        page_size=True,
    ),
    Command(
        "close",
        "POST",
        CLIENT + "/watches/{watch}/close",
        "End a watch, with what became of it.",
        example='backchannel watch close pst_1 --outcome "all answered"',
        takes=(Takes("outcome", "What became of it.", needed=True),),
    ),
)
app = noun("Replies to what is out.", COMMANDS)
