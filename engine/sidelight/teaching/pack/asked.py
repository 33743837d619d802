"""A chapter's exercises as they stand on paper: numbered, in their phases, their options lettered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple

from sidelight.model.exercises import Exercise, Phase
from sidelight.model.placing import exercises_of
from sidelight.presenting.evaluate import Evaluator
from sidelight.teaching.pack.plays import Plays
from sidelight.teaching.questions import Line, Question, question
from sidelight.text.prose import plain_words

AT_THE_END = ""
"""Stands for the scene of the questions that come after the chapter."""

BEFORE, WHILE, AFTER = "Before the chapter", "On the way", "After the chapter"
"""When questions are met."""

_SEED = "worksheet"
_CIRCLED = 60
"""Signs of all the targets together, up to which they are printed in the row to be circled there."""
_WORD = 16
"""Signs of a target that is its own code."""


class Code(NamedTuple):
    """What stands on paper for a target: what is circled or written, and what that means."""

    code: str
    target: Line


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its number on the worksheet, and the title of the scene it follows."""

    number: int
    question: Question
    when: str
    after: str = ""

    @property
    def exercise(self) -> Exercise:
        """The exercise it asks."""
        return self.question.exercise

    def letter(self, option: str) -> str:
        """The letter of an option."""
        return lettered(next(place for place, each in enumerate(self.question.options) if each.id == option))


def asked_of(plays: Plays) -> tuple[Asked, ...]:
    """A chapter's questions as its worksheet has them. The same chapter is always asked alike."""
    story = plays.rules.story
    found = [
        Asked(0, question(exercise, story, _SEED), _when(exercise), _after(exercise, plays))
        for exercise in exercises_of(plays.chapter, story)
    ]
    found.sort(key=lambda each: ((BEFORE, WHILE, AFTER).index(each.when), each.exercise.phase is Phase.REFLECT))
    return tuple(Asked(number, each.question, each.when, each.after) for number, each in enumerate(found, 1))


def _when(exercise: Exercise) -> str:
    if exercise.phase is Phase.PREDICT:
        return BEFORE
    return AFTER if exercise.after is None else WHILE


def _after(exercise: Exercise, plays: Plays) -> str:
    moments = plays.at.get(exercise.after or "")
    if not moments or exercise.after is None:
        return ""
    evaluator = Evaluator(plays.rules, moments[0])
    return plain_words(evaluator.inlines(plays.rules.story.scenes[exercise.after].title))


def after_scenes(asked: Sequence[Asked]) -> dict[str, list[int]]:
    """The numbers of the questions that follow each scene, and of those after the chapter."""
    found: dict[str, list[int]] = {}
    for each in asked:
        if each.when != BEFORE:
            scene = each.exercise.after if each.when == WHILE else None
            found.setdefault(scene or AT_THE_END, []).append(each.number)
    return found


def lettered(place: int) -> str:
    """The letter of a place in a list, from 0."""
    return ascii_lowercase[place % 26]


def codes(targets: Sequence[Line]) -> tuple[Code, ...]:
    """How the targets of an item stand on paper.

    As themselves, where they are short; by a mark of their own, such as F or 3, where they begin with one; or else
    by a letter.
    """
    if all(len(target.plain) <= _WORD for target in targets) and sum(len(t.plain) for t in targets) <= _CIRCLED:
        return tuple(Code(target.plain, target) for target in targets)
    if all(target.plain.startswith(f"{target.id}, ") for target in targets):
        return tuple(Code(target.id, target) for target in targets)
    return tuple(Code(lettered(place), target) for place, target in enumerate(targets))


def legends(asked: Question) -> Iterator[tuple[Code, ...]]:
    """Each list of codes that has to be explained, once."""
    seen: set[tuple[str, ...]] = set()
    for targets in asked.targets:
        found = codes(targets)
        ids = tuple(target.id for target in targets)
        if ids not in seen and any(code != target.plain for code, target in found):
            seen.add(ids)
            yield found
