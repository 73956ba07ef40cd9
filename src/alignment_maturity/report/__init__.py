"""The report: a view of the result, charts, and the documents made from them.

`view` turns a result into finished words and coordinates, `charts` draws, `html` and `pdf` print. Templates
compute nothing.
"""
