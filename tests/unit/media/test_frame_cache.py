from threading import Thread

import av
import pytest

from timeline_studio.media import FrameCache

SIZE = 64 * 64 * 3 // 2


def frame() -> av.VideoFrame:
    return av.VideoFrame(64, 64, "yuv420p")


@pytest.fixture
def cache() -> FrameCache:
    return FrameCache(max_bytes=3 * SIZE)


def test_a_frame_is_found_at_every_tick_that_it_covers(cache):
    shown = frame()
    cache.put("a", 10, 20, shown)

    assert cache.find("a", 10) is shown
    assert cache.find("a", 19) is shown
    assert cache.find("a", 9) is None
    assert cache.find("a", 20) is None
    assert cache.find("b", 10) is None


def test_the_last_frame_covers_all_that_follows(cache):
    last = frame()
    cache.put("a", 10, None, last)

    assert cache.find("a", 10**12) is last


def test_the_bytes_are_bounded_and_the_least_recently_used_goes_first(cache):
    for start in (0, 10, 20):
        cache.put("a", start, start + 10, frame())
    cache.find("a", 0)
    cache.put("b", 0, 10, frame())

    assert cache.bytes_held <= 3 * SIZE
    assert len(cache) == 3
    assert cache.find("a", 0) is not None
    assert cache.find("a", 10) is None
    assert cache.find("b", 0) is not None


def test_a_source_whose_frames_all_went_is_forgotten(cache):
    cache.put("a", 0, 10, frame())
    for start in (0, 10, 20):
        cache.put("b", start, start + 10, frame())

    assert cache.find("a", 0) is None


def test_what_is_larger_than_the_cache_is_not_kept():
    cache = FrameCache(max_bytes=SIZE - 1)
    cache.put("a", 0, 10, frame())

    assert cache.bytes_held == 0


def test_a_frame_put_twice_counts_once(cache):
    cache.put("a", 0, 10, frame())
    cache.put("a", 0, 10, frame())

    assert cache.bytes_held == SIZE


def test_threads_may_share_it(cache):
    def use(source: int) -> None:
        for start in range(200):
            cache.put(source % 2, start, start + 1, frame())
            cache.find(source % 2, start - 1)

    threads = [Thread(target=use, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(cache) * SIZE == cache.bytes_held <= 3 * SIZE
