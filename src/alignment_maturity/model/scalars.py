"""Scalars of a YAML or JSON file, typed by the place they stand in.

YAML 1.2 lets `012`, `no` or `1.10` be text where text is wanted. So the readers hand on every unquoted
scalar as `Plain`, with its spelling kept, and the fields below decide what it is. The same holds for the
numbers and booleans of JSON, which makes both formats give the same data and the same errors.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"[-+]?[0-9]{1,300}|0o[0-7]{1,99}|0x[0-9a-fA-F]{1,99}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
IDENTIFIER = re.compile(r"[a-z0-9-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Control characters would reach terminals and PDF text; lone surrogates cannot be written as UTF-8; the rest
# the readers refuse in a text, so that an escaped one, once saved as it is, could not be read again.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# A name that turns the writing round would take the line it stands on with it.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Plain(str):
    """An unquoted scalar: its spelling, whose type is decided by the field it fills."""

    __slots__ = ()


def shown(value: object) -> str:
    """Name a value in a message, short enough for one line."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, (list, tuple)):
        return "[...]"
    text = UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", str(value)).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "..."


def wrong(code: str, **values: object) -> PydanticCustomError:
    """Make the error a validator raises: `code` is a key of `language.problems.PHRASES`."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def read_text(value: object) -> str:
    """Return a scalar as its text, whatever it looks like; maps, lists and null are errors."""
    if not isinstance(value, (str, int, float)):
        raise wrong("expected-text", found=shown(value))
    text = str(value)
    if UNPRINTABLE.search(text):
        raise wrong("control-character")
    return text


def read_name(value: object) -> str:
    """Return text that names something: one line, not blank, outer blanks dropped.

    Letters with accents are one character each (NFC): in two spellings they would be two organisations.
    """
    text = read_text(value).strip()
    if not text:
        raise wrong("empty-text")
    if TURNING.search(text):
        raise wrong("control-character")
    return unicodedata.normalize("NFC", " ".join(text.split()))


def read_prose(value: object) -> str:
    """Return text of any number of lines, not blank, outer blanks dropped."""
    text = read_text(value).strip()
    if not text:
        raise wrong("empty-text")
    return text


def read_whole(value: object) -> int:
    """Return a whole number; quoted digits are text, not a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and _WHOLE.fullmatch(value):
        return int(value, 0 if value[:2] in ("0o", "0x") else 10)
    raise wrong("expected-whole-number", found=shown(value))


def read_number(value: object) -> float:
    """Return a finite number; quoted digits are text, not a number."""
    spelled = isinstance(value, Plain) and _NUMBER.fullmatch(value)
    number = float(value) if spelled or type(value) in (int, float) else math.nan  # type: ignore[arg-type]
    if not math.isfinite(number):
        raise wrong("expected-number", found=shown(value))
    return number


def read_flag(value: object) -> bool:
    """Return true or false; `yes`, `no`, `on`, `off` are text in YAML 1.2."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in _FLAGS:
        return _FLAGS[value]
    raise wrong("expected-flag", found=shown(value))


def read_day(value: object) -> dt.date:
    """Return a calendar day written as year-month-day."""
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("expected-date", found=shown(value))


def read_identifier(value: object) -> str:
    """Return an identifier: lower-case letters, digits and hyphens."""
    text = read_text(value)
    if not IDENTIFIER.fullmatch(text):
        raise wrong("bad-identifier", found=shown(text))
    return text


def read_language(value: object) -> str:
    """Return the code of a language, such as `it` or `pt-BR`."""
    text = read_text(value)
    if not is_language(text):
        raise wrong("bad-language", found=shown(text))
    return text


def is_language(text: str) -> bool:
    """Tell whether a text is the code of a language."""
    return _LANGUAGE.fullmatch(text) is not None


def read_key(value: object) -> int:
    """Return a whole number that is the key of a map, where JSON has only text."""
    return read_whole(Plain(value) if isinstance(value, str) else value)


def within(low: float, high: float) -> AfterValidator:
    """Accept a number between `low` and `high`, both included."""

    def check(number: float) -> float:
        if not low <= number <= high:
            raise wrong("out-of-range", found=f"{number:g}", low=f"{low:g}", high=f"{high:g}")
        return number

    return AfterValidator(check)


Name = Annotated[str, BeforeValidator(read_name)]
Identifier = Annotated[
    str, BeforeValidator(read_identifier), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]+$"})
]
Language = Annotated[
    str,
    BeforeValidator(read_language),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}),
]
Value = Annotated[
    str, BeforeValidator(read_name), WithJsonSchema({"type": ["string", "integer"], "minLength": 1})
]
Whole = Annotated[int, BeforeValidator(read_whole)]
Number = Annotated[float, BeforeValidator(read_number)]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Day = Annotated[dt.date, BeforeValidator(read_day)]

Weight = Annotated[
    Number, within(1e-100, 1e6), WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 1e6})
]
Share = Annotated[Number, within(0, 1), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})]
Level = Annotated[Whole, within(1, 9), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9})]
LevelKey = Annotated[int, BeforeValidator(read_key), within(1, 9)]
Count = Annotated[
    Whole, within(0, 100_000), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100_000})
]
