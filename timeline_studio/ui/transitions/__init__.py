"""Transitions in the window: their list in the bin, and what the default is."""
