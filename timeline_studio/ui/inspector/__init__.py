"""The inspector: what is selected, and the history of edits."""
