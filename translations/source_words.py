"""Finds every word of the window in its source code, for it to be translated.

A word is a string literal that is handed to `tr` or `tr_count`, to a constructor that translates
what it shows, or that stands in a constant of a module and reads like words for people.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(__file__).parent.parent / "timeline_studio"
FOLDERS = ("ui", "timeline/effects")
"""Where words for people stand: the window, and the names of what effects can be told."""

SHOWING = {
    "tr", "ActionSpec", "looking", "_here", "Command", "_Spec", "_tool", "ModeToggle",
    "made_action", "KeyTip", "set_text", "button", "label", "tool_button", "name_field",
    "EmptyState", "TabRow", "add_head", "say", "complain", "Section", "Column", "RowAction",
    "Chip", "State", "apply", "edit", "_apply", "EdgeDrag", "NamePrompt", "QuestionBar", "ask",
    "PropertyField", "menu", "Preset", "_button", "_wrapped", "titled", "InspectorPanel",
    "BinPanel", "add", "LeavingText", "_kind", "NumberField", "ScrubField", "LevelField",
    "FieldsTable", "_choice", "_box", "_combo", "_check", "choice", "WrappedText", "__init__",
    "_switch", "_titled", "ChoiceField", "TextField", "FormSection",
}  # fmt: skip
"""Calls that translate the words they are given."""

_NOT_SHOWN = {"Path", "Template", "TypeVar", "frozenset", "get_args"}

_PLACES = re.compile(r"\{\w+\}")
_PEOPLE = re.compile(r"[A-Z“].*[a-z]|[a-z]+ [a-z]+")
_CODE = re.compile(
    r"^\s*$|Timeline Studio$|^Inter$|^(Home|End)$|"
    r"^[\w./:-]*[_/:][\w./:-]*$|^[A-Z0-9_]+$|^U?Int\d+$|^[a-z-]+$|^[a-z]+[A-Z]\w*$|"
    r"^(Ctrl|Alt|Shift|Key_)[+\w]*|; (Ctrl|Back)|\.(json|mp4|png|svg)$|\{ "
)
"""Names, keys, words of code, names of files, keys again, and style sheets."""


@dataclass(frozen=True)
class Words:
    """`one` is the English singular where the source counts."""

    text: str
    file: str
    line: int
    one: str = ""


def all_words() -> list[Words]:
    """Each text once, in the order of the files."""
    found: dict[str, Words] = {}
    paths = {path for folder in FOLDERS for path in (PROGRAM / folder).rglob("*.py")}
    for path in sorted(paths - {PROGRAM / "ui/language.py"}):
        tree = ast.parse(path.read_text("utf-8"))
        for words in _of_module(tree, path.relative_to(PROGRAM.parent).as_posix()):
            found.setdefault(words.text, words)
    return list(found.values())


def _of_module(tree: ast.Module, file: str) -> Iterator[Words]:
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and not _is_dunder(node):
            yield from _literals(node.value, file, is_constant=True)
    for node in ast.walk(tree):
        match node:
            case ast.For(iter=ast.Tuple() as shown) | ast.Return(value=ast.List() as shown):
                yield from _literals(shown, file)
            case ast.Assign(value=ast.List() as shown) if not _is_dunder(node):
                yield from _literals(shown, file)
            case ast.Call():
                yield from _of_call(node, file)


def _of_call(node: ast.Call, file: str) -> Iterator[Words]:
    name = _name(node.func)
    if name == "tr_count":
        yield from _counted(node, file)
    elif name == "counted":
        yield from _things(node, file)
    elif name in SHOWING:
        for argument in (*node.args, *(each.value for each in node.keywords)):
            yield from _literals(argument, file)


def _counted(node: ast.Call, file: str) -> Iterator[Words]:
    _, one, many = node.args[:3]
    if isinstance(one, ast.Constant) and isinstance(many, ast.Constant):
        yield Words(str(many.value), file, node.lineno, str(one.value))


def _things(node: ast.Call, file: str) -> Iterator[Words]:
    match node.args:
        case [_, ast.Constant(value=str(thing))]:
            yield Words(f"{{n}} {thing}s", file, node.lineno, f"{{n}} {thing}")


def _literals(node: ast.expr, file: str, *, is_constant: bool = False) -> Iterator[Words]:
    """Those below `node`; not of f-strings and comparisons, of calls only where a constant is
    made of objects."""
    match node:
        case ast.Constant(value=str(text)) if is_for_people(text):
            yield Words(text, file, node.lineno)
        case ast.Call(func=ast.Attribute(attr="fromkeys"), args=[_, part]):
            yield from _literals(part, file)
        case ast.Call(func=ast.Name(id=name)) if is_constant:
            for part in (*node.args, *(each.value for each in node.keywords)):
                if name not in _NOT_SHOWN:
                    yield from _literals(part, file, is_constant=True)
        case _:
            for part in _parts(node):
                yield from _literals(part, file, is_constant=is_constant)


def _parts(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            return list(parts)
        case ast.Dict():
            return [*(key for key in node.keys if key is not None), *node.values]
        case ast.Starred(value=part):
            return [part]
    return []


def _is_dunder(node: ast.Assign | ast.AnnAssign) -> bool:
    """`__all__` names code."""
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("__")


def is_for_people(text: str) -> bool:
    said = _PLACES.sub("x", text)
    return bool(_PEOPLE.search(said)) and not _CODE.search(said)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
