"""What a brand adds to a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogoView:
    """A logo.

    Attributes:
        uri: the picture itself, as a `data:` URI.
        alt: what it shows.
        width, height: on paper, in mm, as style sheets write numbers.
    """

    uri: str
    alt: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class BrandView:
    """Whoever hands the report over.

    Attributes:
        logo: None where there is none.
        cover: lines about this report, on its front page.
        contact: lines that say where to reach them.
        footer: the line at the foot of every page, empty for the usual one.
        confidentiality: who may read the report, empty where nothing is said.
    """

    name: str
    logo: LogoView | None
    cover: tuple[str, ...]
    contact: tuple[str, ...]
    footer: str
    confidentiality: str
