"""A finding underlines what it speaks of, exactly, and every renderer shows it there."""

import json

import pytest

from mistakes import HEADER, around, load
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.findings import count
from sidelight.diagnostics.render.as_json import render_json
from sidelight.diagnostics.render.concise import render_concise
from sidelight.diagnostics.render.full import render_full


def only(body: str) -> Diagnostic:
    (finding,) = load(around(body)).diagnostics
    return finding


def place(finding: Diagnostic) -> tuple[str, str]:
    """The line a finding stands in, and what is underlined of it."""
    return finding.span.file.line(finding.span.start.line).strip(), finding.span.text


@pytest.mark.parametrize(
    ("body", "line", "underlined"),
    [
        ("text: |\n  The quay.\n  A [lamp](aside:A9) burns.", "A [lamp](aside:A9) burns.", "aside:A9"),
        ("text: |\n\n  The quay.\n\n  {huors} left.", "{huors} left.", "huors"),
        ("text: |-\n  The quay.\n    Far out, {huors}.", "Far out, {huors}.", "huors"),
        ("text: |2\n   One {huors}.", "One {huors}.", "huors"),
        ("text: | # a remark\n  One {huors}.", "One {huors}.", "huors"),
        ("text:\n  - |\n    One.\n  - |\n    Two, {hours > opne}.", "Two, {hours > opne}.", "opne"),
        ("text: One {huors}.", "text: One {huors}.", "huors"),
        ('text: "One {huors}."', 'text: "One {huors}."', "huors"),
        ("text: 'One {huors}.'", "text: 'One {huors}.'", "huors"),
        ("text: 'It''s {huors}.'", "text: 'It''s {huors}.'", "huors"),
        ('text: "A \\"{huors}\\" one"', 'text: "A \\"{huors}\\" one"', "huors"),
        ("text: >\n  One\n  {huors}\n  and more.", "{huors}", "huors"),
        ("text: One\n  {huors}\n  and more.", "{huors}", "huors"),
        ("text: é ☕ {huors}", "text: é ☕ {huors}", "huors"),
        ("text: [{when: sent and snet, text: A}]", "text: [{when: sent and snet, text: A}]", "snet"),
        ("text: [{when: '  snet  ', text: A}]", "text: [{when: '  snet  ', text: A}]", "snet"),
        ("do: [hours -= snet]", "do: [hours -= snet]", "snet"),
        ("do: ['verdict = \"é\" if snet else open']", "do: ['verdict = \"é\" if snet else open']", "snet"),
    ],
)
def test_what_is_wrong_inside_a_text_is_underlined_where_it_stands(body: str, line: str, underlined: str) -> None:
    assert (line, underlined) == place(only(body))


def test_words_that_stand_twice_in_a_folded_text_are_underlined_with_all_of_it() -> None:
    finding = only("text: >\n  One {huors}\n  and {huors}.")

    assert (10, 11) == finding.span.start
    assert ">\n      One {huors}\n      and {huors}." == finding.span.text.strip()


def underlined(finding: Diagnostic) -> tuple[str, str]:
    """The line that is shown and the line of carets under it, without the gutter."""
    lines = render_full([finding]).splitlines()
    at = next(number for number, line in enumerate(lines) if "^" in line)
    return lines[at - 1].split(" | ", 1)[1], lines[at].split(" | ", 1)[1]


@pytest.mark.parametrize(
    ("body", "shown", "carets"),
    [
        ("text: A {huors}.", "    text: A {huors}.", "             ^^^^^"),
        ("text: Café {huors}.", "    text: Café {huors}.", "                ^^^^^"),
        ("text: ☕ {huors}.", "    text: ☕ {huors}.", "              ^^^^^"),
        ("text: 東京 {huors}.", "    text: 東京 {huors}.", "                ^^^^^"),
        ("text: x\u0303 {huors}.", "    text: x\u0303 {huors}.", "             ^^^^^"),
        ("text: A [b](☕)", "    text: A [b](☕)", "                ^^"),
        ("text: A\t{huors}", "    text: A {huors}", "             ^^^^^"),
    ],
)
def test_carets_stand_under_the_words_however_wide_they_are(body: str, shown: str, carets: str) -> None:
    assert (shown, carets) == underlined(only(body))


def test_a_finding_in_full_shows_its_lines_its_label_its_cure_and_where_to_read_more() -> None:
    text = around("choices:\n  - say: Go\n    to: quya\n    id: go").replace("z:", "quay:")

    assert (
        render_full(load(text).diagnostics)
        == """\
error[SL104] unknown-scene: there is no scene called "quya"
  0.yaml:12:13
     |
  10 |     choices:
  11 |       - say: Go
  12 |         to: quya
     |             ^^^^ this choice leads nowhere
  help: did you mean "quay"?
  more: sidelight explain SL104
"""
    )


def test_a_note_shows_the_other_place() -> None:
    text = HEADER + "scenes:\n  a: {title: A, text: A}\n  a: {title: B, text: B}\n"

    assert (
        render_full(load(text).diagnostics)
        == """\
error[SL006] repeated-key: `a` stands here for the second time
  0.yaml:4:3
    |
  2 | scenes:
  3 |   a: {title: A, text: A}
  4 |   a: {title: B, text: B}
    |   ^
  help: keep one of the two, or give them different names
  note: the first is here, and is the one that is read
  0.yaml:3:3
    |
  1 | story: {format: 1, id: example, title: Example, start: a}
  2 | scenes:
  3 |   a: {title: A, text: A}
    |   ^
  more: sidelight explain SL006
"""
    )


def test_colour_marks_how_serious_a_finding_is_and_nothing_else() -> None:
    finding = only("place: Room #4")

    coloured = render_full([finding], colour=True)

    assert coloured.startswith("\x1b[1;33mwarning[SL010] comment-cuts-text:\x1b[0m ")
    assert render_full([finding]) == coloured.replace("\x1b[1;33m", "").replace("\x1b[0m", "")


def test_a_concise_finding_is_one_line_that_editors_read() -> None:
    assert (
        render_concise(load(around("quiet: yes")).diagnostics)
        == "0.yaml:10:12: error[SL017] `quiet` should be true or false (write `true`)\n"
    )


def test_a_finding_as_json_has_places_that_count_from_one() -> None:
    (found,) = json.loads(render_json(load(around("text: é {huors}")).diagnostics))

    assert ("SL202", "unknown-variable", "error", "0.yaml") == tuple(
        found[key] for key in ("code", "name", "severity", "file")
    )
    assert {"line": 10, "column": 14} == found["start"]
    assert {"line": 10, "column": 19} == found["end"]
    assert 'did you mean "hours"?' == found["help"]
    assert [] == found["notes"]


def test_no_renderer_lets_a_story_s_characters_steer_the_terminal() -> None:
    found = load(around('title: "\\e[2J"')).diagnostics

    for shown in (render_full(found), render_concise(found), render_json(found)):
        assert "control-character" in shown or "SL008" in shown
        assert "\x1b" not in shown


def test_findings_come_in_the_order_of_their_places_and_each_once() -> None:
    found = load(
        around("quiet: yes\ndo: [snet = true]\nplace: '{huors} {huors}'"), "scenes: {b: {title: B}}"
    ).diagnostics

    places = [(each.span.file.name, each.span.begin) for each in found]
    assert sorted(places) == places
    assert len(set(places)) == len(places)
    assert "5 errors" == count(found)
