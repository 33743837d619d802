"""Arguments in, exit code out. A command is imported when it is asked for."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

from sidelight.errors import ExitCode, SidelightError, UsageError

if TYPE_CHECKING:
    import argparse

_COMMANDS = ("play", "check", "explain", "saves", "class")
_MOST = 1_000_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(_run(words))
    except SidelightError as error:
        help_ = f"\n{error.help}" if error.help else ""
        print(f"sidelight: {error.message}{help_}", file=sys.stderr)  # noqa: T201 - the last word
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has gone. What is left in the buffer goes nowhere, quietly.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.FINE)


def _run(words: list[str]) -> ExitCode:
    if words in (["--version"], ["-V"]):
        from importlib.metadata import version  # noqa: PLC0415 - 35 ms

        print(f"sidelight {version('sidelight')}")  # noqa: T201
        return ExitCode.FINE
    if not words or words[0] not in (*_COMMANDS, "-h", "--help"):
        words = ["play", *words]
    asked = _parser(words[0]).parse_args(words)
    match asked.command:
        case "check":
            from sidelight.commands import check, terminal  # noqa: PLC0415

            form = "json" if asked.json else "concise" if asked.concise else "full"
            return check.run(check.Request(asked.story, form, terminal.use_colour(), asked.states, asked.seconds))
        case "explain":
            from sidelight.commands import explain  # noqa: PLC0415

            return explain.run(asked.code)
        case "saves":
            from sidelight.commands import saves  # noqa: PLC0415

            return saves.run(
                saves.Request(asked.action or "list", asked.story, asked.what, asked.where or "", asked.yes)
            )
        case "class":
            from sidelight.commands.classroom import arguments  # noqa: PLC0415

            return arguments.run(asked)
        case _:
            from sidelight.commands import play  # noqa: PLC0415

            return play.run(_request(asked))


def _request(asked: "argparse.Namespace") -> "play.Request":  # type: ignore[name-defined] # noqa: F821
    from sidelight.commands import play  # noqa: PLC0415

    return play.Request(
        story=asked.story,
        chapter=asked.chapter,
        at=asked.at,
        settings=tuple(asked.set),
        route=asked.route,
        slot=asked.slot,
        preferences=tuple(_preferences(vars(asked))),
        in_class=play.ClassRequest(asked.code, asked.results, asked.vote),
    )


def _preferences(asked: dict[str, bool | str | None]) -> Iterator[tuple[str, str]]:
    from sidelight.saving.settings import SETTINGS, written  # noqa: PLC0415

    for setting in SETTINGS:
        value = asked[setting.name]
        if value is not None:
            yield setting.name, value if isinstance(value, str) else written(value)


def _parser(command: str) -> "argparse.ArgumentParser":
    import argparse  # noqa: PLC0415 - 8 ms that --version can do without

    class Parser(argparse.ArgumentParser):
        """Says what is wrong as every other error is said."""

        def error(self, message: str) -> NoReturn:
            raise UsageError(message, f"see: {self.prog} --help")

    parser = Parser(
        prog="sidelight",
        description="Play a branching story with sourced facts beside the fiction, or check one you write.",
        epilog="Without a command it plays; without a story it plays the one that comes with it.",
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="command", parser_class=Parser)
    _add_play(commands.add_parser("play", help="play a story (the default)"))
    check = commands.add_parser("check", help="find the mistakes of a story")
    check.add_argument("story", nargs="?", help="the folder or file of a story")
    forms = check.add_mutually_exclusive_group()
    forms.add_argument("--concise", action="store_true", help="one line a finding")
    forms.add_argument("--json", action="store_true", help="for programs")
    check.add_argument("--states", metavar="N", type=_positive, help="hold at most so many sets of states")
    check.add_argument("--seconds", metavar="N", type=_positive, help="explore for at most so long")
    explain = commands.add_parser("explain", help="what a finding means")
    explain.add_argument("code", nargs="?", help="its code or name, such as SL104; none lists all")
    _add_saves(commands.add_parser("saves", help="list, export, import or delete the saves of a story"), Parser)
    classroom = commands.add_parser("class", help="prepare a lesson, and read what a class did in it")
    if command == "class":
        from sidelight.commands.classroom import arguments  # noqa: PLC0415 - nobody else needs its modules

        arguments.add(classroom, Parser)
    return parser


def _add_saves(saves: "argparse.ArgumentParser", parser: type["argparse.ArgumentParser"]) -> None:
    saves.set_defaults(story=None, what="", where=None, yes=False)
    actions = saves.add_subparsers(dest="action", metavar="action", parser_class=parser)
    listing = actions.add_parser("list", help="what is saved (the default)")
    export = actions.add_parser("export", help="write a save to a file")
    export.add_argument("what", metavar="name", help="the save")
    export.add_argument(
        "where", metavar="path", nargs="?", help="a file or folder; without one, the folder you are in"
    )
    bring_in = actions.add_parser("import", help="keep the save of a file among the others")
    bring_in.add_argument("what", metavar="file", help="a save that was exported")
    bring_in.add_argument("--name", dest="where", help="what to call it; without one, what the file is called")
    delete = actions.add_parser("delete", help="take a save away, for good; asks first")
    delete.add_argument("what", metavar="name", help="the save")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    for action in (listing, export, bring_in, delete):
        action.add_argument("--story", metavar="STORY", help="the folder or file of its story")


def _add_play(play: "argparse.ArgumentParser") -> None:
    import argparse  # noqa: PLC0415

    from sidelight.saving.settings import SETTINGS  # noqa: PLC0415

    play.add_argument("story", nargs="?", help="the folder or file of a story")
    play.add_argument("--chapter", metavar="C", help="play one chapter alone: its id, number or title")
    play.add_argument("--at", metavar="SCENE", help="begin at a scene")
    play.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], help="begin with a value")
    play.add_argument("--route", metavar="A,B,C", help="begin by taking these choices: ids or numbers")
    play.add_argument("--slot", metavar="NAME", help="keep this play under a name of its own")
    play.add_argument(
        "--class", dest="code", metavar="CODE", help="record the play for a class, under a code name"
    )
    play.add_argument("--results", metavar="FOLDER", help="with --class or --vote: where the record goes")
    play.add_argument(
        "--vote", action="store_true", help="for a class that votes by hands; large, to be projected"
    )
    for setting in SETTINGS:
        if setting.switch:
            play.add_argument(f"--{setting.name}", action=argparse.BooleanOptionalAction, help=setting.help)
        else:
            play.add_argument(
                f"--{setting.name}", metavar=setting.name.upper(), help=f"{setting.help}: {setting.takes}"
            )


def _positive(written: str) -> int:
    import argparse  # noqa: PLC0415

    if written.isdecimal() and 0 < int(written) < _MOST:
        return int(written)
    raise argparse.ArgumentTypeError(f"a limit is a whole number from 1 to {_MOST - 1:,}")
