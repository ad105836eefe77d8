"""Revisions, oldest first by their number. A shipped one never changes."""
