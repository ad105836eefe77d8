"""How an account wants its MediaConvert jobs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from timeline_studio.productions.production_error import ProductionError

Acceleration: TypeAlias = Literal["DISABLED", "ENABLED", "PREFERRED"]

_ACCELERATIONS = ("DISABLED", "ENABLED", "PREFERRED")
_ENDPOINT = re.compile(r"https?://[\w.:\[\]-]+(/\S*)?")
_ROLE = re.compile(r"arn:aws[a-z-]*:iam::\d{12}:role/.+")


@dataclass(frozen=True)
class MediaConvertOptions:
    """`role` is the ARN of the role that MediaConvert takes on to read and write the buckets.

    `queue` is a name or an ARN, None the account's default. `priority` is -50 to 50, higher
    goes first. `endpoint_url` is for servers other than AWS's regional one; `profile` is one of the
    AWS command line. Raises ProductionError for a value that MediaConvert would refuse.
    """

    region: str
    role: str
    endpoint_url: str | None = None
    profile: str | None = None
    queue: str | None = None
    acceleration: Acceleration | None = None
    priority: int = 0
    tags: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.region:
            raise ProductionError("MediaConvert needs a region, for example eu-central-1.")
        if self.endpoint_url is not None and not _ENDPOINT.fullmatch(self.endpoint_url):
            raise ProductionError(
                f"“{self.endpoint_url}” is not where MediaConvert can be: give a URL like "
                "https://mediaconvert.eu-central-1.amazonaws.com, or none."
            )
        if not _ROLE.fullmatch(self.role):
            raise ProductionError(
                f"“{self.role}” is not a role that MediaConvert can take on: give its ARN, like "
                "arn:aws:iam::123456789012:role/MediaConvert."
            )
        if not -50 <= self.priority <= 50:
            raise ProductionError(f"MediaConvert's priority is -50 to 50, not {self.priority}.")
        if self.acceleration is not None and self.acceleration not in _ACCELERATIONS:
            raise ProductionError(
                f"MediaConvert's acceleration is one of {', '.join(_ACCELERATIONS)}, "
                f"not {self.acceleration}."
            )

    def of_a_job(self) -> dict[str, Any]:
        """Members of a CreateJob request; what is not asked for stays MediaConvert's to choose."""
        wanted = {
            "Role": self.role,
            "Queue": self.queue,
            "AccelerationSettings": {"Mode": self.acceleration} if self.acceleration else None,
            "Priority": self.priority or None,
            "Tags": dict(self.tags) or None,
        }
        return {name: value for name, value in wanted.items() if value is not None}
