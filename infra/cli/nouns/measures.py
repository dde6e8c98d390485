"""``backchannel measures``: the work in figures."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command(
        "show",
        "GET",
        CLIENT + "/measures",
        "Show how fast and how well the work was done.",
        example="backchannel measures show --from 2026-11-01 --until 2026-11-30 --by week",
        takes=(
            Takes("from", "First day by the client's clocks; six days before the last when absent.", query=True),
            Takes("until", "Last day; today when absent.", query=True),
            Takes("by", "day, week, function, account or member; day when absent.", query=True),
            Takes("format", "csv for a sheet.", query=True),
        ),
    ),
    Command(
        "export",
        "POST",
        CLIENT + "/exports",
        "Have the figures or the ledger of a time written to a file.",
        example="backchannel measures export 2026-01-01 2026-11-30 --what ledger",
        takes=(
            Takes("from", "First day by the client's clocks.", argument=True, needed=True),
            Takes("until", "Last day.", argument=True, needed=True),
            Takes("format", "csv, or as the API has it."),
            Takes("what", "measures, or ledger."),
        ),
    ),
    Command(
        "exported",
        "GET",
        CLIENT + "/exports/{export}",
        "Show whether a file is there, and where it is fetched.",
        example="backchannel measures exported exp_1",
    ),
)
app = noun("The work in figures.", COMMANDS)
