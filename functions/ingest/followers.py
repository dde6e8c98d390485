"""Every few minutes: the follower audits that the desk was asked for are made, with credentials that it cannot read.

A network that has no time, or does not answer, is asked again in the next runs, for a day; one that refuses says why in
the audit. Costs a query for each agency and one for each client; and for each audit that waits a read of the account, a
read of its secret, some calls to its network (8 on Mastodon, 27 on Bluesky, 2 on X) and a write.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.accounts import Account
from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.followers import SAMPLE, AuditState, FollowerAudit, quality
from shared.networks import Connect, CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.stores import Committing, ConflictError, Reading, StoreError

WHO = system("ingest.audit_followers")
LONGEST_RUN = timedelta(seconds=120)
"""After which no further audit is begun; the function's own time-out leaves time for the last one."""


class Store(Reading, Committing, Protocol): ...


@dataclass(frozen=True, slots=True)
class FollowerAudits:
    store: Store
    connect: Connect
    clock: Clock
    new_id: NewId

    def run(self) -> int:
        """Returns how many audits came to their end, in numbers or in a reason why not."""
        end = self.clock.monotonic() + LONGEST_RUN.total_seconds()
        ended = 0
        for audit, earlier in self._wanted():
            if self.clock.monotonic() >= end:
                telemetry.logger.warning("no time left; the next run goes on")
                break
            try:
                ended += self._keep(self._audited(audit, earlier), audit)
            except StoreError as unknown:
                said = {"audit": audit.id, "because": str(unknown)}
                telemetry.logger.warning("not known to be kept; the next run asks again", extra=said)
        return ended

    def _wanted(self) -> Iterator[tuple[FollowerAudit, Sequence[FollowerAudit]]]:
        """Each with all of its client's."""
        for client in every_client(self.store):
            audits = list(self.store.list(FollowerAudit, client))
            for audit in audits:
                if audit.state is AuditState.WANTED:
                    yield audit, audits

    def _audited(self, audit: FollowerAudit, earlier: Sequence[FollowerAudit]) -> FollowerAudit:
        account = self.store.get(Account, audit.client, audit.account)
        if account is None or account.closed_at is not None:
            return audit.failed("The account was closed.", self.clock.now())
        try:
            found = self.connect(account).followers(SAMPLE)
        except (RefusedError, CredentialsError) as refusal:
            return audit.failed(refusal.reason, self.clock.now())
        except (ThrottledError, OutcomeUnknownError) as unanswered:
            return audit.put_off(unanswered.reason, self.clock.now())
        done = [one for one in earlier if one.account == audit.account and one.state is AuditState.DONE]
        return audit.done(quality(found.total, found.sample), done[-1] if done else None, self.clock.now())

    def _keep(self, audit: FollowerAudit, before: FollowerAudit) -> bool:
        """Whether it is at its end, and this run brought it there."""
        if audit is before:
            return False
        at = self.clock.now()
        entries = [
            entry(fact, id=self.new_id("led"), realm=audit.client, at=at, who=WHO)
            for fact in ([_fact(audit)] if audit.state is not AuditState.WANTED else [])
        ]
        try:
            self.store.commit(audit, *entries)
        except ConflictError:
            telemetry.logger.info("audited by another run meanwhile", extra={"audit": audit.id})
            return False
        return bool(entries)


def _fact(audit: FollowerAudit) -> Fact:
    found = audit.quality
    if found is None:
        data = {"account": audit.account, "because": audit.because}
        return Fact(type="followers.audit_failed", subject=audit.id, data=data)
    told: dict[str, Any] = {
        "account": audit.account,
        "total": found.total,
        "sampled": found.sampled,
        "suspected": found.suspected,
        "share": found.share,
        "low": found.interval.low if found.interval else None,
        "high": found.interval.high if found.interval else None,
        "unusual_growth": audit.growth.unusual if audit.growth else "",
    }
    return Fact(type="followers.audited", subject=audit.id, data=told)
