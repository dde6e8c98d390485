"""The charts, as SVG that lies in the page: drawn by pygal, coloured by the page's own style, and named for who hears.

pygal (https://www.pygal.org) brings a script, a style and tooltips, which are taken out again: the page's content
policy allows none of them. What is left are shapes with classes and text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup
from pygal.graph.graph import Graph
from pygal.graph.horizontalstackedbar import HorizontalStackedBar
from pygal.graph.stackedbar import StackedBar
from pygal.style import Style

WIDTH = 460
"""Of the drawing, in its own units: text of 12 is about 12 pixels where two charts stand beside each other."""
LONGEST_LABEL = 22
_ROW, _EDGES = 34, 44
_KEPT_CLASSES = frozenset({"axis", "bar", "guide", "horizontal", "line", "vertical", "x", "y"})
_KEPT_ATTRIBUTES = frozenset({"d", "height", "transform", "width", "x", "y"})


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    colour: str
    """Name of one of the page's colours."""
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Chart:
    id: str
    title: str
    description: str
    """What it shows, in words."""
    svg: Markup
    legend: Sequence[Series]


def columns(id_: str, title: str, description: str, labels: Sequence[str], series: Sequence[Series]) -> Chart:
    """Stacked columns, one for each label."""
    return _drawn(StackedBar, id_, title, description, labels, series, height=230)


def bars(id_: str, title: str, description: str, labels: Sequence[str], series: Sequence[Series]) -> Chart:
    """Stacked bars, one below the other in the order of the labels."""
    turned = [Series(one.name, one.colour, one.values[::-1]) for one in series]
    height = _EDGES + _ROW * max(1, len(labels))
    return _drawn(HorizontalStackedBar, id_, title, description, labels[::-1], turned, height=height)


def _drawn(
    kind: type[Graph],
    id_: str,
    title: str,
    description: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    height: int,
) -> Chart:
    highest = max((sum(column) for column in zip(*(one.values for one in series), strict=True)), default=0)
    chart = kind(
        width=WIDTH,
        height=height,
        js=(),
        css=(),
        no_prefix=True,
        show_legend=False,
        margin=6,
        spacing=14,
        print_values=False,
        style=Style(font_family="inherit", label_font_size=12, major_label_font_size=12),
        value_formatter=lambda value: f"{value:g}",
        range=(0, highest or 1),
        y_labels=_ticks(highest),
    )
    chart.x_labels = [label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…" for label in labels]
    for one in series:
        chart.add(one.name, list(one.values))
    root = chart.render_tree()
    return Chart(id_, title, description, _inline(root, id_, title, description, series), series)


def _ticks(highest: int) -> list[int]:
    """Four or five round numbers from nought on."""
    step = 1
    while highest > 4 * step:
        step = next(one for one in _steps(step) if one > step)
    return list(range(0, highest + step, step))


def _steps(after: int) -> list[int]:
    scale = 10 ** (len(str(after)) - 1)
    return [scale, 2 * scale, 5 * scale, 10 * scale]


def _inline(root: Any, id_: str, title: str, description: str, series: Sequence[Series]) -> Markup:
    svg = Element("svg", viewBox=root.get("viewBox"), role="img")
    svg.set("aria-labelledby", f"{id_}-title {id_}-desc")
    SubElement(svg, "title", id=f"{id_}-title").text = title
    SubElement(svg, "desc", id=f"{id_}-desc").text = description
    for child in root:
        kept = _kept(child, series)
        if kept is not None:
            svg.append(kept)
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704  ElementTree escapes text and attributes


def _kept(node: Any, series: Sequence[Series]) -> Element | None:
    """Shapes and text alone: no script, style, comment or tooltip, and nothing that names itself."""
    classes = (node.get("class") or "").split()
    if node.tag not in ("g", "path", "rect", "text") or {"overlay", "background", "titles"} & set(classes):
        return None
    kept = Element(node.tag, {name: _short(value) for name, value in node.items() if name in _KEPT_ATTRIBUTES})
    colour = next((series[int(one[6:])].colour for one in classes if one.startswith("serie-")), None)
    said = [one for one in classes if one in _KEPT_CLASSES] + ([f"fill-{colour}"] if colour else [])
    if said:
        kept.set("class", " ".join(said))
    kept.text = node.text
    kept.extend(found for child in node if (found := _kept(child, series)) is not None)
    return kept


def _short(value: str) -> str:
    """Numbers with one digit after the point, which is a tenth of a pixel."""
    try:
        return f"{float(value):.1f}".rstrip("0").rstrip(".")
    except ValueError:
        return value
