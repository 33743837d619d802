"""A broken line costs one finding: nothing is said of what may have been lost with it."""

from pathlib import Path

import pytest

from mistakes import found_in
from sidelight.loading import limits
from sidelight.loading.load import load_story

WHOLE = """\
story: {format: 1, id: example, title: Example, start: a, chapters: [one]}
variables:
  sent: false
  hours: {from: 0, to: 2, start: 2}
  verdict: {one-of: [open, shut], start: open}
styles:
  letter: {mark: box}
passages:
  song: {text: La.}
chapters:
  one: {title: One, begins: a, with: {hours: 1}}
grades:
  sure: {label: Sure, means: two say so, needs-source: false}
asides:
  A1: {title: A lamp, says: It burns., grade: sure}
chapter: one
scenes:
  a:
    title: The quay
    style: letter
    text:
      - |
        The lamp is [lit](aside:A1), {hours} hours.

        Second paragraph.
      - passage: song
      - when: sent
        text: You sent it.
        else: You did not.
    do: [hours -= 1]
    choices:
      - say: Go on
        to: b
        when: hours > 0 or verdict == open or chose('a/wait')
      - say: Wait
        to: a
        do: [sent = true]
  b:
    title: The end
    text: Over.
    ending: {title: End}
"""


def broken(old: str, new: str) -> str:
    assert 1 == WHOLE.count(old), old
    return WHOLE.replace(old, new)


def test_the_story_that_is_about_to_be_broken_is_whole() -> None:
    assert [] == found_in(WHOLE)


@pytest.mark.parametrize(
    ("old", "new", "underlined"),
    [
        ("      - say: Wait", "     - say: Wait", "- say: Wait"),
        ("      - say: Wait", "       - say: Wait", "- say: Wait"),
        ("        to: a\n", "       to: a\n", "to: a"),
        ("    choices:\n", "     choices:\n", "choices:"),
        ("    choices:\n", "    choices\n", "choices"),
        ("  b:\n", "  b\n", "b"),
        ("scenes:\n", "scenes\n", "scenes"),
        ("variables:\n", "variables\n", "variables"),
        ("    title: The quay\n", "   title: The quay\n", "letter"),
        ("        Second", "       Second", "Second paragraph."),
        ("        Second", "      Second", "Second paragraph."),
        ("    text: Over.", "    text: Over.\n   And out", "And out"),
    ],
)
def test_a_line_out_of_place_is_one_finding_however_much_hangs_from_it(
    old: str, new: str, underlined: str
) -> None:
    assert [("bad-yaml", underlined)] == found_in(broken(old, new))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("variables:", "varables:", ("unknown-key", "varables")),
        ("asides:", "aside:", ("unknown-key", "aside")),
        ("variables:", "scenes: {}\nvariables:", ("repeated-key", "scenes")),
        ("variables:\n", "variables: *base\nvariable:\n", ("alias-or-tag", "*base")),
        ("  hours: {", "  hours: &two {", ("alias-or-tag", "&two {")),
        ("chapter: one", "chapter: two", ("unknown-chapter", "two")),
        ("styles:\n", "---\nstyles:\n", ("alias-or-tag", "---")),
    ],
)
def test_names_are_not_missed_that_may_stand_in_what_was_not_read(
    old: str, new: str, found: tuple[str, str]
) -> None:
    assert found == found_in(broken(old, new))[0]
    assert not {"unknown-variable", "unknown-scene", "unknown-aside", "unknown-style"} & {
        kind for kind, _ in found_in(broken(old, new))
    }


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("hours: {from: 0, to: 2, start: 2}", "hours: {from: 0, to: 2, start: 5}", ("bad-domain", "5")),
        ("hours: {from: 0, to: 2, start: 2}", "hours: 2", ("wrong-type", "2")),
        ("hours: {from: 0, to: 2, start: 2}", "Hours: {from: 0, to: 2, start: 2}", ("bad-name", "Hours")),
        ("hours: {from: 0, to: 2, start: 2}", "hours: {from: 0, to: 2, start: 2", ("bad-yaml", None)),
        ("one-of: [open, shut]", "one-of: [open, Shut]", ("bad-name", "Shut")),
        ("  verdict: {", "  Verdict: {", ("bad-name", "Verdict")),
        ("one-of: [open, shut], start: open", "one-of: [open, shut], start: ajar", ("bad-domain", "ajar")),
        ("  sure: {label: Sure", "  sure: {lable: Sure", ("unknown-key", "lable")),
        ("  song: {text: La.}", "  song: La.", ("wrong-type", "La.")),
        ("        to: a\n", "        to: q\n", ("unknown-scene", "q")),
        ("  b:\n    title", "  b: 5\n  c:\n    title", ("wrong-type", "5")),
    ],
)
def test_what_is_declared_wrongly_is_not_reported_again_where_it_is_named(
    old: str, new: str, found: tuple[str, str | None]
) -> None:
    ((kind, text),) = found_in(broken(old, new))

    assert found == (kind, None if found[1] is None else text)


def test_an_unreadable_file_does_not_make_its_names_unknown(tmp_path: Path) -> None:
    scenes, rest = WHOLE[WHOLE.index("chapter: one\n") :], WHOLE[: WHOLE.index("chapter: one\n")]
    (tmp_path / "scenes.yaml").write_text(scenes, "utf-8")
    (tmp_path / "rest.yaml").write_bytes(rest.encode() + b"# caf\xe9\n")

    (finding,) = load_story(tmp_path).diagnostics

    assert ("unreadable-file", "rest.yaml") == (finding.kind.name, finding.span.file.name)
    assert "see line 16" in finding.message


def test_a_scene_in_no_chapter_is_not_accused_of_naming_a_chapter_s_variables_too() -> None:
    text = broken("begins: a, with", "begins: a, variables: {rung: false}, with").replace(
        "do: [hours", "do: [rung = true, hours"
    )

    assert [("scene-without-chapter", "a"), ("scene-without-chapter", "b")] == found_in(
        text.replace("chapter: one\n", "")
    )


def test_a_file_indented_with_tabs_is_one_finding() -> None:
    text = "story: {format: 1, id: example, title: Example, start: a}\nscenes:\n\ta:\n\t\ttitle: A\n\t\ttext: B\n"

    assert [("bad-yaml", "\t")] == found_in(text)


def test_a_file_with_more_broken_lines_than_the_limit_is_read_no_further() -> None:
    lines = "".join(f"      - *{number} o'clock\n" for number in range(limits.BROKEN_LINES + 5))

    found = found_in(WHOLE.replace("      - |\n", lines + "      - |\n"))

    assert [("text-begins-with-sign", "*0 o'clock")] == found[1:2]
    assert limits.BROKEN_LINES + 1 == sum(kind == "text-begins-with-sign" for kind, _ in found)
    assert ("limit-exceeded", "") == found[0]


def test_a_file_nested_deeper_than_the_limit_says_where() -> None:
    deep = "[" * (limits.NESTING + 1) + "]" * (limits.NESTING + 1)

    assert [("limit-exceeded", "[")] == found_in(WHOLE.replace("    text: Over.", f"    text: {deep}"))


def test_an_empty_file_among_others_is_nothing() -> None:
    assert [] == found_in(WHOLE, "", "# Nothing yet.\n")
