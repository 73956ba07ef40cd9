"""Many organisations at once, as columns: the figures of `assessment` that a table holds, to the last bit."""
