"""Where an answer is typed: a line for a word or a number, several for what is written."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, TextArea

from sidelight.model.exercises import ExerciseKind

_ON_A_LINE = {ExerciseKind.NUMBER: "A whole number, then Enter", ExerciseKind.SHORT: "Your answer, then Enter"}


class AnswerField(Vertical):
    """Out of sight unless the answer is one to be typed."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Input(select_on_focus=False)  # or the first letter after coming back would take all away
        self._line.cursor_blink = False
        self._pages = TextArea(compact=True, highlight_cursor_line=False)
        self._pages.cursor_blink = False
        self._kind: ExerciseKind | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """The line, and what is more than one."""
        yield self._line
        yield self._pages

    def begin(self, kind: ExerciseKind) -> None:
        """Be empty, for an answer of some kind."""
        self._kind = kind
        self._line.value = self._pages.text = ""
        self._line.placeholder = _ON_A_LINE.get(kind, "")
        self._line.display = kind in _ON_A_LINE
        self._pages.display = kind is ExerciseKind.WRITE

    @property
    def text(self) -> str:
        """What has been typed."""
        return (self._pages.text if self._kind is ExerciseKind.WRITE else self._line.value).strip()

    @property
    def has_reader(self) -> bool:
        """Whether the reader is typing."""
        return self._line.has_focus or self._pages.has_focus

    def take_reader(self) -> None:
        """Come into sight, and have her type."""
        self.display = True
        self.screen.set_focus(self._pages if self._pages.display else self._line)
