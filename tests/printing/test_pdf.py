"""What prints is closed to the outside, and leaves its surroundings as they were."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from alignment_maturity.errors import WorkFailed
from alignment_maturity.printing import pdf
from alignment_maturity.printing.pdf import print_html


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/pixel.png",
        "file:///etc/hostname",
        "../pyproject.toml",
        "fonts/../../pyproject.toml",
        "ftp://example.org/x.png",
    ],
)
def test_nothing_outside_the_template_folder_is_fetched(url: str) -> None:
    """A template from elsewhere must neither read the disk nor call home."""
    with pytest.raises(WorkFailed) as failure:
        print_html(f'<html lang="en"><title>t</title><img alt="" src="{url}"></html>', "")
    assert failure.value.code == "outside-templates"


def test_a_link_out_of_the_template_folder_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg/>", encoding="utf-8")
    (templates / "inside.svg").write_text("<svg/>", encoding="utf-8")
    (templates / "link.svg").symlink_to(secret)
    monkeypatch.setattr(pdf, "_folder", lambda: templates)
    assert pdf._is_ours((templates / "inside.svg").as_uri())
    assert not pdf._is_ours((templates / "link.svg").as_uri())
    assert not pdf._is_ours(secret.as_uri())


def test_data_urls_are_allowed() -> None:
    """A logo travels inside the page."""
    pixel = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
    printed = print_html(f'<html lang="en"><title>t</title><img alt="logo" src="{pixel}"></html>', "")
    assert printed.pages == 1


def test_missing_libraries_are_told_without_noise() -> None:
    """WeasyPrint prints a banner to stdout, which would spoil `-o -` and `--json`."""
    program = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            print("-----\\nWeasyPrint could not import some external libraries")
            raise OSError("cannot load library 'libpango-1.0-0'\\nand more")
sys.meta_path.insert(0, Missing())
from alignment_maturity.errors import WorkFailed
from alignment_maturity.printing.pdf import print_html
try:
    print_html("<html></html>", "")
except WorkFailed as failure:
    print(failure.code, failure.values["reason"])
"""
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert told.stdout == "pdf-library-missing cannot load library 'libpango-1.0-0'\n"
    assert told.stderr == ""


def test_failures_have_their_sentences() -> None:
    from alignment_maturity.language import failures, say

    assert "libpango" in say(failures.PHRASES, "pdf-library-missing", "it", reason="libpango")
    assert "file:///x" in say(failures.PHRASES, "outside-templates", "en", url="file:///x")


def test_the_surroundings_are_left_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/somebody/fonts.conf")
    with pdf._fontconfig(own_fonts=True):
        assert os.environ["FONTCONFIG_FILE"] != "/somebody/fonts.conf"
    assert os.environ["FONTCONFIG_FILE"] == "/somebody/fonts.conf"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with pdf._fontconfig(own_fonts=False):
        pass
    assert "FONTCONFIG_FILE" not in os.environ
    assert gc.isenabled()
