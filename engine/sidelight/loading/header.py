"""The story's own section, and what surrounds the scenes: chapters, styles, grades, passages."""

import re
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.links import required_stateless, stateless
from sidelight.loading.outline import Entry, Outline
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader
from sidelight.loading.variables import read_settings
from sidelight.model.story import Chapter, Grade, Passage, Style, StyleMark
from sidelight.text.spans import Span, StoryFile

FORMAT = 1
"""The story format this program reads."""
_UUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\Z")

CHAPTER_KEYS = ("title", "begins", "with", "about", "close", "variables")
STYLE_KEYS = ("header", "mark", "closes")
PASSAGE_KEYS = ("keep", "style", "text")
GRADE_KEYS = ("label", "means", "needs-source")

DEFAULT_GRADES = {
    grade.id: grade
    for grade in (
        Grade(
            "corroborated",
            "Corroborated",
            "two or more independent sources agree or it is public record",
            needs_source=True,
        ),
        Grade("reported", "Reported", "one outlet or unnamed sources or one named witness", needs_source=True),
        Grade("contested", "Contested", "serious sources disagree or a party denies it", needs_source=True),
        Grade("dramatised", "Dramatised", "nobody could have sourced it", needs_source=False),
        Grade("imprecise", "Wrong or imprecise", "better evidence says otherwise", needs_source=True),
    )
}


class Header(NamedTuple):
    """What the `story:` section says, with nothing in it unread."""

    id: str
    title: str
    start: str
    chapters: tuple[str, ...]
    ifid: str | None
    author: str | None
    language: str
    version: str
    about: str
    content_notes: tuple[str, ...]
    licence: str | None


def read_header(fields: Fields, outline: Outline) -> Header | None:
    """The `story:` section; None if the story has no id, title or start that can be read."""
    _check_format(fields)
    named = fields.required_id("id")
    title = fields.required_text("title")
    start = fields.required_id("start")
    if start:
        outline.check_named("scenes", catalogue.UNKNOWN_SCENE, start, "the story begins nowhere")
    chapters = tuple(
        each.name
        for each in fields.ids("chapters")
        if outline.check_named("chapters", catalogue.UNKNOWN_CHAPTER, each)
    )
    ifid, author, language = _ifid(fields), fields.text("author"), fields.text("language")
    version, about = fields.text("version"), stateless(fields, "about", outline)
    content_notes = fields.texts("content-notes")
    if named is None or title is None or start is None:
        return None
    return Header(
        named.name,
        title,
        start.name,
        chapters,
        ifid,
        author,
        language or "en",
        version or "0",
        about or "",
        content_notes,
        fields.text("licence"),
    )


def _check_format(fields: Fields) -> None:
    node = fields.require("format")
    number = fields.whole("format")
    if node is not None and number not in (None, FORMAT):
        fields.reading.findings.add(
            catalogue.UNSUPPORTED_FORMAT.at(
                fields.reading.span(node),
                f"this story is in format {number}, and this program reads format {FORMAT}",
                help="play it with a newer Sidelight",
            )
        )


def _ifid(fields: Fields) -> str | None:
    ifid, node = fields.text("ifid"), fields.get("ifid")
    if ifid is not None and node is not None and not _UUID.match(ifid):
        fields.reading.findings.add(
            catalogue.WRONG_TYPE.at(
                fields.reading.span(node),
                "`ifid` is a UUID in capitals, by which catalogues know a story",
                help="make one with `python -c 'import uuid; print(str(uuid.uuid4()).upper())'`",
            )
        )
    return ifid


def order_chapters(header: Header | None, outline: Outline) -> list[Entry]:
    """The chapters in the story's order; those it does not list come last, in the order of their files."""
    listed = header.chapters if header else ()
    entries = outline.names("chapters")
    return [entries[name] for name in dict.fromkeys((*listed, *entries))]


def read_chapter(entry: Entry, outline: Outline, scope: Scope) -> Chapter | None:
    """A chapter, without its variables: those are read before anything that may name them."""
    fields = open_fields(entry.node, entry.reading, f'chapter "{entry.id}"', CHAPTER_KEYS)
    if fields is None:
        return None
    title = required_stateless(fields, "title", outline)
    begins = fields.required_id("begins")
    known = begins is not None and outline.check_named("scenes", catalogue.UNKNOWN_SCENE, begins)
    settings = read_settings(fields, "with", scope, entry.id)
    about, close = stateless(fields, "about", outline), stateless(fields, "close", outline)
    if begins is None or not known:
        return None
    return Chapter(entry.id, title or entry.id, begins.name, entry.span, settings, about or "", close or "")


def read_style(entry: Entry) -> Style | None:
    """A style."""
    fields = open_fields(entry.node, entry.reading, f'style "{entry.id}"', STYLE_KEYS)
    if fields is None:
        return None
    return Style(
        entry.id,
        fields.text("header") or "",
        fields.word("mark", StyleMark) or StyleMark.NONE,
        fields.text("closes") or "",
    )


def read_grade(entry: Entry) -> Grade | None:
    """A step of the story's own ladder of grades."""
    fields = open_fields(entry.node, entry.reading, f'grade "{entry.id}"', GRADE_KEYS)
    if fields is None:
        return None
    label, means = fields.required_text("label"), fields.required_text("means")
    if label is None or means is None:
        return None
    return Grade(entry.id, label, means, fields.truth("needs-source", default=True))


def read_passage(entry: Entry, outline: Outline, scope: Scope) -> Passage | None:
    """A passage. It belongs to no chapter, so it names no chapter's variables."""
    fields = open_fields(entry.node, entry.reading, f'passage "{entry.id}"', PASSAGE_KEYS)
    if fields is None:
        return None
    texts = TextReader(entry.reading, outline, scope, None)
    keep, style, node = fields.text("keep"), texts.style(fields), fields.require("text")
    return None if node is None else Passage(entry.id, texts.text(node), entry.span, keep, style)


def report_no_story(findings: Findings, file: StoryFile) -> None:
    """Report that no file has a `story:` section."""
    findings.add(
        catalogue.NO_STORY.at(
            Span(file, 0, 0),
            "no file of this story has a `story:` section",
            help="write one in any file: `story:` with `format: 1`, `id`, `title` and `start`",
        )
    )
