"""Every page of `sidelight explain` fails where it says it fails, and is mended where it says it is.

A page's two examples are fenced blocks whose first word is `yaml`. What a page cannot show is said after it:

    yaml bytes=latin-1        the file is saved in that encoding, and not as UTF-8
    yaml character=U+001B     the sign ␛ stands for that character, which nobody could see
    yaml also=SL302,SL308     other findings that cannot but come with it, and that the page speaks of
    yaml states=8             the proof may hold no more than so many sets of states

The pages of what only exploration finds, SL3, go through the proof too, to its end.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from sidelight.checking.check import check
from sidelight.checking.proving.prove import Limits, Proof
from sidelight.diagnostics.catalogue import KINDS
from sidelight.diagnostics.diagnostic import Diagnostic, Kind, Severity
from sidelight.diagnostics.findings import has_errors
from sidelight.diagnostics.pages import page, page_name
from sidelight.diagnostics.render.concise import render_concise
from sidelight.loading.load import load_story
from sidelight.play.rules import Rules

PLACEHOLDER = "␛"
PAGES = files("sidelight.diagnostics") / "explain"
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


class Example(NamedTuple):
    """A story of one file, as it is to lie on the disk, and what is said of it."""

    text: str
    encoding: str
    also: frozenset[str]
    limits: Limits

    def findings(self, folder: Path, *, prove: bool) -> list[Diagnostic]:
        """What loading finds, and where it found no errors, checking and perhaps the proof."""
        (folder / "example.yaml").write_bytes(self.text.encode(self.encoding))
        loaded = load_story(folder)
        found = list(loaded.diagnostics)
        if loaded.story is None or has_errors(found):
            return found
        found += check(loaded.story)
        if prove and not has_errors(found):
            proof = Proof(Rules(loaded.story), self.limits)
            for _ in proof.run():
                pass
            found += proof.diagnostics
        return found


def examples(text: str) -> Iterator[Example]:
    for found in re.finditer(r"^```yaml(?P<said>[^\n]*)\n(?P<story>.*?)^```$", text, re.MULTILINE | re.DOTALL):
        said = dict(word.split("=") for word in found["said"].split())
        story = found["story"]
        if (character := said.pop("character", None)) is not None:
            assert PLACEHOLDER in story
            story = story.replace(PLACEHOLDER, chr(int(character.removeprefix("U+"), 16)))
        also = frozenset(said.pop("also", "").split(",")) - {""}
        states = said.pop("states", None)
        limits = Limits(states=None if states is None else int(states))
        yield Example(story, said.pop("bytes", "utf-8"), also, limits)
        assert not said, f"nobody knows what {said} means"


@every_kind
def test_the_first_example_has_this_finding_and_no_other_and_the_second_none_of_it(
    kind: Kind, tmp_path: Path
) -> None:
    failing, mended = examples(page(kind))
    prove = kind.code.startswith("SL3")

    found = failing.findings(tmp_path, prove=prove)
    still_found = mended.findings(tmp_path, prove=prove)

    serious = [each for each in found if each.severity > Severity.ADVICE or each.kind is kind]
    assert {kind.code, *failing.also} == {each.kind.code for each in serious}, render_concise(found)
    assert [] == [each for each in still_found if each.kind is kind or each.severity > Severity.ADVICE], (
        render_concise(still_found)
    )


def test_every_kind_has_a_page_and_every_page_a_kind() -> None:
    assert {page_name(kind) for kind in KINDS.values()} == {each.name for each in PAGES.iterdir()}


@every_kind
def test_a_page_names_its_kind_and_explains_before_it_shows(kind: Kind) -> None:
    heading, meaning, fails, *_ = page(kind).split("\n\n")

    assert f"# {kind.code} {kind.name}" == heading
    assert len(meaning) > 80
    assert "## It fails here" == fails
    assert "\n## Mended\n" in page(kind)
