"""The questionnaire: scale, groups, questions, transitions and actions, as one self-contained file.

The shapes and ranges of single values are checked here; what must hold between them, in
`questionnaire_checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from alignment_maturity.model.localised import Localised
from alignment_maturity.model.scalars import (
    Count,
    Flag,
    Identifier,
    Language,
    Level,
    LevelKey,
    Name,
    Number,
    Share,
    Value,
    Weight,
    read_whole,
    shown,
    within,
    wrong,
)

JOINT = "joint"
NOT_APPLICABLE = "n/a"
UNKNOWN = "unknown"
UNGROUPED = "ungrouped"

WORKSHEETS = ("sla", "persona", "journey", "lead-definition", "meeting", "data-exchange")
"""The working documents that an action can point to, in the order in which they are offered."""

MOST_LANGUAGES = 20
MOST_OPTIONS = 100


class Strict(BaseModel):
    """A frozen record whose unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_format(value: object) -> int:
    """Accept the one format number this program reads."""
    if read_whole(value) != 1:
        raise wrong("unsupported-format", found=shown(value))
    return 1


Format = Annotated[Literal[1], BeforeValidator(read_format)]


class ScaleLevel(Strict):
    """One level of the scale; `risks` are those of staying on it, `benefits` what reaching it gives."""

    level: Level
    id: Identifier
    name: Localised
    description: Localised = Localised()
    symptoms: tuple[Localised, ...] = ()
    risks: tuple[Localised, ...] = ()
    benefits: tuple[Localised, ...] = ()


class Staged(Strict):
    """Placement by levels attained one after the other."""

    method: Literal["staged"] = "staged"
    threshold: Annotated[
        Annotated[Share, Tag("number")] | Annotated[dict[LevelKey, Share], Tag("by-level")],
        Discriminator(lambda value: "by-level" if isinstance(value, dict) else "number"),
    ]


class Bands(Strict):
    """Placement by cutoffs of the index."""

    method: Literal["bands"]
    cutoffs: tuple[Annotated[Number, within(0, 100)], ...]


def _method(value: object) -> str:
    found = value.get("method", "staged") if isinstance(value, dict) else getattr(value, "method", "staged")
    return str(found)


class Group(Strict):
    """A function whose people answer."""

    id: Identifier
    name: Localised
    weight: Weight = 1.0


class Dimension(Strict):
    """A group of questions that belong together."""

    id: Identifier
    name: Localised
    description: Localised = Localised()
    weight: Weight = 1.0


class RubricOption(Strict):
    """One level of a question, described."""

    level: Level
    text: Localised
    written_value: Value | None = Field(default=None, alias="value")

    @property
    def value(self) -> str:
        """What an answer file holds for this option."""
        return str(self.level) if self.written_value is None else self.written_value


class CreditOption(Strict):
    """One degree to which a practice is in place; `credit` lies between 0 and 1."""

    value: Value
    credit: Share
    text: Localised


CreditOptions = Annotated[tuple[CreditOption, ...], Field(min_length=2, max_length=MOST_OPTIONS)]


class _Question(Strict):
    id: Identifier
    dimension: Identifier
    name: Localised
    text: Localised
    help: Localised = Localised()
    probe: Localised = Localised()
    weight: Weight = 1.0
    gate: tuple[Level, ...] = ()
    allow_na: Flag = True


class Rubric(_Question):
    """A question whose options each describe one level of the scale."""

    kind: Literal["rubric"] = "rubric"
    options: Annotated[tuple[RubricOption, ...], Field(min_length=2, max_length=MOST_OPTIONS)]


class Statement(_Question):
    """The degree to which one practice of one level is in place."""

    kind: Literal["statement"]
    level: Level
    options: Annotated[
        Annotated[Identifier, Tag("set")] | Annotated[CreditOptions, Tag("list")],
        Discriminator(lambda value: "set" if isinstance(value, str) else "list"),
    ]


def _kind(value: object) -> str:
    found = value.get("kind", "rubric") if isinstance(value, dict) else getattr(value, "kind", "rubric")
    return str(found)


Question = Rubric | Statement
Option = RubricOption | CreditOption


class Transition(Strict):
    """One step of the scale and the one thing to act on."""

    from_level: Level = Field(alias="from")
    to: Level
    priority: Localised
    why: Localised = Localised()
    actions: tuple[Identifier, ...] = ()


class Lift(Strict):
    """What an action raises: a rubric to a level, a statement (no `to`) to full credit."""

    question: Identifier
    to: Level | None = None


class Action(Strict):
    """Something an organisation can do; `effort` in person-days, `weeks` elapsed.

    `worksheets` are names of `WORKSHEETS`, the working documents that help to do it.
    """

    id: Identifier
    title: Localised
    why: Localised = Localised()
    steps: tuple[Localised, ...] = ()
    done_when: Localised = Localised()
    kpi: Localised = Localised()
    owner: Identifier
    effort: Weight
    weeks: Annotated[Number, within(0.01, 520)]
    # That there is one is a cross check, which says what for.
    lifts: Annotated[tuple[Lift, ...], Field(json_schema_extra={"minItems": 1})]
    requires: tuple[Identifier, ...] = ()
    worksheets: tuple[Identifier, ...] = ()


class Privacy(Strict):
    """The smallest group whose figures are shown apart."""

    min_group: Annotated[Count, within(1, 100_000)] = 3


class Questionnaire(Strict):
    """A whole questionnaire, whose cross checks have passed."""

    format: Format
    id: Identifier
    version: Name
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=MOST_LANGUAGES)]
    title: Localised
    description: Localised = Localised()
    minutes: Annotated[Number, within(0, 10_000)] | None = None
    scale: Annotated[tuple[ScaleLevel, ...], Field(min_length=2, max_length=9)]
    placement: Annotated[
        Annotated[Staged, Tag("staged")] | Annotated[Bands, Tag("bands")], Discriminator(_method)
    ]
    groups: tuple[Group, ...] = ()
    compare: tuple[Identifier, ...] = Field(default=(), max_length=2)
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    option_sets: Mapping[Identifier, CreditOptions] = Field(default_factory=dict)
    questions: Annotated[
        tuple[
            Annotated[
                Annotated[Rubric, Tag("rubric")] | Annotated[Statement, Tag("statement")],
                Discriminator(_kind),
            ],
            ...,
        ],
        Field(min_length=1),
    ]
    transitions: tuple[Transition, ...] = ()
    actions: tuple[Action, ...] = ()
    privacy: Privacy = Privacy()

    def as_document(self) -> dict[str, Any]:
        """Return the questionnaire as plain data, as its file holds it."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    @property
    def top(self) -> int:
        """The highest level of the scale, K."""
        return len(self.scale)

    @property
    def upper_levels(self) -> range:
        """The levels that have to be attained, 2..K."""
        return range(2, self.top + 1)

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Every question by its id, in the order of the questionnaire."""
        return {question.id: question for question in self.questions}

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, Option]]:
        return {
            question.id: {option.value: option for option in self.options_of(question)}
            for question in self.questions
        }

    def values_of(self, question: str) -> Mapping[str, Option]:
        """Return the options of a question by their values, in order."""
        return self._values[question]

    @cached_property
    def action_by_id(self) -> Mapping[str, Action]:
        """Every action by its id, in the order of the questionnaire."""
        return {action.id: action for action in self.actions}

    @cached_property
    def dimension_by_id(self) -> Mapping[str, Dimension]:
        """Every dimension by its id, in the order of the questionnaire."""
        return {dimension.id: dimension for dimension in self.dimensions}

    @cached_property
    def group_by_id(self) -> Mapping[str, Group]:
        """Every group by its id, in the order of the questionnaire."""
        return {group.id: group for group in self.groups}

    def options_of(self, question: Question) -> tuple[Option, ...]:
        """Return the options of a question, an option set resolved."""
        if isinstance(question.options, str):
            return self.option_sets[question.options]
        return question.options

    def questions_of(self, dimension: str) -> Iterator[Question]:
        """Go through the questions of one dimension, in order."""
        return (question for question in self.questions if question.dimension == dimension)

    def on_scale(self, share: float) -> float:
        """Put a share between 0 and 1 on the scale of levels, 1 to K."""
        return 1 + (self.top - 1) * share

    def level_of(self, option: Option) -> float:
        """Return the level of an option, 1 to K; of a degree, how much of the scale it fulfils."""
        return option.level if isinstance(option, RubricOption) else self.on_scale(option.credit)

    def level_named(self, level: int) -> ScaleLevel:
        """Return the description of a level, 1..K."""
        return self.scale[level - 1]

    def transition_from(self, level: int) -> Transition | None:
        """Return the step that leads up from a level; None at the top."""
        return next((step for step in self.transitions if step.from_level == level), None)

    def threshold_of(self, level: int) -> float | None:
        """Return the coverage a level asks for; None where placement goes by bands."""
        if isinstance(self.placement, Bands):
            return None
        threshold = self.placement.threshold
        return threshold[level] if isinstance(threshold, dict) else threshold
