"""What the verdicts mean for an author: findings, each said once and where it is."""

from collections.abc import Iterator
from functools import partial

from sidelight.checking.proving.goals import Fate
from sidelight.checking.proving.items import ItemKind, Matter
from sidelight.checking.proving.reasons import reason
from sidelight.checking.proving.traces import sealed, trace
from sidelight.checking.proving.verdicts import Outcome, Verdicts
from sidelight.checking.proving.words import in_words, listed
from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Note
from sidelight.model.expressions import Expression
from sidelight.model.story import Choice
from sidelight.model.values import Variable, write_value

_NAMED = 40
"""How many undecided things of one kind are named."""
_NOTES = 3


def report(verdicts: Verdicts, story: str, bound: str) -> Iterator[Diagnostic]:
    """Every finding."""
    reporter = _Reporter(verdicts, story)
    yield from reporter.findings()
    yield from _undecided(verdicts, bound)


def _undecided(verdicts: Verdicts, bound: str) -> Iterator[Diagnostic]:
    """One finding for each kind of thing that could not be decided, with the names."""
    for kind in ItemKind:
        open_ = [
            each for each in verdicts.matters if each.kind is kind and verdicts.outcome(each) is Outcome.UNDECIDED
        ]
        if open_:
            names = ", ".join(each.name for each in open_[:_NAMED])
            more = f" and {len(open_) - _NAMED} more" if len(open_) > _NAMED else ""
            yield catalogue.UNDECIDED.at(
                open_[0].span,
                f"{len(open_)} × {kind.value} not decided: {names}{more}",
                Note(f"{bound}"),
                help="give it more with `--states` or `--seconds`, or make the story remember less at a time",
            )


class _Reporter:
    def __init__(self, verdicts: Verdicts, story: str) -> None:
        self._verdicts = verdicts
        self._story = story
        self._rules = verdicts.rules
        self._outcomes = {id(matter): verdicts.outcome(matter) for matter in verdicts.matters}

    def findings(self) -> Iterator[Diagnostic]:
        yield from self._traps()
        for matter in self._verdicts.matters:
            yield from self._one(matter)
        for kind in (ItemKind.TARGET, ItemKind.BRANCH):
            yield from self._branches(kind)
        for variable in self._rules.story.variables.values():
            yield from self._values(variable)

    def _one(self, matter: Matter) -> Iterator[Diagnostic]:
        never = self._outcomes[id(matter)] is Outcome.NEVER
        match matter.kind:
            case ItemKind.DEAD_END if not never and self._outcomes[id(matter)] is Outcome.WITNESSED:
                yield from self._dead_end(matter)
            case ItemKind.SCENE | ItemKind.ENDING:
                yield from self._scene(matter)
            case ItemKind.ASIDE | ItemKind.EXERCISE if never and matter.scenes:
                yield self._beside(matter)
            case ItemKind.CHOICE:
                yield from self._choice(matter)
            case ItemKind.TEXT | ItemKind.SHOWN:
                yield from self._condition(matter)
            case ItemKind.EFFECT if not never and self._outcomes[id(matter)] is Outcome.WITNESSED:
                yield catalogue.EFFECT_STOPS_AT_END.at(
                    matter.span,
                    f"in some plays this would go beyond the end of the domain, and stops at it: `{matter.name}`",
                    help="nothing to do if that is meant; if not, widen the domain or put a condition on it",
                )
            case _:
                pass

    def _dead_end(self, matter: Matter) -> Iterator[Diagnostic]:
        witness = self._verdicts.witness(matter)
        assert witness is not None  # noqa: S101 - it is witnessed
        scene = self._rules.story.scenes[matter.name]
        counted = len(self._rules.story.choices_at(scene))
        yield catalogue.DEAD_END.at(
            matter.span,
            f'a reader can be left in "{matter.name}" with nothing to choose',
            help="make it an ending, or leave one choice open whatever has happened"
            if counted
            else "make it an ending, or give it a choice",
            trace=trace(witness, self._story, sealed_at=sealed(witness.playthrough)),
        )

    def _traps(self) -> Iterator[Diagnostic]:
        """One finding for all scenes of a trap that lead to one another."""
        places = {
            self._verdicts.place(matter.name): matter
            for matter in self._verdicts.matters
            if matter.kind is ItemKind.TRAP and self._outcomes[id(matter)] is Outcome.WITNESSED
        }
        while places:
            group = self._connected(next(iter(places)), set(places))
            witness = self._verdicts.trap_witness(group)
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
                trace=trace(witness, self._story, trapped=True),
            )
            for place in group:
                del places[place]

    def _connected(self, place: int, places: set[int]) -> set[int]:
        pairs = {
            (move.source, move.target)
            for search in self._verdicts.searches
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

    def _scene(self, matter: Matter) -> Iterator[Diagnostic]:
        ending = matter.kind is ItemKind.ENDING
        if self._outcomes[id(matter)] is Outcome.NEVER:
            kind = catalogue.ENDING_OUT_OF_REACH if ending else catalogue.SCENE_OUT_OF_REACH
            ways = [
                (choice, target.span)
                for scene in self._rules.story.scenes.values()
                if scene.id != matter.name
                for choice in self._rules.story.choices_at(scene)
                for target in choice.targets
                if target.scene == matter.name
            ]
            notes = [Note(f'"{choice.step}" would lead here', span) for choice, span in ways[:_NOTES]]
            yield kind.at(
                matter.span,
                f'no play comes to {"the ending" if ending else "the scene"} "{matter.name}"',
                *notes,
                help="see why nobody comes that way" if ways else "lead a choice to it, or take it out",
            )
        elif matter.can.fate(0) is Fate.IMPOSSIBLE:
            yield catalogue.REACHED_ONLY_ALONE.at(
                matter.span,
                f'only where its chapter is played alone does anybody come to "{matter.name}"',
                help="lead the whole story to it too, or see what the chapter's `with` sets",
            )

    def _beside(self, matter: Matter) -> Diagnostic:
        aside = matter.kind is ItemKind.ASIDE
        kind = catalogue.ASIDE_OUT_OF_REACH if aside else catalogue.EXERCISE_OUT_OF_REACH
        scenes = listed([f'"{scene}"' for scene in sorted(matter.scenes)], "and")
        return kind.at(
            matter.span,
            f'no reader {"is shown the aside" if aside else "meets the exercise"} "{matter.name}"',
            Note(f"it belongs to {scenes}, and no play comes to where it would be"),
        )

    def _choice(self, matter: Matter) -> Iterator[Diagnostic]:
        choice, opens = matter.subject, self._verdicts.fate(matter)
        assert isinstance(choice, Choice)  # noqa: S101 - the subject of a choice's matter
        closes = Fate.IMPOSSIBLE if matter.fails is None else matter.fails.fate()
        if Fate.OPEN in (opens, closes) or matter.fails is None or choice.when is None:
            return
        match opens, closes:
            case Fate.IMPOSSIBLE, Fate.POSSIBLE:
                because = self._because(matter, choice.when, holds=False)
                kind = catalogue.CHOICE_NEVER_OPEN if choice.locked is None else catalogue.CHOICE_ALWAYS_LOCKED
                how = "offered" if choice.locked is None else "open, though it is shown"
                yield kind.at(choice.span, f'"{choice.step}" is never {how}: {because}')
            case Fate.POSSIBLE, Fate.IMPOSSIBLE:
                because = self._because(matter, choice.when, holds=True)
                if choice.locked is None:
                    yield catalogue.CONDITION_NOT_NEEDED.at(
                        choice.span, f'"{choice.step}" is always open, so its `when` does nothing: {because}'
                    )
                else:
                    yield catalogue.LOCKED_NEVER_SHOWN.at(
                        choice.locked.span or choice.span,
                        f'nobody reads why "{choice.step}" is locked, because it never is: {because}',
                    )
            case _:  # it opens and it closes, as a choice with a condition should; or its scene is out of reach
                pass

    def _condition(self, matter: Matter) -> Iterator[Diagnostic]:
        outcome = self._outcomes[id(matter)]
        assert matter.condition is not None  # noqa: S101 - a condition's matter has one
        assert matter.fails is not None  # noqa: S101 - and may fail
        if outcome is Outcome.NEVER and matter.fails.fate() is Fate.POSSIBLE:
            because = self._because(matter, matter.condition, holds=False)
            yield catalogue.CONDITION_NEVER_TRUE.at(
                matter.span, f"`{in_words(matter.condition)}` never holds here: {because}"
            )
        elif outcome is Outcome.ALWAYS:
            because = self._because(matter, matter.condition, holds=True)
            yield catalogue.CONDITION_ALWAYS_TRUE.at(
                matter.span, f"`{in_words(matter.condition)}` always holds here: {because}"
            )

    def _because(self, matter: Matter, condition: Expression, *, holds: bool) -> str:
        """The reason, in words; it is looked for where the condition is looked at."""
        question = matter.can if holds else matter.fails
        assert question is not None  # noqa: S101 - only asked of what has both
        values = partial(self._values_where, question)
        found = reason(self._verdicts.slots, condition, values, holds=holds)
        if found:
            return f"{found} whenever a reader comes to it"
        return "one part or another of it always holds" if holds else "its parts never hold together"

    def _values_where(self, question: object, slot: int) -> int:
        return self._verdicts.values(slot, question)  # type: ignore[arg-type]

    def _branches(self, kind: ItemKind) -> Iterator[Diagnostic]:
        groups: dict[int, list[Matter]] = {}
        for matter in self._verdicts.matters:
            if matter.kind is kind:
                groups.setdefault(matter.group, []).append(matter)
        for group in groups.values():
            never = [matter for matter in group if self._outcomes[id(matter)] is Outcome.NEVER]
            for matter in never if len(never) < len(group) else ():
                written = "the last branch" if matter.condition is None else f"`{in_words(matter.condition)}`"
                yield catalogue.BRANCH_NEVER_TAKEN.at(
                    matter.span,
                    f"this branch is never taken: {written} is never come to, or never holds there"
                    if matter.condition is not None
                    else "this branch is never taken: one before it always holds",
                )

    def _values(self, variable: Variable) -> Iterator[Diagnostic]:
        matters = [
            matter
            for matter in self._verdicts.matters
            if matter.kind is ItemKind.VALUE and matter.subject is variable
        ]
        outcomes = [self._outcomes[id(matter)] for matter in matters]
        if Outcome.UNDECIDED in outcomes:
            return
        taken = [
            matter.value for matter, outcome in zip(matters, outcomes, strict=True) if outcome is Outcome.WITNESSED
        ]
        never = [matter for matter, outcome in zip(matters, outcomes, strict=True) if outcome is Outcome.NEVER]
        if taken == [variable.start]:
            yield catalogue.VARIABLE_NEVER_CHANGED.at(
                variable.span,
                f"`{variable.name}` is {write_value(variable.start)} in every play, from beginning to end",
                help="set it somewhere, or take it out",
            )
        elif never:
            words = listed([write_value(matter.value) for matter in never if matter.value is not None])
            yield catalogue.VALUE_NEVER_TAKEN.at(
                variable.span,
                f"`{variable.name}` is never {words}",
                help="set it to that somewhere, or narrow its domain",
            )
