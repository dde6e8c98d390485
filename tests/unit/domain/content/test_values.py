"""Whatever the values, a text differs from the approved one in their places only, and by what their kinds allow."""

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.content.replies import SavedReply, rendered, samples
from shared.domain.content.values import PLACE, ValueKind, Variable, check_places, check_value, check_variables
from shared.domain.errors import InvalidError
from shared.domain.guidelines.checking import _BARE, _HASHTAG, _LINK

from ..samples import AT

HOST = "shop.example"
CHOICES = ("by post", "by bike", "今日")
VARIABLES = tuple(
    Variable(
        name=kind.value,
        kind=kind,
        choices=CHOICES if kind is ValueKind.CHOICE else (),
        hosts=(HOST,) if kind is ValueKind.LINK else (),
    )
    for kind in ValueKind
)
KINDS = {variable.name: variable for variable in VARIABLES}
MENTION = re.compile(r"[@＠]\S")
NASTY = st.sampled_from(
    [
        *"@#＠＃/\\:.。．{}\n\r\t  \u00a0\u200b\u200d\u202e\u2066\u3164\u115f\u034f\ufe0f\u2028\u0301&<>%$£_~*`",
        *("://", "https://", "http://evil.example", "evil.example", "@somebody", "#tag", "{name}", "a", "Z", "0", "Ü"),
        *(
            "اسم",
            "שם",
            "名前",
            "नाम",
            "ชื่อ",
            "а",
            "α",
            "’",
            "'",
            "-",
            " ",
            f"https://{HOST}/",
            f"https://{HOST}.evil.example/",
        ),
    ]
)
LIKELY = st.one_of(
    st.text(max_size=50),
    st.lists(NASTY, max_size=8).map("".join),
    st.from_regex(r"[A-Z0-9-]{1,33}", fullmatch=True),
    st.from_regex(r"[0-9.,-]{1,14}", fullmatch=True),
    st.from_regex(r"https://shop\.example[/a-z#@.:%\n]{0,20}", fullmatch=True),
    st.from_regex(r"[A-Za-zÀ-ž' .-]{1,42}", fullmatch=True),
    st.dates().map(str),
    st.sampled_from(CHOICES),
)
PIECES = st.sampled_from(
    [
        *(f"{{{name}}}" for name in KINDS),
        *(
            "Dear",
            "order",
            "様",
            "ご注文",
            "#sale",
            "@acme",
            "See",
            "$",
            "€",
            "%",
            "#",
            "@",
            "(",
            ")",
            ".",
            ",",
            "!",
            "。",
        ),
        *(" ", " ", " ", "\n", "https://acme.example/", "acme.example", "名前", "님", "“", "”", "-", "/", ":", "www."),
    ]
)


def reply(text: str) -> SavedReply:
    used = tuple(KINDS[name] for name in dict.fromkeys(PLACE.findall(text)))
    return SavedReply(
        id="rpl_1",
        client="acme",
        agency="north",
        name="a",
        text=text,
        variables=used,
        functions=("community",),
        author="mbr_1",
        approvals_needed=1,
        created_at=AT,
    )


@st.composite
def texts(draw: Any) -> SavedReply:
    """Texts that would be taken as a saved reply."""
    pieces = draw(st.lists(PIECES, min_size=1, max_size=12))
    if draw(st.booleans()):
        pieces = [part for piece in pieces for part in (piece, " ")]
    made = reply(unicodedata.normalize("NFC", "".join(pieces)))
    try:
        check_places(made.text, made.variables, "text")
    except InvalidError:
        made = reply("Dear {name}, 番号{number}を {link} (“{order_number}”) {choice} {date}!")
    return made


def allowed(value: str, variable: Variable) -> bool:
    try:
        check_value(value, variable, "value")
    except InvalidError:
        return False
    return True


OF_KIND = {
    ValueKind.NAME: st.text(st.sampled_from("AZaéßØžİñ’' -اسمשם名前नाशिชื่อ한글аα"), min_size=1, max_size=40),
    ValueKind.NUMBER: st.from_regex(r"[0-9]{1,12}([.,][0-9]{1,2})?", fullmatch=True),
    ValueKind.DATE: st.dates().map(str),
    ValueKind.ORDER_NUMBER: st.from_regex(r"[A-Z0-9][A-Z0-9-]{0,30}[0-9]", fullmatch=True),
    ValueKind.CHOICE: st.sampled_from(CHOICES),
    ValueKind.LINK: st.from_regex(r"https://shop\.example/[A-Za-z0-9_./?=&~+-]{0,30}[a-z0-9]", fullmatch=True),
}


@st.composite
def filled(draw: Any) -> tuple[SavedReply, dict[str, str], str]:
    """A saved reply, values that it takes, and how it reads with them."""
    made = draw(texts())
    values = {
        variable.name: draw(
            st.one_of(OF_KIND[variable.kind], LIKELY).filter(lambda value, of=variable: allowed(value, of))
        )
        for variable in made.variables
    }
    return made, values, rendered(made, values, "values")


@given(filled())
def test_outside_of_the_places_not_a_letter_differs(given_: tuple[SavedReply, dict[str, str], str]) -> None:
    made, values, text = given_
    rest, at = re.split(PLACE, made.text), 0
    for index, piece in enumerate(rest):
        expected = values[piece] if index % 2 else piece
        assert text[at : at + len(expected)] == expected
        at += len(expected)
    assert at == len(text)


@given(filled())
def test_no_value_makes_a_mention_a_hashtag_a_line_or_a_link_elsewhere(
    given_: tuple[SavedReply, dict[str, str], str],
) -> None:
    made, values, text = given_
    approved = PLACE.sub("0", made.text)
    assert _HASHTAG.findall(text) == _HASHTAG.findall(approved)
    assert MENTION.findall(text) == MENTION.findall(approved)
    assert text.splitlines() == [] or len(text.splitlines()) == len(approved.splitlines())
    links = [link for link in _LINK.findall(text) if link != f"https://{HOST}"]
    assert links == _LINK.findall(approved)
    for value in values.values():
        text = text.replace(value, "0") if value.startswith("https://") else text
    assert {one.casefold() for one in _BARE.findall(text)} == {one.casefold() for one in _BARE.findall(approved)}


@given(filled())
def test_no_value_brings_what_nobody_sees_or_what_turns_letters_around(
    given_: tuple[SavedReply, dict[str, str], str],
) -> None:
    _, values, text = given_
    for value in values.values():
        assert not [one for one in value if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")]
        assert not set(value) & set("\u115f\u1160\u3164\uffa0\u034f\ufe0f{}@#＠＃\n")
    assert unicodedata.normalize("NFC", text) == text


@given(LIKELY, st.sampled_from(VARIABLES))
def test_what_is_taken_is_of_its_kind(value: str, variable: Variable) -> None:
    if not allowed(value, variable):
        return
    shapes = {
        ValueKind.NUMBER: r"[0-9]+([.,][0-9]+)?",
        ValueKind.DATE: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        ValueKind.ORDER_NUMBER: r"[A-Z0-9-]{1,32}",
        ValueKind.CHOICE: "|".join(CHOICES),
        ValueKind.LINK: r"https://shop\.example(/[!-~]*)?",
        ValueKind.NAME: r"[^\W\d_]([^\W\d_]|[\u0300-\u0eff' ’ʻʼ-]){0,39}",
    }
    assert re.fullmatch(shapes[variable.kind], value, re.ASCII if variable.kind is not ValueKind.NAME else re.UNICODE)


@given(texts())
def test_a_reply_reads_as_its_samples_do_with_values_of_their_kinds(made: SavedReply) -> None:
    for text in samples(made):
        assert "{" not in text


def test_each_choice_and_each_host_is_in_a_sample() -> None:
    read = list(samples(reply("{choice} {link} {name}")))
    assert len(read) == len(CHOICES)
    assert all(any(choice in one for one in read) for choice in CHOICES)
    assert list(samples(reply("Hello"))) == ["Hello"]


@pytest.mark.parametrize(
    "name",
    ["Zoë", "J", "Anne-Marie", "O'Neill", "Kaʻahumanu", "محمد", "שרה", "山田 太郎", "अनिल", "อำนาจ", "Nguyễn Thị Ánh"],
)
def test_names_of_people_are_names(name: str) -> None:
    assert allowed(name, KINDS["name"])


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            " ",
            "a" * 41,
            "a  b",
            " a",
            "a ",
            "a-",
            "-a",
            "a_b",
            "a.b",
            "Dr. B",
            "a1",
            "@a",
            "#a",
            "ａ",
            "𝓐",
            "a\u200bb",
        ),
        *("a\u3164", "\u115fa", "a\u202eb", "a\nb", "a\u00a0b", "Аdmin", "\u0301a", "a\u0301\u0302\u0303\u0304\u0305"),
        *("a b c d e f", "a' -b", "cafe\u0301", "a\ufe0f", "a\u034f", "ꓸa"),
    ],
)
def test_what_is_no_name_is_none(name: str) -> None:
    assert not allowed(name, KINDS["name"])


@pytest.mark.parametrize(
    "link",
    [
        *(
            "http://shop.example/",
            "https://shop.example.evil.example/",
            "https://evil.example/",
            "https://shop.example@evil",
        ),
        *(
            "https://a.shop.example/",
            "https://shop.example:8/",
            "https://shop.example/#tag",
            "https://shop.example/@me",
        ),
        *(
            "https://shop.example/a b",
            "https://shop.example/a.",
            "HTTPS://shop.example/",
            "https://shop.example/%0a",
            "",
        ),
        "https://shop.example/" + "a" * 500,
    ],
)
def test_a_link_leads_to_an_approved_host_and_is_nothing_else(link: str) -> None:
    assert not allowed(link, KINDS["link"])


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *(("number", value) for value in ("", "-1", "1e9", "٣", "1.2.3.4", "1" * 13, "1,", "12 ", "²")),
        *(("date", value) for value in ("2026-02-30", "20261201", "2026-W01-1", "٢٠٢٦-12-01", "2026-12-01T10:00", "")),
        *(("order_number", value) for value in ("", "-1", "1-", "a1", "SALE", "A" * 32 + "1", "A.1", "A 1", "#1")),
        *(("choice", value) for value in ("", "By post", "by post ", "free text")),
    ],
)
def test_what_is_nearly_of_a_kind_is_not(kind: str, value: str) -> None:
    assert not allowed(value, KINDS[kind])


@pytest.mark.parametrize(
    "text",
    [
        "{name}",
        "Dear {name},\n{order_number}",
        "({name}) “{choice}”: {date}.",
        "Only $9 or {number}€, {number}%, ${number}!",
        "{name}様、ご注文{order_number}を{date}に。",
        "{name}님, 안녕하세요",
        "See {link}.",
    ],
)
def test_places_stand_apart(text: str) -> None:
    check_places(text, reply(text).variables, "text")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "@{name}",
            "#{order_number}",
            "{name}.com",
            "{name}@acme",
            "a{number}",
            "{number}a",
            "acme.{name}",
            "/{name}",
        ),
        *(
            "{name}{date}",
            "https://acme.example/{order_number}",
            "{link}/path",
            "{link}を",
            "を{link}",
            "#注文{order_number}",
        ),
        *(
            "$USD{number}",
            "{name}\u200b",
            "\u202e{name}",
            "www.{name}",
            "{number}%a",
            "{number}{number}",
            "acme。{name}",
        ),
        *("${order_number}", "{name} {", "} {name}", "{Name}", "{name }", "{}", "{{name}}"),
    ],
)
def test_a_place_that_touches_something_is_refused(text: str) -> None:
    with pytest.raises(InvalidError):
        check_places(text, reply(text).variables, "text")


@pytest.mark.parametrize(
    "variable",
    [
        Variable(name="Name", kind=ValueKind.NAME),
        Variable(name="a" * 33, kind=ValueKind.NAME),
        Variable(name="a", kind=ValueKind.NAME, choices=("b",)),
        Variable(name="a", kind=ValueKind.NAME, hosts=(HOST,)),
        Variable(name="a", kind=ValueKind.CHOICE),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("@somebody",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("see evil.example",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("a\nb",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=(" a",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("a\u202eb",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("{name}",)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("a" * 101,)),
        Variable(name="a", kind=ValueKind.CHOICE, choices=("a",) * 51),
        Variable(name="a", kind=ValueKind.LINK),
        Variable(name="a", kind=ValueKind.LINK, hosts=("https://acme.example",)),
        Variable(name="a", kind=ValueKind.LINK, hosts=("acme",)),
    ],
)
def test_a_variable_is_bounded_by_what_its_kind_needs(variable: Variable) -> None:
    with pytest.raises(InvalidError):
        check_variables((variable,), "variables")
