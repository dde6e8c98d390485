"""Where accounts' credentials lie (AWS Secrets Manager, one secret each), and the lines opened with them."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec

from shared.domain.accounts import Account
from shared.domain.clock import Clock
from shared.domain.errors import InvalidError
from shared.networks import CONNECTORS, Connect, Connection, CredentialsError, Refresh, Shelf, ThrottledError

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

CONNECTION_AGE = timedelta(minutes=1)
"""How long a warm process may go on with credentials that have been renewed: at half of their life, that is safe.

Those of an account that was connected anew are taken at once.
"""
CURRENT, PENDING = "AWSCURRENT", "AWSPENDING"
SECRET_NAME = "backchannel/{stage}/{client}/{account}"  # noqa: S105
"""Of the one secret that holds an account's credentials."""


@dataclass(frozen=True, slots=True)
class Held:
    """Credentials, and which version of their secret they are."""

    credentials: Mapping[str, str] = field(repr=False)
    version: str


@dataclass(frozen=True, slots=True)
class Vault:
    """Secrets named ``backchannel/{stage}/{client}/{account}``, each a JSON object of strings.

    Storing needs no right to read, and reading none to store; renewing needs both, and the right to delete. A version
    has one successor at the most, whose id follows from its own, so that two who renew the same credentials cannot both
    be the last.
    Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
    """

    client: "SecretsManagerClient" = field(repr=False)
    stage: str

    def read(self, account: Account) -> Mapping[str, str]:
        """As :meth:`held`."""
        return self.held(account).credentials

    def held(self, account: Account) -> Held:
        """Raises CredentialsError when there are none, or none that can be read, and ThrottledError for an outage."""
        found = self._version(account, VersionStage=CURRENT)
        if found is None:
            lost = "is closed, and its credentials were deleted" if account.closed_at else "has no credentials"
            raise CredentialsError(f"The account {account.id} {lost}.")
        return found

    def store(self, account: Account, credentials: Mapping[str, str]) -> None:
        """Keeps ``credentials`` in place of any that were there."""
        name, content = self._name(account), _encoded(credentials)
        try:
            self.client.create_secret(Name=name, SecretString=content)
        except self.client.exceptions.ResourceExistsException:
            self.client.put_secret_value(SecretId=name, SecretString=content)

    def successor(self, account: Account, held: Held) -> Mapping[str, str] | None:
        """What :meth:`keep` kept after ``held``, if anything."""
        found = self._version(account, VersionId=_successor(held.version))
        return None if found is None else found.credentials

    def keep(self, account: Account, credentials: Mapping[str, str], held: Held) -> None:
        """Puts ``credentials`` by as those that come after ``held``; nobody reads them until they are promoted.

        Once more is no error; Secrets Manager takes no others under the same id. Raises ThrottledError when it is not
        known to be done.
        """
        with self._answering(account):
            self.client.put_secret_value(
                SecretId=self._name(account),
                SecretString=_encoded(credentials),
                ClientRequestToken=_successor(held.version),
                VersionStages=[PENDING],
            )

    def promote(self, account: Account, held: Held) -> bool:
        """Has what was kept after ``held`` read from now on; False when ``held`` is not what is read any more.

        Raises ThrottledError when that is not known to be done.
        """
        try:
            with self._answering(account):
                self.client.update_secret_version_stage(
                    SecretId=self._name(account),
                    VersionStage=CURRENT,
                    MoveToVersionId=_successor(held.version),
                    RemoveFromVersionId=held.version,
                )
        except self.client.exceptions.InvalidParameterException:
            # Either a person has connected the account anew, or this very call has gone through before.
            return self.held(account).version == _successor(held.version)
        return True

    def forget(self, account: Account) -> None:
        """Deletes what is kept, all versions and for good; what is not there is no error.

        Raises ThrottledError when it is not known to be done.
        """
        # botocore is paid for by those who use secrets.
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            self.client.delete_secret(SecretId=self._name(account), ForceDeleteWithoutRecovery=True)
        except self.client.exceptions.ResourceNotFoundException:
            return
        except (BotoCoreError, ClientError) as unanswered:
            raise ThrottledError(
                f"The credentials of the account {account.id} are not known to be deleted.", None
            ) from unanswered

    def _version(self, account: Account, **which: str) -> Held | None:
        errors = self.client.exceptions
        try:
            with self._answering(account):
                answer = self.client.get_secret_value(SecretId=self._name(account), **which)
        except (errors.ResourceNotFoundException, errors.InvalidRequestException):
            return None
        try:
            credentials = msgspec.json.decode(answer["SecretString"], type=dict[str, str])
        except msgspec.MsgspecError:
            raise CredentialsError(f"The credentials of the account {account.id} cannot be read.") from None
        return Held(credentials, answer["VersionId"])

    @contextmanager
    def _answering(self, account: Account) -> Iterator[None]:
        """What the vault says of the secret itself is raised as it is; anything else is an outage."""
        # botocore is paid for by those who read secrets.
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        errors = self.client.exceptions
        try:
            yield
        except (
            errors.ResourceNotFoundException,
            errors.InvalidRequestException,
            errors.InvalidParameterException,
        ):
            raise
        except (BotoCoreError, ClientError) as unanswered:
            raise ThrottledError(
                f"The credentials of the account {account.id} cannot be had: the vault did not answer.", None
            ) from unanswered

    def _name(self, account: Account) -> str:
        return SECRET_NAME.format(stage=self.stage, client=account.client, account=account.id)


def _encoded(credentials: Mapping[str, str]) -> str:
    return msgspec.json.encode(dict(credentials)).decode()


def _successor(version: str) -> str:
    """The id of the version after ``version``: 64 characters, the most that one may have."""
    return hashlib.sha256(version.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Opened:
    account: Account
    at: datetime
    connection: Connection


def connector(vault: Vault, shelf: Shelf, clock: Clock) -> Connect:
    """Opens lines with credentials out of ``vault`` and keeps each open for :data:`CONNECTION_AGE`.

    What it returns raises CredentialsError, ThrottledError for a vault that does not answer, or InvalidError for a
    network that is not spoken here.
    """
    lines: dict[str, _Opened] = {}

    def connect(account: Account) -> Connection:
        now = clock.now()
        for stale in [id_ for id_, line in lines.items() if now - line.at >= CONNECTION_AGE]:
            del lines[stale]
        line = lines.get(account.id)
        if line is None or line.account != account:
            connection = _connector(account.network).connect(account, vault.read(account), shelf)
            line = lines[account.id] = _Opened(account, now, connection)
        return line.connection

    return connect


def opened(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """A line with these credentials, of which nothing is kept. Raises CredentialsError, InvalidError."""
    connection: Connection = _connector(account.network).connect(account, credentials, shelf)
    return connection


def refresher(network: str) -> Refresh | None:
    """How a network's credentials are renewed; None where they hold until they are revoked."""
    found: Refresh | None = getattr(_connector(network), "refresh", None)
    return found


def expiry(credentials: Mapping[str, str]) -> datetime | None:
    """When credentials run out (``expires_at``, ISO 8601, UTC if nothing else is said); None where they do not say.

    Raises InvalidError.
    """
    said = credentials.get("expires_at")
    if not said:
        return None
    try:
        at = datetime.fromisoformat(said)
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise InvalidError("must be a time such as 2026-11-25T09:00:00Z", "credentials.expires_at") from None


def _connector(network: str) -> Any:
    if network not in CONNECTORS:
        raise InvalidError(f"is not a network spoken here: {network}", "network")
    return import_module(CONNECTORS[network])
