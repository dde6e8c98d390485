"""``backchannel source``: where mentions come in."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_SOURCE = CLIENT + "/sources/{source}"

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/sources",
        "Add a source. The address for its webhooks is shown, and this once the secret by which they are signed.",
        example='backchannel source add "Monitoring" --scheme standard --network mastodon',
        takes=(
            Takes("name", "As the inbox shows it.", argument=True, needed=True),
            Takes(
                "scheme",
                "How it signs: standard, x, meta, threads, linkedin, mastodon, websub, slack, meltwater or generic.",
                needed=True,
            ),
            Takes("network", "Of the mentions that it tells of."),
            Takes("topic", "Of a WebSub source: the feed's address."),
            Takes("purpose", "mentions, or priorities."),
        ),
        note="The secret is not shown again.",
    ),
    Command(
        "adopt",
        "POST",
        CLIENT + "/sources",
        "Add a source whose provider lays down the secret: it is asked for, hidden, or read from the input.",
        example='backchannel source adopt "X" x < secret.txt',
        takes=(
            Takes("name", "As the inbox shows it.", argument=True, needed=True),
            Takes("scheme", "How it signs, such as x, meta, slack or generic.", argument=True, needed=True),
            Takes("network", "Of the mentions that it tells of."),
            Takes("secret", "The provider's secret", secret=True),
        ),
    ),
    Command(
        "map",
        "POST",
        CLIENT + "/sources",
        "Add a source of a tool whose fields are mapped.",
        example="backchannel source map tool.json",
        takes_file="A source with its mapping as JSON, as the API takes it",
        note="The secret is not shown again.",
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/sources",
        "List sources.",
        example="backchannel source list",
        shows=("id", "name", "scheme", "network", "hook", "closed_at"),
        page_size=True,
    ),
    Command(
        "close",
        "DELETE",
        _SOURCE,
        "Close a source; its webhooks are refused.",
        example="backchannel source close src_1",
    ),
    Command(
        "rotate",
        "POST",
        _SOURCE + "/secrets",
        "Give a source a new secret, shown this once; the older one holds on for a while.",
        example="backchannel source rotate src_1",
        sends={"secret": None},
        note="The secret is not shown again.",
    ),
    Command(
        "withdraw-secret",
        "DELETE",
        _SOURCE + "/secrets",
        "Let the older secret hold no longer.",
        example="backchannel source withdraw-secret src_1",
    ),
    Command(
        "unread",
        "GET",
        _SOURCE + "/unread",
        "List what came in and could not be read.",
        example="backchannel source unread src_1",
        shows=("id", "types", "received_at"),
        page_size=True,
    ),
)
app = noun("Where mentions come in.", COMMANDS)
