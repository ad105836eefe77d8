"""Headless commands over the workflows."""

from timeline_studio.cli.commands import build_cli
from timeline_studio.cli.context import Check, CliContext
from timeline_studio.cli.run import run_cli

__all__ = ["Check", "CliContext", "build_cli", "run_cli"]
