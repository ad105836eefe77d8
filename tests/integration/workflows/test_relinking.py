"""Files that are gone are found again: by what they hold, else by size, length and name."""

import shutil
from pathlib import Path

import pytest

from media_factory import stamped_video, still_png, tone
from timeline_studio.library import Upload
from timeline_studio.workflows import Studio
from timeline_studio.workflows.media import (
    LostUpload,
    find_matches,
    import_media,
    lost_uploads,
    reference_to,
    resolver,
)
from timeline_studio.workflows.uploads import relink_upload


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder of the user's, with another one in it."""
    (tmp_path / "disk" / "2026").mkdir(parents=True)
    return tmp_path / "disk"


@pytest.fixture
def footage(studio: Studio, tmp_path: Path) -> list[Upload]:
    """A film, music and a still, brought in."""
    return import_media(
        studio,
        [
            stamped_video(tmp_path / "sea.mp4", frames=30),
            tone(tmp_path / "music.wav", duration=2.0),
            still_png(tmp_path / "logo.png"),
        ],
    )


def lose(studio: Studio, *uploads: Upload) -> list[LostUpload]:
    for upload in uploads:
        studio.media_store.delete(upload.s3_key)
    return lost_uploads(studio)


def test_only_what_is_gone_is_listed(studio: Studio, footage: list[Upload]) -> None:
    assert lost_uploads(studio) == []
    lost = lose(studio, footage[0], footage[2])
    assert [each.upload.name for each in lost] == ["logo.png", "sea.mp4"]
    assert all(each.content for each in lost)


def test_a_copy_under_another_name_is_sure(
    studio: Studio, footage: list[Upload], disk: Path, tmp_path: Path
) -> None:
    shutil.copy(tmp_path / "sea.mp4", disk / "2026" / "DSC_0001.mp4")
    looked: list[int] = []
    found = find_matches(lose(studio, *footage), disk, lambda count, _where: looked.append(count))
    (match,) = found.values()
    assert (match.upload_id, match.certainty) == (footage[0].id, "sure")
    assert match.path == disk / "2026" / "DSC_0001.mp4"
    assert looked == [1]
    relink_upload(studio, match.upload_id, match.path)
    assert [each.upload.name for each in lost_uploads(studio)] == ["logo.png", "music.wav"]
    assert resolver(studio)(reference_to(footage[0])).is_file()


def test_other_bytes_are_not_sure(studio: Studio, footage: list[Upload], disk: Path) -> None:
    stamped_video(disk / "Sea.mp4", frames=33, crf=30)
    tone(disk / "other.wav", duration=2.0, frequency=330)
    found = find_matches(lose(studio, *footage), disk)
    told = {found[upload.id].certainty for upload in footage if upload.id in found}
    assert found[footage[0].id].certainty == "possible"
    assert found[footage[1].id].certainty == "likely"
    assert told == {"possible", "likely"}


def test_the_best_file_is_taken(
    studio: Studio, footage: list[Upload], disk: Path, tmp_path: Path
) -> None:
    stamped_video(disk / "sea.mp4", frames=33, crf=30)
    shutil.copy(tmp_path / "sea.mp4", disk / "2026" / "sea.mp4")
    found = find_matches(lose(studio, footage[0]), disk)
    assert found[footage[0].id].path.parent.name == "2026"


def test_footage_of_before_samples_is_known_by_name_size_and_length(
    studio: Studio, footage: list[Upload], disk: Path, tmp_path: Path
) -> None:
    lost = [LostUpload(each.upload, None) for each in lose(studio, footage[0])]
    shutil.copy(tmp_path / "sea.mp4", disk / "elsewhere.mp4")
    assert find_matches(lost, disk)[footage[0].id].certainty == "likely"
    shutil.copy(tmp_path / "sea.mp4", disk / "2026" / "SEA.mp4")
    assert find_matches(lost, disk)[footage[0].id].certainty == "sure"


def test_what_is_no_media_or_of_another_kind_is_passed_over(
    studio: Studio, footage: list[Upload], disk: Path
) -> None:
    (disk / "sea.mp4").write_text("milk, eggs")
    (disk / "music.wav").symlink_to(disk / "nowhere")
    still_png(disk / "2026" / "sea.mp4")
    assert find_matches(lose(studio, *footage[:2]), disk) == {}


def test_a_search_is_stopped_by_who_watches(
    studio: Studio, footage: list[Upload], disk: Path
) -> None:
    (disk / "a").touch()

    def stop(_count: int, _where: str) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        find_matches(lose(studio, footage[0]), disk, stop)
