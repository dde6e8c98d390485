"""A deployment's first agency and its administration key; every other key is made over the API from this one."""

import os
from datetime import UTC, datetime

from shared.domain.clock import SystemClock, id_maker
from shared.domain.ledger import Fact, entry
from shared.domain.parties import DEPLOYMENT, Agency, Key, Member, Party, Roll, Scope
from shared.domain.tokens import Token, new_secret
from shared.stores import Committing


def bootstrap(store: Committing, name: str, person: str, signature: str) -> str:
    """Make an agency called ``name``, its administrator, and return the administration key, shown this once."""
    now = datetime.now(UTC)
    new_id = id_maker(SystemClock())
    agency = Agency(id=new_id("agy"), name=name, created_at=now)
    member = Member(
        id=new_id("mbr"),
        realm=agency.id,
        party=Party.AGENCY,
        agency=agency.id,
        name=person,
        signature=signature,
        created_at=now,
    )
    secret, digest = new_secret(os.urandom)
    key = Key(
        id=new_id("key"),
        realm=agency.id,
        member=member.id,
        party=Party.AGENCY,
        agency=agency.id,
        scopes=(Scope.ADMIN, Scope.STOP),
        digest=digest,
        created_at=now,
    )
    fact = Fact(type="agency.created", subject=agency.id, data={"name": name})
    created = entry(fact, id=new_id("led"), realm=agency.id, at=now, who={"operator": "bootstrap"})
    store.commit(agency, Roll(realm=DEPLOYMENT, id=agency.id), member, key, created)
    return str(Token(realm=agency.id, key=key.id, secret=secret))
