"""Where data lies: what ships with the program, and the user's own questionnaires."""

from __future__ import annotations

from pathlib import Path

import alignment_maturity
from alignment_maturity.language import Lang

_PACKAGE = Path(alignment_maturity.__file__).parent


def data_folder(name: str) -> Path:
    """Return a folder of shipped data: `questionnaires`, `report_templates` or `docs`.

    It lies inside an installed package; in an editable installation it stands at the top of the checkout.
    """
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def examples() -> dict[str, Path]:
    """Return the answer files of the example companies by name."""
    return {path.stem: path for path in sorted((data_folder("questionnaires") / "examples").glob("*.yaml"))}


def schema(name: str) -> Path:
    """Return the JSON Schema of `questionnaire`, `answers` or `brand`."""
    return data_folder("questionnaires") / "schemas" / f"{name}.schema.json"


def method_page(lang: Lang) -> Path:
    """Return the page on the whole method, in Markdown."""
    return data_folder("docs") / {"it": "metodo.md", "en": "method.md"}[lang]


def own_folder() -> Path:
    """Return the folder in which users keep questionnaires of their own."""
    import platformdirs

    return platformdirs.user_data_path("alignment-maturity", appauthor=False) / "questionnaires"
