"""Why YAML could not read a line: usually because it is prose, and YAML has signs of its own.

YAML only says where it stopped. What the author wrote there is looked at again, as text, to say what happened
and how to mend it; the cure is nearly always to put the text after a `|`.
"""

import re
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.text.spans import Span, StoryFile

CURE = "put the text on a line of its own after `|`"
SIGNS = "*[{&!%@`>|?-"
"""What YAML takes for its own at the head of a text."""

_LINE = re.compile(
    r"(?P<lead>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?P<key>[\w-]+:[ \t]+)?"
    r"(?:(?P<value>[^ \t\n#][^\n]*?)[ \t]*|#[^\n]*)?(?:\n|\Z)"
)
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*\S""")
_TABLE = re.compile(r"\{[\w-]+:")


class Trouble(NamedTuple):
    """Where YAML stopped, what it says, and where what it was reading began, as far as it says so."""

    offset: int
    problem: str
    began: int | None = None
    reading: str = ""
    bracket: int | None = None
    """Where the bracket stands in which all this stands."""


class Line(NamedTuple):
    """A line taken apart: where it begins, what stands before its value, and where the value stands."""

    start: int
    lead: str
    dashes: str
    key: str
    begin: int
    stop: int

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what the value is the value of."""
        return not self.dashes and not self.key

    def indent(self, text: str, offset: int) -> int:
        """How far the lines must be indented, at the least, that belong to what stands at an offset in it."""
        before = text[self.start : offset].removeprefix(self.lead + self.dashes)
        if before and before[0] not in "[{":
            return len(self.lead) + len(self.dashes)
        return len(self.lead) + len(self.dashes.rstrip()) - 1 if self.dashes else -1


def line_at(text: str, offset: int) -> Line:
    """The line of an offset, taken apart."""
    start = text.rfind("\n", 0, offset) + 1
    found = _LINE.match(text, start)
    assert found is not None  # noqa: S101 - every part of the pattern may be empty
    begin, stop = found.span("value") if found["value"] else (found.end(), found.end())
    return Line(start, found["lead"], found["dashes"], found["key"] or "", begin, stop)


def broken_line(text: str, trouble: Trouble) -> Line:
    """The line that is to blame: where YAML stopped, or where what it was reading began."""
    line = line_at(text, _blamed(text, trouble))
    while line.begin == line.stop and line.start > 0:
        line = line_at(text, line.start - 1)
    if trouble.bracket is not None and trouble.bracket < line.start:  # whatever closes it is no part of a value
        stop = line.begin + len(text[line.begin : line.stop].rstrip(" \t]},"))
        return line._replace(stop=max(stop, line.begin + 1))
    return line


def _blamed(text: str, trouble: Trouble) -> int:
    began = trouble.began
    if began is None:
        return trouble.offset
    if "quoted scalar" in trouble.reading or "simple key" in trouble.reading:
        return began
    opened, stopped = line_at(text, began), line_at(text, min(trouble.offset, len(text)))
    unclosed = opened.start < stopped.start and len(stopped.lead) <= opened.indent(text, began)
    if "flow" in trouble.reading and unclosed and opened.stop > began + 1:
        return began
    return trouble.offset


def explain_broken_line(file: StoryFile, line: Line, trouble: Trouble) -> Diagnostic:
    """The finding for a line that YAML cannot read."""
    span = Span(file, line.begin, line.stop)
    value, problem = span.text, trouble.problem
    inside = "flow" in trouble.reading and line.begin <= trouble.offset < line.stop
    if value[:1] in ('"', "'") and "escape" not in problem:
        if _QUOTED.match(value) or value.count(value[0]) % 2:
            return after_quote(span)
    elif _TABLE.match(value) or (inside and value[0] in "[{"):
        return catalogue.BAD_YAML.at(
            span,
            f"YAML cannot read what stands between these brackets: {problem}",
            help="put quotation marks round what has brackets or commas of its own, or write one key a line",
        )
    elif value[:1] and value[0] in SIGNS:
        return begins_with_sign(span)
    elif "mapping values are not allowed" in problem and ": " in value:
        return colon_in_text(span)
    help_ = "look at the indent, and for a missing `|` or colon"
    if "escape" in problem:
        help_ = f"between these quotation marks a backslash begins a code: {CURE}"
    return catalogue.BAD_YAML.at(span, f"YAML cannot read this: {problem}", help=help_)


def is_misplaced(text: str, line: Line, trouble: Trouble) -> bool:
    """Whether YAML stopped at the head of a line: it is not the words, it is where they stand."""
    head = line.start + len(line.lead)
    return trouble.offset == head and "parsing a block" in trouble.reading and text[head] not in "\"'"


def misplaced(file: StoryFile, line: Line, problem: str) -> Diagnostic:
    """The finding for a line that stands where YAML does not expect one."""
    return catalogue.BAD_YAML.at(
        Span(file, line.start + len(line.lead), line.stop),
        f"YAML cannot place this line: {problem}",
        help="look at its indent, and at the lines above for a missing `|` or colon",
    )


def is_indented_with_tab(line: Line, problem: str) -> bool:
    """Whether it is a tab that YAML cannot read."""
    return "cannot start any token" in problem and "\t" in line.lead + line.dashes + line.key


def indented_with_tab(file: StoryFile, line: Line) -> Diagnostic:
    """The finding for a line that is indented with a tab."""
    return catalogue.BAD_YAML.at(
        Span(file, line.start, line.begin), "this line is indented with a tab", help="indent it with spaces"
    )


def explain_refused(file: StoryFile, begin: int, stop: int, *, scalar: bool) -> Diagnostic:
    """The finding for an anchor, an alias or a tag."""
    line = line_at(file.text, begin)
    words = file.text[line.begin : line.stop]
    if scalar and line.begin == begin and " " in words and not words.startswith("!!"):
        return begins_with_sign(Span(file, line.begin, line.stop))
    return catalogue.ALIAS_OR_TAG.at(
        Span(file, begin, stop),
        "YAML's anchors (`&`), aliases (`*`) and tags (`!`) are not read",
        help="write it out; a text used twice can be a passage",
    )


def after_quote(span: Span) -> Diagnostic:
    """The finding for a text that begins with a quotation mark and goes on after it."""
    return catalogue.TEXT_AFTER_QUOTE.at(
        span,
        "this text begins with a quotation mark, so YAML ends it at the next one",
        help=f"{CURE}, or use curly quotation marks",
    )


def begins_with_sign(span: Span) -> Diagnostic:
    """The finding for a text that begins with one of YAML's signs."""
    return catalogue.TEXT_BEGINS_WITH_SIGN.at(
        span, f"this text begins with {_shown(span.text[:1])}, which is a sign of YAML's own", help=CURE
    )


def _shown(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"


def colon_in_text(span: Span) -> Diagnostic:
    """The finding for a text whose colon YAML takes for its own."""
    return catalogue.COLON_IN_TEXT.at(
        span,
        "YAML takes the colon in this text for the end of a key",
        help=f"{CURE}, or put quotation marks round it",
    )


def quote_runs_on(text: str, begin: int, stop: int) -> bool:
    """Whether a text between quotation marks goes on into lines that are not indented as its own.

    YAML has a rule against it and its readers do not hold it, so a quotation mark without a partner swallows
    whatever stands before the next one.
    """
    indent = line_at(text, begin).indent(text, begin)
    rest = text[begin:stop].split("\n")[1:]
    return any(each.strip() and len(each) - len(each.lstrip(" ")) <= indent for each in rest)
