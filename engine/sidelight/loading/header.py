"""The story's own section, and what surrounds the scenes: chapters, styles, grades, passages."""

from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.outline import Entry, Outline
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader, stateless
from sidelight.loading.variables import read_settings
from sidelight.model.story import Chapter, Grade, Passage, Style, StyleMark

FORMAT = 1
"""The story format this program reads."""

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


def read_header(fields: Fields, outline: Outline) -> Header | None:
    """The `story:` section; None if the story has no id, title or start that can be used."""
    format_ = fields.whole("format") if fields.require("format") is not None else None
    if format_ not in (None, FORMAT):
        node = fields.get("format")
        fields.reading.findings.add(
            catalogue.UNSUPPORTED_FORMAT.at(
                fields.reading.span(node) if node is not None else fields.span,
                f"this story is in format {format_}, and this program reads format {FORMAT}",
                help="play it with a newer Sidelight",
            )
        )
    named = fields.id("id") if fields.require("id") is not None else None
    title = fields.required_text("title")
    start = fields.id("start") if fields.require("start") is not None else None
    if start and not outline.check_named("scenes", catalogue.UNKNOWN_SCENE, start, "the story begins nowhere"):
        start = None
    chapters = tuple(
        each.name
        for each in fields.ids("chapters")
        if outline.check_named("chapters", catalogue.UNKNOWN_CHAPTER, each)
    )
    if named is None or title is None or start is None:
        return None
    return Header(
        named.name,
        title,
        start.name,
        chapters,
        fields.text("ifid"),
        fields.text("author"),
        fields.text("language") or "en",
        fields.text("version") or "0",
        stateless(fields, "about", outline) or "",
        fields.texts("content-notes"),
    )


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
    title = fields.required_text("title")
    begins = fields.id("begins") if fields.require("begins") is not None else None
    if begins is None or not outline.check_named("scenes", catalogue.UNKNOWN_SCENE, begins):
        return None
    return Chapter(
        entry.id,
        title or entry.id,
        begins.name,
        entry.span,
        read_settings(fields, "with", scope, entry.id),
        stateless(fields, "about", outline) or "",
        stateless(fields, "close", outline) or "",
    )


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
    if fields is None or (node := fields.require("text")) is None:
        return None
    texts = TextReader(entry.reading, outline, scope, None)
    return Passage(entry.id, texts.text(node), entry.span, fields.text("keep"), texts.style(fields))


def report_no_story(findings: Findings, outline: Outline, entry: Entry | None) -> None:
    """Report that no file has a `story:` section."""
    if entry is not None and outline.whole:
        findings.add(
            catalogue.NO_STORY.at(
                entry.span,
                "no file of this story has a `story:` section",
                help="write one in any file: `story:` with `format: 1`, `id`, `title` and `start`",
            )
        )
