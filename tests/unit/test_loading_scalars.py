"""Plain scalars are ours: only true, false and whole numbers are values, and all else is the text it is."""

import pytest

from mistakes import HEADER, around, found_in, found_in_scene, load, scene_of, sound
from sidelight.model.texts import Written


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "yes",
        "off",
        "null",
        "~",
        "12:30",
        "010",
        "1.5",
        "1e3",
        "0x1F",
        "2024-12-13",
        "true",
        "12",
        "=",
        "NaN",
    ],
)
def test_a_plain_word_of_yaml_s_own_is_the_text_it_is_written_as(written: str) -> None:
    assert (Written(written),) == scene_of(f"text: {written}").text


def test_the_language_of_norway_is_no() -> None:
    assert (
        "no"
        == sound(
            HEADER.replace("start: a", "start: a, language: no") + "scenes: {a: {title: A, text: A}}"
        ).language
    )


def test_a_date_of_a_source_stays_as_it_is_written() -> None:
    story = sound(around("title: A") + "sources: {S: {title: A wire, date: 2024-12-08}}")

    assert "2024-12-08" == story.sources["S"].date


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", "true"), ("on", "true"), ("Yes", "true"), ("no", "false"), ("OFF", "false")]
)
def test_yes_where_a_truth_is_wanted_is_reported_with_the_word_to_write(written: str, meant: str) -> None:
    (finding,) = load(around(f"quiet: {written}")).diagnostics

    assert ("not-a-truth", written) == (finding.kind.name, finding.span.text)
    assert f"write `{meant}`" == finding.help


@pytest.mark.parametrize("written", ['"true"', "1", "maybe", "[true]"])
def test_what_is_no_truth_at_all_is_of_the_wrong_type(written: str) -> None:
    assert [("wrong-type", written)] == found_in_scene(f"quiet: {written}")


@pytest.mark.parametrize("written", ["02", '"2"', "2.0", "two", "0x2", "1_000", "2024-12-13", "1:30"])
def test_what_only_looks_like_a_whole_number_is_none(written: str) -> None:
    assert [("wrong-type", written)] == found_in(
        HEADER + f"variables:\n  hours: {{from: 0, to: 9, start: {written}}}\nscenes: {{a: {{title: A, text: A}}}}"
    )


@pytest.mark.parametrize(("written", "number"), [("-1", -1), ("+2", 2), ("0", 0), ("-0", 0)])
def test_a_plain_whole_number_is_a_number(written: str, number: int) -> None:
    story = sound(
        HEADER
        + f"variables: {{hours: {{from: -1, to: 9, start: {written}}}}}\nscenes: {{a: {{title: A, text: A}}}}"
    )

    assert number == story.variables["hours"].start


def test_a_number_with_more_digits_than_nine_is_beyond_the_limit() -> None:
    assert [("limit-exceeded", "1234567890")] == found_in(
        HEADER + "variables: {n: {from: 0, to: 1234567890, start: 0}}\nscenes: {a: {title: A, text: A}}"
    )


def test_nothing_where_a_text_should_stand_is_reported() -> None:
    assert [("wrong-type", "")] == found_in_scene("place:")


def test_nothing_before_a_comment_is_reported_with_the_way_yaml_reads_it() -> None:
    (finding,) = load(around("place: #4, upstairs")).diagnostics

    assert "wrong-type" == finding.kind.name
    assert "YAML reads a comment from the `#` on" in finding.help
