"""The help: every action with its keys."""

from collections.abc import Collection, Iterable

from sidelight.tui.action import Action, Where
from sidelight.tui.keymap import Keys
from sidelight.tui.prose import Galley, Role, before, plain, wrap

_ELSEWHERE = (
    ("On the page", Where.READING),
    ("In the journal", Where.BOOKLET),
    ("At a question", Where.DESK),
)


def help_at(keys: Keys, here: Collection[str], width: int) -> Galley:
    """The keys at a width, and before them what was wrong with those the reader chose.

    First come the actions with the ids that can be done here, then the others, each once, where they can be.
    """
    galley = Galley(width)
    for problem in keys.problems:
        galley.line(plain(problem, Role.ACCENT))
        galley.gap()
    hang = max(len(action.shown_keys) for action in keys.actions) + 3
    told = [action for action in keys.actions if action.id in here]
    _tell(galley, told, hang)
    for heading, where in _ELSEWHERE:
        others = [action for action in keys.actions if action.where & where and action not in told]
        if others:
            galley.gap()
            galley.line(plain(heading, Role.STRONG))
            _tell(galley, others, hang)
        told += others
    return galley


def _tell(galley: Galley, actions: Iterable[Action], hang: int) -> None:
    for action in actions:
        shown = plain(action.shown_keys, Role.ACCENT)
        sign = shown.pad_right(hang - shown.cell_length)
        galley.lines += before(sign, wrap(plain(action.help), galley.width - hang), plain(" " * hang))
