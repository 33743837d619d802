"""`sidelight class send`: results as xAPI statements, to a learning record store or into a file."""

import argparse
import getpass
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator

from sidelight.commands import terminal
from sidelight.commands.classroom import handed_in
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, FileError, UsageError
from sidelight.exporting.sending import Note, Sent, send
from sidelight.exporting.xapi import LEARNERS, Statement, Statements, Wanted
from sidelight.presenting.words import number_of
from sidelight.saving.new_file import write_new
from sidelight.saving.store import state_folder
from sidelight.teaching.report.gathering import Gathering
from sidelight.text.characters import clean

PASSWORD = "SIDELIGHT_LRS_PASSWORD"  # noqa: S105 - where it is, and not what it is
_FEW = 20
"""Refusals told one by one."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    handed_in.add(parser)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--lrs", metavar="URL", help="the xAPI endpoint of a learning record store, by https")
    where.add_argument("--out", metavar="FILE", help="a new file of statements, one a line; nothing is sent")
    parser.add_argument(
        "--user",
        metavar="NAME",
        default="",
        help=f"the name the store knows you by; the password is asked for, or read from {PASSWORD}",
    )
    parser.add_argument("--again", action="store_true", help="send also what the store has taken before")
    parser.add_argument(
        "--learners",
        metavar="URL",
        default=LEARNERS,
        help="an address of your school or class, so that its code names are not taken for another's",
    )
    parser.add_argument("--with-text", action="store_true", help="send what pupils typed, too")
    parser.add_argument("--notes", action="store_true", help="send each note that was opened, too")


def run(asked: argparse.Namespace) -> ExitCode:
    """Make the statements, and write or send them."""
    if not asked.learners.startswith(("https://", "http://")):
        raise UsageError(f'"{asked.learners}" is no address', "give one such as https://school.example.org/9b")
    story = playable(asked.story)
    gathering = handed_in.gather(asked.files, story)
    wanted = Wanted(asked.learners, text=asked.with_text, notes=asked.notes)
    statements = _statements(gathering, Statements(story, wanted))
    if asked.out is not None:
        return _write(asked.out, statements, gathering)
    return _send(asked, statements, gathering)


def _statements(gathering: Gathering, made: Statements) -> Iterator[Statement]:
    for learner in gathering.learners():
        for recorded in learner.sessions:
            yield from made.of(recorded)


def _write(out: str, statements: Iterable[Statement], gathering: Gathering) -> ExitCode:
    path = write_new(out, "statements.jsonl", "")
    written = 0
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            for each in statements:  # one after another: a district has a great many
                file.write(json.dumps(each, ensure_ascii=False, separators=(",", ":")) + "\n")
                written += 1
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror or error}", "name another file") from error
    handed_in.tell_problems(gathering)
    _say(f"{number_of(written, 'statement')} in {path}. Nothing was sent.")
    return ExitCode.FINE


def _send(asked: argparse.Namespace, statements: Iterable[Statement], gathering: Gathering) -> ExitCode:
    from sidelight.exporting.lrs import Store, endpoint  # noqa: PLC0415 - the network is for sending only

    address = endpoint(asked.lrs)
    store = Store(address, asked.user, _password(asked.user, address))
    told = "what pupils typed" if asked.with_text else "nothing that pupils typed"
    _say(f"To {store.address}: {number_of(len(gathering), 'session')}, by code names, with {told}.")
    note = Note(state_folder() / "sent" / f"{_short(store.address)}.txt")
    if asked.again:
        note.taken.clear()
    sent = Sent()
    try:
        for sent in send(statements, store.post, note, time.sleep):
            if terminal.draws_on_stderr():
                sys.stderr.write(f"\r{sent.taken + sent.before + sent.there:,} statements")
    except KeyboardInterrupt:
        taken = number_of(sent.taken, "statement")
        _say(f"Broken off: the store took {taken}. The same command goes on from there.")
        raise
    if terminal.draws_on_stderr():
        sys.stderr.write("\r\x1b[K")
    handed_in.tell_problems(gathering)
    return _tell(sent)


def _password(user: str, address: str) -> str:
    if not user:
        return ""
    if ":" in user:
        raise UsageError("the name a store knows you by has no colon in it", "give the name alone with --user")
    if (password := os.environ.get(PASSWORD)) is not None:
        return password
    if not terminal.is_interactive():
        raise UsageError(f"nobody is here to be asked for the password of {user}", f"set {PASSWORD} before")
    return getpass.getpass(f"Password of {user} at {address}: ")


def _short(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def _tell(sent: Sent) -> ExitCode:
    """What came of it, in numbers, and what to do about the rest."""
    _say(f"The store took {number_of(sent.taken, 'statement')}.")
    if sent.before:
        _say(f"It had taken {sent.before:,} before; they were not sent again.")
    if sent.there:
        _say(f"{sent.there:,} were there already in other words, and stay there as they are.")
    for id_, why in sent.refused[:_FEW]:
        _say(f"It refused {id_}. {why}")
    if len(sent.refused) > _FEW:
        _say(f"It refused {len(sent.refused) - _FEW:,} more.")
    if sent.stopped:
        raise FileError(sent.stopped, "give the same command again later: it goes on where this stopped")
    return ExitCode.FILES if sent.refused else ExitCode.FINE


def _say(line: str) -> None:
    sys.stderr.write(f"{clean(line)}\n")
