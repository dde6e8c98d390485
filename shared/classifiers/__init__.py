"""What a message is about, told from its text: the classifiers behind :class:`shared.domain.classify.Classifier`."""

from functools import cache

from shared.classifiers.embedded import Embedded, embedded
from shared.domain.listening.classify import Classifier

__all__ = ["CLASSIFIERS", "COMPREHEND", "EMBEDDED", "Embedded", "classifier", "embedded"]

EMBEDDED, COMPREHEND = CLASSIFIERS = ("embedded", "comprehend")


@cache
def classifier(name: str = EMBEDDED) -> Classifier:
    """The one of that name. ``comprehend`` asks Amazon Comprehend for the language and the sentiment."""
    if name == EMBEDDED:
        return embedded()
    if name == COMPREHEND:
        from shared.classifiers.comprehend import comprehend  # noqa: PLC0415  for those who ask for it

        return comprehend()
    raise ValueError(f"There is no classifier {name}, only {' and '.join(CLASSIFIERS)}.")
