"""The peak of a process's memory, for code that tests run in a process of its own."""

from __future__ import annotations

PEAK = """
def peak_megabytes():
    import resource, sys
    if sys.platform == "linux":
        # `getrusage` would begin with the memory of the process that started this one.
        lines = open("/proc/self/status", encoding="ascii").read().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 2**10
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 2**20
"""
"""Defines `peak_megabytes()`; not on Windows."""
