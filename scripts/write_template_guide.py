"""Write the reference part of docs/templates.md, on what templates can use: make guide."""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal, get_args, get_origin

from jinja2 import Environment, nodes

from alignment_maturity.printing import template_language
from alignment_maturity.printing.palette import Palette
from alignment_maturity.report import elements
from alignment_maturity.report.elements import ReportView, Section
from alignment_maturity.report.sections import SECTIONS
from alignment_maturity.store.template_folders import TemplateFolder, our_templates, our_text

PAGE = Path(__file__).parent.parent / "docs" / "templates.md"
BEGIN = "<!-- From here on written by `make guide`, from the templates and the classes of the view. -->\n"
PARTS = {part: section for section, parts in SECTIONS.items() for part in parts}
"""The section that each part of the view belongs to."""

PROMISED = Path(__file__).parent.parent / "tests" / "report" / "golden" / "template-names.txt"
"""Names that templates rely on. New ones are added by themselves; none goes unless somebody deletes it."""

_SIMPLE: Mapping[object, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    type(None): "none",
    Section: "a section",
}
_PARAMETERS = {
    "b": "a `Block`",
    "brand.b": "a `BrandView`",
    "c": "a `Card`",
    "class": "class names in HTML, none by default",
    "d": "a `Drawing`",
    "h": "a `Heading`",
    "l": "a `LogoView`",
    "lead": "a smaller line, none by default",
    "level": "of its heading, 3 by default",
    "span": "how many columns the table has",
    "t": "an `EntryTable`",
    "title": "the title of a table",
    "topic.t": "a `Topic`",
    "words": "`view.words`",
}
"""What macros are given, by the name of the parameter or by those of macro and parameter."""


def main() -> None:
    """Write the page, and add what is new to the names that are promised."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    PROMISED.write_text("".join(f"{name}\n" for name in sorted({*promised(), *names()})), encoding="utf-8")


def page(text: str) -> str:
    """Return the page with its reference as it should be."""
    written_by_hand, _, _ = text.partition(BEGIN)
    return written_by_hand + BEGIN + "\n" + reference()


def reference() -> str:
    """Return the reference in Markdown."""
    return "\n".join([*_templates(), *_macros(), *_language(), *_style(), *_classes()])


def undocumented() -> tuple[str, ...]:
    """Return the attributes that nothing is said about."""
    return tuple(
        f"{kind.__name__}.{name}"
        for kind in classes()
        for name, _, meaning in attributes(kind)
        if not meaning
    )


def names() -> tuple[str, ...]:
    """Return all names that templates can rely on: blocks, macros, functions, filters, data."""
    found = [f"block {template} {block}" for template in our_templates() for block, _ in blocks(template)]
    found += [f"macro {name}({', '.join(parameters)})" for name, parameters in macros()]
    found += [f"function {name}" for name in _functions()]
    found += [f"filter {name}" for name in _filters()]
    found += [f"property {name}" for name in properties()]
    found += [f"data {kind.__name__}.{name}" for kind in classes() for name, _, _ in attributes(kind)]
    return tuple(sorted(found))


def promised() -> frozenset[str]:
    """Return the names that templates have been told to rely on."""
    return frozenset(PROMISED.read_text(encoding="utf-8").splitlines() if PROMISED.exists() else ())


def classes() -> tuple[type, ...]:
    """Return the classes of the view, each after those that lead to it, and what style sheets are given."""
    found: dict[type, None] = {}
    waiting: list[type] = [ReportView]
    while waiting:
        kind = waiting.pop(0)
        found[kind] = None
        inside = (part for _, annotation in _fields(kind) for part in _inside(annotation))
        waiting += dict.fromkeys(part for part in inside if part not in found and part not in waiting)
    return (*found, Palette)


def attributes(kind: type) -> Iterator[tuple[str, str, str]]:
    """Go through the name, type and meaning of each attribute of a class."""
    told = _attributes_section(inspect.getdoc(kind))
    for name, annotation in _fields(kind):
        member = inspect.getattr_static(kind, name, None)
        of_type = next((_clause(_summary(part)) for part in _inside(annotation)), "")
        meaning = told.get(name) or (_summary(member) if isinstance(member, property) else "") or of_type
        meaning = meaning or _EVERYWHERE.get(name, "")
        if of_type and meaning.startswith("None "):
            meaning = f"{of_type}; n{meaning[1:]}"
        yield name, _type(annotation), _begun(meaning)


def blocks(template: str) -> list[tuple[str, int]]:
    """Return the blocks of one of our templates, and how deep in others each one is."""

    def walk(node: nodes.Node, depth: int) -> Iterator[tuple[str, int]]:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Block):
                yield child.name, depth
                yield from walk(child, depth + 1)
            else:
                yield from walk(child, depth)

    return list(walk(_parsed(template), 0))


def macros() -> list[tuple[str, list[str]]]:
    """Return our macros and their parameters."""
    return [
        (macro.name, [parameter.name for parameter in macro.args])
        for macro in _parsed("macros.html.j2").find_all(nodes.Macro)
    ]


def properties() -> list[str]:
    """Return the custom properties of the style sheet."""
    return re.findall(r"(--[a-z-]+):", our_text("report.css.j2").partition("}\n{% for")[0])


def _templates() -> Iterator[str]:
    yield "## Templates and their blocks\n"
    yield "| template | section | blocks |"
    yield "| --- | --- | --- |"
    for name in our_templates():
        section = PARTS.get(name.partition(".")[0], "")
        told = [f"`{block}`" if not depth else f"↳ `{block}`" for block, depth in blocks(name)]
        yield f"| `{name}` | {f'`{section}`' if section else ''} | {' '.join(told) or '–'} |"
    yield "\n↳ stands inside the block before it without an arrow.\n"


def _macros() -> Iterator[str]:
    yield "## Macros (`m`)\n"
    for name, parameters in macros():
        told = "; ".join(f"`{parameter}`: {_parameter(name, parameter)}" for parameter in parameters)
        yield f"- `m.{name}({', '.join(parameters)})`. {told}."
    yield ""


def _parameter(macro: str, name: str) -> str:
    return _PARAMETERS.get(f"{macro}.{name}") or _PARAMETERS[name]


def _language() -> Iterator[str]:
    yield "## Functions and filters\n"
    yield f"Functions: {', '.join(f'`{name}`' for name in _functions())}.\n"
    yield f"Filters: {', '.join(f'`{name}`' for name in _filters())}. All tests of Jinja.\n"


def _style() -> Iterator[str]:
    yield "## The style sheet\n"
    yield "`palette` (a `Palette`, see below) and `font` are what `report.css.j2` is given; `view` is not.\n"
    yield f"Custom properties: {', '.join(f'`{name}`' for name in properties())}.\n"


def _classes() -> Iterator[str]:
    yield "## The view\n"
    yield "`view` is a `ReportView`. Attributes follow a dot: `view.cover.organisation`.\n"
    for kind in classes():
        yield f"### {kind.__name__}\n"
        yield f"{_summary(kind)}\n"
        yield "| attribute | type | meaning |"
        yield "| --- | --- | --- |"
        for name, type_, meaning in attributes(kind):
            yield f"| `{name}` | {type_} | {meaning} |"
        yield ""


def _functions() -> list[str]:
    return sorted(template_language.functions(TemplateFolder("", {})))


def _filters() -> list[str]:
    return sorted(name for name in template_language.filters() if name.isidentifier())


def _parsed(template: str) -> nodes.Template:
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).parse(our_text(template))


def _fields(kind: type) -> Iterator[tuple[str, Any]]:
    """Go through the attributes of a class, properties last, with their annotations."""
    hints = typing.get_type_hints(kind)
    for name, hint in hints.items():
        constant = hint is ClassVar or get_origin(hint) is ClassVar
        yield name, str if constant else hint
    for name, member in vars(kind).items():
        if isinstance(member, property) and not name.startswith("_"):
            yield name, typing.get_type_hints(member.fget)["return"]


def _inside(annotation: object) -> Iterator[type]:
    """Go through the classes of the view that an annotation names."""
    if annotation == Section:
        return
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _type(annotation: object) -> str:
    """Write a type as people read it."""
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is None and isinstance(annotation, type):
        return f"[`{annotation.__name__}`](#{annotation.__name__.lower()})"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in parts)
    if origin is tuple:
        several = parts[-1] is Ellipsis
        return f"list of {_plural(parts[0])}" if several else f"({', '.join(map(_type, parts))})"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"map of {_plural(parts[1])} by name"
    return " or ".join(map(_type, parts))


def _plural(annotation: object) -> str:
    return "texts" if annotation is str else _type(annotation)


def _attributes_section(documentation: str | None) -> dict[str, str]:
    """Read the part of a docstring that is about attributes; one entry can be about several."""
    _, _, section = (documentation or "").partition("Attributes:\n")
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=    \w)", "\n" + section.split("\n\n")[0]):
        told, colon, meaning = entry.strip().partition(": ")
        if colon:
            found |= dict.fromkeys(told.split(", "), " ".join(meaning.split()))
    return found


def _summary(thing: object) -> str:
    first, _, _ = (inspect.getdoc(thing) or "").partition("\n\n")
    return " ".join(first.split())


def _clause(sentence: str) -> str:
    return re.split(r"[.:;] |\.$", sentence)[0]


def _begun(text: str) -> str:
    """Begin and end like a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


_EVERYWHERE = _attributes_section(inspect.getdoc(elements))
"""What attributes mean in every class that says nothing else of them."""


if __name__ == "__main__":
    main()
