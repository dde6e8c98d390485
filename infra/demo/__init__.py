"""``backchannel demo``: the main job, over HTTP, against every deployed function, in about a minute."""

from infra.demo.story import run

__all__ = ["run"]
