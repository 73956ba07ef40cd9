"""The workshop: its state machine, its line-by-line face, its command."""
