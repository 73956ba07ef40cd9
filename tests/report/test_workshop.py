"""What a workshop left: its rounds in the result, who moved, what was agreed on and what was put off."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment_maturity import __version__
from alignment_maturity.document import as_document
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.progress import progress
from alignment_maturity.report.charts import facing
from alignment_maturity.report.elements.workshop import Workshop
from alignment_maturity.report.pdf import print_report, render_pdf
from alignment_maturity.report.view import ReportOptions, view
from alignment_maturity.report.voice import Voice
from alignment_maturity.report.votes import Against, Ballot, ballots
from alignment_maturity.result import Assessment
from alignment_maturity.verification.checks import Outcome
from alignment_maturity.verification.pdf_file import parse_pdf
from alignment_maturity.verification.verify import Means, verify
from report.made import ingredients, wave
from report.sample import (
    GROUPS,
    LONG,
    ROUNDS,
    WIDE,
    Document,
    case,
    contract,
    degrees,
    instrument,
    result,
    room,
)

NOTED = ReportOptions(include_notes=True)
ALONE = ReportOptions(sections=("cover", "workshop"))

Rounds = list[dict[str, dict[str, int]]]


def held(*questions: str, **entries: Document) -> Assessment:
    """Assess a workshop that dealt with some of the questions of `ROUNDS`, or as told."""
    asked = degrees()
    return result(asked, room({name: ROUNDS[name] for name in questions} | entries, asked))


def told(found: Assessment, lang: Lang = "en", options: ReportOptions = NOTED) -> Workshop:
    """Return the section on the workshop."""
    section = view(found, lang, options=options).workshop
    assert section is not None
    return section


def ballot(found: Assessment, question: str) -> Ballot:
    return next(each for each in ballots(found) if each.question.id == question)


def moved(section: Workshop, name: str) -> str:
    (move,) = [move for move in section.moves if move.name == name]
    return " ".join((*move.sentences, move.agreed))


# The result


def test_the_document_has_rounds_agreement_and_what_was_put_off() -> None:
    """A dashboard that shows who moved reads it here."""
    document: Any = as_document(contract("room.yaml"), "en")
    questions = {question["id"]: question for question in document["questions"]}
    assert questions["personas"]["rounds"] == [
        {"marketing": {"1": 2, "2": 1}, "sales": {"1": 3}},
        {"marketing": {"2": 3}, "sales": {"1": 1, "2": 2}},
    ]
    assert questions["sla"]["rounds"] == [{"marketing": {"none": 1, "partly": 2}, "sales": {"none": 3}}]
    assert {name: question["agreed"] for name, question in questions.items()} == {
        "personas": "2", "goals": None, "lead-definition": None, "exchange": "2", "sla": None,
    }  # fmt: skip
    assert [name for name, question in questions.items() if question["parked"]] == ["sla"]


def test_without_a_workshop_there_are_no_rounds() -> None:
    document: Any = as_document(case("rich"), "en")
    assert all(question["rounds"] == [] for question in document["questions"])
    assert all(question["agreed"] is None for question in document["questions"])
    assert not any(question["parked"] for question in document["questions"])
    assert view(case("rich"), "en").workshop is None


def test_a_workshop_with_fewer_rounds_stands_still() -> None:
    """Two rooms, one of which voted twice: what the other says must not look like a move, nor be lost."""
    asked = degrees()
    twice = {"rounds": [{"marketing": {"1": 3}}, {"marketing": {"2": 3}}], "agreed": "2"}
    once = {"rounds": [{"marketing": {"3": 1}, "sales": {"1": 2}}], "agreed": "2"}
    found = result(asked, room({"q0": twice}, asked), room({"q0": once}, asked))
    (question,) = [question for question in found.questions if question.id == "q0"]
    assert question.rounds == (
        {"marketing": {"1": 3, "3": 1}, "sales": {"1": 2}},
        {"marketing": {"2": 3, "3": 1}, "sales": {"1": 2}},
    )
    assert question.agreed == "2"
    assert ballot(found, "q0").moves == {"marketing": 0.8, "sales": 0.0}
    assert told(found).figures[-2].value == "1"


_VOTES = st.dictionaries(
    st.sampled_from(["marketing", "sales", "leadership"]),
    st.dictionaries(st.sampled_from(["1", "2", "3", "4", "5", "unknown"]), st.integers(0, 4)),
)
_ROOMS = st.lists(st.lists(_VOTES, min_size=1, max_size=4), min_size=1, max_size=4)


@settings(max_examples=60)
@given(_ROOMS, st.randoms(use_true_random=False))
def test_rounds_of_several_workshops_add_up(rooms: list[Rounds], chance: Any) -> None:
    """Whatever rooms there were, the last round is what counts, and nobody is counted twice or left out."""
    found = _rounds(rooms)
    assert len(found) == max(map(len, rooms))
    assert _hands(found[-1:]) == _hands([each[-1] for each in rooms])
    for back in range(1, len(found) + 1):
        assert _hands([found[-back]]) == _hands([each[-min(back, len(each))] for each in rooms])
    mixed = [*rooms]
    chance.shuffle(mixed)
    assert _rounds(mixed) == found


@settings(max_examples=40)
@given(_ROOMS, st.integers(1, 3))
def test_repeating_the_first_round_changes_nothing(rooms: list[Rounds], times: int) -> None:
    """A room that votes the same again before the others begin has not moved."""
    longest = max(map(len, rooms))
    padded = [[each[0]] * min(times, longest - len(each)) + each for each in rooms]
    assert _rounds(padded) == _rounds(rooms)


def _rounds(rooms: Sequence[Rounds]) -> tuple[Mapping[str, Mapping[str, int]], ...]:
    asked = degrees()
    files = [room({"q0": {"rounds": rounds}}, asked) for rounds in rooms]
    return next(
        question.rounds for question in result(asked, *files, resamples=1).questions if question.id == "q0"
    )


def _hands(rounds: Sequence[Mapping[str, Mapping[str, int]]]) -> Counter[tuple[str, str]]:
    hands: Counter[tuple[str, str]] = Counter()
    for votes in rounds:
        for group, counts in votes.items():
            hands += Counter({(group, value): n for value, n in counts.items()})
    return hands


# The figures


def test_means_and_gaps_are_those_counted_by_hand() -> None:
    """3, 3, 4, 4 against 1, 2, 2; then 2, 2, 2, 3 against 2, 2, 2."""
    found = ballot(case("two-rounds"), "q0")
    assert found.before == pytest.approx({"marketing": 3.5, "sales": 5 / 3, "leadership": 2})
    assert found.after == pytest.approx({"marketing": 2.25, "sales": 2, "leadership": 2})
    assert found.gap_before == pytest.approx(11 / 6)
    assert found.gap_after == 0.25
    assert found.moves == {"marketing": -1.2, "sales": 0.3, "leadership": 0}
    assert found.narrowed == 1.6
    assert found.against is Against.WITHIN


def test_a_degree_counts_as_much_of_the_scale_as_it_fulfils() -> None:
    """In part is a quarter of the way from 1 to 5; who does not know has no part in the mean."""
    found = ballot(case("two-rounds"), "q5")
    assert found.before == {"marketing": 2, "sales": 1}
    assert found.after == pytest.approx({"marketing": 1.5, "sales": 4 / 3})
    assert found.agreed_level == 5
    assert found.bold
    assert found.against is Against.ABOVE


def test_the_last_round_gives_the_figures_of_the_result() -> None:
    """The map of all questions and the page on the workshop must not contradict each other."""
    for name in ("two-rounds", "room-of-full", "workshop"):
        found = case(name)
        questions = {question.id: question for question in found.questions}
        for each in ballots(found):
            question = questions[each.question.id]
            known = {group: mean for group, mean in question.by_group.items() if mean is not None}
            assert each.after == pytest.approx(known)
            assert each.gap_after == (None if question.gap is None else pytest.approx(question.gap))
            assert {group: dict(votes) for group, votes in each.last.items()} == question.counts


@pytest.mark.parametrize(
    ("agreed", "against", "bold"),
    [
        ("1", Against.BELOW, False),
        ("2", Against.WITHIN, False),
        ("3", Against.ABOVE, False),
        ("4", Against.ABOVE, True),
        ("unknown", None, False),
    ],
)
def test_an_agreed_value_is_held_against_the_last_votes(
    agreed: str, against: Against | None, bold: bool
) -> None:
    """Means of 1.5 and 2.75: that three is agreed on is rounding, four is a leap that asks for a proof."""
    votes = {"marketing": {"1": 2, "2": 2}, "sales": {"2": 1, "3": 3}}
    found = held(q8={"rounds": [votes], "agreed": agreed})
    assert (ballot(found, "q8").against, ballot(found, "q8").bold) == (against, bold)
    section = told(found)
    assert bool(section.decisions_note) == bold
    assert section.decisions is not None
    (row,) = section.decisions.groups[0].entries
    assert (row.cells[1].style == "strong") == bold


def test_only_functions_that_are_compared_have_a_gap() -> None:
    """A questionnaire that sets no functions against each other says nothing of their distance."""
    asked = instrument(compare=[])
    votes = [{"marketing": {"3": 2}, "sales": {"1": 2}}, {"marketing": {"2": 2}, "sales": {"1": 2}}]
    section = told(result(asked, room({"q0": {"rounds": votes}}, asked)))
    assert section.moves[0].sentences == ("The mean of Marketing falls by one level.",)
    assert section.heading.message == "One question voted on"
    assert "Closer than before" not in [fact.label for fact in section.figures]


# The section


def test_the_summary_counts_what_the_workshop_did() -> None:
    english, italian = (told(case("two-rounds"), lang) for lang in ("en", "it"))
    assert [(fact.label, fact.value) for fact in english.figures] == [
        ("Questions voted on", "8 of 12"),
        ("Voted on more than once", "5"),
        ("Closer than before", "2 of 4"),
        ("Answers agreed", "7"),
        ("Questions parked", "2"),
    ]
    assert english.heading.message == (
        "After another round, Marketing and Sales are closer on two of four questions and further"
        " apart on one; seven answers agreed"
    )
    assert italian.heading.message == (
        "Con un altro giro di voto Marketing e Vendite si avvicinano su due domande su quattro e si"
        " allontanano su una; sette risposte concordate"
    )


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        (("q0",), "After another round, Marketing and Sales are closer; one answer agreed"),
        (("q2",), "After another round, Marketing and Sales are as far apart as before; one question parked"),
        (("q6",), "One question voted on"),
        (("q10",), "One answer agreed"),
        (("q11",), "One question parked"),
    ],
)
def test_the_message_says_what_there_is(questions: tuple[str, ...], message: str) -> None:
    assert told(held(*questions)).heading.message == message


def test_the_message_counts_one_question_that_came_closer() -> None:
    message = told(held("q0", "q2"), "it").heading.message
    assert message.startswith(
        "Con un altro giro di voto Marketing e Vendite si avvicinano su una domanda su due;"
    )


def voted(marketing: int, sales: int) -> dict[str, dict[str, int]]:
    """Let two of each function vote for a level."""
    return {"marketing": {str(marketing): 2}, "sales": {str(sales): 2}}


EQUAL, ONE_APART, TWO_APART = voted(2, 2), voted(3, 2), voted(4, 2)


@pytest.mark.parametrize(
    ("questions", "english", "italian"),
    [
        (
            [[EQUAL, EQUAL]],
            "After another round, A and B have equal means, as before",
            "Con un altro giro di voto A e B hanno medie uguali, come prima",
        ),
        (
            [[EQUAL] * 4] * 2,
            "After four rounds, A and B have equal means, as before",
            "Dopo quattro giri di voto A e B hanno medie uguali, come prima",
        ),
        (
            [[ONE_APART, ONE_APART], [EQUAL, EQUAL]],
            "After another round, A and B are as far apart as before",
            "Con un altro giro di voto A e B restano alla stessa distanza",
        ),
        (
            [[ONE_APART, TWO_APART, EQUAL]],
            "After three rounds, A and B are closer",
            "Dopo tre giri di voto A e B si avvicinano",
        ),
        (
            [[EQUAL, TWO_APART]],
            "After another round, A and B are further apart",
            "Con un altro giro di voto A e B si allontanano",
        ),
        (
            [[EQUAL, TWO_APART], [EQUAL, EQUAL, EQUAL]],
            "By the last round, A and B are further apart on one question and closer on none",
            "All’ultimo giro A e B si allontanano su una domanda e non si avvicinano su nessuna",
        ),
        (
            [[TWO_APART, ONE_APART], [TWO_APART, EQUAL], [EQUAL, EQUAL]],
            "After another round, A and B are closer on two questions",
            "Con un altro giro di voto A e B si avvicinano su due domande",
        ),
        (
            [[TWO_APART, ONE_APART], [EQUAL, ONE_APART], [ONE_APART, TWO_APART], [EQUAL, EQUAL]],
            "After another round, A and B are closer on one of three questions and further apart on two",
            "Con un altro giro di voto A e B si avvicinano su una domanda su tre e si allontanano su due",
        ),
        (
            [[ONE_APART, EQUAL], [ONE_APART]],
            "After another round, A and B are closer on one question",
            "Con un altro giro di voto A e B si avvicinano su una domanda",
        ),
        (
            [[ONE_APART, ONE_APART], [ONE_APART]],
            "After another round, A and B are as far apart as before on one question",
            "Con un altro giro di voto A e B restano alla stessa distanza su una domanda",
        ),
        (
            [[EQUAL, EQUAL], [EQUAL, EQUAL], [ONE_APART]],
            "After another round, A and B have equal means on two questions, as before",
            "Con un altro giro di voto A e B hanno medie uguali su due domande, come prima",
        ),
        ([[{"sales": {"1": 2}}, {"sales": {"2": 2}}]], "One question voted on", "Una domanda votata"),
        ([[TWO_APART, {"sales": {"2": 2}}]], "One question voted on", "Una domanda votata"),
        ([[{}, TWO_APART]], "One question voted on", "Una domanda votata"),
        ([[TWO_APART, {}]], "No votes in the last round", "Nessun voto nell’ultimo giro"),
    ],
)
def test_the_message_is_true_of_every_outcome(questions: list[Rounds], english: str, italian: str) -> None:
    """Nobody reads that functions stay apart which agreed, nor of a second round where there were four."""
    names = ("q0", "q2", "q4", "q6")
    asked = degrees()
    found = result(
        asked,
        room({name: {"rounds": rounds} for name, rounds in zip(names, questions, strict=False)}, asked),
    )
    assert told(found).heading.message == english.replace("A and B", "Marketing and Sales")
    assert told(found, "it").heading.message == italian.replace("A e B", "Marketing e Vendite")


def test_questions_without_a_gap_to_close_are_told_apart() -> None:
    """Of two questions one had nothing to close: one of one came closer, and the other is not forgotten."""
    section = told(held(q0={"rounds": [TWO_APART, EQUAL]}, q2={"rounds": [EQUAL, voted(3, 3)]}))
    assert ("Closer than before", "1 of 1") in [(fact.label, fact.value) for fact in section.figures]
    assert section.lead.endswith(" On one question there was no gap to close.")


_LEFT = st.dictionaries(
    st.sampled_from(["q0", "q2", "q4", "q6"]),
    st.lists(
        st.dictionaries(
            st.sampled_from(["marketing", "sales", "leadership"]),
            st.dictionaries(
                st.sampled_from(["1", "2", "3", "4", "5", "unknown", "n/a"]), st.integers(0, 3), max_size=3
            ),
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
)


@settings(max_examples=100, deadline=None)
@given(_LEFT)
def test_the_report_tells_of_the_last_round_what_is_scored(left: dict[str, Rounds]) -> None:
    """Score and report never differ about one file, and the message never contradicts the votes."""
    asked = degrees()
    found = result(
        asked, room({name: {"rounds": rounds} for name, rounds in left.items()}, asked), resamples=1
    )
    scored = {question.id: question for question in found.questions}
    for each in ballots(found):
        question = scored[each.question.id]
        known = {group: mean for group, mean in question.by_group.items() if mean is not None}
        assert {group: each.after.get(group) for group in known} == pytest.approx(known)
        assert question.gap is None or each.gap_after == pytest.approx(question.gap)
        shown = {group: votes for group, votes in each.last.items() if group not in found.suppressed_groups}
        assert shown == question.counts
    changes = [change for rounds in left.values() if (change := _change(rounds)) is not None]
    section = view(found, "en", options=ReportOptions()).workshop
    message = section.heading.message if section else ""
    closer, apart = (sum(sign * change > 0 for change, _ in changes) for sign in (-1, 1))
    assert ("are closer" in message) == bool(closer)
    assert ("further apart" in message) == bool(apart)
    still = bool(changes) and not closer and not apart
    assert ("as far apart as before" in message) == (still and any(before for _, before in changes))
    assert ("equal means" in message) == (still and not any(before for _, before in changes))
    facts = {fact.label: fact.value for fact in section.figures} if section else {}
    uneven = sum(bool(change or before) for change, before in changes)
    assert facts.get("Closer than before") == (f"{closer} of {uneven}" if uneven else None)


def _change(rounds: Rounds) -> tuple[float, float] | None:
    """Return by how much the gap of two functions grew from the first votes to the last, and what it was."""
    cast = [
        votes for votes in rounds if any(number for counts in votes.values() for number in counts.values())
    ]
    if len(cast) < 2 or cast[-1] is not rounds[-1]:
        return None
    gaps = [_gap(cast[0]), _gap(cast[-1])]
    if gaps[0] is None or gaps[1] is None:
        return None
    return round(gaps[1] - gaps[0], 1), gaps[0]


def _gap(votes: Mapping[str, Mapping[str, int]]) -> float | None:
    levels = [
        [
            int(value)
            for value, number in votes.get(group, {}).items()
            if value.isdigit()
            for _ in range(number)
        ]
        for group in ("marketing", "sales")
    ]
    if not all(levels):
        return None
    first, second = map(fmean, levels)
    return round(abs(first - second), 1)


def test_a_last_round_without_votes_leaves_none() -> None:
    """The votes of an earlier round do not count: the report must not print means that the score lacks."""
    section = told(
        held(
            "q6",
            q0={"rounds": [TWO_APART, EQUAL, {}], "parked": True},
            q2={"rounds": [{}, {}], "parked": True},
        )
    )
    assert [(fact.label, fact.value) for fact in section.figures][:2] == [
        ("Questions voted on", "1 of 12"),
        ("Answers agreed", "0"),
    ]
    assert section.moves == ()
    assert section.votes is not None
    assert [(row.name, row.detail, [cell.text for cell in row.cells]) for row in section.votes.rows] == [
        ("Topic 1", "no votes in the last round", ["–"]),
        ("Topic 7", "", ["2.0"]),
    ]
    assert [topic.reasons for topic in section.agenda] == [("no votes in the last round",), ("no votes",)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workshop_of_which_no_vote_counts_is_told_so(lang: Lang) -> None:
    found = held(q0={"rounds": [TWO_APART, {}], "agreed": "2"})
    section = told(found, lang)
    assert section.figures[0].value.startswith("0 ")
    assert {
        "it": "Di ogni domanda conta l’ultimo giro, e all’ultimo giro nessuno ha votato.",
        "en": "What counts is the last round on each question, and nobody voted in it.",
    }[lang] == section.lead
    assert render_pdf(found, lang, ALONE).messages == ()


def test_several_rounds_are_said_to_be_several() -> None:
    """Who compares the first with the last says that there was something between them."""
    section = told(
        held(
            q0={"rounds": [TWO_APART, EQUAL, ONE_APART]},
            q2={"rounds": [ONE_APART, EQUAL, ONE_APART]},
            q4={"rounds": [ONE_APART] * 3},
            q6={"rounds": [ONE_APART] * 2},
        )
    )
    assert (
        section.moves[0].sentences[0]
        == "There were three rounds of voting; the first is compared with the last."
    )
    assert section.votes is not None
    assert {row.name: row.detail for row in section.votes.rows} == {
        "Topic 3": "three rounds; same votes in the first and the last",
        "Topic 5": "same votes in all three rounds",
        "Topic 7": "same votes in the last round too",
    }


def test_who_votes_in_one_of_two_rounds_only_is_named() -> None:
    """A gap that is gone because nobody of a function voted again has not closed."""
    section = told(
        held(
            q0={"rounds": [TWO_APART, {"marketing": {"4": 2}}]},
            q2={"rounds": [{"marketing": {"4": 2}}, {"marketing": {"4": 2}, "sales": {"n/a": 1}}]},
        )
    )
    first, second = (move.sentences for move in section.moves)
    assert first == ("No votes from Sales in the last round.", "Votes: 4 in the first round, 2 in the last.")
    assert second == (
        "The means do not move.",
        "No votes from Sales in the first round.",
        "Votes: 2 in the first round, 3 in the last.",
    )


def test_who_moved_is_said_in_sentences() -> None:
    english, italian = (told(case("two-rounds"), lang) for lang in ("en", "it"))
    assert moved(english, "Topic 1") == (
        "The mean of Marketing falls by 1.2\N{NO-BREAK SPACE}levels and that of Sales rises by"
        " 0.3\N{NO-BREAK SPACE}levels. The gap between Marketing and Sales narrows by"
        " 1.6\N{NO-BREAK SPACE}levels (from 1.8 to 0.2). Leadership, first round: level 2 (one vote);"
        " last round: level 2 (one vote). Agreed on level 2: Observable description of level 2 for topic 1."
        " That is between the means (Marketing 2.2; Sales 2.0; Leadership 2.0)."
    )
    assert moved(italian, "Tema 6") == (
        "La media di Marketing scende di 0,5\N{NO-BREAK SPACE}livelli e quella di Vendite sale di"
        " 0,3\N{NO-BREAK SPACE}livelli. La distanza tra Marketing e Vendite si riduce di"
        " 0,8\N{NO-BREAK SPACE}livelli (da 1,0 a 0,2). I «non so» passano da 1 a 0. Concordato: Del tutto. È"
        " sopra le due medie (Marketing 1,5; Vendite 1,3). Prima di contarci conviene vedere che cosa lo"
        " prova."
    )
    assert moved(italian, "Tema 3") == (
        "La media di Marketing scende di un livello e quella di Vendite sale di un livello. La distanza tra"
        " Marketing e Vendite resta di un livello; ora il livello più alto viene da Vendite. Voti: 7 al primo"
        " giro, 6 all’ultimo. "
    )
    assert moved(english, "Topic 9").startswith(
        "The mean of Marketing rises by one level. The gap between Marketing and Sales widens by one level"
        " (from 1.0 to 2.0). Leadership, first round: level 3 (one vote); last round: “does not apply” (one"
        " vote)."
    )


def test_a_gap_that_closes_is_said_so() -> None:
    votes = [{"marketing": {"3": 2}, "sales": {"1": 2}}, {"marketing": {"2": 2}, "sales": {"2": 2}}]
    section = told(held(q0={"rounds": votes}), "it")
    assert "che era di 2\N{NO-BREAK SPACE}livelli, si chiude." in section.moves[0].sentences[1]


def test_other_votes_that_leave_the_means_are_said_so() -> None:
    votes = [{"marketing": {"1": 1, "3": 1}}, {"marketing": {"2": 2}}]
    assert told(held(q0={"rounds": votes})).moves[0].sentences == ("The means do not move.",)


def test_one_round_and_the_same_votes_twice_stand_in_a_table() -> None:
    """Eight questions with one round each must not become eight pages."""
    section = told(case("two-rounds"))
    assert [move.name for move in section.moves] == ["Topic 1", "Topic 9", "Topic 3", "Topic 6"]
    assert section.votes is not None
    assert section.votes.columns == ("Question", "Marketing", "Sales", "Gap")
    assert [(row.name, row.detail, [cell.text for cell in row.cells]) for row in section.votes.rows] == [
        ("Topic 5", "same votes in the last round too", ["2.0", "2.0", "0.0"]),
        ("Topic 10", "“don’t know”: 7", ["–", "–", "–"]),
        ("Topic 7", "", ["2.0", "–", "–"]),
        ("Topic 8", "“don’t know”: 3 · “does not apply”: 3", ["1.0", "–", "–"]),
    ]


def test_those_that_moved_furthest_are_drawn_and_the_others_told_in_a_line() -> None:
    section = told(case("room-of-full"), "it")
    assert section.moves_title == "Chi si è spostato: le quattro domande che si sono mosse di più"
    assert section.moves[0].name == "Percorso d’acquisto"
    assert section.votes is not None
    rows = {row.name: [cell.text for cell in row.cells] for row in section.votes.rows}
    assert rows["Strategia comune"] == ["2,5 → 2,8", "2,0 → 1,7", "3,0 → 2,0", "+0,5 → +1,1"]
    assert len(section.moves) + len(rows) == 32


def test_the_agenda_says_what_to_come_back_to() -> None:
    first, second = told(case("two-rounds")).agenda
    assert (first.name, first.dimension, first.text, first.probe) == (
        "Topic 3", "Data", "How is topic 3 handled?", "What was the last case?",
    )  # fmt: skip
    assert first.reasons == ("Marketing: level 2 (four votes)", "Sales: level 3 (two votes)")
    assert second.reasons == ("no votes",)


def test_the_last_votes_of_a_degree_are_told_by_its_text() -> None:
    votes = [{"marketing": {"partly": 2, "unknown": 1}, "sales": {"none": 1}}]
    (topic,) = told(held(q5={"rounds": votes, "parked": True}), "it").agenda
    assert topic.reasons == (
        "Marketing: «In parte» (due voti), «non so» (un voto)",
        "Vendite: «Per nulla» (un voto)",
    )


def test_a_long_agenda_is_in_full_for_one_meeting_only() -> None:
    asked = instrument()
    section = told(result(asked, room({f"q{n}": {"parked": True} for n in range(12)}, asked)))
    assert [bool(topic.text and topic.probe) for topic in section.agenda] == [True] * 10 + [False] * 2


def test_decisions_are_listed_with_their_texts() -> None:
    section = told(case("two-rounds"))
    assert section.decisions is not None
    (group,) = section.decisions.groups
    assert [(row.title, *(cell.text for cell in row.cells)) for row in group.entries] == [
        ("Topic 1", "2 · Observable description of level 2 for topic 1.", "between the means"),
        ("Topic 5", "2 · Observable description of level 2 for topic 5.", "equal to the means"),
        ("Topic 9", "1 · Observable description of level 1 for topic 9.", "below both means"),
        ("Topic 6", "Fully", "above both means"),
        ("Topic 10", "Not at all", "no votes for an option"),
        ("Topic 11", "3 · Observable description of level 3 for topic 11.", "no votes"),
        ("Topic 8", "Does not apply", "–"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_stand_there_once_and_only_when_asked_for(lang: Lang) -> None:
    """What somebody said in the room is nobody's business unless the report is asked to tell it."""
    notes = [str(entry["note"]) for entry in ROUNDS.values() if "note" in entry]
    asked = view(case("two-rounds"), lang, options=NOTED)
    assert asked.workshop is not None
    assert asked.answers is not None
    assert [note.note for note in asked.workshop.minutes] == notes
    assert not [note for group in asked.answers.groups for each in group.questions for note in each.notes]
    assert told(case("two-rounds"), lang, ReportOptions()).minutes == ()
    without = view(case("two-rounds"), lang, options=ReportOptions(("answers",), include_notes=True))
    assert without.answers is not None
    said = [note for group in without.answers.groups for each in group.questions for note in each.notes]
    assert sorted(note.note for note in said) == sorted(notes)
    assert {note.who for note in said} == {"Workshop"}


def test_a_note_alone_stays_with_the_answers() -> None:
    """Without a vote, an agreement or a question put off there is no section, but the note is not lost."""
    asked = view(held("q0", q1={"note": "Solo una nota."}), "en", options=NOTED)
    assert asked.workshop is not None
    assert "Solo una nota." in [note.note for note in asked.workshop.minutes]
    alone = view(held(q1={"note": "Solo una nota."}), "en", options=NOTED)
    assert alone.workshop is None


def test_a_short_report_does_without() -> None:
    names = [name for name, _ in view(case("two-rounds"), "en", options=ReportOptions(short=True)).sections]
    assert "workshop" not in names
    assert "workshop" in [name for name, _ in view(case("two-rounds"), "en").sections]


def test_answers_given_alone_do_not_count_among_the_hands() -> None:
    """Hands shown are open, even of a function whose answers are hidden; these stay apart."""
    room_alone, together = case("two-rounds"), case("people-and-room")
    assert "leadership" in together.suppressed_groups
    assert [question.rounds for question in together.questions] == [
        question.rounds for question in room_alone.questions
    ]
    assert told(together).moves == told(room_alone).moves


def test_a_workshop_can_be_a_later_wave() -> None:
    """Half a year after the first answers the room meets again: what changed and who moved are both told."""
    before = replace(case("statements"), date=dt.date(2026, 5, 21))
    found = progress([before, case("two-rounds")])
    names = [name for name, _ in view(found.after, "it", progress=found).sections]
    assert names.index("discussion") + 1 == names.index("workshop") < names.index("progress")


# The chart


def test_bars_are_as_long_as_there_are_votes() -> None:
    """Marketing 2 and 2 against sales 1 and 2: bars of one make on each side, in one unit for both rounds."""
    drawn = facing(Voice(case("two-rounds"), "en"), ballot(case("two-rounds"), "q0"))
    palette = Voice(case("two-rounds"), "en").palette
    bars = [shape for shape in drawn.shapes if shape.kind == "rect"]
    filled = [float(bar.attributes["width"]) for bar in bars if bar.attributes["fill"] == palette.accent]
    hollow = [
        float(bar.attributes["width"]) + 1.4 for bar in bars if bar.attributes.get("stroke") == palette.ink
    ]
    unit = filled[0] / 2
    assert [round(width / unit, 2) for width in filled] == [2, 2, 3, 1]
    assert [round(width / unit, 2) for width in hollow] == [1, 2, 3]
    assert [shape.text for shape in drawn.shapes if "✓" in shape.text] == ["✓ 2"]
    assert drawn.description == (
        "First round: Marketing: level 3 (two votes), level 4 (two votes); Sales: level 1 (one vote), level 2"
        " (two votes); Last round: Marketing: level 2 (three votes), level 3 (one vote); Sales: level 2"
        " (three votes)"
    )


def test_of_many_options_only_those_chosen_are_drawn() -> None:
    """Thirty lines of nothing between two bars would take a page."""
    asked = degrees()
    asked["option_sets"]["extent"] = [
        {"value": f"v{n}", "credit": n / 30, "text": f"Degree {n}"} for n in range(31)
    ]
    votes = [{"marketing": {"v0": 2}, "sales": {"v30": 1}}, {"marketing": {"v1": 2}, "sales": {"v30": 1}}]
    found = result(asked, room({"q5": {"rounds": votes}}, asked))
    drawn = facing(Voice(found, "en"), ballot(found, "q5"))
    assert [shape.text for shape in drawn.shapes if shape.text.startswith("Degree")] == [
        "Degree 0", "Degree 1", "Degree 30",
    ] * 2  # fmt: skip
    few = facing(Voice(case("two-rounds"), "en"), ballot(case("two-rounds"), "q5"))
    assert "Fully" in [shape.text for shape in few.shapes]


def test_a_function_alone_is_drawn_alone() -> None:
    found = held(q0={"rounds": [{"leadership": {"1": 1}}, {"leadership": {"2": 1}}]})
    drawn = facing(Voice(found, "it"), ballot(found, "q0"))
    assert drawn.title.endswith("con una barra per ogni opzione: Direzione.")
    assert {shape.text for shape in drawn.shapes if shape.kind == "text"} >= {
        "Direzione · media 2,0",
        "1",
        "2",
    }


# The pages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_workshop_takes_few_pages(lang: Lang) -> None:
    """Thirty-four questions, fourteen of them voted on twice: a summary to hand over, not a file of cards."""
    printed = render_pdf(case("room-of-full"), lang, ALONE)
    assert printed.pages - 1 <= 4
    assert printed.messages == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_long_names_stay_on_the_page(lang: Lang) -> None:
    asked = degrees()
    for kind in ("groups", "dimensions", "questions"):
        for at, entry in enumerate(asked[kind]):
            entry["name"] = f"{LONG[:78]} {at}" if at % 3 else WIDE[:80]
    for option in asked["option_sets"]["extent"]:
        option["text"] = LONG
    found = result(asked, room(ROUNDS, asked))
    for move in told(found, lang).moves:
        assert all(0 <= float(shape.attributes.get("x", 0)) <= 660 for shape in move.drawing.shapes)
    printed = render_pdf(found, lang, ALONE)
    assert printed.messages == ()
    assert printed.pages - 1 <= 4


def test_six_functions_share_a_table() -> None:
    asked = instrument(groups=6)
    votes = [{group: {str(1 + (at + step) % 5): 2} for at, group in enumerate(GROUPS)} for step in range(2)]
    entries = {f"q{n}": {"rounds": votes if n % 2 else votes[:1]} for n in range(12)}
    found = result(asked, room(entries, asked))
    section = told(found)
    assert section.votes is not None
    assert len(section.votes.columns) == 8
    assert "Customer service, first round: level 4 (two votes)" in " ".join(section.moves[0].sentences)
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render_pdf(found, "en", ALONE).data)).pages
    )
    assert "Votes on the other questions" in text


def test_one_question_needs_no_page_of_its_own() -> None:
    assert told(held("q0"), options=ReportOptions()).brief
    assert not told(case("room-of-full")).brief


# The report is still that of its data


def test_a_report_on_a_workshop_holds() -> None:
    """Rounds, agreements and what was put off are in the attachments: made again, the pages are the same."""
    asked = degrees()
    made = ingredients(
        wave(asked, room(ROUNDS, asked)), program_version=__version__, sections=("board", "workshop")
    )
    found = verify(parse_pdf("report.pdf", print_report(made).data), Means(__version__))
    assert {check.outcome for check in found.checks} <= {Outcome.HOLDS, Outcome.NOT_CHECKED}
