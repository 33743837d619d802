"""Imports point downward, and what is not needed is not loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CHECKOUT

ENGINE = CHECKOUT / "engine" / "sidelight"
MODULES = [
    ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)
    for path in sorted(ENGINE.rglob("*.py"))
    if path.stem not in ("__init__", "__main__")
]


def loaded_by(code: str, tmp_path: Path) -> set[str]:
    """The modules a fresh interpreter holds after some code."""
    script = f"import sys\n{code}\nsys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
    )
    return {name.partition(".")[0] for name in done.stderr.rpartition("\n")[2].split()}


@pytest.mark.parametrize(
    "arguments", [["play", "--plain"], ["check"], ["explain", "SL104"], ["--version"]], ids=lambda words: words[0]
)
def test_only_the_full_screen_reader_loads_textual_and_rich(arguments: list[str], tmp_path: Path) -> None:
    modules = loaded_by(f"from sidelight.cli import main\nmain({arguments})", tmp_path)

    assert not modules & {"textual", "rich"}


def test_the_version_is_told_without_loading_a_story(tmp_path: Path) -> None:
    assert not loaded_by("from sidelight.cli import main\nmain(['--version'])", tmp_path) & {"yaml", "argparse"}


@pytest.mark.parametrize("package", ["text", "model", "play", "checking", "diagnostics"])
def test_the_pure_layers_load_no_clock_disk_or_network(package: str, tmp_path: Path) -> None:
    names = [name for name in MODULES if name.startswith(f"sidelight.{package}.") and not name.endswith(".pages")]
    before = loaded_by("import re, dataclasses, functools, typing, enum, json, textwrap", tmp_path)
    modules = loaded_by("\n".join(f"import {name}" for name in names if not name.endswith("markdown")), tmp_path)

    assert not (modules - before) & {
        "yaml",
        "socket",
        "random",
        "asyncio",
        "threading",
        "datetime",
        "time",
        "textual",
    }


@pytest.mark.parametrize("module", MODULES)
def test_every_module_can_be_read_in_one_sitting(module: str) -> None:
    lines = (ENGINE.parent / Path(*module.split("."))).with_suffix(".py").read_text("utf-8").splitlines()

    assert len(lines) <= 400


def test_the_top_level_holds_what_it_should() -> None:
    found = {path.name for path in CHECKOUT.iterdir() if not path.name.startswith(".")}

    assert found <= {"pyproject.toml", "README.md", "LICENSE", "story", "engine", "tests", "dist", "build"}
