"""Texts: strings with their `{expressions}` and marks found, and the forms that vary with the state of play."""

from dataclasses import dataclass

from sidelight.diagnostics import catalogue
from sidelight.loading.expressions import read_condition, read_expression
from sidelight.loading.fields import Fields, Named, Reading, as_text, open_fields
from sidelight.loading.inner_spans import inner_span
from sidelight.loading.outline import Outline
from sidelight.loading.scope import Scope
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, Sequence
from sidelight.model.expressions import Condition, Expression, Literal, walk
from sidelight.model.texts import Branch, First, Include, Item, Joined, Styled, Text, When, Written
from sidelight.text.scan import Found, scan
from sidelight.text.spans import Span

ASIDE = "aside:"
_WORDS_IN_BRACES = 3
_CURE_MARKUP = "write `\\{` where a brace itself is meant"


@dataclass(frozen=True)
class TextReader:
    """Reads the texts of one place: a scene of a chapter, or a passage."""

    reading: Reading
    outline: Outline
    scope: Scope
    chapter: str | None

    def text(self, node: Node) -> Text:
        """A text in full: a string, or a list of strings and of what varies."""
        nodes = node.items if isinstance(node, Sequence) else [node]
        found = [self._item(each) for each in nodes]
        return tuple(item for item in found if item is not None)

    def _item(self, node: Node) -> Item | None:
        match node:
            case Scalar():
                return self._written(node)
            case Sequence():
                return Joined(self._parts(node))
            case Mapping():
                return self._form(node, joined=False)

    def _parts(self, node: Node) -> Text:
        """The parts of one paragraph."""
        nodes = node.items if isinstance(node, Sequence) else [node]
        parts: list[Item] = []
        for each in nodes:
            if isinstance(each, Mapping):
                item = self._form(each, joined=True)
            elif isinstance(each, Sequence):
                self.reading.wrong_type(each, "a text", "each part of a paragraph")
                continue
            else:
                item = self._written(each)
            if item is not None:
                parts.append(item)
        return tuple(parts)

    def _form(self, node: Mapping, *, joined: bool) -> Item | None:
        """One of the forms that are tables: when, first, passage, or a text in a style."""
        keys = {key.value for key, _ in node.pairs}
        styled = () if joined else ("style",)
        item: Item | None
        if "first" in keys:
            fields = Fields(node, self.reading, "a `first`", ("first", *styled))
            item = self._first(fields, joined=joined)
        elif "when" in keys:
            fields = Fields(node, self.reading, "a conditional text", ("when", "text", "else", *styled))
            item = self._when(fields, joined=joined)
        elif joined:
            self.reading.wrong_type(node, "a text or a conditional text", "each part of a paragraph")
            return None
        elif "passage" in keys:
            fields = Fields(node, self.reading, "a passage's place", ("passage", "style"))
            item = self._include(fields)
        else:
            return self._styled(Fields(node, self.reading, "a text with keys", ("text", "style")))
        style = self.style(fields)
        return item if style is None or item is None else Styled(style, (item,))

    def _styled(self, fields: Fields) -> Styled | None:
        inner = fields.require("text")
        if inner is None or fields.require("style") is None or (style := self.style(fields)) is None:
            return None
        return Styled(style, self.text(inner))

    def _inner(self, node: Node, *, joined: bool) -> Text:
        return self._parts(node) if joined else self.text(node)

    def _when(self, fields: Fields, *, joined: bool) -> When | None:
        condition = self.condition(fields, "when")
        then = fields.require("text")
        other = fields.get("else")
        if then is None or condition is None:
            return None
        return When(
            condition,
            self._inner(then, joined=joined),
            self._inner(other, joined=joined) if other is not None else (),
            fields.span,
        )

    def _first(self, fields: Fields, *, joined: bool) -> First | None:
        branches: list[Branch] = []
        nodes = fields.list("first")
        for node in nodes:
            branch = open_fields(node, self.reading, "a branch of `first`", ("when", "text"))
            if branch is None:
                continue
            condition = self.condition(branch, "when")
            inner = branch.require("text")
            if inner is not None and (condition is not None or not branch.has("when")):
                branches.append(Branch(condition, self._inner(inner, joined=joined), branch.span))
        check_branches(nodes, self.reading, "`first`")
        return First(tuple(branches)) if branches else None

    def _include(self, fields: Fields) -> Include | None:
        named = fields.id("passage")
        if named is None or not self.outline.check_named("passages", catalogue.UNKNOWN_PASSAGE, named):
            return None
        return Include(named.name, named.span)

    def style(self, fields: Fields) -> str | None:
        """The style a table asks for, if it asks for one there is."""
        named = fields.id("style")
        if named is None or not self.outline.check_named("styles", catalogue.UNKNOWN_STYLE, named):
            return None
        return named.name

    def condition(self, fields: Fields, key: str) -> Condition | None:
        """The condition under a key, if there is one that can be read."""
        node = fields.get(key)
        if node is None or (source := as_text(node, self.reading, f"`{key}`")) is None:
            return None
        scalar = node
        assert isinstance(scalar, Scalar)  # noqa: S101 - as_text reads nothing else
        return read_condition(
            source,
            lambda begin, stop: inner_span(self.reading.file, scalar, begin, stop),
            self.scope,
            self.chapter,
        )

    def inline(self, fields: Fields, key: str) -> Written | None:
        """One line of text that may hold `{expressions}` and nothing else, if it is there."""
        node = fields.get(key)
        if node is None or as_text(node, self.reading, f"`{key}`") is None:
            return None
        assert isinstance(node, Scalar)  # noqa: S101 - as_text reads nothing else
        written = self._written(node, links=False, what=f"`{key}`")
        return written and Written(written.source.strip(), written.inserts, (), written.span)

    def _written(self, node: Scalar, *, links: bool = True, what: str = "a text") -> Written | None:
        source = as_text(node, self.reading, what)
        if source is None:
            return None
        found = scan(source)
        inserts = tuple(self._insert(node, each) for each in found.inserts)
        self._report_strays(node, found.strays)
        marks = check_links(node, found.addresses, self.reading, self.outline, allow_marks=links, what=what)
        if any(each is None for each in inserts):
            return None
        return Written(source, tuple(each for each in inserts if each is not None), marks, self.reading.span(node))

    def _insert(self, node: Scalar, found: Found) -> Expression | None:
        span = self._place(node, found)
        typed = read_expression(
            found.text,
            lambda begin, stop: inner_span(self.reading.file, node, found.begin + begin, found.begin + stop),
            self.scope,
            self.chapter,
        )
        if typed is None:
            return None
        for each in walk(typed.node):
            if isinstance(each, Literal) and isinstance(each.value, str):
                self._advise_short(each.value, span)
        return typed.node

    def _advise_short(self, string: str, span: Span) -> None:
        if len(string.split()) > _WORDS_IN_BRACES:
            self.scope.findings.add(
                catalogue.LONG_STRING.at(
                    span,
                    "a string this long is hard to read and to translate inside braces",
                    help="make it a conditional text: `- {when: ..., text: ..., else: ...}`",
                )
            )

    def _report_strays(self, node: Scalar, strays: tuple[Found, ...]) -> None:
        for found in strays:
            self.scope.findings.add(
                catalogue.STRAY_BRACE.at(
                    self._place(node, found), f"this `{found.text}` has no partner", help=_CURE_MARKUP
                )
            )

    def _place(self, node: Scalar, found: Found) -> Span:
        return inner_span(self.reading.file, node, found.begin, found.stop)


def check_links(
    node: Scalar,
    addresses: tuple[Found, ...],
    reading: Reading,
    outline: Outline,
    *,
    allow_marks: bool,
    what: str,
) -> tuple[str, ...]:
    """The asides a text marks; reports every link that leads nowhere it may."""
    marks: list[str] = []
    for found in addresses:
        span = inner_span(reading.file, node, found.begin, found.stop)
        if found.text.startswith(ASIDE):
            named = Named(found.text.removeprefix(ASIDE), span)
            if not allow_marks:
                reading.findings.add(
                    catalogue.NOT_HERE.at(span, f"{what} cannot mark an aside", help="mark it in the scene's text")
                )
            elif outline.check_named("asides", catalogue.UNKNOWN_ASIDE, named):
                marks.append(named.name)
        elif not found.text.startswith("https://"):
            reading.findings.add(
                catalogue.BAD_LINK.at(
                    span,
                    f'a link cannot lead to "{found.text}"',
                    help="write `aside:` and an id, or `https://`",
                )
            )
    return tuple(marks)


def stateless(fields: Fields, key: str, outline: Outline) -> str | None:
    """A text in which nothing varies and nothing is marked: an aside's, a chapter's, an exercise's."""
    return fixed_text(fields.get(key), fields.reading, outline, f"`{key}`")


def fixed_text(node: Node | None, reading: Reading, outline: Outline, what: str) -> str | None:
    """A text in which nothing varies, if it is there."""
    if node is None or (source := as_text(node, reading, what)) is None:
        return None
    assert isinstance(node, Scalar)  # noqa: S101 - as_text reads nothing else
    found = scan(source)
    for insert in (*found.inserts, *found.strays):
        reading.findings.add(
            catalogue.NOT_HERE.at(
                inner_span(reading.file, node, insert.begin, insert.stop),
                f"{what} is the same whatever has happened, so it can have no {{expression}}",
                help=_CURE_MARKUP,
            )
        )
    check_links(node, found.addresses, reading, outline, allow_marks=False, what=what)
    return source.strip()


def check_branches(nodes: list[Node], reading: Reading, what: str) -> None:
    """Report branches of which none may hold, and branches behind one that always does."""
    open_ends = [isinstance(node, Mapping) and all(key.value != "when" for key, _ in node.pairs) for node in nodes]
    if not nodes or not open_ends[-1]:
        place = nodes[-1] if nodes else None
        if place is not None:
            reading.findings.add(
                catalogue.OPEN_ENDED_BRANCHES.at(
                    reading.span(place),
                    f"every branch of this {what} has a `when`, so there may be none that holds",
                    help="take the `when` from the last, or add a last branch without one",
                )
            )
    for node, always in zip(nodes[1:], open_ends, strict=False):
        if always:
            reading.findings.add(
                catalogue.BRANCH_AFTER_LAST.at(
                    reading.span(node),
                    "this branch is never looked at, because the one before it has no `when`",
                    help="give the one before it a `when`, or put this one first",
                )
            )
