"""Pictures that a client's people uploaded, to go out with posts."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.posts import Media


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """What is known of an uploaded picture. It is named by its content, so the same bytes are the same picture."""

    client: str
    sha256: str
    """Hex, of its bytes."""
    kind: str
    """Such as ``image/png``, by its content."""
    size: int
    """Bytes."""
    width: int
    """As it is seen: a picture that is to be turned is as wide as it is afterwards."""
    height: int
    uploaded_by: str
    """The member."""
    uploaded_at: datetime
    version: int = 1

    def media(self, alt: str = "") -> Media:
        """The picture as a post takes it along."""
        return Media(sha256=self.sha256, kind=self.kind, size=self.size, width=self.width, height=self.height, alt=alt)
