"""The least that reading answer files in YAML can cost: PyYAML's C composer, and a walk over its nodes.

    compose_yaml.py FOLDER

Each file is read, composed and turned into plain dicts, lists and texts; nothing is checked, nothing kept.
"""

from __future__ import annotations

import os
import sys

import yaml


def main(folder: str) -> None:
    """Read all answer files below a folder."""
    for place, _, names in os.walk(folder):
        for name in names:
            with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123 - a Path takes its time
                plain(composed(file.read()))


def composed(data: bytes) -> yaml.Node:
    """Return the root node of a document."""
    loader = yaml.CSafeLoader(data)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def plain(node: yaml.Node) -> object:
    """Turn a node and all below it into plain data, every scalar into its text."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return {key.value: plain(value) for key, value in node.value}


if __name__ == "__main__":
    main(sys.argv[1])
