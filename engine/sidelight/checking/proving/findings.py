"""What the verdicts mean for an author: findings, each said once and where it is."""

from collections.abc import Iterator

from sidelight.checking.graph import led_to
from sidelight.checking.proving.conditions import check_branches, check_choice, check_condition
from sidelight.checking.proving.domains import check_domains
from sidelight.checking.proving.goals import Fate
from sidelight.checking.proving.items import ItemKind, Matter
from sidelight.checking.proving.traces import sealed, trace
from sidelight.checking.proving.verdicts import Bound, Outcome, Verdicts
from sidelight.checking.proving.words import listed
from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Note

_NOTES = 3


def report(verdicts: Verdicts, story: str, bound: Bound) -> Iterator[Diagnostic]:
    """Every finding. What can be seen without exploring has been said by then, and is not said again.

    `story` is what has to be typed to name the story, if anything.
    """
    yield from _traps(verdicts, story)
    led = led_to(verdicts.rules.story)
    for matter in verdicts.matters:
        match matter.kind:
            case ItemKind.DEAD_END:
                yield from _dead_end(verdicts, matter, story)
            case ItemKind.SCENE | ItemKind.ENDING if matter.name in led:
                yield from _scene(verdicts, matter)
            case ItemKind.ASIDE | ItemKind.EXERCISE:
                yield from _beside(verdicts, matter)
            case ItemKind.CHOICE:
                yield from check_choice(verdicts, matter)
            case ItemKind.TEXT | ItemKind.SHOWN:
                yield from check_condition(verdicts, matter)
            case ItemKind.EFFECT if verdicts.outcome(matter) is Outcome.WITNESSED:
                yield catalogue.EFFECT_STOPS_AT_END.at(
                    matter.span,
                    f"in some plays this would go beyond the end of the domain, and stops at it: `{matter.name}`",
                    help="nothing to do if that is meant; if not, widen the domain or put a condition on it",
                )
            case _:
                pass
    yield from check_branches(verdicts)
    yield from check_domains(verdicts)
    yield from _undecided(verdicts, bound)


def _undecided(verdicts: Verdicts, bound: Bound) -> Iterator[Diagnostic]:
    """One finding for each kind of thing that could not be decided, with the names."""
    for kind in ItemKind:
        matters = [each for each in verdicts.matters if each.kind is kind]
        open_ = [each for each in matters if verdicts.outcome(each) is Outcome.UNDECIDED]
        if open_:
            elsewhere = [each for each in open_ if each.span != open_[0].span]
            yield catalogue.UNDECIDED.at(
                open_[0].span,
                f"{len(open_)} × {kind.value} not decided: {', '.join(each.name for each in open_)}",
                *(Note(each.name, each.span) for each in elsewhere[:_NOTES]),
                Note(bound.why),
                help=bound.cure,
            )


def _dead_end(verdicts: Verdicts, matter: Matter, story: str) -> Iterator[Diagnostic]:
    if verdicts.outcome(matter) is not Outcome.WITNESSED:
        return
    witness = verdicts.witness(matter)
    assert witness is not None  # noqa: S101 - it is witnessed
    yield catalogue.DEAD_END.at(
        matter.span,
        f'a reader can be left in "{matter.name}" with nothing to choose',
        help="make it an ending, or leave one choice open whatever has happened",
        trace=trace(witness, story, sealed_at=sealed(witness.playthrough)),
    )


def _traps(verdicts: Verdicts, story: str) -> Iterator[Diagnostic]:
    """One finding for all scenes of a trap that lead to one another."""
    places = {
        verdicts.place(matter.name): matter
        for matter in verdicts.matters
        if matter.kind is ItemKind.TRAP and verdicts.outcome(matter) is Outcome.WITNESSED
    }
    while places:
        group = _connected(verdicts, next(iter(places)), set(places))
        witness = verdicts.trap_witness(group)
        assert witness is not None  # noqa: S101 - it is witnessed
        scene = witness.playthrough.scene
        assert scene is not None  # noqa: S101 - a trap is in a scene
        names = [places[place].name for place in sorted(group)]
        several = f"the scenes of this trap are {listed(names, 'and')}"
        yield catalogue.TRAP.at(
            scene.span,
            f'from "{scene.id}" a reader can go on for ever and never come to an ending',
            *([Note(several)] if len(names) > 1 else []),
            help="let one of the choices below lead out, whatever has happened",
            trace=trace(witness, story, trapped=True),
        )
        for place in group:
            del places[place]


def _connected(verdicts: Verdicts, place: int, places: set[int]) -> set[int]:
    pairs = {
        (move.source, move.target)
        for search in verdicts.searches
        for each in places
        for move in search.system.moves[each]
        if move.target in places
    }
    group = {place}
    while True:
        near = {other for pair in pairs if group & set(pair) for other in pair}
        if near <= group:
            return group
        group |= near


def _scene(verdicts: Verdicts, matter: Matter) -> Iterator[Diagnostic]:
    ending = matter.kind is ItemKind.ENDING
    if verdicts.outcome(matter) is Outcome.NEVER:
        kind = catalogue.ENDING_OUT_OF_REACH if ending else catalogue.SCENE_OUT_OF_REACH
        ways = [
            Note(f'"{choice.step}" would lead here', target.span)
            for scene in verdicts.rules.story.scenes.values()
            if scene.id != matter.name
            for choice in verdicts.rules.story.choices_at(scene)
            for target in choice.targets
            if target.scene == matter.name
        ]
        yield kind.at(
            matter.span,
            f'no play comes to {"the ending" if ending else "the scene"} "{matter.name}"',
            *ways[:_NOTES],
            help="see why nobody comes that way",
        )
    elif verdicts.known(matter.can, 0) is Fate.IMPOSSIBLE:
        yield catalogue.REACHED_ONLY_ALONE.at(
            matter.span,
            f'only where its chapter is played alone does anybody come to "{matter.name}"',
            help="lead the whole story to it too, or see what the chapter's `with` sets",
        )


def _beside(verdicts: Verdicts, matter: Matter) -> Iterator[Diagnostic]:
    if not matter.scenes or verdicts.outcome(matter) is not Outcome.NEVER:
        return
    aside = matter.kind is ItemKind.ASIDE
    kind = catalogue.ASIDE_OUT_OF_REACH if aside else catalogue.EXERCISE_OUT_OF_REACH
    scenes = listed([f'"{scene}"' for scene in sorted(matter.scenes)], "and")
    yield kind.at(
        matter.span,
        f'no reader {"is shown the aside" if aside else "meets the exercise"} "{matter.name}"',
        Note(f"it belongs to {scenes}, and no play comes to where it would be"),
    )
