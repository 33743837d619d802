"""Links in texts, and the texts in which nothing but a link may stand among the words."""

from sidelight.diagnostics import catalogue
from sidelight.loading.fields import Fields
from sidelight.loading.inner_spans import inner_span
from sidelight.loading.outline import Outline
from sidelight.loading.scalars import Named, Reading, as_text
from sidelight.loading.yaml_nodes import Node, Scalar
from sidelight.text.scan import Found, Scan, scan
from sidelight.text.spans import Span

ASIDE = "aside:"
CURE_BRACE = "write `\\{` where a brace itself is meant"


def check_links(
    node: Scalar, found: Scan, reading: Reading, outline: Outline, *, allow_marks: bool, what: str
) -> tuple[str, ...]:
    """The asides a text marks; reports every link that leads nowhere it may."""
    marks: list[str] = []
    known = outline.names("asides")
    for address in found.addresses:
        prefix, _, id_ = address.text.partition(":")
        if allow_marks and prefix == "aside" and id_ in known:
            marks.append(id_)
        elif not address.text.startswith("https://"):
            _report_link(
                address,
                inner_span(reading.file, node, address.begin, address.stop),
                reading,
                outline,
                allow_marks=allow_marks,
                what=what,
            )
    for loose in found.loose:
        reading.findings.add(
            catalogue.BAD_LINK.at(
                inner_span(reading.file, node, loose.begin, loose.stop),
                "a link begins here, and its address cannot be read",
                help="close it with `)`; an address has no spaces and no braces in it",
            )
        )
    return tuple(marks)


def _report_link(
    address: Found, span: Span, reading: Reading, outline: Outline, *, allow_marks: bool, what: str
) -> None:
    if not address.text.startswith(ASIDE):
        message, help_ = f'a link cannot lead to "{address.text}"', "write `aside:` and an id, or `https://`"
        reading.findings.add(catalogue.BAD_LINK.at(span, message, help=help_))
    elif not allow_marks:
        message = f"{what} cannot mark an aside"
        reading.findings.add(catalogue.NOT_HERE.at(span, message, help="mark it in the scene's text"))
    else:
        outline.check_named("asides", catalogue.UNKNOWN_ASIDE, Named(address.text.removeprefix(ASIDE), span))


def stateless(fields: Fields, key: str, outline: Outline) -> str | None:
    """A text in which nothing varies and nothing is marked: an aside's, a chapter's, an exercise's."""
    return fixed_text(fields.get(key), fields.reading, outline, f"`{key}`")


def required_stateless(fields: Fields, key: str, outline: Outline) -> str | None:
    """A text in which nothing varies that must be there."""
    return None if fields.require(key) is None else stateless(fields, key, outline)


def stateless_texts(fields: Fields, key: str, outline: Outline) -> tuple[str, ...]:
    """Texts in a list, in which nothing varies; none if it is not there."""
    found = [fixed_text(node, fields.reading, outline, f"each of `{key}`") for node in fields.list(key)]
    return tuple(each for each in found if each is not None)


def fixed_text(node: Node | None, reading: Reading, outline: Outline, what: str) -> str | None:
    """A text in which nothing varies, if it is there."""
    if node is None or (source := as_text(node, reading, what)) is None:
        return None
    assert isinstance(node, Scalar)  # noqa: S101 - as_text reads nothing else
    found = scan(source)
    for brace in (*found.inserts, *found.strays):
        reading.findings.add(
            catalogue.NOT_HERE.at(
                inner_span(reading.file, node, brace.begin, brace.stop),
                f"{what} is the same whatever has happened, so it can have no {{expression}}",
                help=CURE_BRACE,
            )
        )
    check_links(node, found, reading, outline, allow_marks=False, what=what)
    return source.strip()
