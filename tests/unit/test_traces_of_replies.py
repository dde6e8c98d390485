"""What two clients of an agency may both say is not held, and what only one of them can say is: counted on samples.

The ``tune`` samples were looked at while the words of ``shared/classifiers/ordinary.py`` were written, the ``test``
samples were not.
"""

from pathlib import Path

import pytest

from shared.classifiers.ordinary import is_ordinary
from shared.domain.apart.elsewhere import named_elsewhere
from shared.domain.apart.traces import sketch, spoken
from shared.domain.apart.voices import Voice

SAMPLES = Path(__file__).parents[2] / "infra" / "bench" / "elsewhere"
BEFORE = [
    Voice(agency="north", client="bolt", name="Bolt", handles=("bolt",), names=("Zephyr", "Bolt for Business")),
    Voice(agency="north", client="dune", name="Dune Travel", handles=("dunetravel",), names=("Sahara by night",)),
]


def samples(name: str) -> list[str]:
    return (SAMPLES / f"{name}.txt").read_text().splitlines()


def leaving_traces(name: str) -> float:
    texts = samples(name)
    return sum(bool(sketch(spoken([text]), is_ordinary)) for text in texts) / len(texts)


def test_replies_that_everybody_gives_leave_no_trace_however_long() -> None:
    assert leaving_traces("replies_tune") == 0
    assert leaving_traces("replies_test") <= 0.25


def test_announcements_leave_one() -> None:
    assert leaving_traces("announcements_tune") >= 0.85
    assert leaving_traces("announcements_test") == 1


@pytest.mark.parametrize("name", ["replies_tune", "replies_test", "announcements_test"])
def test_no_reply_is_taken_for_anothers_by_a_name(name: str) -> None:
    assert [text for text in samples(name) if named_elsewhere([text], "acme", BEFORE)] == []
