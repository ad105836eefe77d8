"""What a send will take, in words."""

from timeline_studio.ui.elements.words import duration_text
from timeline_studio.workflows.estimates import SendEstimate


def estimate_words(estimate: SendEstimate, account: str) -> str:
    """`About 2:10 in all, by your earlier sends.`"""
    if estimate.seconds is None:
        time = "How long it takes is known after the first send."
    else:
        time = f"About {duration_text(max(1.0, estimate.seconds))} in all, by your earlier sends."
    if not estimate.is_billed:
        return time
    return f"{time} AWS bills the minutes of every rung to the account “{account}”."
