"""The review's page as a browser shows it: at any width, by day and night, on paper, and to those who cannot see it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from io import BytesIO
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route
from pypdf import PdfReader

from functions.desk.review_page.head import CONTENT_TYPE, HEADERS
from functions.desk.review_page.page import page as made
from infra.build import BUILD
from infra.simulation.month import CLIENT, LAST_WEEK, Month, laid_down
from infra.simulation.weeks import START
from shared.domain.parties import Client
from shared.domain.review import Review
from shared.reviews import summed_up
from shared.stores.memory import MemoryStore

pytestmark = pytest.mark.xdist_group("browser")
ADDRESS = "https://review.example/"
SHOTS = BUILD / "pages"
"""What was seen, for whoever wants to look."""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NOW = START + timedelta(weeks=4)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


@dataclass
class Looked:
    """A page that was opened, and all that it did besides being there."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """A week with everything in it, one without anything, and one whose every name is too long for its place."""
    store, month = MemoryStore(), Month()
    for record in (*month.entries(), *laid_down(START), *month.mentions.values(), *month.questions):
        store.commit(record)
    client = store.get(Client, CLIENT, CLIENT)
    assert client is not None
    store.commit(summed_up(client, "2026-W12", NOW - timedelta(weeks=1), store))
    full = summed_up(client, LAST_WEEK, NOW, store)
    empty = summed_up(client, "2026-W20", NOW + timedelta(weeks=10), store)
    return {
        "full": made(client, full, NOW, store),
        "empty": made(client, empty, NOW + timedelta(weeks=10), store),
        "long": made(replace(client, name=LONG), _with_long_names(full), NOW, store),
    }


def _with_long_names(review: Review) -> Review:
    return replace(
        review,
        waits_by_function=tuple(replace(one, function=LONG) for one in review.waits_by_function),
        raised=tuple(replace(one, because=LONG, function=LONG) for one in review.raised),
        priorities=tuple(replace(one, name=LONG) for one in review.priorities),
        actions=tuple(replace(one, text=LONG) for one in review.actions),
        notes=tuple(replace(one, text=LONG) for one in review.notes),
    )


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture
def look(browser: Browser, pages: dict[str, str], contexts: list[BrowserContext]) -> Any:
    def open_(name: str, width: int = 1280, scheme: Scheme = "light") -> Looked:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        looked = Looked(context.new_page())

        def serve(route: Route) -> None:
            looked.requests.append(route.request.url)
            if route.request.url == ADDRESS:
                route.fulfill(body=pages[name], headers={"Content-Type": CONTENT_TYPE, **HEADERS})
            else:
                route.abort()

        context.route("**/*", serve)
        looked.page.on("console", lambda message: looked.said.append(message.text))
        looked.page.on("pageerror", lambda error: looked.said.append(str(error)))
        looked.page.goto(ADDRESS)
        return looked

    return open_


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *(("full", width, scheme) for width in (360, 768, 1280) for scheme in SCHEMES),
        ("empty", 360, "light"),
        ("long", 360, "light"),
        ("long", 1280, "light"),
    ],
)
def test_it_fits_its_window_asks_for_nothing_and_breaks_no_policy(
    look: Any, name: str, width: int, scheme: Scheme
) -> None:
    looked = look(name, width, scheme)
    SHOTS.mkdir(parents=True, exist_ok=True)
    looked.page.screenshot(path=SHOTS / f"review-{name}-{width}-{scheme}.png", full_page=True)
    looked.page.evaluate(OPEN_ALL)
    assert looked.page.evaluate("document.documentElement.scrollWidth") <= width
    assert looked.requests == [ADDRESS]
    assert looked.said == []


@pytest.mark.parametrize(("name", "scheme"), [*(("full", scheme) for scheme in SCHEMES), ("empty", "light")])
def test_those_who_cannot_see_it_or_use_no_mouse_can_read_it(look: Any, name: str, scheme: Scheme) -> None:
    looked = look(name, 768, scheme)
    looked.page.evaluate(OPEN_ALL)
    violations = Axe().run(looked.page).response["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"][:200]) for one in violations] == []


def test_the_style_that_the_policy_allows_is_applied(look: Any) -> None:
    page = look("full").page
    assert page.evaluate("getComputedStyle(document.querySelector('.fill-good rect')).fill") == "rgb(31, 122, 109)"
    dark = look("full", scheme="dark").page
    assert dark.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 23)"


def test_the_first_stop_of_the_keyboard_skips_to_the_review(look: Any) -> None:
    page = look("full").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the review"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#content")


def test_each_point_leads_to_a_section_that_is_there(look: Any) -> None:
    page = look("full").page
    targets = page.eval_on_selector_all(".points a", "all => all.map(one => one.getAttribute('href'))")
    assert targets
    assert all(page.query_selector(target) for target in targets)


def test_on_paper_it_is_a_few_pages_of_a4_with_the_figures_of_every_chart(look: Any) -> None:
    paper = PdfReader(BytesIO(look("full").page.pdf(prefer_css_page_size=True)))
    width, height = (float(paper.pages[0].mediabox[side]) / 72 * 25.4 for side in (2, 3))
    assert (round(width), round(height)) == (210, 297)
    assert 2 <= len(paper.pages) <= 7
    text = " ".join(page.extract_text() for page in paper.pages)
    for said in ("Acme Kettles", "Worth talking about", "Monday 23 March", "Posted as written", "Agreed and noted"):
        assert said in text
