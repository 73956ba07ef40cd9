"""The templates of the shipped folder, filled; somebody's own stand before them where there are any."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version as distribution_version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from platformdirs import user_cache_path

from alignment_maturity import __version__
from alignment_maturity.printing.palette import PALETTE, Palette
from alignment_maturity.store.builtin import data_folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from alignment_maturity.store.template_folders import TemplateFolder


def fill(name: str, *, own: TemplateFolder | None = None, style: str = "", **values: object) -> str:
    """Fill a template; without `style`, whoever prints it brings the style sheet.

    Raises:
        InvalidInput: where templates of `own` can't be used.
    """
    # The sheet was made here; everything else is escaped.
    sheet = Markup(style)  # noqa: S704 - see above
    return _filled(name, own, {**values, "style": sheet})


@lru_cache(maxsize=4)
def style_sheet(name: str, own: TemplateFolder | None = None, palette: Palette = PALETTE) -> str:
    """Return a style sheet with the colours and the font of the palette.

    Raises:
        InvalidInput: where templates of `own` can't be used.
    """
    # The family of a brand was checked when it was read: letters, digits, blanks and hyphens.
    font = Markup(palette.font)  # noqa: S704 - see above
    return _filled(name, own, {"palette": palette, "font": font})


def _filled(name: str, own: TemplateFolder | None, values: dict[str, object]) -> str:
    if own is None:
        return _environment().get_template(name).render(values)
    from alignment_maturity.printing import own_templates

    return own_templates.fill(own, name, values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # `select_autoescape` would leave names that end in .j2 unescaped.
    return Environment(
        loader=FileSystemLoader(data_folder("report_templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_KeptTemplates(str(_cache_folder())),
    )


class _KeptTemplates(FileSystemBytecodeCache):
    """Templates as compiled by an earlier run; where they can't be kept, it costs time and nothing else."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def _cache_folder() -> Path:
    """Return the user's folder for templates that this very program and Jinja have compiled."""
    version = f"{__version__}-jinja-{distribution_version('jinja2')}"
    return user_cache_path("alignment-maturity", appauthor=False) / "templates" / version
