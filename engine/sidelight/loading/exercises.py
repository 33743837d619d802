"""Exercises: read and checked as data. Nothing here plays them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sidelight.diagnostics import catalogue
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.links import required_stateless, stateless, stateless_texts
from sidelight.loading.outline import Entry, Outline
from sidelight.loading.scalars import Named, as_text
from sidelight.loading.yaml_nodes import Mapping
from sidelight.model.exercises import Answer, Exercise, ExerciseKind, Matched, Option, Phase
from sidelight.model.ladders import GRADES, LADDER_NAMES, LADDERS

_COMMON = (
    "kind",
    "phase",
    "after",
    "chapter",
    "prompt",
    "rev",
    "skill",
    "evidence",
    "hint",
    "attempts",
    "points",
    "credit",
    "shuffle",
    "confidence",
    "feedback",
)
_OWN = {
    ExerciseKind.PICK: ("options",),
    ExerciseKind.PICK_MANY: ("options",),
    ExerciseKind.MATCH: ("items", "targets", "ladder"),
    ExerciseKind.ORDER: ("items",),
    ExerciseKind.SHORT: ("accept",),
    ExerciseKind.NUMBER: ("answer", "tolerance"),
    ExerciseKind.RATE: ("scale",),
    ExerciseKind.WRITE: ("model", "checklist"),
}
EXERCISE_KEYS = (*_COMMON, *dict.fromkeys(key for keys in _OWN.values() for key in keys))
_FEEDBACK = ("right", "wrong", "always")
_UNSCORED = (ExerciseKind.RATE, ExerciseKind.WRITE)
_ATTEMPTS = {Phase.PREDICT: 1, Phase.CHECK: 2, Phase.REFLECT: 1}


class Credit(StrEnum):
    """Whether part of an answer counts."""

    ALL = "all"
    PARTIAL = "partial"


def read_exercise(entry: Entry, outline: Outline) -> Exercise | None:
    """An exercise; its ids, sources and scenes are checked."""
    fields = open_fields(entry.node, entry.reading, f'exercise "{entry.id}"', EXERCISE_KEYS)
    return None if fields is None else _ExerciseReader(entry, fields, outline).read()


@dataclass
class _ExerciseReader:
    entry: Entry
    fields: Fields
    outline: Outline

    def read(self) -> Exercise | None:
        fields = self.fields
        kind = fields.required_word("kind", ExerciseKind)
        phase = fields.required_word("phase", Phase)
        prompt = required_stateless(fields, "prompt", self.outline)
        if kind is None or phase is None or prompt is None:
            return None
        for key in EXERCISE_KEYS:
            if key not in _COMMON and key not in _OWN[kind] and fields.has(key):
                self._report(f"`{key}` does not belong to an exercise of kind {kind}")
        scored = phase is not Phase.PREDICT and kind not in _UNSCORED
        default_partial = kind in (ExerciseKind.MATCH, ExerciseKind.ORDER, ExerciseKind.PICK_MANY)
        credit = fields.word("credit", Credit)
        exercise = Exercise(
            id=self.entry.id,
            kind=kind,
            phase=phase,
            prompt=prompt,
            span=self.entry.span,
            after=self._named("after", "scenes"),
            chapter=self._named("chapter", "chapters"),
            file_chapter=self._file_chapter(),
            rev=self._number("rev", 1, least=1),
            skill=fields.text("skill"),
            options=self._options(),
            items=self._items(),
            targets=self._targets(),
            ladder=self._ladder(fields),
            answer=Answer(fields.whole("answer"), fields.whole("tolerance") or 0, fields.texts("accept")),
            scale=stateless_texts(fields, "scale", self.outline),
            model=stateless(fields, "model", self.outline) or "",
            checklist=stateless_texts(fields, "checklist", self.outline),
            evidence=self._evidence(),
            hints=stateless_texts(fields, "hint", self.outline),
            attempts=self._number("attempts", _ATTEMPTS[phase], least=1),
            points=self._number("points", 1) if scored else 0,
            partial=default_partial if credit is None else credit is Credit.PARTIAL,
            shuffle=fields.truth("shuffle", default=True),
            confidence=fields.truth("confidence"),
            feedback=self._feedback(),
        )
        self._check_answerable(exercise)
        return exercise

    def _report(self, message: str, help_: str = "") -> None:
        self.entry.reading.findings.add(catalogue.BAD_EXERCISE.at(self.entry.span, message, help=help_))

    def _number(self, key: str, default: int, least: int = 0) -> int:
        number = self.fields.whole(key)
        if number is not None and number < least:
            self._report(f"its `{key}` is {number}, and is at least {least}")
        return default if number is None else number

    def _named(self, key: str, section: str) -> str | None:
        named = self.fields.id(key)
        kind = catalogue.UNKNOWN_SCENE if section == "scenes" else catalogue.UNKNOWN_CHAPTER
        if named is None or not self.outline.check_named(section, kind, named):
            return None
        return named.name

    def _file_chapter(self) -> str | None:
        named = self.entry.chapter
        if named is None or not self.outline.check_named("chapters", catalogue.UNKNOWN_CHAPTER, named):
            return None
        return named.name

    def _ladder(self, fields: Fields) -> str | None:
        ladder = fields.text("ladder")
        if ladder is not None and ladder not in LADDER_NAMES:
            self._report(f'there is no ladder called "{ladder}"', f"the ladders are {', '.join(LADDER_NAMES)}")
            return None
        return ladder

    def _evidence(self) -> tuple[str, ...]:
        """Asides and sources share their ids, so an id is looked for in both."""
        found: list[str] = []
        for named in self.fields.ids("evidence"):
            known = named.name in self.outline.names("asides")
            if known or self.outline.check_named("sources", catalogue.UNKNOWN_SOURCE, named):
                found.append(named.name)
        return tuple(found)

    def _options(self) -> tuple[Option, ...]:
        found: list[Option] = []
        for fields, named, text in self._parts("options", ("id", "text", "right", "why", "sources", "claim")):
            sources = tuple(
                each.name
                for each in fields.ids("sources")
                if self.outline.check_named("sources", catalogue.UNKNOWN_SOURCE, each)
            )
            why, claim = stateless(fields, "why", self.outline) or "", stateless(fields, "claim", self.outline)
            found.append(Option(named.name, text, fields.truth("right"), why, sources, claim))
        return tuple(found)

    def _items(self) -> tuple[Matched, ...]:
        found: list[Matched] = []
        for fields, named, text in self._parts("items", ("id", "text", "answer", "why", "ladder")):
            why = stateless(fields, "why", self.outline) or ""
            found.append(Matched(named.name, text, fields.texts("answer"), why, self._ladder(fields)))
        return tuple(found)

    def _targets(self) -> dict[str, str]:
        plain = [node for node in self.fields.list("targets") if not isinstance(node, Mapping)]
        words = [as_text(node, self.entry.reading, "each of `targets`") for node in plain]
        targets = {word: word for word in words if word is not None}
        targets.update({named.name: text for _, named, text in self._parts("targets", ("id", "text"))})
        return targets

    def _parts(self, key: str, keys: tuple[str, ...]) -> Iterator[tuple[Fields, Named, str]]:
        """The tables of a list that have an id, which no other of them has, and a text."""
        seen: set[str] = set()
        for node in self.fields.list(key):
            if key == "targets" and not isinstance(node, Mapping):
                continue
            fields = open_fields(node, self.entry.reading, f"each of `{key}`", keys)
            if fields is None:
                continue
            named, text = fields.required_id("id"), required_stateless(fields, "text", self.outline)
            if named is not None and named.name.lower() in seen:
                self._report(f'two of its `{key}` have the id "{named.name}"', "give one of them another")
            elif named is not None and text is not None:
                seen.add(named.name.lower())
                yield fields, named, text

    def _feedback(self) -> dict[str, str]:
        node = self.fields.get("feedback")
        fields = None if node is None else open_fields(node, self.entry.reading, "`feedback`", _FEEDBACK)
        if fields is None:
            return {}
        texts = {key: stateless(fields, key, self.outline) for key in _FEEDBACK}
        return {key: text for key, text in texts.items() if text is not None}

    def _check_answerable(self, exercise: Exercise) -> None:
        """Report a scored exercise in which nothing is right."""
        kind = exercise.kind
        if kind in (ExerciseKind.PICK, ExerciseKind.PICK_MANY):
            right = sum(option.right for option in exercise.options)
            if kind is ExerciseKind.PICK and exercise.phase is not Phase.PREDICT and right != 1:
                self._report(
                    f"one option of a `pick` is right, and here {right} are", "mark one with `right: true`"
                )
            elif kind is ExerciseKind.PICK_MANY and right == 0:
                self._report("no option is right", "mark those that are with `right: true`")
        elif kind is ExerciseKind.MATCH:
            self._check_match(exercise)
        elif kind is ExerciseKind.ORDER and len(exercise.items) < 2:  # noqa: PLR2004 - one thing has no order
            self._report("an `order` has two items or more", "write its `items` in the right order")
        elif kind is ExerciseKind.NUMBER and exercise.answer.number is None:
            self._report("a `number` has an `answer`")
        elif kind is ExerciseKind.SHORT and not exercise.answer.accept:
            self._report("a `short` accepts at least one spelling", "list them under `accept`")
        elif kind is ExerciseKind.RATE and not exercise.scale:
            self._report("a `rate` has a `scale`", "list its steps, lowest first")

    def _check_match(self, exercise: Exercise) -> None:
        if not exercise.items:
            self._report("a `match` has `items`")
        for item in exercise.items:
            if not item.answers:
                self._report(f'item "{item.id}" has no `answer`')
            elif (ladder := item.ladder or exercise.ladder) != GRADES:
                targets = exercise.targets if ladder is None else LADDERS[ladder]
                self._check_answers(item, targets, "the targets" if ladder is None else f"the steps of `{ladder}`")

    def _check_answers(self, item: Matched, targets: Collection[str], among: str) -> None:
        for answer in item.answers:
            if answer not in targets:
                self._report(
                    f'item "{item.id}" is answered by "{answer}", which is not among {among}',
                    f"they are {', '.join(targets)}" if targets else "list them under `targets`",
                )
