"""Brings the translations up to the source code, and compiles them: `make translations`.

New words come into the .ts files as unfinished, for Qt Linguist or any editor; words that are gone
go. What is translated stays.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from source_words import Words, all_words

HERE = Path(__file__).parent
COMPILED = HERE.parent / "resources" / "translations"
CONTEXT = "TimelineStudio"


def main() -> int:
    for path in sorted(HERE.glob("timeline-studio_*.ts")):
        left = update(path)
        compile_to(path, COMPILED / f"{path.stem}.qm")
        print(f"{path.name}: {left} words to translate" if left else f"{path.name}: complete")
    return 0


def update(path: Path) -> int:
    """Returns how many words have no translation."""
    known = translations_in(path)
    language = path.stem.rpartition("_")[2]
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    words = all_words()
    for each in words:
        _add(context, each, known.get(each.text, []))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")
    return sum(not all(known.get(each.text, [""])) for each in words)


def translations_in(path: Path) -> dict[str, list[str]]:
    """By their sources; several forms where the source counts. Unfinished ones are empty."""
    return {
        message.findtext("source", ""): _forms(message.find("translation"))
        for message in ET.parse(path).iter("message")
    }


def compile_to(path: Path, compiled: Path) -> None:
    """With Qt's own tool, which comes with PySide6."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", path, "-qm", compiled], check=True)


def _forms(translation: ET.Element | None) -> list[str]:
    if translation is None:
        return [""]
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return forms or [translation.text or ""]


def _add(context: ET.Element, words: Words, forms: list[str]) -> None:
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "location", filename=f"../{words.file}")
    ET.SubElement(message, "source").text = words.text
    if words.one:
        message.set("numerus", "yes")
    translation = ET.SubElement(message, "translation")
    if not forms or not all(forms):
        translation.set("type", "unfinished")
    if words.one:
        for form in forms if len(forms) > 1 else ["", ""]:
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0] if forms else ""


if __name__ == "__main__":
    sys.exit(main())
