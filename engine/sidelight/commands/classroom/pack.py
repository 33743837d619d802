"""`sidelight class pack`: what a teacher prints for one lesson, in a new folder."""

import argparse
import secrets
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from sidelight.commands import terminal
from sidelight.commands.chapters import chapter_called
from sidelight.commands.stories import playable
from sidelight.errors import ExitCode, FileError, UsageError
from sidelight.exporting.anki import check_installed, deck
from sidelight.exporting.gift import gift
from sidelight.model.placing import exercises_of
from sidelight.teaching.codes import MOST, draw
from sidelight.teaching.pack.pack import pack
from sidelight.teaching.pack.pages import paper

_CODES = 30
_ABOUT = {
    "teacher": "for you, to read first: aims, plan, sources",
    "worksheet": "one each",
    "key": "for you: what is right, and why",
    "paper-play": "the chapter as a book, one for two",
    "slips": "code names to cut out",
    "questions": "GIFT, for Moodle and others",
    "cards": "a deck for Anki, to learn from afterwards",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Add its arguments."""
    parser.add_argument("story", nargs="?", help="a folder or file; none for the story that comes with Sidelight")
    parser.add_argument(
        "--chapter", required=True, metavar="C", help="the chapter of the lesson: its id, number or title"
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="a new folder to write into")
    parser.add_argument(
        "--codes", type=int, default=_CODES, metavar="N", help=f"how many slips (default {_CODES})"
    )
    parser.add_argument(
        "--anki", action="store_true", help="a deck for Anki too (needs the extra sidelight[anki])"
    )


def run(asked: argparse.Namespace) -> ExitCode:
    """Write the files, and say what each is for."""
    if not 0 < asked.codes <= MOST:
        raise UsageError(f"cannot draw {asked.codes:,} code names", f"ask for 1 to {MOST:,}")
    if asked.anki:
        check_installed()
    story = playable(asked.story)
    chapter = chapter_called(story, asked.chapter)
    made = pack(story, chapter, draw(asked.codes, secrets.randbelow))
    files: dict[str, str | bytes] = {
        **made.files,
        "questions.gift.txt": gift(story, exercises_of(chapter, story)),
    }
    if asked.anki:
        files["cards.apkg"] = deck(story, exercises_of(chapter, story), time.time())
    folder = _new_folder(asked.out)
    for name, content in files.items():
        _write(folder / name, content)
    terminal.write("\n".join([str(folder), *_listed(files, made.pages), ""]))
    if made.no_paper:
        print(f"There is no paper play: {made.no_paper}.", file=sys.stderr)
    title = story.chapters[chapter].title
    print(f"Print {title}: first teacher.html, then worksheet.html, from any browser.", file=sys.stderr)
    return ExitCode.FINE


def _listed(files: Iterable[str], pages: int) -> list[str]:
    """The files, those that differ only in their form on one line, with what each is for."""
    forms: dict[str, list[str]] = {}
    for name in files:
        forms.setdefault(name.partition(".")[0], []).append(name)
    width = max(len(", ".join(names)) for names in forms.values())
    about = _ABOUT | {"paper-play": f"{_ABOUT['paper-play']}: {paper(pages)}"}
    return [f"  {', '.join(names):<{width}}  {about[stem]}" for stem, names in forms.items()]


def _new_folder(wanted: str) -> Path:
    """A folder that is not there yet, or is empty."""
    folder = Path(wanted).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FileError(
                f"there is something in {folder} already", "name a new folder; nothing is written over"
            )
    except OSError as error:
        raise FileError(f"cannot write into {folder}: {error.strerror}", "name another folder") from error
    return folder.resolve()


def _write(path: Path, content: str | bytes) -> None:
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise FileError(f"cannot write {path}: {error.strerror}", "name another folder") from error
