"""What stands in the way of a send: looked for, shown, put right."""
