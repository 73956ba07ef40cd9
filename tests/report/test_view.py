"""What the report says, before it is put on a page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.progress import progress
from alignment_maturity.report.comparison import heat_map, profile
from alignment_maturity.report.drawing import Drawing
from alignment_maturity.report.elements.appendix import Working
from alignment_maturity.report.elements.common import Heading
from alignment_maturity.report.elements.plan import Entry, EntryTable
from alignment_maturity.report.glossary import glossary
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.report.voice import Voice
from alignment_maturity.result import Assessment
from report.sample import CASES, GROUPS, answers, case, contract, example, instrument, leaning, result
from report.waves import WAVES, company, comparison

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
def test_the_progress_of_an_example_company_is_told_like_this(lang: Lang) -> None:
    """Every word of the two pages on what changed in half a year."""
    found = progress(company("idrovalle-componenti"))
    told = view(found.after, lang, progress=found)
    lines = "\n".join(line for part in (told.progress, told.changes) for line in _lines(part)) + "\n"
    assert lines == (GOLDEN / f"progress.{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WAVES)
def test_every_comparison_has_messages_and_no_holes(name: str, lang: Lang) -> None:
    found = comparison(name)
    told = view(found.after, lang, progress=found)
    assert all(heading.message and heading.label for heading in told.headings)
    assert [heading.id for heading in told.headings if heading.id in {"progress", "changes"}] == [
        "progress", "changes",
    ]  # fmt: skip
    lines = [line for part in (told.progress, told.changes) for line in _lines(part)]
    assert not [line for line in lines if {"None", "nan", "–%"} & set(line.replace("None of", "").split())]


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
                "profile": "Secondo Vendite, «Gestione dei lead» è 1,1\xa0livelli più in basso che secondo"
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
    assert told.matrix is None
    assert told.steps.cards
    assert not any("raises coverage" in card.reason for card in told.steps.cards)


def test_the_top_of_the_scale_says_what_keeps_it() -> None:
    """At level 5 the reader is told where to look, not what to do next."""
    told = view(case("level-five-with-room"), "en")
    assert told.steps.heading.message == "At the top of the scale, the work is to stay there"
    assert told.steps.cards == ()
    assert [keep.name for keep in told.steps.keeps] == ["Topic 2", "Topic 6", "Topic 10"]
    assert told.board.moves_title == "Where to look to stay at the top"
    assert (told.roadmap, told.matrix, told.further_steps) == (None, None, None)
    full = view(case("level-five"), "en")
    assert full.steps.lead == "Every practice the scale describes is in place."
    assert full.board.moves == ()


@pytest.mark.parametrize(("name", "level"), [("level-one", 1), ("rich", 2), ("far", 2)])
def test_the_level_attained_is_told_with_its_risks_and_the_next_with_its_benefits(
    name: str, level: int
) -> None:
    """Why move at all? A board asks that before it asks how."""
    told = view(case(name), "en")
    assert told.meaning is not None
    assert told.meaning.heading.message == (
        f"Staying at level {level} carries two risks; level {level + 1} brings two gains"
    )
    here, following = told.meaning.levels
    assert (here.level, here.here, following.level, following.here) == (
        str(level),
        True,
        str(level + 1),
        False,
    )
    assert [(block.title, block.sentences) for block in here.blocks] == [
        (f"How to recognise level {level}", (f"Sign 1 of level {level}", f"Sign 2 of level {level}")),
        (f"Risks of staying at level {level}", (f"Risk 1 of level {level}", f"Risk 2 of level {level}")),
    ]
    assert [(block.title, block.sentences) for block in following.blocks] == [
        (
            f"What level {level + 1} gives",
            (f"Benefit 1 of level {level + 1}", f"Benefit 2 of level {level + 1}"),
        )
    ]
    assert here.description.startswith(f"Level {level} in two sentences.")
    assert told.ladder.symptoms is None


def test_at_the_top_there_is_only_what_could_be_lost() -> None:
    told = view(case("level-five"), "it").meaning
    assert told is not None
    assert told.heading.message == "Anche il livello 5 si può perdere"
    (here,) = told.levels
    assert [block.title for block in here.blocks] == [
        "Come si riconosce il livello 5", "Che cosa mette a rischio il livello 5",
    ]  # fmt: skip
    assert "Vantaggio" not in "".join(_lines(told))


@pytest.mark.parametrize(
    ("risks", "benefits", "message", "levels"),
    [
        (True, False, "Staying at level 2 carries two risks", ["2"]),
        (False, True, "Level 3 brings two gains", ["2", "3"]),
    ],
)
def test_of_risks_and_benefits_only_what_is_there_is_told(
    risks: bool, benefits: bool, message: str, levels: list[str]
) -> None:
    told = view(_telling(case("rich"), risks=risks, benefits=benefits), "en").meaning
    assert told is not None
    assert told.heading.message == message
    assert [level.level for level in told.levels] == levels
    assert all(block.sentences for level in told.levels for block in level.blocks)


def test_without_them_the_ladder_says_how_to_recognise_the_level() -> None:
    """Questionnaires written before there were such texts print as they did."""
    told = view(_telling(case("rich"), risks=False, benefits=False), "en")
    assert told.meaning is None
    assert told.ladder.symptoms is not None
    assert told.ladder.symptoms.sentences == ("Sign 1 of level 2", "Sign 2 of level 2")


def test_where_nothing_was_answered_no_risk_is_told() -> None:
    """Level 1 is then where the scale starts, not where the company is."""
    assert view(case("nothing"), "en").meaning is None


@pytest.mark.parametrize("name", CASES)
def test_every_action_of_the_plan_is_told_in_full_once(name: str) -> None:
    """What is left out of the report will not be done; what stands there twice looks like two actions."""
    plan, told = case(name).plan, view(case(name), "en")
    further = told.further_steps.cards if told.further_steps else ()
    cards = (*told.steps.cards, *further)
    assert [card.rank for card in cards] == [str(step.rank) for step in plan.steps]
    titles = [" ".join(step.action.title.in_("en").split()) for step in plan.steps]
    assert [card.title for card in cards] == titles
    assert [len(card.steps) for card in cards] == [len(step.action.steps) for step in plan.steps]
    assert len(told.steps.cards) <= 7
    rows = _entries(told.steps.more)
    assert [(row.mark, row.anchor) for row in rows] == [(card.rank, card.anchor) for card in further]
    dated = _entries(told.roadmap.table) if told.roadmap else ()
    assert sorted(int(entry.mark) for entry in dated) == [step.rank for step in plan.steps]


def test_a_card_says_who_when_and_after_what() -> None:
    """The one page a project leader cuts out."""
    cards = view(example("idrovalle-componenti"), "it").steps.cards
    card = next(card for card in cards if card.title.startswith("Aprire un elenco comune"))
    assert [(fact.label, _plain(fact.value)) for fact in card.facts] == [
        ("Responsabile", "Vendite"),
        ("Impegno", "5 giorni-persona"),
        ("Durata", "5 settimane"),
        ("Periodo", "18 gen – 19 feb 2027"),
        ("Dopo", "l’azione 3"),
    ]
    assert [fact.label for fact in card.evidence] == ["È fatta quando", "Indicatore", "Modello di lavoro"]
    assert "secondo Vendite" in card.reason
    assert [card.priority for card in cards] == [True, False, False, False]
    assert cards[0].reason.startswith("È tra le priorità")


def test_an_action_outside_the_plan_is_told_where_its_letter_stands() -> None:
    result = example("idrovalle-componenti")
    told = view(result, "en")
    assert told.steps.optional is None
    assert told.matrix is not None
    assert told.matrix.table is not None
    group = told.matrix.table.groups[1]
    assert group.name == "Also worth doing"
    assert [entry.mark for entry in group.entries] == ["a", "b", "c"]
    assert group.entries[0].detail.startswith("Leadership, 6 weeks. Taken alone")
    silent = view(_without_gains(result), "en")
    assert silent.matrix is not None
    assert silent.matrix.table is None
    assert [entry.mark for entry in _entries(silent.steps.optional)] == ["a", "b", "c"]


def test_a_target_out_of_reach_is_said_where_nobody_misses_it() -> None:
    """Whoever reads only headings and the board’s page must not believe in the target."""
    told = view(case("no-way"), "en")
    assert told.steps.heading.message == "The questionnaire’s actions are not enough for level 2"
    assert told.steps.warning[0] == "With the actions that lead up to it, level 2 stays out of reach."
    assert told.steps.lead == ""
    assert "not enough" in told.board.moves_note
    within = view(case("rich"), "en")
    assert within.steps.warning == ()
    assert within.steps.lead.startswith("The 2 actions of the plan")
    assert _plain(within.board.moves_note) == (
        "Both actions of the plan (7 person-days) lead to level 3 by 11 December 2026."
    )


def test_a_target_beyond_the_next_level_names_the_priorities_on_the_way() -> None:
    told = view(case("far"), "en").steps
    priorities = next(block for block in told.blocks if block.title.startswith("The priority"))
    assert priorities.sentences[-1] == "Then, towards level 4: do together what leads to level 4."


def test_a_priority_that_is_in_place_is_not_asked_for_again() -> None:
    """A client is told to do what was done a year ago."""
    result = example("idrovalle-componenti")
    assert not result.priority_in_place(2)
    told = view(dataclasses.replace(result, done=(*result.done, "exchange-data")), "en").steps
    assert told.heading.message == "The priority for level 3 is in place: four actions remain"
    priorities = next(block for block in told.blocks if block.title.startswith("The priority"))
    assert priorities.sentences[-1].startswith("It is in place")


def test_without_actions_there_is_no_empty_page() -> None:
    told = view(case("no-actions"), "en")
    assert told.steps.cards == ()
    assert (told.roadmap, told.matrix, told.further_steps, told.board.moves) == (None, None, None, ())
    assert told.board.moves_note.startswith("The questionnaire’s actions are not enough")
    assert len(told.method.accounts) == 4


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("one-step", "it", "Una sola azione, entro 30 giorni: 3 giorni-persona"),
        ("rich", "it", "Entrambe le azioni entro 30 giorni: 7 giorni-persona"),
        ("level-one", "it", "Tutte e sei le azioni entro 90 giorni: 27 giorni-persona"),
        ("forty-steps", "en", "Within 90 days: 26 of 40 actions, 102 person-days"),
        ("hundred-steps", "en", "Within 90 days: 26 of 100 actions, 52 person-days"),
    ],
)
def test_the_roadmap_says_how_far_one_gets_in_three_months(name: str, lang: Lang, message: str) -> None:
    told = view(case(name), lang).roadmap
    assert told is not None
    assert _plain(told.heading.message) == message


def test_a_plan_that_begins_with_a_long_action_says_when_the_first_ends() -> None:
    result = case("ten-years")
    late = dataclasses.replace(result.plan, steps=result.plan.steps[3:])
    told = view(dataclasses.replace(result, plan=late), "it").roadmap
    assert told is not None
    message = "Fine della prima azione: 14 febbraio 2028; dell’ultima: 30 luglio 2040"
    assert told.heading.message == message


def test_the_roadmap_sums_what_each_owner_takes_on() -> None:
    """Marketing sees at once what it promises."""
    told = view(example("fonderie-castelrosso"), "it").roadmap
    assert told is not None
    assert _plain(told.lead).endswith("In giorni-persona: Marketing e Vendite 19, Direzione 9.")
    assert told.table is not None
    second = told.table.groups[1]
    assert _plain(second.name) == "Entro 90 giorni (21 febbraio 2027): altre due azioni, 13 giorni-persona"
    assert _plain(second.detail) == "Marketing e Vendite 7, Direzione 6"
    assert [[_plain(cell.text) for cell in entry.cells] for entry in second.entries] == [
        ["Marketing e Vendite", "7", "4 gen – 29 gen 2027"],
        ["Direzione", "6", "4 gen – 29 gen 2027"],
    ]


def test_gains_that_say_nothing_are_told_in_a_sentence() -> None:
    """A chart whose marks all lie on one line would look like a fault."""
    even = view(case("forty-steps"), "en").matrix
    assert even is not None
    assert even.drawing is None
    assert even.lead == "Taken alone, each action adds 2 points to the coverage of level 2."
    withheld = view(_without_gains(example("idrovalle-componenti")), "it").matrix
    assert withheld is not None
    assert withheld.drawing is None
    assert withheld.heading.message == "Quanto rende ogni azione non si può mostrare"
    plan = case("forty-steps").plan
    flat = tuple(dataclasses.replace(step, gain=0.0) for step in plan.steps)
    nothing = dataclasses.replace(case("forty-steps"), plan=dataclasses.replace(plan, steps=flat))
    told = view(nothing, "en").matrix
    assert told is not None
    assert told.heading.message == "On its own, no action raises coverage of level 2"


def test_quick_wins_are_named_by_their_ranks() -> None:
    told = view(case("far"), "en").matrix
    assert told is not None
    assert told.heading.message == "Actions 1, 3, 4 and 6 give much for little effort"
    quick = [entry.mark for entry in _entries(told.table) if entry.cells[-1].text == "Quick wins"]
    assert quick == ["1", "3", "4", "6", "a"]


def test_progress_is_told_only_where_there_is_an_earlier_wave() -> None:
    told = view(case("rich"), "en")
    assert (told.progress, told.changes) == (None, None)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("two", "From level 2 to level 3 in six months; 12 questions rose"),
        ("fallen", "From level 3 to level 2 in six months; 12 questions fell"),
        ("same", "Still at level 2 after six months; no question moved"),
        ("no-dates", "Still at level 3; no question moved"),
        ("other-scale", "Level 3 of 5, on a new scale"),
        ("withheld-twice", "From level 1 to level 3 in six months"),
    ],
)
def test_the_message_on_progress_follows_from_the_figures(name: str, message: str) -> None:
    assert _compared(name).progress.heading.message == message


def test_what_cannot_be_compared_is_said() -> None:
    """A difference that comes from another questionnaire must not pass for progress."""
    told = _compared("other-scale")
    assert told.progress.overall is None
    assert told.progress.levels is None
    assert told.changes.questions is None
    assert told.changes.not_compared.sentences[0].startswith("The scale had 4 levels and now has 5")
    other = _compared("other-questions")
    assert other.progress.dimensions_note.startswith("An asterisk")
    assert "questions in common" in other.progress.lead
    assert _compared("two").changes.not_compared.sentences == ()


def test_with_three_waves_the_trend_takes_the_place_of_the_staircase() -> None:
    assert "waves" in _compared("three").progress.overall.title
    assert "staircase" in _compared("two").progress.overall.title


def test_actions_done_stand_beside_those_still_open() -> None:
    found = progress(company("idrovalle-componenti"))
    told = view(found.after, "en", progress=found).changes
    assert told is not None
    assert told.actions_lead == "Of the four actions of the previous plan, three are now done"
    assert [block.title for block in told.actions] == ["Actions now done", "Planned and still open"]
    assert "Write one definition of a qualified lead" in told.actions[0].sentences
    assert [block.title for block in told.disagreements] == ["Disagreements resolved", "New disagreements"]


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
    assert any("parked in the workshop" in topic.reasons for topic in _topics(told))
    assert told.answers is not None
    questions = [question for group in told.answers.groups for question in group.questions]
    assert [row.value for question in questions for row in question.rows if row.agreed] == ["2"] * 8
    assert [note.who for question in questions for note in question.notes] == []
    assert told.workshop is not None
    assert [(note.who, note.note) for note in told.workshop.minutes] == [
        ("Topic 2", "Si torna sul tema a gennaio.")
    ]


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


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("far", "en", "51% of the 144 answers lie at level 2 or below"),
        ("one-person", "it", "L’83% delle 12 risposte è al livello 3 o più in basso"),
        ("level-five-with-room", "it", "Il 96% delle 72 risposte è al livello 5"),
        ("level-one", "en", "All 72 answers are at level 1"),
        ("one-step", "it", "Tutte e tre le risposte sono al livello 1"),
        ("statements", "en", "76 answers, none of them “don’t know”"),
    ],
)
def test_the_page_of_answers_says_where_they_lie(name: str, lang: Lang, message: str) -> None:
    told = view(case(name), lang).answers
    assert told is not None
    assert told.heading.message == message


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"2": 2, "3": 2}, "Half of the 4 answers lie at level 2 or below"),
        ({"unknown": 2, "3": 1}, "67% of the 3 answers are “don’t know”"),
        ({"n/a": 2, "3": 1}, "The only answer is at level 3"),
        ({"3": 2}, "All two answers lie at level 3 or below"),
        ({}, "No function has enough people for its answers to be shown"),
    ],
)
def test_answers_are_counted_as_they_are_printed(given: dict[str, int], message: str) -> None:
    """Counting more than is shown would give hidden answers away."""
    found = case("one-function")
    questions = tuple(
        dataclasses.replace(question, counts={"sales": given if not at else {}})
        for at, question in enumerate(found.questions)
    )
    told = view(dataclasses.replace(found, questions=questions), "en").answers
    assert told is not None
    assert told.heading.message == message


def test_a_workshop_that_only_agreed_says_on_how_many_questions() -> None:
    found = case("workshop")
    silent = tuple(dataclasses.replace(question, counts={}) for question in found.questions)
    told = view(dataclasses.replace(found, questions=silent), "en").answers
    assert told is not None
    assert told.heading.message == "Of 12 questions, 8 have an agreed answer"


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("rich", "en", "Level 2, because coverage of level 3 is 52% (60% needed) and one gate is not passed"),
        ("one-person", "it", "È il livello 2, perché al livello 3 la copertura è del 58% e serve il 60%"),
        ("sixty", "it", "È il livello 3, perché manca il requisito «Tema 3» del livello 4"),
        ("bands", "en", "Level 3, because the index is 44 and level 4 starts at 60"),
        ("level-five", "en", "Level 5, because every threshold is reached and every gate passed"),
        ("nothing", "it", "Senza risposte resta il livello da cui la scala comincia"),
    ],
)
def test_the_page_of_method_says_what_decided(name: str, lang: Lang, message: str) -> None:
    assert view(case(name), lang).method.heading.message == message


def test_several_gates_that_decided_are_counted() -> None:
    found = case("rich")
    assert found.blocking is not None
    gates = (*found.blocking.gates, *found.blocking.gates)
    for coverage, message in (
        (0.7, "Level 2, because two gates of level 3 are not passed"),
        (0.5, "Level 2, because coverage of level 3 is 50% (60% needed) and two gates are not passed"),
        (None, "Level 2, because no answer concerns level 3"),
    ):
        blocking = dataclasses.replace(found.blocking, gates=gates, coverage=coverage)
        told = view(dataclasses.replace(found, blocking=blocking), "en")
        assert told.method.heading.message == message


def test_the_top_of_the_bands_was_decided_by_the_index() -> None:
    found = dataclasses.replace(case("bands"), level=5, blocking=None, index=81.2)
    message = "È il livello 5, perché l’indice è 81 e il livello 5 comincia a 80"
    assert view(found, "it").method.heading.message == message


def test_where_overall_figures_are_withheld_a_function_s_own_view_is_the_message() -> None:
    """Else a page of figures would have only its name for a heading."""
    hidden = case("hidden")
    told = view(hidden, "en")
    assert told.heat_map is not None
    assert told.heat_map.heading.message.startswith("Sales sees “Topic 5”")
    level = tuple(dataclasses.replace(question, gap=0.2) for question in hidden.questions)
    even = Voice(dataclasses.replace(hidden, questions=level), "en")
    message = heat_map(even).heading.message
    assert message == "On no question are Marketing and Sales more than half a level apart"
    dimensions = tuple(dataclasses.replace(dimension, gap=None) for dimension in hidden.dimensions)
    hidden = dataclasses.replace(hidden, compared=None, dimensions=dimensions)
    alone = Voice(hidden, "en")
    assert heat_map(alone).heading.message == "Marketing gives mean levels from 3.0 to 3.5"
    assert profile(alone).heading.message == "Marketing gives mean levels from 3.1 to 3.2"
    nobody = Voice(dataclasses.replace(hidden, suppressed_groups=tuple(GROUPS)[:3]), "it")
    assert heat_map(nobody).heading.message.startswith("Le cifre delle domande non sono mostrate")
    assert profile(nobody).heading.message.startswith("Le cifre delle dimensioni non sono mostrate")


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        ([0.0, 0.5, 1.0], "The highest level is on “Topic 3”, the lowest on “Topic 1”"),
        ([0.0, 0.0, 1.0], "The mean levels of the questions range from 1.0 to 5.0"),
        ([0.5, 0.5], "All questions are at the same level"),
        ([0.5], "Only “Topic 1” has an answer: mean level 3.0"),
    ],
)
def test_no_question_is_singled_out_among_equals(shares: list[float], message: str) -> None:
    rich = case("rich")
    figures = [*shares, *[None] * (len(rich.questions) - len(shares))]
    questions = [
        dataclasses.replace(q, index=share) for q, share in zip(rich.questions, figures, strict=True)
    ]
    told = heat_map(Voice(dataclasses.replace(rich, questions=tuple(questions)), "en"))
    assert told.heading.message == message


def test_the_next_wave_is_measured_after_the_plan_has_had_its_time() -> None:
    rich = case("rich")
    late = dataclasses.replace(rich, plan=dataclasses.replace(rich.plan, start=dt.date(2028, 1, 10)))
    told = view(late, "en").worksheets
    assert told is not None
    assert any("July 2028" in sentence for block in told.blocks for sentence in block.sentences)


def test_the_bars_of_the_profile_stand_where_the_figures_are() -> None:
    told = view(case("rich"), "en").profile
    assert told is not None
    assert told.marks == ("", "", "", "first", "second", "", "")
    for row, dimension in zip(told.rows, case("rich").dimensions, strict=True):
        assert row.bar is not None
        places = {mark.kind: float(mark.left.rstrip("%")) for mark in row.bar.marks}
        expected = {
            kind: dimension.by_group[group] for kind, group in (("first", "marketing"), ("second", "sales"))
        }
        assert places == pytest.approx(expected, abs=0.01)
        assert float(row.bar.left.rstrip("%")) == min(places.values())
    alone = view(case("one-function"), "en").profile
    assert alone is not None
    assert [row.bar.marks for row in alone.rows if row.bar] == [()] * 4
    silent = view(case("silent-dimension"), "en").profile
    assert silent is not None
    assert [row.bar is None for row in silent.rows] == [False, False, True, False]


@pytest.mark.parametrize(
    ("company", "lang", "message"),
    [
        ("fonderie-castelrosso", "en", "Three of the five actions start from a worksheet that is ready"),
        (
            "idrovalle-componenti",
            "it",
            "Tutte e quattro le azioni partono da un modello di lavoro già pronto",
        ),
    ],
)
def test_worksheets_are_told_with_the_actions_they_serve(company: str, lang: Lang, message: str) -> None:
    told = view(example(company), lang).worksheets
    assert told is not None
    assert told.heading.message == message
    steps_taken = example(company).plan.steps
    needed = {name for step in steps_taken for name in step.action.worksheets}
    assert len(_entries(told.table)) == len(needed)
    commands = [entry.command[0] for entry in _entries(told.table)]
    assert {command.split()[-1] for command in commands} == needed


def test_the_next_meeting_and_the_next_wave_follow_from_answers_and_plan() -> None:
    """A report that ends with the plan is put on a shelf."""
    told = view(contract("seven.yaml"), "en").worksheets
    assert told is not None
    meeting, wave = told.blocks
    assert meeting.sentences[1] == "Start with “Lead definition” (gate of level 3: contested)."
    assert meeting.sentences[2].startswith(
        "Hand action 1, “Write one definition of a qualified lead”, to somebody"
    )
    assert wave.sentences[0].startswith("After six months, around May 2027. By then")
    undated = view(case("undated"), "en").worksheets
    assert undated is not None
    assert undated.blocks[1].sentences[0] == "After six months."
    kept = view(case("level-five"), "it").worksheets
    assert kept is not None
    assert kept.heading.message.endswith("solo così si vede se il livello regge")
    assert [block.title for block in kept.blocks] == ["Quando misurare di nuovo"]
    bare = view(case("no-actions"), "it").worksheets
    assert bare is not None
    assert bare.heading.message.endswith("solo così si vede che cosa è cambiato")
    late = view(case("ten-years"), "en").worksheets
    assert late is not None
    assert "three of the six actions" in late.blocks[1].sentences[0]
    assert view(case("nothing"), "en").worksheets is None


def test_a_short_report_tells_the_plan_in_a_table_and_counts_what_it_leaves_out() -> None:
    told = view(case("hundred-steps"), "en", options=ReportOptions(short=True))
    assert [name for name, _ in told.sections] == ["board", "steps", "roadmap"]
    assert not told.has_cover
    rows = _entries(told.steps.overview)
    assert [row.mark for row in rows] == [str(rank) for rank in range(1, len(rows) + 1)]
    assert told.steps.note == f"{100 - len(rows)} more actions are in the full report."
    assert (told.steps.cards, told.steps.blocks, told.steps.more, told.further_steps) == ((), (), None, None)
    assert told.roadmap is not None
    assert told.roadmap.table is None
    assert told.roadmap.note == "80 more actions are in the full report."
    (drawing,) = told.roadmap.drawings
    assert sum(shape.attributes.get("font-size") == "11" for shape in drawing.shapes) == 20
    assert view(case("rich"), "en", options=ReportOptions(short=True)).steps.note == ""


def test_what_a_row_of_the_short_plan_says() -> None:
    (row, *_) = _entries(
        view(example("idrovalle-componenti"), "it", options=ReportOptions(short=True)).steps.overview
    )
    assert row.title == "Regolare lo scambio dei dati nelle due direzioni"
    assert row.detail == "È tra le priorità per arrivare al livello 3."
    owner, effort, period, done = (_plain(cell.text) for cell in row.cells)
    assert (owner, effort, period) == ("Marketing e Vendite", "12", "23 nov 2026 – 22 gen 2027")
    assert done.startswith("La pagina firmata indica campi")


def test_a_short_report_at_the_top_says_where_to_look() -> None:
    found = case("level-five-with-room")
    plan = dataclasses.replace(found.plan, keep=tuple(f"q{number}" for number in range(12)))
    told = view(dataclasses.replace(found, plan=plan), "it", options=ReportOptions(short=True)).steps
    assert len(told.keeps) == 6
    assert told.note == "Altre sei domande sono nel rapporto completo."


def test_no_text_points_to_a_section_that_is_not_printed() -> None:
    """“Next actions” says why, but there are none."""
    whole = view(case("no-way"), "en")
    assert "“Next actions” says why" in whole.board.moves_note
    alone = view(case("no-way"), "en", options=ReportOptions(sections=("board",)))
    assert alone.board.moves_note == "The questionnaire’s actions are not enough for level 2."
    further = view(case("nine-steps"), "en", options=ReportOptions(sections=("plan",))).further_steps
    assert further is not None
    assert "roadmap" not in further.lead
    without = view(case("nine-steps"), "en", options=ReportOptions(sections=("roadmap", "matrix")))
    assert without.roadmap is not None
    assert {entry.anchor for entry in _entries(without.roadmap.table)} == {""}
    assert without.matrix is None or {entry.anchor for entry in _entries(without.matrix.table)} <= {""}


def test_what_the_chart_would_have_told_stands_in_the_plan_where_there_is_no_chart() -> None:
    result = example("idrovalle-componenti")
    assert view(result, "en").steps.optional is None
    alone = view(result, "en", options=ReportOptions(sections=("plan",))).steps.optional
    assert [entry.mark for entry in _entries(alone)] == ["a", "b", "c"]


def test_a_board_with_much_to_say_is_set_densely_and_then_cut() -> None:
    """A second page of “At a glance” would be none."""
    assert view(case("rich"), "it").board.density == ""
    full = view(case("long-names"), "it").board
    assert full.density == "dense"
    short = view(case("long-names"), "it", options=ReportOptions(short=True)).board
    assert sum(map(len, short.blocks.sentences)) < sum(map(len, full.blocks.sentences))
    assert short.blocks.sentences[-1].endswith("…")


def test_long_messages_get_smaller_letters() -> None:
    sizes = [Heading("x", "X", "m" * length).size for length in (100, 101, 170, 171)]
    assert sizes == ["", "long", "long", "longest"]


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
    assert sources["Fingerprint of the questionnaire (SHA-256)"].replace(" ", "") == result.sha256
    assert sources["Program"] == "alignment-maturity 1.2.3"
    assert "docs/method.md" in sources["The whole method"]


def test_given_weights_are_named() -> None:
    """Whoever reads that functions count equally must be able to rely on it."""
    result = case("rich")
    groups = tuple(
        group.model_copy(update={"weight": weight})
        for group, weight in zip(result.questionnaire.groups, (1.0, 2.0, 0.5), strict=True)
    )
    questionnaire = result.questionnaire.model_copy(update={"groups": groups})
    told = view(dataclasses.replace(result, questionnaire=questionnaire), "en").method.accounts[1]
    assert "Marketing 1, Sales 2, Leadership 0.5" in told.block.sentences[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*CASES, "weighted", "narrow"])
def test_the_working_comes_out_by_hand(name: str, lang: Lang) -> None:
    """A board member with a pocket calculator must get the printed coverage out of the printed figures."""
    result = WORKED[name]() if name in WORKED else case(name)
    told = _working(result, lang)
    if not told.rows:
        assert not any(dimension.coverage and dimension.coverage[2] for dimension in result.dimensions)
        return
    weights = [_number(row.detail) if told.weight else Fraction(1) for row in told.rows]
    addition, mean, *limits = told.totals
    for column in range(len(told.columns)):
        terms = [
            (_number(row.cells[column].text), weight)
            for row, weight in zip(told.rows, weights, strict=True)
            if row.cells[column].text != "–"
        ]
        total = sum(figure * weight for figure, weight in terms)
        by, parts = (_number(part) for part in addition.cells[column].text.split(" ÷ "))
        assert (by, parts) == (total, sum(weight for _, weight in terms))
        printed = mean.cells[column].text
        digits = len(re.split("[.,]", printed.rstrip("%"))[1])
        assert _number(printed) == Fraction(math.floor(by / parts * 10**digits + Fraction(1, 2)), 10**digits)
        if not result.cutoffs:
            attained = all(_number(printed) >= _number(limit.cells[column].text) for limit in limits)
            key = {True: "arriva alla soglia", False: "non arriva"}, {True: "reaches", False: "falls short"}
            assert key[LANGUAGES.index(lang)][attained] in told.verdicts[column]


def test_the_working_shows_the_level_attained_and_the_next() -> None:
    """The two columns a reader compares: why this one, why not that one."""
    told = _working(contract("seven.yaml"), "en")
    assert told.columns == ("Coverage of level 2", "Coverage of level 3")
    assert [[gate.question for gate in gates] for gates in told.gates] == [
        ["Buyer personas"], ["Lead definition"],
    ]  # fmt: skip
    assert [gate.state for gates in told.gates for gate in gates] == ["passes", "contested"]
    assert tuple(map(_plain, told.verdicts)) == (
        "Coverage reaches the threshold. Gates passed: 1 of 1. Level 2 is attained.",
        "Coverage falls short of the threshold. Gates passed: 0 of 1. Level 3 is not attained.",
    )
    assert _working(case("level-one"), "en").columns == ("Coverage of level 2",)
    assert _working(case("level-five"), "en").columns == ("Coverage of level 5",)


def test_a_coverage_just_below_the_threshold_does_not_look_like_it() -> None:
    """“50% of 50%: not attained” would look like a mistake."""
    told = _working(WORKED["narrow"](), "en")
    assert [row.cells[1].text for row in told.totals[1:]] == ["59.98%", "60%"]
    assert told.verdicts[1].startswith("Coverage falls short")


def test_weights_stand_in_the_working_where_they_differ() -> None:
    assert _working(case("rich"), "en").weight == ""
    told = _working(WORKED["weighted"](), "en")
    assert [(told.weight, row.detail) for row in told.rows] == [
        ("Weight", "1"), ("Weight", "2"), ("Weight", "0.5"), ("Weight", "1"),
    ]  # fmt: skip
    assert told.totals[0].name.startswith("Sum of figures times weights")
    assert told.totals[0].cells[0].text.endswith(" ÷ 4.5")


def test_with_bands_the_working_is_that_of_the_index() -> None:
    told = _working(case("bands"), "en")
    assert told.columns == ("Index",)
    assert (told.gates, told.gates_head) == ((), "")
    assert [(row.name, row.cells[0].text) for row in told.totals[1:]] == [
        ("Index", "44.4"), ("Level 3 starts at", "40"), ("Level 4 starts at", "60"),
    ]  # fmt: skip
    assert told.verdicts == ("The index lies in the band of level 3.",)


def test_where_dimensions_are_withheld_the_working_says_so_and_shows_none() -> None:
    """Else what one person of a small function answered could be worked out from the table."""
    told = _working(case("hidden"), "en")
    assert told.rows == ()
    assert [row.name for row in told.totals] == ["Coverage", "Threshold"]
    assert told.notes[0].startswith("The figures of the single dimensions are withheld")
    nothing = _working(case("nothing"), "en")
    assert (nothing.rows, nothing.notes) == ((), ())
    assert nothing.verdicts[0].startswith("No answer concerns this level.")


@pytest.mark.parametrize("name", ["idrovalle-componenti", "ponteverde-software"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glossary_is_short_and_alphabetical(name: str, lang: Lang) -> None:
    told = view(example(name), lang).glossary
    assert told is not None
    labels = [entry.label for entry in told.entries]
    assert labels == sorted(labels, key=str.casefold)
    assert 12 <= len(labels) <= 18
    assert all(1 <= len(re.findall(r"[.](?= |$)", entry.value)) <= 2 for entry in told.entries)


def test_the_glossary_explains_only_words_of_this_report() -> None:
    """A word that stands nowhere else makes the reader look for it in vain."""
    told = {name: _terms(case(name)) for name in ("rich", "bands", "nothing")}
    assert {"Gate", "Threshold", "Gap", "Agreement"} <= told["rich"]
    assert {"Gate", "Threshold"}.isdisjoint(told["bands"])
    assert {"Gap", "Agreement", "Mean level"}.isdisjoint(told["nothing"])
    assert "Provisional placement" not in told["rich"]
    assert {"Buyer persona", "CRM", "Wave"}.isdisjoint(told["rich"])
    assert {
        "Buyer persona",
        "Buyer journey",
        "Lead",
        "CRM",
        "SLA (service-level agreement)",
        "Wave",
    } <= _terms(example("idrovalle-componenti"))
    found = comparison("two")
    told_of_waves = view(found.after, "en", progress=found).glossary
    assert told_of_waves is not None
    assert "Wave" in {entry.label for entry in told_of_waves.entries}


def test_the_glossary_of_some_sections_explains_the_words_of_those() -> None:
    """Whoever asks for the board’s page and a glossary is not told what agreement is."""
    result, all_of_them = example("idrovalle-componenti"), _terms(example("idrovalle-componenti"))
    few = view(result, "en", options=ReportOptions(sections=("roadmap", "glossary"))).glossary
    assert few is not None
    labels = {entry.label for entry in few.entries}
    assert "Person-day" in labels
    assert {"Agreement", "Coverage", "Gate", "Threshold"} <= all_of_them - labels
    assert glossary(Voice(result, "en"), ()) is None


def test_a_poor_placement_is_explained_where_it_is_said() -> None:
    """The page says “provisional”: the reader may ask what that is."""
    questionnaire = instrument()
    few = answers({"sales": 3}, lambda *at: "2" if at[2] < 6 else None, questionnaire)
    assert "Provisional placement" in _terms(result(questionnaire, few))


def _weighted() -> Assessment:
    questionnaire = instrument()
    for dimension, weight in zip(questionnaire["dimensions"], (1, 2, 0.5, 1), strict=True):
        dimension["weight"] = weight
    people = {"marketing": 4, "sales": 5}
    return result(questionnaire, answers(people, leaning({"marketing": 3.2, "sales": 1.9}), questionnaire))


def _narrow() -> Assessment:
    """Return a coverage that is the threshold to one decimal and yet below it."""
    found = case("rich")
    figures = (0.5998, 0.5998, 0.5998, 0.5998)
    dimensions = tuple(
        dataclasses.replace(dimension, coverage={**(dimension.coverage or {}), 3: figure})
        for dimension, figure in zip(found.dimensions, figures, strict=True)
    )
    return dataclasses.replace(found, dimensions=dimensions, coverage={**found.coverage, 3: 0.5998})


WORKED = {"weighted": _weighted, "narrow": _narrow}


def _working(found: Assessment, lang: Lang) -> Working:
    (told,) = (account.working for account in view(found, lang).method.accounts if account.working)
    return told


def _number(text: str) -> Fraction:
    return Fraction(text.rstrip("%").replace(",", ".").replace("−", "-"))


def _terms(found: Assessment) -> set[str]:
    told = view(found, "en").glossary
    assert told is not None
    return {entry.label for entry in told.entries}


def _telling(result: Assessment, *, risks: bool, benefits: bool) -> Assessment:
    """Return a result whose questionnaire leaves out the risks, the benefits or both."""
    left_out = ({} if risks else {"risks": ()}) | ({} if benefits else {"benefits": ()})
    scale = tuple(level.model_copy(update=left_out) for level in result.questionnaire.scale)
    questionnaire = result.questionnaire.model_copy(update={"scale": scale})
    return dataclasses.replace(result, questionnaire=questionnaire)


def _compared(name: str) -> Any:
    found = comparison(name)
    return view(found.after, "en", progress=found)


def _without_gains(result: Assessment) -> Assessment:
    plan = result.plan
    steps, optional = (
        tuple(dataclasses.replace(step, gain=None) for step in those) for those in (plan.steps, plan.optional)
    )
    plan = dataclasses.replace(plan, steps=steps, optional=optional)
    return dataclasses.replace(result, plan=plan, combined_withheld=True)


def _entries(table: EntryTable | None) -> tuple[Entry, ...]:
    return tuple(entry for group in table.groups for entry in group.entries) if table else ()


def _plain(text: str) -> str:
    """Put ordinary spaces and hyphens in the place of those that keep words together."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")


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
