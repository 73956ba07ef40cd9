"""Processes of the program, forked from one that has everything imported: a tenth of what a start takes."""
