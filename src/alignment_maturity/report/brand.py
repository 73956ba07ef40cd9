"""A brand in a report: what it says, its own sections, where they stand, its fonts."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from alignment_maturity.report.drawing import number
from alignment_maturity.report.elements.brand import BrandView, LogoView
from alignment_maturity.report.elements.common import Heading
from alignment_maturity.report.elements.parts import Chapter
from alignment_maturity.report.own_text import parts_of
from alignment_maturity.report.sections import APPENDIX, SECTIONS

if TYPE_CHECKING:
    from alignment_maturity.language import Lang
    from alignment_maturity.model.brand import Brand, Logo, OwnSection
    from alignment_maturity.model.localised import Localised
    from alignment_maturity.report.elements import ReportView

_BEFORE = APPENDIX | {"method"}
"""What own sections stand before, where the brand does not say where they go."""

_FACES = {
    "regular": (400, "normal"), "semibold": (600, "normal"), "bold": (700, "normal"),
    "italic": (400, "italic"),
}  # fmt: skip


def chosen_sections(asked: tuple[str, ...], brand: Brand | None) -> tuple[str, ...]:
    """Return the sections of a report in their order, own ones by the names they have in a view.

    Args:
        asked: names of sections and ids of own ones; empty for the order of the brand, or the usual one.
    """
    if brand is None:
        return asked or tuple(SECTIONS)
    own = {section.id for section in brand.own_sections}
    return tuple(_own_name(name) if name in own else name for name in asked or section_order(brand))


def section_order(brand: Brand) -> tuple[str, ...]:
    """Return the sections of a report in the order a brand wants, with all of its own, by their ids."""
    chosen = brand.sections or tuple(SECTIONS)
    left = tuple(section.id for section in brand.own_sections if section.id not in chosen)
    place = next((at for at, name in enumerate(chosen) if name in _BEFORE), len(chosen))
    return (*chosen[:place], *left, *chosen[place:])


def branded(told: ReportView, brand: Brand, lang: Lang) -> ReportView:
    """Return a view as the one that a brand hands over, with its own sections, in `lang`."""
    view = brand_view(brand, lang)
    footer = " · ".join(words for words in (view.footer or told.footer, view.confidentiality) if words)
    chapters = (_chapter(section, lang) for section in brand.own_sections)
    own = {chapter.heading.id: chapter for chapter in chapters}
    return replace(told, author=brand.name, footer=footer, brand=view, own=own)


def font_faces(brand: Brand) -> str:
    """Return the rules of a style sheet that bring the brand's font along."""
    if brand.font is None:
        return ""
    rules = []
    for face, data in brand.font.faces.items():
        weight, style = _FACES[face]
        media = "font/otf" if data.startswith(b"OTTO") else "font/ttf"
        rules.append(
            f"@font-face {{ font-family: '{brand.font.family}'; font-weight: {weight}; font-style: {style};"
            f" src: url({_uri(data, media)}); }}\n"
        )
    return "".join(rules)


def _own_name(section: str) -> str:
    """Return what an own section is called among the parts of a view, and its anchor."""
    return f"own-{section}"


def _chapter(section: OwnSection, lang: Lang) -> Chapter:
    title = section.title.on_one_line(lang)
    heading = Heading(_own_name(section.id), section.label.on_one_line(lang) or title, title)
    return Chapter(heading, parts_of(section.text.in_(lang)))


def brand_view(brand: Brand, lang: Lang) -> BrandView:
    """Return what of a brand stands on every page, in `lang`."""
    return BrandView(
        name=brand.name,
        logo=_logo(brand.logo, lang) if brand.logo else None,
        cover=_lines(brand.cover, lang),
        contact=_lines(brand.contact, lang),
        footer=brand.footer.on_one_line(lang),
        confidentiality=brand.confidentiality.on_one_line(lang),
    )


def _logo(logo: Logo, lang: Lang) -> LogoView:
    alt = logo.alt.on_one_line(lang)
    return LogoView(_uri(logo.data, logo.media), alt, number(logo.width), number(logo.height))


def _lines(lines: Iterable[Localised], lang: Lang) -> tuple[str, ...]:
    return tuple(line.on_one_line(lang) for line in lines)


def _uri(data: bytes, media: str) -> str:
    return f"data:{media};base64,{base64.b64encode(data).decode()}"
