"""Spans: where the set of layers changes, and nowhere else."""

from timeline_studio.render.plan import Crossing, Picture, PicturePlan
from timeline_studio.timeline.effects.fade import Fade
from timeline_studio.timeline.model import Generator, Timeline, Track, Transition


def block(name: str, start: int, duration: int, **properties: object) -> Generator:
    return Generator(id=name, start=start, duration=duration, **properties)


def video(*items: Generator, **properties: object) -> Track:
    return Track(id=f"v{id(items)}", kind="video", items=items, **properties)


def shown(timeline: Timeline) -> list[tuple[int, int, list[str]]]:
    """Spans with their layers' item ids."""
    return [
        (span.start, span.end, ["+".join(i.id for i in layer.items) for layer in span.layers])
        for span in PicturePlan(timeline).spans
    ]


def test_a_gap_is_a_span_without_layers() -> None:
    track = video(block("a", 0, 10), block("b", 15, 5))
    assert shown(Timeline(tracks=(track,))) == [(0, 10, ["a"]), (10, 15, []), (15, 20, ["b"])]


def test_layers_go_from_the_bottom_track_to_the_top() -> None:
    timeline = Timeline(tracks=(video(block("low", 0, 10)), video(block("high", 4, 3))))
    assert shown(timeline) == [(0, 4, ["low"]), (4, 7, ["low", "high"]), (7, 10, ["low"])]


def test_hidden_tracks_disabled_items_and_sound_are_not_seen() -> None:
    sound = Track(id="s", kind="audio", items=(block("s", 0, 30),))
    hidden = video(block("h", 0, 10), hidden=True)
    disabled = video(block("a", 0, 10), block("d", 10, 10, enabled=False))
    assert shown(Timeline(tracks=(hidden, disabled, sound))) == [(0, 10, ["a"]), (10, 30, [])]


def test_a_dissolve_takes_its_time_from_both_items() -> None:
    transition = Transition(id="t", cut=10, in_offset=2, out_offset=3)
    track = video(block("a", 0, 10), block("b", 10, 10), transitions=(transition,))
    assert shown(Timeline(tracks=(track,))) == [(0, 8, ["a"]), (8, 13, ["a+b"]), (13, 20, ["b"])]


def test_a_dissolve_beside_a_gap_has_one_side() -> None:
    transition = Transition(id="t", cut=10, in_offset=4, out_offset=0)
    track = video(block("a", 0, 10), transitions=(transition,))
    layer = PicturePlan(Timeline(tracks=(track,))).spans[1].layers[0]
    assert isinstance(layer, Crossing)
    assert (layer.outgoing is not None, layer.incoming) == (True, None)


def test_a_dissolve_between_disabled_items_is_a_gap() -> None:
    transition = Transition(id="t", cut=10, in_offset=2, out_offset=2)
    track = video(
        block("a", 0, 10, enabled=False),
        block("b", 10, 10, enabled=False),
        transitions=(transition,),
    )
    assert shown(Timeline(tracks=(track,))) == [(0, 20, [])]


def test_a_dissolve_is_symmetric_about_its_cut() -> None:
    dissolve = Crossing(None, None, 80, 120)
    shares = [dissolve.progress(time, 10) for time in range(80, 120, 10)]
    assert shares == [0.125, 0.375, 0.625, 0.875]


def test_the_plan_finds_the_span_of_a_time() -> None:
    plan = PicturePlan(Timeline(tracks=(video(block("a", 0, 10), block("b", 10, 10)),)))
    assert [plan.index_at(time) for time in (-1, 0, 9, 10, 19, 20)] == [None, 0, 0, 1, 1, None]


def test_ten_thousand_items_are_planned_each_once() -> None:
    tracks = tuple(video(*(block(f"{t}.{n}", n * 10, 10) for n in range(1000))) for t in range(10))
    plan = PicturePlan(Timeline(tracks=tracks))
    assert len(plan.spans) == 1000
    assert all(len(span.layers) == 10 for span in plan.spans)
    assert all(isinstance(layer, Picture) for layer in plan.spans[0].layers)


def test_a_fade_is_a_span_of_its_own() -> None:
    track = video(block("a", 0, 20, fade_in=Fade(9, 4), fade_out=Fade(3)))
    fading = [
        (span.start, span.end, layer.is_fading)
        for span in PicturePlan(Timeline(tracks=(track,))).spans
        for layer in span.layers
        if isinstance(layer, Picture)
    ]
    assert fading == [(0, 5, True), (5, 17, False), (17, 20, True)]


def test_fades_that_meet_fade_all_the_time() -> None:
    track = video(block("a", 0, 10, fade_in=Fade(8), fade_out=Fade(20)))
    spans = PicturePlan(Timeline(tracks=(track,))).spans
    assert all(layer.is_fading for span in spans for layer in span.layers)
    assert (spans[0].start, spans[-1].end) == (0, 10)
