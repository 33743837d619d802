"""Texts: strings with their `{expressions}` and marks found, and the forms that vary with the state of play."""

from dataclasses import dataclass, replace

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean, nearest
from sidelight.loading.branches import check_branches
from sidelight.loading.broken_lines import after_quote, begins_with_sign, colon_in_text
from sidelight.loading.expressions import read_condition, read_expression
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.inner_spans import inner_span
from sidelight.loading.links import CURE_BRACE, check_links
from sidelight.loading.outline import Outline
from sidelight.loading.scalars import Reading, as_text
from sidelight.loading.scope import Scope
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, Sequence, is_broken
from sidelight.model.expressions import Condition, Expression, Literal, walk
from sidelight.model.texts import Branch, First, Include, Item, Joined, Styled, Text, When, Written
from sidelight.text.scan import EMPTY, Found, scan

_WORDS_IN_BRACES = 3
_FORM_KEYS = ("when", "text", "else", "first", "passage", "style")


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
        if self._is_no_form(node):
            return None
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

    def _is_no_form(self, node: Mapping) -> bool:
        """Whether a table is none of the forms, which is reported; mostly YAML has made one of prose."""
        keys = [key for key, _ in node.pairs]
        if not keys or any(key.value in _FORM_KEYS for key in keys):
            return False
        if any(is_broken(value) for _, value in node.pairs):
            return True
        span = self.reading.span(node)
        if near := next((key for key in keys if nearest(key.value, _FORM_KEYS)), None):
            message = f"a text has no key `{near.value}`"
            help_ = did_you_mean(near.value, _FORM_KEYS)
            self.reading.findings.add(catalogue.UNKNOWN_KEY.at(self.reading.span(near), message, help=help_))
        elif span.text[:1] in "{?":
            self.reading.findings.add(begins_with_sign(span))
        elif span.text[:1] in ('"', "'"):
            self.reading.findings.add(after_quote(span))
        else:
            self.reading.findings.add(colon_in_text(span))
        return True

    def _styled(self, fields: Fields) -> Styled | None:
        inner, style = fields.require("text"), self.style(fields)
        fields.require("style")
        text = () if inner is None else self.text(inner)
        return None if style is None or inner is None else Styled(style, text)

    def _inner(self, node: Node | None, *, joined: bool) -> Text:
        if node is None:
            return ()
        return self._parts(node) if joined else self.text(node)

    def _when(self, fields: Fields, *, joined: bool) -> When | None:
        condition = self.condition(fields, "when")
        then = self._inner(fields.require("text"), joined=joined)
        other = self._inner(fields.get("else"), joined=joined)
        return None if condition is None else When(condition, then, other, fields.span)

    def _first(self, fields: Fields, *, joined: bool) -> First | None:
        branches: list[Branch] = []
        nodes = fields.list("first")
        for node in nodes:
            branch = open_fields(node, self.reading, "a branch of `first`", ("when", "text"))
            if branch is None:
                continue
            condition = self.condition(branch, "when")
            inner = self._inner(branch.require("text"), joined=joined)
            if condition is not None or not branch.has("when"):
                branches.append(Branch(condition, inner, branch.span))
        if isinstance(fields.get("first"), Sequence):
            check_branches(nodes, fields.span, self.reading, "`first`")
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
        if node is None:
            return None
        written = self._written(node, links=False, what=f"`{key}`")
        if written is None or written.source == written.source.strip():
            return written
        return replace(written, source=written.source.strip())

    def required_inline(self, fields: Fields, key: str) -> Written | None:
        """One line of text that must be there."""
        return None if fields.require(key) is None else self.inline(fields, key)

    def _written(self, node: Node, *, links: bool = True, what: str = "each part of a text") -> Written | None:
        source = as_text(node, self.reading, what)
        if source is None or not isinstance(node, Scalar):
            return None
        found = scan(source)
        if found is EMPTY:
            return Written(source, (), (), self.reading.span(node))
        inserts = tuple(self._insert(node, each) for each in found.inserts)
        self._report_strays(node, found.strays)
        marks = check_links(node, found, self.reading, self.outline, allow_marks=links, what=what)
        if any(each is None for each in inserts):
            return None
        return Written(source, tuple(each for each in inserts if each is not None), marks, self.reading.span(node))

    def _insert(self, node: Scalar, found: Found) -> Expression | None:
        typed = read_expression(
            found.text,
            lambda begin, stop: inner_span(self.reading.file, node, found.begin + begin, found.begin + stop),
            self.scope,
            self.chapter,
        )
        if typed is None:
            return None
        words = [
            each.value for each in walk(typed.node) if isinstance(each, Literal) and isinstance(each.value, str)
        ]
        if any(len(each.split()) > _WORDS_IN_BRACES for each in words):
            self.scope.findings.add(
                catalogue.LONG_STRING.at(
                    inner_span(self.reading.file, node, found.begin, found.stop),
                    "a string this long is hard to read and to translate inside braces",
                    help="make it a conditional text: `- {when: ..., text: ..., else: ...}`",
                )
            )
        return typed.node

    def _report_strays(self, node: Scalar, strays: tuple[Found, ...]) -> None:
        for found in strays:
            self.scope.findings.add(
                catalogue.STRAY_BRACE.at(
                    inner_span(self.reading.file, node, found.begin, found.stop),
                    f"this `{found.text}` has no partner in its line",
                    help=CURE_BRACE,
                )
            )
