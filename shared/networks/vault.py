"""Where accounts' credentials lie (AWS Secrets Manager, one secret each), and the lines opened with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec

from shared.domain.accounts import Account
from shared.domain.clock import Clock
from shared.domain.errors import InvalidError
from shared.networks import CONNECTORS, Connect, Connection, CredentialsError, Shelf

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

CONNECTION_AGE = timedelta(minutes=1)
"""How long a warm process may go on with credentials that have been replaced."""


@dataclass(frozen=True, slots=True)
class Vault:
    """Secrets named ``backchannel/{stage}/{client}/{account}``, each a JSON object of strings.

    Storing needs no right to read, and reading none to store.
    """

    client: "SecretsManagerClient" = field(repr=False)
    stage: str

    def read(self, account: Account) -> Mapping[str, str]:
        """Raises CredentialsError when there are none, or none that can be read."""
        # botocore is paid for by those who read secrets.
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        errors = self.client.exceptions
        try:
            answer = self.client.get_secret_value(SecretId=self._name(account))
        except (errors.ResourceNotFoundException, errors.InvalidRequestException):
            raise CredentialsError(f"There are no credentials for the account {account.id}.") from None
        except (BotoCoreError, ClientError) as unanswered:
            raise CredentialsError(
                f"The credentials of the account {account.id} could not be read: the vault did not answer."
            ) from unanswered
        try:
            return msgspec.json.decode(answer["SecretString"], type=dict[str, str])
        except msgspec.MsgspecError:
            raise CredentialsError(f"The credentials of the account {account.id} cannot be read.") from None

    def store(self, account: Account, credentials: Mapping[str, str]) -> None:
        """Keeps ``credentials`` in place of any that were there."""
        name, content = self._name(account), msgspec.json.encode(dict(credentials)).decode()
        try:
            self.client.create_secret(Name=name, SecretString=content)
        except self.client.exceptions.ResourceExistsException:
            self.client.put_secret_value(SecretId=name, SecretString=content)

    def _name(self, account: Account) -> str:
        return f"backchannel/{self.stage}/{account.client}/{account.id}"


@dataclass(frozen=True, slots=True)
class _Opened:
    account: Account
    at: datetime
    connection: Connection


def connector(vault: Vault, shelf: Shelf, clock: Clock) -> Connect:
    """Opens lines with credentials out of ``vault`` and keeps each open for :data:`CONNECTION_AGE`.

    What it returns raises CredentialsError, or InvalidError for a network that is not spoken here.
    """
    lines: dict[str, _Opened] = {}

    def connect(account: Account) -> Connection:
        now = clock.now()
        for stale in [id_ for id_, line in lines.items() if now - line.at >= CONNECTION_AGE]:
            del lines[stale]
        line = lines.get(account.id)
        if line is None or line.account != account:
            line = lines[account.id] = _Opened(account, now, _open(account, vault, shelf))
        return line.connection

    return connect


def _open(account: Account, vault: Vault, shelf: Shelf) -> Connection:
    if account.network not in CONNECTORS:
        raise InvalidError(f"is not a network spoken here: {account.network}", "network")
    connection: Connection = import_module(CONNECTORS[account.network]).connect(account, vault.read(account), shelf)
    return connection
