"""A reader who types lines, and what she is told."""

from builders import past_title
from sidelight.plain.lines import Lines, Read
from sidelight.plain.reading import read_story
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences


def answers(sitting: Sitting, *typed: str, liked: Preferences | None = None) -> str:
    """What is written from the first of some typed lines on."""
    said: list[str] = []
    lines = Lines(typing(said, *typed), said.append, liked or Preferences(MemoryFile()))
    read_story(*past_title(sitting), lines)
    return "".join(said)


def typing(said: list[str], *typed: str) -> Read:
    """Somebody who types some lines, each noted in what has been said, and then no more."""
    lines = iter(typed)

    def read() -> str | None:
        if line := next(lines, None):
            said.append(f"\n> {line}\n")
        return line

    return read
