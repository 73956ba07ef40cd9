"""Reports that archives accept and screen readers can read: PDF/A-3a and PDF/UA-1, as far as a test can tell.

What counts is the audit in `pdf_audit`; that it sees what it should is shown on files with one thing broken.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from alignment_maturity.printing.embedding import EmbeddedFile
from alignment_maturity.printing.fonts import SUBSTITUTE
from alignment_maturity.printing.pdf import print_html
from alignment_maturity.report.html import style_sheet
from alignment_maturity.report.pdf import print_report, render_pdf
from alignment_maturity.report.view import ReportOptions
from brand.materials import LEAST, brand, font, png
from pdf_audit import audit
from pdf_tags import elements
from report.made import company, earlier, ingredients, wave
from report.sample import case

FILE = EmbeddedFile("a.json", b"{}", "application/json", "Figures", "Data", dt.date(2026, 11, 21))
OTHER = EmbeddedFile("b.json", b"[]", "application/json", "Answers", "Source", dt.date(2026, 11, 21))
PAGE = (
    '<!doctype html><html lang="en"><head><title>Page</title>'
    '<meta name="dcterms.modified" content="2026-11-21"></head>'
    "<body><main><section><h1>Page</h1>{}</section></main></body></html>"
)
WHOLE = PAGE.format(
    '<h2 id="there">There</h2><p>Words <a href="#there">lead there</a>.</p><ol><li>One</li><li>Two</li></ol>'
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><title>A square</title>'
    '<path d="M0 0h9v9H0z" fill="#123" fill-opacity=".5"/></svg>'
    '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    '<tbody><tr><th scope="row">C</th><td>D</td></tr></tbody></table>'
)
"""A page with everything that can be broken."""

Break = Callable[[pikepdf.Pdf], None]


def printed(body: str) -> list[str]:
    """Return the complaints of a page of our own."""
    made = print_html(PAGE.format(body), style_sheet())
    assert made.messages == ()
    return audit(made.data)


# The documents


def test_a_report_with_earlier_waves_notes_and_attached_files() -> None:
    asked, told = company({"marketing": 4, "sales": 3, "leadership": 3}, date="2026-11-21")
    _, before = company({"marketing": 3, "sales": 3, "leadership": 3}, date="2025-11-21")
    made = ingredients(earlier(asked, before), wave(asked, told), lang="it", include_notes=True)
    assert audit(print_report(made).data) == []


def test_a_branded_report_with_a_picture_a_font_and_links(tmp_path: Path) -> None:
    """Archives refuse pictures that readers may smooth, which is what WeasyPrint asks them for."""
    text = LEAST + (
        "logo: {file: logo.png, alt: Studio}\nfonts: {family: Prova, regular: prova.ttf}\n"
        'own_sections:\n  - {id: us, title: We, text: "1. one\\n   - a\\n   - b\\n2. two\\n\\n> x\\n"}\n'
    )
    made = brand(tmp_path, text, {"logo.png": png(), "prova.ttf": font()})
    chosen = ReportOptions(("cover", "board", "plan", "us"), brand=made)
    assert audit(render_pdf(case("nine-steps"), "en", chosen).data) == []


# What users of templates of their own may write


@pytest.mark.parametrize(
    "body",
    [
        "<ul style='list-style: disc'><li>a<ul style='list-style: disc'><li>b</li></ul></li><li>c</li></ul>",
        "<ol><li><h2>a</h2><p>b</p></li><li>c<table><tr><th>d</th></tr></table></li></ol>",
        "<ul style='display: table'> <li style='display: table-cell'>a</li> <li>b</li> </ul>",
        "<ul><li style='display: inline'>a</li> <li style='display: inline'>b</li></ul>",
        "<ul><p>a</p><li>b</li></ul>",
        "<div><li>a</li></div>",
        "<ol style='display: table'><li><i>1</i> <i><b style='display: block'>a</b></i></li></ol>",
        "<p id='a'>a</p><p><a href='#a'>b <b>c</b></a></p><style>a::after { content: ' d' }</style>",
        "<table><tbody><tr><th>a</th><th>b</th></tr><tr><th scope='row'>c</th><td></td></tr></tbody></table>",
        "<div></div><p></p><ul><li></li></ul><section><div> </div></section>",
    ],
    ids=[
        "list in a list", "headings and tables in a list", "list as a table", "list in a line",
        "paragraph in a list", "item without a list", "lines in a line", "link with more after it",
        "table without a head", "nothing",
    ],
)  # fmt: skip
def test_markup_that_is_tagged_with_care(body: str) -> None:
    assert printed(body) == []


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff", "\ufff9", "\U000f0000"])
def test_characters_without_a_meaning_are_replaced(character: str) -> None:
    """An icon of somebody's font is no text: archives refuse it, and screen readers say nothing."""
    made = print_html(PAGE.format(f"<p>a{character}b</p>"), style_sheet())
    assert made.missing == character
    assert audit(made.data) == []
    with pikepdf.open(io.BytesIO(made.data)) as file:
        fonts = [value.ToUnicode.read_bytes() for value in file.pages[0].resources.Font.values()]
    assert any(f"<{ord(SUBSTITUTE):04x}>".encode() in words for words in fonts)


def test_heads_and_feet_of_pages_are_not_read_out() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(case("one-step"), "en", ReportOptions(("board",))).data)) as file:
        command = next(
            command
            for command in pikepdf.parse_content_stream(file.pages[0])
            if str(command.operator) == "BDC" and command.operands[0] == "/Artifact"
        )
        assert list(command.operands)[1].Type == "/Pagination"


def test_links_say_their_own_words(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as file:
        assert str(link(file).Contents) == "lead there"


# The auditor


@pytest.fixture(scope="module")
def whole() -> bytes:
    return print_html(WHOLE, style_sheet(), lambda _drawn: (FILE, OTHER)).data


def tag(file: pikepdf.Pdf, kind: str) -> Any:
    return next(element for element in elements(file) if str(element.S) == kind)


def link(file: pikepdf.Pdf) -> Any:
    return file.pages[0].Annots[0]


def profile(file: pikepdf.Pdf) -> Any:
    return file.Root.OutputIntents[0].DestOutputProfile


def attached(file: pikepdf.Pdf) -> Any:
    return file.Root.Names.EmbeddedFiles.Names[1]


def draw(file: pikepdf.Pdf, commands: bytes) -> None:
    """Draw something after all the rest of a page."""
    page = file.pages[0]
    page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + commands)


def write(file: pikepdf.Pdf, codes: bytes) -> None:
    name = str(next(iter(file.pages[0].Resources.Font.keys()))).encode()
    draw(file, b"/Artifact BMC BT " + name + b" 9 Tf " + codes + b" Tj ET EMC")


def upon_each_other(file: pikepdf.Pdf) -> None:
    heads = [found for found in elements(file) if found.S == "/TH"]
    heads[1].A.RowSpan = heads[2].A.ColSpan = 2


def said(file: pikepdf.Pdf, before: bytes, after: bytes) -> None:
    text = file.Root.Metadata.read_bytes()
    assert before in text
    file.Root.Metadata.write(text.replace(before, after))


def drop(found: Any, *keys: str) -> None:
    for key in keys:
        del found[key]


def put(found: Any, key: str | int, value: Any) -> None:
    found[key] = value


def text_font(file: pikepdf.Pdf) -> Any:
    return next(iter(file.pages[0].Resources.Font.values()))


def font_below(file: pikepdf.Pdf) -> Any:
    return text_font(file).DescendantFonts[0]


BREAKS: dict[str, Break] = {
    "A 6.7.2: not marked as tagged": lambda file: drop(file.Root, "/MarkInfo"),
    "UA 7.1: tags that are suspect": lambda file: put(file.Root.MarkInfo, "/Suspects", True),
    "UA 7.2: no language": lambda file: put(file.Root, "/Lang", String("")),
    "UA 7.1: windows do not show the title": lambda file: drop(file.Root, "/ViewerPreferences"),
    "A 6: something in the catalogue": lambda file: put(file.Root, "/OpenAction", Dictionary(S=Name.GoTo)),
    "A 6.10: names of something": lambda file: put(file.Root.Names, "/JavaScript", Dictionary()),
    "A 6.2.3: not one output intent": lambda file: drop(file.Root, "/OutputIntents"),
    "A 6.2.3: the profile is broken": lambda file: profile(file).write(bytes(128)),
    "A 6.2.3: the profile is not one of RGB": lambda file: put(profile(file), "/N", 4),
    "A 6.2.3: the profile is too new": lambda file: profile(file).write(
        profile(file).read_bytes()[:8] + b"\x05" + profile(file).read_bytes()[9:]
    ),
    "A 6.6.2: no metadata": lambda file: drop(file.Root, "/Metadata"),
    "A 6.6.2.3: colour is described": lambda file: said(
        file, b"</rdf:RDF>", b'<rdf:Description rdf:about="" xmlns:n="n:" n:colour="red"/></rdf:RDF>'
    ),
    "A 6.6.2: the head of the packet": lambda file: said(file, b"<?xpacket ", b'<?xpacket bytes="9" '),
    "A 6.6.4: no claim to be PDF/A-3a": lambda file: said(file, b'conformance="A"', b'conformance="B"'),
    "UA 5: no claim": lambda file: said(file, b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    "UA 7.1: no title": lambda file: said(file, b"dc:title", b"dc:description"),
    "A 6.6.3: /Title is told in two ways": lambda file: put(file.docinfo, "/Title", String("x")),
    "PDF 7.9.4: /ModDate is no date": lambda file: put(file.docinfo, "/ModDate", String("D:2026")),
    "A 6.5.1: an action": lambda file: put(link(file), "/A", Dictionary(S=Name.JavaScript, JS=String("1"))),
    "A 6.2.5: a state of graphics": lambda file: put(
        file.pages[0].Resources.ExtGState, "/x", Dictionary(Type=Name.ExtGState, TR=Name.Identity)
    ),
    "A 6.2.4: a colour that depends on the device": lambda file: draw(file, b"/Artifact BMC 0 0 0 1 k EMC"),
    "A 6.1.7: a filter": lambda file: put(file.Root, "/x", file.make_stream(b"", Filter=Name.JPXDecode)),
    "A 6.1.7: a stream outside": lambda file: put(file.Root, "/x", file.make_stream(b"", F=String("x"))),
    "A 6.2.8: a picture that readers smooth": lambda file: put(file.pages[0].Contents, "/Interpolate", True),
    "A 6.2.8: a picture with others": lambda file: put(file.pages[0].Contents, "/Alternates", Array()),
    "A 6.2.9: a form from elsewhere": lambda file: put(
        file.Root, "/x", file.make_stream(b"", Subtype=Name.Form, Ref=Dictionary(), Resources=Dictionary())
    ),
    "A 6.2.2: a form without": lambda file: put(file.Root, "/x", file.make_stream(b"", Subtype=Name.Form)),
    "A 6.1.13: a text of more": lambda file: put(tag(file, "/Figure"), "/Alt", String("x" * 40_000)),
    "A 6.1.13: states of graphics": lambda file: draw(file, b"q " * 29 + b"Q " * 29),
    "A 6.8: an attached file that belongs to nothing": lambda file: drop(file.Root, "/AF"),
    "A 6.8: an attached file without content": lambda file: drop(attached(file).EF, "/UF"),
    "A 6.8: an attached file without name": lambda file: drop(attached(file), "/UF"),
    "A 6.8: an attached file that nobody describes": lambda file: drop(attached(file), "/Desc"),
    "A 6.8: an attached file that is nothing": lambda file: drop(attached(file), "/AFRelationship"),
    "A 6.8: an attached file without media type": lambda file: drop(attached(file).EF.F, "/Subtype"),
    "A 6.8: an attached file without date": lambda file: drop(attached(file).EF.F.Params, "/ModDate"),
    "A 6.8: an attached file of another size": lambda file: put(attached(file).EF.F.Params, "/Size", 9),
    "PDF 7.9.6: files out of order": lambda file: put(
        file.Root.Names.EmbeddedFiles, "/Names", Array([*file.Root.Names.EmbeddedFiles.Names][2:]
        + [*file.Root.Names.EmbeddedFiles.Names][:2])
    ),
    "A 6.3.1: an annotation": lambda file: put(link(file), "/Subtype", Name.Stamp),
    "A 6.3.2: a link that is not printed": lambda file: drop(link(file), "/F"),
    "UA 7.18.3: links in another order": lambda file: drop(file.pages[0], "/Tabs"),
    "UA 7.18.5: a link without words": lambda file: put(link(file), "/Contents", link(file).Dest),
    "UA 7.18.5: a link that no tag knows": lambda file: drop(link(file), "/StructParent"),
    "UA 7.18.5: a tag of a link that is none": lambda file: put(
        tag(file, "/Link"), "/K", Array([kid for kid in tag(file, "/Link").K if isinstance(kid, int)])
    ),
    "UA 7.18.5: a link in a link": lambda file: put(
        tag(file, "/Link"), "/K", Array([*tag(file, "/Link").K, Dictionary(S=Name.Link)])
    ),
    "A 6.7.3: no tags": lambda file: drop(file.Root, "/StructTreeRoot"),
    "UA 7.1: kinds of tags of one's own": lambda file: put(
        file.Root.StructTreeRoot, "/RoleMap", Dictionary()
    ),
    "PDF 14.8.4: more than one document": lambda file: put(tag(file, "/Document"), "/S", Name.Part),
    "PDF 14.7.2: the list of tags": lambda file: drop(file.Root.StructTreeRoot, "/IDTree"),
    "UA 7.4.2: a heading of level 2": lambda file: put(tag(file, "/H1"), "/S", Name.P),
    "UA 7.1: /Heading is no kind of tag": lambda file: put(tag(file, "/H2"), "/S", Name.Heading),
    "UA 7.1: /L holds a tag of another parent": lambda file: drop(tag(file, "/LI"), "/P"),
    "UA 7.2: /L may not hold": lambda file: put(tag(file, "/LI"), "/S", Name.P),
    "UA 7.2: /Part is no place": lambda file: put(tag(file, "/Sect"), "/S", Name.LI),
    "UA 7.1: /H2 without content": lambda file: put(tag(file, "/H2"), "/K", Array()),
    "UA 7.6: a numbered list": lambda file: drop(tag(file, "/L"), "/A"),
    "UA 7.3: a picture without words": lambda file: drop(tag(file, "/Figure"), "/Alt"),
    "PDF 14.8.5: a picture whose frame": lambda file: drop(tag(file, "/Figure"), "/A"),
    "UA 7.2: a table of two heads": lambda file: put(tag(file, "/TBody"), "/S", Name.THead),
    "UA 7.2: a title within a table": lambda file: put(tag(file, "/TBody"), "/S", Name.Caption),
    "UA 7.2: cells upon each other": upon_each_other,
    "UA 7.2: a table of lines": lambda file: put(tag(file, "/TR"), "/K", Array([tag(file, "/TH")])),
    "UA 7.5: a head of a table": lambda file: drop(tag(file, "/TH").A, "/Scope"),
    "UA 7.5: a cell without a head": lambda file: put(tag(file, "/TD").A, "/Headers", Array([String("x")])),
    "UA 7.1: something is neither": lambda file: draw(file, b"0 0 9 9 re f"),
    "UA 7.1: decoration within": lambda file: draw(file, b"/Span <</MCID 999>> BDC /Artifact BMC EMC EMC"),
    "UA 7.1: something tagged within": lambda file: draw(file, b"/Artifact BMC /P <</MCID 999>> BDC EMC EMC"),
    "UA 7.1: a mark that is neither": lambda file: draw(file, b"/Span BMC EMC"),
    "UA 7.1: tags and page": lambda file: draw(file, b"/Span <</MCID 999>> BDC EMC"),
    "PDF 14.7.4: a piece of a page": lambda file: put(file.pages[0], "/StructParents", 9),
    "PDF 14.6: marks or states": lambda file: draw(file, b"q"),
    "A 6.2.11: a font of a kind": lambda file: drop(text_font(file), "/ToUnicode"),
    "A 6.2.11.3: a font without a map": lambda file: drop(font_below(file), "/CIDToGIDMap"),
    "A 6.2.11.4: a font that is not embedded": lambda file: drop(
        font_below(file).FontDescriptor, "/FontFile2"
    ),
    "A 6.2.11.4: a font with a list": lambda file: put(
        font_below(file).FontDescriptor, "/CIDSet", file.make_stream(b"\xff")
    ),
    "A 6.2.11.4: a font without a shape": lambda file: write(file, b"<fff0>"),
    "A 6.2.11.8: the sign for": lambda file: write(file, b"<0000>"),
    "A 6.2.11.5: a shape that": lambda file: put(font_below(file).W, 1, Array([1])),
    "A 6.2.11.7: a shape without a character": lambda file: text_font(file).ToUnicode.write(b"<0001> <0041>"),
    "A 6.2.11.7: a shape for a character": lambda file: text_font(file).ToUnicode.write(
        text_font(file).ToUnicode.read_bytes().replace(b"> <00", b"> <e0")
    ),
}  # fmt: skip


def broken(data: bytes, change: Break) -> bytes:
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(saved, compress_streams=False, fix_metadata_version=False)
    return saved.getvalue()


def encrypted(data: bytes) -> bytes:
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(saved, encryption=pikepdf.Encryption(owner="x", user=""))
    return saved.getvalue()


def test_the_auditor_has_nothing_against_a_file_saved_anew(whole: bytes) -> None:
    assert audit(whole) == []
    assert audit(broken(whole, lambda _file: None)) == []


@pytest.mark.parametrize("complaint", BREAKS)
def test_the_auditor_sees_what_is_broken(whole: bytes, complaint: str) -> None:
    assert any(told.startswith(complaint) for told in audit(broken(whole, BREAKS[complaint])))


@pytest.mark.parametrize(
    ("complaint", "change"),
    [
        ("A 6.1.2", lambda data: data.replace(b"\n%\xf0\x9f\x96\xa4", b"\n%abcd", 1)),
        ("A 6.1.3: no identifier", lambda data: data.replace(b"/ID [", b"/No [")),
        ("A 6.1.3: encrypted", encrypted),
        ("A 6.6.2: packed", lambda data: data.replace(b"/Subtype /XML", b"/Subtype /XML/Filter []")),
        ("A 6.1.3: something follows", lambda data: data + b"more"),
        ("A 6.1.3: changed", lambda data: data + data[data.rindex(b"startxref") :]),
    ],
)
def test_the_auditor_sees_what_is_broken_outside(
    whole: bytes, complaint: str, change: Callable[[bytes], bytes]
) -> None:
    assert any(told.startswith(complaint) for told in audit(change(whole)))
