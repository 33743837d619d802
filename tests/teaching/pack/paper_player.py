"""Somebody who plays a book with a pencil: she understands its sentences, and knows no story behind it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sidelight.presenting.length import plain_texts
from sidelight.teaching.pack.paper.book import Book, Cases, Line, Pieces, Said, Section, SetIn, Task, Turn, Way
from sidelight.teaching.pack.paper.strip import Boxes, Track
from sidelight.text.prose import plain_words

_CLAUSES: dict[str, Callable[..., bool]] = {
    r"you have circled neither (.+) nor (.+)": lambda hand, one, other: not {one, other} & hand.circled,
    r"you have circled none of (.+)": lambda hand, letters: not names(letters) & hand.circled,
    r"you have circled (.+ and .+)": lambda hand, letters: names(letters) <= hand.circled,
    r"you have circled (.+)": lambda hand, letters: bool(names(letters) & hand.circled),
    r"you have not circled (\w+)": lambda hand, letter: letter not in hand.circled,
    r"no box is open at “(.+)”": lambda hand, name: hand.counts[name] == 0,
    r"a box is open at “(.+)”": lambda hand, name: hand.counts[name] >= 1,
    r"(?:exactly )?(\d+) box(?:es)? (?:is|are) open at “(.+)”": lambda hand, n, name: hand.counts[name] == int(n),
    r"(\d+) or more boxes are open at “(.+)”": lambda hand, n, name: hand.counts[name] >= int(n),
    r"at most (\d+) box(?:es)? (?:is|are) open at “(.+)”": lambda hand, n, name: hand.counts[name] <= int(n),
    r"([\d, or]+) boxes are open at “(.+)”": lambda hand, ns, name: hand.counts[name] in numbers(ns),
    r"“(.+)” stands at (-?\d+) or more": lambda hand, name, n: hand.counts[name] >= int(n),
    r"“(.+)” stands at (-?\d+) or less": lambda hand, name, n: hand.counts[name] <= int(n),
    r"“(.+)” stands at ([-\d, or]+)": lambda hand, name, ns: hand.counts[name] in numbers(ns),
}


def names(listed: str) -> set[str]:
    return set(re.split(r", | and | or ", listed))


def numbers(listed: str) -> set[int]:
    return {int(each) for each in names(listed)}


@dataclass(frozen=True)
class Hand:
    """The strip as she has marked it."""

    circled: frozenset[str] = frozenset()
    counts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.circled, *self.counts.items()))

    def fits(self, lead: str) -> bool:
        """Whether what follows an *if* holds."""
        if not lead:
            return True
        for joint, together in ((", or ", any), (", and ", all)):
            parts = split(lead, joint)
            if len(parts) > 1:
                return together(self.fits(part) for part in parts)
        if lead.startswith("("):
            assert lead.endswith(")"), lead
            return self.fits(lead[1:-1])
        for pattern, holds in _CLAUSES.items():
            if found := re.fullmatch(pattern, lead):
                return holds(self, *found.groups())
        raise AssertionError(f"she does not understand: {lead}")

    def do(self, words: str) -> "Hand":
        """The strip after something was done with the pencil."""
        for pattern, done in _DEEDS.items():
            if found := re.fullmatch(pattern, words):
                return done(self, *found.groups())
        raise AssertionError(f"she does not understand: {words}")

    def circle(self, letter: str | None, rubbed: str | None) -> "Hand":
        circled = self.circled - names(rubbed or "")
        return replace(self, circled=circled | ({letter} if letter else set()))

    def change(self, name: str, amount: int, *, stops: bool) -> "Hand":
        low, high = self.ends[name]
        wanted = self.counts[name] + amount
        assert stops or low <= wanted <= high, f"{name} cannot go to {wanted}"
        return self.put(name, min(high, max(low, wanted)))

    def put(self, name: str, number: int) -> "Hand":
        assert name in self.counts
        return replace(self, counts=self.counts | {name: number})

    def perform(self, tasks: tuple[Task, ...]) -> "Hand":
        hand = self
        for task in tasks:
            hand = hand.do(
                next((words for lead, words in task.cases if hand.fits(lead)), "Leave the strip as it is.")
            )
        return hand

    def line(self, line: Line) -> str:
        return next((plain_words(each.content) for each in line if self.fits(each.lead)), "")

    def words(self, pieces: Pieces) -> list[str]:
        found: list[str] = []
        for piece in pieces:
            match piece:
                case Said(blocks):
                    found += plain_texts(blocks)
                case SetIn(_, inner):
                    found += self.words(inner)
                case Cases(cases):
                    found += next((self.words(case.pieces) for case in cases if self.fits(case.lead)), [])
        return " ".join(found).split()

    def turn(self, turns: tuple[Turn, ...]) -> Turn:
        return next(turn for turn in turns if self.fits(turn.lead))


_DEEDS: dict[str, Callable[..., Hand]] = {
    r"Leave the strip as it is\.": lambda hand: hand,
    r"(?:Circle (\w+))?(?:, and )?(?:[Rr]ub out the circle round (.+))?\.": Hand.circle,
    r"Cross out every box at “(.+)”\.": lambda hand, name: hand.put(name, 0),
    r"Cross out boxes at “(.+)” until (\d+) (?:is|are) open\.": lambda hand, name, n: hand.put(name, int(n)),
    r"Put “(.+)” at (-?\d+)\.": lambda hand, name, n: hand.put(name, int(n)),
    r"Cross out (\d+) box(?:es)? at “(.+?)”(, as far as they go)?\.": (
        lambda hand, n, name, stops: hand.change(name, -int(n), stops=bool(stops))
    ),
    r"Add (\d+) to “(.+?)”(, but go no further than -?\d+)?\.": (
        lambda hand, n, name, stops: hand.change(name, int(n), stops=bool(stops))
    ),
    r"Take (\d+) from “(.+?)”(, but go no further than -?\d+)?\.": (
        lambda hand, n, name, stops: hand.change(name, -int(n), stops=bool(stops))
    ),
}


def split(lead: str, joint: str) -> list[str]:
    """A sentence at a joint that stands in no brackets."""
    parts, depth, begin = [], 0, 0
    for place, sign in enumerate(lead):
        depth += (sign == "(") - (sign == ")")
        if not depth and lead.startswith(joint, place):
            parts.append(lead[begin:place])
            begin = place + len(joint)
    return [*parts, lead[begin:]]


def new_hand(book: Book) -> Hand:
    counts, ends = {}, {}
    for row in book.strip.values():
        if isinstance(row, Boxes):
            counts[row.name], ends[row.name] = row.start, (0, row.start)
        elif isinstance(row, Track):
            counts[row.name], ends[row.name] = row.start, (row.numbers[0], row.numbers[-1])
    return Hand(frozenset(), counts, ends)


@dataclass(frozen=True)
class Place:
    """She has turned to a section with her strip; `closes` and `echo` were read on the way."""

    section: Section
    hand: Hand
    closes: str = ""
    echo: tuple[str, ...] = ()


def arrive(book: Book, number: int, hand: Hand, closes: str = "", echo: tuple[str, ...] = ()) -> Place:
    section = book.sections[number - 1]
    assert section.number == number
    if section.title:
        return Place(section, hand.perform(section.tasks), closes, echo)
    (way,) = section.ways
    read = tuple(hand.words(section.pieces))
    hand = hand.perform(way.tasks)
    turn = hand.turn(way.turns)
    return arrive(book, turn.number, hand, turn.closes, read)


def open_ways(place: Place) -> list[Way]:
    return [way for way in place.section.ways if way.turns and place.hand.fits(way.lead)]


def reasons(place: Place) -> list[str]:
    return [
        place.hand.line(way.reason)
        for way in place.section.ways
        if way.reason and not (way.turns and place.hand.fits(way.lead)) and place.hand.fits(way.reason_lead)
    ]


def take(book: Book, place: Place, way: Way) -> Place:
    hand = place.hand.perform(way.tasks)
    turn = hand.turn(way.turns)
    return arrive(book, turn.number, hand, turn.closes)
