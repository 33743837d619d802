"""Reading by lines with a class that votes by hands: the teacher types how many."""

from collections.abc import Iterator

from sidelight.plain.prose import sentence, words
from sidelight.plain.reader import LineReader
from sidelight.presenting.page import Page
from sidelight.presenting.sitting import Sitting
from sidelight.saving.settings import Preferences
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.votes import LARGER, Ballot, answer, hands_in_words, verdict, what_to_type

HELP = """\
Count the hands for each choice, and type them: 12 9 4, or one number at a time.
2=13: correct the count for choice 2. c: clear the count.
Enter: take the choice with the most hands. Or type the number of another.
take 2: take choice 2 without a vote.
??: everything else that can be typed."""
_WHAT_ELSE = "??"
_REST = "n notes, u go back, ? help, q quit"


class VoteReader(LineReader):
    """Answers one line at a time, and has every choice counted before it is taken."""

    def __init__(self, sitting: Sitting, liked: Preferences, classroom: Classroom) -> None:
        super().__init__(sitting, liked)  # what a class answers together is nobody’s, and not recorded
        self._recorder = classroom.recorder
        self._counted_on: Page | None = None
        self._ballot = Ballot.of(0)

    def arrive(self) -> Iterator[str]:
        """What is told where the sitting stands; the first time, how it is read in the back row."""
        if self._counted_on is None:
            yield LARGER
        yield from super().arrive()

    def prompt(self) -> str:
        """What can be typed, on a line of its own."""
        self._look()
        if self.is_asking or not self._ballot.hands:
            return super().prompt()
        return f"{what_to_type(self._ballot)}; {_REST}: "

    def answer(self, typed: str) -> Iterator[str]:
        """The paragraphs with which a line is answered."""
        self._look()
        if self.is_asking or not self._ballot.hands:
            yield from super().answer(typed)
            return
        outcome = answer(self._ballot, typed)
        if typed.lower() in ("?", "help"):
            yield HELP
        elif outcome is None:
            yield from super().answer("?" if typed == _WHAT_ELSE else typed)
        elif outcome.taken:
            yield from self._decide(outcome.taken)
        else:
            before, self._ballot = self._ballot, outcome.ballot
            yield from [outcome.said] if outcome.said else []
            if self._ballot != before:
                yield from self._tally()

    def _look(self) -> None:
        """Begin to count anew where another page has been come to."""
        if self._counted_on is not self._sitting.page:
            self._counted_on = self._sitting.page
            self._ballot = Ballot.of(len(self._sitting.page.open_offers))

    def _tally(self) -> Iterator[str]:
        """What has been counted, and what it comes to."""
        told = [
            f"{offer.number}. {sentence(words(offer.say))} {hands_in_words(hands).capitalize()}."
            for offer, hands in zip(self._sitting.page.open_offers, self._ballot.hands, strict=True)
            if hands is not None
        ]
        found = "\n".join(told), verdict(self._ballot)
        yield from (line for line in found if line)

    def _decide(self, number: int) -> Iterator[str]:
        page = self._sitting.page
        taken = page.open_offers[number - 1]
        if self._ballot.counted:
            steps = (offer.choice.step for offer in page.open_offers)
            counts = zip(steps, self._ballot.counted, strict=True)
            self._recorder.voted(counts, taken.choice.step, page.step)
        yield from self._take(taken)
