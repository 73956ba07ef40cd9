"""A workshop: a room full of people answers together, led by a facilitator."""
