"""Time: of the present question against its share, and of the room against the whole agenda."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from alignment_maturity.interview.session import Stage
from alignment_maturity.interview.workshop.meeting import Meeting
from alignment_maturity.interview.workshop.wording import clock
from alignment_maturity.screens.parts import Block, Canvas, bar, brush, clipped, ends, line, wrapped
from alignment_maturity.screens.theme import Look
from alignment_maturity.screens.workshop.words import large, said


def top(meeting: Meeting, look: Look, width: int) -> Content:
    """Draw the line at the top: where the room is; the time, where it is not beside the page."""
    used, lang = look.colours, look.lang
    if meeting.stage is Stage.ASKING:
        dimension = meeting.questionnaire.dimension_by_id[meeting.question.dimension].name.on_one_line(lang)
        place = said(look, "place", number=meeting.position + 1, count=len(meeting.agenda))
    else:
        place, dimension = "", said(look, "overview")
    left = line(
        (place, brush(used.accent, bold=True)), "  " if place else "", (dimension, brush(used.ink, bold=True))
    )
    organisation = line((clipped(meeting.file.organisation, width // 2), brush(used.muted)))
    return ends(
        left, organisation if look.wide or meeting.stage is not Stage.ASKING else time(meeting, look), width
    )


def beside_the_page(meeting: Meeting) -> Block:
    """Return the time of the question in large type, for the column beside the page."""

    def draw(on: Canvas) -> list[Content]:
        used, look = on.look.colours, on.look
        item, share = meeting.item, meeting.seconds_each
        over = share is not None and item.seconds > share
        ink = used.bad if over else used.muted if meeting.paused else used.ink
        lines = large(clock(item.seconds), brush(ink, bold=True))
        return [*lines, *wrapped(time(meeting, look, short=True), on.width)]

    return Block(draw)


def pace_line(meeting: Meeting, look: Look, width: int) -> Content:
    """Draw the pace on one line: the bar and what it means."""
    words = Content.styled(" · ", brush(look.colours.muted)).join(pace_words(meeting, look))
    if words.cell_length > width - 12:
        words = words.truncate(max(1, width - 12), ellipsis=True)
    return line(pace_bar(meeting, look, width - words.cell_length - 2), "  ", words)


def pace_bar(meeting: Meeting, look: Look, width: int) -> Content:
    """Draw how much of the agenda's time has been worked off, `┃` being where the clock stands.

    Between the two the room is ahead (`+`) or behind (`╌`). Without a time it is the questions settled.
    """
    used = look.colours
    if meeting.ahead is None or not meeting.minutes:
        return bar(meeting.progress.answered / meeting.progress.total, width, look)
    whole = 60 * meeting.minutes
    last = width - 1
    now = min(last, round(meeting.seconds / whole * last))
    done = max(0, min(last, round((meeting.seconds + meeting.ahead) / whole * last)))
    behind, ahead = max(0, now - done), max(0, done - now - 1)
    return line(
        ("━" * min(now, done), brush(used.accent)),
        ("╌" * behind, brush(used.bad)),
        ("┃", brush(used.ink, bold=True)),
        ("+" * ahead, brush(used.good)),
        ("─" * (last - now - ahead), brush(used.line)),
    )


def pace_words(meeting: Meeting, look: Look) -> list[Content]:
    """Say whether the room keeps time, how much has passed, and how many questions are settled."""
    used = look.colours
    settled = said(look, "settled", n=meeting.progress.answered, count=meeting.progress.total)
    told = [line((settled, brush(used.muted)))]
    if meeting.ahead is None or meeting.minutes is None:
        return told
    minutes = int(abs(meeting.ahead) // 60)
    if minutes == 0:
        pace = (said(look, "pace-on-time"), brush(used.ink, bold=True))
    elif meeting.ahead > 0:
        pace = (said(look, "pace-ahead", minutes=minutes), brush(used.good, bold=True))
    else:
        pace = (said(look, "pace-behind", minutes=minutes), brush(used.bad, bold=True))
    passed = said(look, "of-minutes", n=int(meeting.seconds // 60), minutes=f"{meeting.minutes:g}")
    return [line(pace), line((passed, brush(used.muted))), *told]


def time(meeting: Meeting, look: Look, *, short: bool = False) -> Content:
    """Write the time of the question against its share; when over, by how much, with a sign."""
    used, seconds, share = look.colours, meeting.item.seconds, meeting.seconds_each
    pieces: list[tuple[str, Style]] = []
    over = share is not None and seconds > share
    if meeting.paused:
        pieces.append((f"‖ {said(look, 'paused')}  ", brush(used.warning, bold=True)))
    if not short:
        pieces.append((clock(seconds), brush(used.bad if over else used.ink, bold=True)))
    if share is not None:
        pieces.append((f"{'' if short else ' '}/ {clock(share)}", brush(used.muted)))
        if over:
            late = said(look, "over", time=clock(seconds - share))
            pieces.append((f"  ▲ {late}", brush(used.bad, bold=True)))
    return line(*pieces)
