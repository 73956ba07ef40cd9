"""What a finished page or style sheet would fetch from elsewhere, or set in motion.

Of addresses, those that may be there are listed, and what is obfuscated is not among them; of elements, those
that act. In doubt something harmless is refused: nobody needs `url(` in the text of a style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from alignment_maturity.formats.addresses import may_be_linked
from alignment_maturity.model.scalars import shown

_ACTIVE = frozenset(
    {
        "animate", "animatemotion", "animatetransform", "applet", "base", "embed", "form", "frame",
        "frameset", "iframe", "link", "noscript", "object", "portal", "script", "set", "template",
    }
)  # fmt: skip
"""Elements that run, fetch, send, or that browsers and printers read in different ways."""

_ADDRESSES = frozenset(
    {
        "action", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon",
        "longdesc", "manifest", "ping", "poster", "profile", "src", "usemap", "xlink:href",
    }
)  # fmt: skip
_SETS_OF_ADDRESSES = frozenset({"imagesrcset", "srcset"})
_STYLES = frozenset(
    {
        "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask",
        "stroke", "style",
    }
)  # fmt: skip
_INSIDE = re.compile(r"(?i)#|data:(?:image|font)/[a-z0-9.+-]+[;,]")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(.))", re.DOTALL)
_CALL = re.compile(r"""(?i)@import\b|(?:\b|-)(?:image-set|image|src|url)\(\s*["']?\s*""")
_MARKUP = re.compile(r"<[!/?a-zA-Z][^>]*")
"""What no style sheet has a use for, and a browser reads as markup in the style element of a drawing."""

_EARLY_END = re.compile(r"^-?>|--!>")
"""What ends a comment for browsers, and not for this parser."""


class Outside(NamedTuple):
    """Something that has no place in a report.

    Attributes:
        code: a key of `language.problems.PHRASES`.
        found: what it is, cut where it is long.
        needles: what to look for in a template, the surest first.
    """

    code: str
    found: str
    needles: tuple[str, ...]


def in_page(html: str) -> Iterator[Outside]:
    """Go through what an HTML page would fetch, run, or lead to."""
    page = _Page()
    try:
        page.feed(html)
        page.close()
    except AssertionError:  # how the parser gives up on a declaration
        page.found.append(Outside("template-active", "<![…]>", ("<![",)))
    yield from page.found


def in_style(css: str) -> Iterator[Outside]:
    """Go through what a style sheet would fetch."""
    if not any(sign in css for sign in "(@\\<"):
        return
    if markup := _MARKUP.search(css):
        yield Outside("template-active", shown(markup[0]), (markup[0],))
    plain = _ESCAPE.sub(_unescaped, css)
    for call in _CALL.finditer(plain):
        if not _INSIDE.match(plain, call.end()) or call[0].startswith("@"):
            rest = re.split(r"""[\s"');]""", plain[call.end() :], maxsplit=1)[0]
            yield Outside("template-outside", shown(f"{call[0]}{rest}"), (f"{call[0]}{rest}", rest, call[0]))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Outside] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag in _ACTIVE:
            self.found.append(Outside("template-active", f"<{tag}>", (f"<{tag}",)))
        for name, value in attrs:
            self._check(tag, name, value or "")

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.found += in_style(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - Python's signature
        self._in_style = False

    def handle_comment(self, data: str) -> None:
        if _EARLY_END.search(data):  # a browser sees what follows
            self.found.append(Outside("template-active", shown(f"<!--{data}-->"), (data,)))

    def handle_decl(self, decl: str) -> None:
        if "[" in decl:  # entities, which a reader of XML would expand
            self.found.append(Outside("template-active", shown(f"<!{decl}>"), (decl,)))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Outside("template-active", shown(f"<![{data}]>"), (data,)))

    def _check(self, tag: str, name: str, value: str) -> None:
        written = f'{name}="{shown(value)}"'
        outside = Outside("template-outside", written, (f'{name}="{value}"', f"{name}='{value}'", value))
        if name.startswith("on") or (name == "http-equiv" and value.lower() != "content-security-policy"):
            self.found.append(Outside("template-active", written, (f"{name}=",)))
        elif (
            (name in _ADDRESSES and not _allowed(tag, name, value))
            or name in _SETS_OF_ADDRESSES
            or (name == "rel" and "attachment" in value.lower())
        ):
            self.found.append(outside)
        elif name in _STYLES:
            self.found += in_style(value)


def _allowed(tag: str, name: str, address: str) -> bool:
    # Browsers leave out blanks and line ends before they read an address.
    plain = re.sub(r"[\x00-\x20]+", "", address)
    leads = tag in {"a", "area"} and name in {"href", "xlink:href"}
    return may_be_linked(plain) if leads else bool(_INSIDE.match(plain))


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        code = int(escape[1], 16)
        return chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"
    return escape[2]
