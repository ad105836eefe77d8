"""What botocore raises, as what a user can do about it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from botocore.exceptions import BotoCoreError, ClientError

from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.transcoder import TranscodeJobNotFound, TranscoderUnreachable

_UNACCEPTED = {
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "RequestExpired",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
}
_BUSY = {"TooManyRequestsException", "ThrottlingException", "Throttling", "RequestLimitExceeded"}
_CLOCK = re.compile("signature (expired|not yet current)", re.IGNORECASE)
_POINTER = re.compile(r"(?<![\w/])/([a-z]\w*(?:/\w+)*)")
_SET_KEYS = "set the account's keys, or sign in with the AWS command line."


class UnexpectedAnswer(Exception):  # noqa: N818 - says what happened
    """An answer without what MediaConvert always says."""


@contextmanager
def explained(*, role: str, job_id: str | None = None) -> Iterator[None]:
    """Turns what botocore raises inside into a ProductionError."""
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415
    from botocore.parsers import ResponseParserError  # noqa: PLC0415

    try:
        yield
    except ClientError as error:
        raise _refusal(error, role, job_id) from error
    except BotoCoreError as error:
        raise _unsent(error) from error
    except (ResponseParserError, UnexpectedAnswer) as error:
        raise TranscoderUnreachable(
            "What answers is not MediaConvert: check the network (a sign-in page, a proxy) and "
            "the account's endpoint. It is asked again later."
        ) from error


def code_of(error: Exception | None) -> str:
    """AWS's name for a refusal; empty where AWS said nothing."""
    answer: dict[str, Any] = getattr(error, "response", {})
    return str(answer.get("Error", {}).get("Code", ""))


def _unsent(error: "BotoCoreError") -> ProductionError:
    """Nothing came back: our side is wrong, or nobody answered."""
    from botocore import exceptions as known  # noqa: PLC0415

    if isinstance(
        error,
        known.NoCredentialsError
        | known.PartialCredentialsError
        | known.CredentialRetrievalError
        | known.TokenRetrievalError
        | known.ProfileNotFound
        | known.SSOError,
    ):
        return ProductionError(f"There are no AWS credentials ({_line(error)}): {_SET_KEYS}")
    if isinstance(error, known.ParamValidationError):
        problems = " ".join(str(error.kwargs.get("report", error)).split())
        return ProductionError(f"MediaConvert refuses this job. {problems}")
    if isinstance(error, known.SSLError):
        return ProductionError(
            f"This computer does not trust what answers as MediaConvert ({_line(error)}): check "
            "its clock, its certificates, and the account's endpoint."
        )
    if isinstance(error, known.HTTPClientError | known.ConnectionError):
        return TranscoderUnreachable(
            f"MediaConvert does not answer ({_line(error)}): it is asked again later."
        )
    return ProductionError(f"MediaConvert cannot be asked: {_line(error)}. Check the account.")


def _refusal(error: "ClientError", role: str, job_id: str | None) -> ProductionError:
    code, status = code_of(error), _status_of(error)
    said = str(error.response.get("Error", {}).get("Message", "")).strip() or code
    if passing := _why_it_may_pass(code, status):
        return TranscoderUnreachable(f"{passing} (AWS says: {said}) It is asked again later.")
    if code in _UNACCEPTED and _CLOCK.search(said):
        return ProductionError(f"This computer's clock is wrong: set it. AWS says: {said}")
    if code in _UNACCEPTED:
        return ProductionError(f"AWS does not accept the credentials ({said}): {_SET_KEYS}")
    if status == 403:
        return _forbidden(said, error.operation_name, role)
    if code == "NotFoundException" and job_id is not None:
        return TranscodeJobNotFound(
            f"MediaConvert has no job {job_id} ({said}): send the production again."
        )
    return ProductionError(
        f"MediaConvert refuses {error.operation_name}: {_POINTER.sub(_member_path, said)}"
    )


def _why_it_may_pass(code: str, status: int) -> str | None:
    if code in _BUSY or status == 429:
        return "MediaConvert is asked too often."
    if code == "ServiceQuotaExceededException":
        return "The account has as many MediaConvert jobs as its quota allows."
    if status >= 500:
        return "MediaConvert has trouble of its own."
    return None


def _status_of(error: "ClientError") -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _forbidden(said: str, operation: str, role: str) -> ProductionError:
    if "passrole" in said.lower():
        return ProductionError(
            f"The AWS credentials may not hand the role {role} to MediaConvert: allow "
            f"iam:PassRole on it. AWS says: {said}"
        )
    return ProductionError(
        f"The AWS credentials may not do this: allow mediaconvert:{operation}. AWS says: {said}"
    )


def _member_path(pointer: re.Match[str]) -> str:
    """`/outputGroups/0/name`, AWS's way, as `Settings.OutputGroups[0].Name`, the profiles'."""
    path = "Settings"
    for part in pointer[1].removeprefix("settings/").split("/"):
        path += f"[{part}]" if part.isdigit() else f".{part[0].upper()}{part[1:]}"
    return path


def _line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
