"""From a folder to a Story and its findings."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.findings import Findings
from sidelight.loading.asides import read_aside, read_source
from sidelight.loading.exercises import read_exercise
from sidelight.loading.fields import Fields, entries
from sidelight.loading.files import Files, read_files
from sidelight.loading.header import (
    DEFAULT_GRADES,
    Header,
    order_chapters,
    read_chapter,
    read_grade,
    read_header,
    read_passage,
    read_style,
    report_no_story,
)
from sidelight.loading.outline import Entry, Outline, outline
from sidelight.loading.scalars import Named, Reading
from sidelight.loading.scenes import read_scene
from sidelight.loading.scope import Scope
from sidelight.loading.variables import check_words, finish_variable, read_variable
from sidelight.loading.whole import check_whole
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar
from sidelight.model.story import Story
from sidelight.text.spans import StoryFile


@dataclass(frozen=True, slots=True)
class Loaded:
    """A story, if there is enough of one, and everything found on the way."""

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]


def load_story(root: Path) -> Loaded:
    """Read the story in a folder or a file. Nothing is raised for what an author wrote."""
    findings = Findings()
    with _collector_off():
        return _load(read_files(root, findings), findings)


def load_files(files: list[StoryFile]) -> Loaded:
    """Read a story whose files are in memory."""
    with _collector_off():
        return _load(Files(files, whole=True), Findings())


@contextmanager
def _collector_off() -> Iterator[None]:
    """No cycle is made while loading, and looking for them takes three quarters of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(files: Files, findings: Findings) -> Loaded:
    found = outline(files.files, findings, whole=files.whole)
    if found.header is None and found.whole and files.files:
        report_no_story(findings, files.files[0])
    header = None if found.header is None else read_header(found.header, found)
    scope = _read_scope(found, header, findings)
    story = _read_story(found, header, scope)
    if story is not None:
        for diagnostic in check_whole(story, scope):
            findings.add(diagnostic)
    return Loaded(story, findings.sorted())


def _read_scope(found: Outline, header: Header | None, findings: Findings) -> Scope:
    scope = Scope(
        findings, frozenset(found.names("scenes")), frozenset(found.names("chapters")), whole=found.whole
    )
    declared: list[tuple[str, Fields]] = []
    for named, node, reading, chapter in _variables(found, header, scope):
        fields = read_variable(named, node, reading, scope, chapter)
        if fields is not None:
            declared.append((named.name, fields))
    check_words(scope)
    for name, fields in declared:
        finish_variable(name, fields, found, scope)
    return scope


def _variables(
    found: Outline, header: Header | None, scope: Scope
) -> Iterator[tuple[Named, Node, Reading, str | None]]:
    """Every variable that is declared: the story's, then each chapter's."""
    for entry in found.of("variables"):
        yield Named(entry.id, entry.span), entry.node, entry.reading, None
    for chapter in order_chapters(header, found):
        for key, node in _chapter_variables(chapter, scope):
            yield Named(key.value, chapter.reading.span(key)), node, chapter.reading, chapter.id


def _chapter_variables(chapter: Entry, scope: Scope) -> Iterator[tuple[Scalar, Node]]:
    pairs = chapter.node.pairs if isinstance(chapter.node, Mapping) else []
    table = next((node for key, node in pairs if key.value == "variables"), None)
    if table is not None:
        scope.whole &= isinstance(table, Mapping)
        yield from entries(table, chapter.reading, "`variables`")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


def _each(entries: Iterable[Entry], read: Callable[[Entry], T | None]) -> dict[str, T]:
    found = [read(entry) for entry in entries]
    return {each.id: each for each in found if each is not None}


def _read_story(found: Outline, header: Header | None, scope: Scope) -> Story | None:
    styles = _each(found.of("styles"), read_style)
    grades = _each(found.of("grades"), read_grade) or DEFAULT_GRADES
    sources = _each(found.of("sources"), read_source)
    asides = _each(found.of("asides"), lambda entry: read_aside(entry, found, grades))
    chapters = _each(order_chapters(header, found), lambda entry: read_chapter(entry, found, scope))
    passages = _each(found.of("passages"), lambda entry: read_passage(entry, found, scope))
    scenes = _each(found.of("scenes"), lambda entry: read_scene(entry, found, scope))
    exercises = _each(found.of("exercises"), lambda entry: read_exercise(entry, found))
    if header is None:
        return None
    return Story(
        id=header.id,
        title=header.title,
        start=header.start,
        scenes=scenes,
        ifid=header.ifid,
        author=header.author,
        language=header.language,
        version=header.version,
        licence=header.licence,
        about=header.about,
        content_notes=header.content_notes,
        chapters=chapters,
        variables=scope.variables,
        styles=styles,
        passages=passages,
        grades=grades,
        asides=asides,
        sources=sources,
        exercises=exercises,
    )
