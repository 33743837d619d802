"""What the verdicts on conditions mean for an author: what always holds, never does, or is never come to."""

from collections.abc import Iterator
from functools import partial

from sidelight.checking.proving.goals import Fate
from sidelight.checking.proving.items import ItemKind, Matter, Question
from sidelight.checking.proving.reasons import reason
from sidelight.checking.proving.verdicts import Outcome, Verdicts
from sidelight.checking.proving.words import in_words
from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.story import Choice


def check_choice(verdicts: Verdicts, matter: Matter) -> Iterator[Diagnostic]:
    """A choice with a condition that never opens it, or never closes it."""
    choice = matter.subject
    assert isinstance(choice, Choice)  # noqa: S101 - the subject of a choice's matter
    if matter.fails is None:
        return
    match verdicts.fate(matter), verdicts.known(matter.fails):
        case Fate.IMPOSSIBLE, Fate.POSSIBLE:
            kind = catalogue.CHOICE_NEVER_OPEN if choice.locked is None else catalogue.CHOICE_ALWAYS_LOCKED
            how = "offered" if choice.locked is None else "open, though it is shown"
            yield kind.at(
                choice.span,
                f'"{choice.step}" is never {how}: {_because(verdicts, matter, matter.fails, holds=False)}',
            )
        case Fate.POSSIBLE, Fate.IMPOSSIBLE:
            because = _because(verdicts, matter, matter.can, holds=True)
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


def check_condition(verdicts: Verdicts, matter: Matter) -> Iterator[Diagnostic]:
    """A condition of a text or a variable that never holds, or always does."""
    assert matter.condition is not None  # noqa: S101 - a condition's matter has one
    assert matter.fails is not None  # noqa: S101 - and may fail
    written = in_words(matter.condition)
    match verdicts.fate(matter), verdicts.known(matter.fails):
        case Fate.IMPOSSIBLE, Fate.POSSIBLE:
            because = _because(verdicts, matter, matter.fails, holds=False)
            yield catalogue.CONDITION_NEVER_TRUE.at(matter.span, f"`{written}` never holds here: {because}")
        case Fate.POSSIBLE, Fate.IMPOSSIBLE:
            because = _because(verdicts, matter, matter.can, holds=True)
            yield catalogue.CONDITION_ALWAYS_TRUE.at(matter.span, f"`{written}` always holds here: {because}")
        case _:  # it holds and it fails; or nobody comes to it
            pass


def check_branches(verdicts: Verdicts) -> Iterator[Diagnostic]:
    """Branches that are never taken, where others are."""
    groups: dict[int, list[Matter]] = {}
    for matter in verdicts.matters:
        if matter.kind in (ItemKind.TARGET, ItemKind.BRANCH):
            groups.setdefault(matter.group, []).append(matter)
    for group in groups.values():
        never = [matter for matter in group if verdicts.outcome(matter) is Outcome.NEVER]
        for matter in never if len(never) < len(group) else ():
            because = "one before it always holds"
            if matter.condition is not None:
                where = "here" if matter is group[0] else "but where one before it does"
                because = f"`{in_words(matter.condition)}` never holds {where}"
            yield catalogue.BRANCH_NEVER_TAKEN.at(matter.span, f"this branch is never taken: {because}")


def _because(verdicts: Verdicts, matter: Matter, question: Question, *, holds: bool) -> str:
    """The reason, in words; it is looked for where the condition is looked at."""
    assert matter.condition is not None  # noqa: S101 - only asked of a condition
    values = partial(verdicts.values, question)
    if found := reason(verdicts.slots, matter.condition, values, holds=holds):
        return found
    return "whatever comes together, it holds" if holds else "no play brings together what it asks for"
