"""What is done only once the reader has said yes to it, by lines."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

PROMPT = "y for yes, n for no, ? help, q quit: "
HELP = """\
y: yes, do it. n or Enter: no, leave everything as it is.
r: repeat the question. q: quit; everything stays as it is.
Every other command is there again once this is answered."""
_NO_ANSWER = "That is neither y nor n, so nothing was done. Still to be answered:"

Deed = Callable[[], Iterator[str]]
"""Something that is done, and what is told of it."""


class ToAgree(NamedTuple):
    """What the reader is asked, and what is done if she says yes."""

    asks: str
    deed: Deed

    def answer(self, typed: str) -> tuple[bool, Iterator[str]]:
        """Whether a line settles it, and what is told then; if it does not, the question once more."""
        match typed.lower():
            case "y" | "yes":
                return True, self.deed()
            case "" | "n" | "no":
                return True, iter(["Nothing was changed."])
            case "?" | "help":
                return False, iter([HELP, self.asks])
            case "r" | "repeat":
                return False, iter([self.asks])
            case _:
                return False, iter([f"{_NO_ANSWER} {self.asks}"])
