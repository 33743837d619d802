"""Small whole stories, using everything format 1 has, written as an author would write them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from hypothesis import strategies as st

from sidelight.diagnostics.findings import has_errors
from sidelight.loading.load import load_files
from sidelight.model.story import Story
from sidelight.text.spans import StoryFile

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[int]], int]

NUMBERS = {"one": (0, 2), "two": (0, 3), "three": (-1, 2), "c0_four": (0, 3), "c1_four": (0, 2)}
TRUTHS = ("yes_it_is", "sent", "c0_seen", "c1_seen")
WORDS = {"mood": ("calm", "cross"), "verdict": ("open", "cunning", "cornered"), "c0_mood": ("calm", "cross")}


class _Author:
    """Writes one story, deciding everything by small drawn numbers."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.chapters = self.upto(2)
        self.scenes = [f"s{number}" for number in range(2 + self.upto(4))]
        self.home = {scene: self.upto(self.chapters - 1) if self.chapters else None for scene in self.scenes}
        for chapter in range(self.chapters):  # every chapter has a scene to begin with
            self.home[self.scenes[chapter % len(self.scenes)]] = chapter
        self.chapters = len({home for home in self.home.values() if home is not None})
        homes = sorted({home for home in self.home.values() if home is not None})
        self.home = {scene: homes.index(home) if home is not None else None for scene, home in self.home.items()}
        names = [*NUMBERS, *TRUTHS, *WORDS]
        self.names = [name for name in names if self.owner(name) in (None, *range(self.chapters)) and self.upto(2)]
        self.endings = [scene for scene in self.scenes[1:] if self.upto(3) == 0] or [self.scenes[-1]]
        self.going = [scene for scene in self.scenes if scene not in self.endings]
        self.steps = [f"{scene}/go{number}" for scene in self.going for number in range(2)]

    def upto(self, most: int) -> int:
        return self._draw(_UPTO[most])

    def pick(self, options: list[T] | tuple[T, ...]) -> T:
        return options[self.upto(len(options) - 1)]

    @staticmethod
    def owner(name: str) -> int | None:
        return int(name[1]) if name[0] == "c" and name[1].isdigit() else None

    def known(self, chapter: int | None, names: object) -> list[str]:
        return [name for name in self.names if name in names and self.owner(name) in (None, chapter)]  # type: ignore[operator]

    # Expressions. Everything in brackets, so that nothing hangs on what binds how.

    def truth(self, chapter: int | None, depth: int = 2) -> str:  # noqa: PLR0911 - a case a form
        kind = self.upto(11) if depth else 6 + self.upto(5)
        match kind:
            case 0 | 1:
                joint = " and " if kind else " or "
                return "(" + joint.join(self.truth(chapter, depth - 1) for _ in range(2 + self.upto(1))) + ")"
            case 2:
                return f"(not {self.truth(chapter, depth - 1)})"
            case 3:
                test, then, other = (self.truth(chapter, depth - 1) for _ in range(3))
                return f"({then} if {test} else {other})"
            case 4:
                return self.compared(chapter, depth)
            case 5:
                numbers = [self.number(chapter, 0) for _ in range(3)]
                return f"({numbers[0]} <= {numbers[1]} {self.pick(('<', '!='))} {numbers[2]})"
            case 6:
                return f"visited('{self.pick(self.scenes)}')"
            case 7:
                count = f"visits('{self.pick(self.scenes)}')"
                sign = self.pick(("==", "!=", "<", "<=", ">", ">="))
                return f"({count} {sign} {self.upto(2)})" if self.upto(1) else f"({self.upto(2)} {sign} {count})"
            case 8:
                return f"chose('{self.pick(self.steps)}')"
            case 9:
                return self.worded(chapter)
            case _:
                truths = self.known(chapter, TRUTHS)
                return self.pick(truths) if truths and self.upto(1) else self.compared(chapter, 0)

    def compared(self, chapter: int | None, depth: int) -> str:
        names = self.known(chapter, NUMBERS)
        if not names:
            return self.pick(("true", "false"))
        name = self.pick(names)
        low, high = NUMBERS[name]
        if depth and self.upto(1):
            sign = self.pick(("<", "<=", ">", ">="))
            return f"({self.number(chapter, depth)} {sign} {self.number(chapter, depth - 1)})"
        number = low + self.upto(high - low)
        if self.upto(3) == 0:
            return f"({name} {self.pick(('in', 'not in'))} [{number}, {low}])"
        return f"({name} {self.pick(('==', '!=', '<', '<=', '>', '>='))} {number})"

    def number(self, chapter: int | None, depth: int) -> str:
        names = self.known(chapter, NUMBERS)
        kind = self.upto(4) if depth else self.upto(1)
        if kind == 0 or not names:
            return str(self.upto(3) - 1)
        if kind == 2:
            return f"({self.number(chapter, depth - 1)} {self.pick(('+', '-'))} {self.number(chapter, depth - 1)})"
        if kind == 3:
            return f"({self.number(chapter, 0)} if {self.truth(chapter, 0)} else {self.number(chapter, 0)})"
        if kind == 4:
            return f"(-{self.pick(names)})"
        return self.pick(names)

    def worded(self, chapter: int | None) -> str:
        names = self.known(chapter, WORDS)
        if not names:
            return self.pick(("true", "false"))
        name = self.pick(names)
        word = self.pick(WORDS[name])
        if self.upto(2) == 0:
            return f"({name} in [{word}, '{self.pick(WORDS[name])}'])"
        others = [each for each in names if WORDS[each] == WORDS[name]]
        other = self.pick(others) if self.upto(2) == 0 else self.pick((word, f"'{word}'"))
        return f"({name} {self.pick(('==', '!='))} {other})"

    # The parts of a story.

    def effects(self, chapter: int | None) -> str:
        written = [self.effect(chapter) for _ in range(self.upto(2))]
        found = [each for each in written if each]
        return f", do: [{', '.join(found)}]" if found else ""

    def effect(self, chapter: int | None) -> str:
        names = self.known(chapter, (*NUMBERS, *TRUTHS, *WORDS))
        if not names:
            return ""
        name = self.pick(names)
        if name in NUMBERS:
            if self.upto(1):
                return f'"{name} {self.pick(("+=", "-="))} {self.number(chapter, 1)}"'
            low, high = NUMBERS[name]
            whole = self.number(chapter, 2)
            return (
                f'"{name} = {low + self.upto(high - low)}"'
                if whole.lstrip("-").isdigit()
                else f'"{name} = {whole}"'
            )
        if name in TRUTHS:
            return f'"{name} = {self.truth(chapter, 1)}"'
        word = self.pick(WORDS[name])
        if self.upto(2) == 0:
            return f'"{name} = {word} if {self.truth(chapter, 1)} else {self.pick(WORDS[name])}"'
        return f'"{name} = {word}"'

    def choice(self, scene: str, number: int) -> str:
        chapter = self.home[scene]
        return f"{{say: Go, id: go{number}, to: {self.target(chapter)}{self.rest(chapter)}}}"

    def target(self, chapter: int | None) -> str:
        if self.upto(2):
            return self.pick(self.scenes)
        branches = [
            f'{{when: "{self.truth(chapter)}", to: {self.pick(self.scenes)}}}' for _ in range(1 + self.upto(1))
        ]
        return f"[{', '.join(branches)}, {{to: {self.pick(self.scenes)}}}]"

    def rest(self, chapter: int | None) -> str:
        found = ""
        if self.upto(1):
            found += f', when: "{self.truth(chapter)}"'
            found += ", locked: Not now" if self.upto(1) else ""
        found += ", once: true" if self.upto(3) == 0 else ""
        found += ", echo: Gone" if self.upto(3) == 0 else ""
        return found + self.effects(chapter)

    def text(self, chapter: int | None, depth: int = 2) -> str:
        items = [self.item(chapter, depth) for _ in range(1 + self.upto(1))]
        return f"[{', '.join(items)}]"

    def item(self, chapter: int | None, depth: int) -> str:
        match self.upto(6) if depth else 0:
            case 0:
                return self.pick(('"Words."', '"See [this](aside:A1)."', '"See [that](aside:A2)."'))
            case 1 | 2:
                other = f", else: {self.text(chapter, depth - 1)}" if self.upto(1) else ""
                style = ", style: boxed" if self.upto(3) == 0 else ""
                return f'{{when: "{self.truth(chapter)}", text: {self.text(chapter, depth - 1)}{other}{style}}}'
            case 3:
                return f"{{first: {self.branches(chapter, depth)}}}"
            case 4:
                return "{passage: shared}" if chapter is not None or self.upto(1) else "{passage: kept}"
            case 5:
                return f'["Words", {{when: "{self.truth(chapter)}", text: more}}]'
            case _:
                return f"{{style: boxed, text: {self.text(chapter, depth - 1)}}}"

    def branches(self, chapter: int | None, depth: int) -> str:
        found = [
            f'{{when: "{self.truth(chapter, 1)}", text: {self.text(chapter, depth - 1)}}}'
            for _ in range(1 + self.upto(1))
        ]
        return f"[{', '.join(found)}, {{text: {self.text(chapter, 0)}}}]"

    def lines(self) -> Iterator[str]:
        listed = ", ".join(f"c{number}" for number in range(self.chapters))
        yield f"story: {{format: 1, id: small, title: Small, start: {self.scenes[0]}, chapters: [{listed}]}}"
        yield "styles: {boxed: {mark: box}}"
        yield "grades: {fact: {label: Fact, means: so, needs-source: false}}"
        yield "asides:"
        for aside in ("A1", "A2", "A3"):
            yield f"  {aside}: {{title: Aside, says: Words, grade: fact}}"
        yield "passages:"
        yield f"  shared: {{text: {self.passage()}}}"
        yield f"  kept: {{keep: Kept, text: {self.passage()}}}"
        yield "variables:"
        yield from self.variables(None, "  ")
        if self.chapters:
            yield "chapters:"
        for chapter in range(self.chapters):
            begins = self.pick([scene for scene in self.scenes if self.home[scene] == chapter])
            values = self.settings(chapter)
            yield f"  c{chapter}: {{title: Chapter, begins: {begins}, with: {{{values}}}, variables: {{"
            yield ", ".join(line.strip() for line in self.variables(chapter, "")) + "}}"
        yield "scenes:"
        for scene in self.scenes:
            yield from self.scene(scene)
        yield "exercises:"
        common = "kind: rate, phase: reflect, prompt: Well, scale: [low, high]"
        yield f"  x1: {{{common}, after: {self.pick(self.scenes)}}}"
        if self.chapters:
            yield f"  x2: {{{common}, chapter: c{self.upto(self.chapters - 1)}}}"

    def passage(self) -> str:
        """A text that includes no passage: one in itself would be an error."""
        return self.text(None).replace("{passage: shared}", "Words").replace("{passage: kept}", "Words")

    def variables(self, chapter: int | None, indent: str) -> Iterator[str]:
        for name in self.names:
            if self.owner(name) == chapter:
                yield f"{indent}{name}: {{{self.domain(name)}, label: Shown, shown: {self.shown(chapter)}}}"

    def shown(self, chapter: int | None) -> str:
        return f'"{self.truth(chapter, 1)}"' if self.upto(1) else self.pick(("true", "false"))

    def domain(self, name: str) -> str:
        if name in NUMBERS:
            low, high = NUMBERS[name]
            return f"from: {low}, to: {high}, start: {low + self.upto(high - low)}"
        if name in TRUTHS:
            return f"start: {self.pick(('true', 'false'))}"
        return f"one-of: [{', '.join(WORDS[name])}], start: {self.pick(WORDS[name])}"

    def settings(self, chapter: int) -> str:
        found = []
        for name in self.known(chapter, (*NUMBERS, *TRUTHS, *WORDS)):
            if self.upto(2) == 0:
                if name in NUMBERS:
                    low, high = NUMBERS[name]
                    found.append(f"{name}: {low + self.upto(high - low)}")
                else:
                    found.append(f"{name}: {self.pick(('true', 'false') if name in TRUTHS else WORDS[name])}")
        return ", ".join(found)

    def scene(self, scene: str) -> Iterator[str]:
        chapter = self.home[scene]
        yield f"  {scene}:"
        yield "    title: Scene"
        if chapter is not None:
            yield f"    chapter: c{chapter}"
        yield f"    text: {self.text(chapter)}"
        if self.upto(2) == 0:
            yield "    asides: [A3]"
        arriving = self.effects(chapter)
        if arriving:
            yield f"    {arriving.removeprefix(', ')}"
        if scene != self.scenes[0] and self.upto(3) == 0:
            at = self.pick(self.going)
            yield f"    offered: {{at: {at}, say: Offered{self.rest(chapter)}}}"
        if scene in self.endings:
            yield "    ending: {title: End}"
            return
        slots = [self.choice(scene, number) for number in range(2)]
        if self.upto(2) == 0:
            slots.insert(self.upto(2), "offered")
        yield f"    choices: [{', '.join(slots)}]"


_UPTO = [st.integers(0, most) for most in range(20)]


@st.composite
def story_texts(draw: st.DrawFn) -> str:
    """The text of a story."""
    return "\n".join(_Author(draw).lines()) + "\n"


def read(text: str) -> Story | None:
    """The story in a text; None if it has an error."""
    loaded = load_files([StoryFile("story.yaml", text)])
    return None if loaded.story is None or has_errors(loaded.diagnostics) else loaded.story
