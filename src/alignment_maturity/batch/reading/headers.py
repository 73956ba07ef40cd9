"""The names of a table's columns."""

from __future__ import annotations

from alignment_maturity.batch.reading.cells import ORGANISATION
from alignment_maturity.errors import InvalidInput
from alignment_maturity.model.findings import Suggestion, closest
from alignment_maturity.model.scalars import shown

_LISTED = 20


def tidy(name: str) -> str:
    """Return the name of a column without outer blanks, and with single ones inside."""
    return " ".join(name.split())


def check_header(name: str, header: tuple[str, ...]) -> None:
    """Raise InvalidInput where a table has no column `organisation`."""
    if ORGANISATION in header:
        return
    named = [column for column in header if column]
    known = ", ".join(shown(column) for column in named[:_LISTED]) + (", …" if len(named) > _LISTED else "")
    alike = closest(ORGANISATION, [column.lower() for column in named])
    meant = [column for column in named if column.lower() == alike]
    suggestion = Suggestion("".join(meant[:1]), meant)
    raise InvalidInput.of(
        "missing-column", name, column=ORGANISATION, known=known or "–", suggestion=suggestion
    )
