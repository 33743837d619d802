"""The title page as lines: the story's name, what it is, and what stands beside it."""

from sidelight.model.story import Chapter, Story
from sidelight.presenting.opening import OtherStory
from sidelight.presenting.title import Title, WayLine
from sidelight.text.markdown import read_blocks
from sidelight.tui.note_text import grade_mark
from sidelight.tui.prose import BLANK, ORNAMENT, Galley, Role, before, centred, filled, plain, wrap
from sidelight.tui.widgets.choice_list import Option

_MOST_ABOVE = 6
"""Rows that stand empty above a name, where there are so many."""
_GIVEN_UP = ((), ("ornament",), ("ornament", "author"))
"""What a title page is set without, first the whole of it, to have room for the rest."""
HOW_TO_ADD = "Stories are also looked for in the folder you are in. Or name one: sidelight PATH."


def title_at(title: Title, message: str, rows: int, width: int) -> Galley:
    """The title page above what can be chosen on it, which leaves so many rows free.

    What the story is goes before who wrote it, for a reader who must have all her choices in view.
    """
    settings = [
        _title(title, without, width) for without in (*_GIVEN_UP, *((*each, "blurb") for each in _GIVEN_UP))
    ]
    said = Galley(width)
    if message:
        said.line(plain(message, Role.ACCENT))
        said.gap()
    rows -= len(said.lines)
    chosen = next((each for each in settings if len(each.lines) <= rows), settings[-1])
    above = min(max(rows - len(chosen.lines), 0) // 2, _MOST_ABOVE)
    chosen.lines[:0] = [*said.lines, *[BLANK] * above]
    return chosen


def _title(title: Title, without: tuple[str, ...], width: int) -> Galley:
    galley = Galley(width, title.story.styles)
    _name(galley, title.story, without)
    if title.blurb and "blurb" not in without:
        galley.gap()
        galley.blocks(title.blurb)
    _content(galley, title.story)
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
    _content(galley, story)
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


def _content(galley: Galley, story: Story) -> None:
    if story.content_notes:
        galley.gap()
        galley.line(plain("Content: ", Role.QUIET) + plain(", ".join(story.content_notes)))


def _name(galley: Galley, story: Story, without: tuple[str, ...] = ()) -> None:
    """The name in spaced capitals in the middle, broken between words where it must be; then who wrote it."""
    for line in _spaced(story.title.upper(), galley.width):
        galley.lines.append(centred(plain(line, Role.STRONG), galley.width))
    if "ornament" not in without:
        galley.gap()
        galley.line(centred(plain(ORNAMENT, Role.ACCENT), galley.width))
    if story.author and "author" not in without:
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
