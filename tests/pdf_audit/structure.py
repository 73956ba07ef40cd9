"""The tags, by which a screen reader walks through a document."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from pdf_audit.common import kids, names, tagged, tags_in, told
from pdf_tags import elements

STANDARD = names(
    "Document Part Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH"
    " TD THead TBody TFoot Span Link Figure"
)
"""The kinds that reports are made of; there are more, which would ask for checks of their own."""

ABOVE = {
    "/LI": names("L"), "/LBody": names("LI"), "/Lbl": names("LI"), "/TR": names("Table THead TBody TFoot"),
    "/TH": names("TR"), "/TD": names("TR"), "/THead": names("Table"), "/TBody": names("Table"),
    "/TFoot": names("Table"), "/Caption": names("Table L"),
}  # fmt: skip
BELOW = {
    "/L": names("LI Caption"), "/LI": names("Lbl LBody"), "/TR": names("TH TD"), "/THead": names("TR"),
    "/TBody": names("TR"), "/TFoot": names("TR"), "/Table": names("TR THead TBody TFoot Caption"),
}  # fmt: skip
"""Where a tag may stand, and what it may hold; a list in a list is allowed, but announced as a second one."""

NEVER_EMPTY = names("H1 H2 H3 H4 H5 H6 P L LI Table TR Figure Link Caption")


def structure(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the tree of tags."""
    root = file.Root.get("/StructTreeRoot")
    if root is None:
        yield "A 6.7.3: no tags"
        return
    tags = list(elements(file))
    ids = sorted(str(tag.ID) for tag in tags if "/ID" in tag)
    listed = [str(name) for name in list(root.get("/IDTree", Dictionary()).get("/Names", Array()))[::2]]
    yield from told({
        "UA 7.1: kinds of tags of one's own": "/RoleMap" in root,
        "PDF 14.8.4: more than one document": [str(tag.S) for tag in tags_in(root)] != ["/Document"],
        "PDF 14.7.2: the list of tags with ids is not theirs": listed != ids or len(set(ids)) != len(ids),
    })  # fmt: skip
    yield from _headings([str(tag.S) for tag in tags])
    for tag in tags:
        yield from _tag(tag)
        if tag.S == "/Figure":
            yield from _figure(tag)
        if tag.S == "/Table":
            yield from _table(tag, set(ids))


def links(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the links."""
    parents = tagged(file)
    for page in file.pages:
        for link in page.get("/Annots", ()):
            words = str(link.get("/Contents", "")).strip()
            tag = parents.get(int(link.get("/StructParent", -1)), Dictionary())
            known = [kid.Obj.objgen for kid in kids(tag) if isinstance(kid, Dictionary) and "/Obj" in kid]
            yield from told({
                "A 6.3.1: an annotation that is no link": link.get("/Subtype") != "/Link",
                "A 6.3.2: a link that is not printed": link.get("/F") != 4,
                "UA 7.18.3: links in another order than the tags": page.get("/Tabs") != "/S",
                "UA 7.18.5: a link without words": not words or words == str(link.get("/Dest", "")),
                "UA 7.18.5: a link that no tag knows": tag.get("/S") != "/Link" or link.objgen not in known,
            })  # fmt: skip


def _headings(kinds: list[str]) -> Iterator[str]:
    levels = [0, *(int(kind[2]) for kind in kinds if re.fullmatch("/H[1-6]", kind))]
    for above, level in itertools.pairwise(levels):
        if level > above + 1:
            yield f"UA 7.4.2: a heading of level {level} after level {above}"


def _tag(tag: Any) -> Iterator[str]:
    kind, inner = str(tag.S), tags_in(tag)
    kinds = {str(item.S) for item in inner}
    loose = len(inner) < len(kids(tag))
    yield from told({
        f"UA 7.1: {kind} is no kind of tag": kind not in STANDARD,
        f"UA 7.1: {kind} holds a tag of another parent": any(
            "/P" not in item or item.P.objgen != tag.objgen for item in inner
        ),
        f"UA 7.2: {kind} may not hold what it holds": kind in BELOW and (loose or kinds - BELOW[kind]),
        f"UA 7.2: {kind} is no place for what stands there": any(
            kind not in ABOVE.get(other, {kind}) for other in kinds
        ),
        "UA 7.18.5: a link in a link": kind == "/Link" and any(item.S == "/Link" for item in _all_in(tag)),
        f"UA 7.1: {kind} without content": kind in NEVER_EMPTY and not _has_content(tag),
        "UA 7.18.5: a tag of a link that is none": kind == "/Link"
        and not any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in kids(tag)),
        "UA 7.6: a numbered list that does not say so": kind == "/L"
        and any(part.S == "/Lbl" for item in inner for part in tags_in(item))
        and "/ListNumbering" not in tag.get("/A", Dictionary()),
    })  # fmt: skip


def _all_in(tag: Any) -> Iterator[Any]:
    for item in tags_in(tag):
        yield item
        yield from _all_in(item)


def _has_content(tag: Any) -> bool:
    """Tell whether a tag leads to a piece of the page; a cell may be empty."""
    return any(isinstance(kid, int) for kid in kids(tag)) or any(
        item.S in {"/TD", "/TH"} or _has_content(item) for item in tags_in(tag)
    )


def _figure(tag: Any) -> Iterator[str]:
    box = [float(place) for place in tag.get("/A", Dictionary()).get("/BBox", ())]
    page = [float(place) for place in tag.Pg.MediaBox]
    yield from told({
        "UA 7.3: a picture without words": not str(tag.get("/Alt", "")).strip(),
        "PDF 14.8.5: a picture whose frame is not on the page": len(box) != 4
        or not (page[0] <= box[0] < box[2] <= page[2] and page[1] <= box[1] < box[3] <= page[3]),
    })  # fmt: skip


def _table(tag: Any, ids: set[str]) -> Iterator[str]:
    kinds = [str(part.S) for part in tags_in(tag)]
    rows = [
        row
        for part in tags_in(tag)
        for row in ([part] if part.S == "/TR" else tags_in(part))
        if row.S == "/TR"
    ]
    yield from told({
        "UA 7.2: a table of two heads, or of a head without body": kinds.count("/THead") > 1
        or ("/THead" in kinds and "/TBody" not in kinds),
        "UA 7.2: a title within a table": "/Caption" in kinds[1:],
    })  # fmt: skip
    taken: dict[int, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for cell in tags_in(row):
            yield from _cell(cell, number, taken, ids)
    if len({frozenset(columns) for columns in taken.values()}) > 1 or len(taken) > len(rows):
        yield "UA 7.2: a table of lines that are not equally long"


def _cell(cell: Any, row: int, taken: dict[int, set[int]], ids: set[str]) -> Iterator[str]:
    about = cell.get("/A", Dictionary())
    first = next(column for column in itertools.count() if column not in taken[row])
    columns = set(range(first, first + int(about.get("/ColSpan", 1))))
    heads = {str(head) for head in about.get("/Headers", ())}
    lines = range(row, row + int(about.get("/RowSpan", 1)))
    yield from told({
        "UA 7.2: cells upon each other": any(taken[line] & columns for line in lines),
        "UA 7.5: a head of a table that does not say of what": cell.S == "/TH"
        and about.get("/Scope") not in {"/Row", "/Column", "/Both"},
        "UA 7.5: a cell without a head": cell.S == "/TD" and (not heads or heads - ids),
    })  # fmt: skip
    for line in lines:
        taken[line] |= columns
