"""One name written in two ways is one organisation, wherever it stands."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

from .running import CONTRACT, begin, errors, ran, results, settings


def test_letters_and_their_accents_are_put_together(tmp_path: Path) -> None:
    """A Mac writes é as two characters, others as one: nobody sees the difference in a table."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(CONTRACT / "mini.yaml", folder)
    composed, apart = (unicodedata.normalize(form, "Caffè Società") for form in ("NFC", "NFD"))
    assert composed != apart
    lines = ["organisation,group,goals", f"{composed},marketing,2", f"{apart},sales,3"]
    (folder / "a.csv").write_text("\n".join(lines), "utf-8")
    file = {"format": 1, "questionnaire": "mini", "questionnaire_version": "1.0", "answers": {"goals": 2}}
    for number, name in enumerate((composed, apart)):
        (folder / f"{number}.json").write_text(json.dumps({**file, "organisation": name}), "utf-8")
    context = begin(tmp_path / "out", settings())
    course = ran(context, [folder])
    table = results(context, course, tmp_path)
    assert table.select("organisation", "respondents").rows() == [(composed, 4)]
    assert not errors(context, course, tmp_path).filter(severity="error").height
