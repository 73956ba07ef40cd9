"""The plan as files for other programs: one set of contents, one module a format."""
