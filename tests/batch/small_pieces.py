"""The command line, with work cut into pieces so small that little of it takes many tasks.

python -m batch.small_pieces ARGUMENTS...
"""

from __future__ import annotations

from alignment_maturity.batch import parting, run
from alignment_maturity.batch.reading import cutting


def main() -> None:
    """Run the command."""
    from alignment_maturity.__main__ import main as command

    run.HEAVY = run.LIGHT = 4
    parting.FILES_PER_TASK = 3
    defaults = cutting.cut.__kwdefaults__
    assert defaults
    defaults.update(target=1_000, rows=7)
    command()


if __name__ == "__main__":
    main()
