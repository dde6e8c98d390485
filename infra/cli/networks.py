"""The table of the networks as a person reads it; the whole of it is in the JSON."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from functions.desk.networks import NetworkTable, NetworkView


def printed(networks: NetworkTable) -> Iterator[RenderableType]:
    """The table, what each network cannot, and the networks that are not spoken."""
    table = Table("network", "text", "pictures", "does", "sent again", "proven against")
    for one in networks.networks:
        table.add_row(
            one.title,
            _text(one),
            _pictures(one),
            ", ".join(one.does),
            "safe" if one.safe_resend else "never",
            one.proven,
        )
    yield table
    for one in networks.networks:
        for why in one.cannot.values():
            yield Text.assemble((f"{one.title}: ", "bold"), why)
    for name, why in networks.not_spoken.items():
        yield Text.assemble((f"{name}: ", "bold"), why)


def _text(network: NetworkView) -> str:
    return f"{network.text_limit:,}" + (f", reply {network.reply_limit:,}" if network.reply_limit else "")


def _pictures(network: NetworkView) -> str:
    if network.pictures is None:
        return "none"
    return f"{network.pictures.most}{', needed' if network.pictures.needed else ''}"
