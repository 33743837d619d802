"""Why YAML could not read a line: usually because it is prose, and YAML has signs of its own.

YAML only says where it stopped. What the author wrote there is looked at again, as text, to say what happened
and how to mend it; the cure is nearly always to put the text after a `|`.
"""

import re

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.text.spans import Span, StoryFile

_VALUE = re.compile(r"^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?P<value>[^ \t\n#].*?)[ \t]*$")
_SIGNS = "*[{&!%@`"
_QUOTED = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*\S""")
_TABLE = re.compile(r"\{[\w-]+:")
CURE = "put the text on a line of its own after `|`"


def explain_broken_line(file: StoryFile, text: str, offset: int, problem: str) -> Diagnostic:
    """The finding for the line in which YAML stopped at an offset."""
    begin, stop = _value_near(text, offset)
    value = text[begin:stop]
    span = Span(file, begin, stop)
    if value[:1] in ('"', "'") and (_QUOTED.match(value) or value.count(value[0]) == 1):
        return catalogue.TEXT_AFTER_QUOTE.at(
            span,
            "this text begins with a quotation mark, so YAML ends it at the next one",
            help=f"{CURE}, or use curly quotation marks",
        )
    if _TABLE.match(value):
        return catalogue.BAD_YAML.at(
            span,
            f"YAML cannot read what stands between these braces: {problem}",
            help="write it one key a line",
        )
    if value[:1] and value[0] in _SIGNS:
        return _begins_with_sign(span, value[0])
    if "mapping values are not allowed" in problem and ": " in value:
        return catalogue.COLON_IN_TEXT.at(
            span,
            "YAML takes the colon in this text for the end of a key",
            help=f"{CURE}, or put quotation marks round it",
        )
    return catalogue.BAD_YAML.at(
        span, f"YAML cannot read this: {problem}", help="look at the indent, and for a missing `|` or colon"
    )


def explain_refused(file: StoryFile, offset: int) -> Diagnostic:
    """The finding for an anchor, an alias or a tag."""
    begin, stop = _value_near(file.text, offset)
    span = Span(file, begin, stop)
    if " " in span.text.strip() and "<<" not in span.text:
        return _begins_with_sign(span, span.text[0])
    return catalogue.ALIAS_OR_TAG.at(
        span,
        "YAML's anchors (`&`), aliases (`*`) and tags (`!`) are not read",
        help="write it out; a text used twice can be a passage",
    )


def _begins_with_sign(span: Span, sign: str) -> Diagnostic:
    return catalogue.TEXT_BEGINS_WITH_SIGN.at(
        span, f"this text begins with `{sign}`, which is a sign of YAML's own", help=CURE
    )


def blank_value(text: str, offset: int) -> str | None:
    """The text with the broken value replaced by as many letters, so that every other place stays where it is."""
    begin, stop = _value_near(text, offset)
    value = text[begin:stop]
    if not value or not value.strip("x"):
        return None
    return text[:begin] + "x" * len(value) + text[stop:]


def _value_near(text: str, offset: int) -> tuple[int, int]:
    """The value written in the line of an offset, or in the nearest line above that has any."""
    start = text.rfind("\n", 0, offset) + 1
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = _VALUE.match(text[start:end])
        if found and start + found.start("value") <= max(offset, start + found.start("value")):
            return start + found.start("value"), start + found.end("value")
        if start == 0:
            return offset, end
        start = text.rfind("\n", 0, start - 1) + 1
