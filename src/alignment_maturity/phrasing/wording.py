"""Names, numbers and lists as sentences need them, in Italian and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment_maturity.kernel import TOLERANCE
from alignment_maturity.language import LANGUAGES, Lang, Phrase, decimal, listing, percent
from alignment_maturity.model.questionnaire import JOINT, Questionnaire
from alignment_maturity.result import Assessment

MOST_NAMED = 3
"""How many questions a sentence names before it counts the rest."""

SMALLEST = 0.005
"""A difference that is not written."""

PHRASES: dict[str, Phrase] = {
    "effort": Phrase(it="{n} giorni-persona", en="{n} person-days"),
    "effort-one": Phrase(it="1 giorno-persona", en="1 person-day"),
    "group-ungrouped": Phrase(it="Senza funzione", en="No function"),
    "group-joint": Phrase(it="Insieme", en="Jointly"),
    "quoted": Phrase(it="«{text}»", en="“{text}”"),
    "others": Phrase(it="altre {n}", en="{n} others"),
    "others-one": Phrase(it="un’altra", en="one other"),
    "levels": Phrase(it="{n}\N{NO-BREAK SPACE}livelli", en="{n}\N{NO-BREAK SPACE}levels"),
    "levels-one": Phrase(it="un livello", en="one level"),
}


def question_name(result: Assessment, question: str, lang: Lang) -> str:
    """Return the short name of a question."""
    return result.questionnaire.question_by_id[question].name.in_(lang)


def group_name(result: Assessment, group: str, lang: Lang) -> str:
    """Return the name of a group, of those who gave none, or of an action's joint owner."""
    return _group(result.questionnaire, group, lang)


def owner_name(questionnaire: Questionnaire, owner: str, lang: Lang) -> str:
    """Return who carries an action out; a joint one is the two compared groups together."""
    if owner == JOINT and questionnaire.compare:
        return listing([_group(questionnaire, group, lang) for group in questionnaire.compare], lang)
    return _group(questionnaire, owner, lang)


def lower_and_higher(result: Assessment, gap: float, lang: Lang) -> dict[str, str]:
    """Name the compared group that sees something `lower` and the one that sees it `higher`.

    Raises ValueError where the result compares no functions.
    """
    if result.compared is None:
        raise ValueError("no functions are compared")
    higher, lower = result.compared if gap >= 0 else result.compared[::-1]
    return {"lower": group_name(result, lower, lang), "higher": group_name(result, higher, lang)}


def cut(name: str, most: int) -> str:
    """Cut a name that has more than so many characters, and let it end in an ellipsis."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def quoted(text: str, lang: Lang) -> str:
    """Put a name between the quotation marks of the language."""
    return _say("quoted", lang, text=text)


def first_few(names: Sequence[str], lang: Lang) -> str:
    """Name the first few and count the rest: `a, b and 3 others`."""
    if len(names) <= MOST_NAMED + 1:
        return listing(tuple(names), lang)
    rest = len(names) - MOST_NAMED
    return listing((*names[:MOST_NAMED], counted(PHRASES, "others", rest, lang)), lang)


def effort(days: float, lang: Lang) -> str:
    """Write an effort: `1 person-day`, `2.5 person-days`."""
    return _say("effort-one" if days == 1 else "effort", lang, n=short(days, lang))


def short(number: float, lang: Lang) -> str:
    """Write a number without needless decimals, to two at most: `6`, `2.5`, `0.25`, `2,000`."""
    digits = next((digits for digits in (0, 1) if abs(round(number, digits) - number) < SMALLEST), 2)
    units, mark, fraction = decimal(number, digits, lang).partition("," if lang == "it" else ".")
    return f"{whole(int(units), lang)}{mark}{fraction}" if units.isdecimal() else units


def levels(size: float, lang: Lang) -> str:
    """Write a distance in levels: `1.5 levels`, `2 levels`, `one level`."""
    rounded = round(size, 1)
    if rounded == 1:
        return _say("levels-one", lang)
    return _say("levels", lang, n=decimal(size, 0 if rounded.is_integer() else 1, lang))


def most(share: float, lang: Lang) -> str:
    """Write a share as a whole percentage that is 0% or 100% only where it is so exactly."""
    if 0 < share < 0.01:
        return "<1%"
    return ">99%" if 0.99 < share < 1 else percent(share, lang)


def apart(share: float, limit: float, lang: Lang) -> tuple[str, str]:
    """Write a share and the limit it is held against with digits enough to tell them apart."""
    figure, bound = _apart(100 * share, 100 * limit, lang)
    return f"{figure}%", f"{bound}%"


def points_apart(index: float | None, limit: float, lang: Lang) -> tuple[str, str]:
    """Write an index and the limit it is held against with digits enough to tell them apart."""
    return ("–", decimal(limit, 0, lang)) if index is None else _apart(index, limit, lang)


def whole(number: int, lang: Lang) -> str:
    """Write a count with its thousands marked."""
    return f"{number:,}".replace(",", "." if lang == LANGUAGES[0] else ",")


def fill(phrase: Phrase, lang: Lang, **values: object) -> str:
    """Fill a phrase whose percentages may ask for words: an article (`{share:nel}`), or `{share:full}`."""
    percentages = {
        name: _Articled(text) for name, text in values.items() if isinstance(text, str) and text.endswith("%")
    }
    return phrase.fill(lang, **values | percentages)


def counted(phrases: Mapping[str, Phrase], key: str, n: int, lang: Lang, **values: object) -> str:
    """Fill the phrase for one (`key-one`, where there is one) or for several; `{n}` is the number."""
    values = {"n": whole(n, lang), **values}
    return fill(phrases[f"{key}-one" if n == 1 and f"{key}-one" in phrases else key], lang, **values)


def _apart(figure: float, limit: float, lang: Lang) -> tuple[str, str]:
    """Write both with as few digits as show the limit as it is and the two as different, at most three."""
    enough = next(
        digits for digits in range(4) if digits == 3 or abs(round(limit, digits) - limit) < TOLERANCE
    )
    for digits in range(enough, 4):
        written = decimal(figure, digits, lang), decimal(limit, digits, lang)
        if written[0] != written[1]:
            return written
    return decimal(figure, enough, lang), decimal(limit, enough, lang)


@dataclass(frozen=True, slots=True)
class _Articled:
    """A percentage in prose: `{share:nel}` is `nel 70%` or `nell’80%`, `{share:full}` `less than 1%`."""

    text: str

    def __format__(self, spec: str) -> str:
        if not spec:
            return self.text
        if spec == "full":
            return _BOUNDS.get(self.text[0], "") + self.text.lstrip("<>")
        if self.text[0] in "<>":
            return {"<": "in meno ", ">": "in più "}[self.text[0]] + format(_Articled(self.text[1:]), "del")
        number = self.text.rstrip("%").split(",")[0]
        elided = number in {"1", "11"} or number.startswith("8")
        return _ARTICLES[spec][1 if elided else 2 if number == "0" else 0] + self.text


_BOUNDS = {"<": "less than ", ">": "more than "}
_ARTICLES = {
    "il": ("il ", "l’", "lo "),
    "del": ("del ", "dell’", "dello "),
    "nel": ("nel ", "nell’", "nello "),
}
"""The article with a consonant, with a vowel, and with zero."""


def _group(questionnaire: Questionnaire, group: str, lang: Lang) -> str:
    known = questionnaire.group_by_id.get(group)
    return known.name.in_(lang) if known else _say(f"group-{group}", lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return fill(PHRASES[key], lang, **values)
