"""A story made ready to be played: how it starts, what it offers, what a choice does."""

from dataclasses import dataclass
from functools import cached_property

from sidelight.model.expressions import Condition, Expression
from sidelight.model.story import Choice, Scene, Story
from sidelight.model.values import Value
from sidelight.play.compile import Apply, Evaluate, Holds, compile_effects, compile_expression
from sidelight.play.state import OUTSIDE, Layout, State


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a playthrough begins. With a `chapter` it stays in it; a `scene` may be anywhere in the story."""

    scene: str | None = None
    chapter: str | None = None
    settings: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice as it stands now: open, or locked and shown with its reason. Hidden ones are not offered."""

    choice: Choice
    open: bool


class _Move:
    """What one choice does, compiled."""

    __slots__ = ("apply", "bit", "choice", "targets", "when")

    def __init__(self, choice: Choice, rules: "Rules") -> None:
        self.choice = choice
        self.when: Holds | None = None if choice.when is None else rules.compiled(choice.when)
        self.bit = rules.layout.bits.get(choice.step, 0)
        self.apply: Apply | None = compile_effects(choice.effects, rules.story, rules.layout)
        self.targets: tuple[tuple[Holds | None, str], ...] = tuple(
            (None if target.condition is None else rules.compiled(target.condition), target.scene)
            for target in choice.targets
        )

    def is_open(self, state: State) -> bool:
        if self.choice.once and state.taken & self.bit:
            return False
        return self.when is None or self.when(state)

    def target(self, state: State) -> str:
        """The first target that holds; the last has no condition, which loading has made sure of."""
        return next(scene for holds, scene in self.targets if holds is None or holds(state))


class Rules:
    """The rules of play of one story. Scenes are compiled when they are first entered."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.layout = Layout(story)
        self._moves: dict[str, tuple[_Move, ...]] = {}
        self._arrivals: dict[str, Apply | None] = {}
        self._compiled: dict[Expression, Evaluate] = {}

    def compiled(self, expression: Expression) -> Evaluate:
        """The expression as a function of the state."""
        found = self._compiled.get(expression)
        if found is None:
            found = self._compiled[expression] = compile_expression(expression, self.layout)
        return found

    def holds(self, condition: Condition, state: State) -> bool:
        """Whether a condition holds in a state."""
        return bool(self.compiled(condition)(state))

    def value(self, expression: Expression, state: State) -> Value:
        """What an expression gives in a state."""
        value: Value = self.compiled(expression)(state)
        return value

    def scene(self, state: State) -> Scene | None:
        """The scene of a state; None outside the chapter that is played alone."""
        return None if state.scene == OUTSIDE else self.story.scenes[self.layout.scene_ids[state.scene]]

    def values(self, state: State) -> dict[str, Value]:
        """The value of each variable, by name."""
        return dict(zip(self.layout.variables, state.values, strict=True))

    def start(self, beginning: Beginning = Beginning()) -> State:
        """The first state. Entering the first scene counts as any entering does."""
        settings: dict[str, Value] = {name: each.start for name, each in self.story.variables.items()}
        scene = beginning.scene or self.story.start
        if beginning.chapter is not None:
            chapter = self.story.chapters[beginning.chapter]
            settings.update(chapter.settings)
            scene = chapter.begins
        settings.update(beginning.settings)
        state = State(OUTSIDE, tuple(settings.values()), (0,) * len(self.layout.visits), 0)
        return self._arrive(state, scene)

    def offers(self, state: State) -> tuple[Offer, ...]:
        """What can be seen to choose here, in its order."""
        offers: list[Offer] = []
        for move in self._moves_at(state):
            is_open = move.is_open(state)
            taken = move.choice.once and state.taken & move.bit
            if is_open or (move.choice.locked is not None and not taken):
                offers.append(Offer(move.choice, is_open))
        return tuple(offers)

    def open_choices(self, state: State) -> tuple[Choice, ...]:
        """What can be chosen here, in its order."""
        return tuple(move.choice for move in self._moves_at(state) if move.is_open(state))

    def take(self, state: State, choice: Choice, *, within: str | None = None) -> State:
        """The state after an open choice. `within` names the chapter that is played alone."""
        move = next(each for each in self._moves_at(state) if each.choice is choice)
        if move.bit:
            state = state._replace(taken=state.taken | move.bit)
        if move.apply is not None:
            state = move.apply(state)
        target = move.target(state)
        if within is not None and self.story.scenes[target].chapter != within:
            return state._replace(scene=OUTSIDE)
        return self._arrive(state, target)

    def _arrive(self, state: State, target: str) -> State:
        """Move to a scene: chapter borders, the visit, and the scene's own effects."""
        before = self.scene(state)
        scene = self.story.scenes[target]
        if before is not None and before.chapter != scene.chapter:
            state = state._replace(values=self._reset(state.values, before.chapter, scene.chapter))
        state = state._replace(scene=self.layout.scenes[target])
        slot = self.layout.visits.get(target)
        if slot is not None:
            visits = list(state.visits)
            visits[slot] = min(visits[slot] + 1, self.layout.caps[target])
            state = state._replace(visits=tuple(visits))
        if target not in self._arrivals:
            self._arrivals[target] = compile_effects(scene.effects, self.story, self.layout)
        apply = self._arrivals[target]
        return state if apply is None else apply(state)

    def _reset(self, values: tuple[Value, ...], *chapters: str | None) -> tuple[Value, ...]:
        changed = list(values)
        for chapter in chapters:
            for slot, start in self._owned.get(chapter or "", ()):
                changed[slot] = start
        return tuple(changed)

    @cached_property
    def _owned(self) -> dict[str, list[tuple[int, Value]]]:
        """The slots and start values of each chapter's own variables."""
        owned: dict[str, list[tuple[int, Value]]] = {}
        for name, variable in self.story.variables.items():
            if variable.chapter is not None:
                owned.setdefault(variable.chapter, []).append((self.layout.slots[name], variable.start))
        return owned

    def _moves_at(self, state: State) -> tuple[_Move, ...]:
        scene = self.scene(state)
        if scene is None or scene.ending is not None:
            return ()
        moves = self._moves.get(scene.id)
        if moves is None:
            moves = tuple(_Move(choice, self) for choice in self.story.choices_at(scene))
            self._moves[scene.id] = moves
        return moves
