"""A question at the screen: asked, answered, explained, and what it rests on opened; then the next."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from sidelight.errors import ExitCode
from sidelight.model.exercises import ExerciseKind
from sidelight.teaching.asking import Stage
from sidelight.tui.acting import keys_of
from sidelight.tui.action import Where
from sidelight.tui.actions import bindings_in
from sidelight.tui.exercise_keys import names_of_keys, useful_keys
from sidelight.tui.screens.posing import Posing


class ExerciseScreen(Posing):
    """Asks what is due, one question after another, and closes when nothing is. To begin with, something is."""

    PLACE = Where.DESK
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in(PLACE)]

    def below(self) -> ComposeResult:
        """Where an answer is typed."""
        yield self._field

    def show_keys(self) -> None:
        """Show in the foot what is of use now."""
        nested, typing, typed = self._put_away is not None, self._field.has_reader, self._has_typed
        useful = useful_keys(self._asking, self._answering, nested=nested, typed=typed)
        names = names_of_keys(self._asking, nested=nested, typing=typing, typed=typed)
        shown = (each for each in keys_of(self).actions if each.id in useful)
        self.name_in_foot(replace(each, label=names.get(each.id, each.label)) for each in shown)

    @property
    def _has_typed(self) -> bool:
        """Whether there is something typed that a key too many would throw away."""
        return self.is_open and self._answering.is_typed and bool(self._field.text)

    def on_input_changed(self) -> None:
        """What Escape does depends on whether something has been typed."""
        self.show_keys()

    def on_text_area_changed(self) -> None:
        """The same for what is written."""
        self.show_keys()

    def action_help(self) -> None:
        """Show the keys, in place of what is being typed."""
        self._field.display = False
        super().action_help()

    def action_take(self) -> None:
        """Answer, or take the choice the reader is on; or put away what is open."""
        if self.is_open and (self._answering.is_picking or self._answering.is_ordering):
            self.take_as(self._answering.answer())
        elif self._column.choices.count:
            self._column.choices.take()
        elif self._put_away is not None:
            self._put_away()

    def action_pick(self, number: int) -> None:
        """Take the choice with a number; or put the line the reader is on there."""
        if self.is_open and self._answering.is_ordering:
            self.move_to(number)
        else:
            super().action_pick(number)

    def action_pick_line(self) -> None:
        """Pick the option the reader is on, or no longer; where nothing is picked so, read on."""
        if self.is_open and self._answering.is_picking:
            self.remake(self._answering.toggle(self._column.choices.current), self._column.choices.current)
        else:
            self.action_page_on()

    def action_turn(self) -> None:
        """Read on by a screenful."""
        self.action_page_on()

    def action_earlier(self) -> None:
        """Put the line the reader is on one place earlier."""
        self.move_to(self._column.choices.current - 1)

    def action_later(self) -> None:
        """Put the line the reader is on one place later."""
        self.move_to(self._column.choices.current + 1)

    def action_hint(self) -> None:
        """Show the next hint."""
        self.show_hint()

    def action_across(self) -> None:
        """From what is being typed to the choices, and back."""
        if self._answering.is_typed:
            (self._column.take_focus if self._field.has_reader else self._field.take_reader)()

    def action_pass_over(self) -> None:
        """Put away what is open; go from what is being written to the choices; pass the question over; go on."""
        if self._put_away is not None:
            self._put_away()
        elif self._asking.stage is Stage.SURE:
            self.come_to(self._lesson.sure(self._asking, 0))
        elif self._has_typed:
            self.action_across()  # nothing that was typed is thrown away by a key too many
        else:
            self.skip()

    def on_unmount(self) -> None:
        """Keep what is being written or was answered, however it comes that the reader leaves."""
        written = self._field.text if self._answering.kind is ExerciseKind.WRITE else ""
        self._lesson.leave(self._asking, (written,) if written else ())

    def action_leave(self) -> None:
        """Leave. Nothing is asked: all there is is kept."""
        self.app.exit(int(ExitCode.FINE))

    def on_input_submitted(self) -> None:
        """Answer with what was typed."""
        self.submit()
