"""Italian and English: choosing the language, filling phrases, writing numbers and dates.

Every phrase stands beside its translation in one of the modules of this package, by topic, so that
neither can be changed without the other being seen.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Lang = Literal["it", "en"]
LANGUAGES: tuple[Lang, ...] = ("it", "en")

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "it": (
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Phrase(NamedTuple):
    """One sentence in both languages, with `str.format` fields."""

    it: str
    en: str

    def fill(self, lang: Lang, **values: object) -> str:
        """Write the phrase in `lang` with its fields filled."""
        return (self.it if lang == "it" else self.en).format(**values)


def say(phrases: Mapping[str, Phrase], key: str, lang: Lang, **values: object) -> str:
    """Look `key` up and write it in `lang`; a missing key is a programming error (KeyError)."""
    return phrases[key].fill(lang, **values)


def supported(tag: str | None) -> Lang | None:
    """Reduce a language tag or a POSIX locale (`it_IT.UTF-8`) to a language of ours, else None."""
    code = (tag or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    return next((language for language in LANGUAGES if language == code), None)


def of_environment(environ: Mapping[str, str]) -> Lang | None:
    """Return the language of the locale settings, by the precedence of POSIX; None where they say nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return supported(environ[name])
    return None


def one_line(text: str) -> str:
    """Replace what would move the cursor, break the line or turn the writing round in a message."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def decimal(value: float | None, digits: int, lang: Lang, *, sign: bool = False) -> str:
    """Write a number with the decimal mark of `lang`; an en dash where there is no figure."""
    if value is None:
        return "–"
    text = f"{value:{'+' if sign else ''}.{digits}f}"
    if float(text) == 0:
        text = text.lstrip("+-")
    text = text.replace("-", "−")
    return text.replace(".", ",") if lang == "it" else text


def percent(share: float | None, lang: Lang) -> str:
    """Write a share between 0 and 1 as a whole percentage."""
    return "–" if share is None else f"{decimal(100 * share, 0, lang)}%"


def long_date(day: dt.date, lang: Lang) -> str:
    """Write a date as in prose: `21 novembre 2026`, `21 November 2026`."""
    ordinal = "1º" if lang == "it" and day.day == 1 else str(day.day)
    return f"{ordinal} {_MONTHS[lang][day.month - 1]} {day.year}"


def listing(items: list[str] | tuple[str, ...], lang: Lang) -> str:
    """Join words as prose does: `a, b e c`, `a ed e`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    euphonic = items[-1].lstrip("«")[:1].lower() in "eèé"
    joint = " and " if lang == "en" else " ed " if euphonic else " e "
    return ", ".join(items[:-1]) + joint + items[-1]
