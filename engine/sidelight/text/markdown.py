"""CommonMark in, prose out: the one place that knows markdown-it-py.

Raw HTML, images and code have no place in a story. They are read as the characters they are written with;
the checker tells the author about them.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from sidelight.text.characters import clean
from sidelight.text.prose import (
    Block,
    Blocks,
    Break,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Insert,
    Items,
    Link,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Words,
)
from sidelight.text.scan import BRACES, LINK_END

ASIDE = "aside:"
"""How a link names an aside."""
_NESTING = 100
"""Quotes and lists inside each other, beyond which markdown-it leaves the words out."""
_DEPTH = 20
"""Emphasis inside emphasis, beyond which it makes no difference."""


def _insert(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    if state.src[state.pos] != "{":
        return False
    found = BRACES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("insert", "", 0).content = found.group()
    state.pos = found.end()
    return True


def _scanned_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    """A link, if it is one that scanning a text finds: what has not been checked is no link."""
    begin, tokens, pending = state.pos, len(state.tokens), state.pending
    if not link(state, silent):
        return False
    if any(found.end() == state.pos for found in LINK_END.finditer(state.src, begin, state.pos)):
        return True
    del state.tokens[tokens:], state.tokens_meta[tokens:]
    state.pos, state.pending = begin, pending
    return False


@lru_cache(maxsize=2)
def _reader(*, headings: bool) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING})
    reader.disable(["html_block", "html_inline", "image", "code", "fence", "backticks", "reference", "autolink"])
    if not headings:
        reader.disable(["heading", "lheading"])
    reader.inline.ruler.before("link", "insert", _insert)
    reader.inline.ruler.at("link", _scanned_link)
    return reader


@lru_cache(maxsize=2048)
def read_blocks(source: str, *, headings: bool = False) -> Blocks:
    """The blocks of a text, read once. Each `{expression}` becomes an Insert, counted in order."""
    tokens = _reader(headings=headings).parse(source)
    blocks, _ = _blocks(tokens, 0, _Counter())
    return blocks


@lru_cache(maxsize=4096)
def read_inlines(source: str) -> Inlines:
    """The inlines of one line of text, such as a choice; line ends are spaces."""
    tokens = _reader(headings=False).parseInline(source)
    children = tokens[0].children or []
    return _inlines(iter(children), _Counter())


class Unsupported(NamedTuple):
    """Markdown that a story cannot have: what it is, how it is written, and what to do instead."""

    what: str
    source: str
    instead: str


_CURE_SIGN = "put a backslash before the sign, if the sign is meant"


@lru_cache(maxsize=1)
def _finder() -> MarkdownIt:
    """Reads what the other readers do not, only to find it."""
    finder = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING})
    finder.disable("reference")
    finder.inline.ruler.before("link", "insert", _insert)
    return finder


def find_unsupported(source: str, *, inline: bool = False, headings: bool = False) -> list[Unsupported]:
    """The Markdown in a text that is none in a story."""
    tokens = _finder().parseInline(source) if inline else _finder().parse(source)
    found: list[Unsupported] = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and not headings:
            found.append(_heading(tokens[at + 1], underlined=token.markup in "=-"))
        elif token.type in ("code_block", "fence"):
            lines = f"{token.markup}{token.info}" or token.content.strip().partition("\n")[0]
            found.append(Unsupported("code", lines, "take out the spaces or the signs that make it code"))
        elif token.type == "html_block":
            found.append(Unsupported("HTML", token.content.strip().partition("\n")[0], _CURE_SIGN))
        found.extend(each for child in token.children or () if (each := _unsupported_inline(child)) is not None)
    return found


def _heading(content: Token, *, underlined: bool) -> Unsupported:
    instead = "leave a blank line above the rule, if a rule is meant" if underlined else _CURE_SIGN
    return Unsupported("heading but in a passage", content.content.partition("\n")[0], instead)


def _unsupported_inline(token: Token) -> Unsupported | None:
    match token.type:
        case "html_inline" if not token.content.startswith("</"):
            return Unsupported("HTML", token.content, _CURE_SIGN)
        case "image":
            return Unsupported("images", f"![{token.content}]", "say in words what is to be seen")
        case "code_inline":
            return Unsupported("code", f"{token.markup}{token.content}{token.markup}", _CURE_SIGN)
        case "link_open" if token.markup == "autolink":
            return Unsupported("bare links", "<", "write `[words](https://...)`")
        case _:
            return None


class _Counter:
    def __init__(self) -> None:
        self.next = 0

    def take(self) -> int:
        self.next += 1
        return self.next - 1


def _blocks(tokens: list[Token], at: int, counter: _Counter) -> tuple[Blocks, int]:
    """Blocks from `at` up to the token that closes them, and the place after it."""
    blocks: list[Block] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.nesting < 0:
            break
        match token.type:
            case "paragraph_open" | "heading_open":
                content = _inlines(iter(tokens[at].children or []), counter)
                at += 2
                heading = token.type == "heading_open"
                blocks.append(Heading(int(token.tag[1:]), content) if heading else Paragraph(content))
            case "blockquote_open":
                inner, at = _blocks(tokens, at, counter)
                blocks.append(Quote(inner))
            case "bullet_list_open" | "ordered_list_open":
                items, at = _items(tokens, at, counter)
                ordered = token.type == "ordered_list_open"
                blocks.append(Items(items, int(token.attrs.get("start", 1)) if ordered else None))
            case "hr":
                blocks.append(Rule())
            case _:
                raise AssertionError(f"no rule of ours makes {token.type}")
    return tuple(blocks), at


def _items(tokens: list[Token], at: int, counter: _Counter) -> tuple[tuple[Blocks, ...], int]:
    items: list[Blocks] = []
    while tokens[at].type == "list_item_open":
        inner, at = _blocks(tokens, at + 1, counter)
        items.append(inner)
    return tuple(items), at + 1


def _inlines(tokens: Iterator[Token], counter: _Counter, depth: int = 0) -> Inlines:  # noqa: C901 - a case a token
    """Inlines up to the token that closes them."""
    content: list[Inline] = []
    flattened = 0
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                _add_words(content, clean(token.content))
            case "softbreak":
                _add_words(content, " ")
            case "hardbreak":
                content.append(Break())
            case "insert":
                content.append(Insert(counter.take()))
            case "em_open" | "strong_open" if depth >= _DEPTH:
                flattened += 1
            case "em_open":
                content.append(Emphasis(_inlines(tokens, counter, depth + 1)))
            case "strong_open":
                content.append(Strong(_inlines(tokens, counter, depth + 1)))
            case "link_open":
                content.append(_link(str(token.attrs["href"]), _inlines(tokens, counter, depth + 1)))
            case "em_close" | "strong_close" if flattened:
                flattened -= 1
            case _:  # whatever closes what was opened
                break
    return tuple(content)


def _add_words(content: list[Inline], text: str) -> None:
    if not text:
        return
    if content and isinstance(last := content[-1], Words):
        content[-1] = Words(last.text + text)
    else:
        content.append(Words(text))


def _link(address: str, content: Inlines) -> Inline:
    if address.startswith(ASIDE):
        return Mark(address.removeprefix(ASIDE), content)
    return Link(address, content)
