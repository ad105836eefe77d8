"""Sends of CMAF profiles, and films that are named as their makers name them."""

from collections.abc import Callable

from timeline_studio.library import Upload
from timeline_studio.workflows import Studio
from timeline_studio.workflows.sends import get_production, outputs_of, start_send


def test_a_cmaf_profile_is_sent_like_any_other(
    studio: Studio, upload: Upload, run_queue: Callable[[], None]
) -> None:
    production_id = start_send(studio, upload.id, profile="cmaf-landscape")
    run_queue()
    production = get_production(studio, production_id).production
    assert (production.status, production.error_message) == ("completed", None)
    found = outputs_of(studio, production)
    assert found.playlists == [f"{production.output_prefix}landscape/video.m3u8"]
    assert [sound.playlist for sound in found.sounds] == [
        f"{production.output_prefix}landscape/video_audio.m3u8"
    ]


def test_a_damaged_film_is_named_as_its_maker_named_it(
    studio: Studio, upload: Upload, run_queue: Callable[[], None]
) -> None:
    studio.media_store.put_bytes(upload.s3_key, b"no film at all")
    production_id = start_send(studio, upload.id)
    run_queue()
    told = get_production(studio, production_id).production.error_message or ""
    assert told.startswith("“beach.mp4” is damaged")
    assert upload.s3_key not in told
