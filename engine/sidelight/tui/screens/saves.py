"""The saves: each with where it stands; kept, gone on from, renamed, deleted, taken out and brought in."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input

from sidelight.errors import SidelightError
from sidelight.presenting.saves import SaveLine
from sidelight.presenting.sitting import Sitting
from sidelight.saving.names import slot_name, why_other
from sidelight.tui.journal_text import said_over
from sidelight.tui.prose import Role, plain
from sidelight.tui.screens.booklet import Booklet
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.sentence import Sentence

_OVER = "Every step you take is kept as you go. A save of its own keeps a moment to come back to."
_KEEP, _AGAIN, _IMPORT = "Keep this moment", "Begin the story again", "Bring in a save from a file"

Do = tuple[str, Callable[[], object]]
"""Something that can be chosen, and what it does."""


class SavesScreen(Booklet):
    """Closes with a sentence for the page if the playthrough is another by then, and with none if it is not."""

    def __init__(self, sitting: Sitting, measure: int) -> None:
        super().__init__(measure)
        self._sitting = sitting
        self._typed: Callable[[str], object] = str
        self._refused = Sentence()
        self._line = Input()
        self._line.cursor_blink = False
        self._line.display = False

    def between(self) -> ComposeResult:
        """The line to type a name on, under why the one before could not be used."""
        yield self._refused
        yield self._line

    def begin(self) -> None:
        """Show the saves."""
        self._show(_OVER)

    def action_saves(self) -> None:
        """Close the saves with the key that opened them."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys; what is being typed waits under them."""
        typing = partial(self._ask, self._line.placeholder, self._line.value, self._typed, anew=False)
        was_typing = self._line.display
        super().action_help()
        if was_typing:
            self._line.display = False
            self._refused.say("")
            self._put_away = typing

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Use what was typed. If that cannot be done, it stays there to be mended, under the reason."""
        if self._line.display and message.value.strip():
            try:
                self._typed(message.value.strip())
            except SidelightError as error:
                self._refused.say(_not_done(error))

    def action_close(self) -> None:
        """Put away the line, what is open, or the saves."""
        if self._line.display:
            self.begin()
        else:
            super().action_close()

    def _show(self, said: str) -> None:
        """The list, under a sentence."""
        self._line.display = False
        self._refused.say("")
        self._head.show(("Saves", "Saves"), "")
        saves = self._sitting.saves.lines
        things: list[Do] = [
            (_KEEP, partial(self._ask, "A name for it, then Enter", "", self._save_as)),
            (_AGAIN, self._begin_again),
            (_IMPORT, partial(self._ask, "The path of the file, then Enter", "", self._import)),
            *((each.name, partial(self._open, each)) for each in saves),
        ]
        first = len(things) - len(saves)
        options = []
        for number, (label, _) in enumerate(things, 1):
            told = f"  {saves[number - 1 - first].told}" if number > first else ""
            heading = "Your saves" if number == first + 1 else ""
            options.append(Option(plain(label) + plain(told, Role.QUIET), number, heading=heading))
        self.lay(partial(said_over, said), tuple(options), lambda number: self._do(things, number))

    def _do(self, things: list[Do], number: int) -> None:
        self._try(things[number - 1][1])

    def _offer(self, said: str, *things: Do) -> None:
        """Some things to choose from, under a sentence; Escape leads back to the list."""
        every = [*things, ("Back to the saves", self.begin)]
        options = tuple(Option(plain(label), number) for number, (label, _) in enumerate(every, 1))
        pick = partial(self._do, every)
        self.lay(partial(said_over, said), options, pick, put_away=self.begin)

    def _try(self, thing: Callable[[], object]) -> None:
        """Do something that may fail, and say so if it does."""
        try:
            thing()
        except SidelightError as error:
            self._show(_not_done(error))

    def _ask(self, prompt: str, value: str, then: Callable[[str], object], *, anew: bool = True) -> None:
        """Have something typed, in place of what stands there or on from it, and do something with it."""
        self._line.select_on_focus = anew
        self._typed = then
        self._line.placeholder = prompt
        self._line.value = value
        self._line.display = True
        self.lay(partial(said_over, f"{prompt}. Esc goes back."), put_away=self.begin, go_there=False)
        self.set_focus(self._line)

    def _open(self, save: SaveLine) -> None:
        """What can be done with a save."""
        name = save.name
        away: Do = ("Take it out as a file", partial(self._export, name))
        said = f"“{name}”: {save.told}."
        if save.here:
            self._offer(said, away)
            return
        delete: Do = ("Delete it", partial(self._ask_delete, name))
        if not save.readable:
            self._offer(said, delete)
            return
        new_name: Do = ("Give it another name", partial(self._ask_name, name))
        self._offer(said, ("Go on from it", partial(self._load, name)), new_name, away, delete)

    def _ask_name(self, name: str) -> None:
        self._ask(f"Another name for “{name}”, then Enter", name, partial(self._rename, name))

    def _ask_delete(self, name: str) -> None:
        delete: Do = ("Delete it", partial(self._delete, name))
        self._offer(f"Delete “{name}”? It cannot be brought back.", ("Keep it", self.begin), delete)

    def _save_as(self, typed: str) -> None:
        name = slot_name(typed)
        self._sitting.save_as(name)
        self._show(f"This moment is kept as “{name}”. {why_other(typed)}".rstrip())

    def _rename(self, name: str, typed: str) -> None:
        to = slot_name(typed)
        self._sitting.saves.rename(name, to)
        self._show(f"“{name}” is now “{to}”. {why_other(typed)}".rstrip())

    def _delete(self, name: str) -> None:
        self._sitting.saves.delete(name)
        self._show(f"“{name}” is deleted.")

    def _export(self, name: str) -> None:
        self._show(f"It is written to {self._sitting.saves.export(name)}.")

    def _import(self, typed: str) -> None:
        self._show(f"It is kept as “{self._sitting.saves.bring_in(typed)}”.")

    def _load(self, name: str) -> None:
        earlier, misfit = self._sitting.load(name)
        self.dismiss(f"You go on from “{name}”. {_kept_as(earlier)} {misfit}".strip())

    def _begin_again(self) -> None:
        self.dismiss(f"You begin again. {_kept_as(self._sitting.begin_again())}".strip())


def _not_done(error: SidelightError) -> str:
    help_ = f" {error.help[:1].upper()}{error.help[1:]}." if error.help else ""
    return f"That was not done: {error.message}.{help_}"


def _kept_as(earlier: str) -> str:
    return f"What you were playing is kept as “{earlier}”." if earlier else ""
