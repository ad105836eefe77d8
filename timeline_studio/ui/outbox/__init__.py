"""Everything that is on its way."""
