"""How wide and how high the text is set, and what of the window is left for the margin."""

from typing import NamedTuple

from sidelight.saving.settings import NARROWEST, WIDEST
from sidelight.tui.widgets.header import FOOT_FROM

WIDE = 110
"""Columns from which on the notes of a page stand in a margin."""

LOW_OR_TALL = [(0, "-low"), (FOOT_FROM, "-tall")]
"""What a window is by its rows: a low one has none left for a foot."""

_HUGE = 160
_STEP = 3
_AROUND = 3
"""Cells of a column beside its text: one to the left, one to the right, and the scroll bar."""

_LEAST_MARGIN, _MARGIN, _WIDE_MARGIN = 37, 44, 62
_AROUND_VOTE, _AROUND_VOTE_LOW = 6, 2
"""Rows of the head, the line for the hands and the foot, in a tall window and in a low one."""


class Widths(NamedTuple):
    """The most cells the page may take, and all there is, with the margin."""

    page: int
    desk: int


def widths(measure: int, window: int) -> Widths:
    """The widths for a measure in a window. Where both cannot be had, the margin keeps the least it can be."""
    page = measure + _AROUND
    if window < WIDE:
        return Widths(page, page)
    page = min(page, window - _LEAST_MARGIN)
    return Widths(page, page + (_WIDE_MARGIN if window >= _HUGE else _MARGIN))


def stepped(measure: int, step: int) -> int:
    """A measure somewhat wider or narrower."""
    return min(max(measure + step * _STEP, NARROWEST), WIDEST)


def rows_to_vote(window: int) -> int:
    """The rows for a page that is voted on, of those of a window."""
    return window - (_AROUND_VOTE if window >= FOOT_FROM else _AROUND_VOTE_LOW)
