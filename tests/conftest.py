"""What holds for all tests."""

from hypothesis import settings

# A busy machine makes single examples slow; the time limit of a whole test is in pyproject.toml.
settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.load_profile("unhurried")
