"""What makes a question worth asking: its options, what is said to each, its evidence, and how many there are.

The rules are those of teaching by questions: a wrong option is remembered unless it is answered, one that stands
out gives the answer away, and a class that is only ever asked to doubt learns to doubt everything.
"""

import re
from collections import Counter
from collections.abc import Iterator

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.exercises import Exercise, ExerciseKind, Matched, Phase
from sidelight.model.ladders import targets_of
from sidelight.model.placing import chapter_of
from sidelight.model.story import Story

FEWEST, MOST = 3, 4
"""Options of a `pick`."""
TRUE_OR_FALSE = frozenset(("true", "false"))
"""The ids of a `pick` that has only two."""
LONGER = 1.5
"""How much longer than the others, on average, an option may be."""
_SHORT = 24
"""Characters: up to here nobody sees that an option is the longest."""
AFTER_A_SCENE, IN_A_CHAPTER = 2, 5
"""Checks that a reader meets."""
STANDS = 2
"""So many rungs of a ladder, from its top, are of what may be run."""
RUN = frozenset(("run", "true"))
"""Ids of options and targets by which a thing is let stand."""

_ABOVE = re.compile(r"\bof the above\b|^\W*(?:all|both|none) of (?:these|those|them)\W*$", re.IGNORECASE)


def check_questions(story: Story) -> Iterator[Diagnostic]:
    """Findings about exercises that can be answered, and could be better."""
    for exercise in story.exercises.values():
        yield from _options(exercise)
        yield from _feedback(exercise)
        yield from _evidence(exercise)
    yield from _too_many(story)
    yield from _nothing_stands(story)


def _options(exercise: Exercise) -> Iterator[Diagnostic]:
    ids = {option.id for option in exercise.options}
    if exercise.kind is ExerciseKind.PICK and ids != TRUE_OR_FALSE and not FEWEST <= len(ids) <= MOST:
        yield catalogue.OPTION_COUNT.at(
            exercise.span,
            f'"{exercise.id}" has {_many(len(ids), "option")}, and a `pick` is best with three or four',
            help="take out those that nobody would choose, or think of what somebody might",
        )
    yield from _longest(exercise)
    for option in exercise.options:
        if _ABOVE.search(option.text):
            yield catalogue.OPTION_ABOUT_OPTIONS.at(
                exercise.span,
                f'option "{option.id}" of "{exercise.id}" is about the other options',
                help="say what it states; or ask with a `pick-many`, of which any number may be right",
            )


def _longest(exercise: Exercise) -> Iterator[Diagnostic]:
    lengths = sorted(len(option.text) for option in exercise.options)
    if len(lengths) < 2 or lengths[-1] <= _SHORT:  # noqa: PLR2004 - one alone is longer than no other
        return
    others = sum(lengths[:-1]) / (len(lengths) - 1)
    if lengths[-1] > LONGER * others:
        (longest, *_) = (option for option in exercise.options if len(option.text) == lengths[-1])
        yield catalogue.OPTION_STANDS_OUT.at(
            exercise.span,
            f'option "{longest.id}" of "{exercise.id}" has {lengths[-1]} characters, and the others {others:.0f} '
            "on average",
            help="shorten it, or say as much in the others; the longest is taken to be the right one",
        )


def _feedback(exercise: Exercise) -> Iterator[Diagnostic]:
    parts = [("option", option.id, option.why) for option in exercise.options]
    if exercise.kind is ExerciseKind.MATCH:
        parts += [("item", item.id, item.why) for item in exercise.items]
    for word, id_, why in parts:
        if not why:
            yield catalogue.NO_FEEDBACK.at(
                exercise.span,
                f'nothing is said to {word} "{id_}" of "{exercise.id}"',
                help="write its `why`: what speaks for it, and what against",
            )
    typed = exercise.kind in (ExerciseKind.SHORT, ExerciseKind.NUMBER, ExerciseKind.ORDER)
    told = exercise.feedback.keys() & {"wrong", "always"}
    answered = bool(exercise.items) and all(item.why for item in exercise.items)
    if typed and not told and not answered:
        yield catalogue.NO_FEEDBACK.at(
            exercise.span,
            f'nothing is said to a wrong answer to "{exercise.id}"',
            help="write its `feedback:`, with `wrong` or `always`",
        )


def _evidence(exercise: Exercise) -> Iterator[Diagnostic]:
    if not exercise.points:
        return
    if not exercise.evidence:
        yield catalogue.NO_EVIDENCE.at(
            exercise.span,
            f'"{exercise.id}" is marked, and nothing is named that shows its answer',
            help="name sources or asides in its `evidence:`",
        )
    for option in exercise.options:
        if not (option.right or option.sources or option.claim):
            yield catalogue.OPTION_WITHOUT_OWNER.at(
                exercise.span,
                f'nothing says where option "{option.id}" of "{exercise.id}" comes from',
                help="name its `sources`, or the `claim` it is about; a wrong option is never an invented fact",
            )


def _too_many(story: Story) -> Iterator[Diagnostic]:
    scenes: Counter[str] = Counter()
    chapters: Counter[str] = Counter()
    for exercise in story.exercises.values():
        met = exercise.after or exercise.chapter
        if exercise.phase is not Phase.CHECK or met is None:
            continue
        scenes[exercise.after or ""] += 1
        if exercise.after and scenes[exercise.after] == AFTER_A_SCENE + 1:
            yield catalogue.TOO_MANY_CHECKS.at(
                exercise.span,
                f'more than {AFTER_A_SCENE} checks are met after "{exercise.after}"',
                help="leave the rest for review, without `after`, or put them after other scenes",
            )
        chapter = chapter_of(exercise, story) or ""
        chapters[chapter] += 1
        if chapter and chapters[chapter] == IN_A_CHAPTER + 1:
            yield catalogue.TOO_MANY_CHECKS.at(
                exercise.span,
                f'more than {IN_A_CHAPTER} checks are met in chapter "{chapter}"',
                help="leave the rest for review, without `after` and `chapter`",
            )


def _nothing_stands(story: Story) -> Iterator[Diagnostic]:
    """One finding for each chapter with marked exercises of which none says that something may be run."""
    asked: dict[str | None, Exercise] = {}
    standing: set[str | None] = set()
    for exercise in story.exercises.values():
        if exercise.points:
            chapter = chapter_of(exercise, story)
            asked.setdefault(chapter, exercise)
            if _lets_something_stand(exercise, story):
                standing.add(chapter)
    for chapter, first in asked.items():
        if chapter not in standing:
            where = f'chapter "{chapter}"' if chapter in story.chapters else "this story"
            yield catalogue.NOTHING_STANDS.at(
                first.span,
                f"no exercise of {where} has for its right answer that something stands",
                help="ask about one that does: with an answer from the first two steps of a ladder, or with `run` "
                "or `true` for the id of what is right",
            )


def _lets_something_stand(exercise: Exercise, story: Story) -> bool:
    if any(option.right and option.id in RUN for option in exercise.options):
        return True
    return any(_may_be_run(exercise, item, story) for item in exercise.items)


def _may_be_run(exercise: Exercise, item: Matched, story: Story) -> bool:
    targets = targets_of(exercise, item, story.grades)
    on_ladder = (item.ladder or exercise.ladder) is not None
    best = list(targets)[:STANDS] if on_ladder else [target for target in targets if target in RUN]
    return not set(best).isdisjoint(item.answers)


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
