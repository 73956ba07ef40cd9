"""The command line, with scoring that takes ten seconds for each range, as a large one may on a slow machine.

python -m batch.slow_scoring ARGUMENTS...
"""

from __future__ import annotations

import time

from alignment_maturity.batch.stages import score
from alignment_maturity.batch.stages.context import Context, Note

_score = score.run


def slowly(context: Context, task: score.Score) -> Note:
    """Tell that it has begun, and take its time."""
    context.state.path("score", "begun").touch()
    for _ in range(200):
        time.sleep(0.05)
    return _score(context, task)


def main() -> None:
    """Run the command."""
    from alignment_maturity.__main__ import main as command

    score.run = slowly
    command()


if __name__ == "__main__":
    main()
