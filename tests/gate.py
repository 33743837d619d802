"""The whole gate, in order: format, lint, types, layers, tests, the bundled story, and the wheel as it ships.

Run it with the Python of the environment the development packages are in; it stops at the first step that fails.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MOVES = "1\n2\nn\nn 1\nu\nw\nk\n1\nq\n"


def main() -> int:
    begun = time.monotonic()
    step("format", [BIN / "ruff", "format", "--check", "."])
    step("lint", [BIN / "ruff", "check", "."])
    step("types", [BIN / "mypy"])
    step("layers", [BIN / "lint-imports"])
    # Two for each of two cores: many tests wait for a terminal, and meanwhile another can run.
    step("tests", [BIN / "pytest", "-q", "-n", "4"])
    step("the bundled story", [BIN / "sidelight", "check", "story"])
    the_wheel_plays()
    print(f"the gate is open ({time.monotonic() - begun:.0f} s)")
    return 0


def step(name: str, command: Sequence[str | Path], cwd: Path = CHECKOUT, **options: Any) -> None:
    print(f"--- {name}", flush=True)
    done = subprocess.run([str(word) for word in command], cwd=cwd, check=False, **options)
    if done.returncode:
        sys.exit(f"the gate is shut: {name} failed with exit code {done.returncode}")


def the_wheel_plays() -> None:
    """Build the wheel from what git holds, install it where nothing else is, and play it there."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / "source"
        tracked = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=CHECKOUT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for name in filter(None, tracked.split("\0")):
            if (CHECKOUT / name).is_file():
                (source / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(CHECKOUT / name, source / name)
        step(
            "the wheel",
            [sys.executable, "-m", "build", "--wheel", "--outdir", place / "dist", source],
            stdout=subprocess.DEVNULL,
        )
        venv.create(place / "env", with_pip=True)
        shutil.rmtree(source)
        wheel = next((place / "dist").glob("*.whl"))
        step("the wheel installed", [place / "env" / "bin" / "pip", "install", "--quiet", wheel])
        environment = {**os.environ, "XDG_STATE_HOME": str(place / "state"), "HOME": str(place)}
        environment.pop("PYTHONPATH", None)
        play: list[str | Path] = [place / "env" / "bin" / "sidelight", "--plain", "--no-questions"]
        step(
            "the wheel played", play, cwd=place, env=environment, input=MOVES, text=True, stdout=subprocess.DEVNULL
        )
        step("the wheel checked", [play[0], "check"], cwd=place, env=environment)


if __name__ == "__main__":
    sys.exit(main())
