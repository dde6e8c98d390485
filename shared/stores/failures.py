"""Every way in which DynamoDB, botocore or PynamoDB can fail, as one error of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError
from pynamodb.exceptions import PynamoDBException

from shared.stores import StoreError


def response_code(error: PynamoDBException) -> str:
    """DynamoDB's own name for the failure, or "" if it named none.

    PynamoDB's ``cause_response_code`` trips over a read timeout, whose ``response`` is there and None.
    """
    response = getattr(error.cause, "response", None) or {}
    return str(response.get("Error", {}).get("Code", ""))


def unanswered(error: Exception) -> StoreError:
    """What a failure inside is called outside; names no table and quotes no record."""
    if isinstance(error, ClientError):
        what = str(error.response.get("Error", {}).get("Code", ""))
    elif isinstance(error, PynamoDBException):
        what = response_code(error) or type(error.cause or error).__name__
    else:
        what = type(error).__name__
    return StoreError(f"The store did not answer as it should: {what}.")


@contextmanager
def answering() -> Iterator[None]:
    """Turns every way in which DynamoDB, botocore or PynamoDB can fail into a StoreError."""
    try:
        yield
    except (PynamoDBException, BotoCoreError, ClientError, ResponseParserError) as error:
        raise unanswered(error) from error
    except msgspec.DecodeError as error:
        raise StoreError("The store holds a record that cannot be read.") from error
