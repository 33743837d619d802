"""A reader who types lines, and what she is told."""

from sidelight.plain.reader import read_story
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences


def answers(sitting: Sitting, *typed: str, liked: Preferences | None = None) -> str:
    """What is written from the first of some typed lines on."""
    said: list[str] = []
    lines = iter(typed)

    def read() -> str | None:
        if line := next(lines, None):
            said.append(f"\n> {line}\n")
        return line

    read_story(sitting, read, said.append, liked or Preferences(MemoryFile()))
    return "".join(said)
