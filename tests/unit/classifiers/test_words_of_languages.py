"""What people write to a brand in thirteen more languages is understood, and no list hides a slip of the pen."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module

import pytest

from shared.classifiers.cues import NOTHING, Cues, cues
from shared.classifiers.reading import words
from shared.classifiers.sentiment import VALENCE

LANGUAGES = "de es fr pt it nl da sv pl tr ja ar hi".split()
SAID = [
    ("de", "Wo bleibt mein Paket? Warte seit zwei Wochen und keine Antwort", "delivery waiting"),
    ("de", "Bitte die Rueckerstattung, das Geraet ist kaputt", "refund broken can_you"),
    ("de", "Aus dem Toaster kam Rauch, Brandgefahr!", "danger"),
    ("de", "Der Sender hat tolle Neuigkeiten, ich liebe eure App", "love announcement"),
    ("es", "Llevo dias esperando el reembolso y nadie responde", "waiting refund"),
    ("es", "¿Cuanto cuesta y teneis talla M?", "price availability"),
    ("es", "Soy periodista y preparo un reportaje", "press"),
    ("fr", "Toujours pas reçu mon colis, c'est honteux", "delivery awful"),
    ("fr", "Bonjour, mon compte est bloqué, aidez-moi svp", "access help can_you"),
    ("fr", "Je participe, je croise les doigts", "contest"),
    ("pt", "Cadê meu pedido? Já faz duas semanas", "delivery waiting"),
    ("pt", "Fui cobrado duas vezes, quero meu dinheiro de volta", "billing refund"),
    ("pt", "Adorei, vocês arrasaram", "love"),
    ("it", "Il pacco non è arrivato e nessuno risponde", "delivery waiting"),
    ("it", "Presa la scossa dal vostro phon, è pericoloso", "danger"),
    ("it", "Quanto costa? Spedite anche in Svizzera?", "price availability"),
    ("nl", "Mijn pakketje is nog niet bezorgd, de klantenservice reageert niet", "delivery waiting help"),
    ("nl", "Ik wil mijn abonnement opzeggen", "cancel billing can_you"),
    ("nl", "Ligt de storing aan mij of bij iedereen?", "outage"),
    ("da", "Min pakke er ikke kommet, og ingen svarer", "delivery waiting"),
    ("da", "Kjøkkenmaskinen tok fyr, dere burde være redde", "danger"),
    ("sv", "Appen funkar inte och jag får inget svar", "broken waiting"),
    ("sv", "Stort tack för hjälpen, ni är bäst", "thanks love"),
    ("pl", "Paczka nie dotarła, czekam od tygodnia", "delivery waiting"),
    ("pl", "Dziękuję, jesteście najlepsi", "thanks love"),
    ("tr", "Kargom hâlâ gelmedi, iade istiyorum", "delivery refund"),
    ("tr", "Fiyatı ne kadar, stokta var mı?", "price availability"),
    ("ja", "注文した荷物がまだ届かないのですが、返金してください", "delivery refund can_you"),
    ("ja", "ガラス片が混入していました", "poison"),
    ("ar", "طلبي لم يصل وأريد استرداد المبلغ", "delivery refund"),
    ("ar", "شكراً لكم خدمة ممتازة", "thanks"),
    ("hi", "Mera order abhi tak nahi aaya, paise wapas karo", "delivery refund"),
    ("hi", "मुझे रिफंड कब मिलेगा", "refund question_word"),
]
MISLEADING = [
    ("de", "Ich lach mich tot über euren Spot", "death"),
    ("es", "Me muero de risa con el anuncio", "death"),
    ("fr", "Je suis morte 😂 trop drôle", "death"),
    ("pt", "Morri de rir com o vídeo", "death"),
    ("it", "Morto dal ridere, bravi", "death"),
    ("nl", "Deze burger is een smaakexplosie", "danger"),
    ("sv", "Så gott, en riktig smakexplosion", "danger"),
    ("ja", "待った甲斐がありました", "waiting"),
]


@cache
def phrases(language: str) -> Mapping[str, str]:
    listed: Mapping[str, str] = import_module(f"shared.classifiers.words.{language}").WORDS
    return listed


@cache
def understood(language: str) -> Cues:
    return cues(phrases(language))


def ideas_in(language: str, text: str) -> set[str]:
    return {one.idea for one in understood(language).find(words(text))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_idea_of_a_language_is_one_that_english_has_or_that_carries_a_feeling(language: str) -> None:
    known = {*phrases("en"), *phrases("marks"), *VALENCE, NOTHING, "not"}
    assert phrases(language).keys() <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_has_a_word_once_it_is_read(language: str) -> None:
    wordless = [one for listed in phrases(language).values() for one in listed.split(",") if not words(one)]
    assert wordless == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice_under_one_idea(language: str) -> None:
    for idea, listed in phrases(language).items():
        read = Counter(" ".join(words(one)) for one in listed.split(","))
        assert [one for one, count in read.items() if count > 1] == [], idea


@pytest.mark.parametrize(("language", "text", "ideas"), SAID)
def test_what_people_write_is_understood(language: str, text: str, ideas: str) -> None:
    assert set(ideas.split()) <= ideas_in(language, text)


@pytest.mark.parametrize(("language", "text", "idea"), MISLEADING)
def test_a_figure_of_speech_endangers_nobody(language: str, text: str, idea: str) -> None:
    assert idea not in ideas_in(language, text)
