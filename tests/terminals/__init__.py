"""Real processes on pseudo-terminals, started quickly and many times, and what their screens show."""
