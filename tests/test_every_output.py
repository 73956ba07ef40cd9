"""Whatever the questionnaire and the answers, every output comes out, in both languages."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from alignment_maturity.batch.frames import write_csv
from alignment_maturity.batch.results import frame_of, row_of, schema
from alignment_maturity.cli.placement_screen import show
from alignment_maturity.document import as_document
from alignment_maturity.language import LANGUAGES
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

    table = io.BytesIO()
    row = row_of(result, "it")
    write_csv(frame_of([row, row], schema([result.questionnaire], confidence=True)), table)
    assert table.getvalue().count(b"\r\n") == 3
