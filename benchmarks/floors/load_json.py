"""The least that reading answer files in JSON can cost: `orjson.loads`.

    load_json.py FOLDER

Each file is read and parsed; nothing is checked, nothing kept.
"""

from __future__ import annotations

import os
import sys

import orjson


def main(folder: str) -> None:
    """Read all answer files below a folder."""
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".json"):
                with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123 - a Path takes its time
                    orjson.loads(file.read())


if __name__ == "__main__":
    main(sys.argv[1])
