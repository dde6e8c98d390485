"""Where the pictures of posts lie."""

from shared.domain.posts import Media
from shared.networks import RefusedError


class EmptyShelf:
    """For deployments without pictures."""

    def content(self, client: str, media: Media) -> bytes:
        raise RefusedError("There is no such picture.")

    def link(self, client: str, media: Media) -> str:
        raise RefusedError("There is no such picture.")
