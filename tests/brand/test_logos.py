"""Logos: pictures that cannot run, fetch, or take for ever, and are refused with the reason."""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_maturity.language.problems import advise, describe
from alignment_maturity.store.brand_assets import Unfit
from alignment_maturity.store.brand_logos import LIMIT, check_logo

from .materials import LEAST, SHAPE, SVG, brand, found, load, png, png_that_says, problems, write

LOGO = LEAST + "logo: {file: logo}\n"
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "ha">]>'
LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>"
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>"  # fmt: skip
USES = SVG.format(
    '<defs><g id="n0"><path d="M0 0h1"/></g>'
    + "".join(
        f'<g id="n{level}">{f"<use href=&quot;#n{level - 1}&quot;/>".replace("&quot;", chr(34)) * 10}</g>'
        for level in range(1, 10)
    )
    + '</defs><use href="#n9"/>'
)
PATTERNS = SVG.format(
    "".join(
        f'<pattern id="p{level}">{f"<rect fill={chr(34)}url(#p{level - 1}){chr(34)}/>" * 10}</pattern>'
        for level in range(1, 10)
    )
    + '<pattern id="p0"><path d="M0 0h1"/></pattern><rect fill="url(#p9)"/>'
)
PHOTO = f'<image href="data:image/png;base64,{base64.b64encode(png(1_000, 1_000)).decode()}"/>'
HUGE = base64.b64encode(png_that_says(100_000, 100_000)).decode()
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "script": (SVG.format("<script>alert(1)</script>"), "svg-element"),
    "script of another namespace": (
        SVG.format('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), "svg-element"
    ),
    "script in capitals": (SVG.format("<SCRIPT/>"), "svg-element"),
    "page inside": (SVG.format("<foreignObject><p>x</p></foreignObject>"), "svg-element"),
    "animation that turns a link": (
        SVG.format('<set attributeName="href" to="http://x.example"/>'), "svg-element"
    ),
    "part of a page": (
        SVG.format('<h:p xmlns:h="http://www.w3.org/1999/xhtml">x</h:p>'), "svg-element"
    ),
    "handler": (SVG.format('<path d="M0 0" onclick="alert(1)"/>'), "svg-attribute"),
    "handler on the root": (SHAPE.replace("<svg ", '<svg onload="alert(1)" '), "svg-attribute"),
    "base": (SHAPE.replace("<svg ", '<svg xml:base="http://x.example/" '), "svg-attribute"),
    "picture from the net": (SVG.format('<image href="http://x.example/a.png"/>'), "svg-link"),
    "picture from the disk": (SVG.format('<image xlink:href="file:///etc/passwd"/>'), "svg-link"),
    "picture beside it": (SVG.format('<image href="photo.png"/>'), "svg-link"),
    "drawing in a drawing": (SVG.format('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "svg-link"),
    "link": (SVG.format('<a href="https://x.example"><path d="M0 0h1"/></a>'), "svg-link"),
    "link that runs": (SVG.format('<a xlink:href=" javascript:alert(1)"/>'), "svg-link"),
    "use of another file": (SVG.format('<use href="other.svg#a"/>'), "svg-link"),
    "sheet that imports": (SVG.format('<style>@import "x.css";</style>'), "svg-style"),
    "sheet that fetches": (SVG.format("<style>path{fill:url(http://x.example)}</style>"), "svg-style"),
    "sheet in cdata": (SVG.format("<style><![CDATA[p{fill:url( 'x.png' )}]]></style>"), "svg-style"),
    "sheet with a set of pictures": (SVG.format("<style>a{mask:image-set('a.png' 1x)}</style>"), "svg-style"),
    "sheet that hides it": (SVG.format(r"<style>p{fill:u\72l(x.png)}</style>"), "svg-style"),
    "style that fetches": (SVG.format('<path style="fill:URL(x.png)"/>'), "svg-style"),
    "attribute that fetches": (SVG.format('<path filter="url(//x.example/f.svg#a)"/>'), "svg-style"),
    "attribute with two": (SVG.format('<path fill="url(#a) url(x.png)"/>'), "svg-style"),
    "sheet of its own": (f'<?xml-stylesheet href="x.css"?>{SHAPE}', "svg-style"),
    "colour of a printer": (SVG.format('<path fill="device-cmyk(0 1 1 0)"/>'), "svg-colour"),
    "sheet with a pattern": (
        SVG.format('<style>p{fill:url(#p)}</style><pattern id="p"/>'), "svg-style-target"
    ),
    "sheet with nothing there": (SVG.format("<style>p{fill:url(#p)}</style>"), "svg-style-target"),
    "document type": (f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">{SHAPE}', "svg-doctype"),
    "entities": (ENTITIES + SHAPE, "svg-doctype"),
    "billion laughs": (LAUGHS + SVG.format("<desc>&j;</desc>"), "svg-doctype"),
    "a billion uses": (USES, "svg-complex"),
    "a billion patterns": (PATTERNS, "svg-complex"),
    "use of itself": (SVG.format('<g id="a"><use href="#a"/></g>'), "svg-complex"),
    "two that use each other": (
        SVG.format('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "svg-complex"
    ),
    "too deep": (SVG.format("<g>" * 1000 + "</g>" * 1000), "svg-complex"),
    "too deep by reference": (
        SVG.format(
            f'{"<g>" * 20}<g id="a">{"<g>" * 20}{"</g>" * 41}{"<g>" * 40}<use href="#a"/>{"</g>" * 40}'
        ),
        "svg-complex",
    ),
    "too much": (SVG.format("<g/>" * 20_001), "svg-complex"),
    "no size": (SHAPE.replace('viewBox="0 0 40 10"', ""), "svg-size"),
    "no extent": (SHAPE.replace("40 10", "0 10"), "svg-size"),
    "size of the window": (SHAPE.replace('viewBox="0 0 40 10"', 'width="100%" height="100%"'), "svg-size"),
    "cut off": (SHAPE[:-8], "svg-syntax"),
    "strange encoding": (f'<?xml version="1.0" encoding="klingon"?>{SHAPE}', "svg-syntax"),
    "page": ("<!-- x --><html><body/></html>", "logo-format"),
    "drawing of no namespace": ('<svg viewBox="0 0 1 1"/>', "logo-format"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(100), "logo-format"),
    "nothing": (b"", "logo-format"),
    "large picture": (png_that_says(5_000, 4_000), "picture-pixels"),
    "huge picture": (png_that_says(100_000, 100_000), "picture-pixels"),
    "huge picture inside": (
        SVG.format(f'<image href="data:image/png;base64,{HUGE}"/>'), "picture-pixels"
    ),
    "many pictures inside": (SVG.format(PHOTO * 20), "picture-pixels"),
    "a picture used often": (
        SVG.format(f'<g id="a">{PHOTO}</g>' + '<use href="#a"/>' * 25),
        "svg-complex",
    ),
    "broken picture inside": (SVG.format('<image href="data:image/png;base64,AAA"/>'), "picture-damaged"),
    "picture cut off": (png(400, 400)[:-60], "picture-damaged"),
    "picture without pixels": (png_that_says(40, 10), "picture-damaged"),
    "signature alone": (b"\x89PNG\r\n\x1a\n", "picture-damaged"),
    "too many bytes": (bytes(LIMIT + 1), "asset-too-large"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_logo_is_refused_at_its_line_with_the_reason(case: str, tmp_path: Path) -> None:
    content, code = REFUSED[case]
    start = time.monotonic()
    (problem,) = problems(write(tmp_path, LOGO, {"logo": content}))
    assert time.monotonic() - start < 5
    assert (problem.line, problem.column, problem.code) == (3, 14, code)
    assert describe(problem, "it") != describe(problem, "en")
    assert advise(problem, "en")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_entities_are_refused_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    """Looked for as bytes, they would hide in UTF-16."""
    declared = f'\ufeff<?xml version="1.0" encoding="UTF-16"?>{ENTITIES}{SHAPE}'.removeprefix(
        "\ufeff" if encoding == "utf-16" else ""
    )
    assert found(write(tmp_path, LOGO, {"logo": declared.encode(encoding)})) == [(3, 14, "svg-doctype")]


def test_the_line_inside_the_logo_is_told(tmp_path: Path) -> None:
    """A designer gets to hear what to take out, and where."""
    (problem,) = problems(write(tmp_path, LOGO, {"logo": SVG.format("\n\n<script/>")}))
    told = "logo has the element <script> at its line 3; a logo is made of shapes only"
    assert describe(problem, "en") == told


ALLOWED = {
    "shapes": SHAPE,
    "gradient": SVG.format('<linearGradient id="a"/><path fill="url(#a)" d="M0 0h1"/>'),
    "gradient in a sheet": SVG.format(
        '<style>.a{fill:url(\'#a\');stroke:none}</style><radialGradient id="a"/><path class="a"/>'
    ),
    "use": SVG.format('<defs><path id="a" d="M0 0h1"/></defs><use xlink:href="#a"/>'),
    "picture inside": SVG.format(
        f'<image href="data:image/png;base64,{base64.b64encode(png(4, 1)).decode()}" width="40" height="10"/>'
    ),
    "what drawing programs add": (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generator -->\n'
        + SHAPE.replace("<svg ", '<svg xmlns:ink="urn:ink" ink:export="C:\\logo (1).svg" ').replace(
            "<path", '<ink:view name="x"/><metadata><r xmlns="urn:r"/></metadata><path'
        )
    ),
    "link to nothing": SVG.format('<use href="#nowhere"/>'),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_logos_are_made_of_is_let_through(case: str, tmp_path: Path) -> None:
    made = load(write(tmp_path, LOGO, {"logo": ALLOWED[case]}))
    assert made.warnings == ()
    assert made.brand.logo is not None


@pytest.mark.parametrize(
    ("size", "aspect"),
    [
        ('viewBox="0 0 40 10"', 4),
        ('viewBox="-5,-5, 30,60"', 0.5),
        ('width="40" height="20"', 2),
        ('width="2in" height="1in"', 2),
        ('width="25.4mm" height="48px"', 2),
        ('width="40" height="20" viewBox="0 0 10 10"', 1),
    ],
)
def test_the_proportions_are_those_of_the_drawing(size: str, aspect: float) -> None:
    assert check_logo(SHAPE.replace('viewBox="0 0 40 10"', size).encode()).aspect == pytest.approx(aspect)


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("wide.png", "", (50, 12.5)),  # as wide as fits well
        ("square.png", "", (20, 20)),  # as high as fits well
        ("wide.png", ", width: 32", (32, 8)),
        ("square.png", ", width: 40", (40, 40)),
    ],
)
def test_a_logo_keeps_its_proportions_on_paper(
    name: str, width: str, expected: tuple[float, float], tmp_path: Path
) -> None:
    files = {"wide.png": png(80, 20), "square.png": png(30, 30)}
    logo = brand(tmp_path, f"{LEAST}logo: {{file: {name}{width}}}\n", files).logo
    assert logo is not None
    assert (logo.width, logo.height) == pytest.approx(expected)
    assert (logo.media, logo.alt.in_("it")) == ("image/png", "Studio")


def test_lettering_in_a_font_is_a_warning(tmp_path: Path) -> None:
    """It looks right on the designer’s machine only."""
    made = load(write(tmp_path, LOGO, {"logo": SVG.format("<text>Studio</text>")}))
    (warning,) = made.warnings
    assert (warning.line, warning.code, warning.warning) == (3, "logo-lettering", True)
    assert describe(warning, "en").startswith("logo has text set in a font")


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ("20 1", None),
        ("1 4", None),
        ("21 1", ("logo-too-wide", "21 times as wide as it is high")),
        ("1 5", ("logo-too-tall", "5 times as high as it is wide")),
        ("1 999", ("logo-too-tall", "999 times as high as it is wide")),
    ],
)
def test_a_logo_that_would_hardly_be_seen_is_a_warning(
    box: str, told: tuple[str, str] | None, tmp_path: Path
) -> None:
    """A line of a picture where the logo should be: an export with the wrong margins, as a rule."""
    made = load(write(tmp_path, LOGO, {"logo": SVG.replace("40 10", box).format("")}))
    assert made.brand.logo is not None
    if told is None:
        assert made.warnings == ()
        return
    (warning,) = made.warnings
    assert (warning.line, warning.code, warning.warning) == (3, told[0], True)
    assert told[1] in describe(warning, "en")
    assert advise(warning, "it") != advise(warning, "en")


@pytest.mark.parametrize(
    "box", ["1 1000000000", "1000000000 1", "1e-300 1e20", "1e-300 1e300", "1e300 1e-300"]
)
def test_a_shape_that_is_none_is_refused(box: str, tmp_path: Path) -> None:
    """The picture in Word would be a thousand million pixels high."""
    (problem,) = problems(write(tmp_path, LOGO, {"logo": SVG.replace("40 10", box).format("")}))
    assert problem.code in {"logo-too-wide", "logo-too-tall", "svg-size"}
    assert len(describe(problem, "en")) < 120


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda noise: SHAPE.encode()[:200] + noise))
def test_noise_is_refused_and_nothing_else_happens(noise: bytes) -> None:
    try:
        check_logo(noise)
    except Unfit as unfit:
        assert unfit.code.startswith(("logo-", "svg-", "picture-"))  # noqa: PT017 - noise may be a logo


def test_lengths_without_end_are_read_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(Unfit):
        check_logo(SHAPE.replace('viewBox="0 0 40 10"', f'width="{"1" * 1_000_000}x" height="1"').encode())
    assert time.monotonic() - start < 2
