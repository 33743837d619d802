"""Being asked by lines: one question after another, one line at a time."""

from collections.abc import Callable, Iterable, Iterator

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.exercise_answers import Entry
from sidelight.plain.exercise_help import help_lines
from sidelight.plain.exercise_own import AS_IT_IS, GO_ON, OWN, TELLS_OF_SIGN, needs_sign
from sidelight.plain.exercise_prompt import prompt_for, refusal
from sidelight.plain.exercise_text import (
    FIRST_EVER,
    TRIED,
    evidence_lines,
    feedback_lines,
    hint_lines,
    item_lines,
    numbered,
    question_lines,
    spent_lines,
    sureness_line,
)
from sidelight.plain.matching import beginning_with, meant
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.feedback import Evidence
from sidelight.teaching.lesson import Lesson, Next
from sidelight.teaching.marking import Response
from sidelight.teaching.questions import SURENESS
from sidelight.text.prose import Blocks

Then = Callable[[], Iterable[str]]
"""What is told when the last question has been answered or passed over."""


class Asker:
    """Asks what is due, and answers every line until nothing is.

    `page_told` says whether the page the reader is on has been told, or comes when the last question is done with.
    """

    def __init__(self, lesson: Lesson, *, page_told: bool) -> None:
        self._lesson = lesson
        self._page_told = page_told
        self._asking: Asking | None = None
        self._next: Next = tuple
        self._then: Then = tuple
        self._entry = Entry()
        self._told: set[Blocks] = set()
        """What has been told of the options that were tried."""

    @property
    def is_asking(self) -> bool:
        """Whether a line is an answer."""
        return self._asking is not None

    @property
    def takes_every_line(self) -> bool:
        """Whether every line is a part of what is being written, whatever it says."""
        return self._entry.is_writing

    def ask(self, next_: Next, then: Then = tuple) -> Iterator[str]:
        """Ask some questions, and tell something when that is done; at once, if there are none."""
        self._next, self._then = next_, then
        yield from self._go_on()

    def prompt(self) -> str:
        """What can be typed, on a line of its own."""
        return prompt_for(self._asked(), self._entry)

    def is_own(self, typed: str) -> bool:
        """Whether a line is for the question, and no command about something else."""
        asking = self._asked()
        if self.takes_every_line or typed.lower() in OWN:
            return True
        match asking.stage:
            case Stage.SETTLED:
                return len(typed) > 1 and bool(beginning_with(self._titles(asking), typed))
            case Stage.SURE:
                return False
            case Stage.OPEN:
                return typed.startswith(AS_IT_IS) or self._entry.is_own(asking.question, typed)

    def refuse(self, later: str) -> str:
        """What is said to a command that has to wait until the question is done with."""
        return refusal(self._asked(), later)

    def answer(self, typed: str) -> Iterator[str]:
        """The paragraphs with which a line is answered."""
        asking = self._asked()
        word = typed.lower()
        if asking.stage is Stage.SETTLED:
            yield from self._after(asking, typed)
        elif self.takes_every_line or self._begins_one(asking, typed):
            yield from self._read(asking, typed)
        elif asking.stage is Stage.OPEN and typed.startswith(AS_IT_IS):
            yield from self._read(asking, typed.removeprefix(AS_IT_IS).strip())
        elif word in ("?", "help"):
            yield from help_lines(asking, page_told=self._page_told)
        elif word in ("r", "repeat"):
            yield from self._repeat(asking)
        elif word in ("s", "skip"):
            yield from self._skip(asking)
        elif asking.stage is Stage.SURE:
            yield from self._say_how_sure(asking, typed)
        elif word in ("h", "hint"):
            yield from self._hint(asking)
        else:
            yield from self._read(asking, typed)

    def _begins_one(self, asking: Asking, typed: str) -> bool:
        return asking.stage is Stage.OPEN and self._entry.begins_one(asking.question, typed)

    def leave(self) -> str:
        """Keep what has been written or answered, as the reader leaves in the middle of it.

        Say what is kept and what is gone, or why it is not saved; nothing if there was none.
        """
        asking, given = self._asked(), self._entry.place
        self._asking = self._lesson.leave(asking, self._entry.written())
        if len(self._asking.tries) > len(asking.tries):
            return self._lesson.trouble or "Your place is kept, and your answer as far as it goes."
        return f"{_gone(asking, given)} Your place is kept." if given else ""

    def stop(self) -> Iterator[str]:
        """Ask no more, and tell what comes then."""
        self._asking = None
        self._entry.clear()
        yield from self._then()

    def _asked(self) -> Asking:
        assert self._asking is not None  # noqa: S101 - the reader looks first whether anything is asked
        return self._asking

    def _go_on(self) -> Iterator[str]:
        left = self._next()
        if not left:
            yield from self.stop()
            return
        first = self._lesson.has_met_none
        self._asking = self._lesson.ask(left[0])
        self._entry.clear()
        self._told.clear()
        yield from self._repeat(self._asking)
        if first:
            yield FIRST_EVER
        yield from self._trouble()

    def _repeat(self, asking: Asking) -> Iterator[str]:
        yield from question_lines(asking.question)
        if asking.stage is Stage.OPEN and needs_sign(asking.question):
            yield TELLS_OF_SIGN
        yield from spent_lines(asking, self._lesson.feedback(asking))
        for hint in asking.seen_hints:
            yield from hint_lines(hint)
        if asking.stage is Stage.SURE:
            yield sureness_line()
        elif asking.question.exercise.kind is ExerciseKind.MATCH:
            yield from item_lines(asking.question, self._entry.place, whole=True)

    def _skip(self, asking: Asking) -> Iterator[str]:
        if asking.stage is Stage.SURE:
            yield from self._answered(asking, self._lesson.sure(asking, 0))
            return
        if given := self._entry.place:
            yield _gone(asking, given)
        self._asking = self._lesson.skip(asking)
        if self._asking is not None:
            yield from self._said(asking)
            return
        yield "Passed over."
        yield from self._trouble()
        yield from self._go_on()

    def _say_how_sure(self, asking: Asking, typed: str) -> Iterator[str]:
        number, why_not = meant(SURENESS, typed)
        if not number:
            yield from (why_not, sureness_line())
        else:
            yield from self._answered(asking, self._lesson.sure(asking, number))

    def _hint(self, asking: Asking) -> Iterator[str]:
        hinted = self._asking = asking.hint()
        if hinted is asking:
            yield "There is no hint left." if asking.hints else "There is no hint for this one."
        else:
            yield from hint_lines(hinted.seen_hints[-1])

    def _read(self, asking: Asking, typed: str) -> Iterator[str]:
        response, said = self._entry.take(asking.question, typed)
        yield from said
        if response:
            yield from self._give(asking, response)

    def _give(self, asking: Asking, response: Response) -> Iterator[str]:
        """Answer; not with what was not right before: the same line typed once more spends no try."""
        if asking.has_tried(response):
            yield TRIED
            yield from item_lines(asking.question, 0, whole=True) if asking.question.targets else ()
            return
        yield from self._answered(asking, self._lesson.answer(asking, response))

    def _answered(self, before: Asking, now: Asking) -> Iterator[str]:
        """What is said once an answer has been given, and then what comes next."""
        self._asking = now
        if now.stage is Stage.SURE:
            yield sureness_line()
            return
        yield from self._trouble()
        yield from self._said(before)

    def _said(self, before: Asking) -> Iterator[str]:
        now = self._asked()
        said = self._lesson.feedback(now)
        if said is not None:
            yield from feedback_lines(said, self._told)
            self._told.add(said.says)
        for hint in now.seen_hints[before.hints :]:
            yield from hint_lines(hint)
        if now.stage is Stage.SETTLED:
            if said is None or not said.evidence:
                yield from self._go_on()
        elif now.question.targets:
            yield from item_lines(now.question, 0, whole=True)
        elif shown := now.question.options or now.question.items:
            yield numbered(shown)

    def _after(self, asking: Asking, typed: str) -> Iterator[str]:
        """Read what an answer rests on, or go on."""
        word = typed.lower()
        said = self._lesson.feedback(asking)
        if said is None or word in GO_ON:
            yield from self._go_on()
        elif word in ("r", "repeat"):
            yield from feedback_lines(said)
        elif word in ("?", "help"):
            yield from help_lines(asking, page_told=self._page_told)
        else:
            number, why_not = meant([each.title for each in said.evidence], typed)
            yield from self._evidence(said.evidence[number - 1]) if number else [f"{why_not[:-1]}; Enter goes on."]

    def _evidence(self, found: Evidence) -> Iterator[str]:
        if found.note is not None:
            self._lesson.open(found.note.aside.id)
        yield from evidence_lines(found)

    def _titles(self, asking: Asking) -> list[str]:
        said = self._lesson.feedback(asking)
        return [] if said is None else [each.title for each in said.evidence]

    def _trouble(self) -> Iterator[str]:
        if self._lesson.trouble:
            yield self._lesson.trouble


def _gone(asking: Asking, given: int) -> str:
    return f"What you had set, {given} of {len(asking.question.items)}, is gone."
