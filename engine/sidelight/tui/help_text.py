"""The help: every action with its keys."""

from sidelight.tui.keymap import Keys
from sidelight.tui.prose import Galley, Role, before, plain, wrap


def help_at(keys: Keys, width: int) -> Galley:
    """The keys at a width, and before them what was wrong with those the reader chose.

    They stand beside what they do, or above it where that would leave too little room.
    """
    galley = Galley(width)
    for problem in keys.problems:
        galley.line(plain(problem, Role.ACCENT))
    galley.gap()
    hang = max(len(action.shown_keys) for action in keys.actions) + 3
    for action in keys.actions:
        shown = plain(action.shown_keys, Role.ACCENT)
        sign = shown.pad_right(hang - shown.cell_length)
        galley.lines += before(sign, wrap(plain(action.help), width - hang), plain(" " * hang))
    return galley
