"""The report as a Word document, to be edited: in our template or in somebody else's."""
