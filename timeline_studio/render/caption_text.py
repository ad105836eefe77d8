"""Captions in the picture: white words on a dark box, inside of the safe area.

Sizes: a twentieth of the shorter side reads as captions on television do; the safe area is
that of EBU R 95 for 16:9, 90 % of the height, and 80 % of the width for lines of a good length.
"""

import av
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextOption

from timeline_studio.render.drawn_pixels import clear_image, cut_out
from timeline_studio.render.geometry import Size
from timeline_studio.render.text import prepare_text
from timeline_studio.timeline.model import Caption

LETTER_SHARE = 0.052
"""Of the shorter side."""
SAFE_WIDTH, SAFE_HEIGHT = 0.8, 0.9
_BOX = QColor(0, 0, 0, 190)
_WORDS = QColor("#FFFFFF")
_BESIDE, _ABOVE, _CORNER = 0.4, 0.2, 0.15
"""Room around the words, and the box's corners: of a letter's size."""
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


def draw_caption(caption: Caption, canvas: Size) -> tuple[av.VideoFrame, int, int] | None:
    """The caption as an rgba frame, cut out on even edges, and where its corner goes.

    Lines wrap at the safe area's width; what is too tall for it is made smaller. None when
    there is nothing to see.
    """
    text = "\n".join(line for line in caption.text.splitlines() if line.strip())
    if not text:
        return None
    prepare_text()
    image = clear_image(canvas)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = _layout(caption)
        words = _fitted(painter, text, layout, canvas)
        letter = painter.font().pixelSize()
        box = words.adjusted(-_BESIDE * letter, -_ABOVE * letter, _BESIDE * letter, _ABOVE * letter)
        place = _placed(box, caption, canvas)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BOX)
        painter.drawRoundedRect(place, _CORNER * letter, _CORNER * letter)
        painter.setPen(_WORDS)
        painter.drawText(words.translated(place.topLeft() - box.topLeft()), text, layout)
    finally:
        painter.end()
    return cut_out(image, _BOX)


def _layout(caption: Caption) -> QTextOption:
    option = QTextOption(_ALIGNMENTS[caption.align] | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _fitted(painter: QPainter, text: str, layout: QTextOption, canvas: Size) -> QRectF:
    """Set the largest font with which the text fits; the box of its words."""
    font = QFont("Inter", weight=QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letter = max(1, round(min(canvas.width, canvas.height) * LETTER_SHARE))
    while True:
        font.setPixelSize(letter)
        painter.setFont(font)
        width = canvas.width * SAFE_WIDTH - 2 * _BESIDE * letter
        height = canvas.height * SAFE_HEIGHT - 2 * _ABOVE * letter
        words = painter.boundingRect(QRectF(0, 0, width, height), text, layout)
        if words.height() <= height or letter == 1:
            # one pixel more, or rounding may wrap a line that just fits
            return QRectF(0, 0, min(words.width() + 2, width), words.height())
        letter = max(1, letter * 9 // 10)


def _placed(box: QRectF, caption: Caption, canvas: Size) -> QRectF:
    """The box in its place of the safe area."""
    safe = QRectF(0, 0, canvas.width * SAFE_WIDTH, canvas.height * SAFE_HEIGHT)
    safe.moveCenter(QRectF(0, 0, canvas.width, canvas.height).center())
    left = safe.left() + (safe.width() - box.width()) * _SHARES[caption.align]
    top = safe.top() + (safe.height() - box.height()) * _SHARES[caption.place]
    return QRectF(left, top, box.width(), box.height())
