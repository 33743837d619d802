"""A question at the screen as lines: what is asked, and what is said to an answer."""

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content

from sidelight.model.story import Grade, Source
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.feedback import MAY_SAY, Evidence, Explained, Feedback
from sidelight.teaching.questions import SURENESS, TASKS, Line
from sidelight.teaching.review import ReviewChapter, later_line
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks
from sidelight.tui.note_text import source_at
from sidelight.tui.prose import BLANK, Galley, Role, before, note_number, plain, wrap
from sidelight.tui.widgets.choice_list import Option

DESK_CHECK = "Desk check"
_NO_QUESTIONS = "There are no questions to look back on yet."
_TAKE = "Take a question to answer it, again or for the first time. The first answer is what counts."
GO_ON = "Go on"
_BAR = "▌ "


def question_at(
    asking: Asking, said: Feedback | None, messages: Iterable[str], item: Line | None, width: int
) -> Galley:
    """A question: what the program has to say first, what was said to a wrong answer, and what is asked.

    `item` is the one of a match that is being matched.
    """
    galley = Galley(width)
    _messages(galley, messages)
    if said is not None:
        galley.line(plain(said.verdict, Role.STRONG))
        galley.gap()
        galley.blocks(said.says)
        galley.gap()
    if item is None:
        _barred(galley, read_blocks(asking.question.exercise.prompt))
    else:
        galley.lines += before(plain(_BAR, Role.ACCENT), wrap(galley.inlines(item.text), width - 2))
    galley.gap()
    for hint in asking.seen_hints:
        galley.lines += _led_by("Hint: ", read_blocks(hint), width)
        galley.gap()
    sure = asking.stage is Stage.SURE
    galley.line(plain("How sure are you?" if sure else TASKS[asking.question.exercise.kind], Role.QUIET))
    return galley


def with_meanings(options: Iterable[Option], grades: Iterable[Grade]) -> tuple[Option, ...]:
    """What can be answered with, each step of the story's ladder with what it means."""
    means = {grade.label: plain(f"  {grade.means}", Role.QUIET) for grade in grades}
    return tuple(replace(each, label=each.label + means.get(each.label.plain, BLANK)) for each in options)


def feedback_at(said: Feedback, yours: str, messages: Iterable[str], width: int) -> Galley:
    """All that is to be known once a question is settled. `yours` is what the reader has written, if she has."""
    galley = Galley(width)
    _messages(galley, messages)
    galley.line(plain(said.verdict, Role.STRONG))
    if yours:
        galley.gap()
        galley.line(plain("You wrote:", Role.QUIET))
        galley.lines += before(plain("    "), wrap(plain(yours), width - 6))
    _then(galley, said.says)
    for each in said.explained:
        galley.gap()
        _explained(galley, each)
    _then(galley, said.closing)
    if said.look_for:
        galley.gap()
        galley.line(plain(MAY_SAY, Role.QUIET))
        for look_for in said.look_for:
            galley.lines += _led_by("• ", look_for, width)
    if said.evidence:
        galley.gap()
        galley.line(plain("It rests on:", Role.QUIET))
    return galley


def sureness_options() -> tuple[Option, ...]:
    """How sure one can be."""
    return tuple(Option(plain(step), number) for number, step in enumerate(SURENESS, 1))


def evidence_options(evidence: tuple[Evidence, ...]) -> tuple[Option, ...]:
    """What an answer rests on, to be opened, and the way on."""
    options = [Option(plain(each.title), each.number, sign=f"[{each.number}]") for each in evidence]
    return (*options, Option(plain(GO_ON, Role.ACCENT), len(options) + 1))


def evidence_source_at(number: int, source: Source, width: int) -> Galley:
    """A source an answer rests on."""
    inner = Galley(width - 4)
    source_at(inner, source)
    return Galley(width, lines=before(note_number(number) + " ", inner.lines, plain("    ")))


def over_review(chapters: tuple[ReviewChapter, ...]) -> str:
    """What is said over the questions to look back on, and of the chapters none of whose is there yet."""
    take = [_TAKE] if any(chapter.lines for chapter in chapters) else []
    waiting = [f"{chapter.title}: {later_line(chapter)}" for chapter in chapters if not chapter.lines]
    return " ".join([*take, *waiting]) or _NO_QUESTIONS


def review_options(chapters: tuple[ReviewChapter, ...]) -> tuple[Option, ...]:
    """The questions to look back on, under their chapters, each with how it stands."""
    options: list[Option] = []
    for chapter in chapters:
        later = later_line(chapter)
        heading = f"{chapter.title}. {later}" if later else chapter.title
        for place, line in enumerate(chapter.lines):
            first = f" Your first answer: {line.first}" if line.first else ""
            label = plain(f"{line.asks}  ") + plain(f"{line.stands}{first}", Role.QUIET)
            options.append(Option(label, line.number, heading="" if place else heading))
    return tuple(options)


def _messages(galley: Galley, messages: Iterable[str]) -> None:
    for message in filter(None, messages):
        galley.line(plain(message, Role.ACCENT))
        galley.gap()


def _then(galley: Galley, blocks: Blocks) -> None:
    if blocks:
        galley.gap()
        galley.blocks(blocks)


def _barred(galley: Galley, blocks: Blocks) -> None:
    """In another voice than the story’s: behind a bar."""
    inner = Galley(galley.width - 2)
    inner.blocks(blocks)
    galley.lines += before(plain(_BAR, Role.ACCENT), inner.lines)


def _explained(galley: Galley, each: Explained) -> None:
    galley.line(galley.inlines(each.text).stylize(Role.STRONG))
    if each.told:
        galley.line(plain(each.told, Role.ACCENT))
    galley.blocks(each.why)


def _led_by(sign: str, blocks: Blocks, width: int) -> list[Content]:
    inner = Galley(width - len(sign))
    inner.blocks(blocks)
    return before(plain(sign, Role.ACCENT), inner.lines, plain(" " * len(sign)))
