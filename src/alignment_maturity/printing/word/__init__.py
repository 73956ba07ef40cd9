"""What all Word documents have in common: the report's and the worksheets'."""
