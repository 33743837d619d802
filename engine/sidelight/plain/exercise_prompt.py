"""What can be typed where a question is asked, and what has to come first."""

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.exercise_answers import Entry
from sidelight.plain.matching import range_of
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.questions import SURENESS


def prompt_for(asking: Asking, entry: Entry) -> str:
    """What can be typed, as far as it is worth saying every time."""
    if entry.is_agreeing:
        return "yes or no: "
    if entry.is_writing:
        return "Write on; an empty line ends it, a full stop alone throws it away: "
    if asking.stage is Stage.SETTLED:
        count = len(asking.question.exercise.evidence)
        can = [f"Type {range_of(count)} to read what it rests on", "Enter to go on"]
    else:
        can = [_what_to_type(asking, entry.place), *(["h hint"] if asking.has_hint else [])]
        can += ["u takes the last back"] if entry.place else []
        can += [_what_s_does(asking), "r repeat"]
    return ", ".join([*can, "? help", "q quit"]) + ": "


def refusal(asking: Asking, later: str) -> str:
    """What is said to something that has to wait until the question is done with."""
    match asking.stage:
        case Stage.SETTLED:
            return f"First press Enter to go on; then {later}."
        case Stage.SURE:
            return f"First say how sure you are, or type s not to; then {later}."
        case Stage.OPEN if asking.tries:
            return f"First answer once more, or type s to see the answer; then {later}."
        case Stage.OPEN:
            return f"First answer, or type s to pass the question over; then {later}."


def _what_s_does(asking: Asking) -> str:
    if asking.stage is Stage.SURE:
        return "s not to say"
    return "s shows the answer" if asking.tries else "s passes it over"


def _what_to_type(asking: Asking, given: int) -> str:
    """What can be typed as an answer; to the item after so many that have been matched."""
    asked = asking.question
    if asking.stage is Stage.SURE:
        return f"Type {range_of(len(SURENESS))}"
    count = len(asked.items or asked.options)
    number = range_of(len(asked.targets[given]) if asked.targets else count)
    return {
        ExerciseKind.PICK: f"Type {number}",
        ExerciseKind.PICK_MANY: f"Type numbers from 1 to {count}, all on one line",
        ExerciseKind.MATCH: f"Type {number}",
        ExerciseKind.ORDER: f"Type the numbers 1 to {count} in order, on one line",
        ExerciseKind.SHORT: "Type your answer",
        ExerciseKind.NUMBER: "Type a whole number",
        ExerciseKind.RATE: f"Type {number}",
        ExerciseKind.WRITE: "Write; an empty line ends it",
    }[asked.exercise.kind]
