"""Effects in the window: their list in the bin, and how a LUT's file is chosen."""
