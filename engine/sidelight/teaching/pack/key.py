"""The answer key: what is right, why each thing is as it is, and what that rests on."""

from collections.abc import Iterator, Sequence

from sidelight.model.exercises import ExerciseKind
from sidelight.model.story import Chapter, Source, Story
from sidelight.presenting.words import cite
from sidelight.teaching.pack.asked import Asked, codes, lettered
from sidelight.teaching.pack.sheet import (
    Group,
    Line,
    Node,
    Points,
    Prose,
    Sheet,
    Table,
    Title,
    inline,
    label,
    strong,
    words,
)
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Inlines, Link


def key(story: Story, chapter: Chapter, asked: Sequence[Asked]) -> Sheet:
    """The answer key of a chapter's worksheet."""
    nodes: list[Node] = [
        Line(
            words(
                "For the teacher. Each answer comes with its reason, also each wrong one: read the reason for the "
                "answer most pupils gave, before the right one."
            ),
            "small",
        ),
    ]
    rests_on = dict.fromkeys(id_ for each in asked for id_ in each.exercise.evidence)
    numbers = {id_: number for number, id_ in enumerate(rests_on, 1)}
    nodes += [Group("answer", tuple(_answer(each, story, numbers))) for each in asked]
    if numbers:
        nodes += [Title(2, words("What the answers rest on")), *_evidence(numbers, story)]
    return Sheet.under(f"{chapter.title}: answer key", nodes, story)


def right_answer(asked: Asked) -> str:
    """What is right, in few words; nothing where there is no right answer."""
    exercise, question = asked.exercise, asked.question
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            right = {option.id for option in exercise.options if option.right}
            return ", ".join(lettered(n) for n, option in enumerate(question.options) if option.id in right)
        case ExerciseKind.MATCH:
            return "; ".join(_matched(asked))
        case ExerciseKind.ORDER:
            places = {item.id: place for place, item in enumerate(exercise.items, 1)}
            return ", ".join(str(places[item.id]) for item in question.items)
        case ExerciseKind.SHORT:
            return " or ".join(exercise.answer.accept)
        case ExerciseKind.NUMBER:
            off = exercise.answer.tolerance
            return f"{exercise.answer.number}{f', or at most {off} off' if off else ''}"
        case ExerciseKind.RATE | ExerciseKind.WRITE:
            return ""


def _matched(asked: Asked) -> Iterator[str]:
    items = {item.id: item for item in asked.exercise.items}
    for line, targets in zip(asked.question.items, asked.question.targets, strict=True):
        right = [code for code, target in codes(targets) if target.id in items[line.id].answers]
        yield " or ".join(right)


def _answer(asked: Asked, story: Story, numbers: dict[str, int]) -> Iterator[Node]:
    exercise = asked.exercise
    yield Title(2, words(f"Question {asked.number}"), exercise.id)
    yield Prose(asked.question.prompt)
    right = right_answer(asked)
    if right:
        listed = exercise.kind in (ExerciseKind.MATCH, ExerciseKind.ORDER)
        yield Line((*label("Right, from the top" if listed else "Right"), *words(f"{right}.")), "right")
    elif exercise.kind is ExerciseKind.RATE:
        yield Line(words("There is no right answer: count the hands."), "right")
    yield from _reasons(asked)
    if exercise.model:
        yield Line(words("What a good answer may say"), "instruction")
        yield Prose(read_blocks(exercise.model))
    if exercise.checklist:
        yield Line(words("Look for"), "instruction")
        yield Points(tuple(inline(each) for each in exercise.checklist), "box")
    for name, said in (("To say to everybody", exercise.feedback.get("always", "")), *_hints(exercise.hints)):
        if said:
            yield Line((*label(name), *inline(said)))
    yield from _rests_on(asked, story, numbers)


def _hints(hints: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (("If they are stuck", hint) for hint in hints)


def _reasons(asked: Asked) -> Iterator[Node]:
    exercise, question = asked.exercise, asked.question
    options = {option.id: option for option in exercise.options}
    items = {item.id: item for item in exercise.items}
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            rows = tuple(
                (
                    (*strong(f"{lettered(place)}"), *words("\u2002"), *line.text),
                    words("right" if options[line.id].right else "wrong"),
                    _run_in(options[line.id].why),
                )
                for place, line in enumerate(question.options)
            )
            yield Table("", ("Option", "", "Why"), rows, "why")
        case ExerciseKind.MATCH:
            matched = zip(question.items, _matched_words(asked), strict=True)
            rows = tuple((line.text, words(right), _run_in(items[line.id].why)) for line, right in matched)
            yield Table("", ("Line", "Right", "Why"), rows, "why match")
        case ExerciseKind.ORDER:
            rows = tuple(
                (inline(item.text), words(str(place)), _run_in(item.why))
                for place, item in enumerate(exercise.items, 1)
            )
            yield Table("", ("Line", "Place", "Why"), rows, "why")
        case _:
            pass


def _matched_words(asked: Asked) -> Iterator[str]:
    """What goes with each item, in the words of the target."""
    items = {item.id: item for item in asked.exercise.items}
    for line, targets in zip(asked.question.items, asked.question.targets, strict=True):
        right = [each for each in codes(targets) if each.target.id in items[line.id].answers]
        yield " or ".join(
            code if target.plain.startswith(code) else f"{code}, {target.plain}" for code, target in right
        )


def _run_in(source: str) -> Inlines:
    """A reason as one paragraph."""
    return inline(" ".join(source.split()))


def _rests_on(asked: Asked, story: Story, numbers: dict[str, int]) -> Iterator[Node]:
    """What an answer rests on, shortly; what each says, or is, stands at the end."""
    lines = []
    for id_ in asked.exercise.evidence:
        aside, source = story.asides.get(id_), story.sources.get(id_)
        if aside is not None:
            what = f"note “{aside.title}” ({story.grades[aside.grade].label.lower()})"
        else:
            what = (
                ", ".join(part for part in (source.outlet or source.title, source.date) if part) if source else id_
            )
        lines.append(f"{what} [{numbers[id_]}]")
    if lines:
        yield Line((*label("Rests on"), *words(f"{'; '.join(lines)}.")))


def _evidence(numbers: dict[str, int], story: Story) -> Iterator[Node]:
    """Everything the answers rest on, in full, by number."""
    for id_, number in numbers.items():
        aside = story.asides.get(id_)
        if aside is None:
            yield Line((*words(f"[{number}] "), *cited(story.sources[id_])), "cited")
        else:
            grade = story.grades[aside.grade]
            yield Line((*words(f"[{number}] Note: {aside.title}. {grade.label}. "), *_run_in(aside.says)), "cited")
            for source in aside.sources:
                yield Line(cited(story.sources[source]), "cited under")


def cited(source: Source) -> Inlines:
    """A source with its address, to be read on paper and followed on a screen."""
    line = words(f"{cite(source)}.")
    if source.url is None:
        return line
    address = words(source.url)
    return (*line, *words(" "), *((Link(source.url, address),) if source.url.startswith("https:") else address))
