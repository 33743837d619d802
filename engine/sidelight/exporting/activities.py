"""What xAPI statements are about: a story's choices, exercises, notes and endings as activities.

Their ids never change meaning: an exercise whose key was mended has another `rev`, and so another id. They are
names and not addresses; nothing is to be fetched there.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice, product
from typing import Any, TypeAlias
from urllib.parse import quote

from sidelight.exporting.wording import plain
from sidelight.model.exercises import Exercise, ExerciseKind, Matched
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story
from sidelight.teaching.report.wording import Wording

Activity: TypeAlias = dict[str, Any]

BASE = "https://sidelight.invalid"
EXTENSIONS = f"{BASE}/extensions"
AND, WITH, UP_TO = "[,]", "[.]", "[:]"
"""What stands between the parts of a response: one and another, an item with its target, a least to a most."""
_TYPES = "http://adlnet.gov/expapi/activities"
_ID = re.compile(r"[A-Za-z0-9-]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNKNOWN_LANGUAGE = "und"
_PATTERNS = 20
TRUE_OR_FALSE = {"true", "false"}


class Activities:
    """The activities of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.language = story.language if _LANGUAGE.fullmatch(story.language) else _UNKNOWN_LANGUAGE
        self._wording = Wording(story)

    def of_story(self) -> Activity:
        """The story itself."""
        return self._activity((), "simulation", self.story.title)

    def of_chapter(self, chapter: str) -> Activity:
        """A chapter, as it is played alone."""
        return self._activity(("chapters", chapter), "module", self._wording.chapter(chapter))

    def of_ending(self, scene: str) -> Activity:
        """An ending."""
        return self._activity(("endings", scene), "simulation", self._wording.ending(scene))

    def of_aside(self, aside: str) -> Activity:
        """A note beside the story."""
        found = self.story.asides.get(aside)
        return self._activity(("notes", aside), "media", aside if found is None else plain(found.title))

    def of_choice(self, scene: str) -> Activity:
        """What is decided in a scene. Nothing is right here, so there is no pattern of right responses."""
        steps = {step.partition("/")[2]: self._wording.say(step) for step in self._wording.sides(scene)}
        return self._activity(
            ("choices", scene),
            "cmi.interaction",
            self._wording.scene(scene),
            interactionType="choice",
            **({"choices": self._components(steps)} if steps else {}),
        )

    def of_exercise(self, id_: str, rev: int) -> Activity:
        """An exercise, whole if it is the edition the story has."""
        exercise = self.story.exercises.get(id_)
        about: dict[str, Any] = {}
        if exercise is not None and exercise.rev == rev:
            about = {**self._said("description", plain(exercise.prompt)), **self._interaction(exercise)}
            if exercise.points and (patterns := list(_patterns(exercise, self.story))):
                about["correctResponsesPattern"] = patterns
        return self._activity(
            ("exercises", id_, str(rev)), "cmi.interaction" if about else "question", id_, **about
        )

    def side(self, step: str) -> str:
        """What a step is counted as: the first of its scene with the same words, by the name it has today."""
        return self._wording.side(step)

    def name(self, *path: str) -> str:
        """The id of something in the story."""
        return "/".join([BASE, "stories", *(quote(part, safe="") for part in (self.story.id, *path))])

    def _activity(self, path: tuple[str, ...], type_: str, name: str, **about: Any) -> Activity:
        definition = {"type": f"{_TYPES}/{type_}", **self._said("name", name), **about}
        return {"objectType": "Activity", "id": self.name(*path), "definition": definition}

    def _said(self, key: str, words: str) -> dict[str, dict[str, str]]:
        """A field of words in the story's language; none where there are no words, which a store would refuse."""
        return {key: {self.language: words}} if words else {}

    def _components(self, texts: Mapping[str, str]) -> list[dict[str, Any]]:
        return [{"id": id_, **self._said("description", text)} for id_, text in texts.items()]

    def _interaction(self, exercise: Exercise) -> dict[str, Any]:  # noqa: PLR0911 - a case a kind
        options = {option.id: plain(option.text) for option in exercise.options}
        items = {item.id: plain(item.text) for item in exercise.items}
        match exercise.kind:
            case ExerciseKind.PICK if options.keys() == TRUE_OR_FALSE:
                return {"interactionType": "true-false"}
            case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
                return {"interactionType": "choice", "choices": self._components(options)}
            case ExerciseKind.MATCH:
                targets: dict[str, str] = {}
                for item in exercise.items:
                    found = targets_of(exercise, item, self.story.grades)
                    targets |= {target_id(id_, found): plain(text) for id_, text in found.items()}
                return {
                    "interactionType": "matching",
                    "source": self._components(items),
                    "target": self._components(targets),
                }
            case ExerciseKind.ORDER:
                return {"interactionType": "sequencing", "choices": self._components(items)}
            case ExerciseKind.SHORT:
                return {"interactionType": "fill-in"}
            case ExerciseKind.NUMBER:
                return {"interactionType": "numeric"}
            case ExerciseKind.RATE:
                steps = {str(step): plain(text) for step, text in enumerate(exercise.scale, 1)}
                return {"interactionType": "likert", "scale": self._components(steps)}
            case ExerciseKind.WRITE:
                return {"interactionType": "long-fill-in"}


def target_id(target: str, targets: Mapping[str, str]) -> str:
    """The id of a target. One that is written as its own words has its place among them for an id."""
    return target if _ID.fullmatch(target) else f"target-{list(targets).index(target) + 1}"


def paired(exercise: Exercise, given: Iterable[tuple[Matched, str]], story: Story) -> str:
    """Items with targets, as a response; an answer that is none of the targets is left out."""
    pairs: list[str] = []
    for item, answer in given:
        targets = targets_of(exercise, item, story.grades)
        if answer in targets:
            pairs.append(f"{item.id}{WITH}{target_id(answer, targets)}")
    return AND.join(pairs)


def _patterns(exercise: Exercise, story: Story) -> Iterable[str]:
    """The responses that are right."""
    answer = exercise.answer
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            return [AND.join(option.id for option in exercise.options if option.right)]
        case ExerciseKind.MATCH:
            every = product(*([(item, each) for each in item.answers] for item in exercise.items))
            return (paired(exercise, each, story) for each in islice(every, _PATTERNS))
        case ExerciseKind.ORDER:
            return [AND.join(item.id for item in exercise.items)]
        case ExerciseKind.SHORT:
            return [f"{{case_matters=false}}{spelling}" for spelling in answer.accept]
        case ExerciseKind.NUMBER if answer.number is not None:
            return [f"{answer.number - answer.tolerance}{UP_TO}{answer.number + answer.tolerance}"]
        case _:
            return []
