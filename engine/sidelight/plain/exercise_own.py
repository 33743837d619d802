"""What means something to every question, and how an answer is given that would be taken for that."""

from sidelight.plain.help import letter_of
from sidelight.teaching.questions import Question

AS_IT_IS = "="
"""What stands before an answer that would be taken for a command."""
GO_ON = ("", "s", "skip", "c")
OWN = (*GO_ON, "?", "help", "r", "repeat", "h", "hint")
"""What means something to a question whatever it means elsewhere."""
TELLS_OF_SIGN = "An answer that is also a command is given after an equals sign, as in = help."
_TAKEN = {*OWN} - {"", "c"}
"""Which of these are no answer as long as the question is open."""


def needs_sign(asked: Question) -> bool:
    """Whether an answer would be taken for a command where it is typed as it is shown, or as it is accepted."""
    shown = {line.plain for lines in asked.targets or (asked.options or asked.items,) for line in lines}
    return any(_is_command(each) for each in shown) or any(
        letter_of(each) == "q" or each.lower() in _TAKEN for each in asked.exercise.answer.accept
    )


def _is_command(shown: str) -> bool:
    """Whether it is a letter that is a command, or the word that leaves: other words are an answer first."""
    return letter_of(shown) == "q" or (len(shown) == 1 and bool(letter_of(shown) or shown.lower() in _TAKEN))
