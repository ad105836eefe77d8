"""The media bin: source footage, ready to go on the timeline."""
