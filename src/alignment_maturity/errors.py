"""Problems found in what a user gave, the exceptions that carry them, and the exit codes.

A problem is data: a code, a place and the values of its sentence. The sentence itself, in Italian or
English, is made by `language.problems`, so that nothing below the command line chooses a language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self


class ExitCode(IntEnum):
    """What the process tells the shell."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INVALID = 3
    PARTIAL = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one input file.

    Attributes:
        code: kebab-case name of the kind of problem, a key of `language.problems.PHRASES`.
        source: the file as the user named it (`-` is standard input).
        line: 1-based; 0 when the problem is the file as a whole.
        column: 1-based, counted in characters; 0 when the problem is the file as a whole.
        values: what the sentence of `code` is filled with.
        excerpt: the source line the problem stands on, empty where there is none to show.
        warning: true where the file can be used all the same.
    """

    code: str
    source: str
    line: int = 0
    column: int = 0
    values: Mapping[str, object] = field(default_factory=dict)
    excerpt: str = ""
    warning: bool = False


class AlignmentError(Exception):
    """Anything that ends a command in an orderly way."""


class Coded(Exception):
    """Something that is told by the sentence of its code.

    Attributes:
        code: a key of phrases in `language`.
        values: what its sentence is filled with.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code)


class InvalidInput(AlignmentError):
    """An input file cannot be used (exit code 3).

    Attributes:
        problems: every problem found, errors and warnings, in the order of the file.
        more: how many further problems were found and not kept.
    """

    def __init__(self, problems: Sequence[Problem], more: int = 0) -> None:
        self.problems = tuple(problems)
        self.more = more
        super().__init__(f"{len(self.problems) + more} problems")

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with the arguments of this class; those of `Exception` are its text."""
        return type(self), (self.problems, self.more), self.__dict__

    @classmethod
    def of(cls, code: str, source: object, /, **values: object) -> Self:
        """Refuse a file as a whole, for one reason: a code and what its sentence is filled with."""
        return cls([Problem(code, str(source), values=values)])


class WorkFailed(Coded, AlignmentError):
    """The work could not be done though the input is sound (exit code 1); `language.failures` tells why."""


class WrongUsage(Coded, AlignmentError):
    """The command was called in a way that makes no sense (exit code 2); `language.failures` tells why."""
