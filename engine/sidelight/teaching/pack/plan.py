"""A minute plan for one lesson, from how long a chapter takes to read and how much is asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from sidelight.model.exercises import ExerciseKind, Phase
from sidelight.teaching.pack.asked import BEFORE, WHILE, Asked
from sidelight.teaching.pack.paper.sentences import listed
from sidelight.teaching.pack.reading import PACE, Reading

LESSON = 45
_OPENING, _LEAVING = 5, 4
_LEAST_PLAY, _MOST_PLAY = 10, 22
_THINKING = 1.8
"""How much longer reading takes where two decide together and look up a note or two."""
_CHECKS, _CHECK_MINUTES = 4, 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the lesson: from when to when, in minutes, and what happens."""

    begins: int
    ends: int
    what: str


def plan(reading: Reading, asked: Sequence[Asked]) -> tuple[Part, ...]:
    """The parts of a lesson of 45 minutes."""
    play = min(_MOST_PLAY, max(_LEAST_PLAY, ceil(reading.words[1] / PACE * _THINKING)))
    checks = [each for each in asked if each.exercise.phase is Phase.CHECK][-_CHECKS:]
    check = _CHECK_MINUTES * len(checks)
    talk = LESSON - _OPENING - _LEAVING - play - check
    parts = [
        (_OPENING, _opening(asked)),
        (play, _playing(play, asked, checks)),
        (check, f"{_questions(checks)} of the worksheet, with the reasons from the key as you go."),
        (talk, "Talk: where the class was most divided, and the questions below. Let them vote by hands first."),
        (_LEAVING, _leaving(asked)),
    ]
    found: list[Part] = []
    now = 0
    for minutes, what in parts:
        if not minutes:
            continue
        found.append(Part(now, now + minutes, what))
        now += minutes
    return tuple(found)


def _opening(asked: Sequence[Asked]) -> str:
    guesses = [each for each in asked if each.when == BEFORE]
    if guesses:
        return f"{_questions(guesses)}: everybody writes an answer, and nobody says yet who is right."
    return (
        "Say what the chapter is about, and what is in it. Write on the board: Who says so, and how do they know?"
    )


def _playing(minutes: int, asked: Sequence[Asked], checks: Sequence[Asked]) -> str:
    told = f"Play the chapter. Most pairs need about {minutes} minutes; at the end they compare two ways."
    return told + _others(asked, checks)


def _others(asked: Sequence[Asked], checks: Sequence[Asked]) -> str:
    """What is done with the questions for which the lesson has no part of its own."""
    rest = [each for each in asked if each.when != BEFORE and each not in checks and each not in _slip(asked)]
    on_the_way = [each for each in rest if each.when == WHILE]
    later = [each for each in rest if each.when != WHILE]
    met = f" {_questions(on_the_way)}: when they are come to." if on_the_way else ""
    return met + (f" {_questions(later)}: for whoever is done early, and for home." if later else "")


def _slip(asked: Sequence[Asked]) -> Sequence[Asked]:
    """What is written at the end of the lesson."""
    return [each for each in asked if each.exercise.kind is ExerciseKind.WRITE][-1:]


def _leaving(asked: Sequence[Asked]) -> str:
    slip = _slip(asked)
    if slip:
        return f"{_questions(slip)}, in two sentences, as an exit slip; the rest of it at home."
    return "Exit slip: one sentence of the chapter you would sign, and who would tell you that you were wrong."


def _questions(asked: Sequence[Asked]) -> str:
    numbers = [str(each.number) for each in asked]
    return f"Question{'s' if len(numbers) > 1 else ''} {listed(numbers, 'and') if numbers else ''}"
