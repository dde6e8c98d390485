"""What a rule can refuse, by name. The edge turns each into a problem document; nothing else does."""


class BackchannelError(Exception):
    """A refusal with a reason that is safe to show to the caller."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class InvalidError(BackchannelError):
    """The input cannot be accepted; ``field`` names where, as a dotted path."""

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.field = field


class NotFoundError(BackchannelError):
    """There is no such thing, or the caller may not know that there is."""


class ForbiddenError(BackchannelError):
    """The caller is known and may not do this."""


class StateError(BackchannelError):
    """The thing is in a state in which this cannot be done."""


class SignatureError(BackchannelError):
    """Nothing proves that the source sent this."""


class ChallengeError(BackchannelError):
    """A challenge that does not prove who asks, or that this source never gets."""


class ShelfError(BackchannelError):
    """The picture was not kept, or it is not known whether it was."""


class UnreachableError(BackchannelError):
    """Somebody else did not say what had to be known first. Nothing was done."""
