"""Whatever the questionnaire and the answers, every output comes out, in both languages."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from alignment_maturity.batch.tables import as_csv, as_json_lines
from alignment_maturity.cli.placement_screen import show
from alignment_maturity.document import as_document
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report.html import render_html
from oracle.documents import random_case
from scoring import assessed


@pytest.mark.parametrize("seed", range(1000, 1060))
def test_no_case_stops_an_output(seed: int) -> None:
    """The one company with no answers in a dimension, in front of the client."""
    questionnaire, files = random_case(seed)
    result = assessed(questionnaire, files)
    for lang in LANGUAGES:
        screen = io.StringIO()
        show(Console(file=screen, width=60 + seed % 60), result, lang)
        assert result.organisation in screen.getvalue()
        assert max(map(len, screen.getvalue().splitlines())) <= 60 + seed % 60
        assert f'<html lang="{lang}"' in render_html(result, lang)
        assert "NaN" not in json.dumps(as_document(result, lang))

    def lang_of(_: object) -> Lang:
        return "it"

    assert as_csv([result, result], lang_of).count(b"\r\n") == 3
    assert json.loads(as_json_lines([result], lang_of))["level"] == result.level
