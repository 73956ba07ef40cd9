"""The sentences about a plan, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.phrasing import plan as phrasing
from alignment_maturity.phrasing.plan import horizon, outcome, reason, smallest_change
from alignment_maturity.result import HORIZONS, Assessment, Gate, GateStatus, Rise
from alignment_maturity.store.documents import read_document
from scoring import assessed

CONTRACT = Path(__file__).parents[1] / "examples" / "contract"
MINI: Any = read_document(CONTRACT / "mini.yaml").data


def contract(name: str, *, target: int | None = None, **changes: Any) -> Assessment:
    document: Any = read_document(CONTRACT / name).data
    return assessed(MINI | changes, [document], target=target)


@pytest.fixture(scope="module")
def seven() -> Assessment:
    return contract("seven.yaml")


def paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def told(result: Assessment, lang: Lang) -> list[str]:
    return [
        *outcome(result, lang),
        *(reason(result, step, lang) for step in result.plan.steps),
        smallest_change(result, lang) or "",
    ]


TOLD: dict[Lang, str] = {
    "it": """
        Le 3 azioni del piano (18 giorni-persona) portano al livello 3: Operational alignment.

        Nessun’altra scelta che comprenda le priorità ci arriva con meno impegno.

        Se si comincia il 23 novembre 2026, il piano si conclude il 15 gennaio 2027.

        Soddisfa il requisito «Lead definition» del livello 3, su cui le funzioni non concordano;
        secondo Sales questo requisito è un livello più in basso che secondo Marketing; va conclusa
        prima dell’azione 2; da sola alza la copertura del livello 3 di 8 punti.

        È tra le priorità per arrivare al livello 3; secondo Sales «Data exchange» è 1,1 livelli più
        in basso che secondo Marketing; da sola alza la copertura del livello 3 di 14 punti.

        Secondo Sales «Service-level agreement» è 2 livelli più in basso che secondo Marketing; da
        sola alza la copertura del livello 3 di 17 punti.

        La via più breve al livello 3 è far salire 3 domande: «Data exchange» (da 2,2 a 3), «Goals»
        (da 2,5 a 3) e «Lead definition» (da 2,5 a 3).
    """,
    "en": """
        The 3 actions of the plan (18 person-days) lead to level 3: Operational alignment.

        No other choice that includes the priorities gets there with less effort.

        If work starts on 23 November 2026, the plan is complete on 15 January 2027.

        It meets the gate “Lead definition” of level 3, on which the functions disagree; Sales sees
        it one level lower than Marketing; action 2 builds on this one; taken alone, this action
        raises coverage of level 3 by 8 points.

        It is a priority for reaching level 3; Sales sees “Data exchange” 1.1 levels lower than
        Marketing; taken alone, this action raises coverage of level 3 by 14 points.

        Sales sees “Service-level agreement” 2 levels lower than Marketing; taken alone, this
        action raises coverage of level 3 by 17 points.

        The shortest way to level 3 is for 3 questions to rise: “Data exchange” (from 2.2 to 3),
        “Goals” (from 2.5 to 3) and “Lead definition” (from 2.5 to 3).
    """,
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_says_what_it_leads_to_and_why_each_step_is_there(seven: Assessment, lang: Lang) -> None:
    sentences = [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in told(seven, lang)]
    assert sentences == paragraphs(TOLD[lang])


OUT_OF_REACH: dict[Lang, str] = {
    "it": """
        Con le azioni che arrivano fin lì, il livello 4 resta fuori portata. Con le 2 azioni del
        piano (15 giorni-persona) ci si avvicina il più possibile e si arriva al livello 3. Nel
        migliore dei casi la copertura del livello 4 è dello 0%; la soglia è del 70%. Per queste
        domande non resta un’azione che basti: «Buyer personas», «Goals», «Lead definition» e
        «Data exchange».
    """,
    "en": """
        With the actions that lead up to it, level 4 stays out of reach. The 2 actions of the plan
        (15 person-days) come as close as possible and lead to level 3. At best, coverage of
        level 4 comes to 0%; the threshold is 70%. For these questions no action is
        left that lifts them far enough: “Buyer personas”, “Goals”, “Lead definition” and “Data
        exchange”.
    """,
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stays_out_of_reach_is_said_with_its_reasons(lang: Lang) -> None:
    """A client who pays for a plan to level 4 must read that it ends at 3, and why."""
    assert " ".join(outcome(contract("one.yaml", target=4), lang)[:-1]) == " ".join(
        paragraphs(OUT_OF_REACH[lang])
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "it",
            (
                "Con le azioni che arrivano fin lì, il livello 3 resta fuori portata. Non ci sono azioni"
                " che avvicinino al livello 3. Nel migliore dei casi la copertura del livello 3 è del 31%; la"
                " soglia è del 70%. Resta non soddisfatto il requisito «Lead definition»."
            ),
        ),
        (
            "en",
            (
                "With the actions that lead up to it, level 3 stays out of reach. No action brings level 3"
                " any closer. At best, coverage of level 3 comes to 31%; the threshold is 70%. The gate"
                " “Lead definition” is still not passed."
            ),
        ),
    ],
)
def test_a_questionnaire_without_actions_has_no_plan_to_show(lang: Lang, expected: str) -> None:
    transitions = [step | {"actions": []} for step in MINI["transitions"]]
    result = contract("one.yaml", actions=[], transitions=transitions)
    assert " ".join(outcome(result, lang)).startswith(expected)


def test_several_gates_and_one_point_are_grammatical(seven: Assessment) -> None:
    """`one points` and `i requisito` are the mistakes a client remembers."""
    gates = (
        Gate("personas", 3, GateStatus.FAILS, (), ()),
        Gate("goals", 4, GateStatus.CONTESTED, ("marketing",), ("sales",)),
    )
    step = replace(
        seven.plan.steps[0], gates=gates, gap=None, prepares=("two-way-data", "sign-sla"), gain=0.01
    )
    assert reason(seven, step, "it") == (
        "Soddisfa i requisiti «Buyer personas» e «Goals» dei livelli 3 e 4; su «Goals» le funzioni non"
        " concordano; va conclusa prima delle azioni 2 e 3; da sola alza la copertura del livello 3 di un"
        " punto."
    )
    assert reason(seven, step, "en") == (
        "It meets the gates “Buyer personas” and “Goals” of levels 3 and 4; the functions disagree on"
        " “Goals”; actions 2 and 3 build on this one; taken alone, this action raises coverage of level 3 by"
        " one point."
    )


def test_a_step_always_has_a_reason(seven: Assessment) -> None:
    bare = replace(seven.plan.steps[2], gap=None, gain=None)
    assert reason(seven, bare, "it") == "Contribuisce al livello 3."
    assert reason(seven, bare, "en") == "It counts towards level 3."


@pytest.mark.parametrize(
    ("rises", "it", "en"),
    [
        (
            (Rise("goals", None, 3),),
            "La via più breve al livello 3 è far salire una sola domanda: «Goals» (al livello 3).",
            "The shortest way to level 3 is for one question to rise: “Goals” (to level 3).",
        ),
        (
            (Rise("goals", 2.0, 3), Rise("sla", 2.6, 3)),
            (
                "La via più breve al livello 3 è far salire 2 domande: «Goals» (da 2,0 a 3) e"
                " «Service-level agreement» (pienamente in atto)."
            ),
            (
                "The shortest way to level 3 is for 2 questions to rise: “Goals” (from 2.0 to 3) and"
                " “Service-level agreement” (fully in place)."
            ),
        ),
        (
            None,
            "Nessun cambiamento delle risposte basta per il livello 3.",
            "No change of answers is enough for level 3.",
        ),
    ],
)
def test_the_shortest_way_up(seven: Assessment, rises: tuple[Rise, ...] | None, it: str, en: str) -> None:
    assert seven.blocking is not None
    result = replace(seven, blocking=replace(seven.blocking, smallest_change=rises))
    assert (smallest_change(result, "it"), smallest_change(result, "en")) == (it, en)


def test_horizons_have_names() -> None:
    assert [horizon(days, "it") for days in (*HORIZONS, None)] == [
        "entro 30 giorni", "entro 60 giorni", "entro 90 giorni", "entro 180 giorni", "oltre i 180 giorni",
    ]  # fmt: skip
    assert horizon(None, "en") == "after 180 days"


def test_both_languages_fill_the_same_fields() -> None:
    """A field that one language forgets is a figure its readers never see."""
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    different = [key for key, phrase in phrasing.PHRASES.items() if fields(phrase.it) != fields(phrase.en)]
    assert different == []
