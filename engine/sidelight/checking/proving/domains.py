"""What the verdicts on values mean for an author: values never taken, and variables that stay as they are."""

from collections.abc import Iterator

from sidelight.checking.proving.items import ItemKind
from sidelight.checking.proving.verdicts import Outcome, Verdicts
from sidelight.checking.proving.words import listed
from sidelight.checking.unused import unused_variables
from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.expressions import reads
from sidelight.model.story import Story
from sidelight.model.values import Value, Variable, write_value


def check_domains(verdicts: Verdicts) -> Iterator[Diagnostic]:
    """Findings about each variable, but for those that nothing reads: of these more has been said already."""
    story = verdicts.rules.story
    unused = unused_variables(story)
    outcomes: dict[str, dict[Value, Outcome]] = {}
    for matter in verdicts.matters:
        if matter.kind is ItemKind.VALUE and isinstance(matter.subject, Variable) and matter.value is not None:
            outcomes.setdefault(matter.subject.name, {})[matter.value] = verdicts.outcome(matter)
    for name, variable in story.variables.items():
        if name not in unused and Outcome.UNDECIDED not in outcomes[name].values():
            never = [value for value, outcome in outcomes[name].items() if outcome is Outcome.NEVER]
            yield from _check_domain(story, variable, never)


def _check_domain(story: Story, variable: Variable, never: list[Value]) -> Iterator[Diagnostic]:
    if _is_set_only_on_the_way_out(story, variable):
        yield catalogue.VARIABLE_NEVER_CHANGED.at(
            variable.span,
            f"`{variable.name}` is set only on the way out of its chapter, where it takes its start value again",
            help="set it before the chapter is left, or declare it for the whole story",
        )
    elif len(never) == len(variable.domain.values) - 1:
        yield catalogue.VARIABLE_NEVER_CHANGED.at(
            variable.span,
            f"`{variable.name}` is {write_value(variable.start)} in every play, from beginning to end",
            help="set it somewhere, or take it out",
        )
    elif never:
        yield catalogue.VALUE_NEVER_TAKEN.at(
            variable.span,
            f"`{variable.name}` is never {listed([write_value(value) for value in never])}",
            help="set it to that somewhere, or narrow its domain",
        )


def _is_set_only_on_the_way_out(story: Story, variable: Variable) -> bool:
    """Whether a chapter's variable is set only by choices that leave the chapter and do not ask about it."""
    if variable.chapter is None:
        return False
    setting = False
    for scene in story.scenes.values():
        if any(effect.variable == variable.name for effect in scene.effects):
            return False
        for choice in story.choices_at(scene):
            if any(effect.variable == variable.name for effect in choice.effects):
                setting = True
                asked = [each.expression for each in choice.effects]
                asked += [target.condition for target in choice.targets if target.condition is not None]
                stays = any(story.scenes[target.scene].chapter == variable.chapter for target in choice.targets)
                if stays or any(variable.name in reads(each) for each in asked):
                    return False
    return setting
