"""What templates of somebody else's may call: a choice of Jinja's filters, and the functions we give them.

Left out is what makes markup or links of texts (`safe`, `urlize`), what differs from run to run (`random`),
what pads a text to any length (`center`, `format`), and what computes: the view holds finished words.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jinja2 import Environment, Undefined, pass_context
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context
from jinja2.utils import Cycler, Joiner

from alignment_maturity.errors import Coded
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.printing import outside
from alignment_maturity.store.template_folders import RESOURCES, TemplateFolder

if TYPE_CHECKING:
    from alignment_maturity.printing.sandbox import Sandbox

BUDGET = 50_000_000
"""How many characters a template may write, intermediate texts included."""

LOOP_COST = 50
"""How many characters one turn of a loop, or one call, counts for."""

COUNTED, SHOWN = "(counted)", "(shown)"
"""Filters with names that no template can write: for what is looped over, and for what is written."""

_PLAIN = (
    "abs", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list", "map",
    "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_OF_TEXT = ("capitalize", "e", "escape", "int", "lower", "title", "trim", "truncate", "upper")
_IN_PARTS = ("batch", "slice")
_MOST_PARTS = 1000

_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".ttf": (b"\0\1\0\0", b"true"),
    ".otf": (b"OTTO",),
}

Filter = Callable[..., object]


class Refused(Coded):
    """Something that a template may not do; `language.problems` tells what."""


def filters() -> dict[str, Filter]:
    """Return the filters by name."""
    return (
        {name: FILTERS[name] for name in _PLAIN}
        | {name: _of_text(FILTERS[name]) for name in _OF_TEXT}
        | {name: _in_parts(FILTERS[name]) for name in _IN_PARTS}
        | {"join": _join, "xmlattr": _xmlattr, COUNTED: _counted, SHOWN: shown}
    )


def functions(folder: TemplateFolder) -> dict[str, object]:
    """Return what can be called by name alone."""
    return {"range": _range, "cycler": Cycler, "joiner": Joiner, "data_uri": _data_uri(folder)}


@pass_context
def shown(context: Context, value: object) -> object:
    """Let texts and numbers through to be written; of all else Python's own notation would be printed."""
    if isinstance(value, Undefined):
        str(value)  # raises what is wrong with it
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise _not_a_text(value)
    _spend(context, len(str(value)))
    return value


@pass_context
def _counted(context: Context, items: Iterable[object]) -> Iterator[object]:
    for item in items:
        _spend(context, LOOP_COST)
        yield item


@pass_context
def _join(
    context: Context, value: Iterable[object], d: str = "", attribute: str | int | None = None
) -> object:
    items = value if attribute is None else map(make_attrgetter(context.environment, attribute), value)
    texts = [shown(context, item) for item in items]
    _spend(context, len(d) * len(texts))
    return FILTERS["join"](context.eval_ctx, texts, d)


@pass_context
def _xmlattr(context: Context, d: Mapping[str, object], autospace: bool = True) -> object:  # noqa: FBT001, FBT002 - as Jinja has it
    for value in d.values():
        if value is not None:
            shown(context, value)
    return FILTERS["xmlattr"](context.eval_ctx, d, autospace)


@pass_context
def _range(context: Context, *bounds: int) -> range:
    if any(abs(bound) > BUDGET for bound in bounds):
        raise endless()
    numbers = range(*bounds)
    _spend(context, LOOP_COST * len(numbers))
    return numbers


def endless() -> Refused:
    """Return what is raised where a template would go on for too long."""
    return Refused("template-endless", limit=BUDGET // 10**6)


def _not_a_text(value: object) -> Refused:
    return Refused("template-not-a-text", kind="None" if value is None else type(value).__name__)


def _spend(context: Context, characters: int) -> None:
    cast("Sandbox", context.environment).spend(characters)


def _of_text(make: Filter) -> Filter:
    """Take texts and numbers only: anything else would first be written out in full."""

    @wraps(make)
    def checked(*values: object, **options: object) -> object:
        value = next(value for value in values if not isinstance(value, Environment))
        if not isinstance(value, (str, int, float, Undefined)):
            raise _not_a_text(value)
        return make(*values, **options)

    return checked


def _in_parts(make: Filter) -> Filter:
    """Make a sensible number of parts."""

    @wraps(make)
    def checked(*values: object, **options: object) -> object:
        numbers = (value for value in (*values, *options.values()) if isinstance(value, int))
        if any(number > _MOST_PARTS for number in numbers):
            raise endless()
        return make(*values, **options)

    return checked


def _data_uri(folder: TemplateFolder) -> Callable[[str], str]:
    @cache
    def data_uri(name: str) -> str:
        """Return a picture or font of the folder as a `data:` address."""
        content = folder.resources.get(name)
        ending = Path(name).suffix.lower()
        if content is None and name not in folder.others:
            suggestion = Suggestion(name, folder.resources)
            raise Refused("template-resource-missing", name=name, suggestion=suggestion)
        if content is None or not _is_sound(content, ending):
            raise Refused("template-resource-kind", name=name, known=", ".join(RESOURCES))
        return f"data:{RESOURCES[ending]};base64,{base64.b64encode(content).decode()}"

    return data_uri


def _is_sound(content: bytes, ending: str) -> bool:
    """Tell whether a file is what its name says; raises Refused for a drawing that fetches or runs things."""
    if ending != ".svg":
        return content.startswith(_BEGINNINGS[ending])
    try:
        drawing = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    for found in outside.in_page(drawing):
        raise Refused(found.code, found=found.found)
    return "<svg" in drawing and "\0" not in drawing
