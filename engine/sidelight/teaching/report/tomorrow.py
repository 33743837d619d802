"""What a teacher could ask next time, made from what stands out in what the class did."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sidelight.teaching.report.figures import ChoiceRow, endings
from sidelight.teaching.report.learning import scene_of
from sidelight.teaching.report.sheet import FEWEST
from sidelight.teaching.report.standing_out import closest_votes, commonest_wrong
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import prose
from sidelight.text.prose import shortened

_LONGEST = 90
"""Letters by which a question is known again: it stands in full on the same page."""


def to_ask(tally: Tally) -> Iterator[str]:
    """Questions for the class, the most telling first. Of a class too small for its page, of votes alone."""
    told = tally.learners >= FEWEST
    votes = closest_votes(tally) if told else []
    yield from (_of_vote(rows) for rows in votes[:1])
    yield from _of_wrong(tally) if told else ()
    yield from _of_hands(tally)
    yield from (_of_vote(rows) for rows in votes[1:2])
    yield from _of_endings(tally) if told else ()


def _of_vote(rows: tuple[ChoiceRow, ...]) -> str:
    first, second, *_ = sorted(rows, key=lambda row: -row.taken)
    return _divided(first.scene, {first.choice: first.taken, second.choice: second.taken})


def _divided(scene: str, sides: Mapping[str, int]) -> str:
    (one, so_many), (other, as_many) = sides.items()
    return (
        f"At “{scene}”, {so_many:,} of you were for “{one}” and {as_many:,} for “{other}”. What did you know "
        "then, and what would have made you choose the other?"
    )


def _of_wrong(tally: Tally) -> Iterator[str]:
    for row in commonest_wrong(tally)[:1]:
        prompt = row.part or prose(tally.wording.story.exercises[row.question].prompt)
        asked = shortened(prompt, _LONGEST)
        yield (
            f"To “{asked}”, {row.learners:,} of {row.of:,} said “{row.answer}”. What makes that look right, and "
            "what would you have to see to be sure?"
        )


def _of_hands(tally: Tally) -> Iterator[str]:
    """Of the closest vote by hands in which anybody was of another mind."""
    wording = tally.wording
    found: list[tuple[int, str]] = []
    for played in tally.votes:
        for vote in played.votes:
            hands: Counter[str] = Counter()
            for step, count in vote.counts:
                hands[wording.side(step)] += count
            sides = hands.most_common(2)
            if len(sides) > 1 and sides[1][1]:
                scene = wording.scene(scene_of(sides[0][0]), played.session.chapter)
                apart = sides[0][1] - sides[1][1]
                found.append((apart, _divided(scene, {wording.say(step): count for step, count in sides})))
    yield from (question for _, question in sorted(found, key=lambda each: each[0]))


def _of_endings(tally: Tally) -> Iterator[str]:
    reached = [row.ending for row in endings(tally)]
    if len(reached) > 1:
        yield f"Some of you came to {reached[0]} and some to {reached[1]}. Which step made the difference?"
    elif reached:
        yield f"All who came to an end came to {reached[0]}. Which step could have led elsewhere?"
