"""A playthrough: rules and a route. It is a value: choosing, undoing and rewinding each give another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sidelight.model.story import Choice, Scene
from sidelight.play.rules import Beginning, Offer, Rules
from sidelight.play.state import OUTSIDE, State


class Step(NamedTuple):
    """One taken choice, and the step before it: a route is shared by all that go on from it."""

    choice: Choice
    before: State
    after: State
    earlier: "Step | None"
    number: int
    """How many steps the route has, this one included."""


@dataclass(frozen=True, slots=True)
class Playthrough:
    """Where a reader is and how she came there. Keeping a step costs the same however long the route."""

    rules: Rules
    beginning: Beginning
    first: State
    last: Step | None = None

    @classmethod
    def begin(cls, rules: Rules, beginning: Beginning = Beginning()) -> "Playthrough":  # noqa: B008 - frozen
        """A playthrough with no step taken."""
        return cls(rules, beginning, rules.start(beginning))

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.first if self.last is None else self.last.after

    @property
    def scene(self) -> Scene | None:
        """The scene it stands in; None if it has left the chapter it was to stay in."""
        return self.rules.scene(self.state)

    @property
    def length(self) -> int:
        """How many steps have been taken."""
        return 0 if self.last is None else self.last.number

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be seen to choose."""
        return self.rules.offers(self.state)

    @property
    def ended(self) -> bool:
        """Whether this is an ending, or the border of a chapter played alone."""
        scene = self.scene
        return scene is None or scene.ending is not None

    def choose(self, choice: Choice) -> "Playthrough":
        """The playthrough after an open choice."""
        after = self.rules.take(self.state, choice, within=self.beginning.chapter)
        step = Step(choice, self.state, after, self.last, self.length + 1)
        return Playthrough(self.rules, self.beginning, self.first, step)

    def undo(self) -> "Playthrough":
        """The playthrough before its last step; itself if there is none."""
        if self.last is None:
            return self
        return Playthrough(self.rules, self.beginning, self.first, self.last.earlier)

    def rewind(self, length: int) -> "Playthrough":
        """The playthrough as it was after so many steps."""
        last = self.last
        while last is not None and last.number > length:
            last = last.earlier
        return Playthrough(self.rules, self.beginning, self.first, last)

    def steps(self) -> tuple[Step, ...]:
        """The steps in the order they were taken."""
        return tuple(reversed(tuple(self._steps_back())))

    def _steps_back(self) -> Iterator[Step]:
        step = self.last
        while step is not None:
            yield step
            step = step.earlier

    @property
    def left_chapter(self) -> bool:
        """Whether a chapter was played alone and has been left."""
        return self.state.scene == OUTSIDE
