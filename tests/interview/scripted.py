"""A terminal at which prepared lines are typed, and a place that keeps all that is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignment_maturity.interview.details import Details, new_file
from alignment_maturity.interview.terminal import LineTerminal
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.store.questionnaires import read_questionnaire

HERE = Path(__file__).parent
DAY = dt.date(2026, 11, 21)

# The five questions of the contract: two gates, levels with a gap, a statement.
MINI = read_questionnaire(HERE.parent / "examples" / "contract" / "mini.yaml").questionnaire
# Three questions in Italian and English.
TWO_LANGUAGES = read_questionnaire(HERE / "two_languages.yaml").questionnaire
# Nothing answered yet.
FILE = new_file(MINI, Details("Rossi Srl"), DAY)


class Script:
    """Somebody who types prepared lines: each prompt and what is typed at it end up in the transcript."""

    def __init__(
        self, lines: Sequence[str], *, lang: Lang = "en", columns: int = 80, patient: bool = True
    ) -> None:
        self.transcript = ""
        self._lines: Iterator[str] = iter(lines)
        self.terminal = LineTerminal(lang, lambda: columns, self._read_line, self._write, patient)

    def _read_line(self, prompt: str) -> str:
        line = next(self._lines, None)
        self.transcript += prompt
        if line is None:
            raise EOFError
        self.transcript += f"{line}\n"
        return line

    def _write(self, text: str) -> None:
        self.transcript += text


class Shelf:
    """Keeps every version that was saved, newest last."""

    def __init__(self) -> None:
        self.versions: list[AnswerFile] = []

    def save(self, file: AnswerFile) -> None:
        self.versions.append(file)
