"""What everybody who writes a format has to know of it: which text is safe in it, and how it is shown."""
