"""The clock and the sound of playback as one: sound leads where it can be heard."""

from timeline_studio.timeline.model import Timeline
from timeline_studio.ui.monitor.clock import PlaybackClock
from timeline_studio.ui.monitor.sound import Sound


class SoundedClock:
    """Runs at any speed; at normal speed, both ways, it is heard, and follows the sound device.

    Without a device, or when it is lost, the wall clock takes over.
    """

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._is_heard = False
        self.clock = PlaybackClock()

    @property
    def speed(self) -> int:
        return self.clock.speed

    @property
    def sound_status(self) -> str:
        """Why the last playback was not heard; empty when it was."""
        return self._sound.status

    def start(self, timeline: Timeline, time: int, speed: int) -> None:
        self._sound.stop()
        self._is_heard = abs(speed) == 1 and self._sound.start(timeline, time, backwards=speed < 0)
        self.clock.start(time, speed, waits_for_sound=self._is_heard)

    def start_silent(self, time: int, speed: int) -> None:
        self._sound.stop()
        self._is_heard = False
        self.clock.start(time, speed)

    def change(self, timeline: Timeline) -> None:
        """Go on with an edited timeline."""
        self._sound.change(timeline)

    def time(self) -> int:
        """What is due now, in flicks, by the sound that was heard."""
        if self._is_heard:
            played = self._sound.seconds_played()
            if played is None:
                self._is_heard = False
                self.clock.leave_sound()
            else:
                self.clock.follow(played)
        return self.clock.time()

    def stop(self) -> None:
        self._sound.stop()
        self._is_heard = False
        self.clock.stop()

    def close(self) -> None:
        self.stop()
        self._sound.close()
