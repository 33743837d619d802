"""Reading a story by lines: print a page, read a line, do one thing, say so once."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sidelight.plain.journal import ask_to_return, journal, place, route_lines
from sidelight.plain.lines import Lines
from sidelight.plain.page import here_lines, note_lines, note_list, where_lines
from sidelight.plain.prose import sentence, words
from sidelight.plain.saving import SAVE_WORDS, Saving
from sidelight.plain.settings import answer_setting
from sidelight.plain.title import QUIT, TitleLines, title_lines
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.page import OfferLine
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.saving.settings import Preferences

WELCOME = "Plain mode. Type ? for help."
HELP = """\
Type a number to choose, or the first words of a choice. Then press Enter.
n: list the notes of this page. n 2: read note 2.
r: repeat this page.
u: go back one step.
x: go on as you did in an earlier play, over what you read, to what is new.
k: what you keep so far. k file: take it away as a file. k file PATH: there.
w: where you are.
a: the title page: about the story, its chapters, its endings, other stories.
t: the way you came. t 3: go back to its place 3; what is lost is said first.
t map: scenes seen and ways not taken. t endings: endings seen.
t notes: every note you opened. t notes 3: read it. t notes WORDS: search them.
t notes by grade, by source, by chapter. t sources: all they cite.
s: list your saves. s NAME: save this moment. Every step is kept anyway.
load NAME: go on from a save. new: begin again. Nothing is lost by either.
rename NAME NEW. delete NAME. export NAME: to a file. import FILE: from one.
o: how you like to read. o width 72: lines of 72 cells, now and from now on.
?: this help.
q: quit. The end of input quits too. You go on here next time."""
LEAVING = "Your place is kept."

_SHORT = 3
"""Letters from which on an answer is looked for among the choices' words."""

_TITLE = ("a", "title", "about")


class _Word(NamedTuple):
    """A command: its letter, its word, what it does, and how it stands in the prompt."""

    letter: str
    word: str
    prompt: str


_WORDS = (
    _Word("n", "notes", "n notes"),
    _Word("r", "repeat", "r repeat"),
    _Word("u", "undo", "u go back"),
    _Word("x", "skip", ""),
    _Word("k", "keep", ""),
    _Word("w", "where", ""),
    _Word("t", "journal", ""),
    _Word("s", "save", ""),
    _Word("o", "options", ""),
    _Word("?", "help", "? help"),
    _Word("q", "quit", "q quit"),
)


def read_story(opening: Opening, opened: Opened | None, lines: Lines) -> None:
    """Read a story until the reader quits or her input ends; from its title page, unless she is past it."""
    lines.say([WELCOME])
    if opened is None:
        lines.say(title_lines(opening.title))
        opened = TitleLines(opening, lines, HELP).ask() if lines.asks else opening.go_on()
    while opened is not None:
        lines.say([opened.message] if opened.message else [])
        lines.say(here_lines(opened.sitting))
        opened = _read_on(opening, opened.sitting, lines)


def _read_on(opening: Opening, sitting: Sitting, lines: Lines) -> Opened | None:
    """Read in a sitting; then what the reader opens at the title page, or nothing if she leaves."""
    reader = _Reader(sitting, lines.liked)
    while True:
        answer = lines.ask(reader.prompt())
        if answer is None or answer.lower() in QUIT:
            lines.write(f"{LEAVING}\n")
            return None
        if answer.lower() in _TITLE and not reader.is_asking:
            lines.say(title_lines(opening.title))
            return TitleLines(opening, lines, HELP).ask()
        lines.say(reader.answer(answer))


class _Reader:
    """Answers one line at a time."""

    def __init__(self, sitting: Sitting, liked: Preferences) -> None:
        self._sitting = sitting
        self._liked = liked
        self._saving = Saving(sitting)

    @property
    def is_asking(self) -> bool:
        """Whether the next line answers a question."""
        return self._saving.question is not None

    def prompt(self) -> str:
        """What can be typed, on a line of its own."""
        if self.is_asking:
            return "y for yes, n for no: "
        page = self._sitting.page
        count = len(page.open_offers)
        can = [word.prompt for word in _WORDS if word.prompt]
        if not page.notes:
            can.remove("n notes")
        if page.step == 0:
            can.remove("u go back")
        if page.over:
            can.insert(0, "k file takes your story away as a file")
        if count:
            can.insert(0, "Choose 1" if count == 1 else f"Choose 1 to {count}")
        return ", ".join(can) + ": "

    def answer(self, typed: str) -> Iterator[str]:
        """The paragraphs with which a line is answered."""
        asked, self._saving.question = self._saving.question, None
        if asked is not None and typed.lower() in ("y", "yes"):
            yield from asked()
            return
        if asked is not None:
            yield "Nothing was changed."
            if typed.lower() in ("", "n", "no"):
                return
        head, _, rest = typed.partition(" ")
        rest = rest.strip()
        letter = next((word.letter for word in _WORDS if head.lower() in (word.letter, word.word)), "")
        if not typed:
            yield "Nothing was typed. Type ? for help."
        elif typed.isdecimal():
            yield from self._choose_number(typed)
        elif rest and len(self._beginning(typed.casefold())) == 1:
            yield from self._choose_words(typed)
        elif head.lower() in SAVE_WORDS and not (head.lower() == "new" and rest):
            yield from self._saving.answer(head.lower(), rest)
        elif letter and (not rest or _takes(letter, rest)):
            yield from self._command(letter, rest)
        else:
            yield from self._choose_words(typed)

    def _command(self, letter: str, rest: str) -> Iterator[str]:
        sitting = self._sitting
        answers: dict[str, Callable[[], Iterable[str]]] = {
            "n": lambda: self._notes(rest),
            "r": lambda: here_lines(sitting),
            "u": self._undo,
            "x": self._skip,
            "k": lambda: self._saving.keep(rest),
            "w": lambda: where_lines(sitting.page),
            "t": lambda: self._journal(rest),
            "s": lambda: self._saving.saves(rest),
            "o": lambda: answer_setting(self._liked, rest),
            "?": lambda: [HELP],
        }
        yield from answers[letter]()

    def _undo(self) -> Iterator[str]:
        if not self._sitting.undo():
            yield "This is the beginning; there is no step to go back."
            return
        yield "You went back one step."
        yield from here_lines(self._sitting)

    def _journal(self, rest: str) -> Iterator[str]:
        if not rest.isdecimal():
            yield from journal(self._sitting, rest)
        elif (number := place(self._sitting, rest)) is None:
            yield "There is no such place behind you. t tells the way you came."
        else:
            said, self._saving.question = ask_to_return(self._sitting, number)
            yield said

    def _skip(self) -> Iterator[str]:
        begun = self._sitting.playthrough.length
        why = self._sitting.skip()
        if passed := self._sitting.playthrough.length - begun:
            yield f"You went on {number_of(passed, 'step')}, choosing as you did before:"
            yield from route_lines(self._sitting, begun, begun + passed)
            yield f"{why} Type t and a number to go back to one of these."
            yield from here_lines(self._sitting)
        else:
            yield why

    def _choose_number(self, typed: str) -> Iterator[str]:
        lines = self._sitting.page.open_offers
        number = int(typed) if len(typed) < _TOO_LONG else 0
        if not lines:
            yield "There is nothing to choose here. Type u to go back, or q to quit."
        elif not 1 <= number <= len(lines):
            numbers = "1" if len(lines) == 1 else f"1 to {len(lines)}"
            yield f"There is no choice {typed[:_TOO_LONG]}. Type {numbers}."
        else:
            yield from self._take(lines[number - 1])

    def _choose_words(self, typed: str) -> Iterator[str]:
        found = self._matching(typed.casefold())
        if len(found) == 1:
            yield from self._take(found[0])
        elif found:
            numbers = [str(line.number) for line in found]
            yield f"That could be {', '.join(numbers[:-1])} or {numbers[-1]}. Type the number."
        else:
            yield f"“{typed[:40]}” is not among the choices. Type a number, or ? for help."

    def _matching(self, typed: str) -> list[OfferLine]:
        lines = self._sitting.page.open_offers
        if len(typed) < _SHORT:
            return []
        exact = [line for line in lines if typed in (_said(line), line.choice.id.casefold())]
        return exact or self._beginning(typed) or [line for line in lines if typed in _said(line)]

    def _beginning(self, typed: str) -> list[OfferLine]:
        """The choices whose words begin so."""
        return [line for line in self._sitting.page.open_offers if _said(line).startswith(typed)]

    def _take(self, line: OfferLine) -> Iterator[str]:
        said = f"You chose {line.number}. {sentence(words(line.say))}"
        self._sitting.choose(line.choice)
        yield said
        yield from here_lines(self._sitting)

    def _notes(self, rest: str) -> Iterator[str]:
        page = self._sitting.page
        if not rest:
            yield from note_list(page)
            return
        note = next((note for note in page.notes if rest == str(note.number)), None)
        if note is None:
            yield from note_list(page)
            return
        self._sitting.open(note.aside.id)
        yield from note_lines(note)


def _said(line: OfferLine) -> str:
    return words(line.say).casefold()


def _takes(letter: str, rest: str) -> bool:
    """Whether a command goes on after its letter in this way."""
    return letter in "nost" or (letter == "k" and rest.split(maxsplit=1)[0].lower() == "file")


_TOO_LONG = 9
"""Digits from which on a number cannot be that of a choice."""
