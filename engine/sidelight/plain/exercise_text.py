"""A question by lines: what is asked, what is said to an answer, and what that rests on."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.page import note_lines, source_lines
from sidelight.plain.prose import lines, sentence, words
from sidelight.teaching.asking import Asking
from sidelight.teaching.feedback import MAY_SAY, Evidence, Feedback, tries_spent
from sidelight.teaching.questions import SURENESS, TASKS, Line, Question
from sidelight.teaching.review import ReviewChapter, later_line
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks

DESK_CHECK = "Desk check: a question beside the story."
FIRST_EVER = "You need not answer. s passes a question over; o questions off, and you are asked no more."
AS_BEFORE = "You have read why not."
TRIED = "That is what you answered before. Give another answer; s shows the right one."


def question_lines(asked: Question) -> Iterator[str]:
    """A question, with all that it can be answered with but what goes with each item of a match."""
    yield DESK_CHECK
    yield from lines(asked.prompt, {})
    kind = asked.exercise.kind
    yield TASKS[kind]
    if asked.options:
        yield numbered(asked.options)
    elif kind is ExerciseKind.ORDER:
        yield numbered(asked.items)


def item_lines(asked: Question, place: int, *, whole: bool) -> Iterator[str]:
    """An item of a match, and what it can be matched with, unless that is as it was."""
    item = asked.items[place]
    yield f"{place + 1} of {len(asked.items)}: {sentence(words(item.text))}"
    if whole or place == 0 or asked.targets[place] != asked.targets[place - 1]:
        yield numbered(asked.targets[place])


def numbered(shown: tuple[Line, ...]) -> str:
    """Things to answer with, each under its number."""
    return "\n".join(f"{number}. {words(line.text)}" for number, line in enumerate(shown, 1))


def sureness_line() -> str:
    """How sure one can be of an answer."""
    steps = ", ".join(f"{number} {step}" for number, step in enumerate(SURENESS, 1))
    return f"How sure are you: {steps}?"


def feedback_lines(said: Feedback, told: AbstractSet[Blocks] = frozenset()) -> Iterator[str]:
    """What is said to an answer, but for what has been told of one of its options already."""
    yield said.verdict
    yield from lines(said.says, {})
    for each in said.explained:
        again = AS_BEFORE if each.why and each.why in told else ""
        yield " ".join(filter(None, [sentence(words(each.text)), each.told, again]))
        yield from () if again else lines(each.why, {})
    yield from lines(said.closing, {})
    if said.look_for:
        yield MAY_SAY
        yield "\n".join(f"- {' '.join(lines(each, {}))}" for each in said.look_for)
    if said.evidence:
        yield "\n".join(["It rests on:", *(f"{each.number}. {sentence(each.title)}" for each in said.evidence)])


def hint_lines(hint: str) -> Iterator[str]:
    """A hint, as the author wrote it."""
    first, *rest = lines(read_blocks(hint), {}) or [""]
    yield f"Hint: {first}"
    yield from rest


def evidence_lines(found: Evidence) -> list[str]:
    """A note or a source that an answer rests on."""
    if found.note is not None:
        return note_lines(found.note, "Note")
    return [] if found.source is None else source_lines(found.source)


def spent_lines(asking: Asking, said: Feedback | None) -> Iterator[str]:
    """The tries that are spent, with the last of them and what was said to it; nothing before the first."""
    if said is None:
        return
    yield f"{tries_spent(asking)}. You answered: {sentence(asking.question.in_words(asking.tries[-1].response))}"
    yield from feedback_lines(said)


def review_lines(chapters: tuple[ReviewChapter, ...]) -> Iterator[str]:
    """The questions to look back on, chapter by chapter."""
    for chapter in chapters:
        told = [f"{chapter.title}:"]
        for line in chapter.lines:
            first = f" Your first answer: {sentence(line.first)}" if line.first else ""
            told.append(f"{line.number}. {line.asks} {line.stands}{first}")
        later = later_line(chapter)
        yield "\n".join([*told, *([later] if later else [])])
    if not chapters:
        yield "There are no questions to look back on yet."
    if any(chapter.lines for chapter in chapters):
        yield "Type t questions and a number to be asked one, again or for the first time."
