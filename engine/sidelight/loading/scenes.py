"""Scenes and their choices."""

import re
import unicodedata
from dataclasses import dataclass

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Note
from sidelight.loading.branches import check_branches
from sidelight.loading.effects import read_effect
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.inner_spans import place_in
from sidelight.loading.outline import Entry, Outline
from sidelight.loading.scalars import as_id, as_text
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader
from sidelight.loading.yaml_nodes import Node, Scalar, Sequence
from sidelight.model.expressions import Condition
from sidelight.model.story import OFFERED, Choice, ChoiceSlot, Effect, Ending, Scene, Target
from sidelight.model.texts import Written
from sidelight.text.spans import Span

SCENE_KEYS = (
    "chapter",
    "title",
    "place",
    "style",
    "quiet",
    "content-notes",
    "was",
    "text",
    "asides",
    "do",
    "choices",
    "offered",
    "ending",
)
CHOICE_KEYS = ("say", "id", "to", "when", "locked", "do", "once", "echo")
_OFFER_KEYS = ("at", *(key for key in CHOICE_KEYS if key != "to"))
_ID_LENGTH = 40
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def default_id(say: str) -> str:
    """A choice's id where it has none: what it says, folded to ASCII, joined by hyphens, at most 40 characters."""
    folded = unicodedata.normalize("NFKD", say).encode("ascii", "ignore").decode().lower()
    words = _NOT_IN_IDS.sub("-", folded.replace("'", "")).strip("-")
    return words[:_ID_LENGTH].rstrip("-")


def read_scene(entry: Entry, outline: Outline, scope: Scope) -> Scene | None:
    """A scene; what is broken in it is reported and left out."""
    fields = open_fields(entry.node, entry.reading, f'scene "{entry.id}"', SCENE_KEYS)
    if fields is None:
        scope.incomplete.add(entry.id)
        return None
    return _SceneReader(entry, fields, outline, scope).read()


@dataclass
class _SceneReader:
    entry: Entry
    fields: Fields
    outline: Outline
    scope: Scope

    def read(self) -> Scene:
        fields, entry = self.fields, self.entry
        chapter = self._chapter()
        self.texts = TextReader(entry.reading, self.outline, self.scope, chapter or "")
        text_node = fields.require("text")
        return Scene(
            id=entry.id,
            title=self.texts.required_inline(fields, "title") or Written(entry.id),
            text=self.texts.text(text_node) if text_node is not None else (),
            span=entry.span,
            chapter=chapter,
            place=self.texts.inline(fields, "place"),
            style=self.texts.style(fields),
            quiet=fields.truth("quiet"),
            content_notes=fields.texts("content-notes"),
            was=tuple(named.name for named in fields.ids("was")),
            asides=self._asides(),
            effects=self._effects(fields),
            choices=self._choices(),
            offered=self._offered(),
            ending=self._ending(),
        )

    def _chapter(self) -> str | None:
        own = self.fields.id("chapter")
        named = own or self.entry.chapter
        if named is None:
            if self.outline.names("chapters"):
                self.entry.reading.findings.add(
                    catalogue.SCENE_WITHOUT_CHAPTER.at(
                        self.entry.span,
                        f'"{self.entry.id}" belongs to no chapter, and this story has chapters',
                        help="write `chapter:` in the scene, or once at the top of its file",
                    )
                )
            return None
        self.outline.check_named("chapters", catalogue.UNKNOWN_CHAPTER, named)
        return named.name

    def _asides(self) -> tuple[str, ...]:
        return tuple(
            named.name
            for named in self.fields.ids("asides")
            if self.outline.check_named("asides", catalogue.UNKNOWN_ASIDE, named)
        )

    def _ending(self) -> Ending | None:
        node = self.fields.get("ending")
        if node is None:
            return None
        fields = open_fields(node, self.entry.reading, "an ending", ("title", "tone"))
        if fields is None:
            return None
        return Ending(fields.required_text("title") or self.entry.id, fields.text("tone"))

    def _effects(self, fields: Fields) -> tuple[Effect, ...]:
        found: list[Effect] = []
        for node in fields.list("do"):
            source = as_text(node, fields.reading, "each of `do`")
            if source is None or not isinstance(node, Scalar):
                continue
            effect = read_effect(source, place_in(fields.reading, node), self.scope, self.texts.chapter)
            if effect is not None:
                found.append(effect)
        return tuple(found)

    def _choices(self) -> tuple[ChoiceSlot, ...]:
        node = self.fields.get("choices")
        if node is None:
            return ()
        slots: list[ChoiceSlot] = []
        places: dict[str, Span] = {}
        for item in node.items if isinstance(node, Sequence) else [node]:
            if isinstance(item, Scalar) and item.value == OFFERED:
                self._check_offered_once(item, slots)
                slots.append(OFFERED)
            elif (choice := self._choice(item)) is not None:
                self._check_unique(choice, places)
                slots.append(choice)
            else:
                self.scope.incomplete.add(self.entry.id)
        return tuple(slots)

    def _check_offered_once(self, item: Scalar, slots: list[ChoiceSlot]) -> None:
        if OFFERED in slots:
            self.entry.reading.findings.add(
                catalogue.REPEATED_KEY.at(
                    self.entry.reading.span(item),
                    "`offered` stands here for the second time",
                    help="the offered scenes stand in one place",
                )
            )

    def _check_unique(self, choice: Choice, places: dict[str, Span]) -> None:
        first = places.setdefault(choice.id.lower(), choice.span)
        if first != choice.span:
            self.entry.reading.findings.add(
                catalogue.REPEATED_ID.at(
                    choice.span,
                    f'two choices of "{self.entry.id}" have the id "{choice.id}"',
                    Note("the first is here", first),
                    help="give one of them an `id:` of its own",
                )
            )

    def _choice(self, node: Node) -> Choice | None:
        fields = open_fields(node, self.entry.reading, "a choice", CHOICE_KEYS)
        if fields is None:
            return None
        targets = self._targets(fields)
        choice = self._common(fields, self.entry.id, targets, fields.span)
        return choice if targets else None

    def _common(self, fields: Fields, at: str, targets: tuple[Target, ...], span: Span) -> Choice | None:
        """What a choice and an offer share."""
        say = self.texts.required_inline(fields, "say")
        when, locked = self.texts.condition(fields, "when"), self.texts.inline(fields, "locked")
        effects, once = self._effects(fields), fields.truth("once")
        named, echo = fields.id("id"), self.texts.inline(fields, "echo")
        if fields.has("locked") and not fields.has("when"):
            fields.missing("when")
        if say is None or (fields.has("id") and named is None):
            self.scope.incomplete.add(at)
            return None
        id_ = named.name if named else self._default_id(fields, say)
        return Choice(id_, at, say, targets, span, when, locked, effects, once, echo)

    def _default_id(self, fields: Fields, say: Written) -> str:
        if fields.has("at"):
            return f"go-{self.entry.id}"
        found = default_id(say.source)
        if not found:
            self.entry.reading.findings.add(
                catalogue.MISSING_KEY.at(
                    fields.span, "no id can be made of what this choice says", help="give it an `id:`"
                )
            )
        return found or "choice"

    def _targets(self, fields: Fields) -> tuple[Target, ...]:
        node = fields.require("to")
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            target = self._target(None, node)
            return () if target is None else (target,)
        check_branches(node.items, fields.reading.span(node), fields.reading, "`to`")
        found = [self._branch(item) for item in node.items]
        return tuple(each for each in found if each is not None)

    def _branch(self, node: Node) -> Target | None:
        fields = open_fields(node, self.entry.reading, "a branch of `to`", ("when", "to"))
        if fields is None:
            return None
        condition, to = self.texts.condition(fields, "when"), fields.require("to")
        target = None if to is None else self._target(condition, to)
        return None if condition is None and fields.has("when") else target

    def _target(self, condition: Condition | None, node: Node) -> Target | None:
        named = as_id(node, self.entry.reading, "`to`")
        if named is None or not self.outline.check_named(
            "scenes", catalogue.UNKNOWN_SCENE, named, "this choice leads nowhere"
        ):
            return None
        return Target(condition, named.name, named.span)

    def _offered(self) -> Choice | None:
        node = self.fields.get("offered")
        if node is None:
            return None
        fields = open_fields(node, self.entry.reading, "an offer", _OFFER_KEYS)
        if fields is None:
            return None
        at = fields.required_id("at")
        target = Target(None, self.entry.id, self.entry.span)
        offer = self._common(fields, at.name if at else "", (target,), self.entry.span)
        if at is None or not self.outline.check_named(
            "scenes", catalogue.UNKNOWN_SCENE, at, "this scene is offered nowhere"
        ):
            return None
        return offer
