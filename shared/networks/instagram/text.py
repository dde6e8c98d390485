"""What Instagram refuses in a caption.

Source: https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media
"""

import re

MOST_HASHTAGS = 30
MOST_MENTIONS = 20
_HASHTAG = re.compile(r"#\w+")
_MENTION = re.compile(r"(?<!\w)@[\w.]+")


def refusal(caption: str) -> str:
    """Why a caption would be refused though it is short enough; "" if it would not."""
    if (hashtags := len(_HASHTAG.findall(caption))) > MOST_HASHTAGS:
        return f"It has {hashtags} hashtags; Instagram takes {MOST_HASHTAGS}."
    if (mentions := len(_MENTION.findall(caption))) > MOST_MENTIONS:
        return f"It names {mentions} accounts; Instagram takes {MOST_MENTIONS}."
    return ""
