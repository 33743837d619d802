"""Large branching stories to check, the same for the same seed: eight chapters with ways back inside each.

Truths are set in one chapter and asked about there and in the next, or until the end; numbers go up and down and
are asked about everywhere, which is harder than most real stories. The last scene leads to six endings. A story
can be written as ours or as ink, for a comparison.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

CHAPTERS, ENDINGS, HIGH = 8, 6, 10

T = TypeVar("T")


class Dice:
    """Numbers that look thrown and are the same for the same seed: Lehmer's generator."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 7_919 % 2_147_483_647
        for _ in range(10):
            self.below(2)

    def below(self, most: int) -> int:
        self._state = self._state * 16_807 % 2_147_483_647
        return self._state // 7 % most

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]


@dataclass
class Way:
    """A choice: where it leads, its condition, and what it sets or adds to."""

    to: str
    when: str = ""
    sets: list[tuple[str, int | bool]] = field(default_factory=list)
    adds: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Place:
    """A scene: its conditional texts and its choices. Without choices it is an ending."""

    texts: list[str] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)


@dataclass
class Plot:
    """A story before it is written down."""

    truths: list[str]
    numbers: dict[str, int]
    """With their values at the start."""
    places: dict[str, Place]

    def as_yaml(self) -> str:
        """The story as Sidelight reads it."""
        return "\n".join(self._yaml()) + "\n"

    def _yaml(self) -> Iterator[str]:
        yield "story: {format: 1, id: branching, title: Branching, start: s0}\nvariables:"
        yield from (f"  {name}: false" for name in self.truths)
        yield from (f"  {name}: {{from: 0, to: {HIGH}, start: {start}}}" for name, start in self.numbers.items())
        yield "scenes:"
        for name, place in self.places.items():
            yield f"  {name}:\n    title: {name}\n    text:\n      - Words."
            yield from (f"      - {{when: {each}, text: More words.}}" for each in place.texts)
            yield "    choices:" if place.ways else "    ending: {title: The end}"
            for number, way in enumerate(place.ways):
                sets = [f"{variable} = {str(value).lower()}" for variable, value in way.sets]
                adds = [f"{variable} {'-' if by < 0 else '+'}= {abs(by)}" for variable, by in way.adds]
                when = f", when: {way.when}" if way.when else ""
                yield f"      - {{say: Go {number}, to: {way.to}{when}, do: [{', '.join((*sets, *adds))}]}}"

    def as_ink(self) -> str:
        """The story as ink; numbers stop at the ends of their domain there too."""
        return "\n".join(self._ink()) + "\n"

    def _ink(self) -> Iterator[str]:
        yield from (f"VAR {name} = false" for name in self.truths)
        yield from (f"VAR {name} = {start}" for name, start in self.numbers.items())
        yield "-> s0"
        for name, place in self.places.items():
            yield f"=== {name} ===\nWords."
            yield from (f"{{{each}:More words.}}" for each in place.texts)
            for number, way in enumerate(place.ways):
                yield f"+ {f'{{{way.when}}} ' if way.when else ''}[Go {number}]"
                yield from (f"  ~ {variable} = {str(value).lower()}" for variable, value in way.sets)
                yield from (f"  ~ {each} = MAX(0, MIN({HIGH}, {each} + {by}))" for each, by in way.adds)
                yield f"  -> {way.to}"
            if not place.ways:
                yield "The end.\n-> END"


def plot(seed: int, truths: int, numbers: int, scenes: int = 200) -> Plot:
    """A story of so many scenes, endings among them."""
    return _Plotter(Dice(seed), truths, numbers, scenes - ENDINGS).plot()


class _Plotter:
    def __init__(self, dice: Dice, truths: int, numbers: int, inner: int) -> None:
        self._dice, self._inner = dice, inner
        self._truths = [f"t{number}" for number in range(truths)]
        self._numbers = {f"n{number}": 3 + dice.below(4) for number in range(numbers)}
        self._set_in: dict[str, range] = {}
        self._asked_in: dict[str, range] = {}
        for name in self._truths:
            chapter = dice.below(CHAPTERS)
            self._set_in[name] = range(chapter, chapter + 1)
            self._asked_in[name] = range(chapter, CHAPTERS if dice.chance(40) else chapter + 2)
        for name in self._numbers:
            self._set_in[name], self._asked_in[name] = range(CHAPTERS), range(1, CHAPTERS)
        for name in (*self._truths[1:], *list(self._numbers)[1:]):
            if dice.chance(12):
                self._asked_in[name] = range(0)

    def plot(self) -> Plot:
        places = {f"s{number}": self._place(number) for number in range(self._inner)}
        last, asked = places[f"s{self._inner - 1}"], CHAPTERS - 1
        last.ways = [Way("end0")]
        numbers = [name for name in self._numbers if self._asked_in[name]]
        truths = [name for name in self._truths if asked in self._asked_in[name]] or self._truths[:1]
        for ending in range(1, ENDINGS):
            truth = f"{self._dice.pick(('', 'not '))}{self._dice.pick(truths)}"
            last.ways.append(
                Way(f"end{ending}", f"{self._dice.pick(numbers)} >= {7 + self._dice.below(3)} and {truth}")
            )
        places.update({f"end{ending}": Place() for ending in range(ENDINGS)})
        return Plot(self._truths, self._numbers, places)

    def _chapter(self, number: int) -> int:
        return number * CHAPTERS // self._inner

    def _place(self, number: int) -> Place:
        dice, chapter = self._dice, self._chapter(number)
        first = -(-chapter * self._inner // CHAPTERS)
        after = -(-(chapter + 1) * self._inner // CHAPTERS)
        ways = []
        for way in range(dice.pick((2, 2, 3, 3, 4))):
            ahead = after if number >= after - 2 else min(after - 1, number + 1 + dice.below(4))
            back = way and ahead != after and dice.chance(15)
            to = first + dice.below(after - first) if back else min(ahead, self._inner - 1)
            when = self._condition(chapter) if way and dice.chance(43) else ""
            ways.append(Way(f"s{to}", when, *self._effects(chapter)))
        texts = [self._condition(chapter) for _ in range(2) if dice.chance(40)]
        return Place([each for each in texts if each], ways)

    def _condition(self, chapter: int) -> str:
        asked = [name for name, chapters in self._asked_in.items() if chapter in chapters]
        if not asked:
            return ""
        name = self._dice.pick(asked)
        others = [each for each in asked if each != name]
        if not others or self._dice.chance(70):
            return self._atom(name)
        joint = self._dice.pick(("and", "and", "or"))
        return f"{self._atom(name)} {joint} {self._atom(self._dice.pick(others))}"

    def _atom(self, name: str) -> str:
        if name in self._numbers:
            return f"{name} {self._dice.pick(('>=', '>=', '<'))} {self._dice.pick((3, 5, 7, 8))}"
        return name if self._dice.chance(60) else f"not {name}"

    def _effects(self, chapter: int) -> tuple[list[tuple[str, int | bool]], list[tuple[str, int]]]:
        sets: list[tuple[str, int | bool]] = []
        adds: list[tuple[str, int]] = []
        near = [name for name, chapters in self._set_in.items() if chapter in chapters]
        for _ in range(self._dice.pick((1, 1, 2)) if near and self._dice.chance(55) else 0):
            name = self._dice.pick(near)
            if name not in self._numbers:
                sets.append((name, self._dice.chance(80)))
            elif self._dice.chance(7):
                sets.append((name, self._dice.below(HIGH + 1)))
            else:
                adds.append((name, self._dice.pick((1, 1, 2, -1))))
        return sets, adds
