"""Logos of a brand: pictures that show what they show, reach for nothing and cost little to draw."""

from __future__ import annotations

import base64
import binascii
import contextlib
import io
import math
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from alignment_maturity.model.scalars import shown
from alignment_maturity.store.brand_assets import Unfit

LIMIT = 2 * 2**20
MOST_PIXELS = 16_000_000
MOST_SHAPES = 20_000
"""How many elements are drawn, those drawn again by reference included; `_PIXELS_A_SHAPE` count as one."""

_PIXELS_A_SHAPE = 1_000
_DEEPEST = 60
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_BASE = "http://www.w3.org/XML/1998/namespace base"
# Elements in lower case that run, fetch, change or hold another document.
_FORBIDDEN = frozenset({
    "animate", "animatecolor", "animatemotion", "animatetransform", "audio", "embed", "foreignobject",
    "handler", "iframe", "listener", "object", "script", "set", "video",
})  # fmt: skip
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
_CALL = re.compile(r"url\(", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([^'\"()\s]+)\1\s*\)", re.IGNORECASE)
_FETCHING = re.compile(r"@import|(?:image|image-set|cross-fade|src)\(", re.IGNORECASE)
_OF_PRINTERS = re.compile(r"device-cmyk\(", re.IGNORECASE)
_LENGTH = re.compile(r"\s*\+?([0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*([a-z]*)\s*", re.IGNORECASE)
_PIXELS = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
}  # fmt: skip


class Picture(NamedTuple):
    """A logo that was looked at.

    Attributes:
        media: its media type.
        aspect: its width over its height.
        lettering: whether it has text set in a font, which looks different on every machine.
    """

    media: str
    aspect: float
    lettering: bool = False


def check_logo(data: bytes) -> Picture:
    """Look at a PNG or SVG picture.

    Raises:
        Unfit: where it is neither, is damaged or too large, or holds what could run, fetch or never end.
    """
    if data.startswith(_PNG):
        width, height = _raster(data, MOST_PIXELS)
        return Picture("image/png", width / height)
    if b"<" not in data.lstrip()[:4]:  # after a byte-order mark, perhaps
        raise Unfit("logo-format")
    return _Reader().read(data)


def _raster(data: bytes, most: int) -> tuple[int, int]:
    """Decode a picture of at most `most` pixels, once its header says that it is one; return its size."""
    from PIL import Image

    too_large = Unfit("picture-pixels", limit=MOST_PIXELS // 10**6)
    try:
        with warnings.catch_warnings(), _no_damage_overlooked():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                size = image.size
                if size[0] * size[1] <= most:
                    image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large from None
    except Exception:  # noqa: BLE001 - a broken picture makes the library raise anything at all
        raise Unfit("picture-damaged") from None
    if size[0] * size[1] > most:
        raise too_large
    return size


@contextlib.contextmanager
def _no_damage_overlooked() -> Iterator[None]:
    """Let Pillow refuse a picture that is cut off: WeasyPrint, once imported, makes it take what there is."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@dataclass(slots=True, eq=False)
class _Shape:
    """An element, what is inside it, and the ids of what is drawn in its place or on it.

    Attributes:
        weight: how many elements it counts as.
    """

    name: str
    weight: int = 1
    inner: list[_Shape] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Reader:
    """Reads one SVG; whatever it may not hold ends the reading."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        # Entities can only be declared inside one.
        parser.StartDoctypeDeclHandler = self._refuse_declarations
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._open: list[_Shape] = []
        self._root = _Shape("")
        self._aspect: float | None = None
        self._by_id: dict[str, _Shape] = {}
        self._count = self._pixels = 0
        self._style = ""
        self._styled: list[str] = []
        self._lettering = False
        self._weights: dict[_Shape, tuple[int, int]] = {}

    def read(self, data: bytes) -> Picture:
        """Read a file."""
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - takes it by position only
        except (expat.ExpatError, LookupError, ValueError):  # the latter two for strange encodings
            raise Unfit("svg-syntax", line=self._parser.ErrorLineNumber) from None
        for name in self._styled:
            # Which elements a style sheet speaks of is not known here, and so not how often they are drawn.
            if self._by_id.get(name, self._root).name not in _GRADIENTS:
                raise Unfit("svg-style-target", found=shown(name))
        if self._weigh(self._root, 0)[0] > MOST_SHAPES:
            raise Unfit("svg-complex", limit=MOST_SHAPES)
        if self._aspect is None:
            raise Unfit("svg-size")
        return Picture("image/svg+xml", self._aspect, self._lettering)

    def _unfit(self, code: str, **values: object) -> Unfit:
        return Unfit(code, line=self._parser.CurrentLineNumber, **values)

    def _refuse_declarations(self, *_declared: object) -> None:
        raise self._unfit("svg-doctype")

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise self._unfit("svg-style", found=f"<?{target}?>")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open and name != f"{_SVG} svg":
            raise Unfit("logo-format")
        if local.lower() in _FORBIDDEN or space == _XHTML:
            raise self._unfit("svg-element", found=shown(local))
        self._count += 1
        if self._count > MOST_SHAPES:
            raise Unfit("svg-complex", limit=MOST_SHAPES)
        shape = _Shape(local)
        for key, value in attributes.items():
            shape.links += self._links(shape, key, value)
        if self._open:
            self._open[-1].inner.append(shape)
        else:
            self._root, self._aspect = shape, _aspect(attributes)
        self._open.append(shape)
        if attributes.get("id"):
            self._by_id.setdefault(attributes["id"], shape)
        self._lettering |= local in {"text", "textPath"}

    def _links(self, shape: _Shape, key: str, value: str) -> Iterator[str]:
        """Go through the ids that an attribute points to; anything else it points to is refused."""
        space, _, local = key.rpartition(" ")
        if local.lower().startswith("on") or key == _BASE:
            raise self._unfit("svg-attribute", found=shown(local))
        if local.lower() != "href":
            # Attributes of other programs hold anything, and nobody acts upon it.
            yield from () if space else self._style_links(value)
            return
        target = value.strip()
        embedded = _EMBEDDED.fullmatch(target)
        if embedded:
            pixels = self._embedded(embedded[1])
            shape.weight += pixels // _PIXELS_A_SHAPE
        elif target.startswith("#"):
            yield target[1:]
        else:
            raise self._unfit("svg-link", found=shown(target))

    def _style_links(self, style: str) -> Iterator[str]:
        """Go through the ids that a style points to."""
        found = [reference[2] for reference in _REFERENCE.finditer(style)]
        # Escapes could spell out what is looked for here.
        escaped = "\\" in style and "(" in style
        if escaped or _FETCHING.search(style) or len(_CALL.findall(style)) > len(found):
            raise self._unfit("svg-style", found=shown(style.strip()))
        if _OF_PRINTERS.search(style):
            raise self._unfit("svg-colour", found=shown(style.strip()))
        yield from found

    def _embedded(self, encoded: str) -> int:
        """Decode a picture inside the drawing; return how many pixels it has."""
        try:
            width, height = _raster(base64.b64decode(encoded), MOST_PIXELS - self._pixels)
        except binascii.Error:
            raise Unfit("picture-damaged") from None
        self._pixels += width * height
        return width * height

    def _text(self, text: str) -> None:
        if self._open and self._open[-1].name == "style":
            self._style += text

    def _end(self, _name: str) -> None:
        if self._open.pop().name == "style":
            self._styled += self._style_links(self._style)
            self._style = ""

    def _weigh(self, shape: _Shape, depth: int) -> tuple[int, int]:
        """Return how many elements drawing a shape takes, and how many levels of them.

        References that go round in a circle are infinitely deep.
        """
        if shape not in self._weights:
            if depth > _DEEPEST:
                raise Unfit("svg-complex", limit=MOST_SHAPES)
            targets = (self._by_id[name] for name in shape.links if name in self._by_id)
            weights = [self._weigh(below, depth + 1) for below in (*shape.inner, *targets)]
            self._weights[shape] = (
                shape.weight + sum(weight for weight, _ in weights),
                1 + max((height for _, height in weights), default=0),
            )
        if depth + self._weights[shape][1] > _DEEPEST + 1:
            raise Unfit("svg-complex", limit=MOST_SHAPES)
        return self._weights[shape]


def _aspect(attributes: Mapping[str, str]) -> float | None:
    """Return the width of a drawing over its height; None where it does not say."""
    try:
        _, _, *box = map(float, attributes.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        box = []
    sides = box if len(box) == 2 else [_length(attributes.get(key, "")) for key in ("width", "height")]
    if not all(0 < side < math.inf for side in sides):
        return None
    aspect = sides[0] / sides[1]
    return aspect if 0 < aspect < math.inf else None


def _length(written: str) -> float:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _PIXELS.get(match[2].lower(), 0.0) if match else 0.0
