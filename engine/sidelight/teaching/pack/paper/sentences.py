"""What a formula or a change says in words, to somebody with a pencil and a record strip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidelight.errors import StoryError
from sidelight.model.values import Value
from sidelight.teaching.pack.paper.formulas import Every, Formula, Is, Some
from sidelight.teaching.pack.paper.strip import Boxes, Letters, Row, Strip, Track

_DEEPEST = 2
"""Brackets inside brackets, beyond which a sentence is no help."""


def says(formula: Formula, strip: Strip) -> str:
    """A condition as it follows *if*: “you have circled A and a box is open at “Hours left””."""
    return _says(formula, strip, 0)


def _says(formula: Formula, strip: Strip, depth: int) -> str:
    match formula:
        case Is():
            return _asks(formula, strip[formula.mark])
        case Every(parts):
            return ", and ".join(_parts(parts, strip, depth, together=True))
        case Some(parts):
            return ", or ".join(_parts(parts, strip, depth, together=False))
        case bool():
            raise AssertionError(formula)


def _parts(parts: Sequence[Formula], strip: Strip, depth: int, *, together: bool) -> list[str]:
    """The clauses of a list; letters that are asked for alike share one."""
    circled: list[str] = []
    bare: list[str] = []
    clauses: list[str] = []
    for part in parts:
        if isinstance(part, Is):
            row = strip[part.mark]
            asked = _letters(part, row) if isinstance(row, Letters) else None
            if asked is None:
                clauses.append(_asks(part, row))
            elif asked.circled and (len(asked.letters) == 1 or not together):
                circled += asked.letters
            elif not asked.circled and together:
                bare += asked.letters
            else:
                clauses.append(_asks(part, row))
        elif depth >= _DEEPEST:
            raise StoryError(
                "a condition of this chapter is too deep to be said on paper",
                "play it on a screen, or write the condition with fewer brackets",
            )
        else:
            clauses.append(f"({_says(part, strip, depth + 1)})")
    return [*_circled(circled, "and" if together else "or"), *_bare(bare), *clauses]


def _asks(asked: Is, row: Row) -> str:
    match row:
        case Letters():
            found = _letters(asked, row)
            return "".join(_circled(found.letters, "or") if found.circled else _bare(found.letters))
        case Boxes(name):
            return f"{_boxes(asked)} open at “{name}”"
        case Track(name):
            return f"“{name}” stands at {_number(asked)}"


@dataclass(frozen=True, slots=True)
class _Asked:
    letters: list[str]
    circled: bool


def _letters(asked: Is, row: Letters) -> _Asked:
    """The letters one of which must be circled; or, where the start counts too, those that must not be."""
    circled = row.start not in asked.values
    values = asked.values if circled else asked.among - asked.values
    return _Asked([row.letters[value] for value in values], circled)


def _circled(letters: Sequence[str], joint: str) -> list[str]:
    return [f"you have circled {listed(_in_order(letters), joint)}"] if letters else []


def _bare(unordered: Sequence[str]) -> list[str]:
    letters = _in_order(unordered)
    match len(letters):
        case 0:
            return []
        case 1:
            return [f"you have not circled {letters[0]}"]
        case 2:
            return [f"you have circled neither {letters[0]} nor {letters[1]}"]
        case _:
            return [f"you have circled none of {listed(letters, 'and')}"]


def _in_order(letters: Iterable[str]) -> list[str]:
    return sorted(letters, key=lambda name: (len(name), name))


def _boxes(asked: Is) -> str:
    wanted, possible = _numbers(asked.values), _numbers(asked.among)
    fewest, most = wanted[0], wanted[-1]
    if wanted == [0]:
        return "no box is"
    if fewest == most:
        number = str(fewest) if fewest == possible[-1] else f"exactly {fewest}"
        return f"{number} {'box is' if fewest == 1 else 'boxes are'}"
    if wanted == [number for number in possible if number >= fewest]:
        return "a box is" if fewest == 1 else f"{fewest} or more boxes are"
    if wanted == [number for number in possible if number <= most]:
        return f"at most {most} {'box is' if most == 1 else 'boxes are'}"
    return f"{listed([str(number) for number in wanted], 'or')} boxes are"


def _number(asked: Is) -> str:
    wanted, possible = _numbers(asked.values), _numbers(asked.among)
    if len(wanted) > 1 and wanted == [number for number in possible if number >= wanted[0]]:
        return f"{wanted[0]} or more"
    if len(wanted) > 1 and wanted == [number for number in possible if number <= wanted[-1]]:
        return f"{wanted[-1]} or less"
    return listed([str(number) for number in wanted], "or")


def _numbers(values: Iterable[Value]) -> list[int]:
    return sorted(int(value) for value in values)


def listed(words: Sequence[str], joint: str) -> str:
    """Words in a row: “A, B and C”."""
    return f" {joint} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def set_to(row: Row, value: Value, before: frozenset[Value]) -> str:
    """What to do for a mark to stand at a value, whichever of some values it stood at."""
    match row:
        case Letters(start, letters):
            old = sorted(letters[each] for each in before - {start, value})
            rub = f"ub out the circle round {listed(old, 'or')}" if old else ""
            if value == start:
                return f"R{rub}."
            return f"Circle {letters[value]}, and r{rub}." if rub else f"Circle {letters[value]}."
        case Boxes(name):
            if value == 0:
                return f"Cross out every box at “{name}”."
            return f"Cross out boxes at “{name}” until {value} {'is' if value == 1 else 'are'} open."
        case Track(name):
            return f"Put “{name}” at {value}."


def change_by(row: Boxes | Track, amount: int, *, stops: bool) -> str:
    """What to do for a count to change; `stops` where it may stand too near its end."""
    if isinstance(row, Boxes):
        boxes = "1 box" if amount == -1 else f"{-amount} boxes"
        return f"Cross out {boxes} at “{row.name}”{', as far as they go' if stops else ''}."
    end = row.numbers[-1] if amount > 0 else row.numbers[0]
    kept = f", but go no further than {end}" if stops else ""
    return f"Add {amount} to “{row.name}”{kept}." if amount > 0 else f"Take {-amount} from “{row.name}”{kept}."
