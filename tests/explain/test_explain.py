"""Every page of `sidelight explain` fails where it says it fails, and is mended where it says it is.

A page's two examples are fenced blocks whose first word is `yaml`. What a page cannot show is said after it:

    yaml bytes=latin-1        the file is saved in that encoding, and not as UTF-8
    yaml character=U+001B     the sign ␛ stands for that character, which nobody could see
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from sidelight.checking.check import check
from sidelight.diagnostics.catalogue import KINDS
from sidelight.diagnostics.diagnostic import Diagnostic, Kind, Severity
from sidelight.diagnostics.findings import has_errors
from sidelight.diagnostics.pages import page, page_name
from sidelight.diagnostics.render.concise import render_concise
from sidelight.loading.load import load_story

PLACEHOLDER = "␛"
PAGES = files("sidelight.diagnostics") / "explain"
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


class Example(NamedTuple):
    """A story of one file, as it is to lie on the disk."""

    text: str
    encoding: str

    def findings(self, folder: Path) -> list[Diagnostic]:
        """What loading finds, and checking where loading found no errors."""
        (folder / "example.yaml").write_bytes(self.text.encode(self.encoding))
        loaded = load_story(folder)
        found = list(loaded.diagnostics)
        if loaded.story is not None and not has_errors(found):
            found += check(loaded.story)
        return found


def examples(text: str) -> Iterator[Example]:
    for found in re.finditer(r"^```yaml(?P<said>[^\n]*)\n(?P<story>.*?)^```$", text, re.MULTILINE | re.DOTALL):
        said = dict(word.split("=") for word in found["said"].split())
        story = found["story"]
        if (character := said.pop("character", None)) is not None:
            assert PLACEHOLDER in story
            story = story.replace(PLACEHOLDER, chr(int(character.removeprefix("U+"), 16)))
        yield Example(story, said.pop("bytes", "utf-8"))
        assert not said, f"nobody knows what {said} means"


@every_kind
def test_the_first_example_has_this_finding_and_no_other_and_the_second_none_of_it(
    kind: Kind, tmp_path: Path
) -> None:
    failing, mended = examples(page(kind))

    found = failing.findings(tmp_path)
    still_found = mended.findings(tmp_path)

    serious = [each for each in found if each.severity > Severity.ADVICE or each.kind is kind]
    assert {kind.code} == {each.kind.code for each in serious}, render_concise(found)
    assert [] == [each for each in still_found if each.kind is kind or each.severity is Severity.ERROR], (
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
