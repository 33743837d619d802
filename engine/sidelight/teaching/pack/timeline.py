"""A chapter's sources in the order in which they appeared, with what cites them."""

import re
from collections.abc import Iterator, Sequence

from sidelight.model.story import Aside, Source, Story
from sidelight.model.texts import Text, marks, passages
from sidelight.presenting.words import day, work
from sidelight.teaching.pack.asked import Asked
from sidelight.teaching.pack.plays import Plays
from sidelight.teaching.pack.sheet import Line, Node, label, words
from sidelight.text.prose import Inlines, Link

_UNDATED = "undated"
_MONTH = re.compile(r"\d{4}-\d{2}")


def timeline(plays: Plays, asked: Sequence[Asked]) -> Iterator[Node]:
    """The sources of the chapter's notes and questions by their dates, and how old the notes are."""
    story = plays.rules.story
    asides = _asides(plays, asked)
    notes: dict[str, list[str]] = {}
    for aside in asides:
        for id_ in aside.sources:
            notes.setdefault(id_, []).append(f"“{aside.title}”")
    questions: dict[str, list[str]] = {}
    for each in asked:
        for id_ in each.exercise.evidence:
            if id_ in story.sources:
                questions.setdefault(id_, []).append(str(each.number))
    cited = {**notes, **questions}
    if not cited:
        yield Line(words("The chapter cites no sources."))
        return
    dated = sorted((story.sources[id_] for id_ in cited), key=lambda source: source.date or "~")
    for source in dated:
        cites = words(f" {_citing(notes, questions, source.id)}.")
        yield Line((*label(_appeared(source.date).capitalize()), *_named(source), *cites), "cited")
    known = sorted({aside.as_of for aside in asides if aside.as_of})
    if known:
        yield Line(words(f"Where the world may have moved on: these notes are as of {day(known[-1])}."), "small")


def _citing(notes: dict[str, list[str]], questions: dict[str, list[str]], source: str) -> str:
    told = [
        f"{kind}{'s' if len(names) > 1 else ''} {', '.join(names)}"
        for kind, names in (("note", notes.get(source, [])), ("question", questions.get(source, [])))
        if names
    ]
    return "; ".join(told)


def _appeared(when: str | None) -> str:
    """A date in words, also one without its day."""
    if when is None:
        return _UNDATED
    return day(f"{when}-01").removeprefix("1 ") if _MONTH.fullmatch(when) else day(when)


def _asides(plays: Plays, asked: Sequence[Asked]) -> tuple[Aside, ...]:
    """The asides marked in the chapter's scenes, beside them, or in the evidence of its questions."""
    story = plays.rules.story
    found: dict[str, None] = {}
    for id_ in plays.at:
        scene = story.scenes[id_]
        found.update(dict.fromkeys((*_marked(scene.text, story), *scene.asides)))
    for each in asked:
        found.update(dict.fromkeys(id_ for id_ in each.exercise.evidence if id_ in story.asides))
    return tuple(story.asides[id_] for id_ in found)


def _marked(text: Text, story: Story) -> Iterator[str]:
    yield from marks(text)
    for passage in passages(text):
        yield from _marked(story.passages[passage].text, story)


def _named(source: Source) -> Inlines:
    """A source without its date, and its address."""
    named = words(", ".join(part for part in (source.author, work(source), source.outlet) if part) + ". ")
    if source.url is None:
        return named
    address = words(source.url)
    return (*named, *((Link(source.url, address),) if source.url.startswith("https:") else address))
