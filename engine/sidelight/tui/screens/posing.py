"""Posing questions: how one is shown, what is taken for an answer to it, and what comes of that."""

from collections.abc import Callable, Mapping
from functools import partial

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.feedback import tries_spent
from sidelight.teaching.lesson import Lesson, Next
from sidelight.teaching.marking import Response
from sidelight.teaching.questions import NOT_A_NUMBER, whole_number
from sidelight.tui.answering import ANSWER, Answering
from sidelight.tui.exercise_text import DESK_CHECK, question_at, sureness_options, with_meanings
from sidelight.tui.prose import plain
from sidelight.tui.screens.explaining import Explaining
from sidelight.tui.widgets.answer_field import AnswerField
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.prose_view import Setting

FIRST_EVER = "You need not answer. Esc passes a question over; sidelight --no-questions asks none."
_TRIED = "You have tried that one. Choose another; Esc shows the answer."
_AS_BEFORE = "That is what you answered before. Change it; Esc shows the answer."
_PICK_FIRST = "Space marks a line, and Enter answers with those that are marked."


class Posing(Explaining):
    """Poses what is due, one question after another, until nothing is. The screen with its keys is one."""

    def __init__(self, lesson: Lesson, measure: int, next_: Next) -> None:
        super().__init__(lesson, measure)
        self._next = next_
        self._field = AnswerField()
        self._message = ""
        """What the program has to say of the last key."""
        self._asking, self._answering = self._ask(next_()[0])

    def begin(self) -> None:
        """Show where the asking stands."""
        self._head.show((f"{self._lesson.story.title} · {DESK_CHECK}", DESK_CHECK), "")
        shows: Mapping[Stage, Callable[[], None]] = {
            Stage.OPEN: self._show_question,
            Stage.SURE: self._show_sureness,
            Stage.SETTLED: self._show_feedback,
        }
        shows[self._asking.stage]()

    def go_on(self) -> None:
        """Ask the next question, or close if there is none."""
        left = self._next()
        if left:
            self._asking, self._answering = self._ask(left[0])
            self.begin()
        else:
            self.dismiss(None)

    def show_hint(self) -> None:
        """Show the next hint."""
        if self._asking.has_hint:
            self._asking = self._asking.hint()
            self._show_question(max(1, self._column.choices.current))
            self.call_after_refresh(self._column.reveal_choice)

    @property
    def is_open(self) -> bool:
        """Whether an answer can be given on what is shown."""
        return self._asking.stage is Stage.OPEN and self._put_away is None

    def _ask(self, exercise: Exercise) -> tuple[Asking, Answering]:
        self._message = FIRST_EVER if self._lesson.has_met_none else ""
        asking = self._lesson.ask(exercise)
        tried = [each.response for each in asking.tries]
        if tried:  # she left in the middle of it
            self._message = f"{tries_spent(asking)}. You answered “{asking.question.in_words(tried[-1])}”."
        self._field.begin(exercise.kind)
        return asking, Answering.of(asking.question).after(tried)

    @property
    def _options(self) -> tuple[Option, ...]:
        return with_meanings(self._answering.options, self._asking.grades.values())

    def _question(self) -> Setting:
        """The question, with what there is to say first."""
        at = self._answering.item
        item = None if at is None else self._asking.question.items[at]
        messages, self._message = (self._message, self._lesson.trouble), ""
        return partial(question_at, self._asking, self._lesson.feedback(self._asking), messages, item)

    def _show(
        self, setting: Setting, options: tuple[Option, ...], pick: Callable[[int], None], current: int = 1
    ) -> None:
        self._field.display = False
        back = None if self._answering.item is None else self._back_to_items
        self.lay(
            setting, options, pick, current=current or self._answering.first, put_away=back, reveal=current > 1
        )

    def _show_question(self, current: int = 0) -> None:
        """Show the question from its top, unless a reader is on one of its lines already."""
        if not self._answering.is_typed:
            self._show(self._question(), self._options, self._choose, current)
            return
        things = [(ANSWER, self.submit), ("Pass it over", self.skip)]
        if self._asking.has_hint:
            things.insert(1, ("Show a hint", self.show_hint))
        options = tuple(Option(plain(label), number) for number, (label, _) in enumerate(things, 1))
        self._show(self._question(), options, lambda number: things[number - 1][1]())
        self._field.take_reader()

    def _show_feedback(self) -> None:
        said = self._lesson.feedback(self._asking)
        if said is not None:
            self._field.display = False
            self.explain(self._asking, said)

    def _choose(self, number: int) -> None:
        before, now = self._answering, self._answering.choose(number)
        if isinstance(now, Answering) and now.item == before.item:
            self.remake(now, number)
        else:
            self.take_as(now)

    def take_as(self, now: Answering | Response) -> None:
        """Answer, if that is an answer; else show what is on the way to one."""
        if not isinstance(now, Answering):
            self._give(now)
            return
        if now is self._answering and now.is_picking:
            self._message = _PICK_FIRST
        self._answering = now
        self._show_question(now.next_item if now.given and now.item is None else 1)

    def _give(self, response: Response) -> None:
        """Answer; not with what was not right before: a key pressed once more spends no try."""
        if self._asking.has_tried(response):
            self._message = _TRIED if self._answering.tried else _AS_BEFORE
            self._show_question()
        else:
            self.come_to(self._lesson.answer(self._asking, response))

    def _back_to_items(self) -> None:
        self.take_as(self._answering.back())

    def remake(self, now: Answering, current: int) -> None:
        """Show an answer somewhat changed, with the reader where she is."""
        self._answering = now
        self._column.choices.show(self._options, current)
        self.call_after_refresh(self._column.reveal_choice)

    def move_to(self, place: int) -> None:
        """Put the line the reader is on in a place, where lines are put in an order."""
        if self.is_open and self._answering.is_ordering:
            current = self._column.choices.current
            now = self._answering.move(current, place)
            self.remake(now, current if now is self._answering else place)

    def submit(self) -> None:
        """Answer with what was typed, if it is an answer."""
        typed = self._field.text
        if self._answering.kind is ExerciseKind.NUMBER:
            typed = whole_number(typed)
            self._message = "" if typed else NOT_A_NUMBER
        if typed:
            self.come_to(self._lesson.answer(self._asking, (typed,)))
        else:
            self.begin()

    def _show_sureness(self) -> None:
        sure = self._lesson.sure
        self._show(self._question(), sureness_options(), lambda number: self.come_to(sure(self._asking, number)))

    def come_to(self, asking: Asking) -> None:
        """Show what came of an answer."""
        self._asking = asking
        self._answering = self._answering.after(tried.response for tried in asking.tries)
        self._field.begin(self._answering.kind)
        self.begin()

    def skip(self) -> None:
        """Pass the question over; after an answer that was not right, what is right comes first."""
        self._field.begin(self._answering.kind)  # what was typed is passed over with it
        asking = self._lesson.skip(self._asking)
        self.go_on() if asking is None else self.come_to(asking)
