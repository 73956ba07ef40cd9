"""What changed between the assessments of one organisation, wave after wave: pure, from results alone."""

from alignment_maturity.progress.changes import (
    ActionsProgress,
    Caution,
    Change,
    DimensionChange,
    Disagreement,
    DoneAction,
    GateChange,
    LikeForLike,
    Point,
    Progress,
    QuestionChange,
)
from alignment_maturity.progress.comparison import progress
from alignment_maturity.progress.differences import Differences, Facet, QuestionDifference

__all__ = [
    "ActionsProgress",
    "Caution",
    "Change",
    "Differences",
    "DimensionChange",
    "Disagreement",
    "DoneAction",
    "Facet",
    "GateChange",
    "LikeForLike",
    "Point",
    "Progress",
    "QuestionChange",
    "QuestionDifference",
    "progress",
]
