"""The questions about texts and what else depends on a condition: what is ever shown, and what always is."""

from collections.abc import Iterable
from dataclasses import dataclass

from sidelight.checking.proving.items import Asker, ItemKind, Matter, Question
from sidelight.checking.proving.words import in_words
from sidelight.model.expressions import All, Expression, Literal
from sidelight.model.story import Passage, Scene
from sidelight.model.texts import First, Include, Joined, Styled, Text, When, Written, conditions, passages
from sidelight.text.spans import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What must hold, and what must not, for a text to be looked at."""

    holds: tuple[Expression, ...] = ()
    fails: tuple[Expression, ...] = ()

    def and_(self, condition: Expression) -> "Context":
        """This, and a condition that holds."""
        return Context((*self.holds, condition), self.fails)

    def but_not(self, condition: Expression) -> "Context":
        """This, and a condition that does not hold."""
        return Context(self.holds, (*self.fails, condition))


def ask_of_scene(asker: Asker, place: int | None, scene: Scene) -> None:
    """Ask of everything in the text of a scene that depends on something."""
    _text(asker, place, scene, scene.text, Context(), scene.span)


def ask_of_kept(asker: Asker) -> None:
    """Ask of what a reader can look at anywhere, wherever something it reads may have changed."""
    for variable in asker.story.variables.values():
        if variable.shown is not None and not isinstance(variable.shown, Literal):
            matter = asker.matter(ItemKind.SHOWN, variable.name, variable.name, variable.span, variable)
            places = asker.changes([variable.shown])
            # Outside a chapter played alone a reader has only what she keeps.
            _condition(asker, matter, variable.shown, places - {asker.search.system.outside}, Context())
    for passage in asker.story.passages.values():
        if passage.keep is not None:
            for place in asker.changes(_inside(asker, passage)):
                _text(asker, place, None, passage.text, Context(), passage.span)


def _inside(asker: Asker, passage: Passage) -> list[Expression]:
    """Every condition of a passage, and of the passages in it."""
    inner = (asker.story.passages[name] for name in passages(passage.text))
    return [condition for condition, _ in conditions(passage.text)] + [
        condition for each in inner for condition in _inside(asker, each)
    ]


def _text(asker: Asker, place: int | None, scene: Scene | None, text: Text, context: Context, span: Span) -> None:
    for item in text:
        match item:
            case Written(_, _, marks):
                for mark in marks if scene is not None else ():
                    _ask_in(asker, asker.aside(mark, scene).can, place, context)
            case When(condition, then, other, own):
                matter = asker.matter(ItemKind.TEXT, id(item), in_words(condition), own or span)
                _condition(asker, matter, condition, (place,), context)
                _text(asker, place, scene, then, context.and_(condition), span)
                _text(asker, place, scene, other, context.but_not(condition), span)
            case First(branches):
                passed = context
                for number, branch in enumerate(branches):
                    condition = branch.condition or Literal(value=True)
                    name = in_words(condition) if branch.condition else "otherwise"
                    found = asker.matter(ItemKind.BRANCH, (id(item), number), name, branch.span or span)
                    found.condition, found.group = branch.condition, id(item)
                    _ask_in(asker, found.can, place, passed.and_(condition))
                    _text(asker, place, scene, branch.text, passed.and_(condition), span)
                    passed = passed.but_not(condition)
            case Styled(_, inner) | Joined(inner):
                _text(asker, place, scene, inner, context, span)
            case Include(name):
                passage = asker.story.passages[name]
                _text(asker, place, scene, passage.text, context, passage.span)


def _condition(
    asker: Asker, matter: Matter, condition: Expression, places: Iterable[int | None], context: Context
) -> None:
    matter.condition = condition
    matter.fails = matter.fails or asker.question()
    for place in places:
        _ask_in(asker, matter.can, place, context.and_(condition))
        _ask_in(asker, matter.fails, place, context.but_not(condition))


def _ask_in(asker: Asker, question: Question, place: int | None, context: Context) -> None:
    unless = [box for condition in context.fails for box in asker.slots.boxes(condition)]
    asker.ask(question, place, asker.slots.boxes(All(context.holds)), unless)
