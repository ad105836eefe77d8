"""Titles and flat colours: pictures that are drawn, not read. Text is Qt's."""

import threading
from functools import cache

import av
import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QTextOption,
)

from timeline_studio.render.drawn_pixels import clear_image, cut_out
from timeline_studio.render.geometry import Size
from timeline_studio.render.render_error import RenderError
from timeline_studio.settings import resource
from timeline_studio.timeline.model import Title

_LARGEST_SHARE = 0.9


@cache
def prepare_text() -> QGuiApplication:
    """Qt's part that knows fonts, with the shipped ones loaded.

    Where no Qt application exists yet, one without a screen is made, and kept: call this
    on the main thread before another thread draws titles. A program with a window makes
    its QApplication first. Raises RuntimeError on another thread, where Qt would crash.
    """
    application = QGuiApplication.instance()
    if application is None:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("prepare_text() must first be called on the main thread")
        application = QGuiApplication(["timeline-studio", "-platform", "offscreen"])
    for font in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(font))
    return application  # type: ignore[return-value]  # instance() is declared for QtCore


def parse_colour(name: str) -> QColor:
    """`#RRGGBB` or a colour's SVG name. Raises RenderError."""
    colour = QColor(name)
    if not colour.isValid():
        raise RenderError(f"“{name}” is not a colour: write it as #RRGGBB.")
    return colour


def draw_title(title: Title, canvas: Size) -> tuple[av.VideoFrame, int, int] | None:
    """The title's text as an rgba frame, cut out on even edges, and where its corner goes.

    Lines wrap at 90 % of the frame's width; text too tall for the frame is made smaller,
    and text placed past an edge is moved inside. None when there is nothing to see.
    """
    prepare_text()
    colour = parse_colour(title.color)
    image = clear_image(canvas)
    painter = QPainter(image)
    try:
        painter.setPen(colour)
        box = _fit_text(painter, title, canvas)
        painter.drawText(_inside(box, title, canvas), title.text, _layout())
    finally:
        painter.end()
    return cut_out(image, colour)


def _layout() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _fit_text(painter: QPainter, title: Title, canvas: Size) -> QRectF:
    """Set the largest font, up to the title's, with which the text fits; the text's box."""
    column = QRectF(0, 0, canvas.width * _LARGEST_SHARE, canvas.height * _LARGEST_SHARE)
    font = QFont("Inter", weight=QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    pixels = max(1, round(canvas.height * title.size / 100))
    while True:
        font.setPixelSize(pixels)
        painter.setFont(font)
        box = painter.boundingRect(column, title.text, _layout())
        if box.height() <= column.height() or pixels == 1:
            # one pixel more, or rounding may wrap a line that just fits
            return QRectF(0, 0, min(box.width() + 2, column.width()), box.height())
        pixels = max(1, pixels * 9 // 10)


def _inside(box: QRectF, title: Title, canvas: Size) -> QRectF:
    """The box around the title's place, moved so that the frame holds all of it."""
    left = title.x * canvas.width - box.width() / 2
    top = title.y * canvas.height - box.height() / 2
    left = min(max(left, 0.0), max(0.0, canvas.width - box.width()))
    top = min(max(top, 0.0), max(0.0, canvas.height - box.height()))
    return QRectF(left, top, box.width(), box.height())


def colour_frame(name: str, size: Size) -> av.VideoFrame:
    """An rgb24 frame of one colour."""
    colour = parse_colour(name)
    pixels = np.empty((size.height, size.width, 3), np.uint8)
    pixels[:] = (colour.red(), colour.green(), colour.blue())
    return av.VideoFrame.from_ndarray(pixels, format="rgb24")
