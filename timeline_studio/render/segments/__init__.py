"""A film in parts that are encoded side by side, kept, and joined without encoding again."""

from timeline_studio.render.segments.segment_cache import SegmentCache

__all__ = ["SegmentCache"]
