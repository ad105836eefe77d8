"""The hint to a bucket that parts of uploads which nobody completes should go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_studio.storage.s3_refusals import code_of

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import LifecycleRuleOutputTypeDef

_OUR_RULE = "timeline-studio-abandoned-parts"


def drop_abandoned_parts(client: S3Client, bucket: str, days: int) -> bool:
    """False where a rule for the whole bucket does so already. Other rules stay as they are.
    Raises botocore's errors."""
    rules = _rules(client, bucket)
    if any(_drops_parts(rule) for rule in rules):
        return False
    client.put_bucket_lifecycle_configuration(
        Bucket=bucket,
        LifecycleConfiguration={
            "Rules": [
                *(rule for rule in rules if rule.get("ID") != _OUR_RULE),
                {
                    "ID": _OUR_RULE,
                    "Status": "Enabled",
                    "Filter": {"Prefix": ""},
                    "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": days},
                },
            ]
        },
    )
    return True


def _rules(client: S3Client, bucket: str) -> list[LifecycleRuleOutputTypeDef]:
    from botocore.exceptions import ClientError  # noqa: PLC0415 -- loaded late

    try:
        return client.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
    except ClientError as error:
        if code_of(error) == "NoSuchLifecycleConfiguration":
            return []
        raise


def _drops_parts(rule: LifecycleRuleOutputTypeDef) -> bool:
    return (
        rule["Status"] == "Enabled"
        and "AbortIncompleteMultipartUpload" in rule
        and not any(rule.get("Filter", {}).values())
        and not rule.get("Prefix")
    )
