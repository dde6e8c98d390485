"""What the API says of itself."""

from typing import Any

from functions.desk import document
from shared.api.routes import Route

ABOUT: tuple[Route, ...] = (
    Route("GET", "/openapi.json", document.show_openapi, None, dict[str, Any], opens_with="nothing"),
)
