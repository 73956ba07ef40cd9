"""The tags of a PDF, mended where WeasyPrint leaves them short of PDF/UA-1.

WeasyPrint makes a tag of every box. What that gets wrong is put right here, once all is drawn: parts of lists
at places where none may stand, heads of tables that don't say of what they are, running heads among the text,
frames of pictures in pixels from the top, links that name their target by its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignment_maturity.printing.embedding import PdfFile

POINTS = 0.75
"""In a pixel of CSS."""

CELLS = frozenset({"/TD", "/TH"})
PARTS_OF_LISTS = frozenset({"/LI", "/Caption"})
PARTS_OF_ITEMS = frozenset({"/Lbl", "/LBody"})


def mend(pdf: PdfFile, document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Mend the tags of a document that is drawn and not yet written."""
    _Mending(pdf).run()
    _say_where_links_lead(document)


def _say_where_links_lead(document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Let a link say its own words, instead of the id of its target."""
    import pydyf

    for page in document.pages:
        for _kind, _target, _place, box in page.links:
            words = " ".join("".join(box.element.itertext()).split())
            if box.link_annotation and words:
                box.link_annotation["Contents"] = pydyf.String(words)


class _Mending:
    """A walk through the tags of a PDF.

    A tag is a dictionary: `S` says what it is, `P` where it stands, `K` what it holds, which is other tags,
    links and the numbers of pieces of a page.
    """

    def __init__(self, pdf: PdfFile) -> None:
        self._pdf = pdf
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        self._kept: set[bytes] = set()
        self._names: list[tuple[str, bytes]] = []
        self._dropped: set[int] = set()

    def run(self) -> None:
        import pydyf

        self._walk(self._object(self._root["K"][0]), "")
        names = pydyf.Array()
        for name, reference in sorted(self._names):
            names.extend((pydyf.String(name), reference))
        self._root["IDTree"] = pydyf.Dictionary({"Names": names})
        self._set_running_heads_apart()
        numbers = self._object(self._root["ParentTree"])["Nums"]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        numbers[:] = [part for pair in pairs if pair[0] not in self._dropped for part in pair]

    def _walk(self, tag: Any, above: str, *, linked: bool = False) -> None:  # noqa: ANN401 - pydyf has no types
        """Mend a tag and all below it, and drop what holds nothing; an empty cell is a cell."""
        links = [kid for kid in tag["K"] if self._is_link(kid)]
        if linked:
            self._drop(links, tag)
        if links and not linked:
            tag["S"] = "/Link"
        elif tag["S"] == "/Link":
            tag["S"] = "/Span"
        elif (tag["S"] == "/LI" and above != "/L") or (tag["S"] in PARTS_OF_ITEMS and above != "/LI"):
            tag["S"] = "/NonStruct"
        for kid in self._tags(tag):
            self._walk(kid, tag["S"], linked=linked or bool(links))
            if not kid["K"] and kid["S"] not in CELLS:
                tag["K"].remove(kid.reference)
                kid.clear()
        if tag["K"] or tag["S"] in CELLS:
            self._keep(tag, above)

    def _keep(self, tag: Any, above: str) -> None:  # noqa: ANN401 - pydyf has no types
        """Mend a tag that holds something, once all below it is mended."""
        self._kept.add(tag.reference)
        if "ID" in tag:
            self._names.append((tag["ID"].string, tag.reference))
        match tag["S"]:
            case "/L":
                self._mend_list(tag)
            case "/LI":
                self._mend_item(tag)
            case "/TR":
                self._mend_row(tag, above)
            case "/Figure":
                self._mend_picture(tag)

    def _drop(self, links: list[bytes], tag: Any) -> None:  # noqa: ANN401 - pydyf has no types
        """Take out links that lie within another one to the same place: one for every box of it."""
        for link in links:
            tag["K"].remove(link)
            reference = self._object(link)
            note = self._object(reference["Obj"])
            self._object(reference["Pg"])["Annots"].remove(note.reference)
            self._dropped.add(note["StructParent"])
            note.clear()
            reference.clear()

    def _mend_list(self, tag: Any) -> None:  # noqa: ANN401 - pydyf has no types
        """Let a list hold nothing but its items."""
        import pydyf

        while len(tag["K"]) == 1 and [kid["S"] for kid in self._tags(tag)] == ["/L"]:
            (inner,) = self._tags(tag)
            self._fill(tag, inner["K"])
            inner.clear()
        items: list[Any] = []
        for kid in self._tags(tag):
            if kid["S"] in PARTS_OF_LISTS:
                items.append(kid)
            elif items and items[-1]["S"] == "/LI":
                body = self._object(items[-1]["K"][-1])
                self._fill(body, [*body["K"], kid.reference])
            else:
                items.append(self._new("/LI", tag, [self._new("/LBody", tag, [kid.reference]).reference]))
        self._fill(tag, [item.reference for item in items])
        if any(part["S"] == "/Lbl" for item in items for part in self._tags(item)):
            tag["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Decimal"})

    def _mend_item(self, tag: Any) -> None:  # noqa: ANN401 - pydyf has no types
        """Let an item hold its number and one body."""
        labels = [kid.reference for kid in self._tags(tag) if kid["S"] == "/Lbl"]
        rest = [kid for kid in tag["K"] if kid not in labels]
        bodies = [kid for kid in self._tags(tag) if kid["S"] == "/LBody"]
        if len(rest) != 1 or not bodies:
            for body in bodies:
                body["S"] = "/Div"
            rest = [self._new("/LBody", tag, rest).reference]
        self._fill(tag, [*labels, *rest])

    def _mend_row(self, tag: Any, above: str) -> None:  # noqa: ANN401 - pydyf has no types
        """Let the heads in a row say whether they are of the row or of columns."""
        cells = self._tags(tag)
        of_columns = above == "/THead" or all(cell["S"] == "/TH" for cell in cells)
        for cell in cells:
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = "/Column" if of_columns else "/Row"

    def _mend_picture(self, tag: Any) -> None:  # noqa: ANN401 - pydyf has no types
        """Give the frame of a picture in points from the lower left corner."""
        import pydyf

        width, height = self._object(tag["Pg"])["MediaBox"][2:]
        left, top, right, bottom = (POINTS * place for place in tag["A"]["BBox"])
        frame = (max(left, 0), max(height - bottom, 0), min(right, width), min(height - top, height))
        tag["A"]["BBox"] = pydyf.Array(frame)

    def _set_running_heads_apart(self) -> None:
        """Mark as decoration the pieces of pages whose tags no walk comes to: what stands in the margins."""
        import pydyf

        numbers = self._object(self._root["ParentTree"])["Nums"]
        pages = [self._object(reference) for reference in self._pdf.page_references]
        for page in pages:
            tags = numbers[2 * page["StructParents"] + 1]
            apart = {at for at, reference in enumerate(tags) if reference not in self._kept}
            commands = self._object(page["Contents"]).stream
            for at, command in enumerate(commands):
                if isinstance(command, pydyf.Dictionary) and command.get("MCID") in apart:
                    commands[at - 1] = "/Artifact"
                    commands[at] = pydyf.Dictionary({"Type": "/Pagination"})
            for at in apart:
                self._forget(tags[at])
                tags[at] = "null"

    def _forget(self, reference: bytes) -> None:
        """Empty a tag that nothing leads to, and those it stands in."""
        while reference not in self._kept and (tag := self._object(reference)):
            reference = tag["P"]
            tag.clear()

    def _new(self, kind: str, above: Any, kids: Iterable[object]) -> Any:  # noqa: ANN401 - pydyf has no types
        import pydyf

        tag = pydyf.Dictionary(
            {"Type": "/StructElem", "S": kind, "K": pydyf.Array(), "Pg": above["Pg"], "P": above.reference}
        )
        self._pdf.add_object(tag)
        self._kept.add(tag.reference)
        self._fill(tag, kids)
        return tag

    def _fill(self, tag: Any, kids: Iterable[object]) -> None:  # noqa: ANN401 - pydyf has no types
        """Let a tag hold these and be where they stand."""
        tag["K"][:] = kids
        for kid in self._tags(tag):
            kid["P"] = tag.reference

    def _tags(self, tag: Any) -> list[Any]:  # noqa: ANN401 - pydyf has no types
        """Return the tags right below one."""
        return [found for found in self._objects(tag) if "S" in found]

    def _objects(self, tag: Any) -> Iterator[Any]:  # noqa: ANN401 - pydyf has no types
        return (self._object(kid) for kid in tag["K"] if not isinstance(kid, int))

    def _is_link(self, kid: object) -> bool:
        return isinstance(kid, bytes) and "Obj" in self._object(kid)

    def _object(self, reference: bytes) -> Any:  # noqa: ANN401 - pydyf has no types
        return self._pdf.objects[int(reference.split()[0])]
