"""Every object, for what an archive may not hold; and the files attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pdf_audit.common import names, told

ACTIONS = names(
    "Launch JavaScript Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView"
    " SubmitForm GoToR GoToE Named Thread"
)
BLENDING = names(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight"
    " Difference Exclusion Hue Saturation Color Luminosity"
)
COVERED = names("DeviceRGB DeviceGray Pattern")
"""The colour spaces that the output intent speaks for."""

FILTERS = names("FlateDecode DCTDecode")
RELATIONS = names("Source Data Alternative Supplement Unspecified")


def objects(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at every object."""
    for owner in file.objects:
        for item in _nested(owner):
            if isinstance(item, pikepdf.String) and len(bytes(item)) > 32_767:
                yield "A 6.1.13: a text of more than 32,767 bytes"
            elif isinstance(item, Stream):
                yield from _stream(item)
            if isinstance(item, Dictionary | Stream):
                yield from _dictionary(item)


def attachments(file: pikepdf.Pdf) -> Iterator[str]:
    """Look at the files attached."""
    tree = file.Root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary()).get("/Names", Array())
    titles, files = [str(name) for name in list(tree)[::2]], list(tree)[1::2]
    declared = {about.objgen for about in file.Root.get("/AF", ())}
    yield from told({
        "PDF 7.9.6: files out of order": titles != sorted(titles),
        "A 6.8: an attached file that belongs to nothing": declared != {about.objgen for about in files},
    })  # fmt: skip
    for about in files:
        yield from _attached(about)


def is_covered(space: Any) -> bool:
    """Tell whether a colour space does without a device, or the output intent speaks for it."""
    if isinstance(space, Name):
        return str(space) in COVERED
    if isinstance(space, Dictionary):
        return all(is_covered(value) for value in space.values())
    kind = str(space[0])
    return kind in {"/ICCBased", "/Lab", "/CalRGB"} or (
        kind in {"/Indexed", "/Pattern"} and is_covered(space[1])
    )


def _dictionary(item: Any) -> Iterator[str]:
    state = item.get("/Type") == "/ExtGState" or {"/ca", "/CA", "/BM"} & item.keys()
    spaces = [item[key] for key in ("/ColorSpace", "/CS") if key in item]
    yield from told({
        "A 6.5.1: an action that is no link": item.get("/S") in ACTIONS or {"/JS", "/AA"} & item.keys(),
        "A 6.2.5: a state of graphics that is not allowed": state
        and ({"/TR", "/TR2", "/HTP", "/HT"} & item.keys() or item.get("/BM", "/Normal") not in BLENDING),
        "A 6.2.4: a colour that depends on the device": not all(map(is_covered, spaces)),
    })  # fmt: skip


def _stream(item: Any) -> Iterator[str]:
    filters = item.get("/Filter", Array())
    form = item.get("/Subtype") == "/Form"
    yield from told({
        "A 6.1.7: a stream outside the file": {"/F", "/FFilter", "/FDecodeParms"} & item.keys(),
        "A 6.1.7: a filter that no report needs": set(
            map(str, filters if isinstance(filters, Array) else [filters])
        ) - FILTERS,
        "A 6.2.8: a picture that readers smooth": item.get("/Interpolate", False),
        "A 6.2.8: a picture with others in its place": {"/Alternates", "/OPI"} & item.keys(),
        "A 6.2.9: a form from elsewhere": form and {"/Ref", "/PS", "/OPI"} & item.keys(),
        "A 6.2.2: a form without resources": form and "/Resources" not in item,
    })  # fmt: skip


def _attached(about: Any) -> Iterator[str]:
    content = about.get("/EF", Dictionary())
    if {"/F", "/UF"} - content.keys():
        yield "A 6.8: an attached file without content"
        return
    params = content.F.get("/Params", Dictionary())
    yield from told({
        "A 6.8: an attached file without name": not str(about.get("/F", "")) or not str(about.get("/UF", "")),
        "A 6.8: an attached file that nobody describes": not str(about.get("/Desc", "")),
        "A 6.8: an attached file that is nothing to the document": about.get("/AFRelationship")
        not in RELATIONS,
        "A 6.8: an attached file without media type": not re.fullmatch(
            r"/[-\w+.]+/[-\w+.]+", str(content.F.get("/Subtype", ""))
        ),
        "A 6.8: an attached file without date": not re.match(r"D:\d{14}", str(params.get("/ModDate", ""))),
        "A 6.8: an attached file of another size": params.get("/Size") != len(content.F.read_bytes()),
    })  # fmt: skip


def _nested(item: Any) -> Iterator[Any]:
    """Go through what an object holds itself, without what it refers to."""
    yield item
    if isinstance(item, Dictionary | Stream | Array):
        for value in item.values() if not isinstance(item, Array) else item:
            if not getattr(value, "is_indirect", False):
                yield from _nested(value)
