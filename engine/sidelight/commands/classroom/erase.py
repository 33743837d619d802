"""`sidelight class erase`: what is kept of a code name, or of all whose day has passed, taken away for good."""

import argparse
import sys
from pathlib import Path

from sidelight.commands import terminal
from sidelight.commands.in_class import code_name, erase_expired
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, UsageError
from sidelight.teaching.results import Trace, erase, traces

COPIES = "Copies that were handed in or put elsewhere are not touched: whoever has them deletes them there."


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("code", nargs="?", help="a code name: its results, and the play that is kept for it")
    which.add_argument("--all", action="store_true", help="everything that is kept of any code name")
    which.add_argument("--expired", action="store_true", help="only what has passed its day")
    parser.add_argument(
        "--story", metavar="STORY", help="the folder or file of a story; without one, of every story"
    )
    parser.add_argument(
        "--results", metavar="FOLDER", help="a folder results were put in, beside this computer's own"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(asked: argparse.Namespace) -> ExitCode:
    """Erase what was asked for; ask first, once, unless nothing but what has passed its day is meant."""
    folder = None if asked.results is None else Path(asked.results).expanduser()
    if asked.expired:
        if not erase_expired(folder):
            print("Nothing has passed its day.", file=sys.stderr)
        return ExitCode.FINE
    code = "*" if asked.all else code_name(asked.code)
    story = "*" if asked.story is None else playable(asked.story).id
    found = traces(code, story, folder)
    if not found:
        print(f"Nothing is kept of {'any code name' if asked.all else code} here.", file=sys.stderr)
    elif asked.yes or _sure(found):
        for trace in found:
            erase(trace)
            print(f"Erased: {_told(trace)}.", file=sys.stderr)
        print(COPIES, file=sys.stderr)
    else:
        print("Nothing was erased.", file=sys.stderr)
    return ExitCode.FINE


def _sure(found: tuple[Trace, ...]) -> bool:
    if not terminal.is_interactive():
        raise UsageError("nobody is there to be asked whether to erase this", "if you are sure, add --yes")
    for trace in found:
        print(f"{_told(trace)}", file=sys.stderr)
    print("Erase this, for good? (y or n)", file=sys.stderr)
    return (terminal.read() or "").strip().lower() in ("y", "yes")


def _told(trace: Trace) -> str:
    return f"{'the play' if trace.is_play else 'the results'} of {trace.code} in {trace.path}"
