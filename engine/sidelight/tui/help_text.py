"""The help: every action with its keys."""

from sidelight.tui.actions import ACTIONS
from sidelight.tui.prose import Galley, Role, before, plain, wrap


def help_at(width: int) -> Galley:
    """The keys at a width: beside what they do, or above it where that would leave too little room."""
    galley = Galley(width)
    hang = max(len(action.shown_keys) for action in ACTIONS) + 3
    for action in ACTIONS:
        keys = plain(action.shown_keys, Role.ACCENT)
        sign = keys.pad_right(hang - keys.cell_length)
        galley.lines += before(sign, wrap(plain(action.help), width - hang), plain(" " * hang))
    return galley
