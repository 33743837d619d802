"""From a chapter to its book."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from sidelight.presenting.present import Numbers, note_on
from sidelight.teaching.pack.asked import AT_THE_END
from sidelight.teaching.pack.paper.book import Book, Case, Cases, Pieces, Said, Section, SetIn
from sidelight.teaching.pack.paper.sections import SectionWriter
from sidelight.teaching.pack.paper.strip import Strip, strip_for
from sidelight.teaching.pack.plays import Plays


def book_of(plays: Plays, questions: Mapping[str, Sequence[int]]) -> Book:
    """The book of a chapter; `questions` are the numbers of those on the worksheet that follow a scene or its end.

    It is written again until it asks for nothing that its strip does not keep: what a change depends on is only
    known when it is known which changes matter.
    """
    strip: Strip = {}
    numbers: Mapping[str, int] = {}
    while True:
        writer = SectionWriter(plays, strip, numbers)
        sections = writer.sections()
        keys = {section.key for section in sections}
        if writer.asked.keys() == strip.keys() and keys == numbers.keys():
            return _finished(plays, sections, strip, questions)
        strip = strip_for(plays, writer.asked, writer.changes)
        numbers = _numbers(plays, keys)


def _numbers(plays: Plays, keys: Iterable[str]) -> dict[str, int]:
    """The number of each section: the beginning is 1, and the rest are shuffled, always alike."""
    story = plays.rules.story
    begins = story.chapters[plays.chapter].begins

    def place(key: str) -> tuple[bool, bytes]:
        return key != begins, sha256(f"{story.id} {plays.chapter} {key}".encode()).digest()

    return {key: number for number, key in enumerate(sorted(keys, key=place), 1)}


def _finished(
    plays: Plays, sections: Sequence[Section], strip: Strip, questions: Mapping[str, Sequence[int]]
) -> Book:
    """The sections in order, with the notes numbered as they are first met."""
    story = plays.rules.story
    numbers = Numbers()
    written: list[Section] = []
    for section in sorted(sections, key=lambda section: section.number):
        pieces = _number_pieces(section.pieces, numbers)
        scene = story.scenes.get(section.key)
        beside = tuple(numbers.of(aside) for aside in (() if scene is None else scene.asides))
        asked = tuple(questions.get(section.key, ())) + tuple(
            questions.get(AT_THE_END, ()) if section.over else ()
        )
        written.append(replace(section, pieces=pieces, beside=beside, questions=asked))
    notes = tuple(note_on(story, story.asides[id_], number) for id_, number in numbers.all.items())
    return Book(story.chapters[plays.chapter], tuple(written), notes, strip)


def _number_pieces(pieces: Pieces, numbers: Numbers) -> Pieces:
    found: list[Said | SetIn | Cases] = []
    for piece in pieces:
        match piece:
            case Said(blocks):
                found.append(Said(numbers.blocks(blocks)))
            case SetIn(style, inner):
                found.append(SetIn(style, _number_pieces(inner, numbers)))
            case Cases(cases):
                found.append(Cases(tuple(Case(each.lead, _number_pieces(each.pieces, numbers)) for each in cases)))
    return tuple(found)
