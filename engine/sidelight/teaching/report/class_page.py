"""The page of a class: what starts tomorrow's discussion. It holds no name, and no share that could be one's."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice

from sidelight.model.exercises import ExerciseKind
from sidelight.presenting.words import day, number_of
from sidelight.teaching.report.figures import endings, median
from sidelight.teaching.report.learning import scene_of
from sidelight.teaching.report.sheet import FEWEST, Bar, Bars, Block, Heading, Quoted, Share, Words
from sidelight.teaching.report.standing_out import by_scene, closest_votes, commonest_wrong, could_look, how_taken
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.tomorrow import to_ask
from sidelight.teaching.report.wording import prose

_TO_ASK = 2
_FEW = 3
"""Votes told on the page, and wrong answers."""
_MOST_AND_LEAST = 3
_LEANS = (
    ("False alarms: trusted further than it stands", "Misses: doubted although it stands"),
    ("False alarms: picked, and not right", "Misses: right, and not picked"),
)
"""What too much and too little are called, of lines that are weighed and of things that are picked."""


def class_page(tally: Tally) -> Iterator[Block]:
    """The page."""
    yield Heading(1, f"{tally.wording.story.title}: what the class did")
    yield Words(_facts(tally))
    if 0 < tally.learners < FEWEST:
        yield Words(
            f"A class of fewer than {FEWEST} is too small for this page: what it told of the class, it would tell "
            "of one person."
        )
    elif tally.learners:
        yield from _endings(tally)
        yield from _closest(tally)
        yield from _wrong(tally)
        yield from _opened(tally)
        yield from _errors(tally)
        yield from _changed(tally)
    yield from _by_hands(tally)
    yield from _tomorrow(tally)


def _facts(tally: Tally) -> str:
    facts = [number_of(tally.learners, "pupil"), number_of(tally.sessions, "session")] if tally.learners else []
    if tally.votes:
        facts.append(f"{number_of(len(tally.votes), 'play')} by the whole class")
    facts.append(_days(tally))
    if tally.learners >= FEWEST:
        facts.append(f"a median of {_minutes(median(tally.seconds))}")
    played = [
        f"{tally.wording.chapter(chapter)} alone" if chapter else "the whole story"
        for chapter, _ in tally.chapters.most_common()
    ]
    sentences = [f"{', '.join(fact for fact in facts if fact)}.", f"Played: {_listed(played)}."]
    other = sorted(tally.editions.keys() - {tally.wording.story.version})
    if other:
        sentences.append(
            f"Some played another edition of the story ({', '.join(other)}); what is gone from it goes by its id."
        )
    return " ".join(sentences)


def _days(tally: Tally) -> str:
    days = sorted(each for each in tally.days if _is_day(each))
    if not days:
        return ""
    return day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _minutes(seconds: int | None) -> str:
    minutes = round((seconds or 0) / 60)
    return number_of(minutes, "minute") if minutes else "less than a minute"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _endings(tally: Tally) -> Iterator[Block]:
    bars = [Bar(row.ending, row.sessions) for row in endings(tally)]
    if tally.unended:
        bars.append(Bar("not at an end yet", tally.unended))
    yield Heading(2, "Where it ended")
    if len(bars) > 1:
        yield Bars("Sessions", tally.sessions, tuple(bars))
    else:
        yield Words(f"For all of them, with {bars[0].label}." if tally.reached else "Nobody came to an end.")


def _closest(tally: Tally) -> Iterator[Block]:
    yield Heading(2, "The closest votes")
    votes = closest_votes(tally)
    if not votes:
        yield Words("Nowhere did the class divide.")
        return
    yield Words(
        "Here they divided most evenly, by what each did first. Nobody was right or wrong: ask for reasons."
    )
    for rows in votes[:_FEW]:
        taken = [row for row in rows if row.taken]
        # The share of a small side could be found from those of the others.
        told = all(row.opened_a_note.is_told for row in taken)
        bars = (Bar(row.choice, row.taken, f"{row.opened_a_note} opened a note" if told else "") for row in taken)
        yield Bars(rows[0].scene, rows[0].of, tuple(bars))


def _wrong(tally: Tally) -> Iterator[Block]:
    yield Heading(2, "The commonest wrong answers")
    exercises = tally.wording.story.exercises
    wrong = commonest_wrong(tally)
    if not wrong:
        yield Words(f"No wrong answer was given by {FEWEST} pupils or more.")
    told = wrong[:_FEW]
    for question in dict.fromkeys(row.question for row in told):
        yield Heading(3, prose(exercises[question].prompt))
        for row in (row for row in told if row.question == question):
            share = Share(row.learners, row.of)
            about = f"Of “{row.part}”, they said: " if row.part else ""
            yield Words(f"{row.learners} of {row.of} ({share}). {about}“{row.answer}”")
            yield Quoted(row.why)


def _opened(tally: Tally) -> Iterator[Block]:
    scenes = [
        (rows[0], sum(row.opened_a_note.part for row in rows))
        for rows in by_scene(tally)
        if could_look(rows, tally)
    ]
    total = Share(sum(opened for _, opened in scenes), sum(row.of for row, _ in scenes))
    if not total.is_told:
        return
    yield Heading(2, "Looking before deciding")
    yield Words(
        f"Of {total.of:,} first decisions where there were notes and another way to go, {total} were taken after "
        "a note on that page had been opened."
    )
    met = [(row, Share(opened, row.of)) for row, opened in scenes if row.of >= max(FEWEST, tally.learners / 2)]
    where = "Pupils who opened a note there before they decided"
    if len(met) > 2 * _MOST_AND_LEAST:
        by_share = sorted(met, key=lambda found: found[1].part / found[1].of)
        met = [found for found in met if found in (*by_share[:_MOST_AND_LEAST], *by_share[-_MOST_AND_LEAST:])]
        where += f", at the {_MOST_AND_LEAST} decisions where fewest did and where most did"
    bars = tuple(Bar(row.scene, share.percent, f"of {share.of}") for row, share in met)
    yield Bars(where, 100, bars, unit="%")


def _errors(tally: Tally) -> Iterator[Block]:
    """Misses and false alarms, each kind of question in its own words."""
    exercises = tally.wording.story.exercises
    parts = {ExerciseKind.MATCH: [0, 0, 0], ExerciseKind.PICK_MANY: [0, 0, 0]}
    for id_, asked in tally.asked.items():
        if (counts := parts.get(exercises[id_].kind)) is not None and exercises[id_].points:
            for place, count in enumerate((asked.parts, asked.too_much, asked.too_little)):
                counts[place] += count
    bars: list[Bar] = []
    for (of, too_much, too_little), (trusted, doubted) in zip(parts.values(), _LEANS, strict=True):
        if too_much or too_little:
            bars += [Bar(trusted, too_much, f"of {of:,}"), Bar(doubted, too_little, f"of {of:,}")]
    if bars:
        yield Heading(2, "Misses and false alarms")
        yield Bars("Judgements in their answers", max(bar.count for bar in bars), tuple(bars))


def _changed(tally: Tally) -> Iterator[Block]:
    told = [(pair, Share(changed, of)) for pair, (of, changed) in tally.changed.items() if of >= FEWEST]
    if not told:
        return
    yield Heading(2, "Second thoughts")
    for pair, share in told:
        prompt = prose(tally.wording.story.exercises[pair.before].prompt)
        yield Words(
            f"{share.part} of {share.of} ({share}) answered another way when they were asked again: {prompt}"
        )


def _by_hands(tally: Tally) -> Iterator[Block]:
    if not any(played.votes for played in tally.votes):
        return
    yield Heading(2, "Votes by hands")
    wording = tally.wording
    for played in tally.votes:
        for vote in played.votes:
            counts: Counter[str] = Counter()
            for step, hands in vote.counts:
                counts[wording.side(step)] += hands
            taken = wording.side(vote.taken)
            note = how_taken(counts, taken)
            bars = (Bar(wording.say(step), hands, note * (step == taken)) for step, hands in counts.items())
            scene = wording.scene(scene_of(taken), played.session.chapter)
            yield Bars(scene, max(1, sum(counts.values())), tuple(bars))
        if played.ending is not None:
            ending = wording.ending(wording.scene_now(played.ending), played.session.chapter)
            yield Words(f"It ended with: {ending}.")


def _tomorrow(tally: Tally) -> Iterator[Block]:
    asked = tuple(islice(to_ask(tally), _TO_ASK))
    if asked:
        yield Heading(2, "To ask tomorrow")
        yield from (Words(f"{number}. {question}") for number, question in enumerate(asked, 1))
