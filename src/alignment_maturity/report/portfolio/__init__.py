"""Many organisations side by side: what `batch --portfolio` prints, from the rows of its results table."""
