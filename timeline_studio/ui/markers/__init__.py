"""Markers in the window: a list of them as chapters, and which one is the poster."""
