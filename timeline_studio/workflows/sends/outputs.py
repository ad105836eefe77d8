"""Where a production's outputs lie, and whether they are whole."""

from dataclasses import replace

from timeline_studio.library import Production, Upload
from timeline_studio.productions import ProductionError, VerifiedOutput, verify_outputs
from timeline_studio.storage import asset_uuid_of, captions_prefixes, date_of
from timeline_studio.workflows.captions import poster_key
from timeline_studio.workflows.studio import Studio


def asset_of(upload: Upload) -> tuple[str, str]:
    """(asset uuid, `YYYY-MM/DD`) that an upload's outputs lie under. The key says both; a
    legacy key may say neither, then the row does."""
    asset_id = asset_uuid_of(upload.s3_key) or upload.asset_uuid
    created = upload.date_ymd or upload.created_at.date().isoformat()
    day = date_of(upload.s3_key) or f"{created[:7]}/{created[8:10]}"
    if not asset_id:
        raise ProductionError(
            f"The upload {upload.id} ({upload.s3_key}) has no asset id. Import the file again."
        )
    return asset_id, day


def outputs_of(studio: Studio, production: Production) -> VerifiedOutput:
    """The playlists and posters of a production, a poster that a marker chose first. Raises
    ProductionError naming what is wrong."""
    if not production.output_prefix:
        raise ProductionError(f"The production {production.ulid} has no outputs yet.")
    found = verify_outputs(studio.output_store, production.output_prefix)
    chosen = poster_key(production.output_prefix)
    return replace(found, posters=sorted(found.posters, key=lambda key: key != chosen))


def discard_outputs(studio: Studio, production: Production) -> None:
    """Of a cancelled production; a local transcode that still runs does so with its own."""
    if production.output_prefix:
        studio.output_store.delete_prefix(production.output_prefix)
    discard_captions(studio, production)


def discard_captions(studio: Studio, production: Production) -> None:
    """The files that were to be sent; the web application's lie beside its outputs."""
    for prefix in captions_prefixes(production.id):
        studio.media_store.delete_prefix(prefix)
        studio.output_store.delete_prefix(prefix)
