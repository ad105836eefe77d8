import os

import pytest

from timeline_studio.media import MediaError
from timeline_studio.media.identity import file_identity


def test_a_file_keeps_its_identity_until_it_is_written_to(tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"one")
    before = file_identity(path)
    link = tmp_path / "link.mp4"
    link.symlink_to(path)

    assert file_identity(link) == before
    os.utime(path, ns=(0, 1))
    assert file_identity(path).digest() != before.digest()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MediaError, match=r"gone\.mp4 does not exist"):
        file_identity(tmp_path / "gone.mp4")
