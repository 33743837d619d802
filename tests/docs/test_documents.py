"""What the documents show works as they show it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import value_classes
from builders import begin, take
from conftest import CHECKOUT
from sidelight.checking.check import check
from sidelight.checking.proving.prove import Proof
from sidelight.diagnostics.render.concise import render_concise
from sidelight.loading.asides import ASIDE_KEYS, SOURCE_KEYS
from sidelight.loading.exercises import EXERCISE_KEYS
from sidelight.loading.header import CHAPTER_KEYS, GRADE_KEYS, PASSAGE_KEYS, STYLE_KEYS
from sidelight.loading.load import load_files
from sidelight.loading.outline import HEADER_KEYS, SECTIONS
from sidelight.loading.scenes import CHOICE_KEYS, SCENE_KEYS
from sidelight.play.rules import Rules
from sidelight.text.spans import StoryFile

README = (CHECKOUT / "README.md").read_text("utf-8")
GUIDE = (CHECKOUT / "story" / "README.md").read_text("utf-8")
PROVING = (CHECKOUT / "engine" / "proving.md").read_text("utf-8")
ENGINE = (CHECKOUT / "engine" / "README.md").read_text("utf-8")


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", document, re.MULTILINE | re.DOTALL)


def test_the_guide_s_examples_are_one_story_without_findings() -> None:
    files = [StoryFile(f"{number:02}.yaml", text) for number, text in enumerate(blocks(GUIDE, "yaml"))]

    loaded = load_files(files)

    assert loaded.story is not None
    proof = Proof(Rules(loaded.story))
    for _ in proof.run():
        pass
    found = [*loaded.diagnostics, *check(loaded.story), *proof.diagnostics]
    assert "" == render_concise(found)
    across = take(begin(loaded.story), "pay", "give")
    assert across.ended


@pytest.mark.parametrize(
    "key",
    sorted(
        {
            *SECTIONS,
            *HEADER_KEYS,
            *SCENE_KEYS,
            *CHOICE_KEYS,
            *CHAPTER_KEYS,
            *STYLE_KEYS,
            *PASSAGE_KEYS,
            *GRADE_KEYS,
            *ASIDE_KEYS,
            *SOURCE_KEYS,
            *EXERCISE_KEYS,
        }
    ),
)
def test_every_key_of_the_format_is_in_the_guide(key: str) -> None:
    assert f"`{key}`" in GUIDE or f"`{key}:`" in GUIDE or re.search(rf"^ *-? *\{{?{key}:", GUIDE, re.MULTILINE)


def test_the_first_scene_of_the_readme_plays(tmp_path: Path) -> None:
    (story,) = blocks(README, "yaml")
    path = tmp_path / "well.yaml"
    path.write_text(story, "utf-8")

    loaded = load_files([StoryFile("well.yaml", story)])

    assert loaded.story is not None
    assert render_concise([*loaded.diagnostics, *check(loaded.story)]) == ""
    assert take(begin(loaded.story), "throw-the-coin-in", "go-home").ended
    (command,) = [
        line for line in "".join(blocks(README, "sh")).splitlines() if line.startswith("sidelight check")
    ]
    checked = subprocess.run(
        [sys.executable, "-m", *command.split()], capture_output=True, check=False, text=True, cwd=tmp_path
    )
    assert (0, "") == (checked.returncode, checked.stdout)


def test_the_gate_is_run_by_the_readme_s_own_command() -> None:
    (command,) = [line for line in "".join(blocks(README, "sh")).splitlines() if "gate.py" in line]

    assert command in (CHECKOUT / ".ci" / "run").read_text("utf-8")


def test_the_readme_s_pipe_plays(tmp_path: Path) -> None:
    (command,) = [line for line in "".join(blocks(README, "sh")).splitlines() if line.startswith("printf")]
    here = f"{CHECKOUT / '.venv' / 'bin' / 'sidelight'}"
    if not Path(here).exists():
        here = "sidelight"

    done = subprocess.run(
        command.replace(".venv/bin/sidelight", here),
        shell=True,
        capture_output=True,
        check=True,
        text=True,
        cwd=tmp_path,
    )

    assert "You chose 2." in done.stdout
    assert os.fspath(tmp_path) not in done.stdout


def test_the_tower_is_told_apart_as_the_page_on_proving_shows() -> None:
    (text,) = blocks(PROVING, "yaml")
    (shown,) = blocks(PROVING, "text")
    loaded = load_files([StoryFile("tower.yaml", text)])

    assert loaded.story is not None
    told = list(value_classes.rows(loaded.story))
    assert shown.splitlines() == told
    by_class, played = (sum(int(row.split()[column]) for row in told[1:]) for column in (1, 2))
    assert "Play can be in 76 states; ten are enough" in PROVING
    assert (10, 76) == (by_class, played)


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "story/README.md",
        "story/district.md",
        "engine/README.md",
        "engine/proving.md",
        "engine/results.md",
    ],
)
def test_every_link_to_a_file_leads_to_one(document: str) -> None:
    text = (CHECKOUT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (CHECKOUT / document).parent.joinpath(target).exists(), target
