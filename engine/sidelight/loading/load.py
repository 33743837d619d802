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
from sidelight.loading.fields import Named
from sidelight.loading.files import read_files
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
from sidelight.loading.scenes import read_scene
from sidelight.loading.scope import Scope
from sidelight.loading.variables import check_words, finish_variable, read_variable
from sidelight.loading.whole import check_whole
from sidelight.loading.yaml_nodes import Mapping, Node
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
        return _load(files, Findings())


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


def _load(files: list[StoryFile], findings: Findings) -> Loaded:
    found = outline(files, findings)
    if found.header is None:
        report_no_story(findings, found, _first_entry(found))
    header = None if found.header is None else read_header(found.header, found)
    scope = _read_scope(found, header, findings)
    story = _read_story(found, header, scope)
    if story is not None:
        for diagnostic in check_whole(story, scope):
            findings.add(diagnostic)
    return Loaded(story, findings.sorted())


def _first_entry(found: Outline) -> Entry | None:
    return next((entry for section in found.sections.values() for entry in section.values()), None)


def _read_scope(found: Outline, header: Header | None, findings: Findings) -> Scope:
    scope = Scope(findings, scenes=frozenset(found.names("scenes")), whole=found.whole)
    declared: list[tuple[Named, Node, Entry]] = []
    for entry in found.of("variables"):
        declared.append((Named(entry.id, entry.span), entry.node, entry))
        read_variable(declared[-1][0], entry.node, entry.reading, scope, None)
    for chapter in order_chapters(header, found):
        for named, node in _chapter_variables(chapter):
            declared.append((named, node, chapter))
            read_variable(named, node, chapter.reading, scope, chapter.id)
    check_words(scope)
    for named, node, entry in declared:
        finish_variable(named, node, entry.reading, found, scope)
    return scope


def _chapter_variables(chapter: Entry) -> Iterator[tuple[Named, Node]]:
    if not isinstance(chapter.node, Mapping):
        return
    for key, node in chapter.node.pairs:
        if key.value == "variables":
            if not isinstance(node, Mapping):
                chapter.reading.wrong_type(node, "a table of keys", "`variables`")
                return
            for name, value in node.pairs:
                yield Named(name.value, chapter.reading.span(name)), value


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
