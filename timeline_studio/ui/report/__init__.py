"""The report of a production: what came out of it, and where it came from."""
