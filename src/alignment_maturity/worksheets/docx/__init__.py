"""A worksheet as a Word document, to be filled in and changed."""
