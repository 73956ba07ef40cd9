"""An interview on a screen that only the tests see."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, cast

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from alignment_maturity.errors import Problem, WorkFailed
from alignment_maturity.interview.details import Details, new_file
from alignment_maturity.interview.ending import Afterwards
from alignment_maturity.interview.session import Choose, Session, advance, begin
from alignment_maturity.language import Lang
from alignment_maturity.model.answers import AnswerFile
from alignment_maturity.model.questionnaire import Questionnaire
from alignment_maturity.planning.request import PlanRequest
from alignment_maturity.screens.interview import InterviewApp, Table
from alignment_maturity.store.questionnaires import Loaded, find_questionnaire, read_questionnaire
from alignment_maturity.waves import Terms, assess_read
from interview.scripted import DAY, MINI, TWO_LANGUAGES

__all__ = ["DAY", "MINI", "TWO_LANGUAGES"]

EXAMPLES = Path(__file__).parents[1] / "examples" / "contract"
WHO = Details("Rossi Srl", "2026-H2", "sales", "Ada")
SMALL, LARGE = (80, 24), (160, 50)


def now() -> dt.datetime:
    return dt.datetime(2026, 11, 21, 14, 32, tzinfo=dt.UTC)


def loaded(name: str) -> Loaded:
    """Read a questionnaire of ours, or the one of the contract."""
    if name == "mini":
        return read_questionnaire(EXAMPLES / "mini.yaml")
    return find_questionnaire(name, EXAMPLES)


class Theatre:
    """Everything an interview needs; what is saved stays in `versions`."""

    def __init__(self, asked: Questionnaire | Loaded = MINI) -> None:
        self.loaded = asked if isinstance(asked, Loaded) else None
        self.questionnaire = asked.questionnaire if isinstance(asked, Loaded) else asked
        self.versions: list[AnswerFile] = []
        self.failure: WorkFailed | None = None
        self.report_failure: WorkFailed | None = None
        self.reports_asked: list[Lang] = []
        self.left_out: tuple[Problem, ...] = ()
        self.may_write = threading.Event()  # a report waits until it is set
        self.may_write.set()

    def save(self, file: AnswerFile) -> None:
        if self.failure is not None:
            raise self.failure
        self.versions.append(file)

    def write_report(self, _file: AnswerFile, lang: Lang) -> Path:
        self.reports_asked.append(lang)
        self.may_write.wait()
        if self.report_failure is not None:
            raise self.report_failure
        return Path("answers.pdf")

    def new_file(self, details: Details) -> AnswerFile:
        return new_file(self.questionnaire, details, DAY)

    def session(self, *values: str, who: Details = WHO) -> Session:
        """Begin, and answer the first questions."""
        session = begin(self.questionnaire, self.new_file(who))
        for value in values:
            session = advance(session, Choose(value))
        return session

    def app(
        self,
        session: Session | None = None,
        lang: Lang = "en",
        *,
        light: bool = False,
        given: Details | None = None,
    ) -> InterviewApp:
        """Put it on the stage; without a session the details that are not given are asked."""

        def score(file: AnswerFile) -> Any:
            if self.loaded is None:
                raise WorkFailed("out-of-memory")
            return assess_read([file], self.loaded, Terms(PlanRequest(DAY))).result

        table = Table(
            self.questionnaire,
            place="answers.yaml",
            given=given or Details(),
            new_file=self.new_file,
            save=self.save,
            afterwards=lambda: Afterwards(score, self.write_report),
            saved=None if session is None else session.file,
            left_out=self.left_out,
        )
        app = InterviewApp(table, session, lang, light=light, now=now)
        app.animation_level = "none"
        return app


def play(
    app: InterviewApp, act: Callable[[Pilot[None]], Awaitable[None]], size: tuple[int, int] = SMALL
) -> InterviewApp:
    """Run an app of a size while somebody does things to it."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await act(pilot)

    asyncio.run(run())
    return app


async def typed(pilot: Pilot[None], *keys: str) -> None:
    """Type keys as fast as they are dealt with, and wait for what they lead to."""
    app = cast("InterviewApp", pilot.app)
    for key in keys:
        name = "space" if key == " " else _character_to_key(key) if len(key) == 1 else key
        app.post_message(Key(name, key if len(key) == 1 else None))
    end = asyncio.get_running_loop().time() + 30
    await pilot.pause(0)  # until the app has seen them all: on a busy machine that takes its time
    while app._key_at_work is not None and not app._exit:
        assert asyncio.get_running_loop().time() < end
        await asyncio.sleep(0.001)
    await pilot.pause()
    await pilot.pause()  # what is scrolled after it was drawn


def press(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys and nothing else."""

    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, *keys)

    return act


def seen(app: InterviewApp) -> str:
    """Read the screen."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    assert len(strips) == height
    assert all(strip.cell_length == width for strip in strips)
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[None], holds: Callable[[], bool], patience: float = 30) -> None:
    """Wait for what a thread does."""
    end = asyncio.get_running_loop().time() + patience
    while not holds():
        assert asyncio.get_running_loop().time() < end, "it never happened"
        await pilot.pause(0.02)


def wordy(count: int, **more: Any) -> Questionnaire:
    """Return a questionnaire with one question of so many options, long texts and signs of markup in them."""
    long = "A rather long description [bold]of[/] what can be seen [/] today " * 4
    document = {
        "format": 1,
        "id": "wordy",
        "version": "1",
        "languages": ["en"],
        "title": "Wordy [red]",
        "scale": [{"level": level, "id": f"l{level}", "name": f"Level [i]{level}"} for level in range(1, 10)],
        "placement": {"method": "staged", "threshold": 0.5},
        "groups": [{"id": f"g{number}", "name": f"Function [b]{number}"} for number in range(1, 31)],
        "dimensions": [{"id": "d", "name": "Dimension [u]"}],
        "questions": [
            {
                "id": "q",
                "dimension": "d",
                "name": "Name [bold]",
                "text": f"{long}?",
                "help": long,
                "kind": "statement",
                "level": 2,
                "options": [
                    {"value": f"v{number}", "credit": number / count, "text": f"{number} {long}"}
                    for number in range(1, count + 1)
                ],
            }
        ],
        **more,
    }
    return Questionnaire.model_validate(document)
