"""The teacher's page: what the chapter is for, what is in it, how an hour goes, and what to talk about."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sidelight.model.exercises import Phase
from sidelight.model.story import Story
from sidelight.presenting.words import number_of
from sidelight.teaching.pack.asked import AFTER, BEFORE, WHILE, Asked
from sidelight.teaching.pack.decisions import decisions, narrowest, plain, title
from sidelight.teaching.pack.pages import paper
from sidelight.teaching.pack.plan import plan
from sidelight.teaching.pack.plays import Plays
from sidelight.teaching.pack.reading import Reading
from sidelight.teaching.pack.sheet import (
    Group,
    Line,
    Node,
    Points,
    Prose,
    Sheet,
    Table,
    Title,
    label,
    strong,
    words,
)
from sidelight.teaching.pack.timeline import timeline
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Inlines

_AIMS = {
    "behind": "ask who is behind a piece of information, and how they would know",
    "evidence": "say what the evidence bears, and what it does not",
    "others": "look for what other sources say, and tell a second source from an echo of the first",
    "context": "put a claim into its time and place before weighing it",
    "chronology": "put events and reports in order, and see what that order rules out",
    "language": "see in the wording of a sentence who vouches for it",
}
_OTHER_PLAN = (
    "If your story comes with a written lesson for this chapter, follow that instead. "
    "This is a plan for where there is none."
)
_CLOSED = (
    "A class that has asked nobody who could help finds the fewest ways open. Let that happen, and ask afterwards "
    "what it would have cost to find out more:"
)
_MOST_DECISIONS = 6
_ASKS = (
    "What did you know when you chose, and who could tell you that it was wrong?",
    "Which of them could you read aloud to somebody who was there?",
    "What does each of them protect, and what does each risk?",
    "Who would be glad of your choice, and who has to live with it?",
)
"""What to ask of a decision; one after another."""


def teacher_page(plays: Plays, asked: Sequence[Asked], reading: Reading, book: int) -> Sheet:
    """The teacher's page of a chapter, whose paper play fills so many pages; 0 where there is none."""
    story = plays.rules.story
    chapter = story.chapters[plays.chapter]
    nodes: list[Node] = [
        Line(
            words(
                f"One lesson of 45 minutes with a chapter of “{story.title}”. It needs no account and no network."
            )
        ),
        _facts(asked, reading, book),
        Title(2, words("What it is for")),
        *_aims(asked),
        Title(2, words("What happens in it")),
        Prose(read_blocks(chapter.about)),
        Title(2, words("What to know before you use it")),
        *_content(plays),
        Title(2, words("Minute plan")),
        Line(words(_OTHER_PLAN), "small"),
        _minutes(reading, asked),
        *_closed(plays),
        Title(2, words("Ways to run it")),
        _ways(chapter.id, book),
        Title(2, words("To talk about")),
        Points(tuple(_talk(plays, asked)), "talk"),
        *_grades(story),
        Title(2, words("Timeline and sources")),
        Group("sources", tuple(timeline(plays, asked))),
    ]
    return Sheet.under(f"{chapter.title}: teacher’s page", nodes, story)


def _facts(asked: Sequence[Asked], reading: Reading, book: int) -> Table:
    fewest, middle, most = reading.words
    times = (
        f"{reading.minutes(fewest)} to {reading.minutes(most)} minutes at 180 words a minute, without the notes"
    )
    when = Counter(each.when for each in asked)
    questions = ", ".join(f"{when[each]} {each.lower()}" for each in (BEFORE, WHILE, AFTER) if when[each])
    low, _, high = reading.decisions
    exact = "" if reading.exact else " (of a thousand plays; it can be gone round in)"
    on_paper = f"; paper play, one for two, where there are no machines: {paper(book)}" if book else ""
    rows = (
        (words("To read"), words(f"{fewest:,} to {most:,} words, mostly about {middle:,}{exact}: {times}")),
        (words("To decide"), words(f"{low} to {high} decisions" if low != high else number_of(low, "decision"))),
        (words("Questions"), words(questions or "none")),
        (words("To print"), words(f"the worksheet, one each{on_paper}")),
    )
    return Table("", ("", ""), rows, "facts")


def _aims(asked: Sequence[Asked]) -> Iterator[Node]:
    skills = Counter(each.exercise.skill for each in asked if each.exercise.skill)
    aims = [_AIMS.get(skill or "", skill or "") for skill, _ in skills.most_common()]
    if aims:
        yield Line(words("At the end pupils can better"))
        yield Points(tuple(words(aim) for aim in aims))
    yield Line(
        words(
            "The choices of the story are never right or wrong, and are not marked. The questions are; the first "
            "answer is the one to look at."
        )
    )


def _content(plays: Plays) -> Iterator[Node]:
    story = plays.rules.story
    where: dict[str, list[str]] = {}
    for id_ in plays.at:
        for note in story.scenes[id_].content_notes:
            where.setdefault(note, []).append(f"“{title(plays, id_)}”")
    lines = [words(f"{note}: in {', '.join(titles)}") for note, titles in where.items()]
    if story.content_notes:
        lines.append(words(f"In the story as a whole: {', '.join(story.content_notes)}"))
    if lines:
        yield Points(tuple(lines))
    if story.about:
        yield Prose(read_blocks(story.about))
    yield Line(
        words(
            "Say at the start, to everybody, that anyone may stop or step out and need not say why. Ask nobody to "
            "speak for a country, a community or a side. Nothing in the lesson needs a pupil’s own story."
        )
    )


def _minutes(reading: Reading, asked: Sequence[Asked]) -> Table:
    rows = tuple((words(f"{part.begins}–{part.ends}"), words(part.what)) for part in plan(reading, asked))
    return Table("", ("Minutes", "What happens"), rows, "plan")


def _ways(chapter: str, book: int) -> Points:
    ways = [
        (
            "Projected, by hands.",
            f"One machine: sidelight --chapter {chapter} --vote. The class votes at each choice; you count.",
        ),
        (
            "Pairs, at screens.",
            f"sidelight --chapter {chapter}, in any terminal; with --plain it speaks in lines.",
        ),
        (
            "Each alone, with code names.",
            "The slips say what to type, and what is kept. Read it in one page with: sidelight class report FILES",
        ),
    ]
    if book:
        paper_play = "Paper play and a record strip for two, and a pencil that rubs out. Nothing is switched on."
        ways.insert(1, ("Pairs, on paper.", paper_play))
    return Points(tuple((*strong(name), *words(f" {how}")) for name, how in ways))


def _closed(plays: Plays) -> Iterator[Node]:
    """Where a class can come to a decision and find fewer ways open than there are."""
    lines = []
    for decision in decisions(plays):
        least = narrowest(decision, plays)
        if least is None:
            continue
        scene = decision.scene.id
        said = "; ".join(f"“{plain(plays, scene, choice.say).rstrip('.')}”" for choice in least.open)
        ways = "1 way is" if least.count == 1 else f"{least.count or 'no'} ways are"
        lines.append(
            words(f"“{title(plays, scene)}”: {ways} open, of {len(decision.choices)}{said and f': {said}'}")
        )
    if lines:
        yield Line(words(_CLOSED))
        yield Points(tuple(lines))


def _talk(plays: Plays, asked: Sequence[Asked]) -> Iterator[Inlines]:
    """Questions for the class: the decisions it made, what it guessed, and what it is asked to look back on."""
    for each in asked:
        if each.when == BEFORE:
            yield words(f"Go back to your answer to question {each.number}. Has it changed, and what changed it?")
    for place, decision in enumerate(decisions(plays)[:_MOST_DECISIONS]):
        scene, choices = decision.scene, decision.choices
        said = "; ".join(f"“{plain(plays, scene.id, choice.say).rstrip('.')}”" for choice in choices)
        asks = _ASKS[place % len(_ASKS)]
        yield (*strong(f"{title(plays, scene.id)}."), *words(f" You could choose: {said}. {asks}"))
        reasons = [plain(plays, scene.id, choice.locked) for choice in choices if choice.locked is not None]
        if reasons:
            told = " Or: ".join(reasons)
            yield words(f"Some of you were told there: {told} Was that fair? What had to be done before?")
    for each in asked:
        if each.exercise.phase is Phase.REFLECT:
            yield words(" ".join(each.exercise.prompt.replace("*", "").split()))


def _grades(story: Story) -> Iterator[Node]:
    """What the words mean by which the notes, and some questions, say how far a claim stands."""
    if story.grades:
        yield Title(2, words("How far a claim stands"))
        yield Line(words("Each note beside the story has one of these words. Some questions ask for them."))
        yield Points(tuple((*label(grade.label), *words(grade.means)) for grade in story.grades.values()))
