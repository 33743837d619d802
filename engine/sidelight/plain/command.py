"""Which command somebody typed, if she typed one."""

from typing import NamedTuple

from sidelight.plain.help import letter_of
from sidelight.plain.journal import PARTS
from sidelight.saving.settings import SETTINGS

SAVE_WORDS = ("load", "rename", "delete", "export", "import", "new")
"""The commands about saves that are words of their own."""


class Command(NamedTuple):
    """A command by its letter, or by its word if it is one about saves, and how it goes on."""

    name: str
    rest: str = ""


def command_in(typed: str) -> Command | None:
    """The command of a line; None if it is none."""
    head, _, rest = typed.partition(" ")
    word, rest = head.lower(), rest.strip()
    if word in SAVE_WORDS and not (word == "new" and rest):
        return Command(word, rest)
    letter = letter_of(word)
    return Command(letter, rest) if letter and (not rest or _takes(letter, rest)) else None


def is_bare(typed: str) -> bool:
    """Whether a line is a command even where words are the answer.

    It is one if it is a letter alone, or names a setting or a part of the journal whole.
    """
    command = command_in(typed)
    if command is None:
        return False
    named = command.rest.replace("=", " ").partition(" ")[0].lower()
    match command.name:
        case "o" if any(named == each.name for each in SETTINGS):
            return True
        case "t" if typed[1:2].isspace():  # an answer may well begin with “journal notes”
            return named in PARTS
        case _:
            return len(typed) == 1


def _takes(letter: str, rest: str) -> bool:
    """Whether a command goes on after its letter in this way."""
    return letter in "nost" or (letter == "k" and rest.split(maxsplit=1)[0].lower() == "file")
