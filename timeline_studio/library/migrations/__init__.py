"""The tables' history: one module a revision, run by `timeline_studio.library.upgrade`."""
