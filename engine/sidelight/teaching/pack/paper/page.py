"""A book as a sheet to print: how to play, the strip, the sections, the notes, and strips to copy."""

from collections.abc import Iterator

from sidelight.model.story import Story, Style, StyleMark
from sidelight.presenting.page import Note
from sidelight.presenting.words import KINDS, as_of, cite, grade_line
from sidelight.teaching.pack.paper.book import Book, Cases, Pieces, Said, Section, SetIn, Task, Turn, Way
from sidelight.teaching.pack.paper.book import Line as Versions
from sidelight.teaching.pack.paper.strip import Boxes, Letters, Track
from sidelight.teaching.pack.paper.strip_page import strip_group, strips_to_cut
from sidelight.teaching.pack.sheet import (
    Group,
    Line,
    NewPage,
    Node,
    Points,
    Prose,
    Sheet,
    Title,
    label,
    strong,
    words,
)
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Emphasis, Inlines, Strong, plain_words

_PAIR = 2
_OTHERWISE = {False: "if not", True: "if none of these"}


def paper_sheet(book: Book, story: Story) -> Sheet:
    """The whole book."""
    title = f"{book.chapter.title}: paper play"
    nodes: list[Node] = [*_front(book, story), NewPage()]
    nodes += [Group("section", tuple(_section(section, story))) for section in book.sections]
    if book.notes:
        nodes += [NewPage(), Title(1, words("Notes"))]
        nodes.append(
            Line(words("Real, sourced, and graded; the story beside them is invented where it says so."), "small")
        )
        nodes += [Group("note", tuple(_note(note))) for note in book.notes]
    if book.strip:
        nodes += strips_to_cut(book.strip)
    return Sheet(title, tuple(nodes), story.language, story.styles)


def _front(book: Book, story: Story) -> Iterator[Node]:
    yield Title(1, words(book.chapter.title))
    by = f" by {story.author}" if story.author else ""
    yield Line(words(f"A chapter of “{story.title}”{by}, to be played on paper."))
    yield Prose(read_blocks(book.chapter.about))
    notes = dict.fromkeys(note for section in book.sections for note in section.content_notes)
    if notes:
        yield Line(words(f"Content: {', '.join(notes)}."), "small")
    yield Title(2, words("How to play"))
    yield Points(tuple(words(rule) for rule in _rules(book)))
    if book.strip:
        yield Title(2, words("Record strip"))
        yield strip_group(book.strip)


def _rules(book: Book) -> Iterator[str]:
    yield "Begin at section 1. Read it, choose, and turn to the number you are given. Do not read on to the next."
    if book.strip:
        yield "Where a pencil ✎ stands, do what it says on the record strip, with a pencil that can be rubbed out."
        yield "Where it says “If”, look at your strip, and read what follows only if that is so."
        yield "Each “If” stands by itself, so several may fit. An “If not” goes with the “If” just above it."
        yield "Only where it says so, and of several “Ifs” after a ▸, take the first that fits and no other."
    if any(isinstance(row, Boxes) for row in book.strip.values()):
        yield "A box is open until you cross it out."
    if any(isinstance(row, Track) for row in book.strip.values()):
        yield "A count stands at one of its numbers: put a mark there, and rub it out when it moves."
    if any(isinstance(row, Letters) and len(row.letters) > 1 for row in book.strip.values()):
        yield "Of letters that stand together on the strip in one frame, only one is ever circled."
    if book.notes:
        yield "A small raised number is a note, at the end. Look it up before you choose, or do not, as you like."
    yield "Nothing is won or lost. When you have come to the end, compare your way with somebody else’s."


def _section(section: Section, story: Story) -> Iterator[Node]:
    yield Title(2, (*words(f"{section.number}"), *_title(section.title)))
    if section.place:
        yield Line(_one_line(section.place), "place")
    if section.content_notes:
        yield Line(words(f"Content: {', '.join(section.content_notes)}."), "small")
    yield from _tasks(section.tasks)
    inner = tuple(_pieces(section.pieces, story))
    if section.style is None:
        yield from inner
    else:
        yield _set_in(section.style, inner)
    if section.beside:
        listed = ", ".join(str(number) for number in sorted(section.beside))
        yield Line(words(f"Beside this: note{'s' if len(section.beside) > 1 else ''} {listed}."), "small")
    if section.questions and not section.over:
        yield Line(words(f"Before you turn on: {_questions(section.questions)} of the worksheet."), "small")
    if section.over:
        yield Line(words(section.over), "over")
    if section.questions and section.over:
        yield Line(words(f"Go on with the worksheet: {_questions(section.questions)}."), "over")
    if section.ways:
        yield Group("ways", tuple(node for way in section.ways for node in _way(way)))


def _questions(numbers: tuple[int, ...]) -> str:
    if len(numbers) == 1:
        return f"question {numbers[0]}"
    if len(numbers) > _PAIR and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"questions {numbers[0]} to {numbers[-1]}"
    return f"questions {', '.join(map(str, numbers))}"


def _title(title: Versions) -> Inlines:
    return (*words("\u2002"), *_one_line(title)) if title else ()


def _one_line(line: Versions) -> Inlines:
    """A line with its versions side by side; what they begin with alike stands once."""
    if not line:
        return ()
    if not line[0].lead:
        return line[0].content
    texts = [plain_words(version.content) for version in line]
    alike = _alike(texts)
    told = [
        f"{text[len(alike) :]} ({f'if {version.lead}' if version.lead else _OTHERWISE[len(line) > _PAIR]})"
        for text, version in zip(texts, line, strict=True)
    ]
    return words(f"{alike}{'; '.join(told)}")


def _alike(texts: list[str]) -> str:
    """The words that several texts begin with."""
    first = texts[0].split(" ")
    count = 0
    while count < len(first) and all(text.split(" ")[: count + 1] == first[: count + 1] for text in texts):
        count += 1
    return "".join(f"{word} " for word in first[:count])


def _tasks(tasks: tuple[Task, ...]) -> Iterator[Node]:
    for task in tasks:
        yield Line(words(f"✎ {_done(task)}"), "instruction")


def _done(task: Task) -> str:
    """What is done with the pencil, in a sentence or two."""
    return " ".join(
        f"If {lead}: {words_}" if lead else (f"If not: {words_}" if place else words_)
        for place, (lead, words_) in enumerate(task.cases)
    )


def _pieces(pieces: Pieces, story: Story) -> Iterator[Node]:
    for piece in pieces:
        match piece:
            case Said(blocks):
                yield Prose(blocks)
            case SetIn(style, inner):
                yield _set_in(story.styles[style], tuple(_pieces(inner, story)))
            case Cases(cases):
                if len([case for case in cases if case.lead]) > 1:
                    yield Line(words("Read only the first of these that fits:"), "lead")
                for case in cases:
                    lead = f"If {case.lead}" if case.lead else _OTHERWISE[len(cases) > _PAIR].capitalize()
                    yield Group("case", (Line(words(f"{lead}:"), "lead"), *_pieces(case.pieces, story)))


def _set_in(style: Style, inner: tuple[Node, ...]) -> Group:
    header = (Line(words(style.header), "header"),) if style.header else ()
    mark = "" if style.mark is StyleMark.NONE else f" {style.mark.value}"
    return Group(f"set{mark}", (*header, *inner))


def _way(way: Way) -> Iterator[Node]:
    parts: list[Inlines] = []
    if not way.turns:
        reason = _one_line(way.reason)
        lead = f"If {way.reason_lead}, this is closed: " if way.reason_lead else "Closed: "
        yield Line((*words(lead), *_one_line(way.say), *words(". "), *reason), "way")
        return
    say = _one_line(way.say)
    if way.lead:
        parts.append(words(f"If {way.lead}: "))
    if say:
        parts.append((Strong(say), *words(" " if plain_words(say)[-1:] in ".?!…" else ". ")))
    if way.tasks:
        parts.append(words(f"✎ {' '.join(_done(task) for task in way.tasks)} "))
    parts.append(_turns(way.turns, plain_words(say)))
    yield Line((*words("▸ "), *(inline for part in parts for inline in part)), "way")
    if way.reason:
        lead = f"If not, and {way.reason_lead}: " if way.reason_lead else "If not: "
        yield Line((*words(f"    {lead}"), Emphasis(_one_line(way.reason))), "way closed")


def _turns(turns: tuple[Turn, ...], said: str) -> Inlines:
    if len(turns) == 1:
        return (*_closing(turns[0], said), *strong(f"Turn to {turns[0].number}."))
    told: list[Inlines] = []
    for place, turn in enumerate(turns):
        lead = f"If {turn.lead}, " if turn.lead else "If not, " if place == 1 else "If none of these is so, "
        told.append((*_closing(turn, said), *words(lead), *strong(f"turn to {turn.number}."), *words(" ")))
    return tuple(inline for part in told for inline in part)


def _closing(turn: Turn, said: str) -> Inlines:
    """What is said where a style is left, unless the choice has just said it."""
    if not turn.closes or turn.closes.casefold() == said.casefold():
        return ()
    return (Emphasis(words(f"{turn.closes[:1].upper()}{turn.closes[1:]}.")), *words(" "))


def _note(note: Note) -> Iterator[Node]:
    aside = note.aside
    kind = KINDS[aside.kind]
    title = aside.title if kind == "fact" else f"{aside.title} ({kind})"
    yield Title(2, words(f"{note.number}. {title}"))
    if aside.claim:
        yield Line((*label("Claim"), *words(f"{aside.claim}.")))
    yield Line((*strong(f"{grade_line(note)}."),), "grade")
    yield Prose(note.says)
    yield Prose(note.more)
    sources = [words(f"{cite(source)}. {source.url or ''}".strip()) for source in note.sources]
    if aside.no_source:
        sources.append(words(f"No source: {aside.no_source}."))
    if aside.as_of:
        sources.append(words(f"{as_of(aside.as_of)}."))
    for line in sources:
        yield Line(line, "small")
