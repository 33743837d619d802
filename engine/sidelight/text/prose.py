"""Prose with no markup left in it: blocks and inlines, for every medium to set in its own way."""

from dataclasses import dataclass
from textwrap import shorten
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words stressed, as by italics."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words stressed strongly, as by bold."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words an aside speaks to. `number` is the aside's on the page; 0 until the page is made."""

    aside: str
    content: "Inlines"
    number: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; always `https:`."""

    address: str
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Insert:
    """The place of a value: which of the text's `{expressions}`, counted from 0."""

    index: int


Inline: TypeAlias = Words | Emphasis | Strong | Mark | Link | Break | Insert
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words up to a blank line."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text; level 1 to 6."""

    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage set apart as somebody's words."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `start` is the first number, or None where the items have none."""

    items: tuple["Blocks", ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between two parts of a text."""


@dataclass(frozen=True, slots=True)
class Set:
    """Blocks set in one of the story's styles, such as a letter or wire copy."""

    style: str
    blocks: "Blocks"


Block: TypeAlias = Paragraph | Heading | Quote | Items | Rule | Set
Blocks: TypeAlias = tuple[Block, ...]


def plain_words(content: Inlines) -> str:
    """The words of inlines without any of their marks; a break is a space."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Words(text):
                parts.append(text)
            case Break():
                parts.append(" ")
            case Insert():
                pass
            case _:
                parts.append(plain_words(inline.content))
    return "".join(parts)


def shortened(words: str, longest: int) -> str:
    """As many words as fit. No stop is left before the ellipsis: it would look as if the sentence were over."""
    cut = shorten(words, longest, placeholder="\0")
    return f"{cut[:-1].rstrip('.,;:!?')}…" if cut.endswith("\0") else cut
