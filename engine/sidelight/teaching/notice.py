"""What is said before anything is recorded: what is kept, where, and who sees it."""

from dataclasses import dataclass
from pathlib import Path

from sidelight.teaching.results import KEPT

RECORD, DO_NOT_RECORD = "Play, and have it recorded", "Play without recording"
NOT_RECORDED = "This play is not recorded."

CODE_OF_VOTES = "class-vote"
"""The code name of a class that votes by hands, where it has been given none."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Three sentences for whoever is about to play, and the file they are about."""

    title: str
    sentences: tuple[str, str, str]
    path: Path
    afterwards: str
    """What is said of the file as she leaves."""


def notice_to_pupil(code: str, path: Path) -> Notice:
    """What a pupil is told who plays under a code name."""
    what = (
        "What is kept: your choices, the notes you open, your answers, also those in your own words, how many "
        f"seconds you take, the day, and the code name {code}; not your name."
    )
    who = "Who sees it: your teacher, when you hand the file over, and whoever can open files in that folder."
    afterwards = f"The results are in {path}: hand that file to your teacher."
    return Notice(f"You play as {code}", (what, _where("your"), who), path, afterwards)


def notice_to_class(code: str, path: Path) -> Notice:
    """What is told where a class votes by hands: nothing of any pupil is kept."""
    what = (
        "What is kept: how many hands were counted for each choice, which was taken, the notes opened, how many "
        "seconds that took, and the day; nothing of any one pupil."
    )
    who = "Who sees it: the teacher, and whoever can open files in that folder."
    return Notice(f"The class votes, as {code}", (what, _where("the"), who), path, f"The counts are in {path}.")


def _where(whose: str) -> str:
    return (
        "Where: in one file, named below; nothing is sent anywhere, and the file is erased "
        f"{KEPT.days} days after {whose} last session."
    )
