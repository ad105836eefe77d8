"""MediaConvert on loopback: botocore's own service model behind a small HTTP server.

A real boto3 client talks to it through `endpoint_url`. Requests are held against the model, the
answers are in its words (REST-JSON, camelCase, Unix seconds, 201/200/202). Jobs go to an engine,
`local_engine` for real outputs, or stay where they are until a test moves them. It can be busy,
broken, or accept and then not answer.
"""

import itertools
import json
import re
import tempfile
import threading
import time
import uuid
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from botocore.loaders import Loader, create_loader
from botocore.session import get_session
from botocore.validate import ParamValidator

from timeline_studio.errors import StudioError
from timeline_studio.productions import (
    MediaConvertOptions,
    MediaConvertTranscoder,
    mediaconvert_client,
    transcode,
)
from timeline_studio.storage import ObjectStore

ACCESS_KEY, SECRET_KEY = "AKIDLOOPBACK", "loopback-secret"
REGION, ROLE = "eu-central-1", "arn:aws:iam::123456789012:role/MediaConvert"
TOKEN_SECONDS = 60.0
OPERATIONS = ("CreateJob", "GetJob", "ListJobs", "SearchJobs", "CancelJob")
FINAL = ("COMPLETE", "CANCELED", "ERROR")

Progress = Callable[[float, str], None]
Engine = Callable[[dict[str, Any], Progress], None]
"""Makes the outputs of job settings; what `Progress` raises ends it."""


@dataclass(frozen=True)
class Fault:
    """An answer instead of the real one. With `accepted` the request has been carried out;
    without a `status` the connection is closed and nothing is said; a `page` is not JSON."""

    status: int | None = None
    code: str = ""
    message: str = ""
    accepted: bool = False
    page: str | None = None


THROTTLED = Fault(429, "TooManyRequestsException", "Too Many Requests")
BROKEN = Fault(503, "ServiceUnavailableException", "Service Unavailable")
INTERNAL = Fault(500, "InternalServerErrorException", "Internal Server Error")
SIGN_IN_PAGE = Fault(200, page="<html>Welcome to the hotel's network</html>")
LOST_ANSWER = Fault(accepted=True)
LOST_REQUEST = Fault()


class Refused(Exception):  # noqa: N818 - says what happened
    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


class _Cancelled(Exception):  # noqa: N818 - says what happened
    """Out of an engine's progress: its job was cancelled."""


@dataclass
class _Token:
    job_id: str
    expires: float


@dataclass
class MediaConvertServer:
    """`jobs` are in the order of their submission, with the members of the model's Job."""

    engine: Engine | None = None
    token_seconds: float = TOKEN_SECONDS
    endpoint_url: str = ""
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)
    """How many of each operation came in, faults and repeats included."""

    def __post_init__(self) -> None:
        model = _service_model()
        self._faults: dict[str, deque[Fault]] = {name: deque() for name in OPERATIONS}
        self._tokens: dict[str, _Token] = {}
        self._lock = threading.RLock()
        self._engines = ThreadPoolExecutor(1, "mediaconvert-engine")
        self._number = itertools.count(1)
        self._routes = [
            (model.operation_model(name), _route(model.operation_model(name)))
            for name in OPERATIONS
        ]

    # what a test asks of it

    def fail_next(self, operation: str, *faults: Fault) -> None:
        self._faults[operation].extend(faults)

    def take_faults_from(self, faults: deque[Fault]) -> None:
        """For every operation."""
        self._faults = dict.fromkeys(OPERATIONS, faults)

    def forget_faults(self) -> None:
        for faults in self._faults.values():
            faults.clear()

    def change(self, job_id: str, **members: Any) -> None:
        with self._lock:
            self.jobs[job_id].update(members)

    def jobs_of(self, **metadata: str) -> list[str]:
        return [
            job["Id"]
            for job in self.jobs.values()
            if metadata.items() <= job["UserMetadata"].items()
        ]

    def transcoder(self, **options: Any) -> MediaConvertTranscoder:
        """Through a real boto3 client. Close it."""
        return MediaConvertTranscoder(
            MediaConvertOptions(
                region=REGION, role=ROLE, endpoint_url=self.endpoint_url, **options
            ),
            lambda: mediaconvert_client(
                region=REGION,
                endpoint_url=self.endpoint_url,
                access_key=ACCESS_KEY,
                secret_key=SECRET_KEY,
            ),
        )

    # the protocol

    def answer(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, str, dict[str, Any] | str] | None:
        """(status, AWS's name of an error, what it says); None: say nothing."""
        url = urlsplit(target)
        try:
            operation, parameters = self._matched(method, url.path)
            self.requests[operation.name] += 1
            fault = self._faults[operation.name].popleft() if self._faults[operation.name] else None
            if fault is not None and not fault.accepted:
                return _told(fault)
            _check_signature(headers)
            parameters |= _read(operation.input_shape, dict(parse_qsl(url.query)), body)
            _check(parameters, operation.input_shape)
            with self._lock:
                result = getattr(self, f"_{_snake(operation.name)}")(parameters)
            if fault is not None:
                return _told(fault)
            return operation.http["responseCode"], "", _to_wire(result, operation.output_shape)
        except Refused as refused:
            return refused.status, refused.code, {"message": refused.message}

    def _matched(self, method: str, path: str) -> tuple[Any, dict[str, Any]]:
        for operation, pattern in self._routes:
            found = pattern.fullmatch(path)
            if found and operation.http["method"] == method:
                return operation, {
                    name: unquote(value) for name, value in found.groupdict().items()
                }
        raise Refused(403, "MissingAuthenticationTokenException", f"No operation {method} {path}")

    def _create_job(self, request: dict[str, Any]) -> dict[str, Any]:
        token = request.pop("ClientRequestToken", None) or uuid.uuid4().hex
        if len(token) > 64 or not token.isascii():
            raise Refused(400, "BadRequestException", "/clientRequestToken: at most 64 characters")
        known = self._tokens.get(token)
        if known and known.expires > time.monotonic():
            return {"Job": self.jobs[known.job_id]}
        now = time.time()
        job_id = f"{int(now * 1000)}-{next(self._number):06d}"
        self.jobs[job_id] = {
            "UserMetadata": {},
            **request,
            "Id": job_id,
            "Arn": f"arn:aws:mediaconvert:{REGION}:123456789012:jobs/{job_id}",
            "ClientRequestToken": token,
            "CreatedAt": now,
            "Status": "SUBMITTED",
            "JobPercentComplete": None,
            "Timing": {"SubmitTime": now},
        }
        self._tokens[token] = _Token(job_id, time.monotonic() + self.token_seconds)
        if self.engine is not None:
            self._engines.submit(self._run, job_id, self.engine)
        return {"Job": self.jobs[job_id]}

    def _get_job(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"Job": self._job(request["Id"])}

    def _cancel_job(self, request: dict[str, Any]) -> dict[str, Any]:
        job = self._job(request["Id"])
        if job["Status"] in FINAL:
            raise Refused(409, "ConflictException", f"The job is {job['Status']}")
        job["Status"] = "CANCELED"
        return {}

    def _list_jobs(self, request: dict[str, Any]) -> dict[str, Any]:
        return self._page(list(self.jobs.values()), request)

    def _search_jobs(self, request: dict[str, Any]) -> dict[str, Any]:
        wanted = request.get("InputFile", "")
        if len(wanted) > 300:
            raise Refused(400, "BadRequestException", "/inputFile: at most 300 characters")
        return self._page(
            [
                job
                for job in self.jobs.values()
                if any(wanted in i.get("FileInput", "") for i in job["Settings"].get("Inputs", []))
            ],
            request,
        )

    def _page(self, jobs: list[dict[str, Any]], request: dict[str, Any]) -> dict[str, Any]:
        chosen = [
            job
            for job in jobs
            if request.get("Status", job["Status"]) == job["Status"]
            and request.get("Queue", job.get("Queue")) == job.get("Queue")
        ]
        if request.get("Order") == "DESCENDING":
            chosen.reverse()
        start = int(request.get("NextToken", 0))
        end = start + request.get("MaxResults", 20)
        more = {"NextToken": str(end)} if end < len(chosen) else {}
        return {"Jobs": chosen[start:end], **more}

    def _job(self, job_id: str) -> dict[str, Any]:
        if job_id not in self.jobs:
            raise Refused(404, "NotFoundException", f"Could not find the job {job_id}")
        return self.jobs[job_id]

    # the work behind it

    def _run(self, job_id: str, engine: Engine) -> None:
        job = self.jobs[job_id]

        def progress(done: float, phase: str) -> None:
            with self._lock:
                if job["Status"] == "CANCELED":
                    raise _Cancelled
                percent = None if phase == "PROBING" else int(done * 100)
                job.update(Status="PROGRESSING", CurrentPhase=phase, JobPercentComplete=percent)

        try:
            progress(0.0, "PROBING")
            engine(job["Settings"], progress)
            progress(1.0, "UPLOADING")
        except _Cancelled:
            return
        except (StudioError, OSError) as error:
            self.change(job_id, Status="ERROR", ErrorCode=1010, ErrorMessage=str(error))
        else:
            self.change(job_id, Status="COMPLETE", JobPercentComplete=100)

    def close(self) -> None:
        """Cancels what runs, and waits for it."""
        with self._lock:
            for job in self.jobs.values():
                if job["Status"] not in FINAL:
                    job["Status"] = "CANCELED"
        self._engines.shutdown(wait=True)


@contextmanager
def mediaconvert_server(
    engine: Engine | None = None, *, token_seconds: float = TOKEN_SECONDS
) -> Iterator[MediaConvertServer]:
    server = MediaConvertServer(engine, token_seconds)

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = server.answer(self.command, self.path, self.headers, body)
            if answer is None:
                return
            status, error, content = answer
            data = (content if isinstance(content, str) else json.dumps(content)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("x-amzn-RequestId", uuid.uuid4().hex)
            if error:
                self.send_header("x-amzn-ErrorType", error)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_DELETE = handle_any  # noqa: N815 - http.server's names

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Quiet."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = False  # each request is over before the server is
    thread = threading.Thread(
        target=listener.serve_forever, kwargs={"poll_interval": 0.02}, name="mediaconvert"
    )
    thread.start()
    server.endpoint_url = f"http://127.0.0.1:{listener.server_port}"
    try:
        yield server
    finally:
        server.close()
        listener.shutdown()
        thread.join()
        listener.server_close()


def local_engine(stores: Mapping[str, ObjectStore]) -> Engine:
    """The program's own engine, so that the outputs are real."""

    def run(settings: dict[str, Any], progress: Progress) -> None:
        with tempfile.TemporaryDirectory(prefix="mediaconvert-") as folder:
            transcode(settings, stores, work_dir=Path(folder), progress=progress)

    return run


def hasten_botocore(patch: pytest.MonkeyPatch) -> None:
    """Its pauses between attempts last no time, and all clients read its models once."""
    patch.setattr("botocore.retries.standard.ExponentialBackoff.delay_amount", lambda *_: 0.0)
    patch.setattr("botocore.session.create_loader", lambda *_: _loader())


@cache
def _loader() -> Loader:
    return create_loader()


@cache
def _service_model() -> Any:
    return get_session().get_service_model("mediaconvert")


def _route(operation: Any) -> re.Pattern[str]:
    """The path's parts by the names of the members that they are."""
    wire = {
        shape.serialization["name"]: name
        for name, shape in operation.input_shape.members.items()
        if shape.serialization.get("location") == "uri"
    }
    path = operation.http["requestUri"]
    return re.compile(re.sub(r"\{(\w+)\}", lambda m: f"(?P<{wire[m[1]]}>[^/]+)", path))


def _check_signature(headers: Mapping[str, str]) -> None:
    signed = headers.get("Authorization", "")
    if not signed.startswith(f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/"):
        raise Refused(403, "UnrecognizedClientException", "The security token included is invalid.")
    if f"/{REGION}/mediaconvert/aws4_request" not in signed:
        raise Refused(403, "InvalidSignatureException", "Signed for another region or service.")


def _read(shape: Any, query: dict[str, str], body: bytes) -> dict[str, Any]:
    """A request's members, in Python's names and types."""
    members: dict[str, Any] = {}
    for name, member in shape.members.items():
        wire = member.serialization.get("name")
        if member.serialization.get("location") == "querystring" and wire in query:
            value = query[wire]
            members[name] = int(value) if member.type_name == "integer" else value
    try:
        content = json.loads(body or b"{}")
    except ValueError as error:
        raise Refused(400, "BadRequestException", f"The body is not JSON: {error}") from error
    return members | _from_wire(content, shape, "")


def _from_wire(value: Any, shape: Any, pointer: str) -> Any:
    if shape.type_name == "structure" and isinstance(value, dict):
        names = {member.serialization["name"]: name for name, member in shape.members.items()}
        for wire in value:
            if wire not in names:
                raise Refused(400, "BadRequestException", f"{pointer}/{wire}: is no member")
        return {
            names[wire]: _from_wire(entry, shape.members[names[wire]], f"{pointer}/{wire}")
            for wire, entry in value.items()
        }
    if shape.type_name == "list" and isinstance(value, list):
        return [_from_wire(v, shape.member, f"{pointer}/{i}") for i, v in enumerate(value)]
    if shape.type_name == "map" and isinstance(value, dict):
        return {k: _from_wire(v, shape.value, f"{pointer}/{k}") for k, v in value.items()}
    choices = shape.metadata.get("enum")
    if choices and value not in choices:
        raise Refused(400, "BadRequestException", f"{pointer}: {value} is not one of {choices[:9]}")
    return value


def _check(parameters: dict[str, Any], shape: Any) -> None:
    report = ParamValidator().validate(parameters, shape).generate_report()
    if report:
        raise Refused(400, "BadRequestException", report)


def _to_wire(value: Any, shape: Any) -> Any:
    if value is None:
        return None
    if shape.type_name == "structure":
        return {
            member.serialization["name"]: _to_wire(value[name], member)
            for name, member in shape.members.items()
            if name in value
        }
    if shape.type_name == "list":
        return [_to_wire(entry, shape.member) for entry in value]
    if shape.type_name == "map":
        return {name: _to_wire(entry, shape.value) for name, entry in value.items()}
    return int(value) if shape.type_name == "timestamp" else value


def _told(fault: Fault) -> tuple[int, str, dict[str, Any] | str] | None:
    if fault.status is None:
        return None
    return fault.status, fault.code, fault.page or {"message": fault.message}


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
