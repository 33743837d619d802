"""Scenes and their choices."""

import re
import unicodedata
from dataclasses import dataclass

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Note
from sidelight.loading.effects import read_effect
from sidelight.loading.fields import Fields, as_id, as_text, open_fields
from sidelight.loading.inner_spans import place_in
from sidelight.loading.outline import Entry, Outline
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader, check_branches
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
    return None if fields is None else _SceneReader(entry, fields, outline, scope).read()


@dataclass
class _SceneReader:
    entry: Entry
    fields: Fields
    outline: Outline
    scope: Scope

    def read(self) -> Scene:
        fields, entry = self.fields, self.entry
        chapter = self._chapter()
        self.texts = TextReader(entry.reading, self.outline, self.scope, chapter)
        text_node = fields.require("text")
        title = self.texts.inline(fields, "title") if fields.require("title") is not None else None
        return Scene(
            id=entry.id,
            title=title or Written(entry.id),
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
        known = self.outline.check_named("chapters", catalogue.UNKNOWN_CHAPTER, named)
        return named.name if known else None

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
        items = node.items if isinstance(node, Sequence) else [node]
        for item in items:
            if isinstance(item, Scalar) and item.value == OFFERED:
                slots.append(OFFERED)
            elif (choice := self._choice(item)) is not None:
                self._check_unique(choice, places)
                slots.append(choice)
        return tuple(slots)

    def _check_unique(self, choice: Choice, places: dict[str, Span]) -> None:
        first = places.setdefault(choice.id, choice.span)
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
        say = self.texts.inline(fields, "say") if fields.require("say") is not None else None
        if say is None:
            return None
        when = self.texts.condition(fields, "when")
        locked = self.texts.inline(fields, "locked")
        if locked is not None and not fields.has("when"):
            fields.missing("when")
        named = fields.id("id")
        return Choice(
            id=named.name if named else self._default_id(fields, say),
            scene=at,
            say=say,
            targets=targets,
            span=span,
            when=when,
            locked=locked,
            effects=self._effects(fields),
            once=fields.truth("once"),
            echo=self.texts.inline(fields, "echo"),
        )

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
        check_branches(node.items, fields.reading, "`to`")
        found = [self._branch(item) for item in node.items]
        return tuple(each for each in found if each is not None)

    def _branch(self, node: Node) -> Target | None:
        fields = open_fields(node, self.entry.reading, "a branch of `to`", ("when", "to"))
        if fields is None or (to := fields.require("to")) is None:
            return None
        condition = self.texts.condition(fields, "when")
        return None if condition is None and fields.has("when") else self._target(condition, to)

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
        if fields is None or fields.require("at") is None or (at := fields.id("at")) is None:
            return None
        if not self.outline.check_named("scenes", catalogue.UNKNOWN_SCENE, at, "this scene is offered nowhere"):
            return None
        return self._common(fields, at.name, (Target(None, self.entry.id, self.entry.span),), self.entry.span)
