"""The many ways to write where a media file is."""

import pytest

from timeline_studio.timeline.otio.locations import located


@pytest.fixture
def folder(tmp_path):
    for name in ("a b.mp4", "50%.mp4", "50%25.mp4", "c#1.mp4", "raw%20name.mp4"):
        (tmp_path / name).touch()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.mp4").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("a b.mp4", "a b.mp4"),
        ("a%20b.mp4", "a b.mp4"),
        ("./a b.mp4", "a b.mp4"),
        ("sub/../a b.mp4", "a b.mp4"),
        ("sub\\d.mp4", "sub/d.mp4"),
        ("50%.mp4", "50%.mp4"),
        ("50%25.mp4", "50%25.mp4"),
        ("c#1.mp4", "c#1.mp4"),
        ("raw%20name.mp4", "raw%20name.mp4"),
        ("not there%20.mp4", "not there .mp4"),
        ("file:a b.mp4", "a b.mp4"),
        ("file://./a b.mp4", "a b.mp4"),
        ("{folder}/a b.mp4", "a b.mp4"),
        ("file://{folder}/a%20b.mp4", "a b.mp4"),
        ("file://localhost{folder}/a%20b.mp4", "a b.mp4"),
        ("FILE://{folder}/a b.mp4", "a b.mp4"),
        ("file://{folder}/50%25.mp4", "50%.mp4"),
        ("file://{folder}/raw%20name.mp4", "raw%20name.mp4"),
        ("file://{folder}/gone%20.mp4", "gone .mp4"),
    ],
)
def test_a_file_is_found(folder, target, name):
    assert located(target.format(folder=folder), folder) == (folder / name).as_uri()


@pytest.mark.parametrize(
    ("target", "url"),
    [
        (r"C:\clips\a b.mp4", "file:///C:/clips/a%20b.mp4"),
        ("C:/clips/a.mp4", "file:///C:/clips/a.mp4"),
        ("file:///C:/clips/a%20b.mp4", "file:///C:/clips/a%20b.mp4"),
        ("file://localhost/C:/clips/a.mp4", "file:///C:/clips/a.mp4"),
        ("file://C:/clips/a.mp4", "file:///C:/clips/a.mp4"),
        (r"\\server\share\a.mp4", "file://server/share/a.mp4"),
        ("file://server/share/a.mp4", "file://server/share/a.mp4"),
        ("https://example.org/a.mp4", "https://example.org/a.mp4"),
        ("upload:12", "upload:12"),
    ],
)
def test_what_is_elsewhere_is_left_there(folder, target, url):
    assert located(target, folder) == url


def test_a_name_that_no_file_system_takes_is_left_as_it_is(folder):
    assert located("x" * 5000, folder) == (folder / ("x" * 5000)).as_uri()
