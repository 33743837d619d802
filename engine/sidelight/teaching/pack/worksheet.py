"""The worksheet: a chapter's questions, with room to answer them and nothing that gives an answer away."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sidelight.model.exercises import ExerciseKind, Phase
from sidelight.model.story import Chapter, Story
from sidelight.teaching.pack.asked import WHILE, Asked, Code, codes, legends, lettered
from sidelight.teaching.pack.sheet import (
    Blank,
    Group,
    Line,
    Node,
    Points,
    Prose,
    Sheet,
    Table,
    Title,
    strong,
    words,
)
from sidelight.teaching.questions import SURENESS, Question

_TASKS = {
    ExerciseKind.PICK: "Tick one.",
    ExerciseKind.PICK_MANY: "Tick every one that belongs.",
    ExerciseKind.MATCH: "Circle one in each row.",
    ExerciseKind.ORDER: "Number them, from 1 for the first.",
    ExerciseKind.SHORT: "Answer in a word or two.",
    ExerciseKind.NUMBER: "Answer with a whole number.",
    ExerciseKind.RATE: "Tick one.",
    ExerciseKind.WRITE: "Write in your own words.",
}
_NOT_ALL = "Each follows a scene, and not every way leads to all of them. Leave out those that yours passes by."
_REASON = "Say in a line why."


def worksheet(story: Story, chapter: Chapter, asked: Sequence[Asked]) -> Sheet:
    """The worksheet of a chapter."""
    nodes: list[Node] = [
        Line(words(f"{story.title}. You need the chapter, on a screen or on paper, and a pencil."), "small"),
        Line(words("Name or code name: ____________________________    Date: ______________"), "small"),
    ]
    for when, several in groupby(asked, lambda each: each.when):
        nodes.append(Title(2, words(when)))
        if when == WHILE:
            nodes.append(Line(words(_NOT_ALL), "small"))
        nodes += [Group("question", tuple(_question(each, story))) for each in several]
    if not asked:
        nodes.append(Line(words("This chapter has no questions.")))
    return Sheet.under(f"{chapter.title}: worksheet", nodes, story)


def _question(asked: Asked, story: Story) -> Iterator[Node]:
    yield Title(3, words(f"Question {asked.number}"), asked.exercise.id)
    if asked.when == WHILE:
        where = f"“{asked.after}”" if asked.after else "a scene you may not come to"
        yield Line(words(f"When you have read {where}"), "small")
    yield Prose(asked.question.prompt)
    yield Line(words(_TASKS[asked.exercise.kind]), "instruction")
    yield from _answers(asked.question, story)
    if asked.exercise.phase is Phase.PREDICT:
        yield Line(words(_REASON), "instruction")
        yield Blank(2)
    if asked.exercise.confidence:
        yield Line(words("How sure are you?"), "instruction")
        yield Points(tuple(words(each) for each in SURENESS), "box")


def _answers(question: Question, story: Story) -> Iterator[Node]:
    match question.exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY | ExerciseKind.RATE:
            options = (
                (*strong(lettered(place)), *words("\u2002"), *option.text)
                for place, option in enumerate(question.options)
            )
            yield Points(tuple(options), "box")
        case ExerciseKind.MATCH:
            for legend in legends(question):
                yield _legend(legend, story)
            yield _rows(question)
        case ExerciseKind.ORDER:
            yield Points(tuple(item.text for item in question.items), "blank")
        case ExerciseKind.SHORT | ExerciseKind.NUMBER:
            yield Blank(1)
        case ExerciseKind.WRITE:
            yield Blank(9)


def _legend(legend: Sequence[Code], story: Story) -> Node:
    """What the codes of a row mean: run together where each meaning begins with its code, or else listed.

    A grade of the story's is told with what it means.
    """
    if all(target.plain.startswith(code) for code, target in legend):
        return Line(words(f"{'; '.join(target.plain for _, target in legend)}."), "small")
    graded = [target.id for _, target in legend] == list(story.grades)
    means = [f": {story.grades[target.id].means}" if graded else "" for _, target in legend]
    return Points(
        tuple(
            (*strong(code), *words("\u2002"), *target.text, *words(more))
            for (code, target), more in zip(legend, means, strict=True)
        ),
        "plain",
    )


def _rows(question: Question) -> Table:
    rows = tuple(
        (item.text, words("\u2003".join(code.replace(" ", "\u00a0") for code, _ in codes(targets))))
        for item, targets in zip(question.items, question.targets, strict=True)
    )
    return Table("", ("", "Circle one"), rows, "fill")
