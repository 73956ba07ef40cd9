"""The full screen: the interview, the workshop, and what the room sees of it. Textual is known here alone."""
