"""The caption files that a plan names, read from their stores before any work."""

from collections.abc import Mapping

from timeline_studio.productions.local.plan import CaptionSource, Plan
from timeline_studio.productions.webvtt import Cue, read_cues
from timeline_studio.storage import ObjectStore


def read_captions(plan: Plan, stores: Mapping[str, ObjectStore]) -> dict[CaptionSource, list[Cue]]:
    """Each source once. Raises ProductionError and StorageError naming the file."""
    sources = {caption.source for ladder in plan.ladders for caption in ladder.captions}
    return {
        source: read_cues(
            stores[source.bucket].get(source.key),
            source.kind,
            f"s3://{source.bucket}/{source.key}",
        )
        for source in sources
    }
