"""Code slips: a code name on each, how to begin, and what is kept."""

from collections.abc import Sequence

from sidelight.model.story import Chapter, Story
from sidelight.teaching.pack.sheet import Group, Line, Sheet, Title, words
from sidelight.teaching.results import KEPT

_CUT = "- " * 36
_KEPT = (
    "What you choose, open and answer is kept under this name, in a file on the machine you play on, for "
    f"{KEPT.days} days. Your teacher reads it when you hand it over."
)
_NOT_KEPT = "Your own name is in no file. You are asked first, and may play without being recorded."


def command_for(code: str, chapter: Chapter | None = None) -> str:
    """What is typed to begin."""
    return f"sidelight{'' if chapter is None else f' --chapter {chapter.id}'} --class {code}"


def slips(codes: Sequence[str], story: Story | None = None, chapter: Chapter | None = None) -> Sheet:
    """Slips to print and cut; with a chapter, they begin there."""
    title = "Code slips" if chapter is None else f"{chapter.title}: code slips"
    each = tuple(
        Group(
            "slip",
            (
                Title(2, words(code)),
                Line(words("To begin, type")),
                Line(words(command_for(code, chapter)), "command"),
                Line(words(f"{_KEPT} {_NOT_KEPT}")),
            ),
        )
        for code in codes
    )
    intro = Line(
        words(
            "Cut along the lines, one for each pupil. Who has which name is written down on paper only, by you."
        ),
        "small",
    )
    return Sheet(
        title, (Title(1, words(title)), intro, Group("slips", each)), "en" if story is None else story.language
    )


def slips_text(codes: Sequence[str], chapter: Chapter | None = None) -> str:
    """The same for a terminal or a printer of text, with lines to cut along."""
    lines = [_CUT.rstrip()]
    for code in codes:
        lines += [
            "",
            f"  {code}",
            "",
            f"  To begin, type: {command_for(code, chapter)}",
            "  What you choose, open and answer is kept under this name, in a file on the",
            f"  machine you play on, for {KEPT.days} days. Your teacher reads it when you hand it",
            "  over. Your own name is in no file. You are asked first, and may play",
            "  without being recorded.",
            "",
            _CUT.rstrip(),
        ]
    return "\n".join(lines) + "\n"
