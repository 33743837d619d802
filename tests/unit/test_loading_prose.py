"""Each way YAML has of eating prose is named for what it is, with the eaten words underlined and the cure."""

import pytest
import yaml

from mistakes import around, found_in, found_in_scene, load
from sidelight.loading import yaml_nodes

AS_A_TEXT = "text: %s"
AS_A_CHOICE = "choices:\n  - say: %s\n    to: z"
IN_A_LIST = "text:\n  - Before it.\n  - %s\n  - After it."
ON_ITS_OWN_LINE = "text:\n  %s"
everywhere = pytest.mark.parametrize("place", [AS_A_TEXT, AS_A_CHOICE, IN_A_LIST])


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)


@everywhere
@pytest.mark.parametrize(
    "prose",
    [
        '"Stop," he said.',
        "'Stop,' he said.",
        '"Stop," he said, "or go."',
        "'Twas night, and it wasn't.",
        '"You\'re late": that was all.',
    ],
)
def test_a_text_that_goes_on_after_its_quotation_mark(place: str, prose: str) -> None:
    assert [("text-after-quote", prose)] == found_in_scene(place % prose)


@everywhere
@pytest.mark.parametrize("prose", ["'Twas night.", '"Stop, he said.'])
@pytest.mark.parametrize("below", ["place: Where it isn't.", 'place: A "quay"', "quiet: true"])
def test_a_quotation_mark_without_a_partner_is_found_where_it_stands(place: str, prose: str, below: str) -> None:
    assert [("text-after-quote", prose)] == found_in_scene(f"{place % prose}\n{below}")


def test_a_quotation_that_is_closed_lines_later_is_found_where_it_begins() -> None:
    assert [("text-after-quote", '"He waited')] == found_in_scene('text: "He waited\n  and" went home')


def test_a_quotation_over_several_lines_is_a_text() -> None:
    assert [] == found_in_scene('text: "He waited\n  and went home."')


@pytest.mark.parametrize("place", [AS_A_TEXT, AS_A_CHOICE, IN_A_LIST, ON_ITS_OWN_LINE])
@pytest.mark.parametrize(
    "prose",
    [
        "*Softly* she went.",
        "**Loudly** she went.",
        "*softly she went",
        "[Thirty chiefs](aside:A) sat.",
        "{hours} hours are left.",
        "& so on.",
        "&c. and so on",
        "!Look, a ship",
        "! Look",
        "%5 of them came.",
        "@home she sat.",
        "`code` it was.",
        "> he quoted",
        "| he drew a line",
    ],
)
def test_a_text_that_begins_with_a_sign_of_yaml_s_own(place: str, prose: str) -> None:
    (finding,) = load(around(place % prose)).diagnostics

    assert ("text-begins-with-sign", prose) == (finding.kind.name, finding.span.text)
    assert "put the text on a line of its own after `|`" == finding.help


@everywhere
@pytest.mark.parametrize("prose", ["{hours}", "{hours, sent}"])
def test_braces_that_are_all_of_a_text_are_not_taken_for_a_table(place: str, prose: str) -> None:
    assert [("text-begins-with-sign", prose)] == found_in_scene(place % prose)


@everywhere
@pytest.mark.parametrize("opened", ["[Thirty chiefs sat", "[aside, he said"])
def test_a_bracket_that_is_never_closed_is_found_where_it_opens(place: str, opened: str) -> None:
    assert [("text-begins-with-sign", opened)] == found_in_scene(place % opened + "\nplace: Here")


def test_brackets_inside_brackets_are_told_from_prose() -> None:
    text = "[{when: verdict in [open], text: A}]"
    (finding,) = load(around(f"text: {text}")).diagnostics

    assert ("bad-yaml", text) == (finding.kind.name, finding.span.text)
    assert "put quotation marks round what has brackets" in finding.help


@everywhere
@pytest.mark.parametrize(
    ("prose", "eaten"),
    [
        ("He met #4 there.", "#4 there."),
        ("Room #9", "#9"),
        ("He came # and went", "# and went"),
    ],
)
def test_a_comment_sign_that_cuts_a_text(place: str, prose: str, eaten: str) -> None:
    assert [("comment-cuts-text", eaten)] == found_in_scene(place % prose)


@pytest.mark.parametrize("harmless", ["place: Quay  # where it begins", 'place: "Quay #4"', "place: Quay#4"])
def test_a_comment_after_a_word_and_a_sign_inside_a_text_are_no_mistakes(harmless: str) -> None:
    assert [] == found_in_scene(harmless)


@pytest.mark.parametrize(
    ("braces", "eaten"),
    [
        ("{say: Wait, then knock, to: z}", "then knock"),
        ("{to: z, say: Wait, knock}", "knock"),
        ("{say: Wait, to: z, echo: You knock, and wait}", "and wait"),
    ],
)
def test_a_comma_between_braces_that_becomes_a_key(braces: str, eaten: str) -> None:
    assert [("comma-becomes-key", eaten)] == found_in_scene(f"choices: [{braces}]")


def test_a_comma_that_is_missing_between_braces_says_no_more_than_that() -> None:
    assert [("comma-becomes-key", "to 2")] == found_in(around("title: A").replace("to: 2", "to 2"))


@everywhere
@pytest.mark.parametrize("prose", ["He said: no.", "Note: the door is open."])
def test_a_colon_in_a_text(place: str, prose: str) -> None:
    assert [("colon-in-text", prose)] == found_in_scene(place % prose)


def test_a_colon_in_the_second_line_of_a_text() -> None:
    assert [("colon-in-text", "and said: no.")] == found_in_scene("text: He waited\n  and said: no.")


@pytest.mark.parametrize("harmless", ["12:30", "https://example.org", "He said:no"])
def test_a_colon_that_no_space_follows_is_a_colon(harmless: str) -> None:
    assert [] == found_in_scene(f"place: {harmless}")


def test_a_backslash_between_quotation_marks_is_explained() -> None:
    (finding,) = load(around(r'text: "A \{ brace"')).diagnostics

    assert ("bad-yaml", r'"A \{ brace"') == (finding.kind.name, finding.span.text)
    assert "a backslash begins a code" in finding.help


def test_several_mistakes_are_all_found_in_one_run() -> None:
    body = """
text:
  - "Stop," he said.
  - *Softly* she went.
  - He said: no.
  - He met #4 there.
  - {when: sent, text: He paused, and left}
  - {when: snet, text: You sent it.}
choices:
  - say: {hours} left
    to: quay
  - say: 'Twas late
    to: z
quite: true
"""

    assert [
        ("text-after-quote", '"Stop," he said.'),
        ("text-begins-with-sign", "*Softly* she went."),
        ("colon-in-text", "He said: no."),
        ("comment-cuts-text", "#4 there."),
        ("comma-becomes-key", "and left"),
        ("unknown-variable", "snet"),
        ("text-begins-with-sign", "{hours} left"),
        ("unknown-scene", "quay"),
        ("text-after-quote", "'Twas late"),
        ("unknown-key", "quite"),
    ] == found_in_scene(body)
