"""The notes of a page as side notes: each beside the line that carries its mark, and none over another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from sidelight.model.story import Source
from sidelight.presenting.page import Note
from sidelight.presenting.words import as_of, day
from sidelight.tui.note_text import grade_sign
from sidelight.tui.prose import BLANK, Galley, Lines, Role, before, note_number, plain, wrap

_LIT, _DARK = "┃ ", "  "
_GOES_ON = " …"
_SAID = (12, 8, 6, 4, 3, 2, 0)
"""How many lines of what they say notes may take, from the most to the fewest."""
_DRIFT = 4
"""How many lines below its mark a note may begin, before what is said in the margin is cut for it."""


class Rows(NamedTuple):
    """The first row of a note, and the row after its last."""

    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class MarginSet:
    """The margin set for one page: the lines of each note, and where it stands."""

    texts: Mapping[int, Lines]
    rows: Mapping[int, Rows]

    def lines(self, lit: int | None, top: int, height: int) -> Lines:
        """The lines in view, with the lit note behind a bar. Whether one is lit moves nothing."""
        shown = [BLANK] * height
        for number, rows in self.rows.items():
            bar = plain(_LIT, Role.ACCENT) if number == lit else plain(_DARK)
            for row, line in enumerate(self.texts[number], rows.top - top):
                if 0 <= row < height:
                    shown[row] = bar + line
        return shown

    def note_at(self, row: int) -> int | None:
        """The note that stands on a row."""
        return next((number for number, rows in self.rows.items() if rows.top <= row < rows.bottom), None)


@dataclass(frozen=True, slots=True)
class _SideNote:
    """A note in its three parts. What it says is cut where there is not the room; the others never are."""

    number: int
    anchor: int
    width: int
    head: Lines
    says: Lines
    foot: Lines

    def lines(self, said: int) -> Lines:
        """The note with at most so many lines of what it says; one alone would say nothing."""
        if said >= len(self.says):
            return [*self.head, *self.says, *self.foot]
        if said < 2:  # noqa: PLR2004
            return [*self.head, *self.foot]
        return [*self.head, *self.says[: said - 1], self._cut(self.says[said - 1]), *self.foot]

    def _cut(self, last: Content) -> Content:
        """A line that goes on, cut after a word if it must be."""
        while last.cell_length + len(_GOES_ON) > self.width and " " in last.plain.rstrip():
            last = last[: last.plain.rstrip().rindex(" ")]
        return last.rstrip()[: self.width - len(_GOES_ON)] + plain(_GOES_ON)


def set_margin(notes: Sequence[Note], anchors: Mapping[int, int], width: int, length: int) -> MarginSet:
    """The notes that have an anchor, the line of their mark, in a margin as long as the page."""
    width -= len(_LIT)
    sides = sorted(
        (_side_note(note, anchors[note.number], width) for note in notes if note.number in anchors),
        key=lambda side: side.anchor,
    )
    tops = _places(sides, length)
    ends = [*(top - 1 for top in tops[1:]), length]
    texts = {
        side.number: side.lines(end - top - len(side.lines(0)))
        for side, top, end in zip(sides, tops, ends, strict=False)
    }
    rows = {side.number: Rows(top, top + len(texts[side.number])) for side, top in zip(sides, tops, strict=True)}
    return MarginSet(texts, rows)


def _places(sides: Sequence[_SideNote], length: int) -> list[int]:
    """Where each note begins: with as much said as leaves all of them near their marks."""
    for said in _SAID:
        tops = _stacked(sides, [len(side.lines(said)) for side in sides], length)
        near = all(top - side.anchor <= _DRIFT for side, top in zip(sides, tops, strict=True))
        if near and (not tops or tops[0] >= 0):
            return tops
    tops = _stacked(sides, [len(side.lines(0)) for side in sides], length)
    # More notes than the page is long: from its top on, and what is over is in the list of notes.
    return [top - min(0, tops[0]) for top in tops] if tops else []


def _stacked(sides: Sequence[_SideNote], heights: Sequence[int], length: int) -> list[int]:
    """Tops, each at its anchor or under the note before; then up again from the end, as far as is needed."""
    tops: list[int] = []
    free = 0
    for side, height in zip(sides, heights, strict=True):
        tops.append(max(side.anchor, free))
        free = tops[-1] + height + 1
    end = length
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], end - heights[place])
        end = tops[place] - 1
    return tops


def _side_note(note: Note, anchor: int, width: int) -> _SideNote:
    said = Galley(width)
    said.blocks(note.says)
    sign = note_number(note.number) + " "
    hang = plain(" " * sign.cell_length)
    foot = wrap(grade_sign(note), width)
    for words in _where_from(note):
        foot += wrap(plain(words, Role.QUIET), width)
    return _SideNote(
        note.number,
        anchor,
        width,
        before(sign, wrap(plain(note.aside.title, Role.STRONG), width - hang.cell_length), hang),
        said.lines,
        foot,
    )


def _where_from(note: Note) -> list[str]:
    """The source in a line, or that there is none; and how old it may be."""
    words: list[str] = []
    if note.sources:
        others = len(note.sources) - 1
        words.append(_in_short(note.sources[0]) + (f" and {others} more" if others else ""))
    elif note.aside.no_source:
        words.append(f"No source: {note.aside.no_source}")
    if note.aside.as_of:
        words.append(as_of(note.aside.as_of))
    return words


def _in_short(source: Source) -> str:
    """A source by who brought it out, and when."""
    return ", ".join(part for part in (source.outlet or source.author or source.title, day(source.date)) if part)
