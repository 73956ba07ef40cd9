"""What the workshop's screens draw: bars, the pace, and questionnaires of every shape."""

from __future__ import annotations

from typing import Any

import pytest

from alignment_maturity.interview.moves import Next
from alignment_maturity.interview.workshop.events import (
    Agree,
    Cast,
    Elapse,
    NewRound,
    Park,
    Pause,
    Reveal,
    ShowLadder,
)
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.spread import spreads
from alignment_maturity.language import LANGUAGES, Lang
from alignment_maturity.language.workshop_screen import CRIB, HELP, PHRASES
from alignment_maturity.model.questionnaire import UNKNOWN, Questionnaire
from alignment_maturity.model.room import Participants
from alignment_maturity.screens.parts import Block, Canvas
from alignment_maturity.screens.theme import ON_DARK, ON_LIGHT, Look
from alignment_maturity.screens.workshop import hour, views
from alignment_maturity.screens.workshop.picture import bar, nearest, picture
from alignment_maturity.screens.workshop.views import Seen
from interview.scripted import MINI
from screens.stage import wordy
from workshop.rooms import after, opened

MARKETING, SALES = "marketing", "sales"
LOOKS = [Look("en", ON_DARK, 80, 24), Look("it", ON_LIGHT, 160, 50), Look("en", ON_LIGHT, 40, 12)]


@pytest.mark.parametrize("most", [1, 2, 4, 7, 12, 18, 40, 3000])
@pytest.mark.parametrize("columns", [4, 12, 26, 40])
def test_bars_are_as_long_as_there_are_votes(most: int, columns: int) -> None:
    """Nobody's card disappears, and longer means more, at every size of a room."""
    breadths = []
    for now in {0, 1, 2, most // 2, most}:
        if now <= most:
            drawn = bar(now, None, most, columns)
            assert len(drawn.solid) <= columns
            assert not drawn.ghost
            assert bool(drawn.solid) == bool(now)
            breadths.append((now, drawn.solid.count("█")))
            if 2 * most <= columns:
                assert len(drawn.solid.split()) == now
    assert [cells for _, cells in sorted(breadths)] == sorted(cells for _, cells in breadths)
    assert len(bar(most, None, most, columns).solid) >= min(3 * most, columns // 2)


def test_votes_that_left_are_a_shade_behind_those_that_stayed() -> None:
    """The room sees who moved without doing sums."""
    assert bar(1, 3, 3, 12) == ("███", "░░░ ░░░")
    assert bar(3, 1, 3, 12) == ("███ ███ ███", "")
    drawn = bar(100, 300, 300, 30)
    assert (len(drawn.solid), len(drawn.ghost)) == (10, 20)


def test_the_two_functions_face_each_other_with_their_numbers() -> None:
    """Left and right of the options: as many blocks as cards, the figure beside them, a mark at the mean."""
    meeting = after(opened(), Cast(MARKETING, ("2", "3", "3")), Cast(SALES, ("1", UNKNOWN)), Reveal())
    rows = _seen(meeting, LOOKS[0]).splitlines()
    row = {number: next(row for row in rows if f" {number}  {_words(number)}" in row) for number in (1, 2, 3)}
    assert row[1].split()[0] == "1"
    assert row[1].split()[-3:] == ["◆", "███", "1"]
    assert row[2].split()[:3] == ["1", "███", "2"]
    assert row[3].split()[:5] == ["2", "███", "███", "◆", "3"]
    unknown = next(row for row in rows if "don’t know" in row)
    assert unknown.split()[-2:] == ["███", "1"]
    assert "mean 2.7" in _seen(meeting, LOOKS[0])


def test_a_mean_stands_at_the_nearest_option() -> None:
    """Also where options are not the levels 1, 2, 3, and where they are degrees of a practice."""
    assert nearest(MINI, "goals", 4.2) == "5"
    assert nearest(MINI, "sla", 4.0) == "largely"
    assert nearest(MINI, "sla", None) is None


@pytest.mark.parametrize(("marketing", "sales"), [((1, 1), (2,)), ((2, 2), (2, 2)), ((4,), (1, 1))])
def test_the_distance_is_told_in_words(marketing: tuple[int, ...], sales: tuple[int, ...]) -> None:
    """The figure is that of the kernel, in the language of the room."""
    cards = Cast(MARKETING, tuple(map(str, marketing))), Cast(SALES, tuple(map(str, sales)))
    meeting = after(opened(), *cards, Reveal())
    gap = abs(spreads(MINI)(meeting.present, meeting.item.last_round).gap or 0)
    expected = {0: "nessuna distanza", 1: "un livello di distanza", 3: "3 livelli di distanza"}[round(gap)]
    assert expected in _seen(meeting, LOOKS[1]).replace("\N{NO-BREAK SPACE}", " ")


def test_one_function_alone_has_no_distance() -> None:
    """The screen says so instead of showing a zero."""
    meeting = after(opened(), Cast(MARKETING, ("2", "3")), Reveal())
    assert "Only one function chose an option" in " ".join(_seen(meeting, LOOKS[0]).split())
    meeting = after(opened(), Cast(MARKETING, (UNKNOWN,)), Cast(SALES, (UNKNOWN,)), Reveal())
    assert "Nobody chose an option" in " ".join(_seen(meeting, LOOKS[0]).split())


@pytest.mark.parametrize("look", LOOKS)
def test_a_unanimous_vote_says_so_once(look: Look) -> None:
    """The room does not discuss what it agrees on."""
    meeting = after(opened(), Cast(MARKETING, ("2", "2")), Cast(SALES, ("2",)), Reveal())
    told = "Voto unanime" if look.lang == "it" else "Everybody voted alike"
    assert _seen(meeting, look).count(told) == 1
    assert told not in _seen(after(meeting, Agree("2")), look)


def test_the_pace_bar_shows_what_is_behind_and_what_is_ahead() -> None:
    """Signs, not only colours, between the clock and the work that is done."""
    late = after(opened(minutes=5), Elapse(180))
    early = after(opened(minutes=5), Park(), Next(), Park(), Next(), Elapse(6))
    assert hour.pace_bar(late, LOOKS[0], 51).plain == "━" * 10 + "╌" * 20 + "┃" + "─" * 20
    assert hour.pace_bar(early, LOOKS[0], 51).plain == "━" + "┃" + "+" * 19 + "─" * 30
    over = after(opened(minutes=5), Elapse(900), Pause())
    for look in LOOKS:
        _seen(over, look)  # nothing is wider than its place
    assert hour.pace_bar(over, LOOKS[0], 51).cell_length == 51


def test_a_third_function_is_below_the_two_that_face_each_other() -> None:
    """The leadership's votes are shown too."""
    meeting = _questionnaire(groups=3)
    meeting = after(
        meeting, Cast("g1", ("v1", "v1")), Cast("g2", ("v4",)), Cast("g3", ("v2", UNKNOWN)), Reveal(),
        NewRound(), Cast("g3", ("v4", "v4")), Reveal(),
    )  # fmt: skip
    text = _seen(meeting, LOOKS[1])
    line = next(line for line in text.splitlines() if "Function [b]3" in line)
    assert "1→0" in line
    assert "0→2" in line


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("options", "groups", "compare"), [(100, 6, True), (2, 30, False), (9, 1, False), (12, 3, False)]
)
def test_every_questionnaire_can_be_shown(look: Look, options: int, groups: int, compare: bool) -> None:
    """A hundred options, thirty functions, long texts, signs of markup: nothing is lost, nothing crashes."""
    voting = _questionnaire(options=options, groups=groups, compare=compare)
    question = voting.question
    text = _seen(voting, look)
    for option in voting.questionnaire.options_of(question):
        assert "".join(option.text.in_("en").split()) in "".join(text.split())
    casts = [Cast(group, ("v1", f"v{options}")) for group in voting.participants]
    revealed = after(voting, *casts, Reveal(), ShowLadder(), NewRound(), *casts[:1], Reveal(), Park())
    for meeting in (voting, revealed, after(revealed, Agree("v2"))):
        for room in (False, True):
            _seen(meeting, look, room=room)
    if groups > 1 and look is LOOKS[1]:
        told = "".join(_seen(revealed, look).split())
        for group in voting.participants:
            assert "".join(voting.questionnaire.group_by_id[group].name.in_("en").split()) in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_is_there_in_both_languages(lang: Lang) -> None:
    """The screen is as Italian as it is English."""
    for phrase in (*PHRASES.values(), *HELP.values(), *CRIB):
        assert phrase.it.strip()
        assert phrase.en.strip()
        assert "'" not in getattr(phrase, lang)


def _questionnaire(options: int = 4, groups: int = 2, *, compare: bool = True) -> Meeting:
    names: list[dict[str, Any]] = [
        {"id": f"g{number}", "name": f"Function [b]{number}"} for number in range(1, groups + 1)
    ]
    more: dict[str, Any] = {"compare": ["g1", "g2"]} if compare else {}
    questionnaire: Questionnaire = wordy(options, groups=names, **more)
    return opened(
        questionnaire, seats={f"g{number}": Participants(count=2) for number in range(1, groups + 1)}
    )


def _seen(meeting: Meeting, look: Look, *, room: bool = False) -> str:
    """Draw everything there is to see of a meeting, whatever its height; no line is wider than its place."""
    shown = meeting.item.phase.value == "revealed"
    drawn = picture(meeting, spreads(meeting.questionnaire)) if shown else None
    seen = Seen(room=room, picture=drawn)
    parts: list[tuple[list[Block], int]] = [
        (views.page(meeting, look, seen), views.page_width(look)),
        (views.side(meeting, look, seen), views.SIDE - 4),
        (views.foot(meeting, look, seen), look.columns - 2),
    ]
    lines: list[str] = []
    for blocks, width in parts:
        for block in blocks:
            for content in block.draw(Canvas(width, look)):
                assert content.cell_length <= width, content.plain
                lines.append(content.plain)
    return "\n".join(lines)


def _words(number: int) -> str:
    return MINI.options_of(MINI.questions[0])[number - 1].text.in_("en")[:10]
