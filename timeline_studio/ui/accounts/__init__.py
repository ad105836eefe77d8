"""Accounts: set up, tried out, chosen."""
