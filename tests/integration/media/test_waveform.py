import numpy as np
import pytest

import media_factory
from timeline_studio.media import Waveform, WaveformCache, waveform


def test_a_click_stands_where_it_sounds(tmp_path):
    path = media_factory.clicks(tmp_path / "a.m4a", at=[0.505, 11.255], duration=12.0)
    drawn = waveform(path)

    assert np.flatnonzero(drawn.high > 0.5).tolist() == [50, 1125]
    assert len(drawn.low) == len(drawn.high) == len(drawn.rms) == 1200


@pytest.mark.parametrize("peaks_per_second", [100, 33])
def test_a_tone_has_its_peaks_and_its_mean(tmp_path, peaks_per_second):
    path = media_factory.tone(tmp_path / "a.wav", amplitude=0.5, sample_rate=44_100)
    drawn = waveform(path, peaks_per_second=peaks_per_second)
    inside = slice(1, -1)

    assert len(drawn.high) == peaks_per_second
    assert drawn.high[inside] == pytest.approx(0.5, abs=0.01)
    assert drawn.low[inside] == pytest.approx(-0.5, abs=0.01)
    assert drawn.rms[inside] == pytest.approx(0.5 / np.sqrt(2), abs=0.02)


def test_what_is_saved_comes_back(tmp_path):
    levels = np.linspace(-1, 1, 7, dtype=np.float32)
    Waveform(100, -levels, levels, abs(levels)).save(tmp_path / "new" / "a.npz")
    loaded = Waveform.load(tmp_path / "new" / "a.npz")

    assert loaded.peaks_per_second == 100
    assert loaded.high == pytest.approx(levels, abs=1e-3)
    assert loaded.low == pytest.approx(-levels, abs=1e-3)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.npz"]


def test_a_failed_save_leaves_nothing(tmp_path):
    (tmp_path / "a.npz").mkdir()
    silence = np.zeros(3, np.float32)

    with pytest.raises(OSError, match="directory"):
        Waveform(100, silence, silence, silence).save(tmp_path / "a.npz")
    assert [file.name for file in tmp_path.iterdir()] == ["a.npz"]


def test_it_is_made_once(tmp_path, monkeypatch):
    path = media_factory.tone(tmp_path / "a.wav")
    cache = WaveformCache(tmp_path / "cache")
    first = cache.get(path)
    monkeypatch.setattr("timeline_studio.media.waveform_cache.waveform", None)

    assert cache.get(path).high == pytest.approx(first.high, abs=1e-3)


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 and no more", b"text"])
def test_a_broken_file_is_made_again(tmp_path, broken):
    path = media_factory.tone(tmp_path / "a.wav")
    cache = WaveformCache(tmp_path / "cache")
    cache.get(path)
    (stored,) = (tmp_path / "cache").iterdir()
    stored.write_bytes(broken)

    assert cache.get(path).high.max() == pytest.approx(0.5, abs=0.01)


def test_a_source_that_changes_is_drawn_anew(tmp_path):
    path = media_factory.tone(tmp_path / "a.wav", amplitude=0.5)
    cache = WaveformCache(tmp_path / "cache")
    cache.get(path)
    media_factory.tone(path, amplitude=0.25, duration=2.0)

    assert cache.get(path).high.max() == pytest.approx(0.25, abs=0.01)
