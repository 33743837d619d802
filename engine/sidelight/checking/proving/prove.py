"""The proof of a story: everything in it decided, as far as the limits allow, and what is wrong with it."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import partial

from sidelight.checking.proving.findings import report
from sidelight.checking.proving.goals import Fate
from sidelight.checking.proving.items import Asker, ItemKind
from sidelight.checking.proving.matters import ask_everything
from sidelight.checking.proving.search import Effort, Search
from sidelight.checking.proving.slots import Slots
from sidelight.checking.proving.system import MOST_MOVES
from sidelight.checking.proving.verdicts import Bound, Item, Outcome, Verdicts
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.play.rules import Rules

_NOT_TO_THE_END = Bound("it was stopped", "let it go on to its end")
_OUT_OF_TIME = Bound("the time was up", "give it more with `--seconds`")
_REFUTED = {
    ItemKind.DEAD_END: Outcome.WITNESSED,
    ItemKind.TRAP: Outcome.WITNESSED,
    ItemKind.SCENE: Outcome.NEVER,
    ItemKind.ENDING: Outcome.NEVER,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far to go. `states` is how many sets of states may be held at a time: the nodes of diagrams."""

    states: int | None = None
    out_of_time: Callable[[], bool] = lambda: False

    @property
    def effort(self) -> Effort:
        """The effort they allow: what is not said to be `states` is in proportion to them."""
        usual = Effort()
        if self.states is None:
            return usual
        return Effort(*(max(1, each * self.states // usual.forward) for each in astuple(usual)))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a proof is."""

    doing: str
    chapter: str | None
    """The chapter that is looked at as it is played alone; None for the whole story."""
    nodes: int
    decided: int
    items: int


@dataclass(frozen=True, slots=True)
class Start:
    """What was covered from one start: the story's, or that of a chapter played alone."""

    chapter: str | None
    every_state: bool
    states: int | None
    """How many states play can be in, where they were counted."""
    different: int | None
    """How many of them differ in anything that can still be seen, where every state was covered."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was found out."""

    proved: int
    witnessed: int
    undecided: int
    refuted: bool
    """Whether there is what no story may have: a dead end, a trap, a scene or an ending out of reach."""
    starts: tuple[Start, ...]
    stopped: str
    """Why it was cut short, in words; empty if it was not."""

    @property
    def every_state(self) -> bool:
        """Whether every state was covered, from every start."""
        return all(start.every_state for start in self.starts)

    @property
    def states(self) -> int | None:
        """How many states the story has from its own start, where they were counted."""
        return self.starts[0].states


class Proof:
    """A proof in the making. What has been decided can be asked for at any time; `run` goes on with it.

    `story` is what the reader of a finding has to type to name the story, if anything.
    """

    def __init__(
        self, rules: Rules, limits: Limits = Limits(), *, story: str = "", effort: Effort | None = None
    ) -> None:
        self._limits, self._story = limits, story
        self._effort = effort or limits.effort
        self._stopped: Bound | None = _NOT_TO_THE_END
        slots = Slots(rules)
        # Every operation on a diagram calls itself once for each level, and there are at most as many as slots.
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 1_000 + 3 * len(slots.sizes)))
        chapters: list[str | None] = [None, *rules.story.chapters]
        asker = Asker(rules.story, slots, len(chapters))
        self._searches = [Search(rules, slots, chapter, self._effort) for chapter in chapters]
        for start, search in enumerate(self._searches):
            asker.turn_to(start, search)
            ask_everything(asker)
        self._verdicts = Verdicts(rules, slots, self._searches, tuple(asker.all.values()))

    def run(self) -> Iterator[Progress]:
        """Go on, and say now and then how far it is. Whoever does not ask again stops it."""
        with _collector_off():
            yield from self._run()

    def _run(self) -> Iterator[Progress]:
        matters = self._verdicts.matters
        questions = [question for matter in matters for question in matter.questions]
        for start, search in enumerate(self._searches):
            wanted = [question.goals[start] for question in questions if question.fate() is not Fate.POSSIBLE]
            doing, decided = "", 0
            for now in search.settle(wanted):
                if now != doing:
                    outcomes = [self._verdicts.outcome(matter) for matter in matters]
                    doing, decided = now, len(outcomes) - outcomes.count(Outcome.UNDECIDED)
                nodes = 0 if search.explored is None else len(search.explored.frame.diagrams.nodes)
                yield Progress(now, search.system.chapter, nodes, decided, len(matters))
                if self._limits.out_of_time():
                    self._stopped = _OUT_OF_TIME
                    return
        self._stopped = None

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that was to be decided, with what is known of it."""
        self._verdicts.harvest()
        return tuple(
            Item(
                matter.kind,
                matter.name,
                matter.span,
                outcome,
                self._bound.why if outcome is Outcome.UNDECIDED else "",
                partial(self._verdicts.witness, matter),
            )
            for matter in self._verdicts.matters
            for outcome in (self._verdicts.outcome(matter),)
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the story, and what could not be decided."""
        self._verdicts.harvest()
        return tuple(report(self._verdicts, self._story, self._bound))

    @property
    def summary(self) -> Summary:
        """How much was found out."""
        items = self.items
        outcomes = [item.outcome for item in items]
        undecided = outcomes.count(Outcome.UNDECIDED)
        witnessed = outcomes.count(Outcome.WITNESSED)
        return Summary(
            len(outcomes) - undecided - witnessed,
            witnessed,
            undecided,
            any(item.outcome is _REFUTED.get(item.kind) for item in items),
            tuple(self._start(search) for search in self._searches),
            self._bound.why if self._stopped or undecided else "",
        )

    @property
    def _bound(self) -> Bound:
        effort, partial = self._effort, {step for search in self._searches for step in search.system.partial}
        if partial and self._stopped is None:
            return Bound(
                f"what these choose comes apart into more than {MOST_MOVES:,} cases: {', '.join(sorted(partial))}",
                "spread the effects over several choices, or narrow the domains of what they read",
            )
        too_few = (
            f"{effort.forward:,} sets of states were too few to follow every play, "
            f"and {effort.stubborn:,} from one thing or {effort.altogether:,} from all to look back"
        )
        return self._stopped or Bound(too_few, "give it more with `--states`, or let the story remember less")

    def _start(self, search: Search) -> Start:
        different, states = (
            each.count() if each is not None and each.complete and not search.system.partial else None
            for each in (search.explored, search.counted)
        )
        return Start(search.system.chapter, different is not None, states, different)


@contextmanager
def _collector_off() -> Iterator[None]:
    """No cycle is made while proving, and looking for them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
