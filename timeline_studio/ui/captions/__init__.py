"""Captions in the window: the list of cues, the text in its place, files in and out."""
