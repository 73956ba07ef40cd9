"""The scoring kernel: counts of answers in, placements out. Numpy only; no file, clock or console.

Everything is computed from integer counts, in a canonical order (ids sorted by whoever fills the arrays)
and by elementwise operations along the axis of the organisations. So the order of respondents, questions
and files cannot matter, and an organisation scored among a million gets the same bits as one scored alone.
"""

TOLERANCE = 1e-9
"""By how much a comparison may miss (contract, "Level")."""
