"""``backchannel suggestion``: texts that advocates are shown."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_SUGGESTION = CLIENT + "/suggestions/{suggestion}"
_HASH = Takes("content_hash", "Of the text that you read.", needed=True)

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/suggestions",
        "Suggest a text to advocates.",
        example="backchannel suggestion add 'New shop!' --disclosure '#ad' --starts-at 2026-12-01 --ends-at 2026-12-08",
        takes=(
            Takes("text", "What they may share.", argument=True, needed=True),
            Takes("disclosure", "What must stand in it, such as #ad.", needed=True),
            Takes("starts_at", "From when.", needed=True, moment=True),
            Takes("ends_at", "Until when.", needed=True, moment=True),
            Takes("link", "That goes with it."),
            Takes("networks", "Where; give it for each.", many=True),
            Takes("topics", "Of what; give it for each.", many=True),
            Takes("language", "As BCP 47 has it, such as en."),
            Takes("agency", "Under whose mandate, where the client has several agencies."),
        ),
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/suggestions",
        "List what advocates are suggested.",
        example="backchannel suggestion list --advocate adv_1",
        takes=(Takes("advocate", "Only what fits this advocate now.", query=True),),
        shows=("id", "text", "disclosure", "is_approved", "starts_at", "ends_at"),
        page_size=True,
    ),
    Command(
        "approve",
        "POST",
        _SUGGESTION + "/approvals",
        "Approve a suggestion as it stands.",
        example="backchannel suggestion approve sug_1 --content-hash 9f86d0…",
        takes=(_HASH,),
        sends={"verdict": "approve"},
    ),
    Command(
        "reject",
        "POST",
        _SUGGESTION + "/approvals",
        "Reject a suggestion.",
        example='backchannel suggestion reject sug_1 --content-hash 9f86d0… --reason "off"',
        takes=(_HASH, Takes("reason", "For who wrote it.", needed=True)),
        sends={"verdict": "reject"},
    ),
    Command(
        "shared",
        "POST",
        _SUGGESTION + "/shares",
        "Record that an advocate shared it.",
        example="backchannel suggestion shared sug_1 --advocate adv_1 --url https://social.example/@fan/1",
        takes=(Takes("advocate", "Who.", needed=True), Takes("url", "Where it stands.", needed=True)),
    ),
)
app = noun("Texts that advocates are shown.", COMMANDS)
