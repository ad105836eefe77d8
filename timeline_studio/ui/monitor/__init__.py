"""The monitor: the timeline's picture, its playback with sound, the transport below."""

from timeline_studio.ui.monitor.monitor_actions import MonitorActions
from timeline_studio.ui.monitor.monitor_panel import MonitorPanel

__all__ = ["MonitorActions", "MonitorPanel"]
