"""Writing a text of several lines, in a box over the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from alignment_maturity.interview.session import LONGEST_REMARK, clean
from alignment_maturity.language import Phrase
from alignment_maturity.screens.keys import bound
from alignment_maturity.screens.overlay import Box, KeepsText
from alignment_maturity.screens.parts import Key
from alignment_maturity.screens.theme import Look


class Editor(Box, KeepsText):
    """A box with a text; whichever way it is closed, `keep` is called with the text where it was changed.

    Nothing typed is ever lost: Esc keeps the text too, as does leaving at once; undo takes it back. A text
    that is too long to be kept stays open; leaving at once keeps its beginning.
    Import this module where an editor is opened, not before: what it needs takes a while to load.
    """

    DEFAULT_CSS = """
    Editor #box { height: 70%; }
    Editor #about { height: auto; max-height: 4; padding: 0 1; color: $quiet; }
    Editor TextArea, Editor TextArea:focus { height: 1fr; border: none; padding: 0 1; }
    Editor TextArea { background: $ground; color: $ink; }
    Editor TextArea .text-area--cursor-line { background: $ground; }
    """
    AUTO_FOCUS = "TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,ctrl+s", "close"),
    ]

    def __init__(
        self, title: Phrase, about: Callable[[str], str], text: str, keep: Callable[[str], None]
    ) -> None:
        """Open a text.

        Args:
            title: what the text is.
            about: what it is about, in a language: the question, say.
            keep: takes the text once it was changed.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._text = text
        self._keep = keep
        self._excess = 0  # characters too many, when it was last to be kept

    def title_text(self, look: Look) -> str:
        return self._title.fill(look.lang)

    def keys(self, look: Look) -> tuple[Key, ...]:
        return Key("Esc", look.say("does-keep")), Key("F2", look.say("does-language"))

    def inside(self) -> Iterable[Widget]:
        area = TextArea(self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        area.cursor_blink = False
        return Static(id="about", markup=False), area

    def draw(self, look: Look) -> None:
        too_long = look.say("text-too-long", count=self._excess) if self._excess else ""
        self.query_one("#box").border_subtitle = Content(f" {too_long} ") if too_long else ""
        self.query_one("#about", Static).update(Content(self._about(look.lang)))

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    def keep_text(self) -> None:
        """Keep the text as it is, or as much of it as can be kept."""
        self._keep_changed(self.query_one(TextArea).text[:LONGEST_REMARK])

    def action_close(self) -> None:
        """Close the box and keep the text; what keeping leads to lies over the page then."""
        text = self.query_one(TextArea).text
        self._excess = max(0, len(clean(text)) - LONGEST_REMARK)
        if self._excess:
            self.show()
            return
        self.dismiss("")
        self._keep_changed(text)

    def _keep_changed(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._keep(text)
