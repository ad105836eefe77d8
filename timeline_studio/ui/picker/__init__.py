"""The timeline picker: which project is open, and its name."""
