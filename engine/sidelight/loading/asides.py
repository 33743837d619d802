"""Asides and the sources they cite."""

from collections.abc import Mapping

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.links import required_stateless, stateless
from sidelight.loading.outline import Entry, Outline
from sidelight.model.story import Aside, AsideKind, Grade, Source

ASIDE_KEYS = ("title", "claim", "says", "more", "kind", "grade", "sources", "no-source", "as-of")
SOURCE_KEYS = ("outlet", "title", "author", "date", "kind", "url", "note")


def read_aside(entry: Entry, outline: Outline, grades: Mapping[str, Grade]) -> Aside | None:
    """An aside; its grade must be on the ladder, and its source given where the grade asks for one."""
    fields = open_fields(entry.node, entry.reading, f'aside "{entry.id}"', ASIDE_KEYS)
    if fields is None:
        return None
    title = fields.required_text("title")
    says = required_stateless(fields, "says", outline)
    grade = _grade(fields, grades, outline)
    sources = tuple(
        named.name
        for named in fields.ids("sources")
        if outline.check_named("sources", catalogue.UNKNOWN_SOURCE, named)
    )
    no_source, as_of = fields.text("no-source"), fields.text("as-of")
    kind = fields.word("kind", AsideKind) or AsideKind.FACT
    claim, more = stateless(fields, "claim", outline), stateless(fields, "more", outline)
    if grade is not None:
        _check_sources(entry, fields, grade, no_source)
    if title is None or says is None or grade is None:
        return None
    return Aside(entry.id, title, says, grade.id, entry.span, kind, claim, more, sources, no_source, as_of)


def _grade(fields: Fields, grades: Mapping[str, Grade], outline: Outline) -> Grade | None:
    node = fields.require("grade")
    name = fields.text("grade")
    if node is None or name is None:
        return None
    if name not in grades and name not in outline.names("grades") and outline.whole:
        fields.reading.findings.add(
            catalogue.UNKNOWN_GRADE.at(
                fields.reading.span(node),
                f'there is no grade called "{name}"',
                help=did_you_mean(name, grades) or f"the grades are {', '.join(grades)}",
            )
        )
    return grades.get(name)


def _check_sources(entry: Entry, fields: Fields, grade: Grade, no_source: str | None) -> None:
    given = fields.has("sources") and fields.list("sources")
    if given and no_source:
        message, help_ = f'"{entry.id}" has sources and says why it has none', "keep `sources` or `no-source`"
    elif grade.needs_source and not given and not no_source:
        message = f'"{entry.id}" is graded {grade.id}, and names no source'
        help_ = "add `sources: [...]`, or `no-source:` and why there is none"
    else:
        return
    entry.reading.findings.add(catalogue.ASIDE_WITHOUT_SOURCE.at(entry.span, message, help=help_))


def read_source(entry: Entry) -> Source | None:
    """A source."""
    fields = open_fields(entry.node, entry.reading, f'source "{entry.id}"', SOURCE_KEYS)
    if fields is None or (title := fields.required_text("title")) is None:
        return None
    url = fields.text("url")
    node = fields.get("url")
    if url and node is not None and not url.startswith(("https://", "http://")):
        entry.reading.findings.add(
            catalogue.BAD_LINK.at(entry.reading.span(node), "an address begins with https:// or http://")
        )
    return Source(
        entry.id,
        title,
        entry.span,
        fields.text("outlet"),
        fields.text("author"),
        fields.text("date"),
        fields.text("kind"),
        url,
        fields.text("note"),
    )
