"""What every answer of the page has. The templates and the charting library are loaded with the first page alone."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from html import escape
from pathlib import Path

CONTENT_TYPE = "text/html; charset=utf-8"
FOLDER = Path(__file__).parent
STYLE = (FOLDER / "style.css").read_text("utf-8")
_STYLE_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}


def refusal(title: str, detail: str) -> str:
    """A page that says why there is none."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1><p>{escape(detail)}</p></main></body></html>"
    )
