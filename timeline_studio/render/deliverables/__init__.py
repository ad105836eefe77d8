"""What is made of a timeline beside its MP4 master: ProRes, sound alone, a GIF, a still."""

from timeline_studio.render.deliverables.delivering import (
    DELIVERY_FORMATS,
    DeliveryFormat,
    DeliveryOptions,
    deliver_timeline,
)

__all__ = ["DELIVERY_FORMATS", "DeliveryFormat", "DeliveryOptions", "deliver_timeline"]
