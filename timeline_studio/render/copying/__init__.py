"""Stretches of a film that are one untouched clip: copied, not encoded."""
