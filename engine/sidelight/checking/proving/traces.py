"""A route told step by step, and why nothing is open where it ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import join

from sidelight.checking.proving.words import entered, in_words
from sidelight.diagnostics.diagnostic import Change, Trace, TraceOffer, TraceStep
from sidelight.model.expressions import All, Chose, Expression, Read, Visits, walk
from sidelight.model.story import Choice
from sidelight.model.values import write_value
from sidelight.play.playthrough import Playthrough, Step
from sidelight.play.rules import Beginning, Rules
from sidelight.play.state import State
from sidelight.text.scan import scan

_LAP = 500
"""The length at which looking for the way round a trap is given up."""
_STATES = 2_000
"""How many states are looked at to find when a dead end could no longer be avoided."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A route that shows something: where it begins, its steps, and whether there is no shorter one."""

    beginning: Beginning
    steps: tuple[str, ...]
    shortest: bool
    playthrough: Playthrough

    @classmethod
    def of(cls, rules: Rules, beginning: Beginning, choices: Sequence[Choice], *, shortest: bool) -> "Witness":
        """The witness that takes some choices, each of which must be open when it is its turn."""
        playthrough = Playthrough.begin(rules, beginning)
        for choice in choices:
            assert choice in playthrough.rules.open_choices(playthrough.state), choice.step  # noqa: S101
            playthrough = playthrough.choose(choice)
        return cls(beginning, tuple(choice.step for choice in choices), shortest, playthrough)

    def command(self, story: str) -> str:
        """What to type to see it."""
        words = ["sidelight", "play", *([story] if story else [])]
        if self.beginning.chapter is not None:
            words += ["--chapter", self.beginning.chapter]
        return join([*words, "--route", ",".join(self.steps)] if self.steps else words)


def trace(witness: Witness, story: str, *, trapped: bool = False, sealed_at: int | None = None) -> Trace:
    """A witness in full. One that is trapped goes on until everything is as it was before."""
    playthrough, back_to = witness.playthrough, None
    if trapped:
        playthrough, back_to = _once_round(playthrough)
    steps = playthrough.steps()
    scene = playthrough.scene
    values = playthrough.rules.values(playthrough.state)
    shown = Witness(witness.beginning, tuple(step.choice.step for step in steps), witness.shortest, playthrough)
    return Trace(
        tuple(_step(playthrough.rules, step) for step in steps),
        witness.shortest,
        scene.id if scene is not None else "",
        tuple((name, write_value(value)) for name, value in values.items()),
        tuple(_offers(playthrough)),
        shown.steps,
        shown.command(story),
        witness.beginning.chapter,
        back_to,
        sealed_at,
    )


def _once_round(playthrough: Playthrough) -> tuple[Playthrough, int | None]:
    """Go on by the first open choice until a state comes again."""
    seen = {playthrough.state: playthrough.length}
    going = playthrough
    for _ in range(_LAP):
        going = going.choose(going.rules.open_choices(going.state)[0])
        if going.state in seen:
            return going, seen[going.state]
        seen[going.state] = going.length
    return playthrough, None


def sealed(playthrough: Playthrough) -> int | None:
    """The step of a play after which no ending could be reached any more, if that was before its last."""
    found = None
    for length in range(playthrough.length - 1, -1, -1):
        if not _hopeless(playthrough.rewind(length)):
            break
        found = length
    return found


def _hopeless(playthrough: Playthrough) -> bool:
    """Whether no ending can be reached from here. Said only if all that can be reached was looked at."""
    rules, within = playthrough.rules, playthrough.beginning.chapter
    seen, waiting = {playthrough.state}, [playthrough.state]
    while waiting:
        state = waiting.pop()
        scene = rules.scene(state)
        if scene is None or scene.ending is not None or len(seen) > _STATES:
            return False
        after = {rules.take(state, choice, within=within) for choice in rules.open_choices(state)} - seen
        seen |= after
        waiting.extend(after)
    return True


def _step(rules: Rules, step: Step) -> TraceStep:
    before, after = rules.values(step.before), rules.values(step.after)
    return TraceStep(
        step.choice.scene,
        label(rules, step.choice, step.before),
        step.choice.span,
        tuple(
            Change(name, write_value(value), write_value(after[name]))
            for name, value in before.items()
            if after[name] != value
        ),
    )


def label(rules: Rules, choice: Choice, state: State) -> str:
    """What a choice says in a state."""
    source, said, end = choice.say.source, "", 0
    for found, insert in zip(scan(source).inserts, choice.say.inserts, strict=True):
        said += source[end : found.begin - 1] + write_value(rules.value(insert, state))
        end = found.stop + 1
    return (said + source[end:]).replace("\\{", "{").replace("\\}", "}")


def _offers(playthrough: Playthrough) -> Iterator[TraceOffer]:
    rules, state, scene = playthrough.rules, playthrough.state, playthrough.scene
    if scene is None or scene.ending is not None:
        return
    opens = rules.open_choices(state)
    for choice in rules.story.choices_at(scene):
        needs, now = ("", "") if choice in opens else _closed(rules, choice, state)
        yield TraceOffer(label(rules, choice, state), choice.span, needs, now)


def _closed(rules: Rules, choice: Choice, state: State) -> tuple[str, str]:
    """What a closed choice needs, and how that stands."""
    if choice.when is None or rules.holds(choice.when, state):
        return "not to have been chosen before", "it has been"
    failing = choice.when
    while isinstance(failing, All):
        failing = next(part for part in failing.parts if not rules.holds(part, state))
    return in_words(failing), ", ".join(_standing(rules, failing, state))


def _standing(rules: Rules, expression: Expression, state: State) -> list[str]:
    """How each thing stands that an expression reads."""
    found: dict[str, None] = {}
    for node in walk(expression):
        match node:
            case Read(variable):
                found[f"{variable} is {write_value(rules.value(node, state))}"] = None
            case Chose(step):
                found[f"{step} has {'' if rules.holds(node, state) else 'not '}been chosen"] = None
            case Visits(scene):
                visits = state.visits[rules.layout.visits[scene]]
                found[f"{scene} has {entered([visits], rules.layout.caps[scene])}"] = None
            case _:
                pass
    return list(found)
