"""Promises in a text: what a person wrote that somebody will do later. Found by their usual phrases, not understood."""

import re
from collections.abc import Iterator
from functools import cache

COMMITMENT_RULE = "commitment"
"""As a finding names it."""
LONGEST_SAID = 60


def _begun(beginnings: str, words: int, ends: str) -> str:
    """Phrases that begin so and end so, with up to ``words`` words between; alternatives parted by ``|``."""
    return rf"(?:{beginnings})(?: \w++){{0,{words}}}? (?:{ends})"


_ENGLISH = (
    _begun(
        "(?:we|i)(?:['’]ll| will| shall| are going to|['’]re going to| am going to|['’]m going to)",
        3,
        "call|phone|ring|contact|email|write to|message|dm|text|notify|update|inform|refund|replace|send|get back to"
        "|come back to|reply to|answer|follow up|let you know|keep you|look into|check|fix|investigate|sort",
    ),
    r"you(?:['’]ll| will) (?:hear|receive|get|be contacted|be refunded|be called)",
    r"(?:expect|await) (?:a|our|an) (?:call|answer|reply|update|response)",
)
_GERMAN = (
    _begun(
        "(?:wir|ich) (?:werden|werde)",
        6,
        "melden|anrufen|kontaktieren|informieren|schreiben|antworten|zurückrufen|erstatten|ersetzen|prüfen|klären"
        "|schicken|senden|nachreichen",
    ),
    r"(?:wir|ich) (?:melden?|kümmern?) (?:uns|mich)",
    (
        r"(?:wir|ich) (?:rufen?|kommen?|geben?|schreiben?|schicken?|senden?|informieren?|erstatten?)"
        r" (?:sie|dich|euch|ihnen|dir)"
    ),
    r"(?:sie|du) (?:hören|hörst|bekommen|bekommst|erhalten|erhältst) (?:von uns|bis|morgen|in kürze|bald)",
)
_NORWEGIAN = (
    _begun(
        "(?:vi|jeg) (?:vil|skal|kommer til å)",
        3,
        "ringe|kontakte|ta kontakt|svare|sende|skrive|informere|gi|sjekke|undersøke|refundere|erstatte|komme tilbake"
        "|følge opp|ordne|oppdatere",
    ),
    r"(?:vi|jeg) (?:ringer|kontakter|tar kontakt|kommer tilbake|følger opp|sender|gir (?:deg|dere) beskjed)",
    r"(?:du|dere) (?:vil høre|hører|får høre|får svar|vil få|får beskjed)",
)
_SPANISH = (
    (
        r"(?:te|le|os|les|lo|la) (?:llamaremos|contactaremos|escribiremos|responderemos|contestaremos|avisaremos"
        r"|informaremos|enviaremos|reembolsaremos|devolveremos|confirmaremos|mantendremos)"
    ),
    r"(?:nos pondremos|me pondré) en contacto",
    (
        r"vamos a (?:llamarte|llamarle|contactarte|contactarle|escribirte|responderte|revisar|enviarte|enviarle"
        r"|solucionar)"
    ),
    r"(?:recibirás|recibirá|tendrás|tendrá) (?:noticias|una respuesta|una llamada|un correo|el reembolso)",
)
_FRENCH = (
    (
        r"(?:nous|je) (?:vous |te |t['’])(?:rappellerons|rappellerai|appellerons|contacterons|contacterai|écrirons"
        r"|répondrons|répondrai|informerons|tiendrons|tiendrai|enverrons|enverrai|rembourserons|recontacterons"
        r"|recontacterai)"
    ),
    (
        r"(?:nous allons|je vais|on va) (?:vous|te) (?:rappeler|appeler|contacter|écrire|répondre|informer|envoyer"
        r"|rembourser|recontacter)"
    ),
    r"(?:nous reviendrons|je reviendrai|nous revenons|je reviens|on revient) vers (?:vous|toi)",
    r"vous (?:recevrez|aurez) (?:une réponse|un appel|des nouvelles|un e-?mail|le remboursement)",
)
_SPACE = re.compile(r"\s")


def promises(text: str) -> Iterator[tuple[int, int]]:
    """Where each stands, in characters. English, German, Norwegian, Spanish and French; time linear in ``text``."""
    # One space stands for each, so that places stay as they are.
    return (found.span() for found in _promise().finditer(_SPACE.sub(" ", text)))


@cache
def _promise() -> re.Pattern[str]:
    phrases = "|".join((*_ENGLISH, *_GERMAN, *_NORWEGIAN, *_SPANISH, *_FRENCH))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
