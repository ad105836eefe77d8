"""The Uploads panel: source files only."""
