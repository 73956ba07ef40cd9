"""What the report says, before it is put on a page."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements import Heading
from alignment_maturity.report.view import ReportOptions, view
from report.sample import CASES, case, contract, example

GOLDEN = Path(__file__).parent / "golden"
OPTIONS = ReportOptions(program_version="1.2.3")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_on_the_worked_example_says_this(lang: Lang) -> None:
    """Every word of the report of `seven.yaml`; a change of wording is a change of the product.

    To accept a new wording, write what the failure shows into the file it names.
    """
    told = "\n".join(_lines(view(contract("seven.yaml"), lang, options=OPTIONS))) + "\n"
    assert told == (GOLDEN / f"seven.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_case_has_messages_and_no_holes(name: str, lang: Lang) -> None:
    """A heading that is missing, or a `None` in a sentence, would be seen by a board."""
    told = view(case(name), lang, options=OPTIONS)
    headings = told.headings
    assert all(heading.message and heading.label for heading in headings)
    assert len({heading.id for heading in headings}) == len(headings)
    holes = ("None", "nan") if name == "markup" else ("None", "nan", "{", "}")
    assert not [line for line in _lines(told) if any(hole in line.split() for hole in holes)]


@pytest.mark.parametrize(
    ("company", "messages"),
    [
        (
            "fonderie-castelrosso",
            {
                "board": "Fonderie Castelrosso Srl è al livello 1 di 5: Disallineamento",
                "profile": "Marketing e Vendite danno lo stesso quadro",
                "steps": "Per il livello 2: definire in modo univoco e formale le buyer persona e il percorso"
                " d’acquisto",
            },
        ),
        (
            "idrovalle-componenti",
            {
                "board": "Idrovalle Componenti SpA è al livello 2 di 5: Allineamento strategico",
                "profile": "Secondo Vendite, «Gestione dei lead» è un livello più in basso che secondo"
                " Marketing",
                "steps": "Per il livello 3: definire come si scambiano i dati, nelle due direzioni",
            },
        ),
        (
            "ponteverde-software",
            {
                "board": "Ponteverde Software Srl è al livello 4 di 5: Integrazione strategica",
                "steps": "Per il livello 5: superare l’idea stessa di due funzioni separate",
            },
        ),
    ],
)
def test_the_example_companies_get_the_message_their_figures_carry(
    company: str, messages: dict[str, str]
) -> None:
    headings = {heading.id: heading.message for heading in view(example(company), "it").headings}
    assert {part: headings[part] for part in messages} == messages


@pytest.mark.parametrize("name", ["one-person", "one-function", "ungrouped"])
def test_without_two_functions_a_sentence_stands_where_the_comparison_would(name: str) -> None:
    """An empty chart, or one with a single function in it, would look like a fault."""
    told = view(case(name), "en")
    assert told.profile is not None
    assert told.heat_map is not None
    assert "compar" in told.profile.lead
    assert "Gap" not in (*told.profile.columns, *told.heat_map.columns)
    assert [column for column in told.heat_map.columns if column in {"Sales", "Marketing"}] == []
    assert any("compar" in sentence for sentence in told.board.functions.sentences)


def test_with_no_answers_nothing_is_drawn_of_them() -> None:
    told = view(case("nothing"), "en")
    assert (told.profile, told.heat_map, told.answers) == (None, None, None)
    assert told.board.warning.startswith("No question was answered")
    assert not any("adds" in card.reason for card in told.steps.cards)


def test_the_top_of_the_scale_says_what_keeps_it() -> None:
    """At level 5 the reader is told where to look, not what to do next."""
    told = view(case("level-five-with-room"), "en")
    assert told.steps.heading.message == "At the top of the scale, the work is to stay there"
    assert told.steps.cards == ()
    assert [keep.name for keep in told.steps.keeps] == ["Topic 2", "Topic 6", "Topic 10"]
    assert told.board.moves_title == "Where to look to stay at the top"
    full = view(case("level-five"), "en")
    assert full.steps.lead == "Every practice the scale describes is in place."
    assert full.board.moves == ()


def test_at_most_seven_actions_are_told_in_full_and_the_rest_in_a_table() -> None:
    told = view(case("hundred-actions"), "en").steps
    assert len(told.cards) == 6
    assert len(told.cards) + len(told.more) == len(case("hundred-actions").next_steps)
    assert view(case("rich"), "en").steps.more == ()


def test_bands_speak_of_the_index_and_not_of_gates() -> None:
    """With bands gates decide nothing; to show them would mislead."""
    told = view(case("bands"), "en")
    assert told.ladder.gates == ""
    assert all(row.gates == () for row in told.ladder.rows)
    assert told.ladder.heading.message == "Level 4 is 16 points of the index away"
    assert not [card for card in told.steps.cards if "gate" in card.reason or "coverage" in card.reason]
    assert not [topic for topic in _topics(told) if any("gate" in reason for reason in topic.reasons)]


def test_a_level_whose_conditions_hold_waits_for_the_one_below() -> None:
    """Else its full bar would contradict “not attained”."""
    result = case("rich")
    coverage = {**result.coverage, 5: 0.9}
    gates = tuple(gate for gate in result.gates if gate.level != 5)
    row = view(dataclasses.replace(result, coverage=coverage, gates=gates), "en").ladder.rows[4]
    assert row.verdict == "its conditions hold, but level 3 comes first"


def test_what_to_discuss_comes_with_its_reasons_and_its_probe() -> None:
    topics = _topics(view(contract("seven.yaml"), "en"))
    assert [topic.name for topic in topics] == [
        "Lead definition", "Service-level agreement", "Goals", "Data exchange",
    ]  # fmt: skip
    assert topics[0].reasons == (
        "gate of level 3: contested",
        "Sales sees it one level lower than Marketing",
        "little agreement (0.47)",
    )
    assert topics[1].reasons == (
        "Sales sees it 2\N{NO-BREAK SPACE}levels lower than Marketing",
        "one of 5 answers “don’t know”",
    )
    assert topics[0].probe == "Ask one person from each team for the definition."


def test_a_workshop_shows_what_was_agreed_and_what_was_put_off() -> None:
    told = view(case("workshop"), "en", options=ReportOptions(include_notes=True))
    assert any("postponed in the workshop" in topic.reasons for topic in _topics(told))
    assert told.answers is not None
    questions = [question for group in told.answers.groups for question in group.questions]
    assert [row.value for question in questions for row in question.rows if row.agreed] == ["2"] * 8
    assert [note.who for question in questions for note in question.notes] == ["Workshop"]


def test_few_questions_show_all_options_and_many_only_those_chosen() -> None:
    """Sixty questions with nine options each would bury the answers in what nobody said."""
    rich, sixty = view(case("rich"), "en").answers, view(case("sixty"), "en").answers
    assert rich is not None
    assert sixty is not None
    assert any(
        not row.chosen for group in rich.groups for question in group.questions for row in question.rows
    )
    assert all(row.chosen for group in sixty.groups for question in group.questions for row in question.rows)
    assert "not listed" in sixty.lead


def test_the_date_is_that_of_the_answers_or_the_one_given() -> None:
    """The report never asks the clock: the same input would give another report tomorrow."""
    assert view(case("rich"), "en", options=ReportOptions(date=dt.date(2030, 1, 1))).date == "2026-11-21"
    undated = case("undated")
    assert view(undated, "en", options=ReportOptions(date=dt.date(2030, 1, 1))).date == "2030-01-01"
    assert view(undated, "en").date == ""
    assert "Date" not in {fact.label for fact in view(undated, "en").cover.facts}


def test_the_method_page_carries_what_the_placement_rests_on() -> None:
    result = case("rich")
    sources = {fact.label: fact.value for fact in view(result, "en", options=OPTIONS).method.sources}
    assert sources["Id and version"] == "sample 2.1"
    assert sources["Fingerprint (SHA-256)"].replace(" ", "") == result.sha256
    assert sources["Program"] == "alignment-maturity 1.2.3"


def test_given_weights_are_named() -> None:
    """Whoever reads that functions count equally must be able to rely on it."""
    result = case("rich")
    groups = tuple(
        group.model_copy(update={"weight": weight})
        for group, weight in zip(result.questionnaire.groups, (1.0, 2.0, 0.5), strict=True)
    )
    questionnaire = result.questionnaire.model_copy(update={"groups": groups})
    told = view(dataclasses.replace(result, questionnaire=questionnaire), "en").method.steps[1].sentences[0]
    assert "Marketing 1, Sales 2, Leadership 0.5" in told


def _topics(told: Any) -> tuple[Any, ...]:
    return told.discussion.topics if told.discussion else ()


def _lines(part: Any, depth: int = 0) -> Iterator[str]:
    """Write a view as indented text; of drawings only what they tell those who can't see them."""
    indent = "  " * depth
    if isinstance(part, Drawing):
        yield f"{indent}[{part.title} {part.description}]"
    elif isinstance(part, Heading):
        yield f"{indent}# {part.label}: {part.message}"
    elif isinstance(part, (str, bool)):
        yield from [f"{indent}{part}"] if part else []
    elif isinstance(part, tuple):
        short = all(isinstance(item, str) and len(item) < 30 for item in part)
        if short and part:
            yield indent + " | ".join(part)
        else:
            for item in part:
                yield from _lines(item, depth)
    elif dataclasses.is_dataclass(part):
        values = [getattr(part, field.name) for field in dataclasses.fields(part)]
        if all(isinstance(value, (str, bool)) for value in values):
            yield indent + " | ".join(str(value) for value in values if value)
        else:
            for value in values:
                yield from _lines(value, depth + 1)
