"""`verify`: what blanks, covers, hides or replaces something in a report without touching its words is found.

Each way is tried on a report whose pages can be printed again, and on one that hides a group, where only what
was recorded can be compared.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from alignment_maturity.verification.checks import Outcome, Verification
from alignment_maturity.verification.pdf_file import parse_pdf
from alignment_maturity.verification.repeating import Looks
from brand.materials import SVG, brand, png
from report.made import company, wave

from .conftest import Command
from .test_verify import (
    ALONE,
    EVERYBODY,
    Tampering,
    both,
    codes,
    older_one,
    printed,
    specification,
    tampered,
    verified,
)

Name, Dictionary = pikepdf.Name, pikepdf.Dictionary
REPORTED = ("board", "ladder", "discussion", "plan", "roadmap", "method")
"""Sections with drawings, transparency and a link."""


@cache
def usual() -> bytes:
    return printed(wave(*company(EVERYBODY)), sections=REPORTED)


@cache
def hiding() -> bytes:
    return printed(wave(*company(ALONE)), sections=REPORTED)


REPORTS = {"made again": usual, "hiding a group": hiding}


def differing(found: Verification) -> dict[str, list[str]]:
    """Return the places of the differences, by check."""
    return {
        check.name: [each.where for each in check.differences]
        for check in found.checks
        if check.outcome is Outcome.DIFFERS
    }


# --- pages, and what they are drawn with ----------------------------------------------------------------


def states(file: pikepdf.Pdf) -> Any:
    return file.pages[1].obj.Resources.ExtGState


def form(file: pikepdf.Pdf) -> Any:
    """Return a drawing that pages use."""
    return next(each for _, each in sorted(file.pages[1].obj.Resources.XObject.items()))


def of_page(**entries: Any) -> Tampering:
    def change(file: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            file.pages[1].obj[f"/{key}"] = value

    return change


def invisible(file: pikepdf.Pdf) -> None:
    states(file)["/a1.0"] = Dictionary(ca=0)


def blended(file: pikepdf.Pdf) -> None:
    states(file)["/a1.0"].BM = Name.Screen


def masked(file: pikepdf.Pdf) -> None:
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)
    nothing = file.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900], Group=group)
    states(file)["/a1.0"].SMask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=nothing)


def exchanged(file: pikepdf.Pdf) -> None:
    """Let what is opaque be transparent, by names that were there already."""
    found = states(file)
    found["/a1.0"], found["/a0.0"] = Dictionary(found["/a0.0"]), Dictionary(found["/a1.0"])


def state_gone(file: pikepdf.Pdf) -> None:
    del states(file)["/a0.0"]


def boxed(file: pikepdf.Pdf) -> None:
    form(file).BBox = [0, 0, 0, 0]


def moved(file: pikepdf.Pdf) -> None:
    form(file).Matrix = [1, 0, 0, 1, 5000, 0]


def emptied(file: pikepdf.Pdf) -> None:
    form(file).write(b"")


def emptied_within(file: pikepdf.Pdf) -> None:
    """Make what a drawing is drawn with invisible."""
    form(file).Resources.ExtGState = Dictionary({"/a1.0": Dictionary(ca=0), "/a1": Dictionary(ca=0)})


def squeezed(file: pikepdf.Pdf) -> None:
    font = next(each for _, each in sorted(file.pages[1].obj.Resources.Font.items()))
    font.DescendantFonts[0].W = []


def recoloured(file: pikepdf.Pdf) -> None:
    spaces = file.pages[1].obj.Resources.ColorSpace
    spaces["/srgb"] = pikepdf.Array([Name.Separation, Name("/None"), Name.DeviceGray, Dictionary()])


def hidden_layer(file: pikepdf.Pdf) -> None:
    """Put a drawing on a layer that is off."""
    layer = file.make_indirect(Dictionary(Type=Name.OCG, Name="level"))
    form(file).OC = layer
    off = pikepdf.Array([layer])
    file.Root.OCProperties = Dictionary(OCGs=off, D=Dictionary(OFF=off, BaseState=Name.ON))


def layers_alone(file: pikepdf.Pdf) -> None:
    file.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary(OFF=[]))


def other_pages(file: pikepdf.Pdf) -> None:
    """Let readers show an attached file instead of the pages."""
    file.Root.Collection = Dictionary(View=Name.H, D="other.pdf")


def endless(file: pikepdf.Pdf) -> None:
    """Let a drawing be drawn with itself, without end."""
    drawing = form(file)
    drawing.Resources = Dictionary(XObject=Dictionary({"/x0": drawing}))


def deep(file: pikepdf.Pdf) -> None:
    drawing = form(file)
    for _ in range(40):
        drawing = file.make_stream(
            b"/x Do", Subtype=Name.Form, Resources=Dictionary(XObject=Dictionary({"/x": drawing}))
        )
    file.pages[1].obj.Resources.XObject["/x0"] = drawing


PAGES: dict[str, tuple[Tampering, str]] = {
    "cropped": (of_page(CropBox=[0, 0, 300, 400]), "p. 2"),
    "another sheet": (of_page(MediaBox=[0, 400, 595, 842]), "p. 2"),
    "trimmed": (of_page(TrimBox=[0, 0, 1, 1]), "p. 2"),
    "turned": (of_page(Rotate=180), "p. 2"),
    "enlarged": (of_page(UserUnit=9), "p. 2"),
    "blended as a whole": (of_page(Group=Dictionary(S=Name.Transparency, K=True)), "p. 2"),
    "invisible letters": (invisible, "/ExtGState"),
    "blended away": (blended, "/ExtGState"),
    "masked": (masked, "/ExtGState"),
    "states exchanged": (exchanged, "/ExtGState"),
    "a state gone": (state_gone, "Resources"),
    "a box without extent": (boxed, "/XObject"),
    "moved off the page": (moved, "/XObject"),
    "a drawing emptied": (emptied, "/XObject|p."),
    "a drawing emptied within": (emptied_within, "/XObject"),
    "letters squeezed": (squeezed, "/Font|p."),
    "colours changed": (recoloured, "/ColorSpace"),
    "within itself": (endless, "/XObject|p."),
    "deep": (deep, "/XObject|p."),
    "a layer that is off": (hidden_layer, "/OCProperties"),
    "layers": (layers_alone, "/OCProperties"),
    "a collection": (other_pages, "/Collection"),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", PAGES)
def test_pages_that_show_something_else_are_found_and_named(name: str, report: str) -> None:
    tampering, place = PAGES[name]
    found = verified(tampered(REPORTS[report](), tampering))
    assert not found.holds
    # Where words are gone, the page is named.
    told = [where for places in differing(found).values() for where in places]
    assert any({where, where[:2]} & {*place.split("|")} for where in told), told


@pytest.mark.parametrize("name", ["cropped", "invisible letters", "moved off the page"])
def test_another_version_of_the_program_is_no_excuse(name: str) -> None:
    found = verified(tampered(usual(), both(older_one, PAGES[name][0])))
    assert differing(found) == {"untouched": [PAGES[name][1]]}


def test_a_drawing_as_printed_now_but_not_as_recorded_does_not_hold() -> None:
    """Of a page and its record, one was changed."""

    def other_record(file: pikepdf.Pdf) -> None:
        stream = specification(file, "report.json").EF.F
        record = json.loads(stream.read_bytes())
        record["pages"][0] = "0" * 64
        stream.write(json.dumps(record).encode())

    assert "record" in differing(verified(tampered(usual(), other_record)))


def redrawn(file: pikepdf.Pdf) -> None:
    """Draw the second page as another machine might: the same to the eye, in other words of PDF."""
    contents = file.pages[1].obj.Contents
    contents.write(contents.read_bytes() + b"\nq Q")


def test_pages_that_another_machine_drew_hold_with_a_caution() -> None:
    """Other versions of Pango move letters by a hair; the record says that the file is as it was drawn."""
    page = parse_pdf("report.pdf", tampered(usual(), redrawn)).pages[1]

    def recorded(file: pikepdf.Pdf) -> None:
        stream = specification(file, "report.json").EF.F
        record = json.loads(stream.read_bytes())
        record["pages"][1] = page.drawn
        stream.write(json.dumps(record).encode())

    found = verified(tampered(usual(), both(redrawn, recorded)))
    assert found.holds
    assert codes(found)["pages"] == "pages-drawn-here"
    assert not verified(tampered(usual(), both(redrawn, recorded, invisible))).holds


# --- what lies on pages ---------------------------------------------------------------------------------


def laid(file: pikepdf.Pdf, kind: pikepdf.Name, **entries: Any) -> Any:
    """Cover a part of the second page with something white."""
    shown = file.make_stream(
        b"1 g 0 0 200 200 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 200]
    )
    note = file.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=kind, Rect=[50, 500, 250, 700], AP=Dictionary(N=shown), F=4, **entries
        )
    )
    page = file.pages[1].obj
    page.Annots = pikepdf.Array([*page.get("/Annots", []), note])
    return note


def text_field(file: pikepdf.Pdf) -> None:
    note = laid(file, Name.Widget, FT=Name.Tx, T="level", V="5")
    file.Root.AcroForm = Dictionary(Fields=[note])


def unsigned_field(file: pikepdf.Pdf) -> None:
    note = laid(file, Name.Widget, FT=Name.Sig, T="Signature1")
    file.Root.AcroForm = Dictionary(Fields=[note], SigFlags=3)


def field_beside_a_signature(file: pikepdf.Pdf) -> None:
    """Let a field that is none of the signature's lie on the page."""
    value = Dictionary(Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"signed")
    signature = file.make_indirect(Dictionary(FT=Name.Sig, T="Signature1", V=value))
    file.Root.AcroForm = Dictionary(Fields=[signature], SigFlags=3)
    laid(file, Name.Widget, FT=Name.Sig, T="Signature2")


def linking(file: pikepdf.Pdf) -> Any:
    """Return what lies on the first page that has links."""
    return next(page.obj.Annots for page in file.pages if "/Annots" in page.obj)


def thick_border(file: pikepdf.Pdf) -> None:
    """Let the frame of a link cover the page."""
    link = linking(file)[0]
    link.Border, link.C = pikepdf.Array([0, 0, 900]), pikepdf.Array([1, 1, 1])


def link_gone(file: pikepdf.Pdf) -> None:
    del linking(file)[0]


ANNOTATIONS: dict[str, tuple[Tampering, str]] = {
    "a white square": (lambda file: laid(file, Name.Square, IC=[1, 1, 1]), "p. 2"),
    "a stamp": (lambda file: laid(file, Name.Stamp), "p. 2"),
    "a link with a look": (lambda file: laid(file, Name.Link, Dest="board"), "p. 2"),
    "a field outside any form": (lambda file: laid(file, Name.Widget, FT=Name.Tx), "p. 2"),
    "a field": (text_field, "p. 2"),
    "a signature's field, not signed": (unsigned_field, "p. 2"),
    "a field beside a signature": (field_beside_a_signature, "p. 2"),
    "the frame of a link": (thick_border, "p."),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", ANNOTATIONS)
def test_what_lies_over_figures_is_found_and_named(name: str, report: str) -> None:
    tampering, place = ANNOTATIONS[name]
    found = verified(tampered(REPORTS[report](), tampering))
    assert not found.holds
    assert any(where.startswith(place) for where in differing(found)["additions"])


@pytest.mark.parametrize("report", REPORTS)
def test_a_link_that_is_gone_is_noticed(report: str) -> None:
    assert not verified(tampered(REPORTS[report](), link_gone)).holds


# --- what is said of attachments ------------------------------------------------------------------------


def told_otherwise(key: str, value: Any) -> Tampering:
    return lambda file: specification(file, "answers.json").__setitem__(f"/{key}", value)


def renamed(file: pikepdf.Pdf) -> None:
    names = file.Root.Names.EmbeddedFiles.Names
    names[[str(name) for name in names].index("answers.json")] = pikepdf.String("answers-old.json")


def not_of_the_document(file: pikepdf.Pdf) -> None:
    del file.Root.AF


def two_contents(file: pikepdf.Pdf) -> None:
    """Let some programs take out another file under the same name."""
    specification(file, "answers.json").EF.F = file.make_stream(b"{}", Type=Name.EmbeddedFile)


def unlisted(file: pikepdf.Pdf) -> None:
    """Let a file belong to the document without being in the list."""
    stream = file.make_stream(b"{}", Type=Name.EmbeddedFile)
    more = Dictionary(Type=Name.Filespec, F="answers.json", UF="answers.json", EF=Dictionary(F=stream))
    file.Root.AF.append(file.make_indirect(more))


ATTACHMENTS: dict[str, tuple[Tampering, str]] = {
    "description": (told_otherwise("Desc", "The answers, corrected"), "answers.json: /Desc"),
    "name in older programs": (told_otherwise("F", "invoice.json"), "answers.json: /UF"),
    "name in newer programs": (told_otherwise("UF", "invoice.json"), "answers.json: /UF"),
    "relationship": (told_otherwise("AFRelationship", Name.Alternative), "answers.json: /AFRelationship"),
    "name in the list": (renamed, "answers-old.json"),
    "of no document": (not_of_the_document, "report.json: /AFRelationship"),
    "two contents": (two_contents, "answers.json"),
    "a file unlisted": (unlisted, "/AF answers.json"),
}


@pytest.mark.parametrize("name", ATTACHMENTS)
def test_attachments_that_are_told_otherwise_are_found_and_named(name: str) -> None:
    tampering, place = ATTACHMENTS[name]
    found = verified(tampered(hiding(), tampering))
    assert not found.holds
    assert place in differing(found)["attachments"]


# --- what does no harm ----------------------------------------------------------------------------------


def sheets_above(file: pikepdf.Pdf) -> None:
    """Say once for all pages what each said."""
    file.Root.Pages.MediaBox = file.pages[0].obj.MediaBox
    for page in file.pages:
        del page.obj["/MediaBox"]


def in_other_words(file: pikepdf.Pdf) -> None:
    """Say what readers take for granted, with fewer decimals."""
    for page in file.pages:
        box = [round(float(place), 5) for place in page.obj.MediaBox]
        page.obj.MediaBox, page.obj.CropBox = pikepdf.Array(box), pikepdf.Array(box)
        page.obj.Rotate, page.obj.UserUnit = 0, 1


@pytest.mark.parametrize("harmless", [sheets_above, in_other_words])
@pytest.mark.parametrize("report", REPORTS)
def test_the_same_said_otherwise_holds(harmless: Tampering, report: str) -> None:
    """Programs that save a file anew write its numbers and boxes in their own way."""
    assert verified(tampered(REPORTS[report](), harmless)).holds


def jpeg() -> str:
    data = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(data, "JPEG")
    coded = base64.b64encode(data.getvalue()).decode()
    return f'<image width="40" height="10" href="data:image/jpeg;base64,{coded}"/>'


def gradient_png(mode: str) -> bytes:
    data = io.BytesIO()
    Image.linear_gradient("L").convert(mode).save(data, "PNG")
    return data.getvalue()


LOGOS: dict[str, Callable[[], str | bytes]] = {
    "see-through": png,
    "opaque": lambda: gradient_png("RGB"),
    "grey": lambda: gradient_png("L"),
    "of a palette": lambda: gradient_png("P"),
    "photo in a drawing": lambda: SVG.format(jpeg()),
}


def pictures(file: pikepdf.Pdf) -> Sequence[Any]:
    found = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
    return [each for each in found if each.get("/Subtype") == Name.Image and "/SMask" in each] or [
        each for each in found if each.get("/Subtype") == Name.Image
    ]


def other_picture(file: pikepdf.Pdf) -> None:
    """Put another picture of the same size in place of the logo."""
    picture = pictures(file)[0]
    points = int(picture.Width) * int(picture.Height) * (1 if picture.ColorSpace == Name.DeviceGray else 3)
    picture.write(bytes(points))


@pytest.mark.parametrize("logo", LOGOS)
def test_a_brand_s_pictures_are_recorded(logo: str, tmp_path: Path) -> None:
    """A logo can cover a page; what was recorded must fit the file however its pictures are packed."""
    ours = brand(tmp_path, "format: 1\nname: Studio\nlogo: {file: logo}\n", {"logo": LOGOS[logo]()})
    data = printed(wave(*company(EVERYBODY)), brand=ours, sections=("board", "method"))
    with pikepdf.open(io.BytesIO(data)) as file:
        assert pictures(file)
    looks = Looks(brand=ours)
    assert codes(verified(data, looks=looks))["pages"] == "pages-very-file"
    assert verified(data).holds  # without the brand: as recorded
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(saved, recompress_flate=True, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    assert codes(verified(saved.getvalue(), looks=looks))["pages"] == "pages-saved-again"
    other = tampered(data, other_picture)
    assert differing(verified(other)) == {"untouched": ["/XObject"]}
    assert differing(verified(other, looks=looks)) == {"pages": ["/XObject"]}


def test_what_is_recorded_is_what_is_read() -> None:
    """Numbers, texts and streams are read back as they were written; all links are known."""
    for report in (usual(), hiding()):
        file = parse_pdf("report.pdf", report)
        record = json.loads(file.attachments["report.json"][0])
        laid_on = {each.sha256 for page in file.pages for each in page.annotations}
        assert laid_on
        assert [page.drawn for page in file.pages] == record["pages"]
        assert all({*page.tools, *laid_on} == set(record["tools"]) for page in file.pages)


def test_the_command_fails_where_a_page_is_blanked(command: Command, folder: Path) -> None:
    (folder / "blank.pdf").write_bytes(tampered(hiding(), invisible))
    told = command("verify", "blank.pdf", "--lang", "it")
    assert told.code == 1
    assert told.out.splitlines()[0] == "Il rapporto non è confermato."
    assert any(line.strip().startswith("trasparenza: nel rapporto /a1.0") for line in told.out.splitlines())
