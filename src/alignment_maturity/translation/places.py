"""Where a text stands in its questionnaire, in words."""

from __future__ import annotations

from alignment_maturity.language import Lang
from alignment_maturity.language.translation import word
from alignment_maturity.model.findings import Path
from alignment_maturity.model.questionnaire import CreditOption, Questionnaire, RubricOption


def place_of(questionnaire: Questionnaire, path: Path, lang: Lang) -> str:
    """Say where a text stands: `Question · Buyer personas · option, level 2`."""
    match path:
        case (str(key),):
            names = [word("questionnaire", lang), word(key, lang)]
        case ("scale", int(index), *rest):
            level = questionnaire.scale[index]
            names = [word("level", lang, level=level.level), level.name.in_(lang), _field(rest, lang)]
        case ("option_sets", str(name), int(index), _):
            option = questionnaire.option_sets[name][index]
            names = [word("option-set", lang), name, _option(option, lang)]
        case ("questions", int(index), *rest):
            question = questionnaire.questions[index]
            names = [word("question", lang), question.name.in_(lang)]
            if rest[0] == "options" and isinstance(rest[1], int):
                names.append(_option(questionnaire.options_of(question)[rest[1]], lang))
            else:
                names.append(_field(rest, lang))
        case ("transitions", int(index), *rest):
            step = questionnaire.transitions[index]
            steps = word("from-to", lang, start=step.from_level, end=step.to)
            names = [word("transition", lang), steps, _field(rest, lang)]
        case ("actions", int(index), *rest):
            names = [word("action", lang), questionnaire.actions[index].title.in_(lang), _field(rest, lang)]
        case ("dimensions", int(index), *rest):
            dimension = questionnaire.dimensions[index]
            names = [word("dimension", lang), dimension.name.in_(lang), _field(rest, lang)]
        case ("groups", int(index), *rest):
            names = [word("group", lang), questionnaire.groups[index].name.in_(lang), _field(rest, lang)]
        case _:  # pragma: no cover - the model has no other texts
            names = [str(element) for element in path]
    return " · ".join(" ".join(name.split()) for name in names)


def _field(rest: list[str | int], lang: Lang) -> str:
    """Name a field of an entry, and the number of a text in a list."""
    name = word(str(rest[0]), lang)
    return f"{name} {int(rest[1]) + 1}" if len(rest) > 1 else name


def _option(option: RubricOption | CreditOption, lang: Lang) -> str:
    if isinstance(option, RubricOption):
        return word("option-level", lang, level=option.level)
    return word("option-value", lang, value=option.value)
