"""The results that a command of `sidelight class` is about: those handed in, or those kept on this machine."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sidelight.errors import FileError
from sidelight.model.story import Story
from sidelight.teaching.report.gathering import Gathering, files_in
from sidelight.teaching.results import results_folder
from sidelight.text.characters import clean

_FEW = 20
"""Problems told one by one."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name them."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="file",
        help="files of results, or folders of them; without any, those kept on this machine",
    )
    parser.add_argument("--story", metavar="STORY", help="the folder or file of the story that was played")


def gather(named: list[Path], story: Story) -> Gathering:
    """The results of a story in some files or folders; FileError if there are none."""
    gathering = Gathering(_files(named, story), story.id, date.today().isoformat())  # noqa: DTZ011 - her own day
    if not gathering:
        tell_problems(gathering)
        raise FileError(
            f"there are no results of {story.title} there",
            "name the files the pupils handed in, or the story they played with --story",
        )
    return gathering


def _files(named: list[Path], story: Story) -> list[Path]:
    if named:
        return files_in(path.expanduser() for path in named)
    here = results_folder() / story.id
    return files_in([here]) if here.is_dir() else []


def tell_problems(gathering: Gathering) -> None:
    """Say what was wrong with files, as far as it has been found."""
    problems = list(dict.fromkeys(gathering.problems))
    for path, what in problems[:_FEW]:
        print(clean(f"{path} {what}."), file=sys.stderr)
    if len(problems) > _FEW:
        print(f"So it is with {len(problems) - _FEW:,} more.", file=sys.stderr)
