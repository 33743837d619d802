"""The title page as lines: the story's name, what it is, and what stands beside it."""

from sidelight.model.story import Chapter, Story
from sidelight.presenting.opening import OtherStory
from sidelight.presenting.title import Title, WayLine
from sidelight.text.markdown import read_blocks
from sidelight.tui.note_text import grade_mark
from sidelight.tui.prose import ORNAMENT, Galley, Role, before, centred, filled, plain, wrap
from sidelight.tui.widgets.choice_list import Option

_ROOMY = 56, 24
"""Cells and rows from which on the title page has room for what the author says of the story."""
HOW_TO_ADD = "Stories are also looked for in the folder you are in. Or name one: sidelight PATH."


def title_at(title: Title, message: str, height: int, width: int) -> Galley:
    """The title page above what can be chosen on it, in a window so many rows high."""
    story = title.story
    galley = Galley(width, story.styles)
    if message:
        galley.line(plain(message, Role.ACCENT))
        galley.gap()
    _name(galley, story)
    if title.blurb and width >= _ROOMY[0] and height >= _ROOMY[1]:
        galley.gap()
        galley.blocks(title.blurb)
    if story.content_notes:
        galley.gap()
        galley.line(plain("Content: ", Role.QUIET) + plain(", ".join(story.content_notes)))
    return galley


def way_options(ways: tuple[WayLine, ...]) -> tuple[Option, ...]:
    """The ways into the story."""
    return tuple(
        Option(plain(way.label) + plain(f"  {way.told}" if way.told else "", Role.QUIET), number)
        for number, way in enumerate(ways, 1)
    )


def about_at(title: Title, width: int) -> Galley:
    """All there is to know of a story beforehand."""
    story = title.story
    galley = Galley(width, story.styles)
    _name(galley, story)
    galley.gap()
    galley.blocks(title.about)
    if story.content_notes:
        galley.gap()
        galley.line(plain("Content: ", Role.QUIET) + plain(", ".join(story.content_notes)))
    if title.notes:
        galley.gap()
        galley.line(plain(title.notes))
        for grade in title.grades:
            sign = plain(f"{grade_mark(grade)} ", Role.ACCENT)
            words = plain(grade.label, Role.STRONG) + plain(f": {grade.means}")
            galley.lines += before(sign, wrap(words, width - 2), plain("  "))
    if title.edition:
        galley.gap()
        galley.line(plain(title.edition, Role.QUIET))
    return galley


def chapter_at(chapter: Chapter, width: int) -> Galley:
    """A chapter, for somebody deciding whether to play it alone."""
    galley = Galley(width)
    galley.line(plain(chapter.title, Role.STRONG))
    galley.gap()
    galley.blocks(read_blocks(chapter.about))
    return galley


def other_options(others: tuple[OtherStory, ...]) -> tuple[Option, ...]:
    """The other stories found."""
    return tuple(
        Option(plain(each.title) + plain(f"  {each.author}" if each.author else "", Role.QUIET), number)
        for number, each in enumerate(others, 1)
    )


def _name(galley: Galley, story: Story) -> None:
    """The name in spaced capitals in the middle, broken between words where it must be; then who wrote it."""
    for line in _spaced(story.title.upper(), galley.width):
        galley.lines.append(centred(plain(line, Role.STRONG), galley.width))
    galley.gap()
    galley.line(centred(plain(ORNAMENT, Role.ACCENT), galley.width))
    if story.author:
        galley.gap()
        galley.lines += [
            centred(line, galley.width) for line in wrap(plain(story.author, Role.QUIET), galley.width)
        ]


def _spaced(capitals: str, width: int) -> list[str]:
    """Words in lines, their letters set apart if they are as wide as they are many and every word fits."""
    words = capitals.split()
    apart = [" ".join(word) for word in words]
    fits = all(
        plain(wide).cell_length == 2 * len(word) - 1 and plain(wide).cell_length <= width
        for word, wide in zip(words, apart, strict=True)
    )
    if not fits or not words:
        return [line.plain for line in wrap(plain(capitals), width)]
    # As few lines as there must be, and those as even as can be.
    settings = [filled(apart, "   ", narrower) for narrower in range(width, max(map(len, apart)) - 1, -1)]
    return [lines for lines in settings if len(lines) == len(settings[0])][-1]
