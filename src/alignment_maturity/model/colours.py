"""Colours as `#rrggbb`: how well one reads on another, and shades of one hue.

Contrast is that of WCAG 2.2 (success criterion 1.4.3): `(L1 + 0.05) / (L2 + 0.05)`, L1 being the relative
luminance of the lighter colour. Shades keep their hue in OKLab (B. Ottosson, 2020), whose lightness and
chroma come close to what the eye tells apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

READABLE = 4.5
"""The contrast that text needs."""

DISTINCT = 1.2
"""The contrast between neighbouring shades of a ramp."""

PAPER, PANEL = "#ffffff", "#f3f6f7"
INK, ACCENT = "#16232c", "#0b5568"
TINTS = (
    "#e6f0f2", "#cfe3e7", "#b4d4da", "#97c3cc", "#7ab0bb", "#347685", "#226777", "#125869", "#06404f",
)  # fmt: skip
"""Our own, from low to high: one hue from light to dark, passing over the middle where no text reads well."""

BADGE = 2
"""Which tint text in ink lies on, whatever the ramp: the third of nine, the second of five."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

Channels = tuple[float, float, float]


class Ratio(float):
    """A contrast as it is told, cut after two decimals: what falls short of a limit never seems to reach it.

    In a phrase, `{ratio:,}` has a decimal comma.
    """

    def __format__(self, spec: str) -> str:
        return f"{math.floor(100 * self) / 100:.2f}".replace(".", spec or ".")


class Clash(NamedTuple):
    """A colour that does not read on a ground: the ground, the contrast, the nearest shade that would."""

    ground: str
    ratio: float
    nearest: str


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white)."""
    return _luminance(_linear(colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def clash(colour: str, grounds: Sequence[str]) -> Clash | None:
    """Return the ground on which a colour reads worst, where it does not read; else None.

    Args:
        grounds: light ones, so that the nearest shade that reads is a darker one.
    """
    ratio, worst = min((contrast(colour, ground), ground) for ground in grounds)
    if ratio >= READABLE:
        return None
    nearest = _nearest(
        colour,
        range(100, -1, -1),
        lambda shade: all(contrast(shade, ground) >= READABLE for ground in grounds),
    )
    return Clash(worst, ratio, nearest)


def lighter_ground(ground: str, ink: str) -> str:
    """Return the nearest lighter shade of a ground on which `ink` reads."""
    return _nearest(ground, range(101), lambda shade: contrast(shade, ink) >= READABLE)


def text_on(ground: str, ink: str) -> str:
    """Return what to write in on a ground: `ink` or paper, else black, one of which always reads.

    Black and white reach at least `sqrt(21)`, 4.58, on any colour, the better of the two.
    """
    best = max((ink, PAPER), key=lambda colour: contrast(colour, ground))
    return best if contrast(best, ground) >= READABLE else "#000000"


def tints_of(accent: str) -> tuple[str, ...]:
    """Return our own tints turned to the hue of `accent`: as light as ours, and in step with it as vivid."""
    hue = _oklab(accent)
    vividness = _chroma(hue) / _chroma(_oklab(ACCENT))
    return tuple(_shade(hue, luminance(tint), vividness * _chroma(_oklab(tint))) for tint in TINTS)


def tints_between(ramp: Sequence[str]) -> tuple[str, ...]:
    """Return the shades of a ramp with one more between each two, which contrasts alike with both.

    Args:
        ramp: from light to dark.
    """
    found = [ramp[0]]
    for lighter, darker in pairwise(ramp):
        light, dark = luminance(lighter), luminance(darker)
        between = math.sqrt((light + 0.05) * (dark + 0.05)) - 0.05
        share = (light - between) / (light - dark)
        mixed = (a + share * (b - a) for a, b in zip(_linear(lighter), _linear(darker), strict=True))
        found += [_written(tuple(mixed)), darker]
    return tuple(found)


def _nearest(colour: str, percents: range, fits: Callable[[str], bool]) -> str:
    """Return the first shade of a colour that fits, going through lightness in per cent from its own on."""
    hue = _oklab(colour)
    onwards = (percent / 100 for percent in percents if (percent / 100 - hue[0]) * percents.step > 0)
    shades = (_written(_in_gamut(lightness, _chroma(hue), hue)) for lightness in onwards)
    return next(shade for shade in shades if fits(shade))


def _shade(hue: Channels, wanted: float, chroma: float) -> str:
    """Return the shade of a hue that has a luminance and, as far as screens can show it, a chroma."""
    low, high = 0.0, 1.0
    for _ in range(20):
        middle = (low + high) / 2
        if _luminance(_in_gamut(middle, chroma, hue)) < wanted:
            low = middle
        else:
            high = middle
    return _written(_in_gamut(high, chroma, hue))


def _in_gamut(lightness: float, chroma: float, hue: Channels) -> Channels:
    """Return the linear channels of a shade with as much of the chroma as sRGB has, in fiftieths."""
    _, green_red, blue_yellow = hue
    length = math.hypot(green_red, blue_yellow) or 1.0
    for fiftieths in range(50, 0, -1):
        part = chroma * fiftieths / 50 / length
        channels = _from_oklab((lightness, part * green_red, part * blue_yellow))
        if all(-1e-4 <= channel <= 1 + 1e-4 for channel in channels):
            return channels
    return _from_oklab((lightness, 0.0, 0.0))


def _chroma(lab: Channels) -> float:
    return math.hypot(lab[1], lab[2])


def _luminance(channels: Channels) -> float:
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Channels:
    """Return the channels of a colour as amounts of light, 0 to 1."""
    red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _written(channels: Sequence[float]) -> str:
    """Write amounts of light as `#rrggbb`."""
    clipped = (min(max(channel, 0.0), 1.0) for channel in channels)
    spread = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in clipped)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in spread)


def _oklab(colour: str) -> Channels:
    """Return lightness, green to red and blue to yellow."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: Channels) -> Channels:
    lightness, green_red, blue_yellow = lab
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
