"""Saves and the keepsake, by lines."""

from collections.abc import Callable, Iterator
from functools import partial

from sidelight.errors import SidelightError
from sidelight.plain.agreeing import Deed, ToAgree
from sidelight.plain.page import error_lines, kept_lines
from sidelight.plain.prose import sentence
from sidelight.presenting.saves import SaveLine
from sidelight.presenting.sitting import Sitting
from sidelight.saving.names import slot_name, why_other


class Saving:
    """Answers the commands about saves and the keepsake.

    `here` tells where the reader has come to, and `told` what there is to be told of a save.
    """

    def __init__(self, sitting: Sitting, here: Deed, told: Callable[[SaveLine], str]) -> None:
        self._sitting = sitting
        self._here = here
        self._told = told
        self.question: ToAgree | None = None
        """What the reader has been asked, if she has to say yes to it first."""

    def ask(self, question: ToAgree) -> Iterator[str]:
        """Ask for a yes before something is done."""
        self.question = question
        yield question.asks

    def agree(self, question: ToAgree, typed: str) -> Iterator[str]:
        """Do what has been asked, or leave it; a line that is no answer to it is not taken for one."""
        settled, told = question.answer(typed)
        if settled:
            self.question = None
        yield from told

    def saves(self, rest: str) -> Iterator[str]:
        """The list of saves; or this moment saved under a name."""
        name = slot_name(rest)
        if not rest:
            yield from self._list()
        elif name != self._sitting.name and self._sitting.saves.has(name):
            replace = partial(self._safely, partial(self._save, rest, replace=True))
            yield from self.ask(ToAgree(f"There is a save called {name} already. Replace it?", replace))
        else:
            yield from self._safely(partial(self._save, rest))

    def keep(self, rest: str) -> Iterator[str]:
        """What the reader keeps; or that, and the way she went, as a file."""
        if not rest:
            yield from kept_lines(self._sitting.kept, self._sitting.page)
            return
        yield from self._safely(partial(self._take_away, rest[len("file") :].strip()))

    def answer(self, word: str, rest: str) -> Iterator[str]:
        """One of the words about saves."""
        if word == "new":
            yield from self._safely(self._new)
            return
        if not rest:
            yield f"Type {word} and the name of {'a file' if word == 'import' else 'a save'}. s lists the saves."
            return
        match word:
            case "load":
                yield from self._safely(partial(self._load, slot_name(rest)))
            case "rename":
                yield from self._safely(partial(self._rename, rest))
            case "delete":
                yield from self._ask_to_delete(slot_name(rest))
            case "export":
                yield from self._safely(partial(self._export, rest))
            case _:
                yield from self._safely(partial(self._import, rest))

    def _safely(self, do: Deed) -> Iterator[str]:
        """Do something with files; if that cannot be done, say so and go on."""
        try:
            yield from do()
        except SidelightError as error:
            yield from error_lines(error)

    def _list(self) -> Iterator[str]:
        sitting = self._sitting
        lines = [f"{line.name}: {sentence(self._told(line))}" for line in sitting.saves.lines]
        yield "\n".join(lines)
        yield f"Every step is kept in {sitting.kept_in}. Type s and a name to save this moment under it."

    def _save(self, typed: str, *, replace: bool = False) -> Iterator[str]:
        name = slot_name(typed)
        self._sitting.save_as(name, replace=replace)
        told = f"This moment is saved as {name}.", why_other(typed), f"Type load {name} to come back to it."
        yield " ".join(filter(None, told))

    def _load(self, name: str) -> Iterator[str]:
        earlier, message = self._sitting.load(name)
        if message:
            yield message
        yield f"You are where {name} was saved.{_kept_as(earlier)}"
        yield from self._here()

    def _new(self) -> Iterator[str]:
        earlier = self._sitting.begin_again()
        yield f"You begin again.{_kept_as(earlier)}"
        yield from self._here()

    def _rename(self, rest: str) -> Iterator[str]:
        name, to, new = rest.partition(" to ")
        if not to:
            name, _, new = rest.partition(" ")
        if not new.strip():
            yield "Type rename, the name of a save, and its new name."
            return
        self._sitting.saves.rename(slot_name(name), slot_name(new))
        yield f"{slot_name(name)} is now called {slot_name(new)}. {why_other(new)}".rstrip()

    def _ask_to_delete(self, name: str) -> Iterator[str]:
        if not self._sitting.saves.has(name) or name == self._sitting.name:
            yield from self._safely(partial(self._delete, name))
            return
        told = next(self._told(line) for line in self._sitting.saves.lines if line.name == name)
        where = f" It is at {sentence(told)}" if told else ""
        delete = partial(self._safely, partial(self._delete, name))
        yield from self.ask(ToAgree(f"Delete {name}, for good?{where}", delete))

    def _delete(self, name: str) -> Iterator[str]:
        self._sitting.saves.delete(name)
        yield f"{name} is deleted."

    def _export(self, rest: str) -> Iterator[str]:
        name, _, wanted = rest.partition(" ")
        if self._sitting.saves.has(slot_name(rest)):
            name, wanted = rest, ""
        path = self._sitting.saves.export(slot_name(name), wanted.strip())
        yield f"{slot_name(name)} is now in {path} too."

    def _import(self, rest: str) -> Iterator[str]:
        name = self._sitting.saves.bring_in(rest)
        yield f"That save is now among yours as {name}. Type load {name} to go on from it."

    def _take_away(self, wanted: str) -> Iterator[str]:
        yield f"What you keep and the way you went are now in {self._sitting.take_away(wanted)}."


def _kept_as(earlier: str) -> str:
    return f" What you played before is kept as {earlier}." if earlier else ""
