"""What is said to an answer: how far it is right, why each thing is as it is, and what that rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from sidelight.model.exercises import ExerciseKind, Option
from sidelight.model.story import Source, Story
from sidelight.presenting.page import Note
from sidelight.presenting.present import note_on
from sidelight.presenting.words import cite, number_of
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.marking import Mark
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks, Inlines

MAY_SAY = "If you care to compare, yours may do some of this too:"
"""What stands over the things a written answer can be held against, for it is not marked by them."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An option or an item, how it stood and what was said of it, and why it is so."""

    text: Inlines
    told: str
    why: Blocks


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on, by the number it is opened with: a note of the story, or a source itself."""

    number: int
    title: str
    note: Note | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said. `look_for` is what a written answer can be held against."""

    verdict: str
    says: Blocks = ()
    explained: tuple[Explained, ...] = ()
    closing: Blocks = ()
    look_for: tuple[Blocks, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def tries_spent(asking: Asking) -> str:
    """How many tries are spent, in words: "One try is spent"."""
    count = len(asking.tries)
    return "One try is spent" if count == 1 else f"{count} tries are spent"


def feedback(asking: Asking, story: Story) -> Feedback | None:
    """What is said now; None while there is nothing to say, because nothing was answered yet."""
    if asking.stage is Stage.SETTLED:
        return _settled(asking, story)
    if asking.stage is Stage.SURE or not asking.tries:
        return None
    last = asking.tries[-1].mark
    left = f"You may try {'once more' if asking.tries_left == 1 else f'{asking.tries_left} times more'}."
    return Feedback(_joined(_verdict(last), _how_much(asking, last), left), read_blocks(asking.says_why))


def _settled(asking: Asking, story: Story) -> Feedback:
    exercise = asking.question.exercise
    last = asking.tries[-1].mark if asking.tries else None
    own = (
        "" if last is None or last.score is None else exercise.feedback.get("right" if last.right else "wrong", "")
    )
    verdict = "This is the answer." if asking.given_up else _joined(_verdict(last), _how_much(asking, last))
    return Feedback(
        verdict=_joined(verdict, _key(asking)),
        says=read_blocks(own) + read_blocks(exercise.model),
        explained=tuple(_explained(asking)),
        closing=read_blocks(exercise.feedback.get("always", "")),
        look_for=tuple(read_blocks(each) for each in exercise.checklist),
        evidence=evidence(exercise.evidence, story),
    )


def evidence(ids: tuple[str, ...], story: Story) -> tuple[Evidence, ...]:
    """What some ids of asides and sources stand for."""
    found: list[Evidence] = []
    for number, id_ in enumerate(ids, 1):
        aside, source = story.asides.get(id_), story.sources.get(id_)
        if aside is not None:
            found.append(Evidence(number, aside.title, note=note_on(story, aside, number)))
        elif source is not None:
            found.append(Evidence(number, cite(source), source=source))
    return tuple(found)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _verdict(mark: Mark | None) -> str:
    if mark is None or mark.score is None:
        return "Noted. Nothing is marked here."
    return "Right." if mark.right else "Not quite."


def _how_much(asking: Asking, mark: Mark | None) -> str:
    """How much of an answer in several parts is right, where not all of it is."""
    if mark is None or mark.score is None or mark.right:
        return ""
    right = sum(part.right for part in mark.parts)
    match asking.question.exercise.kind:
        case ExerciseKind.MATCH:
            return _so_many(right, str(len(mark.parts)))
        case ExerciseKind.ORDER:
            return _so_many(right, f"{number_of(len(mark.parts), 'step')} from one to the next")
        case ExerciseKind.PICK_MANY:
            belong = sum(option.right for option in asking.question.exercise.options)
            hits = sum(part.right and part.given != "" for part in mark.parts)
            wrong = sum(part.lean > 0 for part in mark.parts)
            more = f", and {wrong} that {'does' if wrong == 1 else 'do'} not belong" if wrong else ""
            return f"You have {hits or 'none'} of the {belong} that belong{more}."
        case _:
            return ""


def _so_many(right: int, of: str) -> str:
    return f"{right} of {of} {'is' if right == 1 else 'are'} right." if right else f"None of the {of} is right."


def _key(asking: Asking) -> str:
    """The right answer where it is typed and was not."""
    exercise = asking.question.exercise
    if asking.tries and asking.tries[-1].mark.right:
        return ""
    match exercise.kind:
        case ExerciseKind.NUMBER:
            off = exercise.answer.tolerance
            return f"It is {exercise.answer.number}{f', or at most {off} off' if off else ''}."
        case ExerciseKind.SHORT:
            return f"It is: {exercise.answer.accept[0]}."
        case _:
            return ""


def _explained(asking: Asking) -> Iterator[Explained]:
    match asking.question.exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            yield from _options(asking)
        case ExerciseKind.MATCH:
            yield from _matches(asking)
        case ExerciseKind.ORDER:
            yield from _in_order(asking)
        case _:
            pass


def _options(asking: Asking) -> Iterator[Explained]:
    """What was picked first, then what is right, then the others."""
    exercise = asking.question.exercise
    options = {option.id: option for option in exercise.options}
    picked = asking.tries[-1].response if asking.tries else ()
    shown = sorted(asking.question.options, key=lambda line: (line.id not in picked, not options[line.id].right))
    tell = _told_of_several if exercise.kind is ExerciseKind.PICK_MANY else _told_of_one
    for line in shown:
        option = options[line.id]
        yield Explained(line.text, tell(option, line.id in picked), read_blocks(option.why))


def _told_of_several(option: Option, picked: bool) -> str:  # noqa: FBT001 - said of the option
    """Of the thing first and of the reader after: a right thing left out is no praise."""
    stands = "This belongs" if option.right else "This does not belong"
    return f"{stands}; you {'picked it' if picked else 'left it out'}."


def _told_of_one(option: Option, picked: bool) -> str:  # noqa: FBT001 - said of the option
    if option.right:
        return "Right, and you picked it." if picked else "This is right."
    return "You picked it." if picked else ""


def _matches(asking: Asking) -> Iterator[Explained]:
    question = asking.question
    items = {item.id: item for item in question.exercise.items}
    response = asking.tries[-1].response if asking.tries else ()
    for line, targets in zip(question.items, question.targets, strict=True):
        item = items[line.id]
        right = " or ".join(f"“{target.plain}”" for target in targets if target.id in item.answers)
        given = question.target(line.id, response)
        given_right = any(target.plain == given and target.id in item.answers for target in targets)
        told = (
            f"Right: “{given}”."
            if given_right
            else _joined(f"You said “{given}”." if given else "", f"It is {right}.")
        )
        yield Explained(line.text, told, read_blocks(item.why))


def _in_order(asking: Asking) -> Iterator[Explained]:
    response = asking.tries[-1].response if asking.tries else ()
    lines = {line.id: line for line in asking.question.items}
    for place, item in enumerate(asking.question.exercise.items, 1):
        had = response.index(item.id) + 1 if item.id in response else place
        told = f"Number {place}." if had == place else f"Number {place}; you had it as number {had}."
        yield Explained(lines[item.id].text, told, read_blocks(item.why))
