"""`sidelight class codes`: code names for a class, one to a slip."""

import argparse
import secrets

from sidelight.commands import terminal
from sidelight.errors import ExitCode, UsageError
from sidelight.teaching.codes import MOST, draw


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    parser.add_argument("count", type=int, help="how many")


def run(asked: argparse.Namespace) -> ExitCode:
    """Print them."""
    if not 0 < asked.count <= MOST:
        raise UsageError(f"cannot draw {asked.count:,} code names", f"ask for 1 to {MOST:,}")
    for code in draw(asked.count, secrets.randbelow):
        terminal.write(f"{code}\n")
    return ExitCode.FINE
