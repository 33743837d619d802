"""Whatever has the wrong shape is reported where it stands, in every section, and reading goes on."""

import pytest

from mistakes import HEADER, around, found_in, found_in_scene, load
from sidelight.diagnostics.findings import Findings, count
from sidelight.loading.outline import SECTIONS


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_is_no_table_is_reported(section: str) -> None:
    text = around("title: A") if section not in ("scenes", "variables") else HEADER

    assert ("wrong-type", "[x]") in found_in(f"{text}{section}: [x]\n")
    assert ("wrong-type", "") in found_in(f"{text}{section}:\n")


@pytest.mark.parametrize("section", [each for each in SECTIONS if each not in ("scenes", "variables")])
def test_a_thing_that_is_no_table_is_reported(section: str) -> None:
    assert ("wrong-type", "5") in found_in(f"{around('title: A')}{section}: {{x: 5}}\n")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("title: [A]", ("text-begins-with-sign", "[A]")),
        ("title:\n  - A", ("wrong-type", "- A")),
        ("place: {of: fog}", ("text-begins-with-sign", "{of: fog}")),
        ("style: [x]", ("wrong-type", "[x]")),
        ("style:", ("wrong-type", "")),
        ("asides: {x: y}", ("wrong-type", "{x: y}")),
        ("asides: [[x]]", ("wrong-type", "[x]")),
        ("asides:", ("wrong-type", "")),
        ("content-notes: [[x]]", ("text-begins-with-sign", "[x]")),
        ("do: [[sent = true]]", ("text-begins-with-sign", "[sent = true]")),
        ("choices: 5", ("wrong-type", "5")),
        ("choices: [[5]]", ("wrong-type", "[5]")),
        ("ending: End", ("wrong-type", "End")),
        ("ending: {}", ("missing-key", "{}")),
        ("text: {}", ("missing-key", "{}")),
        ("? [a, b]\n: c", ("text-begins-with-sign", "? [a, b]")),
        ("was: [[x]]", ("wrong-type", "[x]")),
    ],
)
def test_a_value_of_another_shape_than_its_key_takes_is_reported(body: str, found: tuple[str, str]) -> None:
    assert found in found_in_scene(body)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('choices:\n  - {say: Go, to: z,\n     echo: "He" went}', ("text-after-quote", '"He" went')),
        ("choices:\n  - {say: Go, to: z\n  - {say: Stay, to: a}", ("bad-yaml", "{say: Go, to: z")),
        ("choices:\n  - {say: Go, to: z,\n     echo: *He* went}", ("text-begins-with-sign", "*He* went")),
        ("choices:\n  - {say: Go, to: z, echo: [He] went}", ("bad-yaml", "{say: Go, to: z, echo: [He] went}")),
    ],
)
def test_braces_over_several_lines_are_to_blame_where_they_are_wrong(body: str, found: tuple[str, str]) -> None:
    assert [found] == found_in_scene(body)


def test_a_key_that_is_nearly_known_is_not_missing_too() -> None:
    assert [("unknown-key", "grad")] == found_in(
        around("title: A") + "asides: {A: {title: A, says: A, grad: dramatised}}"
    )


def test_a_key_that_is_not_known_at_all_is_answered_with_those_that_are() -> None:
    (finding,) = load(around("ending: {title: End, zzz: 1}")).diagnostics

    assert "its keys are title, tone" == finding.help


def test_a_list_of_one_may_be_written_as_the_one() -> None:
    assert [] == found_in_scene("content-notes: war\nwas: old-a\ndo: sent = true")
    assert [("unknown-aside", "A1")] == found_in_scene("asides: A1")


def test_findings_are_counted_in_words_the_worst_first() -> None:
    found = load(
        around("quiet: yes\nplace: Room #4\ntext: \"{'a b c d' if sent else 'e'}\"\ndo: [x = 1]")
    ).diagnostics

    assert "2 errors, 1 warning and 1 advice" == count(found)
    assert "1 error" == count(found[:1])
    assert "nothing to mend" == count([])
    assert not Findings().has_errors
