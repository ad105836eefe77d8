"""A timeline to pictures and sound."""

from timeline_studio.render.compositor import Compositor
from timeline_studio.render.copying.matching import copyable_share
from timeline_studio.render.exporter import Progress, export_timeline
from timeline_studio.render.fill_format import fill_format
from timeline_studio.render.growth import Growing
from timeline_studio.render.mixer import Mixer
from timeline_studio.render.options import PRESETS, ExportOptions, ExportResult
from timeline_studio.render.render_error import RenderError
from timeline_studio.render.segments import SegmentCache
from timeline_studio.render.sources import Resolve
from timeline_studio.render.text import prepare_text

__all__ = [
    "PRESETS",
    "Compositor",
    "ExportOptions",
    "ExportResult",
    "Growing",
    "Mixer",
    "Progress",
    "RenderError",
    "Resolve",
    "SegmentCache",
    "copyable_share",
    "export_timeline",
    "fill_format",
    "prepare_text",
]
