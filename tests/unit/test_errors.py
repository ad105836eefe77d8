"""The tree of errors in `errors` is the one that the program has."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import timeline_studio
from timeline_studio import errors
from timeline_studio.errors import StudioError

_NO_MODULES = re.compile(r".*\.(__main__|env|versions\..*)")


def _below(error: type[StudioError]) -> Iterator[type[StudioError]]:
    for one in error.__subclasses__():
        yield one
        yield from _below(one)


def test_every_error_is_in_the_tree() -> None:
    for module in pkgutil.walk_packages(timeline_studio.__path__, "timeline_studio."):
        if not _NO_MODULES.fullmatch(module.name):
            importlib.import_module(module.name)
    program = [each for each in _below(StudioError) if each.__module__.startswith("timeline_")]
    public = {each.__name__ for each in program if not each.__name__.startswith("_")}

    told = set(re.findall(r"─ ([A-Z]\w+)", errors.__doc__ or ""))

    assert told == public
