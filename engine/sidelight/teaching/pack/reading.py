"""How much there is to read and to decide in one play of a chapter."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from statistics import median_low

from sidelight.play.state import State
from sidelight.presenting.evaluate import Evaluator
from sidelight.presenting.length import plain_texts
from sidelight.teaching.pack.plays import Move, Plays
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks, plain_words

PACE = 180
"""Words a minute."""
_WALKS = 1_000
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """Words and decisions of a play: the fewest, those of a play in the middle, and the most.

    A decision is a place with more than one way to go on. Where a chapter can be gone round in without end, there
    are no most; then they are the most that were met.
    """

    words: tuple[int, int, int]
    decisions: tuple[int, int, int]
    exact: bool

    def minutes(self, words: int) -> int:
        """Minutes to read so many words, and at least one."""
        return max(1, round(words / PACE))


def reading(plays: Plays) -> Reading:
    """Measure every play. The one in the middle is that of many walked by a fixed rule, each play as likely."""
    words = _Words(plays)
    order = _in_order(plays)
    behind = {} if order is None else _behind(plays, order)
    walks = [_walk(plays, words, behind, number) for number in range(_WALKS)]
    middle = tuple(median_low(walk[which] for walk in walks) for which in (0, 1))
    if order is None:
        ends = [(min(walk[which] for walk in walks), max(walk[which] for walk in walks)) for which in (0, 1)]
    else:
        ends = [_ends(plays, order, words, decisions=bool(which)) for which in (0, 1)]
    return Reading(
        (ends[0][0], middle[0], ends[0][1]), (ends[1][0], middle[1], ends[1][1]), exact=order is not None
    )


class _Words:
    """The words of pages, of echoes and of the close, each counted once."""

    def __init__(self, plays: Plays) -> None:
        self._plays = plays
        self._pages: dict[State, int] = {}
        self._close = _count(read_blocks(plays.rules.story.chapters[plays.chapter].close))

    def page(self, state: State) -> int:
        if state not in self._pages:
            scene = self._plays.rules.scene(state)
            text = () if scene is None else Evaluator(self._plays.rules, state).blocks(scene.text)
            self._pages[state] = self._close if scene is None else _count(text)
        return self._pages[state]

    def echo(self, before: State, move: Move) -> int:
        return len(plain_words(Evaluator(self._plays.rules, before).inlines(move.choice.echo)).split())


def _count(blocks: Blocks) -> int:
    return sum(len(text.split()) for text in plain_texts(blocks))


def _behind(plays: Plays, order: list[State]) -> dict[State, int]:
    """How many plays go on from each moment."""
    found: dict[State, int] = {}
    for state in order:
        found[state] = sum(found[move.after] for move in plays.moves.get(state, ())) or 1
    return found


def _walk(plays: Plays, words: _Words, behind: Mapping[State, int], seed: int) -> tuple[int, int]:
    """The words and decisions of a play; which choices are taken follows from the play's number."""
    state, decisions = plays.first, 0
    total = words.page(state)
    for _ in range(_LONGEST):
        moves = plays.moves.get(state, ())
        if not moves:
            break
        decisions += len(moves) > 1
        seed = (seed * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64  # Knuth's MMIX
        weights = list(accumulate(behind.get(move.after, 1) for move in moves))
        move = moves[bisect(weights, (seed >> 16) * weights[-1] >> 48)]
        total += words.echo(state, move) + words.page(move.after)
        state = move.after
    return total, decisions


def _in_order(plays: Plays) -> list[State] | None:
    """The moments, each after all that it leads to; None where one leads back to itself."""
    done: dict[State, bool] = {}
    order: list[State] = []
    stack = [(plays.first, iter(plays.moves.get(plays.first, ())))]
    done[plays.first] = False
    while stack:
        state, moves = stack[-1]
        move = next(moves, None)
        if move is None:
            done[state] = True
            order.append(state)
            stack.pop()
        elif move.after not in done:
            done[move.after] = False
            stack.append((move.after, iter(plays.moves.get(move.after, ()))))
        elif not done[move.after]:
            return None
    return order


def _ends(plays: Plays, order: list[State], words: _Words, *, decisions: bool) -> tuple[int, int]:
    """The fewest and the most of all plays."""
    found: dict[State, tuple[int, int]] = {}
    for state in order:
        moves = plays.moves.get(state, ())
        here = (len(moves) > 1) if decisions else words.page(state)
        onward = [_onward(found, state, move, words, decisions=decisions) for move in moves]
        fewest, most = min((few for few, _ in onward), default=0), max((many for _, many in onward), default=0)
        found[state] = (here + fewest, here + most)
    return found[plays.first]


def _onward(
    found: Mapping[State, tuple[int, int]], state: State, move: Move, words: _Words, *, decisions: bool
) -> tuple[int, int]:
    said = 0 if decisions else words.echo(state, move)
    fewest, most = found[move.after]
    return said + fewest, said + most
