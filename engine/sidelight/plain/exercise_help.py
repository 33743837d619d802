"""The help where a question is asked: what can be typed to it, and what waits until it is done with."""

from collections.abc import Iterator

from sidelight.model.exercises import ExerciseKind
from sidelight.model.story import Grade
from sidelight.plain.prose import sentence
from sidelight.teaching.asking import Asking, Stage

_HOW = {
    ExerciseKind.PICK: "Type a number, or the first words of an option.",
    ExerciseKind.PICK_MANY: "Type numbers, such as 1 3, or the first words of each with commas between.",
    ExerciseKind.MATCH: "Type a number, or the first words, for each in turn; u takes the last back.",
    ExerciseKind.ORDER: "Type the numbers in the order that is right, such as 3 1 2.",
    ExerciseKind.SHORT: "Type your answer: anything but the commands below.",
    ExerciseKind.NUMBER: "Type a whole number, such as 12.",
    ExerciseKind.RATE: "Type a number, or the first words of a step.",
    ExerciseKind.WRITE: "Write as many lines as you like; an empty line ends it.\n"
    "A full stop alone throws it away. Begin with anything but the commands below.",
}
_HOW_SURE = "Type a number, or the first words of a step: how sure you are of what you answered."
_HOW_AFTER = """\
A number, or the first words of a title: read one of the things it rests on.
Enter: go on. r: repeat what was said to your answer."""
_IN_WORDS = (ExerciseKind.SHORT, ExerciseKind.WRITE)
_AS_IT_IS = "= and an answer: for one that would be a command, such as = quit."
_LOOK_BACK = "t notes: every note you opened. t questions: look back on all questions."
_KEEP = "k: what you keep. "
_LIKE = "o: how you like to read."
_SAVE = " s NAME: save this moment."
_WAITS = "t 3, t questions 3, u, x, a, new and load wait until it is done with."
_WAITS_IN_WORDS = "t questions 3, u, x and a wait until it is done with."
_WAITS_TOO = "So do t, t map, t endings, k, n and w: they tell of the page that comes then."
_LADDER = "How far something stands:"


def help_lines(asking: Asking, *, page_told: bool) -> Iterator[str]:
    """What can be typed now; `page_told` says whether the question stands below its page, and not before it."""
    settled = asking.stage is Stage.SETTLED
    next_time = "you go on from here" if settled else "you are asked again"
    in_words = asking.stage is Stage.OPEN and asking.question.exercise.kind in _IN_WORDS
    yield "\n".join(
        [
            _how(asking),
            *([_AS_IT_IS] if asking.stage is Stage.OPEN else []),
            *([] if settled else [_own(asking)]),
            _LOOK_BACK,
            (_KEEP if page_told else "") + _LIKE + ("" if in_words else _SAVE),
            _WAITS_IN_WORDS if in_words else _WAITS,
            *([] if page_told else [_WAITS_TOO]),
            f"o questions off: be asked no more. q: quit; {next_time} next time.",
        ]
    )
    if grades := _grades(asking):
        yield "\n".join([_LADDER, *(sentence(f"{grade.label}: {grade.means}") for grade in grades)])


def _how(asking: Asking) -> str:
    match asking.stage:
        case Stage.OPEN:
            return _HOW[asking.question.exercise.kind]
        case Stage.SURE:
            return _HOW_SURE
        case Stage.SETTLED:
            return _HOW_AFTER


def _own(asking: Asking) -> str:
    """What the letters mean that are the question's own."""
    if asking.stage is Stage.SURE:
        return "s: not to say. r: repeat the question."
    hint = "h: a hint. " if asking.has_hint else ""
    return f"{hint}s: {'see the answer' if asking.tries else 'pass it over'}. r: repeat the question."


def _grades(asking: Asking) -> list[Grade]:
    """The steps of the story's ladder, where the question is answered with them."""
    asked = asking.question
    shown = {line.plain for lines in (asked.options, *asked.targets) for line in lines}
    return [grade for grade in asking.grades.values() if grade.label in shown]
