"""Publications: productions in spaces, who sees them, and the spaces themselves."""
