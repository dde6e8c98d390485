"""What the client's guidelines put on a text: the disclosure that it needs, and its author's signature.

Putting on twice is putting on once.
"""

from collections.abc import Iterable, Sequence

from shared.domain.guidelines.checking import About, discloses, holds, stands
from shared.domain.guidelines.rules import Guidelines


def signs(guidelines: Guidelines, about: About) -> bool:
    """Whether texts are signed there."""
    return guidelines.signing is not None and holds(guidelines.signing.where, about)


def put_on(parts: Sequence[str], guidelines: Guidelines, about: About, signature: str) -> tuple[str, ...]:
    """``parts`` of a text, the first with its disclosures and the last with the signature at its end.

    An empty part stays empty: nothing was said that could be signed.
    """
    first, *others = parts
    texts = [_disclosed(first, guidelines, about, signature), *others]
    if signs(guidelines, about) and texts[-1].strip() and not is_signed(texts[-1], signature):
        texts[-1] = f"{texts[-1].rstrip()} {signature}"
    return tuple(texts)


def is_signed(text: str, signature: str) -> bool:
    return stands(signature.casefold(), text.casefold())


def unsigned(text: str, signature: str) -> str:
    """``text`` without the signature at its end, if it is there."""
    bare = text.rstrip()
    if not _ends_with(bare, signature):
        return text
    return bare[: -len(signature)].rstrip()


def faked(parts: Iterable[str], own: str, others: Iterable[str]) -> tuple[int, str] | None:
    """The part in which a signature of ``others`` stands that is not ``own``, and which it is.

    One that begins like a word, such as a first name, counts at the end of a part only: there it signs.
    """
    foreign = {other.casefold(): other for other in others if other.casefold() not in own.casefold()}
    for number, text in enumerate(parts):
        plain = text.casefold()
        for folded, signature in foreign.items():
            marked = not folded[0].isalnum() and stands(folded, plain)
            if marked or _ends_with(plain.rstrip(), folded):
                return number, signature
    return None


def _ends_with(text: str, signature: str) -> bool:
    """As words of its own."""
    before, end = text[: -len(signature)], text[-len(signature) :]
    if end.casefold() != signature.casefold():
        return False
    return not before or not (signature[0].isalnum() and before[-1].isalnum())


def _disclosed(text: str, guidelines: Guidelines, about: About, signature: str) -> str:
    """Put before a signature that is at the end already."""
    for rule in guidelines.disclosures:
        if rule.put_on and holds(rule.where, about) and text.strip() and not discloses(text, rule):
            bare = unsigned(text, signature) if signs(guidelines, about) else text
            end = f" {text.rstrip()[-len(signature) :]}" if bare != text else ""
            text = f"{bare.rstrip()} {rule.texts[0]}{end}".lstrip()
    return text
