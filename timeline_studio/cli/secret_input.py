"""Secrets come from a prompt that shows nothing, or from standard input, a line each."""

import sys

import typer

from timeline_studio.errors import StudioError


def read_secret(what: str) -> str:
    """Raises StudioError where there is none. Standard error gets the prompt."""
    if sys.stdin.isatty():
        secret: str = typer.prompt(what, hide_input=True, err=True)
    else:
        secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise StudioError(f"{what}: nothing came on standard input. Give a line with it.")
    return secret
