"""Room on the disk: what may go."""
