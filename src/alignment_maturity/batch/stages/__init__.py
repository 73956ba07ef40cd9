"""The stages of a run: each a task that can be handed to any process, and the one function that does it.

A task leaves its parts in the folder of the run and returns a note of a few figures. Nothing else passes
between processes, so it does not matter where a task was done, or in which order.
"""
