"""The checks before a send, in the order in which one would put things right."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from timeline_studio.media import WaveformCache
from timeline_studio.productions import load_profile
from timeline_studio.timeline.document import from_json
from timeline_studio.timeline.model import Timeline
from timeline_studio.timeline.time import to_seconds
from timeline_studio.workflows.media import reference_to, resolver
from timeline_studio.workflows.preflight.clipping import check_clipping
from timeline_studio.workflows.preflight.content import check_content, check_media
from timeline_studio.workflows.preflight.credentials import check_credentials
from timeline_studio.workflows.preflight.finding import Finding
from timeline_studio.workflows.preflight.gaps import check_gaps
from timeline_studio.workflows.preflight.levels import CELLS_PER_SECOND, outline_sound
from timeline_studio.workflows.preflight.luts import check_luts
from timeline_studio.workflows.preflight.room import Need, check_room, need_of
from timeline_studio.workflows.preflight.silence import check_silence
from timeline_studio.workflows.preflight.sources import check_sources
from timeline_studio.workflows.preflight.subject import Subject, find_subject, shown_alone
from timeline_studio.workflows.preflight.titles import canvas_of, check_titles
from timeline_studio.workflows.preflight.transitions import check_handles
from timeline_studio.workflows.studio import Studio

Progress = Callable[[float, str], None]

_MOST_ALIKE = 20
_FIXED_ANYWHERE = ("free_space", "accounts")
_PROBED, _DRAWN = 0.2, 0.3
"""How far the check has come when media is probed, and when titles are drawn."""

_OUTLINED = 0.6  # of the look at the sound


def check_timeline(
    studio: Studio, project_id: int, *, progress: Progress | None = None
) -> list[Finding]:
    """What stands in the way of sending a project as it is stored, blockers first.

    `progress` gets 0 to 1 and what is looked at; what it raises ends the check. Raises NotFound,
    or DocumentError where the timeline cannot be read.
    """
    told = progress or _tell_nobody
    with studio.reading() as uow:
        project = uow.projects.get(project_id)
    timeline = from_json(project.timeline_json)
    subject = find_subject(project.name, timeline, resolver(studio), _part(told, 0, _PROBED))
    found = [
        *check_content(subject),
        *check_media(subject),
        *check_luts(subject),
        *check_credentials(studio),
        *check_room(studio.home, _need(studio, timeline, has_master=False)),
        *check_gaps(subject),
        *check_handles(subject),
        *check_titles(subject, _part(told, _PROBED, _DRAWN)),
        *_check_sound(studio, subject, _part(told, _DRAWN, 1.0)),
        *check_sources(subject),
    ]
    told(1.0, "")
    return _in_order(found)


def check_upload(
    studio: Studio, upload_id: int, *, progress: Progress | None = None
) -> list[Finding]:
    """The same of a video that is sent as it is: no finding has a place, and no edit fixes it.

    Raises NotFound.
    """
    told = progress or _tell_nobody
    with studio.reading() as uow:
        upload = uow.uploads.get(upload_id)
    resolve = resolver(studio)
    alone = shown_alone(reference_to(upload), resolve)
    subject = find_subject(upload.name, alone, resolve, _part(told, 0, _PROBED))
    found = [
        *check_media(subject),
        *check_credentials(studio),
        *check_room(studio.home, _need(studio, alone, has_master=True)),
        *_check_sound(studio, subject, _part(told, _PROBED, 1.0)),
        *check_sources(subject),
    ]
    told(1.0, "")
    return _in_order([_of_no_timeline(each) for each in found])


def _of_no_timeline(finding: Finding) -> Finding:
    fix = finding.fix if finding.fix and finding.fix.action in _FIXED_ANYWHERE else None
    return replace(finding, fix=fix, item_id=None, time=None)


def _check_sound(studio: Studio, subject: Subject, told: Progress) -> Iterator[Finding]:
    cache = WaveformCache(studio.home.cache, peaks_per_second=CELLS_PER_SECOND)
    outline = outline_sound(subject, cache, _part(told, 0, _OUTLINED))
    yield from check_silence(subject, outline)
    yield from check_clipping(subject, outline, _part(told, _OUTLINED, 1.0))


def _need(studio: Studio, timeline: Timeline, *, has_master: bool) -> Need:
    canvas = canvas_of(timeline)
    profile = None
    if studio.account.transcoder == "local":
        shape = "portrait" if canvas.height > canvas.width else "landscape"
        profile = load_profile(f"hls-{shape}", *studio.profile_folders)
    return need_of(
        to_seconds(timeline.duration),
        (canvas.width, canvas.height),
        float(timeline.rate),
        has_master=has_master,
        profile=profile,
    )


def _in_order(findings: list[Finding]) -> list[Finding]:
    """Blockers first; of many alike, the first ones and how many more there are."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(finding.code, []).append(finding)
    kept: list[Finding] = []
    for same in alike.values():
        kept += same[:_MOST_ALIKE]
        if len(same) > _MOST_ALIKE:
            more = f"{kept[-1].message} And {len(same) - _MOST_ALIKE} more like this."
            kept[-1] = replace(kept[-1], message=more)
    return sorted(kept, key=lambda finding: not finding.is_blocker)


def _tell_nobody(_fraction: float, _stage: str) -> None:
    return


def _part(progress: Progress, start: float, end: float) -> Progress:
    """Progress over a part of the whole."""
    return lambda fraction, stage: progress(start + (end - start) * fraction, stage)
