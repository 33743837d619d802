"""The sections of a book: what a scene says and offers, what follows a choice, and the chapter's close."""

from collections.abc import Iterator, Mapping, Sequence

from sidelight.model.story import Choice, Scene
from sidelight.play.state import State
from sidelight.presenting.words import CHAPTER_OVER
from sidelight.teaching.pack.paper.book import Line, Said, Section, Turn, Version, Way
from sidelight.teaching.pack.paper.formulas import Every, Formula, Is, Mark, Moments, Reader, marks_in, value_of
from sidelight.teaching.pack.paper.sentences import says
from sidelight.teaching.pack.paper.strip import Changes, Strip
from sidelight.teaching.pack.paper.tasks import Tasks
from sidelight.teaching.pack.paper.texts import Texts
from sidelight.teaching.pack.plays import Move, Plays
from sidelight.text.markdown import read_blocks, read_inlines

CLOSE = "close"
"""The key of the section in which the chapter is left."""


class SectionWriter:
    """Writes sections with a strip and with numbers by key. `asked` are the marks they turn out to need."""

    def __init__(self, plays: Plays, strip: Strip, numbers: Mapping[str, int]) -> None:
        self._plays = plays
        self._rules = plays.rules
        self._story = plays.rules.story
        self._strip = strip
        self._numbers = numbers
        self._reader = Reader(plays.rules)
        self._texts = Texts(plays, self._reader, self._says)
        self._tasks = Tasks(plays.rules, self._reader, strip, self._says)
        self._left = False
        self.asked: dict[Mark, None] = {}

    def sections(self) -> tuple[Section, ...]:
        """Every section, in no order."""
        found = [section for id_ in self._plays.at for section in self._scene(self._story.scenes[id_])]
        if self._left:
            found.append(self._close())
        return tuple(found)

    @property
    def changes(self) -> Changes:
        """All the changes that are made to marks in the sections written so far."""
        return self._tasks.changes

    def _says(self, formula: Formula) -> str:
        """A formula in words, once its marks have names."""
        self.asked.update(dict.fromkeys(marks_in(formula)))
        known = all(mark in self._strip for mark in marks_in(formula))
        return says(formula, self._strip) if known else "?"

    def _scene(self, scene: Scene) -> Iterator[Section]:
        moments = self._plays.at[scene.id]
        ways: list[Way] = []
        for choice in self._story.choices_at(scene) if scene.ending is None else ():
            way, after = self._choice(scene, choice, moments)
            if way is not None:
                ways.append(way)
            if after is not None:
                yield after
        yield Section(
            self._number(scene.id),
            scene.id,
            self._texts.line(scene.title, moments),
            self._texts.line(scene.place, moments),
            self._story.styles.get(scene.style or ""),
            scene.content_notes,
            self._tasks.on_arrival(scene, self._plays.arriving[scene.id]),
            self._texts.pieces(scene.text, moments),
            ways=tuple(ways),
            over="" if scene.ending is None else f"The end: {scene.ending.title}.",
        )

    def _choice(self, scene: Scene, choice: Choice, moments: Moments) -> tuple[Way | None, Section | None]:
        """A choice as it stands in a section, and the section that follows it, if it needs one."""
        fresh = self._fresh(choice, moments)
        opens = self._reader.simplest(Every((self._reader.condition(choice.when, moments), fresh)), moments)
        shut = self._reader.where(opens, moments, holds=False)
        told = self._reader.where(fresh, shut) if choice.locked is not None else ()
        if opens is False and not told:
            return None, None
        reason = self._texts.line(choice.locked, told)
        if opens is False:
            only_told = self._reader.simplest(fresh, moments)
            lead = "" if only_told is True else self._says(only_told)
            return Way("", self._texts.line(choice.say, told), (), (), lead, reason), None
        some = self._reader.where(opens, moments)
        lead = "" if opens is True else self._says(opens)
        reason_lead = ""
        if told and len(told) < len(shut):
            reason_lead = self._says(self._reader.simplest(fresh, shut))
        say = self._texts.line(choice.say, (*some, *told))
        tasks = () if self._plays.leaves(choice) else self._tasks.on_choice(choice, some)
        turns = self._turns(scene, choice, some)
        if choice.echo is None and len(turns) == 1:
            return Way(lead, say, tasks, turns, reason_lead, reason), None
        echo = self._texts.line(choice.echo, some)
        after = Section(
            self._number(choice.step),
            choice.step,
            pieces=self._texts.told(echo),
            ways=(Way("", (), tasks, turns),),
        )
        return Way(lead, say, (), (Turn("", self._number(choice.step)),), reason_lead, reason), after

    def _fresh(self, choice: Choice, moments: Moments) -> Formula:
        """That a choice which may be taken once has not been."""
        if not choice.once:
            return True
        mark = Mark("taken", choice.step)
        among = frozenset(value_of(mark, state, self._rules) for state in moments)
        return Is(mark, frozenset([False]), among)

    def _turns(self, scene: Scene, choice: Choice, moments: Sequence[State]) -> tuple[Turn, ...]:
        """Where a choice leads, decided after its changes."""
        moves = self._moves(choice, moments)
        rest: Moments = tuple(dict.fromkeys(move.chosen for move in moves))
        found: list[Turn] = []
        for target in choice.targets:
            if not rest:
                break
            formula = self._reader.condition(target.condition, rest)
            if formula is False:
                continue
            found.append(self._turn(scene, target.scene, "" if formula is True else self._says(formula)))
            rest = self._reader.where(formula, rest, holds=False)
        return tuple(found)

    def _moves(self, choice: Choice, moments: Sequence[State]) -> list[Move]:
        return [move for state in moments for move in self._plays.moves[state] if move.choice is choice]

    def _turn(self, scene: Scene, target: str, lead: str) -> Turn:
        entered = self._story.scenes[target]
        style = self._story.styles.get(scene.style or "")
        if entered.chapter != self._plays.chapter:
            self._left = True
            return Turn(lead, self._number(CLOSE), style.closes if style is not None else "")
        closes = style.closes if style is not None and style.id != entered.style else ""
        return Turn(lead, self._number(target), closes)

    def _close(self) -> Section:
        chapter = self._story.chapters[self._plays.chapter]
        title: Line = (Version("", read_inlines(chapter.title)),)
        return Section(
            self._number(CLOSE), CLOSE, title, pieces=(Said(read_blocks(chapter.close)),), over=CHAPTER_OVER
        )

    def _number(self, key: str) -> int:
        return self._numbers.get(key, 0)
