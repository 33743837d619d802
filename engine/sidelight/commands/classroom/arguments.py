"""The arguments of `sidelight class`. Each of its commands is a module of this package with `add` and `run`."""

import argparse
from importlib import import_module

from sidelight.commands.in_class import erase_expired
from sidelight.errors import ExitCode

COMMANDS = {
    "codes": "code names for a class, as slips to print and cut",
    "pack": "a chapter to print: worksheet, key, teacher’s page, slips, and a book to play on paper",
    "report": "what a class did, on one page and in full",
    "send": "results as xAPI statements, to a learning record store or into a file",
    "erase": "take away what is kept of a code name",
}


def add(parser: argparse.ArgumentParser, kind: type[argparse.ArgumentParser]) -> None:
    """Add them to the parser of the command line."""
    actions = parser.add_subparsers(dest="action", metavar="action", parser_class=kind, required=True)
    for name, help_ in COMMANDS.items():
        import_module(f"{__package__}.{name}").add(actions.add_parser(name, help=help_, description=help_))


def run(asked: argparse.Namespace) -> ExitCode:
    """Run the one that was asked for; first, what has passed its day is erased."""
    if asked.action != "erase":
        erase_expired()
    code: ExitCode = import_module(f"{__package__}.{asked.action}").run(asked)
    return code
