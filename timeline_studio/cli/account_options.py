"""The options of `account set`: an account's values, by their names."""

from typing import Annotated, Any

import typer

from timeline_studio.errors import StudioError

_NEEDED = {
    "user_id",
    "priority",
    "cache_bytes",
    "storage",
    "transcoder",
    "media_bucket",
    "output_bucket",
}
_CHOICES = {"storage": ("folder", "s3"), "transcoder": ("local", "mediaconvert")}


Database = Annotated[
    str | None,
    typer.Option("--database", help="mysql+pymysql://user@host/database, without a password."),
]
UserId = Annotated[int | None, typer.Option("--user-id", help="Yours in that database.")]
Storage = Annotated[str | None, typer.Option("--storage", help="folder or s3")]
MediaBucket = Annotated[str | None, typer.Option("--media-bucket", help="Uploads and exports.")]
OutputBucket = Annotated[str | None, typer.Option("--output-bucket", help="HLS outputs.")]
Region = Annotated[str | None, typer.Option("--region", help="For example eu-central-1.")]
Endpoint = Annotated[str | None, typer.Option("--s3-endpoint", help="Of an S3 other than AWS's.")]
Transcoder = Annotated[str | None, typer.Option("--transcoder", help="local or mediaconvert")]
MediaConvertEndpoint = Annotated[
    str | None, typer.Option("--mediaconvert-endpoint", help="Other than the region's own.")
]
Role = Annotated[str | None, typer.Option("--role", help="The ARN that MediaConvert takes on.")]
Queue = Annotated[str | None, typer.Option("--queue", help="A MediaConvert queue's name or ARN.")]
Acceleration = Annotated[
    str | None, typer.Option("--acceleration", help="DISABLED, ENABLED or PREFERRED")
]
Priority = Annotated[int | None, typer.Option("--priority", help="-50 to 50, higher goes first.")]
Tags = Annotated[
    list[str] | None, typer.Option("--tag", help="name=value of every job; may be repeated.")
]
AwsProfile = Annotated[
    str | None, typer.Option("--aws-profile", help="Of the AWS command line's files.")
]
AccessKeyId = Annotated[
    str | None, typer.Option("--access-key-id", help="Without it AWS's own chain signs.")
]
Bandwidth = Annotated[
    int | None, typer.Option("--bandwidth", help="Bytes a second; 0 for no limit.")
]
CacheBytes = Annotated[
    int | None, typer.Option("--cache-bytes", help="Room here for what was fetched from S3.")
]


def changes_of(**given: Any) -> dict[str, Any]:
    """What was given, as an Account's values; an empty text takes a value away.

    Raises StudioError for a tag or a choice that is none.
    """
    changes = {name: value for name, value in given.items() if value is not None}
    for name, choices in _CHOICES.items():
        if changes.get(name, choices[0]) not in choices:
            raise StudioError(f"--{name} is {' or '.join(choices)}, not “{changes[name]}”.")
    if "tags" in changes:
        changes["tags"] = dict(_tag(text) for text in changes["tags"] if text)
    return {
        name: value if value or name in _NEEDED or name == "tags" else None
        for name, value in changes.items()
    }


def _tag(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise StudioError(f"--tag is name=value, not “{text}”.")
    return name, value
