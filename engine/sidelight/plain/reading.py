"""Reading a story by lines from its title page on, until the reader leaves."""

from typing import TYPE_CHECKING

from sidelight.plain.help import letter_of
from sidelight.plain.lines import Lines
from sidelight.plain.reader import LineReader
from sidelight.plain.title import TitleLines, opening_lines, title_lines
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.settings import Preferences

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom

WELCOME = "Plain mode. Type ? for help."
LEAVING = "Your place is kept."


def read_story(
    opening: Opening, opened: Opened | None, lines: Lines, classroom: "Classroom | None" = None
) -> None:
    """Read a story until the reader quits or her input ends; from its title page, unless she is past it."""
    lines.say([WELCOME])
    if classroom is not None:
        from sidelight.plain.notice import ask_to_record  # noqa: PLC0415 - few read in class

        if not ask_to_record(classroom, lines):
            return
    if opened is None:
        lines.say(title_lines(opening.title))
        opened = TitleLines(opening, lines).ask() if lines.asks else opening.go_on()
    else:
        lines.say(opening_lines(opening.title, opened.sitting))
    while opened is not None:
        lines.say([opened.message] if opened.message else [])
        opened = _read_on(opening, opened.sitting, lines, classroom)


def _read_on(opening: Opening, sitting: Sitting, lines: Lines, classroom: "Classroom | None") -> Opened | None:
    """Read in a sitting; then what the reader opens at the title page, or nothing if she leaves."""
    reader = _reader(sitting, lines.liked, classroom)
    lines.say(reader.arrive())
    try:
        while True:
            answer = lines.ask(reader.prompt())
            if answer is None or (letter_of(answer) == "q" and not reader.is_writing):
                lines.write(f"{reader.leave() or LEAVING}\n")
                return None
            if letter_of(answer) == "a" and not reader.is_asking:
                lines.say(title_lines(opening.title))
                return TitleLines(opening, lines).ask()
            lines.say(reader.answer(answer))
            if classroom is not None:
                lines.say(filter(None, [classroom.recorder.take_trouble()]))
    except KeyboardInterrupt:
        lines.write(f"\n{reader.leave() or LEAVING}\n")
        raise
    finally:  # also where the program is ended from outside
        reader.leave()


def _reader(sitting: Sitting, liked: Preferences, classroom: "Classroom | None") -> LineReader:
    if classroom is None:
        return LineReader(sitting, liked)
    if not classroom.votes:
        return LineReader(sitting, liked, classroom.recorder)
    from sidelight.plain.vote import VoteReader  # noqa: PLC0415 - few classes vote

    return VoteReader(sitting, liked, classroom)
