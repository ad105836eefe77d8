"""Small widgets and wordings that several panels use."""
