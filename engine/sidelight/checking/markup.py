"""Markdown that a story cannot have: HTML, images, code, and headings anywhere but in passages.

It would be shown as the signs it is written with.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.exercises import Exercise
from sidelight.model.story import Aside, Choice, Scene, Story
from sidelight.model.texts import First, Include, Joined, Styled, Text, When, Written
from sidelight.text.spans import Span

# Whatever could be such Markdown has one of these; most texts have none, and are not read for it.
_SUSPECT = re.compile(
    r"[<`]|!\[|~~~|^[ >]*(?:#|\t|    )|^ {0,3}(?:=+|-+)[ \t]*$|(?:[*+-]|\d[.)])[ \t]{5}", re.MULTILINE
)


class _Piece(NamedTuple):
    """A text as it is given to the Markdown reader, and where it stands, or what it belongs to."""

    source: str
    span: Span
    inline: bool = False
    headings: bool = False


def check_markup(story: Story) -> Iterator[Diagnostic]:
    """Findings about signs that a reader would see as signs."""
    for piece in _pieces(story):
        if _SUSPECT.search(piece.source):
            yield from _look_into(piece)


def _look_into(piece: _Piece) -> Iterator[Diagnostic]:
    from sidelight.text.markdown import find_unsupported  # noqa: PLC0415 - 40 ms, and most stories never need it

    for found in find_unsupported(piece.source, inline=piece.inline, headings=piece.headings):
        yield catalogue.UNSUPPORTED_MARKUP.at(
            _place(piece.span, found.source),
            f"a story's text has no {found.what}, and this would be shown as it is written",
            help=found.instead,
        )


def _place(span: Span, source: str) -> Span:
    """Where the signs stand, if they stand in the file as they are; else where their text stands."""
    begin = span.file.text.find(source, span.begin)
    return span if begin < 0 else Span(span.file, begin, begin + len(source))


def _pieces(story: Story) -> Iterator[_Piece]:
    for passage in story.passages.values():
        yield from _text(passage.text, headings=True)
    for scene in story.scenes.values():
        yield from _scene(scene)
    for variable in story.variables.values():
        yield from _inline(variable.label)
    for chapter in story.chapters.values():
        for source in (chapter.title, chapter.about, chapter.close):
            yield _Piece(source, chapter.span)
    for aside in story.asides.values():
        yield from _aside(aside)
    for exercise in story.exercises.values():
        yield from _exercise(exercise)


def _scene(scene: Scene) -> Iterator[_Piece]:
    yield from _inline(scene.title, scene.place)
    yield from _text(scene.text)
    for choice in scene.own_choices:
        yield from _choice(choice)
    if scene.offered is not None:
        yield from _choice(scene.offered)


def _choice(choice: Choice) -> Iterator[_Piece]:
    yield from _inline(choice.say, choice.locked, choice.echo)


def _aside(aside: Aside) -> Iterator[_Piece]:
    for source in (aside.says, aside.more, aside.claim):
        yield _Piece(source or "", aside.span)


def _exercise(exercise: Exercise) -> Iterator[_Piece]:
    options = [source for option in exercise.options for source in (option.text, option.why, option.claim or "")]
    items = [source for item in exercise.items for source in (item.text, item.why)]
    rest = (*exercise.targets.values(), *exercise.hints, *exercise.checklist, *exercise.feedback.values())
    for source in (exercise.prompt, exercise.model, *options, *items, *rest):
        yield _Piece(source, exercise.span)


def _inline(*several: Written | None) -> Iterator[_Piece]:
    for written in several:
        if written is not None and written.span is not None:
            yield _Piece(written.source, written.span, inline=True)


def _text(text: Text, *, joined: bool = False, headings: bool = False) -> Iterator[_Piece]:
    for item in text:
        match item:
            case Written(source, span=Span() as span):
                yield _Piece(source, span, inline=joined, headings=headings)
            case When(_, then, other):
                yield from _text((*then, *other), joined=joined, headings=headings)
            case First(branches):
                for branch in branches:
                    yield from _text(branch.text, joined=joined, headings=headings)
            case Styled(_, inner):
                yield from _text(inner, joined=joined, headings=headings)
            case Joined(parts):
                yield from _text(parts, joined=True, headings=headings)
            case Written() | Include():
                pass
