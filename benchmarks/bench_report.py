"""What the report costs, as ratios to WeasyPrint alone on the same page: make bench.

The floor prints the same HTML with the same parsed style sheet and fonts, the collector off as in ours, and
nothing around it. What is compared runs in turn, so that the drift of a busy machine hits both sides alike.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pairs import Ratio, report, seconds

from alignment_maturity.assessment import assess
from alignment_maturity.encoding import Encoding
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.store.answer_sets import read_answer_set
from alignment_maturity.store.builtin import examples

if TYPE_CHECKING:
    from alignment_maturity.result import Assessment

COMPANY = examples()["idrovalle-componenti"]
CONTRACT = Path(__file__).parents[1] / "tests" / "examples" / "contract"
SMALL = [CONTRACT / f"{name}.yaml" for name in ("one", "seven", "room")]
"""Reports of about a dozen pages, half the time of the company's."""

START = dt.date(2026, 11, 23)
WARM_PAIRS, COLD_PAIRS, HTML_PROCESSES, HTML_RUNS = 10, 8, 7, 30
SETTLED, REPORTS = 20, 200
OWN_SHARE, CARRIED, COLD, HTML_MS = 1.08, 1.02, 1.15, 60
OURS = str(Path(sys.executable).with_name("alignment-maturity"))
IMPORT = [sys.executable, "-c", "import weasyprint"]

R = TypeVar("R")


class Html(NamedTuple):
    """Seconds an HTML report takes in a process: importing what makes it, the first, the later ones."""

    imports: float
    first: float
    warm: float


def main() -> None:
    """Print every figure with what was agreed."""
    result = assessed(COMPANY)
    ours, bare, pages = printers(result)
    warm = compare_calls(bare, ours, WARM_PAIRS)
    report("report, warm / WeasyPrint alone", warm, OWN_SHARE)
    print(
        f"{f'pages a second, warm, {pages} pages':38} floor {pages / warm.floor:6.1f}"
        f"      ours {pages / warm.ours:6.1f}"
    )
    report("report with its data / without", compare_calls(*carriers(), WARM_PAIRS), CARRIED)
    report("report, cold / import + warm page", compare_cold(bare), COLD)
    tell_html()
    tell_memory()


def assessed(answers: Path) -> Assessment:
    """Assess an answer file as the program does."""
    read = read_answer_set([str(answers)], None)
    loaded, files = read[0].loaded, [answers.file for answers in read]
    return assess(Encoding(loaded.questionnaire), loaded.sha256, files, planning=PlanRequest(START))


def printers(result: Assessment) -> tuple[Callable[[], object], Callable[[], object], int]:
    """Return what prints a report, what prints its page with WeasyPrint alone, and the number of pages."""
    from alignment_maturity.report.html import fill_template, style_sheet
    from alignment_maturity.report.pdf import render_pdf
    from alignment_maturity.report.view import view

    printed = render_pdf(result, "it")
    assert not printed.foreign  # our own fonts are all it takes, so that the page is laid out once
    bare = bare_printer(fill_template(view(result, "it")), style_sheet())
    assert bare() == printed.pages
    return (lambda: render_pdf(result, "it")), bare, printed.pages


def carriers() -> tuple[Callable[[], object], Callable[[], object]]:
    """Return what prints a report alone, and what prints it with all that it was made of."""
    from alignment_maturity.report.pdf import print_report, render_pdf
    from alignment_maturity.report.record import gather
    from alignment_maturity.report.view import ReportOptions
    from alignment_maturity.waves import Terms, assess_wave

    terms, options = Terms(PlanRequest(START)), ReportOptions(program_version="1")
    waves = [assess_wave(read_answer_set([str(COMPANY)], None), terms)]
    once = gather(waves, "it", options, terms)
    return (
        lambda: render_pdf(once.result, "it", once.options),
        lambda: print_report(gather(waves, "it", options, terms)),
    )


def bare_printer(html: str, style: str) -> Callable[[], int]:
    """Return what prints a page with WeasyPrint alone and says how many pages it takes."""
    import weasyprint

    from alignment_maturity.printing.pdf import VARIANT, _fonts, _parsed

    fonts, sheets = _fonts(own_fonts=True), [_parsed(style, own_fonts=True)]

    def bare() -> int:
        source = weasyprint.HTML(string=html)
        document = source.render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT)
        document.write_pdf(pdf_variant=VARIANT)
        return len(document.pages)

    return bare


def compare_calls(floor: Callable[[], object], ours: Callable[[], object], pairs: int) -> Ratio:
    """Call the two in turn, each first every other time."""
    floor(), ours()
    both = []
    for number in range(pairs):
        if number % 2:
            own = elapsed(ours)
            both.append((elapsed(floor), own))
        else:
            both.append((elapsed(floor), elapsed(ours)))
    return medians(both)


def compare_cold(bare: Callable[[], object]) -> Ratio:
    """Compare the `report` command with a process that imports WeasyPrint, and a warm page."""
    with tempfile.TemporaryDirectory() as folder:
        command = [OURS, "report", str(COMPANY), "-o", str(Path(folder) / "report.pdf")]
        command += ["--force", "--quiet", "--lang", "it", "--start", START.isoformat()]
        seconds(IMPORT), seconds(command)
        return medians([(seconds(IMPORT) + elapsed(bare), seconds(command)) for _ in range(COLD_PAIRS)])


def medians(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Return the medians of floor and ours, in seconds, and of their ratios pair by pair."""
    floors, ours = zip(*pairs, strict=True)
    ratio = statistics.median(own / floor for floor, own in pairs)
    return Ratio(statistics.median(floors), statistics.median(ours), ratio)


def elapsed(work: Callable[[], object]) -> float:
    """Return the seconds something takes without the collector, after all garbage is gone."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def tell_html() -> None:
    """Print what an HTML report takes, each figure the median of several processes."""
    found = [in_new_process(html_times) for _ in range(HTML_PROCESSES)]
    imports, first, warm = (1000 * statistics.median(column) for column in zip(*found, strict=True))
    cold = 1000 * statistics.median(times.imports + times.first for times in found)
    print(
        f"HTML alone   warm {warm:5.1f} ms   first in a process {cold:5.1f} ms"
        f" (imports {imports:.1f}, page {first:.1f})   (each at most {HTML_MS} ms)"
    )


def html_times() -> Html:
    """Time the HTML reports of this process, which must not have made one."""
    result = assessed(COMPANY)
    assert "jinja2" not in sys.modules
    start = time.perf_counter()
    from alignment_maturity.report.html import render_html

    imported = time.perf_counter()
    render_html(result, "it")
    first = time.perf_counter()
    warm = statistics.median(elapsed(lambda: render_html(result, "it")) for _ in range(HTML_RUNS))
    return Html(imported - start, first - imported, warm)


def tell_memory() -> None:
    """Print how the memory of a process grows over many reports."""
    settled, last = in_new_process(resident_sizes)
    each = 1000 * (last - settled) / (REPORTS - SETTLED)
    print(
        f"memory       after {SETTLED} reports {settled:5.1f} MB   after {REPORTS} {last:5.1f} MB"
        f"   difference {last - settled:+.1f} MB, {each:+.0f} kB a report"
    )


def resident_sizes() -> tuple[float, float]:
    """Return the megabytes this process holds after some reports and after many.

    The collector works as Python sets it up: only callers of the library make many reports in a process.
    """
    from alignment_maturity.report.pdf import render_pdf

    settled = 0.0
    for number, result in enumerate(different_companies(), start=1):
        render_pdf(result, "it" if number % 2 else "en")
        if number == SETTLED:
            settled = resident()
    return settled, resident()


def different_companies() -> Iterator[Assessment]:
    """Go through as many results as reports are made; no two are of the same company."""
    results = [assessed(path) for path in SMALL]
    for number in range(REPORTS):
        yield replace(results[number % len(results)], organisation=f"Officine {number} SpA")


def resident() -> float:
    """Return the memory this process holds, in MB."""
    said = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(os.getpid())], capture_output=True, text=True, check=True
    )
    return int(said.stdout) / 1024


def in_new_process(work: Callable[[], R]) -> R:
    """Call something in a process of its own, which has imported nothing but this file."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work).result()


if __name__ == "__main__":
    main()
