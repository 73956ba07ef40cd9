"""Many organisations in one run: find the answer files, assess each organisation, write the tables."""
