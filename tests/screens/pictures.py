"""Pictures of the screen as SVG: the same on every machine, self-contained, and compared with those kept.

They are kept where README and docs show them.

SNAPSHOTS=1 writes the kept ones anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from textual.app import App

GOLDEN = Path(__file__).parents[2] / "docs" / "pictures" / "screens"
_FONT = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def snapshot(app: App[None]) -> str:
    """Draw what is on the screen; nothing in it is fetched from elsewhere, and no id depends on the run."""
    svg = app.export_screenshot(simplify=True)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: *(?:Fira Code|arial)[^;\n]*;?", f"font-family: {_FONT};", svg)
    svg = re.sub(r"terminal-\d+-", "terminal-", svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def matches(app: App[None], name: str, folder: Path = GOLDEN) -> bool:
    """Tell whether the screen looks as in the picture that is kept."""
    path = folder / f"{name}.svg"
    drawn = snapshot(app)
    if os.environ.get("SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    return path.read_text(encoding="utf-8") == drawn
