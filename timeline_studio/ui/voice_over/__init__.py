"""Speaking over the film: the microphone onto a track, at the playhead."""
