"""What is declared and then not used: variables nothing reads, asides nothing shows, sources nothing cites."""

from collections.abc import Iterator

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.expressions import Expression, reads
from sidelight.model.story import Choice, Scene, Story
from sidelight.model.texts import Written, expressions, marks


def check_unused(story: Story) -> Iterator[Diagnostic]:
    """Findings about what could be left out."""
    yield from _variables(story)
    yield from _asides(story)
    yield from _sources(story)


def _variables(story: Story) -> Iterator[Diagnostic]:
    for name in unused_variables(story):
        yield catalogue.UNUSED_VARIABLE.at(
            story.variables[name].span,
            f"nothing reads `{name}`",
            help="ask for it in a condition, show it, or take it out with the effects that set it",
        )


def unused_variables(story: Story) -> tuple[str, ...]:
    """The variables that nothing depends on. What is only read to set itself anew, as by `+=`, is such a one."""
    read = {name for each in _asking(story) for name in reads(each)}
    for scene in story.scenes.values():
        for effects in (scene.effects, *(choice.effects for choice in _choices(scene))):
            for effect in effects:
                read |= reads(effect.expression) - {effect.variable}
    return tuple(name for name, each in story.variables.items() if name not in read and each.shown is None)


def _choices(scene: Scene) -> Iterator[Choice]:
    yield from scene.own_choices
    if scene.offered is not None:
        yield scene.offered


def _asking(story: Story) -> Iterator[Expression]:
    """Every expression but those of effects."""
    for variable in story.variables.values():
        yield from _inserts(variable.label)
        yield from () if variable.shown is None else (variable.shown,)
    for passage in story.passages.values():
        yield from expressions(passage.text)
    for scene in story.scenes.values():
        yield from _inserts(scene.title, scene.place)
        yield from expressions(scene.text)
        for choice in _choices(scene):
            yield from _inserts(choice.say, choice.locked, choice.echo)
            conditions = (choice.when, *(target.condition for target in choice.targets))
            yield from (each for each in conditions if each is not None)


def _inserts(*several: Written | None) -> Iterator[Expression]:
    for written in several:
        yield from () if written is None else written.inserts


def _asides(story: Story) -> Iterator[Diagnostic]:
    shown = {id_ for scene in story.scenes.values() for id_ in (*scene.asides, *marks(scene.text))}
    shown.update(id_ for passage in story.passages.values() for id_ in marks(passage.text))
    for aside in story.asides.values():
        if aside.id not in shown:
            yield catalogue.UNUSED_ASIDE.at(
                aside.span,
                f'no scene shows the aside "{aside.id}"',
                help=f"mark words with it, `[words](aside:{aside.id})`, or name it in a scene's `asides:`",
            )


def _sources(story: Story) -> Iterator[Diagnostic]:
    cited = {id_ for aside in story.asides.values() for id_ in aside.sources}
    for exercise in story.exercises.values():
        cited.update(exercise.evidence)
        cited.update(id_ for option in exercise.options for id_ in option.sources)
    for source in story.sources.values():
        if source.id not in cited:
            yield catalogue.UNUSED_SOURCE.at(
                source.span,
                f'nothing cites the source "{source.id}"',
                help="name it in the `sources:` of an aside or the `evidence:` of an exercise, or take it out",
            )
