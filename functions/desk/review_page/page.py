"""A review as one HTML page. Everything that came from outside is escaped, and kept from turning text around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from functions.desk.review_page import charts, words
from functions.desk.review_page.charts import Chart, Series
from functions.desk.review_page.head import FOLDER, STYLE
from functions.desk.review_page.reading import Store, names
from shared.domain.parties import Client
from shared.domain.review import Review
from shared.domain.reviewing.fates import DECLINED, Fate, Raised
from shared.domain.reviewing.waits import Waits
from shared.domain.weeks import last_week

SHOWN = 5
"""Of a list, before whoever reads asks for more."""
MOST_FUNCTIONS = 10
"""In the charts; the table beside them has all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the numbers at the top."""

    value: str
    label: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Recommendations that met like fates, and how many are not listed."""

    items: Sequence[Raised]
    more: int


def page(client: Client, review: Review, now: datetime, store: Store) -> str:
    zone = ZoneInfo(client.zone)
    before = store.get(Review, client.id, last_week(review.starts_at, client.zone))
    return _template().render(
        style=Markup(STYLE),  # noqa: S704  our own file
        client=client,
        review=review,
        running=now < review.ends_at,
        since=client.created_at if review.starts_at < client.created_at < review.ends_at else None,
        headline=words.headline(review),
        points=[*words.worth_talking_about(review)],
        figures=_figures(review, before),
        names=names(client, review, store),
        by_day=_by_day(review),
        by_function=_by_function(review),
        mentions=_mentions(review),
        fates=_fates(review),
        met=_met(review),
        declined=_listing(review, *DECLINED),
        open=_listing(review, Fate.OPEN, Fate.UNSENT, Fate.RECALLED),
        done=_listing(review, Fate.POSTED, Fate.EDITED, Fate.ANSWERED, Fate.WITHDRAWN, Fate.PUT_ASIDE),
        time=partial(words.time, zone=zone),
        span=words.span(review, zone),
        week=int(review.week[-2:]),
        words=words,
        shown=SHOWN,
    )


@cache
def _template() -> Template:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=words.in_order,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("page.html")


def _figures(review: Review, before: Review | None) -> list[Figure]:
    waits, posts = review.waits, review.posts.get("published", 0)
    share, share_before = _share_in_time(waits), _share_in_time(before.waits) if before else None
    return [
        Figure(
            words.number(review.mentions_received),
            "message came in" if review.mentions_received == 1 else "messages came in",
            words.change(review.mentions_received, before.mentions_received if before else None),
        ),
        Figure(
            "–" if share is None else f"{share:.0f} %",
            "answered in time, of those that asked for it",
            words.change(share, share_before, "point"),
        ),
        Figure(
            words.duration(waits.minutes),
            "until an answer was out, in the median",
            words.change(waits.minutes, before.waits.minutes, "min") if before else "",
        ),
        Figure(
            words.number(posts),
            "post went out" if posts == 1 else "posts went out",
            words.change(posts, before.posts.get("published", 0) if before else None),
        ),
    ]


def _share_in_time(waits: Waits) -> float | None:
    """Of what was not put aside. What waits within its target counts for neither."""
    due = waits.in_time + waits.late + waits.overdue
    return 100 * waits.in_time / due if due else None


def _stacked(of: Sequence[Waits]) -> list[Series]:
    return [
        Series("In time", "good", [one.in_time for one in of]),
        Series("Late", "late", [one.late for one in of]),
        Series("Waiting", "open", [one.waiting for one in of]),
        Series("Put aside", "aside", [one.put_aside for one in of]),
    ]


def _by_day(review: Review) -> Chart:
    days = review.waits_by_day
    return charts.columns(
        "by-day",
        "By the day on which they came in",
        "For each day of the week, how many messages that asked for an answer had one in time, had it late, wait, "
        "or were put aside. The table below has the figures.",
        [f"{one.day:%a} {one.day.day}" for one in days],
        _stacked([one.waits for one in days]),
    )


def _by_function(review: Review) -> Chart:
    functions = [one for one in review.waits_by_function if one.waits.asked][:MOST_FUNCTIONS]
    return charts.bars(
        "by-function",
        "By what they were about",
        "For each business function, how many messages that asked for an answer had one in time, had it late, wait, "
        "or were put aside. The table below has the figures and the targets.",
        [words.named(one.function) for one in functions],
        _stacked([one.waits for one in functions]),
    )


def _mentions(review: Review) -> Chart:
    functions = review.waits_by_function[:MOST_FUNCTIONS]
    return charts.bars(
        "mentions",
        "What people wrote about",
        "How many messages came in for each business function. The table has the figures.",
        [words.named(one.function) for one in functions],
        [Series("Messages", "plain", [one.received for one in functions])],
    )


def _fates(review: Review) -> Chart:
    met = _met(review)
    counts = {fate: _of(review.fates, fate) for fate in met}
    return charts.bars(
        "fates",
        "What became of what was recommended",
        "How many recommendations met which fate: "
        + "; ".join(f"{words.FATES[fate].lower()} {counts[fate]}" for fate in met)
        + ".",
        [words.FATES[fate] for fate in met],
        [
            Series(name, colour, [counts[fate] if fate in fates else 0 for fate in met])
            for name, colour, fates in _FATE_COLOURS
        ],
    )


_FATE_COLOURS: Sequence[tuple[str, str, frozenset[Fate]]] = (
    ("Done", "good", frozenset({Fate.POSTED, Fate.EDITED, Fate.ANSWERED})),
    ("Declined, not sent or taken down", "late", frozenset({*DECLINED, Fate.UNSENT, Fate.RECALLED})),
    ("Open", "open", frozenset({Fate.OPEN})),
    ("Left alone", "aside", frozenset({Fate.PUT_ASIDE, Fate.WITHDRAWN})),
)


def _met(review: Review) -> list[Fate]:
    return [fate for fate in words.FATES if _of(review.fates, fate)]


def _listing(review: Review, *fates: Fate) -> Listing:
    items = [one for one in review.raised if one.fate in fates]
    return Listing(items, sum(_of(review.fates, fate) for fate in fates) - len(items))


def _of(counts: Mapping[str, Mapping[str, int]], fate: Fate) -> int:
    return sum(of.get(fate.value, 0) for of in counts.values())
