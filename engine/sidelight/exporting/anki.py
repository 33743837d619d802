"""Exercises as an Anki deck, with the extra `anki`: what is brought in again brings the same cards up to date."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from sidelight.errors import UsageError
from sidelight.exporting.wording import explained, one_line, plain, rich, rich_line, unordered
from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.ladders import targets_of
from sidelight.model.placing import chapter_of
from sidelight.model.story import Story

_MODELS = 1
"""The edition of the fields and templates. With others, cards would no longer fit those that people have."""
_CSS = ".card { font-family: serif; font-size: 20px; text-align: left; max-width: 34em; margin: 1em auto; }"
_NOT_IN_A_TAG = re.compile(r"[^\w\-]+")
_ANKI_S_OWN = str.maketrans({"[": "&#91;", "\\": "&#92;"})
"""Signs by which Anki would find sounds and formulas in a text."""


class Card(NamedTuple):
    """One thing to be asked: an exercise, or an item of one. `typed` is what is typed, if anything is."""

    id: tuple[str, ...]
    front: str
    back: str
    typed: str = ""


def check_installed() -> None:
    """UsageError if decks cannot be made here."""
    if find_spec("genanki") is None:
        raise UsageError(
            "an Anki deck is made by a package that is not here", "install it with: pip install 'sidelight[anki]'"
        )


def deck(story: Story, exercises: Iterable[Exercise], now: float) -> bytes:
    """The file of a deck, with one inside it for each chapter. `now` is in seconds: Anki keeps what is newer."""
    check_installed()
    import genanki  # noqa: PLC0415 - only this extra needs it

    asked, typed = _model(genanki, story, typed=False), _model(genanki, story, typed=True)
    decks: dict[str | None, Any] = {}
    for exercise in exercises:
        chapter = chapter_of(exercise, story)
        if chapter not in decks:
            decks[chapter] = genanki.Deck(_number(story.id, "deck", chapter or ""), _title(story, chapter))
        for card in _cards(exercise, story):
            fields = [card.front.translate(_ANKI_S_OWN), card.back.translate(_ANKI_S_OWN)]
            decks[chapter].add_note(
                genanki.Note(
                    model=typed if card.typed else asked,
                    fields=[*fields, card.typed.translate(_ANKI_S_OWN)] if card.typed else fields,
                    guid=genanki.guid_for(story.id, *card.id),
                    tags=_tags(exercise, story, chapter),
                )
            )
    return _file(genanki.Package(list(decks.values())), now)


def _file(package: Any, now: float) -> bytes:
    """The file of a package, made in memory: the package's own way leaves a copy of it on the disk."""
    database = sqlite3.connect(":memory:")
    package.write_to_db(database.cursor(), now, count(int(now * 1000)))
    database.commit()
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("collection.anki2", database.serialize())
        zipped.writestr("media", "{}")
    database.close()
    return file.getvalue()


def _model(genanki: Any, story: Story, *, typed: bool) -> Any:
    """How cards look: asked and answered in thought, or typed and compared."""
    name = "typed" if typed else "asked"
    ask, answer = ("<p>{{type:Typed}}</p>", "{{type:Typed}}") if typed else ("", "")
    fields = [{"name": "Front"}, {"name": "Back"}, *([{"name": "Typed"}] if typed else [])]
    template = {"name": "Card", "qfmt": f"{{{{Front}}}}{ask}", "afmt": f"{{{{Front}}}}<hr>{answer}{{{{Back}}}}"}
    model_id = _number(story.id, "model", name, str(_MODELS))
    return genanki.Model(model_id, f"Sidelight, {name}", fields=fields, templates=[template], css=_CSS)


def _number(*names: str) -> int:
    """A number of 31 bits that is always the same for the same names, as Anki knows decks and models by."""
    return int.from_bytes(sha256("\n".join(names).encode()).digest()[:4], "big") >> 1 or 1


def _title(story: Story, chapter: str | None) -> str:
    """The name of a deck; two colons in it would make another deck inside."""
    inner = story.chapters.get(chapter or "")
    titles = [story.title, *([] if inner is None else [inner.title])]
    return "::".join(plain(title).replace("::", ": :") for title in titles)


def _tags(exercise: Exercise, story: Story, chapter: str | None) -> list[str]:
    """Where a card comes from and what it is good for; a tag has no spaces."""
    places = [story.id, *([chapter] if chapter else [])]
    skill = _NOT_IN_A_TAG.sub("-", exercise.skill or "").strip("-")
    return ["::".join(places), *([f"skill::{skill}"] if skill else [])]


def _cards(exercise: Exercise, story: Story) -> Iterator[Card]:
    """The cards of an exercise: one, or one for each item of a match. What has no answer makes none."""
    prompt, answer = rich(exercise.prompt), exercise.answer
    back = explained(exercise, story)
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            if any(option.right for option in exercise.options):
                offered = unordered(rich_line(option.text) for option in exercise.options)
                right = unordered(
                    f"<strong>{rich_line(option.text)}</strong> {rich_line(option.why)}"
                    for option in exercise.options
                    if option.right
                )
                yield Card((exercise.id,), prompt + offered, right + back)
        case ExerciseKind.MATCH:
            yield from _matched(exercise, story, prompt)
        case ExerciseKind.ORDER:
            jumbled = sorted(exercise.items, key=lambda item: _number(exercise.id, item.id))
            yield Card((exercise.id,), prompt + unordered(rich_line(item.text) for item in jumbled), back)
        case ExerciseKind.SHORT:
            yield Card((exercise.id,), prompt, back, one_line(answer.accept[0]))
        case ExerciseKind.NUMBER:
            off = f" ± {answer.tolerance}" if answer.tolerance else ""
            yield Card((exercise.id,), prompt, f"<p><strong>{answer.number}{off}</strong></p>{back}")
        case ExerciseKind.RATE | ExerciseKind.WRITE:
            return


def _matched(exercise: Exercise, story: Story, prompt: str) -> Iterator[Card]:
    for item in exercise.items:
        targets = targets_of(exercise, item, story.grades)
        offered = unordered(rich_line(text) for text in targets.values())
        right = " / ".join(rich_line(targets[each]) for each in item.answers)
        always = rich(exercise.feedback.get("always", ""))
        yield Card(
            (exercise.id, item.id),
            f"{prompt}<p><strong>{rich_line(item.text)}</strong></p>{offered}",
            f"<p><strong>{right}</strong></p>{rich(item.why)}{always}",
        )
