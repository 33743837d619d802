"""Exercises as GIFT, which Moodle and many other programs read.

Texts are HTML and are escaped as Moodle's own exporter escapes them; every field is on one line, so that none can
begin with the `//` of a comment and no blank line can cut a question in two. What GIFT has no form for is left
out, and a comment at the top of the file says so.
"""

import re
from collections.abc import Iterable, Iterator

from sidelight.exporting.wording import explained, one_line, plain, rich, rich_line
from sidelight.model.exercises import Exercise, ExerciseKind, Matched, Option
from sidelight.model.ladders import targets_of
from sidelight.model.placing import chapter_of
from sidelight.model.story import Story

_SIGNS = re.compile(r"[\\#=~{}:]")
_PLACEHOLDER = re.compile(r"&(?=&\d)")
_READ_AS_MORE = re.compile(r"^[\[%]")
_NOT_IN_A_TAG = re.compile(r"[^\w \-]")
_NAME = 70
_TRUE_OR_FALSE = {"true", "false"}


def gift(story: Story, exercises: Iterable[Exercise]) -> str:
    """Exercises as a GIFT file, under a category for each chapter."""
    asked = list(exercises)
    left_out = [f"// {each.id} is left out: {why}" for each in asked if (why := _without_form(each, story))]
    parts = ["\n".join([f"// {one_line(story.title)}, version {one_line(story.version)}", *left_out])]
    category = ""
    for exercise in asked:
        if _without_form(exercise, story):
            continue
        if category != (here := _category(exercise, story)):
            parts.append(f"$CATEGORY: {here}")
            category = here
        parts.append(_question(exercise, story))
    return "\n\n".join(parts) + "\n\n"


def _without_form(exercise: Exercise, story: Story) -> str:
    """Why an exercise cannot be had in GIFT; nothing if it can."""
    if exercise.kind is ExerciseKind.RATE:
        return "GIFT has no form for a rating."
    alone = _alone(exercise)
    offered = exercise.options if alone is None else tuple(targets_of(exercise, alone, story.grades))
    if (alone or offered) and len(offered) < 2:  # noqa: PLR2004 - Moodle wants two
        return "it has fewer than two options."
    if exercise.options and not any(option.right for option in exercise.options):
        return "none of its options is right."
    return ""


def _category(exercise: Exercise, story: Story) -> str:
    chapter = story.chapters.get(chapter_of(exercise, story) or "")
    titles = [story.title] if chapter is None else [story.title, chapter.title]
    return "/".join(plain(title).replace("/", "//") for title in titles)


def _question(exercise: Exercise, story: Story) -> str:
    tags = [exercise.phase.value, *([exercise.skill] if exercise.skill else [])]
    marks = "".join(f" [tag:{_NOT_IN_A_TAG.sub('', one_line(tag))}]" for tag in tags)
    edition = exercise.id if exercise.rev == 1 else f"{exercise.id}-rev{exercise.rev}"
    item = _alone(exercise)
    prompt = rich(exercise.prompt) + ("" if item is None else rich(item.text))
    general = explained(exercise, story)
    answers = [*_answers(exercise, story), *([f"####{_html(general)}"] if general else [])]
    inner = "".join(f"\t{line}\n" for line in answers)
    return f"// [id:{edition}]{marks}\n::{_name(exercise)}::[html]{_html(prompt)}{{\n{inner}}}"


def _name(exercise: Exercise) -> str:
    """The id, so that it is found again, and as much of the question as a list has room for."""
    name = f"{exercise.id} {plain(exercise.prompt)}"
    return _plain(name if len(name) <= _NAME else f"{name[:_NAME].rsplit(' ', 1)[0]} …")


def _alone(exercise: Exercise) -> Matched | None:
    """The item of a match that has only one, for which there is a choice of targets and nothing to match."""
    alone = exercise.kind is ExerciseKind.MATCH and len(exercise.items) == 1
    return exercise.items[0] if alone else None


def _answers(exercise: Exercise, story: Story) -> Iterator[str]:
    match exercise.kind:
        case ExerciseKind.PICK:
            yield from _picked(exercise.options)
        case ExerciseKind.PICK_MANY:
            yield from _weighed(exercise.options)
        case ExerciseKind.MATCH:
            yield from _matched(exercise, story)
        case ExerciseKind.ORDER:
            for place, item in enumerate(exercise.items, 1):
                yield f"={_choice(item.text)} -> {place}"
        case ExerciseKind.SHORT | ExerciseKind.NUMBER:
            yield from _typed(exercise)
        case ExerciseKind.WRITE | ExerciseKind.RATE:
            return


def _typed(exercise: Exercise) -> Iterator[str]:
    right, wrong = _feedback(exercise, "right"), _feedback(exercise, "wrong")
    if exercise.kind is ExerciseKind.SHORT:
        for spelling in exercise.answer.accept:
            yield f"=%100%{_spelling(spelling)}{right}"
        if wrong:
            yield f"=%0%*{wrong}"
    else:
        yield f"#=%100%{exercise.answer.number}:{exercise.answer.tolerance}{right}"
        if wrong:
            yield f"~{wrong}"


def _picked(options: tuple[Option, ...]) -> Iterator[str]:
    why = {option.id: _html(rich(option.why)) for option in options}
    if why.keys() == _TRUE_OR_FALSE:
        right = next(option.id for option in options if option.right)
        (wrong,) = _TRUE_OR_FALSE - {right}
        yield f"{right.upper()}#{why[wrong]}#{why[right]}"
        return
    for option in options:
        yield f"{'=' if option.right else '~'}{_choice(option.text)}#{why[option.id]}"


def _weighed(options: tuple[Option, ...]) -> Iterator[str]:
    """Each that is right is worth its share, and each that is not takes as much away, as in our own marking."""
    share = f"{100 / sum(option.right for option in options):.7g}"
    for option in options:
        sign = "" if option.right else "-"
        yield f"~%{sign}{share}%{_choice(option.text)}#{_html(rich(option.why))}"


def _matched(exercise: Exercise, story: Story) -> Iterator[str]:
    """The items, then the targets that are right for none of them. A pair has one right target, the first."""
    item = _alone(exercise)
    if item is not None:
        for id_, target in targets_of(exercise, item, story.grades).items():
            yield f"{'=' if id_ in item.answers[:1] else '~'}{_choice(target)}"
        return
    used: set[str] = set()
    offered: dict[str, str] = {}
    for each in exercise.items:
        targets = targets_of(exercise, each, story.grades)
        offered |= targets
        used.add(each.answers[0])
        yield f"={_choice(each.text)} -> {_plain(plain(targets[each.answers[0]]))}"
    for id_, target in offered.items():
        if id_ not in used:
            yield f"= -> {_plain(plain(target))}"


def _spelling(typed: str) -> str:
    """What is typed. A bare star stands for anything or nothing, and keeps an arrow from making this a match.

    A bracket first would be read as the name of a format.
    """
    literal = _plain(one_line(typed).replace("*", r"\*").replace("->", "-*>"))
    return f"[plain]{literal}" if literal.startswith("[") else literal


def _feedback(exercise: Exercise, which: str) -> str:
    found = rich(exercise.feedback.get(which, ""))
    return f"#{_html(found)}" if found else ""


def _choice(text: str) -> str:
    """A choice, whose first sign is not to be read as the name of a format or as a weight."""
    line = rich_line(text)
    return _html(_READ_AS_MORE.sub(lambda sign: f"&#{ord(sign.group())};", line))


def _html(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _plain(text: str) -> str:
    """Words that are taken as they are. Two ampersands and a number mean something to Moodle, and cannot stay."""
    return _html(_PLACEHOLDER.sub("& ", text))
