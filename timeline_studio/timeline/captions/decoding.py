"""The bytes of a text file as text: whatever program wrote it."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's: it is asked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes) -> tuple[str, bool]:
    """The text with "\\n" at the end of each line, and whether its encoding was guessed.

    What is not Unicode is taken for Windows' Western European letters.
    """
    text, is_guessed = _decoded(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "�"), is_guessed


def _decoded(data: bytes) -> tuple[str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True
