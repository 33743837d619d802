"""What other commands come to while a question is asked: most work, and the question waits."""

from dataclasses import replace

from sidelight.plain.command import Command
from sidelight.presenting.saves import SaveLine
from sidelight.presenting.sitting import Sitting
from sidelight.text.prose import plain_words

_LATER = {
    "u": "u goes back a step",
    "x": "x goes on over what you have read",
    "a": "a leads to the title page",
    "new": "new begins again",
    "load": "load goes on from a save",
}
"""What would leave the question behind."""
_OF_THE_PAGE = {
    "n": "n lists the notes of the page that comes then",
    "w": "w tells where you are",
    "k": "k tells what you keep",
}
_OF_THE_JOURNAL = {
    "route": " tells the way you came",
    "map": " tells the scenes you have seen",
    "endings": " tells the endings you have seen",
}
"""The parts of the journal in which the page stands, too."""


def comes_later(command: Command, *, page_told: bool) -> str:
    """What a command does once the question is done with; empty if it works now."""
    if not page_told and (held := _of_the_page(command)):
        return held
    if command.name == "t":
        part, _, which = command.rest.partition(" ")
        if part.isdecimal():
            return f"t {part} goes back there"
        if which and "questions".startswith(part.lower()):
            return f"t {command.rest} asks that one"
    return _LATER.get(command.name, "")


def save_told(line: SaveLine, sitting: Sitting) -> str:
    """What is told of a save before the page is: of one that stands at it, the page the reader comes from."""
    if (line.place, line.steps) != (plain_words(sitting.page.title), sitting.playthrough.length):
        return line.told
    return replace(line, place=sitting.mark.place, chapter=sitting.mark.chapter).told


def _of_the_page(command: Command) -> str:
    """What a command would tell of a page that has not been told yet; empty if nothing."""
    if command.name != "t":
        return _OF_THE_PAGE.get(command.name, "")
    part = command.rest.lower().partition(" ")[0]
    told = next((told for name, told in _OF_THE_JOURNAL.items() if name.startswith(part)), "")
    return f"t {part}".rstrip() + told if told else ""
