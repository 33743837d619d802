"""The casebook: the asides a reader has opened, in some order or other, and the sources they cite."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sidelight.model.story import Chapter, Source, Story
from sidelight.play.notebook import Notebook, Opened
from sidelight.play.replay import earlier_ids
from sidelight.presenting.page import Note
from sidelight.presenting.present import note_on
from sidelight.presenting.words import cite

NO_SOURCE = "No source"
"""The name under which stands what cites none."""


@dataclass(frozen=True, slots=True)
class Case:
    """An aside that was opened, numbered in that order, with the chapter it was opened in."""

    note: Note
    chapter: Chapter | None

    @property
    def number(self) -> int:
        """Its place in the casebook."""
        return self.note.number


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Cases that have something in common, under its name."""

    title: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that some opened aside cites, as one line, with its address and the titles of those asides."""

    source: Source
    citation: str
    address: str
    asides: tuple[str, ...]


def casebook(story: Story, notebook: Notebook) -> tuple[Case, ...]:
    """Every aside opened, in that order. An aside that is no longer in the story is left out."""
    opened = [entry for entry in notebook.entries if isinstance(entry, Opened) and entry.aside in story.asides]
    return tuple(
        Case(note_on(story, story.asides[entry.aside], number), _chapter_of(story, entry.scene))
        for number, entry in enumerate(opened, 1)
    )


def _chapter_of(story: Story, scene: str) -> Chapter | None:
    found = story.scenes.get(earlier_ids(story).get(scene, scene))
    return story.chapters.get(found.chapter or "") if found is not None else None


def by_chapter(story: Story, cases: Iterable[Case]) -> tuple[CaseGroup, ...]:
    """Cases under the chapters they were opened in, in the story's order."""
    names = [chapter.title for chapter in story.chapters.values()]
    return _grouped([*names, story.title], cases, lambda case: [_chapter_title(case, story)])


def _chapter_title(case: Case, story: Story) -> str:
    return case.chapter.title if case.chapter is not None else story.title


def by_grade(story: Story, cases: Iterable[Case]) -> tuple[CaseGroup, ...]:
    """Cases under their grades, in the order of the ladder."""
    names = [grade.label for grade in story.grades.values()]
    return _grouped(names, cases, lambda case: [case.note.grade.label])


def by_source(story: Story, cases: Iterable[Case]) -> tuple[CaseGroup, ...]:
    """Cases under each source they cite; those that cite none at the end."""
    names = [cite(source) for source in story.sources.values()]
    return _grouped(
        [*names, NO_SOURCE], cases, lambda case: [cite(source) for source in case.note.sources] or [NO_SOURCE]
    )


def _grouped(
    names: Iterable[str], cases: Iterable[Case], under: Callable[[Case], list[str]]
) -> tuple[CaseGroup, ...]:
    groups: dict[str, list[Case]] = {name: [] for name in names}
    for case in cases:
        for name in under(case):
            groups[name].append(case)
    return tuple(CaseGroup(name, tuple(found)) for name, found in groups.items() if found)


def search(cases: Iterable[Case], words: str) -> tuple[Case, ...]:
    """The cases in which every one of some words occurs; all of them where there are no words."""
    wanted = words.casefold().split()
    return tuple(case for case in cases if all(word in text for text in [_searched(case)] for word in wanted))


def _searched(case: Case) -> str:
    note, aside = case.note, case.note.aside
    parts = [aside.title, aside.says, aside.more, aside.claim, note.grade.label, aside.as_of, aside.no_source]
    parts += [case.chapter.title if case.chapter else "", *(cite(source) for source in note.sources)]
    return "\n".join(part for part in parts if part).casefold()


def sources(story: Story, notebook: Notebook) -> tuple[Cited, ...]:
    """The sources of every aside opened, in the order they were first met."""
    asides: dict[str, list[str]] = {}
    for case in casebook(story, notebook):
        for source in case.note.sources:
            asides.setdefault(source.id, []).append(case.note.aside.title)
    return tuple(_cited(story.sources[id_], titles) for id_, titles in asides.items())


def _cited(source: Source, asides: list[str]) -> Cited:
    return Cited(source, cite(source), source.url or "", tuple(asides))
