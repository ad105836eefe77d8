"""The Deliver workspace: its frame, and the table and detail that its panels share."""
