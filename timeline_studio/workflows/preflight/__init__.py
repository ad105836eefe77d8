"""What stands in the way of a send: found before it begins, each with what puts it right."""

from timeline_studio.workflows.preflight.checking import check_timeline, check_upload
from timeline_studio.workflows.preflight.finding import Edit, Finding, Fix, FixAction, Severity
from timeline_studio.workflows.preflight.fixes import fix_all, relinked

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "FixAction",
    "Severity",
    "check_timeline",
    "check_upload",
    "fix_all",
    "relinked",
]
