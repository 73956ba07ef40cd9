"""What the worksheets say, before they are put on a page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.worksheets import PURPOSES, TITLES
from alignment_maturity.language.worksheets.meeting import AGENDA
from alignment_maturity.model.questionnaire import WORKSHEETS
from alignment_maturity.result import Assessment
from alignment_maturity.store.builtin import data_folder, examples
from alignment_maturity.worksheets.build import build
from alignment_maturity.worksheets.calculator import Deadlines, Figures
from alignment_maturity.worksheets.common import review_days
from alignment_maturity.worksheets.document import Document, Table
from alignment_maturity.worksheets.meeting import LENGTHS
from alignment_maturity.worksheets.standing import questions
from alignment_maturity.worksheets.voice import Source, Voice
from oracle.documents import random_case
from report.sample import answers, instrument, leaning, result, saved
from scoring import assessed

from .sample import CASES, case, pointing

D = Decimal
FIGURES = Figures(D(2_000_000), D(40), D(25_000), D(25), D(30), D(60), 3, D(4))


def lines(part: object) -> Iterator[str]:
    """Go through all text of a part of a document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for entry in part:
            yield from lines(entry)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from lines(getattr(part, field.name))


def text(name: str, found: Assessment | None = None, lang: Lang = "en", **details: Any) -> str:
    """Return the text of a worksheet."""
    return "\n".join(lines(build(name, lang, Source(found, **details))))


def table(document: Document, head: str) -> Table:
    """Return the table whose first column has this head."""
    return next(
        block for block in document.blocks if isinstance(block, Table) and block.columns[0].title == head
    )


def test_there_is_one_worksheet_for_each_name() -> None:
    assert tuple(TITLES) == tuple(PURPOSES) == WORKSHEETS


@pytest.mark.parametrize("known", [None, *CASES])
def test_every_worksheet_is_whole_whatever_is_known(known: str | None) -> None:
    """A `None`, or a field left unfilled, would be handed over to a client."""
    source = Source(case(known) if known else None, figures=FIGURES)
    for name, lang in product(WORKSHEETS, LANGUAGES):
        document = build(name, lang, source)
        assert document.title == TITLES[name].fill(lang)
        for line in lines(document):
            assert not {"None", "nan"} & set(line.split()), (name, lang, line)
            assert known == "markup" or not set("{}") & set(line), (name, lang, line)
        for block in document.blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows), (name, lang, block)
                assert all(column.title for column in block.columns), (name, lang, block)
                assert sum(block.shares) == pytest.approx(100, abs=0.1)


def test_no_questionnaire_stops_a_worksheet() -> None:
    """The one company with no answers in a dimension, or with statements only, in front of the client."""
    for seed in range(2000, 2030):
        found = pointing(assessed(*random_case(seed)))
        for name, lang in product(WORKSHEETS, LANGUAGES):
            assert build(name, lang, Source(found)).organisation == found.organisation, seed


@pytest.mark.parametrize("name", WORKSHEETS)
def test_both_languages_say_the_same_things(name: str) -> None:
    """A row that one language lacks is a question nobody is asked."""
    for found in (None, case("rich")):
        shapes = []
        for lang in LANGUAGES:
            blocks = build(name, lang, Source(found)).blocks
            shapes.append([(block.kind, len(getattr(block, "rows", ()))) for block in blocks])
        assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", WORKSHEETS)
def test_the_prose_is_written_with_care(name: str) -> None:
    """Straight apostrophes and `tu` look careless to those who sign."""
    tu = re.compile(r"\b(tu|tuo|tua|tuoi|tue|scegli|scrivi|chiedi|devi|puoi)\b", re.IGNORECASE)
    for lang in LANGUAGES:
        told = text(name, lang=lang)
        assert not re.search(r"['\"]", told)
        assert lang == "en" or not tu.search(told)
        assert ("“" if lang == "it" else "«") not in told


def test_a_document_is_about_the_questions_its_actions_lift() -> None:
    """Named by the questionnaire, so that it works for one’s own too."""
    document = instrument(questions=6)
    for action in document["actions"]:
        action["worksheets"] = ["sla"] if action["lifts"][0]["question"] in {"q1", "q4"} else ["persona"]
    people = {"marketing": 3, "sales": 3}

    def answer(group: str, person: int, _question: int) -> str:
        return "3" if group == "marketing" else "12"[person > 0]

    found = result(document, answers(people, answer, document))
    assert [question.id for question in questions(found, "sla")] == ["q1", "q4"]
    assert [question.id for question in questions(found, "journey")] == []
    rows = table(build("sla", "en", Source(found)), "Question").rows
    assert [row[0] for row in rows] == ["Topic 2", "Topic 5"]
    assert rows[0][1] == "Marketing: 3.0\nSales: 1.7\noverall: 2.3"
    assert "Topic" not in text("journey", found)


def test_the_next_step_is_quoted_from_the_questionnaire() -> None:
    """A contested gate comes before the mean; what is there already is to be kept."""
    document = instrument(questions=3)
    for action in document["actions"]:
        action["worksheets"] = ["sla"]
    levels = {"q0": ("1", "3"), "q1": ("5", "5"), "q2": ("2", "2")}

    def answer(group: str, _person: int, question: int) -> str:
        return levels[f"q{question}"][group == "sales"]

    found = result(document, answers({"marketing": 3, "sales": 3}, answer, document))
    rows = table(build("sla", "en", Source(found)), "Question").rows
    told = {row[0]: row for row in rows}
    assert told["Topic 1"][2:] == (
        "level 2: contested",
        "Level 2: Observable description of level 2 for topic 1.",
    )
    assert told["Topic 2"][2:] == ("level 3: passed", "In place already: keep it.")
    assert told["Topic 3"][3] == "Enough for level 2."


def test_a_level_that_half_of_the_people_hold_is_the_next_step() -> None:
    """Level 4 asked of people of whom half are still at level 2, for a plan that ends at level 3."""
    document = instrument(questions=3)
    for action in document["actions"]:
        action["worksheets"] = ["sla"]

    def answer(group: str, _person: int, question: int) -> str:
        return "3" if group == "sales" and question == 2 else "2"

    found = result(document, answers({"marketing": 3, "sales": 3}, answer, document))
    assert (found.level, found.plan.target) == (2, 3)
    rows = table(build("sla", "en", Source(found)), "Question").rows
    assert rows[2][3].startswith("Level 3")


def test_where_the_mean_is_withheld_no_step_back_is_asked_for() -> None:
    """Both functions see level 3, and the sheet asks for level 2."""
    folder = data_folder("questionnaires")
    found = saved(folder / "full.yaml", examples()["officine-tavernola"])
    assert found.combined_withheld
    rows = table(build("data-exchange", "en", Source(found)), "Question").rows
    told = {row[0]: row for row in rows}
    assert told["Data exchange"][1] == "Marketing: 3.0\nSales: 2.8"
    assert told["Data exchange"][3].startswith("Level 4: ")


def test_what_a_workshop_agreed_on_is_told_as_such() -> None:
    rows = table(build("sla", "en", Source(pointing(case("workshop"), every=1))), "Question").rows
    assert any("\nagreed in the workshop: 2.0" in row[1] for row in rows)
    assert any("overall: " in row[1] for row in rows), "where it agreed on nothing"


def test_what_does_not_apply_is_not_asked_for() -> None:
    document = instrument(questions=8)
    for action in document["actions"]:
        action["worksheets"] = ["sla"]

    def answer(_group: str, _person: int, question: int) -> str:
        return "n/a" if question == 7 else "2"

    found = result(document, answers({"marketing": 3, "sales": 3}, answer, document))
    rows = table(build("sla", "en", Source(found)), "Question").rows
    assert rows[-1] == ("Topic 8", "–", "–", "Does not apply to this organisation.")
    assert "Does not apply" not in "".join(rows[0])


def test_what_a_hidden_person_answered_leaves_no_trace() -> None:
    """Two companies that differ only in what one hidden person said get the same documents."""

    def found(high: str, **options: int) -> Assessment:
        document = instrument()
        for action in document["actions"]:
            action["worksheets"] = list(WORKSHEETS)
        others = leaning({"marketing": 3.2, "sales": 1.9})

        def answer(group: str, person: int, question: int) -> Any:
            if group == "leadership":
                return "5" if f"q{question}" == high else "2"
            return others(group, person, question)

        people = {"marketing": 4, "sales": 5, "leadership": 1}
        return dataclasses.replace(
            result(document, answers(people, answer, document), **options), plan=case("no-actions").plan
        )

    one, other = found("q8"), found("q4")
    assert one.combined_withheld
    for name in WORKSHEETS:
        assert text(name, one) == text(name, other)
        assert "Leadership: 2" not in text(name, one)
    assert text("sla", found("q8", min_group=1)) != text("sla", found("q4", min_group=1))


def test_steps_that_point_to_a_document_stand_in_it_with_owner_and_dates() -> None:
    found = case("rich")
    step = next(step for step in found.plan.steps if step.action.worksheets)
    rows = table(build("sla", "en", Source(found)), "Action").rows
    row = next(row for row in rows if row[0].startswith(f"{step.rank}. "))
    assert row[1] in {"Marketing and Sales", "Marketing"}
    assert re.search(r"202[67]", row[2])
    assert row[3] == "There is a signed document."
    others = {f"{other.rank}. " for other in found.plan.steps if not other.action.worksheets}
    assert others
    assert not [row for row in rows if row[0].startswith(tuple(others))]


def test_the_functions_have_the_names_the_questionnaire_gives_them() -> None:
    groups = [{"id": "marketing", "name": "Communication"}, {"id": "sales", "name": "Business development"}]
    renamed = instrument() | {"groups": groups, "compare": ["sales", "marketing"]}
    voice = Voice(Source(result(renamed, answers({"sales": 1}, lambda *_: "2", renamed))), "en", {})
    assert (voice.marketing, voice.sales) == ("Communication", "Business development")
    blank = Voice(Source(), "it", {})
    assert (blank.marketing, blank.sales) == ("Marketing", "Vendite")
    own = instrument() | {
        "groups": [{"id": "a", "name": "Alfa"}, {"id": "b", "name": "Beta"}],
        "compare": ["a", "b"],
    }
    for action in own["actions"]:
        action["owner"] = "a"
    own_voice = Voice(Source(result(own, answers({"a": 1}, lambda *_: "2", own))), "en", {})
    assert (own_voice.marketing, own_voice.sales) == ("Alfa", "Beta")


def test_the_calculator_prints_figures_where_they_are_known_and_formulas_everywhere() -> None:
    blank = table(build("sla", "it", Source()), "Voce")
    assert [row[2] for row in blank.rows] == [""] * 14
    assert all(row[1] for row in blank.rows)
    filled = table(build("sla", "it", Source(figures=FIGURES)), "Voce")
    assert [row[2] for row in filled.rows] == [
        "2.000.000", "40%", "25.000", "25%", "30%", "60%",
        "800.000", "32", "128", "427", "712", "178", "60", "15",
    ]  # fmt: skip


def test_a_promise_that_cannot_be_kept_is_told_plainly() -> None:
    assert "It takes 12.5 hours a week and there are 12: 0.5 too few." in text("sla", figures=FIGURES)
    enough = dataclasses.replace(FIGURES, hours=D(5))
    assert "The commitment can be kept" in text("sla", figures=enough)
    assert "cannot be kept" not in text("sla", figures=enough)
    assert "Compare the hours needed with the hours available" in text("sla")


def test_deadlines_are_told_in_days_where_they_come_to_days() -> None:
    deadlines = Deadlines(D(1), D("4.5"), D(16))
    told = text("sla", figures=Figures(deadlines=deadlines, attempts=1))
    assert (
        "Hot leads within one working hour, warm within 4.5 working hours, cold within 2 working days" in told
    )
    assert "at least one" in told


def test_the_meeting_lasts_as_long_as_it_says() -> None:
    assert tuple(map(sum, zip(*(minutes for _, minutes, _ in AGENDA), strict=True))) == LENGTHS


def test_the_meeting_opens_with_what_the_answers_leave_to_talk_about() -> None:
    rows = table(build("meeting", "en", Source(case("rich"))), "Topic").rows
    assert any("contested" in row[1] for row in rows)
    assert any("levels lower than Marketing" in row[1].replace("\N{NO-BREAK SPACE}", " ") for row in rows)
    document = instrument(questions=6)

    def answer(group: str, _person: int, question: int) -> str:
        return "unknown" if question == 4 and group == "sales" else "2"

    found = result(document, answers({"marketing": 3, "sales": 3}, answer, document))
    (row,) = table(build("meeting", "it", Source(found)), "Tema").rows
    assert "3 su 6 rispondono «non so»" in row[1]
    assert all(row[2] and not row[3] for row in rows)


def test_the_meeting_has_the_actions_of_its_next_four_weeks() -> None:
    found = case("forty-steps")
    rows = table(build("meeting", "en", Source(found)), "Action").rows
    last = found.plan.start + dt.timedelta(weeks=4)
    near = [step.rank for step in found.plan.steps if step.start and step.start <= last]
    assert 0 < len(near) < 40
    assert [int(row[0].split(".")[0]) for row in rows] == near


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (dt.date(2026, 11, 23), 1, dt.date(2026, 12, 23)),
        (dt.date(2027, 1, 29), 1, dt.date(2027, 3, 1)),  # 28 February is a Sunday
        (dt.date(2026, 11, 23), 2, dt.date(2027, 1, 25)),  # a Saturday gives way to Monday
        (dt.date(2026, 8, 31), 3, dt.date(2026, 11, 30)),
        (dt.date(9999, 12, 30), 1, None),
    ],
)
def test_reviews_fall_on_business_days(start: dt.date, months: int, day: dt.date | None) -> None:
    assert review_days(start, (months,)) == (day,)


def test_reviews_are_dated_from_the_start_of_the_plan() -> None:
    assert "23 December 2026" in text("sla", case("rich"))
    assert "8 February 2027" in text("sla", start=dt.date(2027, 1, 8))
    assert table(build("sla", "en", Source()), "Date").rows == (("", "", ""),) * 3
