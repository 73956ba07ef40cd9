"""What a validator of PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) would complain of.

`audit` names each complaint by the clause of the standard: `A` for ISO 19005-3, `UA` for ISO 14289-1, `PDF` for
ISO 32000-1. It reads what WeasyPrint can write, and calls anything else a complaint rather than letting it pass.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pdf_tags import elements

STANDARD = {
    f"/{name}"
    for name in (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl"
        " LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu"
        " Figure Formula Form"
    ).split()
}
ABOVE = {
    "/LI": {"/L"}, "/LBody": {"/LI"}, "/Lbl": {"/LI"}, "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"}, "/TD": {"/TR"}, "/THead": {"/Table"}, "/TBody": {"/Table"}, "/TFoot": {"/Table"},
    "/Caption": {"/Table", "/L", "/Figure"},
}  # fmt: skip
"""Where an element may stand."""

BELOW = {
    "/L": {"/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"}, "/TR": {"/TH", "/TD"}, "/THead": {"/TR"},
    "/TBody": {"/TR"}, "/TFoot": {"/TR"}, "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
}  # fmt: skip
"""What an element may hold. PDF/UA lets a list stand in a list; a reader would announce it, so here it may not."""

NEVER_EMPTY = {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Table", "/TR", "/Figure", "/Link", "/Caption"}
PAINTING = set("f F f* B B* b b* S s sh Tj TJ ' \" BI EI INLINE IMAGE".split())
COLOURS = {"/DeviceRGB", "/DeviceGray", "/Pattern"}
BLENDING = {
    f"/{name}"
    for name in (
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference"
        " Exclusion Hue Saturation Color Luminosity"
    ).split()
}
XMP = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PREDEFINED = {
    "{http://purl.org/dc/elements/1.1/}": {"title", "creator", "description"},
    "{http://ns.adobe.com/pdf/1.3/}": {"Producer", "Keywords"},
    "{http://ns.adobe.com/xap/1.0/}": {"CreatorTool", "CreateDate", "ModifyDate"},
    "{http://www.aiim.org/pdfa/ns/id/}": {"part", "conformance"},
    "{http://www.aiim.org/pdfa/ns/extension/}": {"schemas"},
}


def audit(data: bytes) -> list[str]:
    """Return the complaints, each once with how often; none where the file is sound."""
    found = list(_file(data))
    with pikepdf.open(io.BytesIO(data)) as file:
        for check in (_syntax, _catalog, _metadata, _colours, _objects, _attachments, _annotations, _tree):
            found += check(file)
        found += _pages(file)
    return [f"{text} (x{times})" if times > 1 else text for text, times in Counter(found).items()]


def _file(data: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data):
        yield "A 6.1.2: the head of the file is not that of an archival one"
    if not re.search(rb"%%EOF\r?\n?\Z", data):
        yield "A 6.1.3: something follows the end of the file"
    if data.count(b"%%EOF") != 1:
        yield "A 6.1.3: the file was changed by an increment"


def _syntax(file: pikepdf.Pdf) -> Iterator[str]:
    for message in file.check_pdf_syntax():
        yield f"PDF: {message}"
    if len(file.trailer.get("/ID", ())) != 2 or not all(map(bytes, file.trailer.ID)):
        yield "A 6.1.3: no identifier in the trailer"
    if "/Encrypt" in file.trailer:
        yield "A 6.1.3: encrypted"


def _catalog(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    mark = root.get("/MarkInfo", Dictionary())
    if not mark.get("/Marked", False):
        yield "A 6.7.2: not marked as tagged"
    if mark.get("/Suspects", False):
        yield "UA 7.1: tags that are suspect"
    if not re.fullmatch("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", str(root.get("/Lang", ""))):
        yield "UA 7.2: no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "UA 7.1: the title is not shown in the window"
    for key in ("/AcroForm", "/OCProperties", "/Requirements", "/AA", "/Perms", "/Collection"):
        if key in root:
            yield f"A 6: {key} in the catalogue"
    if root.get("/Names", Dictionary()).keys() - {"/Dests", "/EmbeddedFiles"}:
        yield "A 6.10: names of something else than places and files"


def _metadata(file: pikepdf.Pdf) -> Iterator[str]:
    stream = file.Root.get("/Metadata")
    if stream is None or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "A 6.6.2: no metadata"
        return
    if "/Filter" in stream:
        yield "A 6.6.2: packed metadata, which a plain search does not find"
    text = stream.read_bytes()
    header = re.match(rb"<\?xpacket (.*?)\?>", text)
    if header is None or b"bytes=" in header[1] or b"encoding=" in header[1]:
        yield "A 6.6.2.1: the head of the metadata"
    said: dict[str, str] = {}
    described = {PDFUA} & {node.text for node in ElementTree.fromstring(text).iter() if node.tag.endswith("}namespaceURI")}
    for description in ElementTree.fromstring(text).iter(f"{XMP}Description"):
        if not description.tag.startswith(XMP) or f"{XMP}about" not in description.attrib:
            continue
        values = {node.tag: " ".join("".join(node.itertext()).split()) for node in description}
        for key, value in {**values, **description.attrib}.items():
            namespace, _, name = key.rpartition("}")
            if namespace + "}" != XMP:
                said[name] = value
                if name not in PREDEFINED.get(namespace + "}", ()) and namespace[1:] not in described:
                    yield f"A 6.6.2.3: {key} is described nowhere"
    if (said.get("part"), said.get("conformance")) not in {("1", "A"), ("3", "A")}:
        yield "A 6.6.4: does not say that it is PDF/A-3a"
    if b'pdfaid:part="3"' not in text and b"<pdfaid:part>3<" not in text:
        yield "A 6.6.4: another part of PDF/A"
    if b"<pdfuaid:part>1<" not in text:
        yield "UA 5: does not say that it is PDF/UA-1"
    if not said.get("title"):
        yield "UA 7.1: no title"
    pairs = {
        "/Title": "title", "/Author": "creator", "/Subject": "description", "/Keywords": "Keywords",
        "/Creator": "CreatorTool", "/Producer": "Producer", "/CreationDate": "CreateDate", "/ModDate": "ModifyDate",
    }  # fmt: skip
    for key, name in pairs.items():
        info, meta = " ".join(str(file.docinfo.get(key, "")).split()), said.get(name, "")
        if key.endswith("Date"):
            info, meta = (re.sub(r"[^0-9Z+]|^D:", "", value) for value in (info, meta))
        if info != meta:
            yield f"A 6.6.3: {key} is {info!r} here and {meta!r} there"
    for key in ("/CreationDate", "/ModDate"):
        if key in file.docinfo and not re.fullmatch(r"D:\d{8}(\d{6}(Z|[+-]\d\d'\d\d'?))?", str(file.docinfo[key])):
            yield f"PDF 7.9.4: {key} is no date"


def _colours(file: pikepdf.Pdf) -> Iterator[str]:
    intents = list(file.Root.get("/OutputIntents", ()))
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1" or "/DestOutputProfile" not in intents[0]:
        yield "A 6.2.3: not one output intent with a profile"
        return
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        yield "A 6.2.3: a broken colour profile"
    elif data[12:16] not in {b"mntr", b"prtr"} or data[16:20] != b"RGB " or profile.N != 3 or data[8] > 4:
        yield "A 6.2.3: not a profile of RGB colours"


def _objects(file: pikepdf.Pdf) -> Iterator[str]:
    for owner in file.objects:
        for item in _nested(owner):
            if isinstance(item, pikepdf.String) and len(bytes(item)) > 32767:
                yield "A 6.1.13: a text of more than 32,767 bytes"
            elif isinstance(item, Dictionary | Stream):
                yield from _dictionary(item)


def _dictionary(item: Any) -> Iterator[str]:
    if item.get("/S") in {"/Launch", "/JavaScript", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide",
                          "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/SubmitForm", "/GoToR", "/GoToE",
                          "/Named", "/Thread"} or "/JS" in item or "/AA" in item:  # fmt: skip
        yield "A 6.5.1: an action besides links"
    if isinstance(item, Stream):
        if item.keys() & {"/F", "/FFilter", "/FDecodeParms"}:
            yield "A 6.1.7: a stream outside the file"
        filters = item.get("/Filter", Array())
        if any(name not in {"/FlateDecode", "/DCTDecode"} for name in (filters if isinstance(filters, Array) else [filters])):
            yield "A 6.1.7: a filter that is not allowed"
        if item.get("/Interpolate", False) or item.keys() & {"/Alternates", "/OPI"}:
            yield "A 6.2.8: an image that readers draw as they like"
        if item.get("/Subtype") == "/Form" and item.keys() & {"/Ref", "/PS", "/OPI"}:
            yield "A 6.2.9: a form from outside"
        if item.get("/Subtype") == "/Form" and "/Resources" not in item:
            yield "A 6.2.2: a form without its own resources"
    if item.get("/Type") == "/ExtGState" or {"/ca", "/CA", "/BM"} & item.keys():
        if item.keys() & {"/TR", "/TR2", "/HTP", "/HT"} or item.get("/BM", Name.Normal) not in BLENDING:
            yield "A 6.2.5: a graphics state that is not allowed"
    for key in ("/ColorSpace", "/CS"):
        if key in item and not _is_covered(item[key]):
            yield "A 6.2.4: a colour that depends on the device"


def _is_covered(space: Any) -> bool:
    """Tell whether a colour space is independent of the device or covered by the output intent."""
    if isinstance(space, Name):
        return str(space) in COLOURS
    if isinstance(space, Dictionary):
        return all(_is_covered(value) for value in space.values())
    kind = str(space[0])
    return kind in {"/ICCBased", "/Lab", "/CalRGB"} or (kind in {"/Indexed", "/Pattern"} and _is_covered(space[1]))


def _nested(item: Any) -> Iterator[Any]:
    """Go through what an object holds itself, without what it refers to."""
    yield item
    if isinstance(item, Dictionary | Stream):
        values = list(item.values())
    elif isinstance(item, Array):
        values = list(item)
    else:
        return
    for value in values:
        if not getattr(value, "is_indirect", False):
            yield from _nested(value)


def _attachments(file: pikepdf.Pdf) -> Iterator[str]:
    tree = file.Root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary()).get("/Names", Array())
    named = list(tree)[1::2]
    declared = [about.objgen for about in file.Root.get("/AF", ())]
    if [str(name) for name in list(tree)[::2]] != sorted(str(name) for name in list(tree)[::2]):
        yield "PDF 7.9.6: files out of order"
    if sorted(declared) != sorted(about.objgen for about in named):
        yield "A 6.8: an attached file that nothing is associated with"
    for about in named:
        if not str(about.get("/F", "")) or not str(about.get("/UF", "")) or not str(about.get("/Desc", "")):
            yield "A 6.8: an attached file without name or description"
        if about.get("/AFRelationship") not in {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}:
            yield "A 6.8: an attached file that is nothing to the document"
        contents = about.get("/EF", Dictionary())
        if {"/F", "/UF"} - contents.keys():
            yield "A 6.8: an attached file without contents"
            continue
        if not re.fullmatch(r"/[-\w+.]+/[-\w+.]+", str(contents.F.get("/Subtype", ""))):
            yield "A 6.8: an attached file without media type"
        params = contents.F.get("/Params", Dictionary())
        if not re.match(r"D:\d{14}", str(params.get("/ModDate", ""))) or params.get("/Size") != len(contents.F.read_bytes()):
            yield "A 6.8: an attached file without date or with a wrong size"


def _annotations(file: pikepdf.Pdf) -> Iterator[str]:
    parents = _numbers(file)
    for page in file.pages:
        for note in page.get("/Annots", ()):
            if page.get("/Tabs") != "/S":
                yield "UA 7.18.3: the order of links is not that of the tags"
            if note.get("/Subtype") != "/Link":
                yield "A 6.3.1: an annotation that is no link"
            if note.get("/F", 0) != 4:
                yield "A 6.3.2: a link that is not printed"
            if not str(note.get("/Contents", "")).strip():
                yield "UA 7.18.5: a link that does not say where it leads"
            elif str(note.Contents) == str(note.get("/Dest", "")):
                yield "UA 7.18.5: a link that names its target in the tongue of machines"
            element = parents.get(note.get("/StructParent", -1))
            if element is None or element.get("/S") != "/Link":
                yield "UA 7.18.5: a link outside the tags"
            elif all(item.get("/Obj") is None or item.Obj.objgen != note.objgen for item in _kids(element) if isinstance(item, Dictionary)):
                yield "UA 7.18.5: a tag that does not know its link"


def _tree(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root.get("/StructTreeRoot")
    if root is None:
        yield "A 6.7.3: no tags"
        return
    if "/RoleMap" in root:
        yield "UA 7.1: kinds of tags of one's own"
    if [str(item.get("/S")) for item in _kids(root)] != ["/Document"]:
        yield "PDF 14.8: the tags are not below one document"
    ids = {str(element.ID) for element in elements(file) if "/ID" in element}
    listed = [str(name) for name in list(root.get("/IDTree", Dictionary()).get("/Names", Array()))[::2]]
    if listed != sorted(ids):
        yield "PDF 14.7.2: not all marks of tags in their list"
    level = 0
    for element in elements(file):
        kind = str(element.S)
        kids = [item for item in _kids(element) if isinstance(item, Dictionary) and "/S" in item]
        if kind not in STANDARD:
            yield f"UA 7.1: {kind} is no standard tag"
        if any(item.get("/P", Dictionary()) is None or item.P.objgen != element.objgen for item in kids):
            yield f"UA 7.1: a tag in {kind} with another parent"
        if any(str(item.S) in ABOVE and kind not in ABOVE[str(item.S)] for item in kids):
            yield f"UA 7.2: {', '.join(sorted({str(item.S) for item in kids}))} in {kind}"
        if kind in BELOW and (_kids_outside(element) or {str(item.S) for item in kids} - BELOW[kind]):
            yield f"UA 7.2: {kind} holds {', '.join(sorted({str(item.S) for item in kids} - BELOW[kind])) or 'text'}"
        if kind in NEVER_EMPTY and not _has_content(element):
            yield f"UA 7.1: {kind} without content"
        if re.fullmatch("/H[1-6]", kind):
            if int(kind[2]) > level + 1:
                yield f"UA 7.4.2: {kind} after level {level}"
            level = int(kind[2])
        if kind in {"/H", "/Note", "/Formula", "/Form", "/Annot"}:
            yield f"UA 7: {kind} needs checks of its own"
        if kind == "/Figure":
            yield from _figure(element)
        if kind == "/Link":
            yield from _link(element)
        if kind == "/Table":
            yield from _table(element, ids)


def _figure(element: Any) -> Iterator[str]:
    if len(str(element.get("/Alt", "")).strip()) == 0:
        yield "UA 7.3: a picture without words"
    box = [float(value) for value in element.get("/A", Dictionary()).get("/BBox", ())]
    page = [float(value) for value in element.Pg.MediaBox]
    inside = len(box) == 4 and page[0] - 1 <= box[0] < box[2] <= page[2] + 1 and page[1] - 1 <= box[1] < box[3] <= page[3] + 1
    if not inside:
        yield f"PDF 14.8.5: a picture with its frame off the page"


def _link(element: Any) -> Iterator[str]:
    if not any(isinstance(item, Dictionary) and item.get("/Type") == "/OBJR" for item in _kids(element)):
        yield "UA 7.18.5: a tag of a link without one"


def _table(element: Any, ids: set[str]) -> Iterator[str]:
    kinds = [str(item.S) for item in _kids(element) if isinstance(item, Dictionary)]
    if kinds.count("/THead") > 1 or ("/THead" in kinds and "/TBody" not in kinds):
        yield "UA 7.2: a table with several heads, or a head and no body"
    if "/Caption" in kinds[1:-1] or kinds.count("/Caption") > 1:
        yield "UA 7.2: a title within a table"
    rows = [row for row in _elements_below(element) if row.S == "/TR"]
    taken: dict[int, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        column = 0
        for cell in _kids(row):
            shape = _attributes(cell, "/Table")
            across, down = int(shape.get("/ColSpan", 1)), int(shape.get("/RowSpan", 1))
            while column in taken[at]:
                column += 1
            for line in range(at, at + down):
                if taken[line] & set(range(column, column + across)):
                    yield "UA 7.2: cells of a table that overlap"
                taken[line] |= set(range(column, column + across))
            if cell.S == "/TH" and shape.get("/Scope") not in {"/Row", "/Column", "/Both"}:
                yield "UA 7.5: a head of a table that does not say of what"
            if cell.S == "/TD" and (not shape.get("/Headers") or {str(item) for item in shape.Headers} - ids):
                yield "UA 7.5: a cell of a table without head"
    if len({frozenset(columns) for columns in taken.values()}) != 1 or len(taken) != len(rows):
        yield "UA 7.2: lines of a table of different lengths"


def _attributes(element: Any, owner: str) -> Any:
    found = element.get("/A", Dictionary())
    return found if found.get("/O") == owner else Dictionary()


def _elements_below(element: Any) -> Iterator[Any]:
    for item in _kids(element):
        if isinstance(item, Dictionary) and "/S" in item:
            yield item
            if item.S in {"/THead", "/TBody", "/TFoot"}:
                yield from _elements_below(item)


def _kids(element: Any) -> list[Any]:
    found = element.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]


def _kids_outside(element: Any) -> list[Any]:
    """Return what stands in an element without a tag of its own."""
    return [item for item in _kids(element) if not isinstance(item, Dictionary) or "/S" not in item]


def _has_content(element: Any) -> bool:
    return any(
        not isinstance(item, Dictionary) or (item.get("/Type") != "/OBJR" and _has_content(item)) for item in _kids(element)
    )


def _numbers(file: pikepdf.Pdf) -> dict[int, Any]:
    """Return what the tree of parents says: an element for each link, elements for each page."""
    numbers = list(file.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary()).get("/Nums", ()))
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


@dataclass
class _Marks:
    """What the contents of pages use: pieces by their number, and the characters of each font."""

    pieces: Counter[int] = field(default_factory=Counter)
    drawn: dict[tuple[int, int], set[int]] = field(default_factory=lambda: defaultdict(set))
    fonts: dict[tuple[int, int], Any] = field(default_factory=dict)


def _pages(file: pikepdf.Pdf) -> Iterator[str]:
    parents = _numbers(file)
    claimed: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    owners = {}
    for element in elements(file):
        for item in _kids(element):
            if isinstance(item, int):
                claimed[element.Pg.objgen][item] += 1
                owners[element.Pg.objgen, item] = element.objgen
    marks = _Marks()
    for page in file.pages:
        marks.pieces = Counter()
        yield from _content(page, page.Resources, marks, ())
        if marks.pieces != claimed[page.objgen]:
            yield "UA 7.1: the tags and the page disagree on the pieces of it"
        listed = parents.get(page.get("/StructParents", -1), Array())
        for piece in marks.pieces:
            place = listed[piece] if piece < len(listed) else None
            if place is None or place.objgen != owners.get((page.objgen, piece)):
                yield "PDF 14.7.4: a piece of a page that does not find its tag"
    for key, font in marks.fonts.items():
        yield from _font(font, marks.drawn[key])


def _content(page: Any, resources: Any, marks: _Marks, above: tuple[str, ...]) -> Iterator[str]:
    """Go through what draws a page or a part of it; above are the marks around it."""
    stack, font = list(above), None
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            depth += 1
            if depth > 28:
                yield "A 6.1.13: states of graphics nested too deeply"
        elif name == "Q":
            depth -= 1
        elif name in {"BMC", "BDC"}:
            yield from _mark(operands, marks, stack)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = resources.Font[operands[0]]
            marks.fonts[font.objgen] = font
        elif name in {"k", "K"} or (name in {"cs", "CS"} and not _is_covered(_space(resources, operands[0]))):
            yield "A 6.2.4: a colour that depends on the device"
        elif name == "ri" or name == "i":
            yield "A 6.2.6: an intent of rendering"
        elif name in {"Tj", "TJ", "'", '"'}:
            if font is None:
                yield "PDF 9.3: text without a font"
            else:
                marks.drawn[font.objgen] |= _codes(operands)
        elif name == "Do":
            form = resources.XObject[operands[0]]
            if not stack:
                yield "UA 7.1: something is neither tagged nor decoration"
            elif form.Subtype == "/Form":
                yield from _content(form, form.Resources, marks, tuple(stack))
        elif name in {"scn", "SCN"} and operands and isinstance(operands[-1], Name):
            pattern = resources.Pattern[operands[-1]]
            if pattern.PatternType == 1:
                yield from _content(pattern, pattern.Resources, marks, ("Artifact",))
        if name in PAINTING and not stack:
            yield "UA 7.1: something is neither tagged nor decoration"
    if len(stack) != len(above):
        yield "PDF 14.6: marks that are not closed"


def _mark(operands: Any, marks: _Marks, stack: list[str]) -> Iterator[str]:
    tag = str(operands[0])
    piece = operands[1].get("/MCID") if len(operands) > 1 else None
    if tag == "/Artifact" and "tagged" in stack:
        yield "UA 7.1: decoration within tagged content"
    if piece is not None:
        if stack:
            yield "UA 7.1: tagged content within other marks"
        marks.pieces[int(piece)] += 1
    elif tag != "/Artifact":
        yield "UA 7.1: a mark that is neither a tag nor decoration"
    stack.append("Artifact" if tag == "/Artifact" else "tagged")


def _space(resources: Any, name: Any) -> Any:
    return resources.get("/ColorSpace", Dictionary()).get(name, name)


def _codes(operands: Any) -> set[int]:
    texts = operands[0] if isinstance(operands[0], Array) else [operands[-1]]
    raw = [bytes(text) for text in texts if isinstance(text, pikepdf.String)]
    return {int.from_bytes(text[at : at + 2], "big") for text in raw for at in range(0, len(text), 2)}


def _font(font: Any, codes: set[int]) -> Iterator[str]:
    from fontTools.ttLib import TTFont

    if font.Subtype != "/Type0" or font.Encoding != "/Identity-H":
        yield f"A 6.2.11: {font.BaseFont} is not what WeasyPrint makes of a font of outlines"
        return
    below = font.DescendantFonts[0]
    described = below.get("/FontDescriptor", Dictionary())
    program = described.get("/FontFile2", described.get("/FontFile3"))
    if program is None:
        yield f"A 6.2.11.4: {font.BaseFont} is not embedded"
        return
    if below.Subtype == "/CIDFontType2" and below.get("/CIDToGIDMap") != "/Identity":
        yield f"A 6.2.11.3: {font.BaseFont} without a map to its shapes"
    if "/CIDSet" in described:
        yield f"A 6.2.11.4: {font.BaseFont} with a list of its shapes that may be wrong"
    words = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace")
        for code, text in re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", font.get("/ToUnicode", Stream(pikepdf.new(), b"")).read_bytes().decode())
    }
    widths = _widths(below.get("/W", Array()))
    with TTFont(io.BytesIO(program.read_bytes())) as shapes:
        count, per_em = shapes["maxp"].numGlyphs, shapes["head"].unitsPerEm
        order = shapes.getGlyphOrder()
        for code in sorted(codes):
            if code == 0:
                yield f"A 6.2.11.8: {font.BaseFont} draws the sign of a missing character"
            elif code >= count:
                yield f"A 6.2.11.4: {font.BaseFont} lacks a shape"
            elif code not in widths or abs(widths[code] - shapes["hmtx"][order[code]][0] * 1000 / per_em) > 1:
                yield f"A 6.2.11.5: {font.BaseFont} has another width than it says"
            text = words.get(code, "")
            if not text:
                yield f"A 6.2.11.7: {font.BaseFont} draws a shape that has no character"
            elif any(sign in "\0\ufeff\ufffe\ufffd" for sign in text) or any(unicodedata.category(sign) in {"Co", "Cs", "Cn"} for sign in text):
                yield f"A 6.2.11.7: {font.BaseFont} draws a shape for {text!a}"


def _widths(array: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    items = list(array)
    while items:
        first = int(items.pop(0))
        second = items.pop(0)
        if isinstance(second, Array):
            found |= {first + at: float(width) for at, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(items.pop(0)))
    return found
