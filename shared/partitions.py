"""botocore's data without its table of every service's endpoints, which takes longer to read than a client to make.

The services that are called here have rules of their own for their endpoints, and botocore follows those. Of the table,
a megabyte for four hundred services, it then wants to know a region's partition only, and the file of the partitions
is read for the rules anyway.
"""

from collections.abc import Mapping
from typing import Any

from botocore.loaders import Loader

HOSTNAME = "{service}.{region}.{dnsSuffix}"
VARIANTS = (["fips"], ["dualstack"], ["dualstack", "fips"])


class PartitionsLoader(Loader):
    """Answers for ``endpoints`` with the partitions, as botocore's ``endpoints.json`` would describe them."""

    def load_data_with_path(self, name: str) -> tuple[Any, str]:
        if name != "endpoints":
            found: tuple[Any, str] = super().load_data_with_path(name)
            return found
        data, path = super().load_data_with_path("partitions")
        return {"partitions": [_without_services(partition) for partition in data["partitions"]]}, path


def _without_services(partition: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "partition": partition["id"],
        "dnsSuffix": partition["outputs"]["dnsSuffix"],
        "regionRegex": partition["regionRegex"],
        "regions": partition["regions"],
        "services": {},
        "defaults": {
            "hostname": HOSTNAME,
            "protocols": ["https"],
            "signatureVersions": ["v4"],
            "variants": [{"hostname": HOSTNAME, "tags": tags} for tags in VARIANTS],
        },
    }
