"""The options that several commands share."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Optional

import typer

from alignment_maturity.language import Lang

LangOption = Annotated[
    Optional[Lang],
    typer.Option("--lang", help="Language of prompts, results and messages.", show_default="the locale"),
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Print results and errors only.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", help="Say on stderr what is read and written.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
QuestionnaireOption = Annotated[
    Optional[str],
    typer.Option(
        "--questionnaire", "-q", metavar="ID|FILE",
        help="Questionnaire: a file, or an id (beside the answers, one of your own, or built in).",
    ),
]  # fmt: skip
FilesArgument = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Answer files of one organisation and wave; - reads stdin."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace existing files.")]
MinGroupOption = Annotated[
    Optional[int],
    typer.Option(
        "--min-group", min=1, metavar="N",
        help="Smallest group whose figures are shown separately; 1 shows all.",
        show_default="the questionnaire's",
    ),
]  # fmt: skip
TargetOption = Annotated[
    Optional[int],
    typer.Option(
        "--target", min=2, max=9, metavar="LEVEL", help="Level to aim at.", show_default="the next level"
    ),
]
StartOption = Annotated[
    Optional[datetime],
    typer.Option(
        "--start", formats=["%Y-%m-%d"], metavar="DATE", help="First day of the plan.", show_default="today"
    ),
]
ParallelOption = Annotated[
    int,
    typer.Option("--parallel", min=1, metavar="N", help="Actions that an owner works on at a time, at most."),
]
