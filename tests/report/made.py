"""Waves made from small invented companies, with their questionnaires as files have them."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from typing import Any

from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.report.record import Ingredients, gather
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.documents import parse_document
from alignment_maturity.store.questionnaires import Loaded, checked
from alignment_maturity.waves import Terms, Wave, assess_read, terms_then
from report.sample import START, Document, answers, instrument, leaning

VERSION = "1.2.3"
LEVELS = {"marketing": 3.2, "sales": 1.9, "leadership": 2.6}


def loaded(questionnaire: Document) -> Loaded:
    """Return a questionnaire as if it had been read from a file."""
    data = json.dumps(questionnaire, ensure_ascii=False).encode()
    return checked(parse_document("sample.json", data, pass_over=True))


def wave(questionnaire: Document, *files: Document, terms: Terms | None = None) -> Wave:
    """Assess answer documents as one wave."""
    read = [AnswerFile.model_validate(copy.deepcopy(file)) for file in files]
    return assess_read(read, loaded(questionnaire), terms or Terms(START))


def earlier(questionnaire: Document, *files: Document, terms: Terms | None = None) -> Wave:
    """Assess answer documents as an earlier wave."""
    read = [AnswerFile.model_validate(copy.deepcopy(file)) for file in files]
    return assess_read(read, loaded(questionnaire), terms_then(read, terms or Terms(START)))


def ingredients(*waves: Wave, lang: Lang = "en", terms: Terms | None = None, **options: Any) -> Ingredients:
    """Gather what the report of some waves is made of."""
    chosen = ReportOptions(**{"program_version": VERSION, **options})
    return gather(waves, lang, chosen, terms or Terms(START))


def company(people: dict[str, int], **changes: Any) -> tuple[Document, Document]:
    """Return a questionnaire of few questions, and answers to it."""
    asked = instrument(questions=6, dimensions=2)
    return asked, answers(people, leaning(LEVELS), asked, **changes)


def request(**terms: Any) -> Terms:
    """Return terms that differ from the usual ones."""
    min_group = terms.pop("min_group", None)
    return Terms(PlanRequest(**{"start": START.start, **terms}), min_group)


def contents(made: Ingredients) -> dict[str, bytes]:
    """Return the attachments that do not depend on how pages are drawn, by name."""
    from alignment_maturity.printing.embedding import Drawn

    return {file.name: file.data for file in made.attached(Drawn("70.0", (), ()))}


def documents(made: Ingredients) -> dict[str, Any]:
    """Return the attachments that are JSON, read."""
    return {name: json.loads(data) for name, data in contents(made).items() if name.endswith(".json")}


def people_in(file: Document) -> Sequence[Document]:
    """Return the respondents of an answer document."""
    respondents: Sequence[Document] = file["respondents"]
    return respondents
