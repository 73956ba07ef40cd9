"""What holds for all tests.

HYPOTHESIS_EXAMPLES sets how many cases Hypothesis tries where a test names no number of its own.
"""

import os

from hypothesis import settings

# A busy machine makes single examples slow; the time limit of a whole test is in pyproject.toml.
settings.register_profile(
    "unhurried",
    parent=settings.default,
    deadline=None,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "40")),
)
settings.load_profile("unhurried")
