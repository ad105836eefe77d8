"""The Productions panel: HLS made from exports and uploads."""
