"""Routes onto a Chalice application."""

from collections.abc import Callable, Iterable, Mapping

from chalice.app import Chalice, Response

from shared import telemetry
from shared.api.problems import Answer, defect
from shared.api.routes import Route
from shared.api.serve import Request

Serve = Callable[[Route, Request], Answer]


def mount(app: Chalice, routes: Iterable[Route], serve: Serve) -> None:
    """Register every route. Any content type is taken: what a body is worth is judged by reading it."""
    for route in routes:
        app.route(route.path, methods=[route.method], name=route.name, content_types=["*/*"])(_view(app, route, serve))


def _view(app: Chalice, route: Route, serve: Serve) -> Callable[..., Response]:
    def view(**params: str) -> Response:
        asked = request(app, params)
        return guarded(asked.path, lambda: serve(route, asked))

    return view


def guarded(path: str, serve: Callable[[], Answer]) -> Response:
    """What ``serve`` answers. A defect is logged whole and told as a problem that says nothing of it."""
    try:
        answer = serve()
    except Exception:  # noqa: BLE001 - the edge of the function: a caller gets an answer whatever is broken inside
        telemetry.logger.exception("a defect")
        answer = defect(path)
    return Response(body=answer.body.decode(), status_code=answer.status, headers={**answer.headers})


def request(app: Chalice, params: Mapping[str, str]) -> Request:
    current = app.current_request
    if current is None:
        raise RuntimeError("There is no request outside a view.")
    body = current.raw_body or b""
    return Request(
        method=current.method,
        path=current.path.format(**params),  # Chalice gives the route's template
        params=params,
        query=dict(current.query_params or {}),
        headers={name.lower(): value for name, value in current.headers.items()},
        body=body if isinstance(body, bytes) else body.encode(),
    )
