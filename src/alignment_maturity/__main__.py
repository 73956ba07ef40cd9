"""The entry point: answers `--version` before anything is imported, else runs the command line."""

from __future__ import annotations

import contextlib
import gc
import os
import sys

from alignment_maturity import PROGRAM
from alignment_maturity.cli.streams import prepare


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        prepare()
        if sys.argv[1:] == ["--version"]:
            # Where it cannot be written, the command line says so.
            with contextlib.suppress(OSError):
                print(PROGRAM, flush=True)
                return
        _start_quickly()
        from alignment_maturity.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        # A process that ends need not look for garbage: after a report that takes a quarter of a second.
        gc.freeze()


def _start_quickly() -> None:
    """Spare the start what a short command never needs, unless the user has set it otherwise.

    These are collecting garbage, searching for pydantic plugins, and numpy's pool of threads for matrices
    larger than ours will ever be.
    """
    gc.set_threshold(200_000, 20, 100)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


if __name__ == "__main__":
    main()
