"""Sentences about a result that the terminal and the report share, in Italian and English.

What is on the screen and what is in the report are the same words; nothing is computed but the words.
"""
