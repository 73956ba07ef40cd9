"""The sentences that the terminal and the report share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment_maturity.language import LANGUAGES, Lang, Phrase
from alignment_maturity.phrasing import verdict, wording
from alignment_maturity.result import (
    Assessment,
    Blocking,
    Bootstrap,
    Confidence,
    Gate,
    GateStatus,
    OneStep,
    Respondents,
)
from report.sample import CASES, case, contract


@pytest.fixture(scope="module")
def seven() -> Assessment:
    return contract("seven.yaml", resamples=2000)


TOLD = {
    "it": """
        Livello 2 di 5: Strategic alignment
        Il livello 2 è raggiunto: la copertura è dell’82%, la soglia del 70%, e il requisito è soddisfatto
          (Buyer personas).
        La copertura del livello 3 è del 39%; la soglia è del 70%.
        Il requisito «Lead definition» è controverso: è soddisfatto secondo Marketing, non secondo Sales.
        Collocazione al limite: tra i possibili spostamenti di un gradino di una sola risposta (in tutto 54),
          2 abbasserebbero il livello. La domanda decisiva è «Buyer personas».
    """,
    "en": """
        Level 2 of 5: Strategic alignment
        Level 2 is attained: coverage is 82%, the threshold 70%, and its gate is passed
          (Buyer personas).
        Coverage of level 3 is 39%; the threshold is 70%.
        The gate “Lead definition” is contested: passed according to Marketing,
          not according to Sales.
        Borderline placement: of the possible one-step moves of a single answer (54 in all), 2 would lower
          the level. The deciding question is “Buyer personas”.
    """,
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_worked_example_is_told_in_these_words(seven: Assessment, lang: Lang) -> None:
    """Both languages read as if written by hand, articles and plurals included."""
    told = [
        verdict.placement(seven, lang),
        *verdict.why_this_level(seven, lang),
        *verdict.why_not_higher(seven, lang),
        verdict.one_step(seven, lang),
    ]
    assert " ".join(told) == _on_one_line(TOLD[lang])


def test_the_bootstrap_names_every_level_that_came_out(seven: Assessment) -> None:
    found = Bootstrap(2000, 0, {1: 0.08, 2: 0.895, 3: 0.02, 4: 0.005})
    result = replace(seven, confidence=Confidence(found, seven.confidence.one_step))
    assert verdict.bootstrap(result, "it") == (
        "Se si sorteggiano di nuovo i rispondenti, 2.000 volte, esce il livello 2 nel 90% dei casi,"
        " il livello 1 nell’8%, il livello 3 nel 2% e il livello 4 in meno dell’1%."
    )
    assert verdict.bootstrap(result, "en") == (
        "If respondents are drawn again at random 2,000 times, level 2 comes out in 90% of cases,"
        " level 1 in 8%, level 3 in 2% and level 4 in less than 1%."
    )


@pytest.mark.parametrize(
    ("share", "written"),
    [
        ("70%", "nel 70%"),
        ("80%", "nell’80%"),
        ("8%", "nell’8%"),
        ("88,5%", "nell’88,5%"),
        ("11%", "nell’11%"),
        ("1%", "nell’1%"),
        ("18%", "nel 18%"),
        ("0%", "nello 0%"),
        ("<1%", "in meno dell’1%"),
        (">99%", "in più del 99%"),
    ],
)
def test_italian_percentages_take_their_article(share: str, written: str) -> None:
    """`nel 80%` is the mistake that shows a text was made by a machine."""
    phrase = Phrase(it="{share:nel}", en="{share}")
    assert wording.fill(phrase, "it", share=share) == written
    assert wording.fill(phrase, "en", share=share) == share


@pytest.mark.parametrize(
    ("share", "written"), [("70%", "70%"), ("<1%", "less than 1%"), (">99%", "more than 99%")]
)
def test_english_bounds_are_written_out(share: str, written: str) -> None:
    """A comparison sign in the middle of a sentence is for tables."""
    assert wording.fill(Phrase(it="{share:nel}", en="{share:full}"), "en", share=share) == written


@pytest.mark.parametrize(
    ("share", "limit", "written"),
    [
        (0.39, 0.7, ("39%", "70%")),
        (0.697, 0.7, ("69,7%", "70,0%")),
        (0.6996, 0.7, ("69,96%", "70,00%")),
        (0.3333, 0.333, ("33,33%", "33,30%")),
        (0.7, 0.7, ("70%", "70%")),
    ],
)
def test_a_figure_just_short_of_its_limit_is_not_rounded_onto_it(
    share: float, limit: float, written: tuple[str, str]
) -> None:
    """“70%; the threshold is 70%” would make nonsense of a level that was not attained."""
    assert wording.apart(share, limit, "it") == written


def test_a_share_rounds_to_all_or_nothing_only_where_it_is() -> None:
    assert [wording.most(share, "en") for share in (0.0, 0.001, 0.5, 0.9951, 1.0)] == [
        "0%", "<1%", "50%", ">99%", "100%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("gate", "italian", "english"),
    [
        (
            Gate("personas", 2, GateStatus.PASSES, ("marketing", "sales"), ()),
            "Il requisito «Buyer personas» è soddisfatto.",
            "The gate “Buyer personas” is passed.",
        ),
        (
            Gate("personas", 2, GateStatus.CONTESTED, ("marketing",), ()),
            "Il requisito «Buyer personas» è controverso: le funzioni non concordano.",
            "The gate “Buyer personas” is contested: the functions disagree.",
        ),
        (
            Gate("personas", 2, GateStatus.FAILS, (), ("marketing", "sales")),
            "Il requisito «Buyer personas» non è soddisfatto secondo Marketing e Sales.",
            "The gate “Buyer personas” is not passed according to Marketing and Sales.",
        ),
        (
            Gate("personas", 2, GateStatus.FAILS, (), ("marketing",)),
            "Il requisito «Buyer personas» non è soddisfatto.",
            "The gate “Buyer personas” is not passed.",
        ),
        (
            Gate("personas", 2, GateStatus.UNANSWERED, (), ()),
            "Al requisito «Buyer personas» non ha risposto nessuno.",
            "Nobody answered the gate “Buyer personas”.",
        ),
    ],
)
def test_each_state_of_a_gate_has_its_sentence(
    seven: Assessment, gate: Gate, italian: str, english: str
) -> None:
    assert verdict.gate_sentence(seven, gate, "it") == italian
    assert verdict.gate_sentence(seven, gate, "en") == english


def test_states_of_gates_have_four_labels() -> None:
    for lang in LANGUAGES:
        assert len({verdict.gate_status(status, lang) for status in GateStatus}) == len(GateStatus)


def test_one_mover_and_many_are_told_apart(seven: Assessment) -> None:
    questions = tuple(question.id for question in seven.questionnaire.questions)
    one = replace(seven, confidence=Confidence(None, OneStep(1200, 1, 3, questions[:1])))
    assert verdict.one_step(one, "it") == (
        "Collocazione al limite: tra i possibili spostamenti di un gradino di una sola risposta (in tutto"
        " 1.200), uno alzerebbe e 3 abbasserebbero il livello. La domanda decisiva è «Buyer personas»."
    )
    many = replace(seven, confidence=Confidence(None, OneStep(54, 0, 9, questions)))
    assert verdict.one_step(many, "en").endswith(
        "The deciding questions are “Buyer personas”, “Goals”, “Lead definition” and 2 others."
    )


def test_a_stable_placement_is_called_stable(seven: Assessment) -> None:
    result = replace(seven, confidence=Confidence(None, OneStep(54, 0, 0, ())))
    assert verdict.one_step(result, "it").startswith("Collocazione stabile: nessuna risposta")
    assert verdict.one_step(result, "en").startswith("Stable placement: no single answer")


def test_nothing_is_said_of_certainty_where_nothing_was_answered() -> None:
    assert verdict.one_step(case("nothing"), "en").startswith("There are no answers to move")


def test_few_people_are_named_as_the_reason_for_no_bootstrap(seven: Assessment) -> None:
    result = replace(seven, confidence=Confidence(None, seven.confidence.one_step))
    assert "meno di cinque persone" in verdict.bootstrap(result, "it")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("one-person", "Ha risposto una sola persona"),
        ("one-function", "Per Marketing non ha risposto nessuno,"),
        ("ungrouped", "Per Marketing e Vendite non ha risposto nessuno,"),
        ("hidden-compared", "Marketing e Vendite non sono a confronto"),
    ],
)
def test_a_missing_comparison_is_explained(name: str, beginning: str) -> None:
    """An empty chart would leave the reader to guess."""
    told = verdict.no_comparison(case(name), "it")
    assert told is not None
    assert told.startswith(beginning)


def test_where_nobody_answered_and_where_nothing_is_compared(seven: Assessment) -> None:
    nobody = replace(seven, compared=None, respondents=Respondents(0, {}))
    assert verdict.no_comparison(nobody, "en") == (
        "There are no answers, so the functions can’t be compared."
    )
    questionnaire = seven.questionnaire.model_copy(update={"compare": ()})
    unasked = replace(seven, compared=None, questionnaire=questionnaire)
    assert verdict.no_comparison(unasked, "en") == ("The questionnaire does not compare two functions.")
    assert verdict.no_comparison(seven, "en") is None


def test_hidden_groups_are_named_with_the_reason() -> None:
    assert verdict.suppression(case("rich"), "en") is None
    assert verdict.suppression(case("hidden"), "en") == (
        "Leadership: fewer than 3 people, so its figures are not shown separately. For the same reason"
        " the overall figures of questions and dimensions are left out: the hidden figures could be"
        " worked out from them by subtraction."
    )
    assert verdict.suppression(case("hidden-compared"), "it") == (
        "Marketing e Direzione: meno di 3 persone per funzione, perciò le cifre di queste funzioni non sono"
        " mostrate a parte."
    )


def test_gaps_name_the_function_that_sees_less(seven: Assessment) -> None:
    assert verdict.gap_sentence(seven, "Lead", 1.0, "it") == (
        "Secondo Sales, «Lead» è un livello più in basso che secondo Marketing"
    )
    assert verdict.gap_sentence(seven, "Leads", -1.5, "en") == (
        "Marketing sees “Leads” 1.5\N{NO-BREAK SPACE}levels lower than Sales"
    )
    assert wording.levels(2.04, "it") == "2\N{NO-BREAK SPACE}livelli"
    with pytest.raises(ValueError, match="compared"):
        verdict.gap_sentence(case("one-person"), "Leads", 1.0, "en")


def test_a_provisional_placement_says_what_is_missing(seven: Assessment) -> None:
    result = replace(seven, provisional=True, completeness=0.6)
    assert verdict.provisional(seven, "it") is None
    assert verdict.provisional(result, "it") == (
        "Collocazione provvisoria: ha avuto risposta il 60% delle domande; perché sia definitiva serve"
        " almeno l’80%."
    )


@pytest.mark.parametrize(
    ("blocking", "sentence"),
    [
        (Blocking(3, None, 0.7, (), None), "No answer concerns level 3."),
        (
            Blocking(3, None, None, (), None, index=41.2, cutoff=50.0),
            "The index is 41 out of 100; level 3 starts at 50.",
        ),
        (
            Blocking(3, None, None, (), None, index=None, cutoff=50.0),
            "Without answers there is no index; level 3 starts at 50.",
        ),
    ],
)
def test_every_kind_of_shortfall_has_its_sentence(
    seven: Assessment, blocking: Blocking, sentence: str
) -> None:
    assert verdict.why_not_higher(replace(seven, blocking=blocking), "en") == (sentence,)


def test_the_top_of_the_scale_lacks_nothing() -> None:
    assert verdict.why_not_higher(case("level-five"), "it") == ()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_every_case_can_be_told(name: str, lang: Lang) -> None:
    """A sentence with a hole in it, or none at all, would reach the reader."""
    result = case(name)
    told = [
        verdict.placement(result, lang),
        *verdict.why_this_level(result, lang),
        *verdict.why_not_higher(result, lang),
        *verdict.confidence(result, lang),
        verdict.no_comparison(result, lang) or "–",
        verdict.suppression(result, lang) or "–",
    ]
    assert all(told)
    assert not [sentence for sentence in told if "{" in sentence or "None" in sentence]


def test_languages_have_the_same_fields() -> None:
    """A field that only one language fills would be lost on the readers of the other."""
    from string import Formatter

    from alignment_maturity.language import report

    for key, phrase in {**wording.PHRASES, **verdict.PHRASES, **report.PHRASES, **report.WORDS}.items():
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in phrase]
        assert fields[0] == fields[1], key


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
