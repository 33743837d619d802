"""Whatever is in a file, it loads to a story or to findings, and nothing is ever raised."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mistakes import around
from sidelight.checking.check import check
from sidelight.diagnostics.findings import Findings, has_errors
from sidelight.diagnostics.render.as_json import render_json
from sidelight.diagnostics.render.concise import render_concise
from sidelight.diagnostics.render.full import render_full
from sidelight.loading import yaml_nodes
from sidelight.loading.files import decode
from sidelight.loading.load import Loaded, load_files
from sidelight.model.texts import Written
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Block, Blocks, Heading, Inline, Insert, Items, Mark, Paragraph, Quote, Set
from sidelight.text.scan import scan
from sidelight.text.spans import StoryFile

VALID = (
    around(
        """
title: The quay, {hours} hours
place: Beirut, 20:00
text:
  - |
    The [lamp](aside:A1) is *lit*, and {'one' if hours == 1 else 'more'} \\{braces\\}.
  - {when: sent and visits('z') < 2, text: You sent it., else: "Not, yet"}
  - first: [{when: 'verdict in [open, kept]', text: [A, B]}, {text: C}]
  - - One
    - {when: not sent, text: two.}
  - passage: song
asides: [A1]
do: [hours -= 1, verdict = kept]
choices:
  - offered
  - say: Go on
    to: [{when: chose('a/wait'), to: z}, {to: a}]
    locked: There is no hour left.
    when: hours > 0
  - {say: Wait, to: z, id: wait, once: true, echo: You wait.}
"""
    )
    + """\
  b: {title: B, text: B, offered: {at: a, say: Find it}}
asides:
  A1: {title: A lamp, says: It burns., grade: reported, sources: [S]}
sources: {S: {title: A wire, date: 2024-12-13}}
passages: {song: {text: La., keep: The song}}
exercises:
  x: {kind: pick, phase: check, after: z, prompt: P, options: [{id: a, text: A, right: true}, {id: b, text: B}]}
"""
)
WORDS = [" #", ": ", ", ", "---\n", "- ", "](", "aside:", "<<: *a", "{hours}", "visited('a')", "!!str ", "&a "]
DEEP = ["x" * 90, "[" * 60, "(" * 60, "> " * 30, "*a " * 30]
SIGNS = st.sampled_from(
    [*"'\"*[]{}&!%@`#:,|>?-~\\=()\t\n éß☕\u0301\u2028\x85", "\n   ", "true", "0", *WORDS, *DEEP]
)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A valid story in which a few things are put in, taken out or moved."""
    text = VALID
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["insert", "delete", "swap", "indent"])):
            case "insert":
                text = text[:at] + draw(SIGNS) + text[at:]
            case "delete":
                text = text[:at] + text[at + draw(st.sampled_from([1, 2, 8, 40])) :]
            case "swap":
                lines = text.split("\n")
                one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
            case _:
                start = text.rfind("\n", 0, at) + 1
                text = text[:start] + " " * draw(st.integers(0, 3)) + text[start:].lstrip(" ")
    return text


def settle(loaded: Loaded) -> None:
    """What must be true of anything that has been loaded."""
    found = list(loaded.diagnostics)
    assert loaded.story is not None or has_errors(found)
    if loaded.story is not None and not has_errors(found):
        found += check(loaded.story)
    for each in found:
        assert 0 <= each.span.begin <= max(each.span.stop, len(each.span.file.text))
    for render in (render_full, render_concise, render_json):
        assert bool(found) <= bool(render(found))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_story_or_findings(raw: bytes) -> None:
    findings = Findings()
    file = decode(raw, "soup.yaml", findings)

    if file is None:
        assert findings.has_errors
    else:
        settle(load_files([file]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(SIGNS, st.text(max_size=8)), max_size=60).map("".join))
def test_any_signs_after_a_story_s_head_are_a_story_or_findings(soup: str) -> None:
    settle(load_files([StoryFile("soup.yaml", around("title: A") + soup)]))


@settings(max_examples=250, deadline=None)
@given(mutations())
def test_any_mutation_of_a_story_is_a_story_or_findings(text: str) -> None:
    settle(load_files([StoryFile("story.yaml", text)]))


@settings(max_examples=60, deadline=None)
@given(mutations())
def test_any_mutation_is_read_by_the_loader_written_in_python_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)
        settle(load_files([StoryFile("story.yaml", text)]))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(SIGNS, st.sampled_from(["word", "\n\n", "{a}", "[b](aside:A1)", "\\"])), max_size=25))
def test_markdown_sees_each_expression_that_scanning_has_seen_and_no_other_mark(signs: list[str]) -> None:
    source = "".join(signs)
    found = scan(source)

    seen = list(inlines(read_blocks(source, headings=True)))

    assert len(found.inserts) == sum(isinstance(each, Insert) for each in seen)
    assert {each.aside for each in seen if isinstance(each, Mark)} <= {
        address.text.removeprefix("aside:") for address in found.addresses
    }


def inlines(blocks: Blocks) -> list[Inline]:
    """Every inline of some blocks, and those inside them."""
    found: list[Inline] = []
    waiting: list[Inline] = []
    several: list[Block] = list(blocks)
    while several:
        match several.pop():
            case Paragraph(content) | Heading(_, content):
                waiting += content
            case Quote(inner) | Set(_, inner):
                several += inner
            case Items(items):
                several += [block for item in items for block in item]
            case _:
                pass
    while waiting:
        found.append(waiting.pop())
        waiting += getattr(found[-1], "content", ())
    return found


def test_the_story_that_is_mutated_is_sound() -> None:
    loaded = load_files([StoryFile("story.yaml", VALID)])

    assert loaded.story is not None
    assert "" == render_concise(loaded.diagnostics)
    assert isinstance(loaded.story.scenes["a"].text[0], Written)
