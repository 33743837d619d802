"""Everything a teacher takes to class, as files by their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sidelight.errors import StoryError
from sidelight.model.story import Story
from sidelight.play.rules import Rules
from sidelight.teaching.pack.as_html import html_of
from sidelight.teaching.pack.as_markdown import markdown_of
from sidelight.teaching.pack.asked import after_scenes, asked_of
from sidelight.teaching.pack.key import key
from sidelight.teaching.pack.pages import pages_of
from sidelight.teaching.pack.paper.page import paper_sheet
from sidelight.teaching.pack.paper.write import book_of
from sidelight.teaching.pack.plays import explore
from sidelight.teaching.pack.reading import reading
from sidelight.teaching.pack.sheet import Sheet
from sidelight.teaching.pack.slips import slips, slips_text
from sidelight.teaching.pack.teacher import teacher_page
from sidelight.teaching.pack.worksheet import worksheet


@dataclass(frozen=True, slots=True)
class Pack:
    """The texts of the files, and about how many `pages` paper play fills.

    `no_paper` says why the chapter cannot be played on paper; empty if it can.
    """

    files: Mapping[str, str]
    pages: int
    no_paper: str = ""


def pack(story: Story, chapter: str, codes: Sequence[str]) -> Pack:
    """The pack of a chapter, with a slip for each code name."""
    plays = explore(Rules(story), chapter)
    asked = asked_of(plays)
    about = story.chapters[chapter]
    book: Sheet | None = None
    no_paper = ""
    try:
        book = paper_sheet(book_of(plays, after_scenes(asked)), story)
    except StoryError as error:
        no_paper = error.message
    pages = 0 if book is None else pages_of(book)
    sheets: dict[str, Sheet] = {
        "teacher": teacher_page(plays, asked, reading(plays), pages),
        "worksheet": worksheet(story, about, asked),
        "key": key(story, about, asked),
    }
    if book is not None:
        sheets["paper-play"] = book
    files = {f"{name}.html": html_of(sheet) for name, sheet in sheets.items()}
    files |= {f"{name}.md": markdown_of(sheet) for name, sheet in sheets.items()}
    files["slips.html"] = html_of(slips(codes, story, about))
    files["slips.txt"] = slips_text(codes, about)
    return Pack(files, pages, no_paper)
