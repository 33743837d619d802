"""The words of an exercise as other programs take them: a line of HTML, or plain words."""

import re
from collections.abc import Iterable
from html import escape

from sidelight.model.exercises import Exercise, ExerciseKind, Matched
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story
from sidelight.presenting.as_html import html, inline_html
from sidelight.presenting.words import cite
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import plain_words

_SPACES = re.compile(r"[ \t\r\n]+")


def rich(source: str) -> str:
    """A text as HTML, on one line."""
    return one_line(html(read_blocks(source), {}))


def rich_line(source: str) -> str:
    """A line of text as HTML, in no element of its own."""
    return one_line(inline_html(read_inlines(source)))


def plain(source: str) -> str:
    """The words of a line of text, and nothing else."""
    return one_line(plain_words(read_inlines(source)))


def one_line(text: str) -> str:
    """A text without ends of lines, and with one space where there were several."""
    return _SPACES.sub(" ", text).strip()


def unordered(items: Iterable[str]) -> str:
    """A list of HTML; nothing for no items."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inner}</ul>" if inner else ""


def explained(exercise: Exercise, story: Story) -> str:
    """What is said of the whole of an exercise, in HTML: its items, its model answer, what it rests on."""
    return "".join(
        (
            rich(exercise.feedback.get("always", "")),
            unordered(_item(exercise, item, place, story) for place, item in enumerate(exercise.items, 1)),
            rich(exercise.model),
            unordered(rich_line(each) for each in exercise.checklist),
            unordered(_cited(id_, story) for id_ in exercise.evidence),
        )
    )


def _item(exercise: Exercise, item: Matched, place: int, story: Story) -> str:
    """An item with what is right of it: its targets, or its place in the order."""
    if exercise.kind is ExerciseKind.ORDER:
        answer = str(place)
    else:
        targets = targets_of(exercise, item, story.grades)
        answer = " / ".join(rich_line(targets[each]) for each in item.answers)
    return f"<strong>{rich_line(item.text)}</strong>: {answer}. {rich_line(item.why)}".rstrip()


def _cited(id_: str, story: Story) -> str:
    """A source with its address, or an aside by its title."""
    source = story.sources.get(id_)
    if source is None:
        return rich_line(story.asides[id_].title)
    line = escape(one_line(cite(source)), quote=False)
    return line if source.url is None else f'<a href="{escape(source.url)}">{line}</a>'
