"""Whether a report holds: what it carries is read back, scored and printed again, and compared."""
