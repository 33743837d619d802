"""Texts as they read in one state: what varies decided, what is in braces filled in."""

from dataclasses import replace

from sidelight.model.story import Passage
from sidelight.model.texts import First, Include, Item, Joined, Styled, Text, When, Written
from sidelight.model.values import write_value
from sidelight.play.rules import Rules
from sidelight.play.state import State
from sidelight.text.characters import clean
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import (
    Block,
    Blocks,
    Break,
    Heading,
    Inline,
    Inlines,
    Insert,
    Items,
    Paragraph,
    Quote,
    Rule,
    Set,
    Words,
)

_SPACE = (Words(" "),)


class Evaluator:
    """Evaluates texts in one state."""

    def __init__(self, rules: Rules, state: State) -> None:
        self._rules = rules
        self._state = state

    def blocks(self, text: Text, *, headings: bool = False) -> Blocks:
        """The blocks of a text."""
        return tuple(block for item in text for block in self._item(item, headings=headings))

    def inlines(self, written: Written | None) -> Inlines:
        """The inlines of one line of text; none where there is none."""
        if written is None:
            return ()
        return _fill_inlines(read_inlines(written.source.strip()), self._values(written))

    def passage(self, passage: Passage) -> Blocks:
        """The blocks of a passage, in its style."""
        blocks = self.blocks(passage.text, headings=True)
        return (Set(passage.style, blocks),) if passage.style and blocks else blocks

    def _values(self, written: Written) -> list[str]:
        return [clean(write_value(self._rules.value(each, self._state))) for each in written.inserts]

    def _item(self, item: Item, *, headings: bool) -> Blocks:
        match item:
            case Written(source):
                blocks = read_blocks(source, headings=headings)
                return _fill_blocks(blocks, self._values(item)) if item.inserts else blocks
            case When() | First():
                return self.blocks(self._chosen(item), headings=headings)
            case Include(passage):
                return self.passage(self._rules.story.passages[passage])
            case Styled(style, text):
                inner = self.blocks(text, headings=headings)
                return (Set(style, inner),) if inner else ()
            case Joined(parts):
                content = self._joined(parts)
                return (Paragraph(content),) if content else ()

    def _chosen(self, item: When | First) -> Text:
        if isinstance(item, When):
            return item.then if self._rules.holds(item.condition, self._state) else item.other
        for branch in item.branches:
            if branch.condition is None or self._rules.holds(branch.condition, self._state):
                return branch.text
        return ()

    def _joined(self, parts: Text) -> Inlines:
        """The parts of one paragraph; loading lets nothing stand in one but strings and conditional texts."""
        content: Inlines = ()
        for part in parts:
            inner: Inlines = ()
            match part:
                case Written():
                    inner = self.inlines(part)
                case When() | First():
                    inner = self._joined(self._chosen(part))
                case Joined() | Styled() | Include():
                    raise AssertionError(part)
            if inner:
                content = content + _SPACE + inner if content else inner
        return content


def _fill_blocks(blocks: Blocks, values: list[str]) -> Blocks:
    return tuple(_fill_block(block, values) for block in blocks)


def _fill_block(block: Block, values: list[str]) -> Block:
    match block:
        case Paragraph(content):
            return Paragraph(_fill_inlines(content, values))
        case Heading(level, content):
            return Heading(level, _fill_inlines(content, values))
        case Quote(blocks) | Set(_, blocks):
            return replace(block, blocks=_fill_blocks(blocks, values))
        case Items(items):
            return replace(block, items=tuple(_fill_blocks(item, values) for item in items))
        case Rule():
            return block


def _fill_inlines(content: Inlines, values: list[str]) -> Inlines:
    return tuple(_fill_inline(inline, values) for inline in content) if values else content


def _fill_inline(inline: Inline, values: list[str]) -> Inline:
    match inline:
        case Insert(index):
            return Words(values[index])
        case Words() | Break():
            return inline
        case _:
            return replace(inline, content=_fill_inlines(inline.content, values))
