"""The workshop on the full screen: the facilitator's, and a second one for the room."""
