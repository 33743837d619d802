"""What can only be checked when the whole story has been read."""

from collections.abc import Iterator

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Note
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.scope import Scope
from sidelight.model.ladders import GRADES
from sidelight.model.story import Story
from sidelight.model.texts import passages
from sidelight.text.spans import Span


def check_whole(story: Story, scope: Scope) -> Iterator[Diagnostic]:
    """Findings about how the parts of a story fit together."""
    yield from _endings(story)
    yield from _offers(story)
    yield from _steps(story, scope)
    yield from _earlier_ids(story)
    yield from _chapters(story)
    yield from _circular_passages(story)
    yield from _exercises(story)


def _endings(story: Story) -> Iterator[Diagnostic]:
    for scene in story.scenes.values():
        if scene.ending and (choices := story.choices_at(scene)):
            yield catalogue.ENDING_WITH_CHOICES.at(
                scene.span,
                f'"{scene.id}" is an ending, and has choices',
                Note("one of them is here", choices[0].span),
                help="take out its `ending:`, or its choices and the scenes that offer themselves at it",
            )


def _offers(story: Story) -> Iterator[Diagnostic]:
    for at, offers in story.offers_at.items():
        own = story.scenes[at].own_choices if at in story.scenes else ()
        places: dict[str, Span] = {choice.id.lower(): choice.span for choice in own}
        for offer in offers:
            first = places.setdefault(offer.id.lower(), offer.span)
            if first != offer.span:
                yield catalogue.REPEATED_ID.at(
                    offer.span,
                    f'two ways on from "{at}" have the id "{offer.id}"',
                    Note("the first is here", first),
                    help="give one of them an `id:` of its own",
                )


def _steps(story: Story, scope: Scope) -> Iterator[Diagnostic]:
    steps = {choice.step for scene in story.scenes.values() for choice in story.choices_at(scene)}
    for reference in scope.steps:
        scene = reference.step.rpartition("/")[0]
        if reference.step not in steps and scope.whole and scene not in scope.incomplete:
            yield catalogue.UNKNOWN_CHOICE.at(
                reference.span,
                f'there is no choice "{reference.step}"',
                help=did_you_mean(reference.step, steps) or "write the scene's id, a slash, and the choice's id",
            )


def _earlier_ids(story: Story) -> Iterator[Diagnostic]:
    taken: dict[str, Span] = {id_.lower(): scene.span for id_, scene in story.scenes.items()}
    for scene in story.scenes.values():
        for earlier in scene.was:
            first = taken.setdefault(earlier.lower(), scene.span)
            if first is not scene.span:
                yield catalogue.REPEATED_ID.at(
                    scene.span,
                    f'"{scene.id}" was "{earlier}" once, and that is the id of another scene',
                    Note("the other is here", first),
                    help="an id once used stays with its scene: old saves still mean it",
                )


def _chapters(story: Story) -> Iterator[Diagnostic]:
    for chapter in story.chapters.values():
        begins = story.scenes.get(chapter.begins)
        if begins is not None and begins.chapter != chapter.id and begins.chapter in story.chapters:
            yield catalogue.UNKNOWN_SCENE.at(
                chapter.span,
                f'chapter "{chapter.id}" begins with "{chapter.begins}", which belongs to another chapter',
                help="begin it with one of its own scenes",
            )


def _circular_passages(story: Story) -> Iterator[Diagnostic]:
    for passage in story.passages.values():
        seen: set[str] = set()
        waiting = list(passages(passage.text))
        while waiting:
            name = waiting.pop()
            if name == passage.id:
                yield catalogue.PASSAGE_IN_ITSELF.at(
                    passage.span,
                    f'passage "{passage.id}" contains itself',
                    help="take one of the two out of the other",
                )
                break
            if name not in seen and name in story.passages:
                seen.add(name)
                waiting.extend(passages(story.passages[name].text))


def _exercises(story: Story) -> Iterator[Diagnostic]:
    for exercise in story.exercises.values():
        scene = story.scenes.get(exercise.after or "")
        if scene is not None and scene.quiet:
            yield catalogue.BAD_EXERCISE.at(
                exercise.span,
                f'exercise "{exercise.id}" would follow "{scene.id}", which is quiet',
                Note("the scene is here", scene.span),
                help="place it after another scene, or take `quiet` from this one",
            )
        for item in exercise.items:
            wrong = [answer for answer in item.answers if answer not in story.grades]
            if wrong and (item.ladder or exercise.ladder) == GRADES:
                yield catalogue.BAD_EXERCISE.at(
                    exercise.span,
                    f'item "{item.id}" is answered by "{wrong[0]}", which is not among the grades',
                    help=f"the grades are {', '.join(story.grades)}",
                )
