"""Takes a piece of a source's packets over into the film."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import dropwhile, islice
from pathlib import Path

from timeline_studio.media.coded_video import CodedVideo
from timeline_studio.render.copying.copy_plan import Copy
from timeline_studio.render.copying.h264 import (
    IDR,
    START,
    NotCopyable,
    ParameterSets,
    is_worth_copying,
    unit_type,
)
from timeline_studio.render.copying.renumbering import renumbered
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.segments.coded_segment import CodedPicture, CodedSegment

_PIECE_SECONDS = 5


@dataclass(frozen=True)
class CopyPiece:
    """`count` frames of the film from `first` on: the packets from `dts` on; `seek` is a tick
    whose key picture does not lie behind them."""

    first: int
    count: int
    path: Path
    sets: ParameterSets
    new_pps: Mapping[int, int]
    dts: int
    seek: int


def pieces(copy: Copy, rate: Fraction) -> Iterator[CopyPiece]:
    """A long run in parts that fit into memory, parted where pictures do not overlap."""
    longest = max(1, round(rate * _PIECE_SECONDS))
    run = copy.run
    begin = 0
    borders = []
    for cut in run.cuts:
        if cut - begin >= longest or cut == run.count:
            borders.append((begin, cut))
            begin = cut
    for begin, end in borders:
        dts, tick = run.starts[begin]
        yield CopyPiece(
            first=run.first + begin,
            count=end - begin,
            path=copy.path,
            sets=copy.sets,
            new_pps=copy.new_pps,
            dts=dts,
            seek=tick if begin == 0 else dts,
        )


def copied(piece: CopyPiece) -> CodedSegment:
    """Raises RenderError when the file is no longer what it was when the export was planned."""
    with CodedVideo(piece.path) as video:
        packets = dropwhile(lambda packet: packet.dts != piece.dts, video.packets(piece.seek))
        taken = [(packet.pts, bytes(packet)) for packet in islice(packets, piece.count)]
    ticks = [pts for pts, _ in taken if pts is not None]
    if len(ticks) != piece.count:
        raise RenderError(f"{piece.path} changed while it was being exported: export again.")
    place = {tick: index for index, tick in enumerate(sorted(ticks))}
    try:
        pictures = tuple(
            _picture(piece, place[tick], data) for tick, (_, data) in zip(ticks, taken, strict=True)
        )
    except NotCopyable as error:
        raise RenderError(
            f"{piece.path} cannot be copied ({error}): export without “Match source”."
        ) from error
    return CodedSegment(piece.sets.annex_b, pictures)


def _picture(piece: CopyPiece, place: int, packet: bytes) -> CodedPicture:
    units = [unit for unit in piece.sets.units(packet) if is_worth_copying(unit)]
    is_key = any(unit_type(unit) == IDR for unit in units)
    if piece.new_pps:
        units = [made for unit in units if (made := renumbered(unit, piece.new_pps)) is not None]
    return CodedPicture(place, is_key, b"".join(START + unit for unit in units))
