"""Every key has one shape, and says its asset and day again."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_studio.storage import (
    StorageError,
    asset_uuid_of,
    build_export_key,
    build_upload_key,
    date_of,
    thumb_key,
)
from timeline_studio.storage.keys import check_key, check_prefix

UUID = "0b6c1f6e-2f7a-4f5e-9c39-1f9f0a4f8d11"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("kind", "extension", "key"),
    [
        ("video", "mp4", f"videos/2026-11/21/{UUID}/video.mp4"),
        ("video", ".MOV", f"videos/2026-11/21/{UUID}/video.mov"),
        ("audio", "wav", f"audio/2026-11/21/{UUID}/audio.wav"),
        ("image", "png", f"images/2026-11/21/{UUID}/image.png"),
        ("logo", "svg", f"logos/2026-11/21/{UUID}/logo.svg"),
    ],
)
def test_an_upload_lies_under_its_kind_day_and_uuid(kind: str, extension: str, key: str) -> None:
    assert build_upload_key(kind, UUID, extension, DAY) == key


def test_an_export_lies_under_renders() -> None:
    assert build_export_key(UUID, DAY) == f"renders/2026-11/21/{UUID}/video.mp4"


@pytest.mark.parametrize("extension", ["", "..", "m/p4", "mp4\n", "é", "x" * 17])
def test_an_extension_that_no_key_can_hold_is_refused(extension: str) -> None:
    with pytest.raises(StorageError, match="plain extension"):
        build_upload_key("video", UUID, extension, DAY)


def test_a_thumbnail_is_named_by_its_upload() -> None:
    assert thumb_key(7) == "thumbs/uploads/7/thumb.jpg"


@given(day=st.dates(min_value=date(1000, 1, 1)), asset=st.uuids())
def test_a_key_gives_back_its_asset_and_day(day: date, asset: object) -> None:
    for key in (
        build_upload_key("video", str(asset), "mp4", day),
        build_export_key(str(asset), day),
    ):
        assert asset_uuid_of(key) == str(asset)
        assert date_of(key) == f"{day:%Y-%m/%d}"


def test_legacy_keys_without_a_prefix_are_understood() -> None:
    assert asset_uuid_of(f"2024-05/01/{UUID.upper()}/video.mp4") == UUID
    assert date_of(f"2024-05/01/{UUID}/video.mp4") == "2024-05/01"


@pytest.mark.parametrize("key", ["", "videos/video.mp4", f"12024-05/01/{UUID}/v", thumb_key(1)])
def test_other_keys_have_no_asset_and_no_day(key: str) -> None:
    assert asset_uuid_of(key) is None
    assert date_of(key) is None


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/",
        "/etc/passwd",
        "..",
        "a/../b",
        "a/..",
        "./a",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "a\0b",
        "a\nb",
        "a\x7fb",
        "a\udc80b",
        "x" * 1025,
        "é" * 513,
    ],
)
def test_a_key_that_is_no_plain_path_is_refused(key: str) -> None:
    with pytest.raises(StorageError, match="refused"):
        check_key(key)


@pytest.mark.parametrize("key", ["a", "a/b.txt", "a..b/…/é", "x" * 1024, f"a/{uuid4()}/b c"])
def test_a_plain_path_is_a_key(key: str) -> None:
    assert check_key(key) == key


@pytest.mark.parametrize("prefix", ["", "a", "a/", "a/b", "a/b/"])
def test_a_prefix_may_end_anywhere(prefix: str) -> None:
    assert check_prefix(prefix) == prefix


@pytest.mark.parametrize("prefix", ["/", "..", "../", "a//", "a/../", "/a"])
def test_a_prefix_that_leads_elsewhere_is_refused(prefix: str) -> None:
    with pytest.raises(StorageError, match="refused"):
        check_prefix(prefix)
