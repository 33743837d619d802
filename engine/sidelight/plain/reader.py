"""What a line does that is typed while a story is read: one thing, said once."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sidelight.plain.agreeing import PROMPT as TO_AGREE
from sidelight.plain.choosing import NO_STEP, begins_one, chosen_by_number, chosen_by_words
from sidelight.plain.command import SAVE_WORDS, Command, command_in
from sidelight.plain.help import HELP, prompt_for
from sidelight.plain.journal import ask_to_return, journal, place, route_lines
from sidelight.plain.known import KnownPages
from sidelight.plain.matching import beginning_with, could_be, meant
from sidelight.plain.page import back_line, note_lines, note_list, where_lines
from sidelight.plain.prose import sentence, words
from sidelight.plain.saving import Saving
from sidelight.plain.settings import answer_setting
from sidelight.presenting.journal import last_chosen, next_chapter
from sidelight.presenting.page import OfferLine
from sidelight.presenting.saves import SaveLine
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.saving.settings import Preferences
from sidelight.teaching.lesson import UNRECORDED, Lesson, Next, Recorder, once

if TYPE_CHECKING:
    from sidelight.plain.exercise import Asker


class LineReader:
    """Answers one line at a time."""

    def __init__(self, sitting: Sitting, liked: Preferences, recorder: Recorder = UNRECORDED) -> None:
        self._sitting = sitting
        self._liked = liked
        self._lesson = Lesson(sitting, liked, recorder)
        self._asker: Asker | None = None
        """Asks what is due; there is none before something is."""
        self._saving = Saving(sitting, self.arrive, self._save_told)
        self._known = KnownPages(sitting)

    @property
    def is_asking(self) -> bool:
        """Whether the next line answers a question."""
        return self._saving.question is not None or self._asks is not None

    @property
    def is_writing(self) -> bool:
        """Whether the next line is a part of what the reader writes, whatever it says."""
        return self._asks is not None and self._asks.takes_every_line

    @property
    def _asks(self) -> "Asker | None":
        return self._asker if self._asker is not None and self._asker.is_asking else None

    def arrive(self) -> Iterator[str]:
        """What is told where the sitting stands: the questions met here, and the page."""
        if self._lesson.due.before:
            self._sitting.page_told = False
            yield from self._ask(lambda: self._lesson.due.before, self._here)
        else:
            yield from self._here()

    def _here(self) -> Iterator[str]:
        self._sitting.page_told = True
        yield from self._known.page()
        if self._lesson.due.below:
            yield from self._ask(lambda: self._lesson.due.below, self._say_what_is_left)
        else:
            yield from self._say_what_is_left()

    def _say_what_is_left(self) -> Iterator[str]:
        """At an end: most questions are met nowhere on the way, and the next chapter is not where she is."""
        if count := len(self._lesson.left):
            verb, them = ("is", "it") if count == 1 else ("are", "them")
            yield f"{number_of(count, 'question').capitalize()} {verb} left: t questions lists {them}."
        if following := next_chapter(self._sitting.playthrough):
            yield f"The next chapter is “{following.title}”: type a for the title page, then Chapters."

    def _save_told(self, line: SaveLine) -> str:
        """What is told of a save, but for a page that has not been told yet."""
        if self._sitting.page_told:
            return line.told
        from sidelight.plain.meanwhile import save_told  # noqa: PLC0415 - as `_ask`

        return save_told(line, self._sitting)

    def _ask(self, next_: Next, then: Callable[[], Iterable[str]] = tuple) -> Iterator[str]:
        from sidelight.plain.exercise import Asker  # noqa: PLC0415 - many pages are read without

        self._asker = Asker(self._lesson, page_told=self._sitting.page_told)
        yield from self._asker.ask(next_, then)

    def leave(self) -> str:
        """Keep what is half written or answered, and say what becomes of it, if there is any."""
        return "" if self._asks is None else self._asks.leave()

    def prompt(self) -> str:
        """What can be typed, on a line of its own."""
        if self._saving.question is not None:
            return TO_AGREE
        if self._asks is not None:
            return self._asks.prompt()
        return prompt_for(self._sitting.page)

    def answer(self, typed: str) -> Iterator[str]:
        """The paragraphs with which a line is answered."""
        if self._saving.question is not None:
            yield from self._saving.agree(self._saving.question, typed)
            return
        if self._asks is not None:
            yield from self._answer_question(self._asks, typed)
            return
        page, command = self._sitting.page, command_in(typed)
        if not typed:
            yield "Nothing was typed. Type ? for help."
        elif typed.isdecimal():
            yield from self._take(chosen_by_number(page, typed))
        elif command is None or (command.rest and begins_one(page, typed)):
            yield from self._take(chosen_by_words(page, typed))
        else:
            yield from self._obey(command)

    def _answer_question(self, asker: "Asker", typed: str) -> Iterator[str]:
        from sidelight.plain.meanwhile import comes_later  # noqa: PLC0415 - as `_ask`

        command = None if asker.is_own(typed) else command_in(typed)
        if command is None:
            yield from asker.answer(typed)
        elif later := comes_later(command, page_told=self._sitting.page_told):
            yield asker.refuse(later)
        else:
            wanted = self._lesson.wanted
            yield from self._obey(command)
            if wanted and not self._lesson.wanted:
                yield from asker.stop()

    def _obey(self, command: Command) -> Iterator[str]:
        name, rest = command
        if name in SAVE_WORDS:
            yield from self._saving.answer(name, rest)
            return
        answers: dict[str, Callable[[], Iterable[str]]] = {
            "n": lambda: self._notes(rest),
            "r": self._known.page,
            "u": self._undo,
            "x": self._skip,
            "k": lambda: self._saving.keep(rest),
            "w": lambda: where_lines(self._sitting.page),
            "t": lambda: self._journal(rest),
            "s": lambda: self._saving.saves(rest),
            "o": lambda: answer_setting(self._liked, rest),
            "?": lambda: [HELP],
        }
        yield from answers[name]()

    def _undo(self) -> Iterator[str]:
        taken = last_chosen(self._sitting.playthrough)
        if not self._sitting.undo():
            yield NO_STEP
            return
        yield f"You went back one step. Taken back: “{taken}”."
        yield from self._known.page()

    def _journal(self, rest: str) -> Iterator[str]:
        part, _, which = rest.lower().partition(" ")
        if part and which and "questions".startswith(part):
            yield from self._ask_again(which.strip())
        elif not rest.isdecimal():
            yield from journal(self._sitting, rest)
        elif (number := place(self._sitting, rest)) is None:
            yield "There is no such place behind you. t tells the way you came."
        else:
            yield from self._saving.ask(ask_to_return(self._sitting, number, self._known.page))

    def _ask_again(self, number: str) -> Iterator[str]:
        from sidelight.teaching.review import chosen  # noqa: PLC0415 - few look back

        exercise = chosen(self._sitting, number)
        if exercise is None:
            yield "There is no such question. t questions lists them."
        else:
            yield from self._ask(once(exercise), lambda: [back_line(self._sitting.page)])

    def _skip(self) -> Iterator[str]:
        begun = self._sitting.playthrough.length
        why = self._sitting.skip()
        if passed := self._sitting.playthrough.length - begun:
            yield f"You went on {number_of(passed, 'step')}, choosing as you did before:"
            yield from route_lines(self._sitting, begun, begun + passed)
            yield f"{why} Type t and a number to go back to one of these."
            self._known.note()  # as `why` has told
            yield from self._known.page()
        else:
            yield why

    def _take(self, line: OfferLine | str) -> Iterator[str]:
        if isinstance(line, str):
            yield line
            return
        said = f"You chose {line.number}. {sentence(words(line.say))}"
        self._sitting.choose(line.choice)
        yield said
        yield from self.arrive()

    def _notes(self, rest: str) -> Iterator[str]:
        page = self._sitting.page
        titles = [note.aside.title for note in page.notes]
        number, _ = meant(titles, rest)
        if not number:
            if len(found := beginning_with(titles, rest)) > 1:
                yield could_be(found, "n")
                return
            if rest and page.notes:
                yield f"There is no note “{rest[:40]}” here. There are these:"
            yield from note_list(page)
            return
        note = page.notes[number - 1]
        self._sitting.open(note.aside.id)
        yield from note_lines(note, f"Note {note.number}")
