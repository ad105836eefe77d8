"""What was done to the timeline: this session's steps, and the versions of before."""
