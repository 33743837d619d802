"""A reader who types lines, and what she is told."""

from sidelight.plain.reader import read_story
from sidelight.presenting.sitting import Sitting


def answers(sitting: Sitting, *typed: str) -> str:
    """What is written from the first of some typed lines on."""
    said: list[str] = []
    lines = iter(typed)

    def read() -> str | None:
        if line := next(lines, None):
            said.append(f"\n> {line}\n")
        return line

    read_story(sitting, read, said.append)
    return "".join(said)
