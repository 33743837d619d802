"""A small reader of GIFT for tests, after the documentation of the format: what a program would make of a file."""

import re
from dataclasses import dataclass
from html import unescape

_SIGN = "\\#=~{}:"
_WEIGHT = re.compile(r"%(-?[0-9.]+)%")


@dataclass(frozen=True)
class Choice:
    """An answer, how much of the whole it is worth, and what is said to it."""

    text: str
    worth: float
    feedback: str = ""


@dataclass(frozen=True)
class Question:
    """A question as it was read. `pairs` are those of a match, `choices` the answers of every other kind."""

    kind: str
    category: str
    id: str
    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    general: str = ""


def read(file: str) -> list[Question]:
    """The questions of a file."""
    category, found = "", list[Question]()
    for block in re.split(r"\n[ \t]*\n", file):
        lines = [line.strip() for line in block.split("\n")]
        comments = " ".join(line for line in lines if line.startswith("//"))
        text = "\n".join(line for line in lines if not line.startswith("//")).strip()
        if text.startswith("$CATEGORY:"):
            category = text.removeprefix("$CATEGORY:").strip()
        elif text:
            found.append(_question(text, category, comments))
    return found


def words(html: str) -> str:
    """What a browser shows of a line of HTML."""
    flowing = re.sub(r"</?(?:em|strong|a)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"</?(?:p|ul|ol|li|hr|br)\b[^>]*>", " ", flowing)).split())


def _question(text: str, category: str, comments: str) -> Question:
    (_, name, rest) = _split(text, "::", 3)
    stem, answers = _split(rest, "{", 2)
    inner, after = _split(answers, "}", 2)
    assert not after.strip(), "nothing follows the answers"
    assert stem.startswith("[html]")
    inner, *general = _split(inner.strip(), "####", 2)
    id_ = re.search(r"\[id:([^\]]+)\]", comments)
    assert id_ is not None
    kind, choices, pairs = _answers(inner.strip())
    shown = _plain(stem.removeprefix("[html]"))
    return Question(kind, category, id_[1], _plain(name), shown, choices, pairs, _plain("".join(general)))


def _answers(inner: str) -> tuple[str, tuple[Choice, ...], tuple[tuple[str, str], ...]]:
    if not inner:
        return "essay", (), ()
    if inner.startswith("#"):
        return "number", tuple(_choice(each) for each in _cut(inner[1:])), ()
    if _count(inner, "~"):
        choices = tuple(_choice(each) for each in _cut(inner))
        return ("pick" if _count(inner, "=") else "pick-many"), choices, ()
    if _count(inner, "=") and "->" in inner:
        pairs = (each[1:].split("->", 1) for each in _cut(inner))
        return "match", (), tuple((_shown(left), _plain(right)) for left, right in pairs)
    if _count(inner, "="):
        return "short", tuple(_choice(each) for each in _cut(inner)), ()
    answer, wrong, right = _split(inner, "#", 3)
    return "true-false", (Choice(answer, 1.0, _plain(right)), Choice("", 0.0, _plain(wrong))), ()


def _cut(inner: str) -> list[str]:
    """The answers, each with the sign it begins with."""
    starts = [place for place in _unescaped(inner) if inner[place] in "=~"]
    assert not inner[: starts[0]].strip()
    return [inner[start:end].strip() for start, end in zip(starts, [*starts[1:], len(inner)], strict=True)]


def _choice(written: str) -> Choice:
    worth = 1.0 if written[0] == "=" else 0.0
    rest = written[1:].strip()
    if weight := _WEIGHT.match(rest):
        worth, rest = round(float(weight[1]) / 100, 7), rest[weight.end() :]
    text, *feedback = _split(rest, "#", 2)
    return Choice(_shown(text), worth, _plain("".join(feedback)))


def _shown(text: str) -> str:
    """Words that may begin with the name of their format."""
    assert not re.match(r"\[(?!plain\])", text.strip()), "this would be the name of a format"
    return _plain(text.strip().removeprefix("[plain]"))


def _unescaped(text: str) -> list[int]:
    """The places of the signs that no backslash stands before."""
    found, place = list[int](), 0
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if text[place] in _SIGN:
            found.append(place)
        place += 1
    return found


def _count(text: str, sign: str) -> int:
    return sum(text[place] == sign for place in _unescaped(text))


def _split(text: str, at: str, parts: int) -> list[str]:
    """The parts of a text between signs that are not escaped."""
    found: list[str] = []
    places = set(_unescaped(text))
    begin = place = 0
    while place < len(text) and len(found) < parts - 1:
        if text.startswith(at, place) and all(each in places for each in range(place, place + len(at))):
            found.append(text[begin:place])
            begin = place = place + len(at)
        else:
            place += 1
    return [*found, text[begin:]]


def _plain(text: str) -> str:
    return re.sub(r"\\([\\#=~{}:])", r"\1", text).strip()
