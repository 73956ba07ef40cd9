"""The working documents a plan calls for, filled as far as the answers allow.

`build` says what a document holds as data (`document`); Markdown, Word and PDF are made from that.
"""
