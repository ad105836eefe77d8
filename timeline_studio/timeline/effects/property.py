"""What a number of an item is: its name, its limits and what it is at first."""

from typing import Literal, NamedTuple


class Property(NamedTuple):
    """`home` is the part of an item that has it."""

    name: str
    low: float
    high: float
    default: float
    home: Literal["transform", "picture", "sound", "effect"]
    title: str
