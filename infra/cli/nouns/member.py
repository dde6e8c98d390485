"""``backchannel member``: the people of both parties."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_MEMBER = CLIENT + "/members/{member}"

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/members",
        "Add a person to your own party.",
        example='backchannel member add "Writer" --signature ^MS',
        takes=(
            Takes("name", "As others see it.", argument=True, needed=True),
            Takes("signature", "What their posts end with, such as ^MS.", needed=True),
            Takes("teams", "A team that they approve for; give it for each.", many=True),
            Takes("person", "The same person's mark across clients of an agency."),
        ),
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/members",
        "List the people of both parties.",
        example="backchannel member list",
        shows=("id", "name", "signature", "party", "teams", "removed_at"),
        page_size=True,
    ),
    Command(
        "change",
        "PATCH",
        _MEMBER,
        "Change a person's teams or mark.",
        example="backchannel member change mbr_1 --teams legal",
        takes=(
            Takes("teams", "All of their teams; give it for each.", many=True),
            Takes("person", "The same person's mark across clients of an agency."),
        ),
    ),
    Command(
        "remove",
        "DELETE",
        _MEMBER,
        "Remove a person; their keys open nothing any more.",
        example="backchannel member remove mbr_1",
        asks="Remove {member}, and revoke their keys?",
    ),
)
app = noun("The people of both parties.", COMMANDS)
