"""The entry point: answers `--version` before anything is imported, else runs the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from alignment_maturity import __version__

        print(f"alignment-maturity {__version__}")
        return
    from alignment_maturity.cli.app import run

    run()


if __name__ == "__main__":
    main()
