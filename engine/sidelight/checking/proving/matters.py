"""Everything of a story that is decided, asked of one search: scenes, choices, effects, values, exercises."""

from sidelight.checking.proving.items import Asker, ItemKind
from sidelight.checking.proving.slots import Box
from sidelight.checking.proving.system import open_boxes
from sidelight.checking.proving.texts import ask_of_kept, ask_of_scene
from sidelight.checking.proving.words import effect_in_words
from sidelight.model.expressions import Literal
from sidelight.model.story import Choice, Effect, Scene
from sidelight.model.values import Variable, Whole, write_value


def ask_everything(asker: Asker) -> None:
    """Ask the search that an asker has turned to about everything in its story."""
    ask_of_kept(asker)
    for place, scene in enumerate(asker.story.scenes.values()):
        inside = asker.search.system.chapter in (None, scene.chapter)
        _scene(asker, place if inside else None, scene)
    for name in asker.story.asides:
        asker.aside(name)
    _exercises(asker)
    for variable in asker.story.variables.values():
        _values(asker, variable)


def _scene(asker: Asker, place: int | None, scene: Scene) -> None:
    kind = ItemKind.SCENE if scene.ending is None else ItemKind.ENDING
    asker.ask(asker.matter(kind, scene.id, scene.id, scene.span).can, place)
    ask_of_scene(asker, place, scene)
    for aside in scene.asides:
        asker.ask(asker.aside(aside, scene).can, place)
    for effect in scene.effects:
        _effect(asker, effect)
    if scene.ending is not None:
        return
    choices = asker.story.choices_at(scene)
    opens = [box for choice in choices for box in open_boxes(asker.slots, choice)]
    asker.ask(asker.matter(ItemKind.DEAD_END, scene.id, scene.id, scene.span).can, place, unless=opens)
    asker.matter(ItemKind.TRAP, scene.id, scene.id, scene.span)
    for choice in choices:
        _choice(asker, place, choice)


def _choice(asker: Asker, place: int | None, choice: Choice) -> None:
    matter = asker.matter(ItemKind.CHOICE, choice.step, choice.step, choice.span, choice)
    asker.ask(matter.can, place, open_boxes(asker.slots, choice))
    mark = asker.slots.taken(choice.step)
    unused: Box = {mark: 1} if choice.once and mark is not None else {}
    if choice.when is not None:
        matter.condition, matter.fails = choice.when, matter.fails or asker.question()
        asker.ask(matter.fails, place, (unused,), asker.slots.boxes(choice.when))
    for branch, target in enumerate(choice.targets) if len(choice.targets) > 1 else ():
        name = f"{choice.step} to {target.scene}"
        found = asker.matter(ItemKind.TARGET, (choice.step, branch), name, target.span, choice)
        found.condition, found.group = target.condition, id(choice)
        moves = () if place is None else asker.search.system.moves[place]
        ways = [move.box for move in moves if move.choice is choice and move.branch == branch]
        asker.ask(found.can, place, ways)
    for effect in choice.effects:
        _effect(asker, effect)


def _effect(asker: Asker, effect: Effect) -> None:
    domain, system = asker.story.variables[effect.variable].domain, asker.search.system
    if not isinstance(domain, Whole) or isinstance(effect.expression, Literal):
        return
    matter = asker.matter(ItemKind.EFFECT, id(effect), effect_in_words(effect), effect.span)
    for place, boxes in system.notes[id(effect)].items():
        asker.ask(matter.can, place, boxes, fine=True)
    if id(effect) in system.noted_at_start:
        asker.ask(matter.can, system.first)


def _values(asker: Asker, variable: Variable) -> None:
    slot, system = asker.slots.variable(variable.name), asker.search.system
    for number, value in enumerate(variable.domain.values):
        name = f"{variable.name} == {write_value(value)}"
        matter = asker.matter(ItemKind.VALUE, (variable.name, value), name, variable.span, variable)
        matter.value = value
        for place, boxes in system.notes[slot, number].items():
            asker.ask(matter.can, place, boxes, fine=True)
        if (slot, number) in system.noted_at_start:
            asker.ask(matter.can, system.first)


def _exercises(asker: Asker) -> None:
    """An exercise is met after a choice, or below an ending: of a scene, or at the end of its chapter."""
    system = asker.search.system
    chapters = [None if scene is None else scene.chapter for scene in system.scenes]
    for exercise in asker.story.exercises.values():
        if exercise.after is None and exercise.chapter is None:
            continue  # met in review, whatever was played
        matter = asker.matter(ItemKind.EXERCISE, exercise.id, exercise.id, exercise.span)
        for place, scene in enumerate(asker.story.scenes.values()):
            if exercise.after != scene.id if exercise.after else exercise.chapter != scene.chapter:
                continue
            matter.scenes.add(scene.id)
            if system.chapter in (None, scene.chapter):
                moves = system.moves[place]
                leaving = [move.box for move in moves if exercise.after or chapters[move.target] != scene.chapter]
                asker.ask(matter.can, place, ({},) if scene.ending else leaving)
