"""What stands out in what a class did: where it divided, what most got wrong, and where it could have looked."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from sidelight.teaching.report.figures import AnswerRow, ChoiceRow, answers, choices
from sidelight.teaching.report.learning import scene_of
from sidelight.teaching.report.sheet import FEWEST
from sidelight.teaching.report.tally import Tally


def by_scene(tally: Tally) -> list[tuple[ChoiceRow, ...]]:
    """The choices of each scene in which something was decided."""
    return [tuple(rows) for _, rows in groupby(choices(tally), key=lambda row: scene_of(row.step))]


def closest_votes(tally: Tally) -> list[tuple[ChoiceRow, ...]]:
    """The scenes in which the class divided, the most evenly divided first."""
    votes = [
        rows
        for rows in by_scene(tally)
        if _margin(rows) is not None and not tally.is_crossroads(scene_of(rows[0].step))
    ]
    return sorted(votes, key=_by_margin)


def _margin(rows: Iterable[ChoiceRow]) -> float | None:
    """How far the two largest sides are apart, as a share of all; None where it was no vote."""
    sides = sorted((row.taken for row in rows), reverse=True)
    total = sum(sides)
    if total < FEWEST or len(sides) == 1 or not sides[1]:
        return None
    return (sides[0] - sides[1]) / total


def _by_margin(rows: tuple[ChoiceRow, ...]) -> tuple[float, int]:
    return _margin(rows) or 0.0, -rows[0].of


def commonest_wrong(tally: Tally) -> list[AnswerRow]:
    """The wrong answers that enough of them gave, the commonest first."""
    wrong = [row for row in answers(tally) if row.right is False and row.learners >= FEWEST and row.why]
    return sorted(wrong, key=lambda row: (-row.learners, row.of))


def could_look(rows: Iterable[ChoiceRow], tally: Tally) -> bool:
    """Whether there was something to look at before choosing in a scene, and something to choose.

    There was another way if the story leaves two open to everybody, or if two were taken.
    """
    rows = tuple(rows)
    open_ways = sum(bool(row.taken) or tally.wording.is_open_to_all(row.step) for row in rows)
    looked = any(row.opened_a_note.part for row in rows)
    return open_ways > 1 and (looked or tally.wording.has_notes(scene_of(rows[0].step)))


def how_taken(hands: Mapping[str, int], taken: str) -> str:
    """How the choice that was taken stands to the hands that were counted."""
    most = max(hands.values(), default=0)
    if hands.get(taken, 0) < most:
        return "taken, against the count"
    return "taken, in a tie" if list(hands.values()).count(most) > 1 else "taken"
