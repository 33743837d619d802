"""What can be typed in plain mode: the help, and the line that asks for the next."""

from sidelight.presenting.doings import DOINGS
from sidelight.presenting.page import Page

HELP = """\
Type a number to choose, or the first words of a choice. Then press Enter.
n: list the notes of this page. n 2: read note 2; its first words do too.
r: repeat this page. u: go back one step.
x: go on as you did before, over what you have read, to what is new.
k: what you keep so far. k file: take it away as a file. k file PATH: there.
w: where you are.
a: the title page: about the story, its chapters, its endings, other stories.
t: the way you came. t 3: go back to its place 3; what is lost is said first.
t map: scenes seen and ways not taken. t endings: endings seen.
t notes: every note you opened. t notes 3: read it. t notes WORDS: search them.
t notes by grade, by source, by chapter. t sources: all they cite.
t questions: look back on them. t questions 3: be asked that one.
s: list your saves. s NAME: save this moment. Every step is kept anyway.
load NAME: go on from a save. new: begin again. Nothing is lost by either.
rename NAME NEW. delete NAME. export NAME: to a file. import FILE: from one.
o: how you like to read. o width 72: lines of 72 cells, now and from now on.
?: this help. q: quit. The end of input quits too. You go on here next time."""


TITLE_HELP = """\
Type the number of a line, or its first words. Then press Enter.
Enter alone: the first line, where the prompt says so.
b: back, where the prompt says so.
q: quit. The end of input quits too. What you have read is kept.
Once you are on a page of the story, ? tells what else can be typed."""

_OTHER_WORDS = {"settings": "o", "saves": "s", "undo": "u"}


def letter_of(typed: str) -> str:
    """The letter of the command that somebody typed by its letter or its word; nothing if it is none."""
    word = typed.lower()
    found = (doing.letter for doing in DOINGS if word in (doing.letter, doing.word))
    return next(found, _OTHER_WORDS.get(word, ""))


def prompt_for(page: Page) -> str:
    """What can be typed on a page, as far as it is worth saying every time."""
    count = len(page.open_offers)
    choose = "Choose 1" if count == 1 else f"Choose 1 to {count}"
    can = [doing.prompt for doing in DOINGS if doing.prompt and doing.possible(page) and doing.prompted(page)]
    return ", ".join([*([choose] if count else []), *can]) + ": "
