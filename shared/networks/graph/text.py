"""Text as Meta's networks give it back."""

import re
import unicodedata

_AT = re.compile(r"@(?=\w)")


def comparable(text: str) -> str:
    """What stays the same from the text sent to the text shown.

    Spacing and case do not; nor does the @ of a mention, which Instagram leaves out for some readers.
    Source: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media
    """
    return " ".join(_AT.sub("", unicodedata.normalize("NFC", text)).split()).casefold()
