"""The encoders of pictures: which there are, how each is asked, and whether it works here."""

from timeline_studio.render.encoders.known import (
    ENCODERS,
    X264,
    Coding,
    Encoder,
    encoder_label,
    encoder_named,
)

__all__ = ["ENCODERS", "X264", "Coding", "Encoder", "encoder_label", "encoder_named"]
