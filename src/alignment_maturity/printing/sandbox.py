"""The environment in which templates of somebody else's are filled: little to call, nothing to reach.

What they may do is listed, not what they may not. Texts are escaped whatever a template says, attributes are
those of the view, and loops, calls and characters are counted, so that a template that would never end does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import partial
from types import MappingProxyType

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from alignment_maturity.model.findings import Suggestion
from alignment_maturity.printing.template_language import (
    BUDGET,
    COUNTED,
    LOOP_COST,
    SHOWN,
    Refused,
    endless,
    filters,
    functions,
    shown,
)
from alignment_maturity.store.template_folders import OURS, TemplateFolder, our_templates, our_text

MACROS = "macros.html.j2"

_LARGEST = 2**53
_OF_TEXTS = frozenset({"capitalize", "endswith", "lower", "split", "startswith", "strip", "title", "upper"})
_OF_MAPS = frozenset({"get", "items", "keys", "values"})
_METHODS: Mapping[type, frozenset[str]] = {
    str: _OF_TEXTS,
    Markup: _OF_TEXTS,
    dict: _OF_MAPS,
    MappingProxyType: _OF_MAPS,
}
_OF_JINJA = (BlockReference, Cycler, Joiner, LoopContext, TemplateModule, TemplateReference)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one folder, whose templates stand before ours."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, folder: TemplateFolder) -> None:
        super().__init__(
            loader=_Loader(folder),
            autoescape=True,
            undefined=_Missing,
            finalize=shown,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.globals = functions(folder)
        self.filters = filters()
        self.left = BUDGET

    def spend(self, characters: int) -> None:
        """Count what a template does; raises Refused once `left` is used up."""
        self.left -= characters
        if self.left < 0:
            raise endless()

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Show the data of the view, a few methods of texts and maps, and Jinja's own objects."""
        if attr.startswith("_"):
            return False
        if is_dataclass(obj) and not isinstance(obj, type):
            return not callable(value)
        return isinstance(obj, _OF_JINJA) or attr in _METHODS.get(type(obj), frozenset())

    def wrap_str_format(self, value: object) -> None:
        """Let `format` be refused like any other method: it can pad a text to any length."""

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Compute with numbers of a sensible size, and with nothing else."""
        for value in (left, right):
            if isinstance(value, Undefined):
                str(value)  # raises what is wrong with it
            if not isinstance(value, (int, float)) or abs(value) > _LARGEST:
                raise Refused("template-arithmetic", operator=operator)
        if operator == "**":
            raise Refused("template-arithmetic", operator=operator)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro, a block, or one of the few functions and methods there are."""
        self.spend(LOOP_COST)
        return super().call(context, obj, *args, **kwargs)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> str:
        return super()._generate(_Counting().visit(source), name, filename, defer_init)


class _Loader(BaseLoader):
    """The folder's templates, then ours, which `ours/` reaches in any case."""

    def __init__(self, folder: TemplateFolder) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        own = self._folder.templates.get(template)
        if own is not None:
            others = _other_macros(environment, own.text) if template == MACROS else ""
            return own.text + others, own.source, None
        name = template.removeprefix(f"{OURS}/")
        if name not in our_templates():
            raise TemplateNotFound(template)
        return our_text(name), f"{OURS}/{name}", None


class _Counting(NodeTransformer):
    """Lets everything that a template writes or goes through be counted."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        node.iter = _filtered(node.iter, COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        node.nodes = [_filtered(child, SHOWN) for child in node.nodes]
        return node

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.MarkSafe:  # noqa: N802 - Jinja's name
        # As a constant it would be written without being finalised.
        return nodes.MarkSafe(nodes.Const(node.data), lineno=node.lineno)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


class _Missing(StrictUndefined):
    """A name that stands for nothing, or for something out of bounds."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        refusal = partial(_absence, obj, name, forbidden=issubclass(exc, SecurityError))
        self._undefined_exception = refusal  # type: ignore[assignment]  # called with the message, as a class is


def _absence(obj: object, name: str | None, message: str, *, forbidden: bool) -> Refused:
    """Say what is missing, and what was probably meant."""
    if forbidden:
        return Refused("template-forbidden", name=name)
    if name is None or (obj is missing and not message.startswith(repr(name))):
        return Refused("template-error", reason=message)
    if obj is missing:
        return Refused("template-undefined", name=name)
    suggestion = Suggestion(str(name), _names_in(obj))
    return Refused("template-no-part", name=name, kind=type(obj).__name__, suggestion=suggestion)


def _names_in(obj: object) -> tuple[str, ...]:
    names = map(str, obj) if isinstance(obj, Mapping) else dir(obj)
    return tuple(name for name in names if not name.startswith("_"))


def _other_macros(environment: Environment, own: str) -> str:
    """Return what adds to a folder's `macros.html.j2` those of our macros that it does not have itself."""
    others = sorted(_exported(environment.parse(our_text(MACROS))) - _exported(environment.parse(own)))
    taken = "".join(f"{{% set {name} = _ours.{name} %}}" for name in others)
    return f'{{% import "{OURS}/{MACROS}" as _ours %}}{taken}'


def _exported(template: nodes.Template) -> set[str]:
    """Return the names that an import of a template offers."""
    assigned = (node.target for node in template.body if isinstance(node, nodes.Assign))
    names = {
        name.name
        for target in assigned
        for name in [target, *target.find_all(nodes.Name)]
        if isinstance(name, nodes.Name)
    }
    return names | {node.name for node in template.body if isinstance(node, nodes.Macro)}
