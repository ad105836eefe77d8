"""The report of a production: what came out, measured, and where it came from."""

from timeline_studio.workflows.reports.making import (
    make_report,
    report_of,
    run_report,
    stored_report,
)
from timeline_studio.workflows.reports.provenance import (
    edits_since,
    edits_since_last,
    edits_words,
    provenance_of,
)
from timeline_studio.workflows.reports.report import (
    Master,
    Provenance,
    Report,
    Rung,
    Sound,
    Source,
)
from timeline_studio.workflows.reports.saving import (
    LADDER_HEAD,
    ReportError,
    ladder_rows,
    report_facts,
    report_html,
    report_text,
    save_report,
)

__all__ = [
    "LADDER_HEAD",
    "Master",
    "Provenance",
    "Report",
    "ReportError",
    "Rung",
    "Sound",
    "Source",
    "edits_since",
    "edits_since_last",
    "edits_words",
    "ladder_rows",
    "make_report",
    "provenance_of",
    "report_facts",
    "report_html",
    "report_of",
    "report_text",
    "run_report",
    "save_report",
    "stored_report",
]
