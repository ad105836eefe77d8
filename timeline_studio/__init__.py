"""Timeline Studio: cut a timeline, export a master, send it to HLS."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("timeline-studio")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0.0.0"
