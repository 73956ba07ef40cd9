"""How many processors this process may use."""

from __future__ import annotations

import os
from pathlib import Path

QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""Where Linux tells a container how much of the machine it gets."""


def available(quota: Path = QUOTA) -> int:
    """Return the number of processors this process may use, at least one; `quota` is read where it exists."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        share, period = quota.read_text("ascii").split()
    except (OSError, ValueError):
        return cores
    return cores if share == "max" else max(1, min(cores, round(int(share) / int(period))))
