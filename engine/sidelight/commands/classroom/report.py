"""`sidelight class report`: what a class did, on one page, and then in full."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from sidelight.commands import terminal
from sidelight.commands.classroom import handed_in
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, UsageError
from sidelight.model.story import Story
from sidelight.saving.new_file import write_new
from sidelight.teaching.report.as_html import html
from sidelight.teaching.report.as_markdown import markdown
from sidelight.teaching.report.as_spreadsheets import Spreadsheets
from sidelight.teaching.report.as_text import text
from sidelight.teaching.report.class_page import class_page
from sidelight.teaching.report.details import details
from sidelight.teaching.report.gathering import Gathering
from sidelight.teaching.report.learning import sum_up
from sidelight.teaching.report.sheet import Block
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import Wording


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    handed_in.add(parser)
    parser.add_argument("--html", metavar="FILE", help="write the report as a page to print")
    parser.add_argument("--markdown", metavar="FILE", help="write the report as Markdown")
    parser.add_argument(
        "--csv", metavar="DIR", type=Path, help="write all of it as spreadsheets into a new folder"
    )
    parser.add_argument("--excel", action="store_true", help="have the spreadsheets begin as Excel wants them to")
    parser.add_argument("--with-text", action="store_true", help="what was typed goes into the spreadsheets too")
    parser.add_argument("--best", action="store_true", help="count the best answer of each pupil, not the first")


def run(asked: argparse.Namespace) -> ExitCode:
    """Gather, count, and write the report where it is wanted: to files, or else to the terminal."""
    if asked.csv is None and (asked.excel or asked.with_text):
        raise UsageError("--excel and --with-text say how spreadsheets are written", "add --csv and a folder")
    story = playable(asked.story)
    gathering = handed_in.gather(asked.files, story)
    tally = _counted(gathering, story, asked)
    handed_in.tell_problems(gathering)
    title = f"{story.title}: what the class did"
    if asked.html:
        _say(write_new(asked.html, "report.html", html(_blocks(tally), title)))
    if asked.markdown:
        _say(write_new(asked.markdown, "report.md", markdown(_blocks(tally))))
    if asked.csv:
        _say(asked.csv)
    if not (asked.html or asked.markdown or asked.csv):
        columns = shutil.get_terminal_size().columns
        for line in text(_blocks(tally), columns, _mark()):
            terminal.write(f"{line}\n")
    return ExitCode.FINE


def _counted(gathering: Gathering, story: Story, asked: argparse.Namespace) -> Tally:
    tally = Tally(Wording(story), best=asked.best)
    with ExitStack() as stack:
        spreadsheets = None
        if asked.csv is not None:
            spreadsheets = stack.enter_context(
                Spreadsheets(asked.csv, story, excel=asked.excel, with_text=asked.with_text)
            )
        for learner in gathering.learners():
            done = sum_up(learner)
            tally.add(done)
            if spreadsheets is not None:
                spreadsheets.add(learner, done)
        if spreadsheets is not None:
            spreadsheets.finish(tally)
    return tally


def _blocks(tally: Tally) -> Iterator[Block]:
    yield from class_page(tally)
    yield from details(tally)


def _mark() -> str:
    """What bars are drawn with: a block, where it can be shown."""
    try:
        "█".encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return "#"
    return "█"


def _say(path: Path) -> None:
    print(f"Written: {path}", file=sys.stderr)
