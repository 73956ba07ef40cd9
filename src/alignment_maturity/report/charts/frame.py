"""What all charts share: one unit is one CSS pixel on paper."""

from __future__ import annotations

WIDTH = 660.0
SMALL = 9.5
"""The smallest lettering."""
