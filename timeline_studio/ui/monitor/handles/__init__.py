"""Handles on the monitor's picture: to move, scale, turn and crop what is selected."""
