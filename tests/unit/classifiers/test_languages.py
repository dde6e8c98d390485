"""A language is told by its script and its common words; what the network says counts where the text says little."""

import pytest

from shared.classifiers.languages import language
from shared.classifiers.reading import words


def told(text: str, network: str = "") -> str:
    return language(text, words(text), network)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("where is the parcel that I have been waiting for", "en"),
        ("wo ist das Paket, auf das ich schon so lange warte", "de"),
        ("¿dónde está mi pedido? ya son dos semanas", "es"),
        ("où est ma commande ? je n'ai rien reçu", "fr"),
        ("onde está minha encomenda? vocês não respondem", "pt"),
        ("dove è il mio pacco? non è ancora arrivato", "it"),
        ("waar blijft mijn pakket? ik heb nog niets gehoord", "nl"),
        ("hvor er min pakke? jeg har ikke hørt noget", "da"),
        ("var är mitt paket? jag har inte hört något", "sv"),
        ("gdzie jest moja paczka? nie ma jej od tygodnia", "pl"),
        ("kargom nerede? çok uzun zamandır bekliyorum ve kimse cevap vermiyor", "tr"),
        ("mera order abhi tak nahi aaya, kya kar rahe ho", "hi"),
        ("荷物はどこですか", "ja"),
        ("أين طلبي؟", "ar"),
        ("где моя посылка", "ru"),
        ("", ""),
        ("🔥🔥", ""),
    ],
)
def test_a_sentence_tells_its_language(text: str, expected: str) -> None:
    assert told(text) == expected


def test_the_network_is_believed_where_the_text_says_little_and_not_against_a_clear_text() -> None:
    assert told("ok", "sv-SE") == "sv"
    assert told("wo ist das Paket, auf das ich schon so lange warte", "en") == "de"
