"""How much a page gives to read."""

from collections.abc import Iterator

from sidelight.presenting.page import Page
from sidelight.text.prose import Block, Blocks, Heading, Items, Paragraph, Quote, Rule, Set, plain_words


def words_on(page: Page) -> int:
    """The words of a page: the echo of the choice and the text."""
    return len(plain_words(page.echo).split()) + sum(len(text.split()) for text in plain_texts(page.blocks))


def plain_texts(blocks: Blocks) -> Iterator[str]:
    """The words of blocks without any marks, paragraph by paragraph."""
    for block in blocks:
        yield from _plain_texts(block)


def _plain_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content) | Heading(_, content):
            yield plain_words(content)
        case Quote(blocks) | Set(_, blocks):
            yield from plain_texts(blocks)
        case Items(items):
            for item in items:
                yield from plain_texts(item)
        case Rule():
            pass
