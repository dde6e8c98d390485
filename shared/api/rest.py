"""Routes onto a Chalice application."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chalice.app import Chalice, Response

from shared import telemetry
from shared.api.problems import Answer, defect
from shared.api.routes import Route
from shared.api.serve import Request, instance

Serve = Callable[[Route, Request], Answer]


def mount(app: Chalice, routes: Iterable[Route], serve: Serve) -> None:
    """Register every route. Any content type is taken: what a body is worth is judged by reading it.

    What opens without a key is looked at by browsers and previews too, which ask with HEAD.
    """
    for route in routes:
        methods = ["GET", "HEAD"] if route.method == "GET" and route.opens_with != "key" else [route.method]
        app.route(route.path, methods=methods, name=route.name, content_types=["*/*"])(_view(app, route, serve))


def _view(app: Chalice, route: Route, serve: Serve) -> Callable[..., Response]:
    def view(**params: str) -> Response:
        asked = request(app, params)
        return guarded(instance(route, asked), lambda: serve(route, asked))

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
    path = current.path.format(**params)  # Chalice gives the route's template
    return Request(
        method=current.method,
        path=path,
        params=params,
        query=dict(current.query_params or {}),
        headers={name.lower(): value for name, value in current.headers.items()},
        body=body if isinstance(body, bytes) else body.encode(),
        base=_base(current.context, path, current.headers.get("host", "")),
    )


def _base(context: Mapping[str, Any], path: str, host: str) -> str:
    """The address of the API that was asked, for links to it: by the gateway's word, not the request's."""
    domain = context.get("domainName")
    if domain is None:  # a local engine, which serves all APIs under one name
        return f"http://{host}/restapis/{context.get('apiId')}/{context.get('stage')}/_user_request_"
    return f"https://{domain}{context.get('path', path).removesuffix(path)}"
