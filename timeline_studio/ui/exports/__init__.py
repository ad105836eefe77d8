"""The Exports panel: MP4 masters made from timelines."""
