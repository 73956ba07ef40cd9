"""Write pictures of the example companies' reports into docs/pictures/: make pictures.

Needs pdftoppm (on Debian the package poppler-utils).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from alignment_maturity.language import Lang
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.progress import progress
from alignment_maturity.report.pdf import render_pdf
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.result import Assessment
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.builtin import examples
from alignment_maturity.waves import Terms, assess_wave

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
COMPANIES: dict[str, Lang] = {
    "fonderie-castelrosso": "it",
    "idrovalle-componenti": "en",
    "ponteverde-software": "it",
}
"""Each report, with the wave of half a year later, in one of the languages."""

DOTS = 50
COLUMNS = 6
GAP = 10
COLOURS = 64
BETWEEN = "#8a949b"


def main() -> None:
    """Draw all pages of each company's report on one sheet."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for company, lang in COMPANIES.items():
        sheet(pages(report(company, lang))).save(PICTURES / f"{company}.{lang}.png", optimize=True)


def report(company: str, lang: Lang) -> bytes:
    """Return the report of a company's later wave, with its progress, as PDF."""
    compared = progress([assessed(company), assessed(f"{company}-2027")])
    return render_pdf(compared.after, lang, ReportOptions(), compared).data


def assessed(name: str) -> Assessment:
    """Assess an example, with a plan that starts on the day of its answers."""
    read = read_answer_set([str(examples()[name])])
    day = max(answers.file.date for answers in read if answers.file.date)
    return assess_wave(read, Terms(PlanRequest(day))).result


def pages(pdf: bytes) -> list[Image.Image]:
    """Return the pages of a PDF as pictures."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(DOTS), "-png", "-", str(Path(folder) / "page")]
        subprocess.run(command, input=pdf, check=True)  # noqa: S603 - our own command
        return [Image.open(path).convert("RGB") for path in sorted(Path(folder).iterdir())]


def sheet(drawn: list[Image.Image]) -> Image.Image:
    """Put pages side by side, in as many rows as it takes."""
    width, height = drawn[0].width + GAP, drawn[0].height + GAP
    rows = -(-len(drawn) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * width + GAP, rows * height + GAP), BETWEEN)
    for number, page in enumerate(drawn):
        row, column = divmod(number, COLUMNS)
        whole.paste(page, (GAP + column * width, GAP + row * height))
    return whole.quantize(COLOURS)


if __name__ == "__main__":
    main()
