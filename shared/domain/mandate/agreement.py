"""How a mandate changes: a brand takes rights back by its own word, and gives more when the agency signs as well."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import product

from shared.domain.approvals import Approver
from shared.domain.errors import StateError
from shared.domain.mandate.terms import Activity, Row, Terms, Who
from shared.domain.parties import Party


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    party: Party
    member: str
    at: datetime
    sha256: str
    """Hex, of what was signed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal(Terms):
    """Terms that a party put its name to. What both have signed is in force, from its time on."""

    sha256: str
    """Hex, of the terms, whom they bind and from when: what a signature names."""
    effective_from: datetime | None = None
    """None: as soon as both have signed."""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate(Terms):
    """Between a client and one of its agencies."""

    client: str
    agency: str
    effective_from: datetime | None = None
    """None: since it was set."""
    signatures: tuple[Signature, ...] = ()
    """Of what is in force; none under a default that nobody has changed."""
    proposal: Proposal | None = None
    """Waits for the other party's signature."""
    coming: Proposal | None = None
    """Needs no more signatures and takes effect at its time."""
    set_by: str
    set_at: datetime
    version: int = 1

    def at(self, now: datetime) -> "Mandate":
        """As it is by then: what was coming is in force from its time on."""
        coming = self.coming
        if coming is None or coming.effective_from is None or now < coming.effective_from:
            return self
        return self.under(coming, coming.effective_from)

    def under(self, agreed: Proposal, since: datetime) -> "Mandate":
        """With ``agreed`` in force."""
        return replace(
            self,
            rows=agreed.rows,
            accounts=agreed.accounts,
            crisis=agreed.crisis,
            effective_from=since,
            signatures=agreed.signatures,
            coming=None,
            set_by=agreed.signatures[0].member,
            set_at=agreed.signatures[-1].at,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateRequest:
    """The client asks its agency to do what the mandate gives it on request."""

    client: str
    agency: str
    function: str
    activity: Activity
    by: str
    """The member of the client who asked."""
    at: datetime
    until: datetime
    note: str = ""
    version: int = 1

    @property
    def id(self) -> str:
        return request_id(self.agency, self.function, self.activity)


def request_id(agency: str, function: str, activity: Activity) -> str:
    """The one request of that kind that there is at a time."""
    return f"{agency}.{activity.value}.{function}"


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateVersion(Terms):
    """Terms as they were agreed once; kept for good."""

    client: str
    agency: str
    number: int
    """The mandate's version by which they were agreed."""
    effective_from: datetime
    signatures: tuple[Signature, ...] = ()
    """None under the default that a client begins with."""
    version: int = 1

    @property
    def id(self) -> str:
        return f"{self.agency}.{self.number:08}"


def kept(mandate: Mandate) -> MandateVersion:
    """What ``mandate`` was just made to say: what is coming, or what is in force."""
    agreed = mandate.coming or mandate
    return MandateVersion(
        client=mandate.client,
        agency=mandate.agency,
        number=mandate.version,
        rows=agreed.rows,
        accounts=agreed.accounts,
        crisis=agreed.crisis,
        effective_from=agreed.effective_from or mandate.set_at,
        signatures=agreed.signatures,
    )


_REACH = {Who.CLIENT: 0, Who.ON_REQUEST: 1, Who.EITHER: 2, Who.AGENCY: 3}
"""By how much of an activity is the agency's, and how little the client's."""


def narrows(new: Terms, old: Terms) -> bool:
    """Whether ``new`` gives the agency nothing that ``old`` does not, anywhere, and takes nothing from the client."""
    functions = {*new.rows, *old.rows}
    accounts = {None, *new.accounts, *old.accounts}
    return all(
        row_narrows(new.row(function, account, crisis=crisis), old.row(function, account, crisis=crisis))
        for function, account, crisis in product(functions, accounts, (False, True))
    )


def row_narrows(new: Row | None, old: Row | None) -> bool:
    """A partial order. Without a row nobody may do anything: one that gives the agency nothing narrows that as well."""
    if new is None:
        return old is None
    if old is None:
        return all(new.who(activity) is Who.CLIENT for activity in Activity)
    return (
        all(_REACH[new.who(activity)] <= _REACH[old.who(activity)] for activity in Activity)
        and new.approvals >= old.approvals
        and new.in_order >= old.in_order
        and _approvers_narrow(new.approvers, old.approvers)
    )


def _approvers_narrow(new: tuple[Approver, ...], old: tuple[Approver, ...]) -> bool:
    """Whether the old ones become the new ones by giving the client turns: further ones, or those of the agency."""
    if not new:
        return not old
    kept = bool(old) and _turn_narrows(new[0], old[0]) and _approvers_narrow(new[1:], old[1:])
    return kept or (new[0].party is Party.CLIENT and _approvers_narrow(new[1:], old))


def _turn_narrows(new: Approver, old: Approver) -> bool:
    if new.party is not old.party:
        return new.party is Party.CLIENT
    return old.team in ("", new.team)


def proposed(
    mandate: Mandate, terms: Terms, *, party: Party, member: str, effective_from: datetime | None, now: datetime
) -> Mandate:
    """``terms`` laid down by a party, under its signature.

    They take effect by the client's word alone when they narrow what is in force, and whatever was proposed or
    coming is over then. Else they are the proposal, in place of any before; what is in force stays until the other
    party signs.
    """
    current = mandate.at(now)
    sha256 = seal(mandate.client, mandate.agency, terms, effective_from)
    proposal = Proposal(
        rows=terms.rows,
        accounts=terms.accounts,
        crisis=terms.crisis,
        sha256=sha256,
        effective_from=effective_from,
        signatures=(Signature(party=party, member=member, at=now, sha256=sha256),),
    )
    following = replace(current, version=mandate.version + 1)
    if party is Party.CLIENT and narrows(terms, current):
        return _agreed(following, proposal, now)
    return replace(following, proposal=proposal)


def signed(mandate: Mandate, sha256: str, *, party: Party, member: str, now: datetime) -> Mandate:
    """The proposal with the other party's signature, and so in force or coming. Raises StateError."""
    current = mandate.at(now)
    proposal = current.proposal
    if proposal is None:
        raise StateError("Nothing is proposed that could be signed.")
    if proposal.sha256 != sha256:
        raise StateError("That is not what is proposed any more; read the mandate again.")
    if any(signature.party is party for signature in proposal.signatures):
        raise StateError(f"The {party.value} has signed this already; it waits for the other party.")
    signature = Signature(party=party, member=member, at=now, sha256=sha256)
    agreed = replace(proposal, signatures=(*proposal.signatures, signature))
    return _agreed(replace(current, version=mandate.version + 1), agreed, now)


def _agreed(mandate: Mandate, agreed: Proposal, now: datetime) -> Mandate:
    settled = replace(mandate, proposal=None, coming=None)
    if agreed.effective_from is not None and agreed.effective_from > now:
        return replace(settled, coming=agreed)
    return settled.under(agreed, now)


def seal(client: str, agency: str, terms: Terms, effective_from: datetime | None) -> str:
    """Hex SHA-256 over all that a signature stands for."""
    wording = {
        "client": client,
        "agency": agency,
        "effective_from": effective_from.isoformat() if effective_from else None,
        "rows": {name: asdict(row) for name, row in terms.rows.items()},
        "accounts": {
            account: {name: asdict(change) for name, change in changes.items()}
            for account, changes in terms.accounts.items()
        },
        "crisis": {name: asdict(row) for name, row in terms.crisis.items()},
    }
    canonical = json.dumps(wording, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def differing(new: Terms, old: Terms) -> list[str]:
    """The functions of which the one says something else than the other."""
    names = {*new.rows, *old.rows}
    accounts = {None, *new.accounts, *old.accounts}
    places = list(product(accounts, (False, True)))
    return sorted(
        name
        for name in names
        if any(new.row(name, at, crisis=crisis) != old.row(name, at, crisis=crisis) for at, crisis in places)
    )
