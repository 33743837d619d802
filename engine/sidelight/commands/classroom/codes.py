"""`sidelight class codes`: code names for a class, on slips to print and cut."""

import argparse
import secrets

from sidelight.commands import terminal
from sidelight.commands.chapters import chapter_called
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, UsageError
from sidelight.saving.new_file import write_new
from sidelight.teaching.codes import MOST, draw
from sidelight.teaching.pack.as_html import html_of
from sidelight.teaching.pack.slips import slips, slips_text


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    parser.add_argument("count", type=int, help="how many")
    parser.add_argument(
        "--chapter", metavar="C", help="slips that begin at this chapter of the story that comes with Sidelight"
    )
    parser.add_argument("--html", metavar="FILE", help="write a sheet for a browser to print, and print no slips")


def run(asked: argparse.Namespace) -> ExitCode:
    """Print them, or write them to a new file and print its name."""
    if not 0 < asked.count <= MOST:
        raise UsageError(f"cannot draw {asked.count:,} code names", f"ask for 1 to {MOST:,}")
    codes = draw(asked.count, secrets.randbelow)
    story = chapter = None
    if asked.chapter is not None:
        story = playable(None)
        chapter = story.chapters[chapter_called(story, asked.chapter)]
    if asked.html is None:
        terminal.write(slips_text(codes, chapter))
    else:
        terminal.write(f"{write_new(asked.html, 'code-slips.html', html_of(slips(codes, story, chapter)))}\n")
    return ExitCode.FINE
