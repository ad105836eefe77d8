"""The Transcoder that runs at AWS: MediaConvert's jobs."""

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient
    from mypy_boto3_mediaconvert.type_defs import JobTypeDef

from timeline_studio.productions.mediaconvert.client import mediaconvert_client
from timeline_studio.productions.mediaconvert.furthest import Furthest
from timeline_studio.productions.mediaconvert.options import MediaConvertOptions
from timeline_studio.productions.mediaconvert.refusals import UnexpectedAnswer, code_of, explained
from timeline_studio.productions.production_error import ProductionError
from timeline_studio.productions.settings_check import validate_settings
from timeline_studio.productions.transcoder import (
    TranscodeJobNotFound,
    Transcoder,
    TranscodeStatus,
)

_PAGE = 20  # the most that MediaConvert gives
_LONGEST_TOKEN = 64
_LONGEST_SEARCH = 300


class MediaConvertTranscoder(Transcoder):
    """Job ids are MediaConvert's. Safe to share between threads.

    `client_factory` is called once, at the first request, and may look for credentials. Every
    method raises TranscoderUnreachable for what may pass, and a ProductionError that says what
    to do for what does not.
    """

    def __init__(
        self,
        options: MediaConvertOptions,
        client_factory: Callable[[], "MediaConvertClient"] | None = None,
    ) -> None:
        self._options = options
        self._make_client = client_factory or partial(
            mediaconvert_client,
            region=options.region,
            endpoint_url=options.endpoint_url,
            profile=options.profile,
        )
        self._made: MediaConvertClient | None = None
        self._making = threading.Lock()
        self._furthest = Furthest()

    def submit(self, settings: dict[str, Any], *, token: str, metadata: dict[str, str]) -> str:
        """MediaConvert knows a token for a minute: after that, `find` before."""
        validate_settings(settings)
        request: Any = {
            **self._options.of_a_job(),
            "Settings": settings,
            "ClientRequestToken": _request_token(token),
            "UserMetadata": metadata,
        }
        with self._explained():
            return _job_in(self._client.create_job(**request))["Id"]

    def status(self, job_id: str) -> TranscodeStatus:
        _check_id(job_id)
        with self._explained(job_id):
            return self._told(_job_in(self._client.get_job(Id=job_id)))

    def statuses(self, job_ids: Iterable[str]) -> dict[str, TranscodeStatus]:
        """Through the list while that takes fewer requests than asking for each."""
        missing = set(job_ids)
        found: dict[str, TranscodeStatus] = {}
        pages = self._list_pages() if len(missing) > 1 else iter(())
        for asked, page in enumerate(pages, start=1):
            for job in page:
                if job["Id"] in missing:
                    missing.remove(job["Id"])
                    found[job["Id"]] = self._told(job)
            if asked >= len(missing):
                break
        return found | super().statuses(sorted(missing))

    def cancel(self, job_id: str) -> None:
        _check_id(job_id)
        try:
            with self._explained(job_id):
                self._client.cancel_job(Id=job_id)
        except ProductionError as error:
            # refused because it has ended: that is fine, and stays as it ended
            is_refused = code_of(cast("Exception", error.__cause__)) in {
                "ConflictException",
                "BadRequestException",
            }
            if not is_refused or not self.status(job_id).is_final:
                raise

    def find(
        self,
        *,
        metadata: dict[str, str],
        input_uri: str | None = None,
        since: datetime | None = None,
    ) -> str | None:
        """Without `input_uri` or `since`, every job that the account has kept is read."""
        if since is not None and since.tzinfo is None:
            since = since.replace(tzinfo=UTC)  # as the library keeps its times
        for job in self._newest_first(input_uri):
            if since is not None and job.get("CreatedAt", since) < since:
                return None
            if metadata.items() <= job.get("UserMetadata", {}).items():
                return job["Id"]
        return None

    def close(self) -> None:
        """Lets go of the connections. Another request opens new ones."""
        with self._making:
            if self._made is not None:
                self._made.close()
                self._made = None

    def _newest_first(self, input_uri: str | None) -> Iterator["JobTypeDef"]:
        listed = self._list_pages()
        if input_uri is None or len(input_uri) > _LONGEST_SEARCH:
            return chain.from_iterable(listed)
        # what was submitted a moment ago may not be in the search yet
        recent = next(listed, [])
        return chain(recent, self._searched(input_uri))

    def _list_pages(self) -> Iterator[list["JobTypeDef"]]:
        with self._explained():
            pages = self._client.get_paginator("list_jobs").paginate(
                Order="DESCENDING", PaginationConfig={"PageSize": _PAGE}
            )
            for page in pages:
                yield page.get("Jobs", [])

    def _searched(self, input_uri: str) -> Iterator["JobTypeDef"]:
        with self._explained():
            pages = self._client.get_paginator("search_jobs").paginate(
                InputFile=input_uri, Order="DESCENDING", PaginationConfig={"PageSize": _PAGE}
            )
            for page in pages:
                yield from page.get("Jobs", [])

    def _told(self, job: "JobTypeDef") -> TranscodeStatus:
        return self._furthest.of(job.get("Id", ""), _status_of(job))

    @property
    def _client(self) -> "MediaConvertClient":
        with self._making:
            if self._made is None:
                self._made = self._make_client()
            return self._made

    def _explained(self, job_id: str | None = None) -> Any:
        return explained(role=self._options.role, job_id=job_id)


def _job_in(answer: Any) -> "JobTypeDef":
    """Raises UnexpectedAnswer: a proxy may say 200 to anything."""
    job = answer.get("Job", {})
    if not job.get("Id") or not job.get("Status"):
        raise UnexpectedAnswer
    return cast("JobTypeDef", job)


def _status_of(job: "JobTypeDef") -> TranscodeStatus:
    """`JobPercentComplete` is null where MediaConvert cannot tell."""
    state = job.get("Status", "SUBMITTED")
    error = None
    if state == "ERROR":
        said = job.get("ErrorMessage") or "it gave no reason."
        code = f" (error {job['ErrorCode']})" if "ErrorCode" in job else ""
        error = f"MediaConvert failed{code}: {said}"
    return TranscodeStatus(
        state=state,
        percent=100 if state == "COMPLETE" else job.get("JobPercentComplete"),
        phase=job.get("CurrentPhase") if state == "PROGRESSING" else None,
        error=error,
    )


def _request_token(token: str) -> str:
    """What MediaConvert takes: at most 64 ASCII characters, the same for the same token."""
    if token and token.isascii() and len(token) <= _LONGEST_TOKEN:
        return token
    return sha256(token.encode()).hexdigest()


def _check_id(job_id: str) -> None:
    """An id of another transcoder may not even be a path; an empty one would be the list's."""
    if not job_id.replace("-", "").isalnum():
        raise TranscodeJobNotFound(
            f"MediaConvert has no job “{job_id}”: send the production again."
        )
