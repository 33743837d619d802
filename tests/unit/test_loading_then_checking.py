"""What checking finds in a story that has loaded: no way in or on, what nothing uses, signs that are no markup."""

import pytest

from mistakes import END, HEADER, around, sound
from sidelight.checking.check import check
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Emphasis, Paragraph

ASIDES = """\
sources: {S: {title: A wire}, T: {title: A second wire}}
asides:
  A: {title: A lamp, says: It burns., grade: reported, sources: [S]}
  B: {title: A bell, says: It rings., grade: reported, sources: [T]}
"""


def checked(text: str, *kinds: str) -> list[tuple[str, str]]:
    """What checking finds of some kinds, or of all, in a story in which loading finds nothing."""
    found = [(each.kind.name, each.span.text) for each in check(sound(text))]
    return sorted(each for each in found if not kinds or each[0] in kinds)


def scenes(*several: str) -> str:
    return HEADER + "scenes:\n" + "".join(f"  {scene}\n" for scene in several)


@pytest.mark.parametrize(
    ("story", "unreachable"),
    [
        (
            ["a: {title: A, text: A, choices: [{say: Go, to: b}]}", "b: {title: B, text: B, ending: {title: E}}"],
            [],
        ),
        (["a: {title: A, text: A, ending: {title: E}}", "b: {title: B, text: B, ending: {title: E}}"], ["b"]),
        (
            [
                "a: {title: A, text: A, ending: {title: E}}",
                "b: {title: B, text: B, choices: [{say: Go, to: c}]}",
                "c: {title: C, text: C, choices: [{say: Go, to: b}]}",
            ],
            ["b", "c"],
        ),
        (
            [
                "a: {title: A, text: A, choices: [offered]}",
                "b: {title: B, text: B, choices: [offered], offered: {at: a, say: Go}}",
                "c: {title: C, text: C, ending: {title: E}, offered: {at: b, say: Go}}",
            ],
            [],
        ),
        (
            ["a: {title: A, text: A, ending: {title: E}}", "b: {title: B, text: B, offered: {at: b, say: Go}}"],
            ["b"],
        ),
        (
            [
                "a: {title: A, text: A, choices: [{say: Go, to: [{when: visited('a'), to: b}, {to: c}]}]}",
                "b: {title: B, text: B, ending: {title: E}}",
                "c: {title: C, text: C, ending: {title: E}}",
            ],
            [],
        ),
        (
            ["a: {title: A, text: A, choices: [{say: Go, to: b, when: false}]}", END.strip().replace("z", "b", 1)],
            [],
        ),
    ],
)
def test_a_scene_that_nothing_leads_to_is_unreachable(story: list[str], unreachable: list[str]) -> None:
    assert [("unreachable-scene", id_) for id_ in unreachable] == checked(scenes(*story), "unreachable-scene")


def test_a_chapter_played_alone_begins_with_a_scene_that_is_reached() -> None:
    text = scenes(
        "a: {chapter: one, title: A, text: A, ending: {title: E}}",
        "b: {chapter: two, title: B, text: B, choices: [{say: Go, to: c}]}",
        "c: {chapter: two, title: C, text: C, ending: {title: E}}",
    )

    assert [] == checked(text + "chapters: {one: {title: One, begins: a}, two: {title: Two, begins: b}}")


def test_a_scene_only_reached_from_one_that_nothing_leads_to_says_so() -> None:
    text = scenes(
        "a: {title: A, text: A, ending: {title: E}}",
        "b: {title: B, text: B, choices: [{say: Go, to: c}]}",
        "c: {title: C, text: C, ending: {title: E}}",
    )

    first, second = check(sound(text))

    assert ('no choice leads to "b"', ()) == (first.message, first.notes)
    assert '"c" is only reached from scenes that nothing leads to' == second.message
    assert 'for example from "b"' == second.notes[0].message


def test_a_scene_with_nothing_to_choose_is_an_ending_or_a_mistake() -> None:
    assert [("no-way-on", "a")] == checked(scenes("a: {title: A, text: A}"))
    assert [("no-way-on", "a")] == checked(scenes("a: {title: A, text: A, choices: [offered]}"))
    assert [] == checked(scenes("a: {title: A, text: A, ending: {title: E}}"))


@pytest.mark.parametrize(
    ("body", "unused"),
    [
        ("do: [sent = true]", True),
        ("do: [sent = not sent]", True),
        ("choices: [{say: Go, to: z, do: [sent = true]}]", True),
        ("do: [hours = 1 if sent else 2]", False),
        ("text: [{when: sent, text: A}]", False),
        ("text: [{first: [{when: sent, text: A}, {text: B}]}]", False),
        ("text: '{sent}'", False),
        ("title: '{sent}'", False),
        ("place: '{sent}'", False),
        ("choices: [{say: '{sent}', to: z, id: go}]", False),
        ("choices: [{say: Go, to: z, echo: '{sent}'}]", False),
        ("choices: [{say: Go, to: z, when: hours > 0, locked: '{sent}'}]", False),
        ("choices: [{say: Go, to: z, when: sent}]", False),
        ("choices: [{say: Go, to: [{when: sent, to: z}, {to: a}]}]", False),
        ("offered: {at: a, say: Go, when: sent}", False),
    ],
)
def test_a_variable_is_used_where_something_depends_on_it(body: str, unused: bool) -> None:  # noqa: FBT001
    assert unused == (("unused-variable", "sent") in checked(around(body)))


def test_a_variable_that_is_only_added_to_is_unused_and_one_that_is_shown_is_not() -> None:
    counting = around("do: [hours += 1]")
    shown = counting.replace("start: 2}", "start: 2, label: Hours, shown: true}")
    labelled = counting.replace("sent: false", "sent: {start: false, label: '{hours}', shown: true}")

    assert ("unused-variable", "hours") in checked(counting)
    assert ("unused-variable", "hours") not in checked(shown)
    assert ("unused-variable", "hours") not in checked(labelled)


def test_a_variable_that_only_a_passage_reads_is_used() -> None:
    assert ("unused-variable", "sent") not in checked(around("title: A") + "passages: {p: {text: '{sent}'}}")


@pytest.mark.parametrize(
    ("body", "rest", "unused"),
    [
        ("text: A", "", ["A", "B"]),
        ("text: Some [words](aside:A)", "", ["B"]),
        ("text: [{when: sent, text: 'Some [words](aside:A)', else: 'Some [words](aside:B)'}]", "", []),
        ("asides: [B]", "", ["A"]),
        ("text: [[Some, '[words](aside:A)']]", "", ["B"]),
        ("text: [{passage: p}]", "passages: {p: {text: 'Some [words](aside:A)'}}", ["B"]),
    ],
)
def test_an_aside_is_used_where_a_scene_or_a_passage_shows_it(body: str, rest: str, unused: list[str]) -> None:
    assert [("unused-aside", id_) for id_ in unused] == checked(around(body) + ASIDES + rest, "unused-aside")


@pytest.mark.parametrize(
    ("rest", "unused"),
    [
        ("", ["U"]),
        ("exercises: {x: {kind: write, phase: reflect, prompt: P, evidence: [U]}}", []),
        ("exercises: {x: {kind: write, phase: reflect, prompt: P, evidence: [A]}}", ["U"]),
        ("exercises: {x: {kind: pick, phase: predict, prompt: P, options: [{id: a, text: A, sources: [U]}]}}", []),
    ],
)
def test_a_source_is_used_where_an_aside_or_an_exercise_cites_it(rest: str, unused: list[str]) -> None:
    text = around("title: A") + ASIDES.replace("T: {", "U: {title: A third}, T: {") + rest

    assert [("unused-source", id_) for id_ in unused] == checked(text, "unused-source")


@pytest.mark.parametrize(
    ("markdown", "underlined"),
    [
        ("She <b>shouts</b>.", "<b>"),
        ("<div>", "<div>"),
        ("A <!-- remark -->", "<!-- remark -->"),
        ("A ![lamp](https://example.org/lamp.png)", "![lamp]"),
        ("A `lamp`", "`lamp`"),
        ("```\nlamp\n```", "```"),
        ("A lamp\n\n    burns", "burns"),
        ("# A lamp", "A lamp"),
        ("A lamp\n======", "A lamp"),
        ("A lamp\n---", "A lamp"),
        ("> ## A lamp", "A lamp"),
        ("<https://example.org>", "<"),
    ],
)
def test_markup_that_would_be_shown_as_signs_is_underlined(markdown: str, underlined: str) -> None:
    body = "text: |\n" + "".join(f"  {line}\n" for line in markdown.split("\n"))

    assert [("unsupported-markup", underlined)] == checked(around(body), "unsupported-markup")


@pytest.mark.parametrize(
    "markdown",
    ["1 < 2", "I <3 her", "A #4", r"\<b\>", r"A \`lamp\`", "A\n\n---\n\nB", "*A* **b**\n\n> c\n\n1. d\n- e"],
)
def test_markup_that_a_story_has_and_signs_that_are_signs_are_fine(markdown: str) -> None:
    body = "text: |\n" + "".join(f"  {line}\n" for line in markdown.split("\n"))

    assert [] == checked(around(body), "unsupported-markup")


@pytest.mark.parametrize(
    "place",
    [
        around("title: %s"),
        around("place: %s"),
        around("choices: [{say: %s, to: z, id: go}]"),
        around("choices: [{say: Go, to: z, when: sent, locked: %s, echo: Gone.}]"),
        around("choices: [{say: Go, to: z, echo: %s}]"),
        around("offered: {at: a, say: %s}"),
        around("text: [{when: sent, text: A, else: %s}]"),
        around("text: [[A, %s]]"),
        around("title: A") + "passages: {p: {text: %s}}",
        around("title: A") + "asides: {A: {title: A, says: %s, grade: dramatised}}",
        around("title: A") + "asides: {A: {title: A, says: A, more: %s, grade: dramatised}}",
        around("title: A") + "exercises: {x: {kind: write, phase: reflect, prompt: %s}}",
        around("title: A") + "exercises: {x: {kind: write, phase: reflect, prompt: P, hint: [%s]}}",
        around("chapter: c").replace("z: {", "z: {chapter: c, ")
        + "chapters: {c: {title: C, begins: a, close: %s}}",
    ],
)
def test_such_markup_is_found_in_every_text(place: str) -> None:
    assert [("unsupported-markup", "<b>")] == checked(place % '"A <b>lamp</b>"', "unsupported-markup")


def test_a_heading_may_stand_in_a_passage_and_nowhere_else() -> None:
    passage = around("text: [{passage: p}]") + 'passages: {p: {text: "# A lamp"}}'

    assert [] == checked(passage, "unsupported-markup")
    assert [("unsupported-markup", "A lamp")] == checked(around('text: "# A lamp"'), "unsupported-markup")


def test_emphasis_in_emphasis_without_end_can_still_be_read() -> None:
    (block,) = read_blocks("*a " * 3000 + "a* " * 3000)

    assert isinstance(block, Paragraph)
    assert isinstance(block.content[0], Emphasis)


def test_a_character_written_as_an_entity_steers_no_terminal() -> None:
    shown = str(read_blocks("One&#13;&#x202e;&rlm;two"))

    assert not {"\r", "\u202e", "\u200f"} & set(shown)
