"""The interview: a pure state machine, and the faces that drive it."""
