"""The last steps of a film's sound: its loudness, its highest peak, its coding."""
