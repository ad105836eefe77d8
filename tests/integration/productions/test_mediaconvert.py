"""MediaConvert through a real boto3 client: what AWS may answer, and what becomes of it."""

import random
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError, SSLError

import mediaconvert_server as aws
from mediaconvert_server import Fault, MediaConvertServer, hasten_botocore, mediaconvert_server
from timeline_studio.productions import (
    MediaConvertOptions,
    MediaConvertTranscoder,
    ProductionError,
    TranscodeJobNotFound,
    TranscoderUnreachable,
    TranscodeStatus,
    build_job_settings,
    load_profile,
    mediaconvert_client,
    missing_access,
)
from timeline_studio.productions.mediaconvert.refusals import explained
from timeline_studio.settings import profiles_dir

SOURCE = "s3://media/videos/2026-11/21/asset/video.mp4"
ATTEMPTS = 4


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits, and no real account is in reach."""
    hasten_botocore(monkeypatch)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/nonexistent")


@pytest.fixture
def server() -> Iterator[MediaConvertServer]:
    with mediaconvert_server() as running:
        yield running


@pytest.fixture
def transcoder(server: MediaConvertServer) -> Iterator[MediaConvertTranscoder]:
    made = server.transcoder()
    yield made
    made.close()


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return settings_of(SOURCE)


def settings_of(source: str) -> dict[str, Any]:
    return build_job_settings(
        load_profile("hls-both", profiles_dir()),
        input_uri=source,
        output_bucket="output",
        date="2026-11/21",
        asset_id="asset",
        production_ulid="01JD0000000000000000000000",
    )


class TestSubmit:
    def test_a_job_is_what_the_account_wants(
        self, server: MediaConvertServer, settings: dict[str, Any]
    ) -> None:
        transcoder = server.transcoder(
            queue="fast", acceleration="PREFERRED", priority=-7, tags={"project": "holiday"}
        )
        job_id = transcoder.submit(settings, token="t-1", metadata={"production_ulid": "A"})
        transcoder.close()
        job = server.jobs[job_id]
        assert job["Settings"] == settings
        assert (job["Role"], job["Queue"], job["Priority"]) == (aws.ROLE, "fast", -7)
        assert job["AccelerationSettings"] == {"Mode": "PREFERRED"}
        assert job["Tags"] == {"project": "holiday"}
        assert job["UserMetadata"] == {"production_ulid": "A"}
        assert job["ClientRequestToken"] == "t-1"

    def test_what_is_not_asked_for_is_not_sent(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})
        assert not {"Queue", "AccelerationSettings", "Priority", "Tags"} & set(server.jobs[job_id])

    @pytest.mark.parametrize("token", ["x" * 65, "Über", ""])
    def test_any_token_becomes_one_that_aws_takes(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
        token: str,
    ) -> None:
        first = transcoder.submit(settings, token=token, metadata={})
        assert transcoder.submit(settings, token=token, metadata={}) == first
        sent = server.jobs[first]["ClientRequestToken"]
        assert sent.isascii()
        assert len(sent) == 64

    @pytest.mark.parametrize(
        "fault", [aws.THROTTLED, aws.BROKEN, aws.INTERNAL, aws.LOST_REQUEST, aws.LOST_ANSWER]
    )
    def test_trouble_that_passes_costs_nothing(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
        fault: Fault,
    ) -> None:
        server.fail_next("CreateJob", fault, fault)
        job_id = transcoder.submit(settings, token="t", metadata={})
        assert list(server.jobs) == [job_id]
        assert server.requests["CreateJob"] == 3

    @pytest.mark.parametrize("token_seconds", [60.0, 0.0], ids=["within a minute", "later"])
    def test_a_lost_answer_is_adopted(self, settings: dict[str, Any], token_seconds: float) -> None:
        metadata = {"production_ulid": "A"}
        with mediaconvert_server(token_seconds=token_seconds) as server:
            transcoder = server.transcoder()
            refused = [aws.LOST_REQUEST] * (ATTEMPTS - 1)
            server.fail_next("CreateJob", *refused, aws.LOST_ANSWER)
            with pytest.raises(TranscoderUnreachable, match="does not answer"):
                transcoder.submit(settings, token="t", metadata=metadata)
            (accepted,) = server.jobs
            assert transcoder.find(metadata=metadata, input_uri=SOURCE) == accepted
            assert server.jobs_of(**metadata) == [accepted]
            transcoder.close()

    def test_a_member_that_the_service_refuses_is_named(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        said = "/outputGroups/0/outputs/1/videoDescription/width: Should be even"
        server.fail_next("CreateJob", Fault(400, "BadRequestException", said))
        path = r"Settings\.OutputGroups\[0\]\.Outputs\[1\]\.VideoDescription\.Width: Should be even"
        with pytest.raises(ProductionError, match=path):
            transcoder.submit(settings, token="t", metadata={})

    def test_a_value_out_of_range_is_not_even_sent(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        odd = settings | {"TimecodeConfig": {"Source": "SUNDIAL"}}
        with pytest.raises(ProductionError, match=r"Settings\.TimecodeConfig\.Source: SUNDIAL"):
            transcoder.submit(odd, token="t", metadata={})
        assert server.requests["CreateJob"] == 0

    def test_metadata_of_a_wrong_type_is_named(
        self, transcoder: MediaConvertTranscoder, settings: dict[str, Any]
    ) -> None:
        odd: Any = {"production": 7}
        with pytest.raises(ProductionError, match=r"UserMetadata\.production"):
            transcoder.submit(settings, token="t", metadata=odd)


class TestRefusals:
    @pytest.mark.parametrize(
        ("fault", "told"),
        [
            (
                Fault(
                    403,
                    "AccessDeniedException",
                    "User: arn:aws:iam::1:user/me is not authorized to perform: iam:PassRole",
                ),
                rf"may not hand the role {aws.ROLE}.*allow iam:PassRole",
            ),
            (
                Fault(403, "ForbiddenException", "not authorized"),
                r"allow mediaconvert:CreateJob\. AWS says: not authorized",
            ),
            (Fault(403, "ExpiredTokenException", "The token has expired"), "sign in"),
            (
                Fault(403, "InvalidSignatureException", "Signature expired: 1 is now earlier"),
                "clock is wrong: set it",
            ),
            (Fault(404, "NotFoundException", "Queue fast is unknown"), "Queue fast is unknown"),
            (Fault(409, "ConflictException", "In conflict"), "refuses CreateJob: In conflict"),
        ],
    )
    def test_what_stays_says_what_to_do(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
        fault: Fault,
        told: str,
    ) -> None:
        server.fail_next("CreateJob", fault)
        with pytest.raises(ProductionError, match=told) as caught:
            transcoder.submit(settings, token="t", metadata={})
        assert not isinstance(caught.value, TranscoderUnreachable | TranscodeJobNotFound)
        assert "\n" not in str(caught.value)
        assert server.requests["CreateJob"] == 1

    @pytest.mark.parametrize(
        ("fault", "told"),
        [
            (aws.THROTTLED, "asked too often"),
            (aws.BROKEN, "trouble of its own"),
            (aws.LOST_REQUEST, "does not answer"),
            (Fault(402, "ServiceQuotaExceededException", "20 jobs"), "quota"),
        ],
    )
    def test_what_may_pass_is_marked(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        fault: Fault,
        told: str,
    ) -> None:
        server.fail_next("ListJobs", *[fault] * ATTEMPTS)
        with pytest.raises(TranscoderUnreachable, match=told):
            transcoder.find(metadata={"production_ulid": "A"})

    @pytest.mark.parametrize("fault", [aws.SIGN_IN_PAGE, Fault(200)], ids=["page", "json"])
    def test_another_network_that_answers_is_not_mediaconvert(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
        fault: Fault,
    ) -> None:
        server.fail_next("CreateJob", *[fault] * ATTEMPTS)
        server.fail_next("GetJob", *[fault] * ATTEMPTS)
        for ask in (
            lambda: transcoder.submit(settings, token="t", metadata={}),
            lambda: transcoder.status("1"),
        ):
            with pytest.raises(TranscoderUnreachable, match="is not MediaConvert"):
                ask()

    def test_a_server_without_the_certificate(self) -> None:
        with pytest.raises(ProductionError, match="does not trust") as caught, explained(role=""):
            raise SSLError(endpoint_url="https://mediaconvert", error="self-signed")
        assert not isinstance(caught.value, TranscoderUnreachable)

    def test_a_server_that_is_not_there(self, settings: dict[str, Any]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        url = f"http://127.0.0.1:{port}"
        transcoder = MediaConvertTranscoder(
            MediaConvertOptions(region=aws.REGION, role=aws.ROLE, endpoint_url=url),
            lambda: mediaconvert_client(
                region=aws.REGION, endpoint_url=url, access_key="a", secret_key="b"
            ),
        )
        for ask in (
            lambda: transcoder.submit(settings, token="t", metadata={}),
            lambda: transcoder.status("1"),
            lambda: transcoder.statuses(["1", "2"]),
            lambda: transcoder.cancel("1"),
        ):
            with pytest.raises(TranscoderUnreachable, match="does not answer"):
                ask()

    def test_no_credentials_at_all(self, server: MediaConvertServer) -> None:
        transcoder = MediaConvertTranscoder(
            MediaConvertOptions(region=aws.REGION, role=aws.ROLE, endpoint_url=server.endpoint_url)
        )
        with pytest.raises(ProductionError, match="no AWS credentials"):
            transcoder.status("1")
        assert server.requests["GetJob"] == 0

    def test_a_profile_of_the_command_line_that_is_not_there(self) -> None:
        transcoder = MediaConvertTranscoder(
            MediaConvertOptions(region=aws.REGION, role=aws.ROLE, profile="nobody")
        )
        with pytest.raises(ProductionError, match=r"no AWS credentials.*nobody"):
            transcoder.status("1")

    def test_credentials_that_aws_does_not_know(self, server: MediaConvertServer) -> None:
        transcoder = MediaConvertTranscoder(
            MediaConvertOptions(region=aws.REGION, role=aws.ROLE, endpoint_url=server.endpoint_url),
            lambda: mediaconvert_client(
                region=aws.REGION,
                endpoint_url=server.endpoint_url,
                access_key="AKIDOTHER",
                secret_key="very-secret",
            ),
        )
        with pytest.raises(ProductionError, match="does not accept the credentials") as caught:
            transcoder.status("1")
        assert "very-secret" not in str(caught.value)
        transcoder.close()

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            ({"region": ""}, "region"),
            ({"role": "MediaConvert"}, "“MediaConvert” is not a role"),
            ({"endpoint_url": "mediaconvert"}, "“mediaconvert” is not where"),
            ({"priority": 51}, "-50 to 50, not 51"),
            ({"acceleration": "WARP"}, "not WARP"),
        ],
    )
    def test_options_that_aws_would_refuse(self, options: dict[str, Any], told: str) -> None:
        with pytest.raises(ProductionError, match=told):
            MediaConvertOptions(**{"region": aws.REGION, "role": aws.ROLE} | options)


class TestStatus:
    def test_without_a_percentage(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})
        assert transcoder.status(job_id) == TranscodeStatus("SUBMITTED")
        server.change(job_id, Status="PROGRESSING", CurrentPhase="PROBING")
        assert transcoder.status(job_id) == TranscodeStatus("PROGRESSING", None, "PROBING")

    def test_it_never_goes_back(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})

        def told(state: str, percent: int | None, phase: str = "TRANSCODING") -> TranscodeStatus:
            server.change(job_id, Status=state, JobPercentComplete=percent, CurrentPhase=phase)
            return transcoder.status(job_id)

        half = TranscodeStatus("PROGRESSING", 50, "TRANSCODING")
        assert told("PROGRESSING", 50) == half
        assert told("PROGRESSING", 20) == half
        assert told("PROGRESSING", None, "PROBING") == half
        assert told("SUBMITTED", None) == half
        assert told("PROGRESSING", 50, "UPLOADING").phase == "UPLOADING"
        assert told("COMPLETE", None) == TranscodeStatus("COMPLETE", 100)
        assert told("PROGRESSING", 99).state == "COMPLETE"

    def test_a_failure_has_its_number(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})
        server.change(job_id, Status="ERROR", ErrorCode=1401, ErrorMessage="Unable to open input")
        assert transcoder.status(job_id).error == (
            "MediaConvert failed (error 1401): Unable to open input"
        )


class TestManyJobs:
    @pytest.fixture
    def jobs(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> list[str]:
        """45 of another program, with 3 of ours among them, the oldest first."""
        first = transcoder.submit(settings, token="a", metadata={"production_ulid": "A"})
        fill(server, first, 45)
        second = transcoder.submit(settings, token="b", metadata={"production_ulid": "B"})
        third = transcoder.submit(
            settings_of("s3://media/else.mp4"), token="c", metadata={"production_ulid": "C"}
        )
        server.requests.clear()
        return [first, second, third]

    def test_the_newest_are_polled_with_one_request(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        assert set(transcoder.statuses(jobs[1:])) == set(jobs[1:])
        assert server.requests == {"ListJobs": 1}

    def test_an_old_one_is_asked_for_by_its_id(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        assert set(transcoder.statuses(jobs)) == set(jobs)
        assert server.requests == {"ListJobs": 1, "GetJob": 1}

    def test_a_single_one_needs_no_list(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        assert list(transcoder.statuses(jobs[:1])) == jobs[:1]
        assert server.requests == {"GetJob": 1}

    def test_all_pages_are_read_to_find_one(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        assert transcoder.find(metadata={"production_ulid": "A"}) == jobs[0]
        assert server.requests == {"ListJobs": 3}

    def test_the_input_makes_it_short(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        assert transcoder.find(metadata={"production_ulid": "A"}, input_uri=SOURCE) == jobs[0]
        assert server.requests == {"ListJobs": 1, "SearchJobs": 1}

    def test_a_long_input_is_listed_instead(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        long = f"s3://media/{'x' * 300}.mp4"
        assert transcoder.find(metadata={"production_ulid": "A"}, input_uri=long) == jobs[0]
        assert server.requests == {"ListJobs": 3}

    def test_what_is_too_old_ends_the_search(
        self, server: MediaConvertServer, transcoder: MediaConvertTranscoder, jobs: list[str]
    ) -> None:
        for job in list(server.jobs.values())[:30]:
            job["CreatedAt"] -= 3600
        since = datetime.now(UTC) - timedelta(minutes=10)
        for each in (since, since.replace(tzinfo=None)):
            server.requests.clear()
            assert transcoder.find(metadata={"production_ulid": "A"}, since=each) is None
            assert server.requests == {"ListJobs": 1}


def fill(server: MediaConvertServer, like: str, count: int) -> None:
    """Jobs of another program, after the others."""
    for number in range(count):
        job_id = f"other-{number}"
        server.jobs[job_id] = {
            **server.jobs[like],
            "Id": job_id,
            "UserMetadata": {},
            "Settings": {"Inputs": [{"FileInput": f"s3://other/{number}.mp4"}]},
        }


class TestCancel:
    def test_a_refusal_while_it_still_runs_is_told(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})
        server.fail_next("CancelJob", Fault(409, "ConflictException", "It is being shared"))
        with pytest.raises(ProductionError, match="refuses CancelJob: It is being shared"):
            transcoder.cancel(job_id)
        transcoder.cancel(job_id)
        assert server.jobs[job_id]["Status"] == "CANCELED"

    def test_a_closed_transcoder_opens_again(
        self, transcoder: MediaConvertTranscoder, settings: dict[str, Any]
    ) -> None:
        job_id = transcoder.submit(settings, token="t", metadata={})
        transcoder.close()
        assert transcoder.status(job_id).state == "SUBMITTED"


class TestAccess:
    def test_one_that_may_do_all_misses_nothing(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        assert missing_access(transcoder, settings) == []
        assert [job["Status"] for job in server.jobs.values()] == ["CANCELED"]
        assert set(server.requests) == set(aws.OPERATIONS)

    def test_each_thing_that_is_missing_is_told(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        denied = Fault(403, "AccessDeniedException", "not authorized")
        for operation in ("ListJobs", "GetJob", "CancelJob"):
            server.fail_next(operation, denied)
        missing = missing_access(transcoder, settings)
        wanted = ("ListJobs", "GetJob", "CancelJob")
        assert len(missing) == len(wanted)
        for sentence, operation in zip(missing, wanted, strict=True):
            assert f"allow mediaconvert:{operation}." in sentence

    def test_a_role_that_may_not_be_handed_over_is_told(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        said = "not authorized to perform: iam:PassRole on resource"
        server.fail_next("CreateJob", Fault(403, "AccessDeniedException", said))
        (sentence,) = missing_access(transcoder, settings)
        assert "allow iam:PassRole" in sentence
        assert server.jobs == {}

    def test_where_nobody_answers_nothing_can_be_said(
        self,
        server: MediaConvertServer,
        transcoder: MediaConvertTranscoder,
        settings: dict[str, Any],
    ) -> None:
        server.fail_next("ListJobs", *[aws.LOST_REQUEST] * ATTEMPTS)
        with pytest.raises(TranscoderUnreachable):
            missing_access(transcoder, settings)


def test_whatever_goes_wrong_each_production_has_one_job(
    server: MediaConvertServer, transcoder: MediaConvertTranscoder
) -> None:
    chance = random.Random(5)
    settings = {"Inputs": [{"FileInput": SOURCE}]}  # little, for there will be many answers
    faults = [aws.THROTTLED, aws.BROKEN, aws.INTERNAL, aws.LOST_REQUEST, aws.LOST_ANSWER]
    ulids = [f"ULID{number}" for number in range(20)]
    given_up = 0
    for ulid in ulids:
        metadata = {"production_ulid": ulid}
        job_id = None
        while job_id is None:
            for operation in ("CreateJob", "ListJobs", "SearchJobs"):
                server.fail_next(operation, *chance.choices(faults, k=chance.choice((0, 1, 3, 5))))
            try:
                job_id = transcoder.find(metadata=metadata, input_uri=SOURCE)
                job_id = job_id or transcoder.submit(settings, token=ulid, metadata=metadata)
            except TranscoderUnreachable:
                given_up += 1
            server.forget_faults()
        assert server.jobs_of(**metadata) == [job_id]
    assert given_up > len(ulids) / 4
    assert len(server.jobs) == len(ulids)


class TestTheServerItself:
    """It refuses what MediaConvert refuses, where our own checks are not in between."""

    @pytest.fixture
    def client(self, server: MediaConvertServer) -> Iterator[Any]:
        made = mediaconvert_client(
            region=aws.REGION,
            endpoint_url=server.endpoint_url,
            access_key=aws.ACCESS_KEY,
            secret_key=aws.SECRET_KEY,
        )
        yield made
        made.close()

    def test_an_enum(self, client: Any) -> None:
        with pytest.raises(ClientError, match="/settings/timecodeConfig/source: SUNDIAL"):
            client.create_job(Role="r", Settings={"TimecodeConfig": {"Source": "SUNDIAL"}})

    def test_a_token_that_is_too_long(self, client: Any) -> None:
        with pytest.raises(ClientError, match="at most 64"):
            client.create_job(Role="r", Settings={}, ClientRequestToken="x" * 65)

    def test_another_region(self, server: MediaConvertServer) -> None:
        client = mediaconvert_client(
            region="us-east-1",
            endpoint_url=server.endpoint_url,
            access_key=aws.ACCESS_KEY,
            secret_key=aws.SECRET_KEY,
        )
        with pytest.raises(ClientError, match="another region"):
            client.list_jobs()
        client.close()

    def test_times_are_times(self, client: Any) -> None:
        created = client.create_job(Role="r", Settings={})["Job"]["CreatedAt"]
        assert abs(datetime.now(UTC) - created) < timedelta(minutes=1)
