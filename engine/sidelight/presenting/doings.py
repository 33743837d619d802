"""What a reader can do, declared once for both readers, so that neither can do what the other cannot."""

from collections.abc import Callable
from typing import NamedTuple

from sidelight.presenting.page import Page

Possible = Callable[[Page], bool]
"""Whether there is any use in something on a page."""


class Doing(NamedTuple):
    """Something a reader can do: the screen's actions that do it, and what she types for it in plain mode.

    By lines it is a letter or the word it stands for, which may go on; `typed` is an example, where it must.
    """

    actions: tuple[str, ...]
    letter: str
    word: str
    typed: str = ""
    prompt: str = ""
    """How the line that asks for the next names it, if it does."""
    possible: Possible = lambda _: True
    prompted: Possible = lambda _: True
    """Where that line names it: the prompt of every page has room only for what is wanted on most."""


def _has_notes(page: Page) -> bool:
    return bool(page.notes)


def _has_steps(page: Page) -> bool:
    return page.step > 0


def _is_over(page: Page) -> bool:
    return page.over


_ON = "a for the title page with every other way in, new to begin again"
_TAKE_AWAY = "k file to take your story away as a file"

DOINGS = (
    Doing(("take_away",), "k", "keep", "k file", _TAKE_AWAY, prompted=_is_over),
    Doing(("notes",), "n", "notes", prompt="n notes", possible=_has_notes),
    Doing(("open",), "n", "notes", "n 1", possible=_has_notes),
    Doing(("top",), "r", "repeat", prompt="r repeat"),
    Doing(("undo",), "u", "undo", prompt="u go back", possible=_has_steps),
    Doing(("skip",), "x", "skip"),
    Doing(("kept",), "k", "keep"),
    Doing((), "w", "where"),
    Doing(("title",), "a", "title", prompt=_ON, prompted=_is_over),
    Doing(("journal",), "t", "journal"),
    Doing(("search",), "t", "journal", "t notes night"),
    Doing(("next_order",), "t", "journal", "t notes by grade"),
    Doing(("saves",), "s", "save"),
    Doing(("narrower", "wider", "next_theme"), "o", "options"),
    Doing(("help",), "?", "help", prompt="? help"),
    Doing(("leave",), "q", "quit", prompt="q quit"),
)
"""In the order in which a prompt names them."""

_BY_ACTION = {action: doing for doing in DOINGS for action in doing.actions}


def is_possible(action: str, page: Page) -> bool:
    """Whether there is any use in an action of the screen on a page."""
    doing = _BY_ACTION.get(action)
    return doing is None or doing.possible(page)
