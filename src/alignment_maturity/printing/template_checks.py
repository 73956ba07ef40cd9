"""What is wrong with a folder of templates before anything is filled, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes

from alignment_maturity.errors import Problem
from alignment_maturity.model.findings import Suggestion
from alignment_maturity.printing.sandbox import Sandbox
from alignment_maturity.store.documents import Document
from alignment_maturity.store.template_folders import (
    OURS,
    TEMPLATE_ENDING,
    TemplateFolder,
    our_templates,
    our_text,
)

_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
_UNCLOSED = re.compile(r"needs to be closed is '(\w+)'")
_TAGS = (
    "block", "call", "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro",
    "endset", "endwith", "extends", "filter", "for", "from", "if", "import", "include",
    "macro", "raw", "set", "with",
)  # fmt: skip
_SLIP = 0.75
"""How alike two names are of which one is a slip of the pen."""

_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)

Trees = Mapping[str, nodes.Template]
_Name = tuple[nodes.Node, str, str, Iterable[str]]
"""Where something is named, the code of what is wrong, the name, and those that it may be a slip of."""


def find_problems(environment: Sandbox, folder: TemplateFolder) -> Iterator[Problem]:
    """Go through what is wrong with the templates of a folder, and what is odd."""
    trees: dict[str, nodes.Template] = {}
    found = [*_unreadable(environment, folder, trees)]
    for name, tree in trees.items():
        found += _names(environment, folder, name, tree)
        found += _blocks(environment, folder, name, trees)
    yield from found or _uncompilable(environment, folder)
    yield from _idle(folder, trees)


def placed(document: Document, line: int, code: str, values: Mapping[str, object]) -> Problem:
    """Return a problem in a line of a template, at the name that its values hold."""
    line = min(max(line, 1), document.text.count("\n") + 1)
    excerpt = document.excerpt(line)
    found = re.search(rf"(?<!\w){re.escape(str(values.get('name', '')))}(?!\w)", excerpt)
    column = found.start() if found and found[0] else len(excerpt) - len(excerpt.lstrip())
    return Problem(code, document.source, line, column + 1, values, excerpt)


def reason(error: Exception) -> str:
    """Say what a library or Python says."""
    return f"{type(error).__name__}: {error}"


def _unreadable(
    environment: Sandbox, folder: TemplateFolder, trees: dict[str, nodes.Template]
) -> Iterator[Problem]:
    """Parse all templates into `trees`, and go through what keeps some of them from being parsed."""
    for name, document in folder.templates.items():
        try:
            trees[name] = environment.parse(document.text, name, document.source)
        except TemplateSyntaxError as error:
            yield _syntax(document, error)
        except (RecursionError, ValueError) as error:
            yield placed(document, 1, "template-error", {"reason": reason(error)})


def _uncompilable(environment: Sandbox, folder: TemplateFolder) -> Iterator[Problem]:
    """Go through what only shows when templates become Python: blocks defined twice, too deep loops."""
    for name, document in folder.templates.items():
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            yield _syntax(document, error)
        except (RecursionError, SyntaxError, ValueError) as error:
            yield placed(document, 1, "template-error", {"reason": reason(error)})


def _syntax(document: Document, error: TemplateSyntaxError) -> Problem:
    message = error.message or ""
    tag, unclosed = _UNKNOWN_TAG.search(message), _UNCLOSED.search(message)
    if tag and tag[1] not in _TAGS:
        values = {"name": tag[1], "suggestion": Suggestion(tag[1], _TAGS)}
        return placed(document, error.lineno, "template-tag", values)
    if unclosed:
        return placed(document, error.lineno, "template-unclosed", {"name": unclosed[1]})
    return placed(document, error.lineno, "template-syntax", {"reason": message})


def _names(
    environment: Sandbox, folder: TemplateFolder, name: str, tree: nodes.Template
) -> Iterator[Problem]:
    """Go through names that stand for nothing, or for something out of bounds."""
    for node, code, word, known in (*_words(environment, tree), *_templates(folder, name, tree)):
        values = {"name": word, "suggestion": Suggestion(word, known)}
        yield placed(folder.templates[name], node.lineno, code, values)


def _words(environment: Sandbox, tree: nodes.Template) -> Iterator[_Name]:
    for filtered in tree.find_all(nodes.Filter):
        if filtered.name not in environment.filters:
            yield filtered, "template-filter", filtered.name, environment.filters
    for tested in tree.find_all(nodes.Test):
        if tested.name not in environment.tests:
            yield tested, "template-test", tested.name, environment.tests
    for attribute in tree.find_all(nodes.Getattr):
        if attribute.attr.startswith("_"):
            yield attribute, "template-forbidden", attribute.attr, ()
    for modifier in tree.find_all(nodes.EvalContextModifier):
        yield modifier, "template-unescaped", "autoescape", ()


def _templates(folder: TemplateFolder, name: str, tree: nodes.Template) -> Iterator[_Name]:
    for reference in tree.find_all(_REFERENCES):
        for wanted in _wanted(reference):
            if wanted == name:
                yield reference, "template-of-itself", wanted, ()
            elif not _exists(folder, wanted) and not getattr(reference, "ignore_missing", False):
                yield reference, "template-unknown", wanted, (*our_templates(), *folder.templates)


def _blocks(environment: Sandbox, folder: TemplateFolder, name: str, trees: Trees) -> Iterator[Problem]:
    """Go through the blocks of a template that what it extends does not have; nobody would see them."""
    parent = _parent(trees[name])
    if parent is None or not _exists(folder, parent):
        return
    blocks: dict[str, None] = {}
    seen = {name}
    above: str | None = parent
    while above is not None and above not in seen and _exists(folder, above):
        seen.add(above)
        tree = trees.get(above) or environment.parse(our_text(above.removeprefix(f"{OURS}/")))
        blocks |= dict.fromkeys(block.name for block in tree.find_all(nodes.Block))
        above = _parent(tree)
    for block in trees[name].body:
        if isinstance(block, nodes.Block) and block.name not in blocks:
            values: dict[str, object] = {
                "name": block.name,
                "parent": parent,
                "suggestion": Suggestion(block.name, blocks),
                "known": ", ".join(blocks),
            }
            yield placed(folder.templates[name], block.lineno, "template-block", values)


def _idle(folder: TemplateFolder, trees: Trees) -> Iterator[Problem]:
    """Go through the files that nothing uses; an error where the name looks like a slip."""
    wanted = {
        name for tree in trees.values() for node in tree.find_all(_REFERENCES) for name in _wanted(node)
    }
    for name in folder.templates:
        if name not in our_templates() and name not in wanted:
            # Compared without their endings, which would make any two names alike.
            slip = get_close_matches(_stem(name), map(_stem, our_templates()), n=1, cutoff=_SLIP)
            meant = next((known for known in our_templates() if _stem(known) in slip), "")
            idle = {"suggestion": Suggestion(meant, (meant,) if meant else ())}
            yield Problem("template-idle", folder.source(name), values=idle, warning=not meant)
    for name in folder.others:
        if f"{name}{TEMPLATE_ENDING}" in our_templates():
            values = {"name": f"{name}{TEMPLATE_ENDING}"}
            yield Problem("template-ending", folder.source(name), values=values)


def _wanted(reference: nodes.Node) -> Iterator[str]:
    """Go through the names of templates that are written out."""
    template = getattr(reference, "template", None)
    parts = template.items if isinstance(template, (nodes.List, nodes.Tuple)) else [template]
    for part in parts:
        if isinstance(part, nodes.Const) and isinstance(part.value, str):
            yield part.value


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _parent(tree: nodes.Template) -> str | None:
    extends = tree.find(nodes.Extends)
    return next(_wanted(extends), None) if extends else None


def _exists(folder: TemplateFolder, name: str) -> bool:
    return name in folder.templates or name.removeprefix(f"{OURS}/") in our_templates()
