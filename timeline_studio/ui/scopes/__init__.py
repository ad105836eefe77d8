"""Scopes: the levels and colours of the picture in the monitor."""

from timeline_studio.ui.scopes.scopes_panel import ScopesPanel

__all__ = ["ScopesPanel"]
