"""What people, questionnaires, brands and templates write stays text: no markup, link or file comes of it."""

from __future__ import annotations

import io
import re
import socket
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import cycle, pairwise
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pikepdf
import pytest

from alignment_maturity.errors import InvalidInput
from alignment_maturity.language import LANGUAGES
from alignment_maturity.model.brand import Brand, OwnSection
from alignment_maturity.model.localised import Localised
from alignment_maturity.printing.outside import in_page, in_style
from alignment_maturity.progress import Progress, progress
from alignment_maturity.report.html import render_html, style_sheet
from alignment_maturity.report.pdf import print_report, render_pdf
from alignment_maturity.report.view import ReportOptions
from alignment_maturity.store.template_folders import TemplateFolder, read_template_folder
from report import own_templates as own
from report.made import contents, earlier, ingredients, wave
from report.own_templates import PIXEL
from report.sample import Document, answers, case, instrument, leaning, result

OUTSIDE = "root:x:0:0"
"""What no report may hold: the beginning of `/etc/passwd`."""

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "picture": '"><img src=file:///etc/passwd onerror=alert(1)>',
    "attribute": "x' onmouseover='alert(1)' y=\"",
    "link": '<a href="javascript:alert(1)">x</a> javascript:alert(1) https://evil.example/x',
    "template": '{{ 7*7 }}{% include "/etc/passwd" %}{# x #}${7*7}',
    "style": 'url(file:///etc/passwd); } @import "http://evil.example"; body { display: none',
    "style-end": "</style></title><script>alert(1)</script>",
    "picture-end": "]]><!-- --></desc></svg><svg onload=alert(1)>",
    "entity": "&lt;script&gt;&#60;b&#62;&amp;&quot;",
    "attachment": '<link rel=attachment href="file:///etc/passwd"><a rel=attachment href=file:/a>a</a>',
}
INVISIBLE = "before\u202eafter\u2066\u200b\u200d\u00ad\u2060"
"""Turns the writing round, joins, and is not seen; names may not hold it, prose may."""

TEXTS = {
    "title", "name", "description", "symptoms", "risks", "benefits", "text", "help", "probe", "priority",
    "why", "steps", "done_when", "kpi",
}  # fmt: skip
NAMES = {"name", "title"}
NOTES = ReportOptions(include_notes=True, program_version="1.2.3")


def poisoned(*payloads: str) -> Progress:
    """Return two waves of an organisation where every text, name, note and proof is one of the payloads."""
    questionnaire, *files = poison(*payloads)
    return progress([result(questionnaire, file) for file in files])


def poison(*payloads: str) -> tuple[Document, Document, Document]:
    """Return the questionnaire and the answers of `poisoned`."""
    payload = cycle(payloads)
    questionnaire = instrument(questions=6)
    _poison(questionnaire, payload)

    def answer(group: str, person: int, question: int) -> Any:
        level = leaning({"marketing": 3.0, "sales": 2.0})(group, person, question)
        return {"value": level, "note": next(payload) + INVISIBLE, "evidence": next(payload)}

    def wave_of(year: int) -> Document:
        named = {"organisation": payloads[0], "wave": f"{payloads[-1]} {year}", "date": f"{year}-05-21"}
        file = answers({"marketing": 3, "sales": 3}, answer, questionnaire, **named)
        for number, respondent in enumerate(file["respondents"]):
            respondent["name"] = f"{next(payload)} {number}"
        return file

    return questionnaire, wave_of(2026), wave_of(2027)


def _poison(part: Any, payload: Iterator[str]) -> None:
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if key in TEXTS and isinstance(value, (str, dict)):
            part[key] = next(payload) + ("" if key in NAMES else INVISIBLE)
        elif key in TEXTS:
            part[key] = [next(payload) + INVISIBLE for _ in value]
        elif isinstance(value, (dict, list)):
            _poison(value, payload)


@pytest.fixture(scope="module")
def harmless() -> Page:
    """The same report of an organisation that means no harm: what a report may consist of."""
    pages = [
        Page(render_html(found.after, lang, NOTES, found))
        for found in (poisoned("harmless"), poisoned("harm less " * 8))
        for lang in LANGUAGES
    ]
    return Page.together(pages)


# --- HTML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_nothing_written_by_others_becomes_markup(payload: str, harmless: Page) -> None:
    found = poisoned(payload)
    for lang in LANGUAGES:
        html = render_html(found.after, lang, NOTES, found)
        page = Page(html)
        assert page.attributes <= harmless.attributes
        assert page.links <= harmless.links
        assert page.comments == []
        assert page.styles == [style_sheet()]
        assert all(re.fullmatch(r"[a-z-]+: [\d.]+%(; [a-z-]+: [\d.]+%)?", style) for style in page.inline)
        assert list(in_page(html)) == []
        assert page.text.count(payload) > 50


def test_invisible_characters_stay_inside_what_was_written() -> None:
    """What turns the writing round must not reach the words that follow."""
    html = render_html(poisoned("harmless").after, "en", NOTES)
    for text in re.findall(r">([^<>]*\u202e[^<>]*)<", html):
        assert (
            text.strip().rstrip("\u2066\u200b\u200d\u00ad\u2060.").endswith(("before\u202eafter", "”", ":"))
        ), text
    assert html.count("before\u202eafter") > 20
    assert not re.search(r"<(title|h1)[^>]*>[^<]*\u202e", html)


def test_the_browser_is_told_to_fetch_and_run_nothing() -> None:
    html = render_html(case("rich"), "en")
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    told = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
    assert policy == [f"{told} base-uri 'none'; form-action 'none'"]
    assert html.index("Content-Security-Policy") < html.index("<style>")


# --- PDF ------------------------------------------------------------------------------------------


def test_no_payload_is_active_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every way out closed and watched. Attachments have names of ours: others could overwrite files."""
    fetched = watch(monkeypatch)
    questionnaire, before, after = poison(*PAYLOADS.values())
    made = ingredients(earlier(questionnaire, before), wave(questionnaire, after), include_notes=True)
    printed = print_report(made)
    assert fetched == []
    assert OUTSIDE.encode() not in printed.data
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert actions(file) == {"/GoTo", "/EF"}
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(file.Root.keys())
        streams = [thing for thing in file.objects if isinstance(thing, pikepdf.Stream)]
        assert not any(thing.get("/Subtype") == "/Image" for thing in streams)
        assert "<script>alert(1)</script>" in str(file.docinfo["/Title"])
        assert set(file.attachments) == set(contents(made))
        assert all(re.fullmatch(r"[a-z0-9-]+\.json", name) for name in file.attachments)


# --- brands ---------------------------------------------------------------------------------------

MARKDOWN = """
# <script>alert(1)</script>

[a link](javascript:alert(1)) and [another](https://evil.example/x "title"), <https://evil.example/y>,
![picture](file:///etc/passwd) and ![far](https://evil.example/z.png) and [reference][r].

<img src=file:///etc/passwd onerror=alert(1)>
<style>@import "http://evil.example";</style>

- {{ 7*7 }} {% include "/etc/passwd" %}
- `</p><script>alert(1)</script>`

| a | b |
| --- | --- |
| <iframe src=https://evil.example> | ]]> |

    <script>alert(2)</script>

[r]: file:///etc/passwd
"""


def hostile_brand(payload: str) -> Brand:
    text = Localised(payload)
    own_sections = (OwnSection(id="ours", title=text, label=text, text=Localised(MARKDOWN + payload)),)
    return Brand(
        name=payload, cover=(text, text), contact=(text,), footer=text, confidentiality=text,
        own_sections=own_sections,
    )  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_brand_texts_and_markdown_bring_no_markup_of_their_own(payload: str) -> None:
    clean, page = (
        Page(render_html(case("rich"), "en", ReportOptions(brand=hostile_brand(text))))
        for text in ("harmless", payload)
    )
    assert page.attributes <= clean.attributes
    assert page.links == clean.links
    assert page.text.count(payload) >= 6
    assert {"script", "img", "iframe", "link"}.isdisjoint(tag for tag, _ in page.attributes)
    assert all(link.startswith("#") for link in page.links)


def test_brand_texts_and_markdown_are_not_active_on_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = watch(monkeypatch)
    brand = hostile_brand(" ".join(PAYLOADS.values()))
    options = ReportOptions(sections=("cover", "board", "ours"), brand=brand)
    printed = render_pdf(case("rich"), "en", options)
    assert fetched == []
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert actions(file) <= {"/GoTo"}
        assert list(file.attachments) == []


# --- templates of others --------------------------------------------------------------------------

ESCAPES = {
    "class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class-by-item": "{{ ''['__class__'] }}",
    "class-by-filter": "{{ '' | attr('__class__') }}",
    "class-by-map": "{{ [''] | map(attribute='__class__') | first }}",
    "class-by-name": "{% set a = '__cla' ~ 'ss__' %}{{ ''[a] }}",
    "globals": "{{ view.__init__.__globals__ }}",
    "globals-of-the-view": "{{ view['__init__'] }}",
    "globals-of-a-function": "{{ data_uri.__globals__ }}",
    "wrapped": "{{ data_uri.__wrapped__ }}",
    "cache": "{{ data_uri.cache_clear() }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "macro": "{{ m.heading.__globals__ }}",
    "module": "{{ m._body_stream }}",
    "self": "{{ self._TemplateReference__context }}",
    "self-by-item": "{{ self['__init__'] }}",
    "loop": "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "undefined": "{{ nothing.__class__ }}",
    "format": "{{ '{0.__class__}'.format(1) }}",
    "format-map": "{{ '{a.__class__}'.format_map({'a': 1}) }}",
    "format-filter": "{{ '%s' | format(1) }}",
    "encode": "{{ 'a'.encode() }}",
    "change": "{{ view.words.update({'a': 'b'}) }}",
    "clear": "{{ view.words.clear() }}",
    "append": "{% set l = [] %}{{ l.append(1) }}",
    "generator": "{{ ([1] | map('upper')).gi_frame }}",
    "import-code": "{% import 'os' as os %}",
    "read": "{% include '/etc/passwd' %}",
    "read-up": "{% include '../../../../etc/passwd' %}",
    "read-by-name": "{% set n = '../secret.j2' %}{% include n %}",
    "read-ours": "{% include 'ours/../../../etc/passwd' %}",
    "read-as-resource": "{{ data_uri('/etc/passwd') }}",
    "read-up-as-resource": "{{ data_uri('../logo.png') }}",
    "worksheet": "{% include 'worksheet.html.j2' %}",
    "extension": "{% do 1 %}",
    "debug": "{% debug %}",
    "safe": "{{ view.author | safe }}",
    "autoescape": "{% autoescape false %}{{ view.author }}{% endautoescape %}",
    "urlize": "{{ view.author | urlize }}",
    "random": "{{ [1, 2] | random }}",
}


@pytest.mark.parametrize("body", ESCAPES.values(), ids=ESCAPES)
def test_templates_do_not_get_out_of_the_sandbox(body: str, tmp_path: Path) -> None:
    (tmp_path / "secret.j2").write_text(OUTSIDE)
    (tmp_path / "logo.png").write_bytes(PIXEL)
    with pytest.raises(InvalidInput) as refused:
        own.board(tmp_path / "own", body)
    assert refused.value.problems[0].code in {
        "template-forbidden", "template-unknown", "template-filter", "template-undefined", "template-tag",
        "template-unescaped", "template-resource-missing",
    }  # fmt: skip
    assert refused.value.problems[0].line == 3


def _doubling_macros() -> str:
    """Return macros of which each writes twice what the one before does."""
    steps = pairwise(ascii_lowercase)
    doubling = (f"{{% macro {b}() %}}{{{{ {a}() }}}}{{{{ {a}() }}}}{{% endmacro %}}" for a, b in steps)
    return "{% macro a() %}aaaaaaaaaa{% endmacro %}" + "".join(doubling) + "{{ z() }}"


ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops-over-data": "{% set d = view.words %}" + "{% for x in d %}" * 6 + "x" + "{% endfor %}" * 6,
    "range": "{{ range(1000000000) | length }}",
    "range-of-ranges": "{% for x in range(9000) %}{{ range(9000) | list | length }}{% endfor %}",
    "macro": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "macros": _doubling_macros(),
    "block": "{{ self.moves() }}",
    "include": "{% include 'again.html.j2' %}",
    "doubled": "{% set x = 'ab' %}" + "{% set x = x ~ x %}" * 40 + "{{ x | length }}",
    "doubled-block": "{% set x %}ab{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
    "doubled-list": "{% set x = ['ab'] %}" + "{% set x = [x, x] %}" * 40 + "{{ x }}",
    "doubled-join": "{% set x = ['ab'] %}" + "{% set x = [x, x] %}" * 40 + "{{ x | join }}",
    "doubled-upper": "{% set x = ['ab'] %}" + "{% set x = [x, x] %}" * 40 + "{{ x | upper }}",
    "doubled-attribute": "{% set x = ['ab'] %}" + "{% set x = [x, x] %}" * 40 + "{{ {'a': x} | xmlattr }}",
    "times": "{{ 'ab' * 1000000000 }}",
    "times-list": "{{ [1] * 1000000000 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "squares": "{% set x = 9999999 %}" + "{% set x = x * x %}" * 40 + "{{ x }}",
    "padded": "{{ '%1000000000d' % 1 }}",
    "padded-filter": "{{ 'a' | center(1000000000) }}",
    "padded-method": "{{ 'a'.ljust(1000000000) }}",
    "batch": "{{ [1] | batch(1000000000, 0) | list | length }}",
    "slice": "{{ [1] | slice(1000000000) | list | length }}",
    "join": "{{ range(90000) | join('" + "x" * 2000 + "') }}",
    "shape": "{% for x in range(999999) %}" + "x" * 4000 + "{% endfor %}",
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_templates_end(body: str, tmp_path: Path) -> None:
    """A folder found somewhere must not take the machine with it."""
    with pytest.raises(InvalidInput) as refused:
        own.board(tmp_path, body, **{"again.html.j2": "{% include 'board.html.j2' %}"})
    errors = [problem.code for problem in refused.value.problems if not problem.warning]
    assert errors[0] in {
        "template-endless", "template-recursion", "template-arithmetic", "template-not-a-text",
        "template-filter", "template-forbidden",
    }  # fmt: skip


REACHING_OUT = {
    "file": '<img src="logo.png">',
    "absolute": '<img src="/etc/passwd">',
    "file-address": '<img src="file:///etc/passwd">',
    "web": '<img src="https://evil.example/x.png">',
    "no-scheme": '<img src="//evil.example/x.png">',
    "set": '<img srcset="a.png 1x" src="data:image/png;base64,AA">',
    "page-as-data": '<img src="data:text/html,x">',
    "svg-use": '<svg><use href="https://evil.example/x.svg#a"></use></svg>',
    "svg-image": '<svg><image xlink:href="file:///etc/passwd"></image></svg>',
    "style": '<p style="background: url(logo.png)">x</p>',
    "style-escaped": r'<p style="background: u\72 l(https://evil.example)">x</p>',
    "style-quoted": "<p style=\"background: url( 'https://evil.example')\">x</p>",
    "style-set": "<p style=\"background: image-set('https://evil.example' 1x)\">x</p>",
    "presentation": '<svg><rect fill="url(https://evil.example#a)"></rect></svg>',
    "sheet": "<style>@import 'https://evil.example';</style>",
    "sheet-font": "<style>@font-face { font-family: x; src: url(x.woff2) }</style>",
    "sheet-markup": "<style></style><style><img src=x></style>",
    "javascript": '<a href="javascript:alert(1)">x</a>',
    "javascript-split": '<a href="java&#10;script:alert(1)">x</a>',
    "javascript-blank": '<a href=" javascript:alert(1)">x</a>',
    "data-link": '<a href="data:text/html,x">x</a>',
    "file-link": '<a href="file:///etc/passwd">x</a>',
    "ping": '<a href="#x" ping="https://evil.example">x</a>',
    "attachment": '<a rel="attachment" href="https://evil.example">x</a>',
    "link": '<link rel="stylesheet" href="https://evil.example">',
    "base": '<base href="https://evil.example">',
    "script": "<script>alert(1)</script>",
    "script-upper": "<SCRIPT>alert(1)</SCRIPT>",
    "event": "<p onclick=alert(1)>x</p>",
    "event-svg": "<svg onload=alert(1)></svg>",
    "frame": '<iframe src="https://evil.example"></iframe>',
    "frame-text": '<iframe srcdoc="x"></iframe>',
    "object": '<object data="https://evil.example"></object>',
    "embed": '<embed src="https://evil.example">',
    "form": '<form action="https://evil.example"><button>x</button></form>',
    "video": '<video poster="https://evil.example"></video>',
    "refresh": '<meta http-equiv="refresh" content="0; url=https://evil.example">',
    "animation": '<svg><a><set attributeName="href" to="javascript:alert(1)"></set></a></svg>',
    "comment": "<!-- --!><img src=x> -->",
    "comment-empty": "<!--><img src=x> -->",
    "cdata": "<![CDATA[><img src=x>]]>",
    "declaration": "<![odd[x]]>",
    "noscript": '<noscript><p title="</noscript><img src=x>"></noscript>',
    "of-data": '<img src="{{ view.author }}">',
    "of-data-link": '<a href="{{ view.author }}">x</a>',
}


@pytest.mark.parametrize("body", REACHING_OUT.values(), ids=REACHING_OUT)
def test_templates_bring_in_nothing_from_outside(body: str, tmp_path: Path) -> None:
    """Neither in HTML nor on paper; a report tells nobody that it was opened."""
    files: dict[str, str | bytes] = {
        "board.html.j2": f"{own.BOARD}{body}\n{{% endblock %}}",
        "logo.png": PIXEL,
    }
    options = ReportOptions(("board",), templates=own.folder(tmp_path, files))
    for make in (render_html, render_pdf):
        with pytest.raises(InvalidInput) as refused:
            make(case("rich"), "en", options)
        problem = refused.value.problems[0]
        assert problem.code in {"template-outside", "template-active"}
        assert problem.line in {0, 3}


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://evil.example";</style></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg><text>&b;</text></svg>',
    ],
)
def test_drawings_bring_in_nothing_from_outside(drawing: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        own.board(tmp_path, "<img src=\"{{ data_uri('logo.svg') }}\">", **{"logo.svg": drawing})
    assert refused.value.problems[0].code in {"template-outside", "template-active"}
    assert refused.value.problems[0].line == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", b"GIF89a"),
        ("logo.jpg", PIXEL),
        ("logo.svg", b"<html></html>"),
        ("logo.svg", "<svg></svg>".encode("utf-16")),
        ("font.ttf", b"OTTO"),
    ],
)
def test_a_file_is_what_its_name_says(name: str, content: bytes, tmp_path: Path) -> None:
    """A browser shows a hole, and paper too, without a word."""
    with pytest.raises(InvalidInput) as refused:
        own.board(tmp_path, f'{{{{ data_uri("{name}") }}}}', **{name: content})
    assert refused.value.problems[0].code == "template-resource-kind"


@pytest.mark.parametrize(
    "rule",
    [
        "@import 'a.css';",
        "@\\69mport 'a.css';",
        "p { background: url(logo.png) }",
        "p { background: URL('file:///etc/passwd') }",
        "p { background: u\\000072l(https://evil.example) }",
        "p { background: url(data:text/html,x) }",
        "@font-face { font-family: x; src: local(x), url(/usr/share/x.ttf) }",
        "</style><script>alert(1)</script>",
    ],
)
def test_style_sheets_bring_in_nothing_from_outside(rule: str, tmp_path: Path) -> None:
    sheet = '{% extends "ours/report.css.j2" %}\n{% block more %}\n' + rule + "\n{% endblock %}"
    files: dict[str, str | bytes] = {"report.css.j2": sheet, "logo.png": PIXEL}
    options = ReportOptions(("board",), templates=own.folder(tmp_path, files))
    for make in (render_html, render_pdf):
        with pytest.raises(InvalidInput) as refused:
            make(case("rich"), "en", options)
        assert refused.value.problems[0].code in {"template-outside", "template-active"}
        assert refused.value.problems[0].line in {0, 3}


def test_what_is_harmless_is_allowed(tmp_path: Path) -> None:
    body = (
        '<p style="width: 40%; fill: url(#a)">'
        '<a href="https://bianchi.example/?a=1&amp;b=2">us</a> <a href="mailto:a@b.example">mail</a>'
        ' <a href="tel:+39061234">phone</a> <a href="#steps">plan</a></p>'
        '<img src="{{ data_uri("logo.png") }}" alt=""><!-- a remark -->'
        '<svg><use href="#a"></use></svg><p title="url(http://x) &lt;script&gt;">javascript:</p>'
    )
    assert "bianchi.example" in own.board(tmp_path, body, **{"logo.png": PIXEL})
    assert list(in_style("p::before { content: '('; background: url( \"data:image/png;base64,AA\") }")) == []


def test_links_of_templates_work_on_paper(tmp_path: Path) -> None:
    body = '<p><a href="https://bianchi.example/">us</a></p>'
    told = own.folder(tmp_path, {"board.html.j2": f"{own.BOARD}{body}{{% endblock %}}"})
    printed = render_pdf(case("rich"), "en", ReportOptions(sections=("board",), templates=told))
    with pikepdf.open(io.BytesIO(printed.data)) as file:
        assert "/URI" in actions(file)


def test_a_note_that_a_template_puts_into_an_address_is_refused(tmp_path: Path) -> None:
    """The template is to blame, and the note gets nowhere."""
    note = "view.answers.groups[0].questions[0].notes[0].note"
    body = f'{{% block body %}}<a href="{{{{ {note} }}}}">x</a>{{% endblock %}}'
    template = f'{{% extends "ours/answers.html.j2" %}}{body}'
    told = own.folder(tmp_path, {"answers.html.j2": template})
    with pytest.raises(InvalidInput) as refused:
        render_html(
            poisoned("javascript:alert(1)").after, "en", ReportOptions(include_notes=True, templates=told)
        )
    assert refused.value.problems[0].code == "template-outside"


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="links are needed")
def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    place = tmp_path / "own"
    place.mkdir()
    (tmp_path / "outside.html.j2").write_text(OUTSIDE)
    (tmp_path / "outside.png").write_bytes(PIXEL)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "inner.html.j2").write_text(OUTSIDE)
    (place / "cover.html.j2").symlink_to("/etc/passwd")
    (place / "board.html.j2").symlink_to(tmp_path / "outside.html.j2")
    (place / "logo.png").symlink_to(tmp_path / "outside.png")
    (place / "round.html.j2").symlink_to(place / "round.html.j2")
    with pytest.raises(InvalidInput) as refused:
        read_template_folder(place)
    codes = {Path(problem.source).name: problem.code for problem in refused.value.problems}
    assert codes == {
        "board.html.j2": "template-link", "cover.html.j2": "template-link", "logo.png": "template-link",
        "round.html.j2": "unreadable-file",
    }  # fmt: skip
    for file in place.iterdir():
        file.unlink()
    (place / "parts").symlink_to(tmp_path / "outside")
    (place / "cover.html.j2").write_text('{% include "parts/inner.html.j2" %}')
    with pytest.raises(InvalidInput) as refused:
        render_html(case("rich"), "en", ReportOptions(templates=read_template_folder(place)))
    assert refused.value.problems[0].code == "template-unknown"


def test_links_within_the_folder_are_followed(tmp_path: Path) -> None:
    (tmp_path / "shared.html.j2").write_text("<header><h1>{{ view.title }}</h1></header>")
    (tmp_path / "cover.html.j2").symlink_to(tmp_path / "shared.html.j2")
    told = read_template_folder(tmp_path)
    assert told.templates["cover.html.j2"].text == told.templates["shared.html.j2"].text


# --- what the tests look with ---------------------------------------------------------------------


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self, html: str = "") -> None:
        super().__init__()
        self.attributes: set[tuple[str, str]] = set()
        self.links: set[str] = set()
        self.comments: list[str] = []
        self.styles: list[str] = []
        self.inline: list[str] = []
        self.text = ""
        self._in_style = False
        self.feed(html)
        self.close()

    @classmethod
    def together(cls, pages: list[Page]) -> Page:
        """Return what several pages consist of."""
        whole = cls()
        for page in pages:
            whole.attributes |= page.attributes
            whole.links |= page.links
        return whole

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        self.links |= {str(value) for name, value in attrs if name in {"href", "src", "xlink:href"}}
        self.inline += [str(value) for name, value in attrs if name == "style"]
        self._in_style = tag == "style"
        if self._in_style:
            self.styles.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - Python's signature
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.styles[-1] += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def watch(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Close the network, and return a list of whatever WeasyPrint asks for."""
    from weasyprint.urls import URLFetcher

    fetched: list[object] = []
    fetch: Callable[..., object] = URLFetcher.fetch

    def watched(self: object, url: str, headers: object = None) -> object:
        fetched.append(url)
        return fetch(self, url, headers)

    def closed(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(URLFetcher, "fetch", watched)
    monkeypatch.setattr(socket, "create_connection", closed)
    monkeypatch.setattr(socket.socket, "connect", closed)
    return fetched


def actions(file: pikepdf.Pdf) -> set[str]:
    """Return the kinds of actions in a PDF, and of everything else that does something."""
    return set(_actions(file))


def _actions(file: pikepdf.Pdf) -> Iterator[str]:
    for thing in file.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            yield from (key for key in ("/JS", "/AA", "/EF", "/RichMediaContent") if key in thing)
            if thing.get("/Subtype") == "/Link":
                yield str(thing.A.S) if "/A" in thing else "/GoTo"
            elif thing.get("/Type") == "/Action":
                yield str(thing.S)


def test_the_folder_of_templates_is_read_once(tmp_path: Path) -> None:
    """What changes in it afterwards changes no report: nothing can be slipped in after the check."""
    told: TemplateFolder = own.folder(tmp_path, {"cover.html.j2": "<header><h1>first</h1></header>"})
    (tmp_path / "cover.html.j2").write_text(OUTSIDE)
    html = render_html(case("rich"), "en", ReportOptions(templates=told))
    assert OUTSIDE not in html
    assert "<h1>first</h1>" in html
