"""``backchannel advocate``: people who share what the client suggests, in their own name."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/advocates",
        "Add an advocate who has consented.",
        example='backchannel advocate add "Fan" --networks mastodon',
        takes=(
            Takes("name", "As the client calls them.", argument=True, needed=True),
            Takes("member", "The member who they are, if one."),
            Takes("consented_at", "When they consented.", moment=True),
            Takes("networks", "Where they share; give it for each.", many=True),
            Takes("languages", "In which they share; give it for each.", many=True),
            Takes("topics", "Of which they share; give it for each.", many=True),
        ),
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/advocates",
        "List advocates.",
        example="backchannel advocate list",
        shows=("id", "name", "networks", "languages", "topics", "shares", "left_at"),
        page_size=True,
    ),
    Command(
        "remove",
        "DELETE",
        CLIENT + "/advocates/{advocate}",
        "Remove an advocate.",
        example="backchannel advocate remove adv_1",
        asks="Remove {advocate}?",
    ),
)
app = noun("People who share what the client suggests, in their own name.", COMMANDS)
