"""What is said before anything is recorded, and the answer."""

from collections.abc import Callable
from functools import partial

from sidelight.errors import ExitCode
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.notice import DO_NOT_RECORD, RECORD, Notice
from sidelight.tui.note_text import broken
from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.screens.booklet import Booklet
from sidelight.tui.widgets.choice_list import Option


class NoticeScreen(Booklet):
    """Asks whether the play may be recorded, and goes on once that is answered."""

    def __init__(self, classroom: Classroom, measure: int, go_on: Callable[[], object]) -> None:
        super().__init__(measure)
        self._classroom = classroom
        self._go_on = go_on

    def begin(self) -> None:
        """Show the notice."""
        options = tuple(Option(plain(label), number) for number, label in enumerate((RECORD, DO_NOT_RECORD), 1))
        self.lay(partial(notice_at, self._classroom.notice), options, self._answer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether something can be done here; before the answer there is nothing to go back to."""
        if action == "close" and self._put_away is None:
            return False
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Put away the help; the question itself stays until it is answered."""
        if self._put_away is not None:
            self._put_away()

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit(int(ExitCode.FINE))

    def _answer(self, number: int) -> None:
        recorder = self._classroom.recorder
        if number == 1:
            recorder.agree()
        else:
            recorder.refuse()
        self._go_on()


def notice_at(notice: Notice, width: int) -> Galley:
    """The notice at a width."""
    galley = Galley(width)
    galley.line(plain(notice.title, Role.STRONG))
    for sentence in notice.sentences:
        galley.gap()
        galley.line(plain(sentence))
    galley.gap()
    for part in broken(str(notice.path), width):
        galley.line(plain(part, Role.QUIET))
    return galley
