"""What is published works: the wheel, installed in a clean environment, far from the checkout."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKAGE = "alignment_maturity"
DATA_FOLDERS = ("questionnaires", "report_templates")
PAGES = ("docs/method.md", "docs/metodo.md", "docs/templates.md")
BIN = "Scripts" if sys.platform == "win32" else "bin"

# The slowest part is installing everything from nothing, which waits for the network.
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the source archive, and that from the checkout."""
    return build(tmp_path_factory.mktemp("dist"))


@dataclass(frozen=True)
class Installation:
    """A clean environment with the wheel, and an empty folder to work in."""

    environment: Path
    folder: Path

    def run(self, *arguments: str | Path) -> str:
        """Run the installed command in the empty folder and give back what it printed."""
        done = subprocess.run(
            [self.environment / BIN / "alignment-maturity", *arguments],
            cwd=self.folder,
            env=self.variables(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def variables(self) -> dict[str, str]:
        """Give the environment variables of somebody who has nothing of this project but the program."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_"))}
        return kept | {"HOME": str(self.folder), "USERPROFILE": str(self.folder), "LANG": "C.UTF-8"}

    def example(self) -> Path:
        """Find an answer file of an example company, as installed."""
        return min(self.environment.rglob(f"{PACKAGE}/questionnaires/examples/**/*.yaml"))


@pytest.fixture(scope="module")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Install the wheel as users do who keep to the pinned packages."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", environment)
    pip = (environment / BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", CHECKOUT / "requirements" / "run.txt")
    run(*pip, "--no-deps", "--no-index", wheel)
    return Installation(environment, tmp_path_factory.mktemp("elsewhere"))


def test_source_archive_is_complete(wheel: Path, tmp_path: Path) -> None:
    """Who packages the program from the source archive gets, to the byte, what the checkout gives."""
    straight = build(tmp_path, "--wheel")
    assert straight.read_bytes() == wheel.read_bytes()


def test_wheel_holds_the_package_and_its_data(wheel: Path) -> None:
    """Nothing that the program reads stays behind in the checkout, and nothing else comes along."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith(f"{PACKAGE}/")}
    assert held == set(expected_files())
    for needed in (
        "questionnaires/quick.yaml",
        "questionnaires/examples/",
        ".schema.json",
        ".css",
        ".ttf",
        "py.typed",
    ):
        assert any(needed in name for name in held), needed


def test_no_code_among_the_data(wheel: Path) -> None:
    """Questionnaires and templates can be copied and changed without running anything."""
    with zipfile.ZipFile(wheel) as archive:
        code = [
            name for name in archive.namelist() if name.endswith(".py") and name.split("/")[1] in DATA_FOLDERS
        ]
    assert code == []


def test_version(installation: Installation) -> None:
    """The installed command starts."""
    assert installation.run("--version").startswith("alignment-maturity ")


def test_score(installation: Installation) -> None:
    """The bundled example is found and placed without the checkout."""
    assert '"level":' in installation.run("score", installation.example(), "--json")


@pytest.mark.parametrize(
    ("form", "start"), [("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR"), ("csv", b"\xef\xbb")]
)
def test_plan(installation: Installation, form: str, start: bytes) -> None:
    """The solver and the writers of workbooks and calendars come along."""
    plan = installation.folder / f"plan.{form}"
    installation.run("plan", installation.example(), "-o", plan)
    assert plan.read_bytes().startswith(start)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_report(installation: Installation, lang: str) -> None:
    """Templates and fonts are found without the checkout: a PDF comes out."""
    report = installation.folder / f"report-{lang}.pdf"
    installation.run("--lang", lang, "report", installation.example(), "-o", report)
    assert report.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_method(installation: Installation, lang: str) -> None:
    """The report sends its readers to this command."""
    page = CHECKOUT / "docs" / {"it": "metodo.md", "en": "method.md"}[lang]
    assert installation.run("method", "--lang", lang) == page.read_text(encoding="utf-8")


def build(folder: Path, *options: str) -> Path:
    """Build into `folder` with the pinned backend; without options a source archive and the wheel from it."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, *options, CHECKOUT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def expected_files() -> Iterator[str]:
    """List the files of the checkout that belong in the wheel, under the names they have there."""
    yield from (f"{PACKAGE}/{page}" for page in PAGES)
    folders = {PACKAGE: CHECKOUT / "src" / PACKAGE} | {
        f"{PACKAGE}/{name}": CHECKOUT / name for name in DATA_FOLDERS
    }
    for prefix, folder in folders.items():
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith("."):
                yield f"{prefix}/{path.relative_to(folder).as_posix()}"


def run(*command: str | Path) -> None:
    """Run a command, showing what it said where it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
