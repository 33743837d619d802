"""Texts as they stand on paper: what varies with the play set out as cases."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from sidelight.model.expressions import Expression
from sidelight.model.texts import First, Include, Item, Joined, Styled, Text, When, Written
from sidelight.play.state import State
from sidelight.presenting.evaluate import Evaluator
from sidelight.teaching.pack.paper.book import Case, Cases, Line, Pieces, Said, SetIn, Version
from sidelight.teaching.pack.paper.formulas import Formula, Moments, Reader, marks_of
from sidelight.teaching.pack.plays import Plays
from sidelight.text.prose import Paragraph, Words

_Made = TypeVar("_Made")
_SPACE = (Words(" "),)


class Texts:
    """Sets texts out. `says` puts a formula in words."""

    def __init__(self, plays: Plays, reader: Reader, says: Callable[[Formula], str]) -> None:
        self._rules = plays.rules
        self._reader = reader
        self._says = says

    def line(self, written: Written | None, moments: Moments) -> Line:
        """A line in each of its versions."""
        if written is None or not moments:
            return ()
        found = self._versions(written, moments, lambda state: Evaluator(self._rules, state).inlines(written))
        return tuple(Version(lead, content) for lead, content in found)

    def told(self, line: Line) -> Pieces:
        """A line that is read as a paragraph."""
        return _set_out([(each.lead, (Said((Paragraph(each.content),)),)) for each in line])

    def pieces(self, text: Text, moments: Moments, *, headings: bool = False) -> Pieces:
        """A text, for somebody who is in one of these moments."""
        return tuple(piece for item in text for piece in self._item(item, moments, headings=headings))

    def _item(self, item: Item, moments: Moments, *, headings: bool) -> Pieces:
        match item:
            case Written():
                return self._written(item, moments, headings=headings)
            case When() | First():
                return self._cases(item, moments, lambda text, some: self.pieces(text, some, headings=headings))
            case Include(passage):
                found = self._rules.story.passages[passage]
                inner = self.pieces(found.text, moments, headings=True)
                return (SetIn(found.style, inner),) if found.style and inner else inner
            case Styled(style, text):
                inner = self.pieces(text, moments, headings=headings)
                return (SetIn(style, inner),) if inner else ()
            case Joined(parts):
                return self._joined(parts, moments)

    def _written(self, written: Written, moments: Moments, *, headings: bool) -> Pieces:
        found = self._versions(
            written,
            moments,
            lambda state: Evaluator(self._rules, state).blocks((written,), headings=headings),
        )
        return _set_out([(lead, (Said(blocks),)) for lead, blocks in found])

    def _joined(self, parts: Text, moments: Moments) -> Pieces:
        """A paragraph: what always stands in it runs together, and what does not stands below it."""
        pieces: list[Said | SetIn | Cases] = []
        for part in parts:
            inner: Pieces
            match part:
                case Written():
                    inner = self.told(self.line(part, moments))
                case When() | First():
                    inner = self._cases(part, moments, self._joined)
                case _:
                    raise AssertionError(part)
            for piece in inner:
                last = pieces[-1] if pieces else None
                if isinstance(piece, Said) and isinstance(last, Said):
                    pieces[-1] = _run_on(last, piece)
                else:
                    pieces.append(piece)
        return tuple(pieces)

    def _cases(self, item: When | First, moments: Moments, read: Callable[[Text, Moments], Pieces]) -> Pieces:
        branches: list[tuple[Expression | None, Text]]
        if isinstance(item, When):
            branches = [(item.condition, item.then), (None, item.other)]
        else:
            branches = [(branch.condition, branch.text) for branch in item.branches]
        rest: Sequence[State] = moments
        found: list[tuple[str, Pieces]] = []
        for condition, text in branches:
            if not rest:
                break
            formula = self._reader.condition(condition, rest)
            if formula is False:
                continue
            lead = "" if formula is True else self._says(formula)
            found.append((lead, read(text, self._reader.where(formula, rest))))
            rest = self._reader.where(formula, rest, holds=False)
        return _set_out(found)

    def _versions(
        self, written: Written, moments: Moments, make: Callable[[State], _Made]
    ) -> list[tuple[str, _Made]]:
        """A text once for each of the values that stand in its braces, and when."""
        marks = tuple(dict.fromkeys(mark for each in written.inserts for mark in marks_of(each)))
        rows: dict[object, State] = {}
        for state in moments:
            rows.setdefault(tuple(self._rules.value(each, state) for each in written.inserts), state)
        if len(rows) < 2:  # noqa: PLR2004 - there is nothing to tell apart
            return [("", make(state)) for state in rows.values()]
        found: list[tuple[str, _Made]] = []
        rest = tuple(moments)
        for row, state in rows.items():

            def so(other: State, row: object = row) -> bool:
                return tuple(self._rules.value(each, other) for each in written.inserts) == row

            formula = self._reader.simplest(self._reader.cases(marks, rest, so), rest)
            found.append(("" if formula is True else self._says(formula), make(state)))
            rest = self._reader.where(formula, rest, holds=False)
        return found


def _set_out(found: list[tuple[str, Pieces]]) -> Pieces:
    while found and not found[-1][1]:  # nothing is read where nothing else fits
        found.pop()
    if found and not found[0][0]:
        return found[0][1]
    return (Cases(tuple(Case(lead, pieces) for lead, pieces in found)),) if found else ()


def _run_on(one: Said, other: Said) -> Said:
    match one.blocks, other.blocks:
        case (Paragraph(first),), (Paragraph(second),):
            return Said((Paragraph(first + _SPACE + second),))
        case blocks:
            raise AssertionError(blocks)
