"""Text that exists in one or several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from alignment_maturity.model.scalars import read_prose, shown, wrong


@dataclass(frozen=True, slots=True)
class Localised:
    """Text in the languages of a questionnaire.

    Attributes:
        plain: the text where it is the same in every language, else empty.
        by_language: language code to text, empty where `plain` is set.
    """

    plain: str = ""
    by_language: Mapping[str, str] = field(default_factory=dict)

    def in_(self, lang: str) -> str:
        """Return the text in `lang`, or in the first language it has."""
        if self.plain:
            return self.plain
        return self.by_language.get(lang) or next(iter(self.by_language.values()), "")

    def on_one_line(self, lang: str) -> str:
        """Return the text in `lang` without the line breaks a file may have in it."""
        return " ".join(self.in_(lang).split())

    def __bool__(self) -> bool:
        return bool(self.plain or self.by_language)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, ref="Localised", serialization=core_schema.plain_serializer_function_ser_schema(_write)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
                    "additionalProperties": {"type": "string", "minLength": 1},
                },
            ]
        }


def _read(value: object) -> Localised:
    if isinstance(value, Localised):
        return value
    if isinstance(value, dict):
        if not value:
            raise wrong("empty-text")
        # A wrong text inside the map is reported by the cross checks, at its own place.
        return Localised(by_language={str(key): _text_or_blank(text) for key, text in value.items()})
    if isinstance(value, list) or value is None:
        raise wrong("expected-localised", found=shown(value))
    return Localised(plain=read_prose(value))


def _text_or_blank(text: object) -> str:
    try:
        return read_prose(text)
    except PydanticCustomError:
        return ""


def _write(text: Localised) -> str | dict[str, str]:
    return text.plain or dict(text.by_language)
